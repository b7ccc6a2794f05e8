/* Places in a query: which words name one, and how far from it an entry is.  From the chunks of ideas_hub/search/places.py. */
var ideasHub = ideasHub || {};

ideasHub.places = (function () {
  "use strict";

  const LEAD_IN = /^(in|near|nearby|around|at|from|of|by|to|for|across|within|outside)$/;
  const POSTCODE = /^([a-z]{1,2})\d[a-z\d]?(\d[a-z]{2})?$/; // OL16, or OL161AA without its space
  const END_OF_POSTCODE = /^\d[a-z]{2}$/;
  const CODE_OF_AREA = /^[A-Z]{1,2}$/;
  const EARTH = 6371; // kilometres to its middle
  const KILOMETRES_IN_A_MILE = 1.609344;

  /* Returns the kilometres between two points, each of degrees north and east (haversine). */
  function distance([north, east], [otherNorth, otherEast]) {
    const radians = Math.PI / 180;
    const half = (degrees) => Math.sin((degrees * radians) / 2) ** 2;
    const root = half(otherNorth - north) + Math.cos(north * radians) * Math.cos(otherNorth * radians) * half(otherEast - east);
    return 2 * EARTH * Math.asin(Math.sqrt(root));
  }

  const miles = (kilometres) => Math.round(kilometres / KILOMETRES_IN_A_MILE);

  /* Returns the first place that the words name: its rows (two places may have one name), and the words without it.
     rowsFrom: gives the rows of the names that may begin with a word, by the word after it and whether it is of a postcode.
     A name that is also a word is one only where it is all there is, or is said to be a place: near reading, reading berkshire. */
  async function placeIn(words, rowsFrom) {
    words = words.filter((word, at) => !(END_OF_POSTCODE.test(word) && POSTCODE.test(words[at - 1])));
    const alone = words.filter((word) => !LEAD_IN.test(word));
    for (let at = 0; at < words.length; at++) {
      const code = POSTCODE.exec(words[at]);
      const named = (await rowsFrom(code ? code[1] : words[at], words[at + 1] || "", code)).filter(([, name]) => CODE_OF_AREA.test(name) === Boolean(code));
      const names = named.map(([name]) => (code ? [words[at]] : name.split(" ")));
      const fits = (name) => name.every((word, i) => word === words[at + i]);
      const longest = Math.max(0, ...names.filter(fits).map((name) => name.length));
      const said = at > 0 && LEAD_IN.test(words[at - 1]);
      const all = longest === alone.length && !LEAD_IN.test(words[at]);
      const rest = words.slice(0, said ? at - 1 : at).concat(words.slice(at + longest));
      const lies = ([, , area]) => area && ideasHub.words.plain(area).every((word) => rest.includes(word));
      const rows = named.filter((row, i) => names[i].length === longest && fits(names[i]) && (!row[6] || said || all || lies(row)));
      if (!longest || !rows.length) continue;
      const within = rows.filter(lies);
      return within.length ? { rows: within, rest: rest.filter((word) => !ideasHub.words.plain(within[0][2]).includes(word)) } : { rows, rest };
    }
    return null;
  }

  return { distance, miles, placeIn };
})();
