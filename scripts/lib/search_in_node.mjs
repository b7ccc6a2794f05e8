// Runs docs/assets/js/search.js without a browser, for script_search.py: node search_in_node.mjs SCRIPTS FOLDER MANIFEST
// SCRIPTS holds search.js and what it needs, FOLDER the chunks; MANIFEST is the name of the one that names the others.
// A line of standard input is a question in JSON, [the name of a function below, its argument]; a line of output is the answer.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createContext, runInContext } from "node:vm";

const [scripts, folder, manifest] = process.argv.slice(2);
const world = createContext({ atob }); // no document, no window, no storage: the search needs none
const loaded = new Set();
const chunks = new Map();

function run(path) {
  runInContext(readFileSync(path, "utf-8"), world, { filename: path });
}

async function load(name) {
  run(`${folder}/${name}.js`);
  loaded.add(name);
  return chunks.get(name);
}

for (const name of ["words", "places", "search"]) run(`${scripts}/${name}.js`);
const { ideasHub } = world;
ideasHub.chunk = (name, data) => chunks.set(name, data);
const search = await ideasHub.openSearch(load, manifest);

const answers = {
  split: async (texts) => texts.map((text) => search.split(text)),

  stems: async (words) => words.map((word) => search.stem(word)),

  async excerpt({ q, text }) {
    const { terms } = await search.match(q, false, null);
    const pieces = search.excerpt(text, terms.filter(({ lists }) => lists));
    return pieces && pieces.map(([piece, term]) => [piece, Boolean(term)]);
  },

  async find({ q, exact, sort, chosen, here }) {
    const found = await search.find({ q, exact, sort, here, chosen: new Map(Object.entries(chosen)) });
    const cards = await Promise.all(found.entries.map((entry) => search.card(entry)));
    await search.loadSets();
    const byFacet = (values) => Object.fromEntries(search.facets.map(({ id }, i) => [id, values[i]]));
    return {
      addresses: cards.map((card) => card[3]),
      terms: found.terms.map(({ asked, instead, near, lists }) => ({ asked, instead, near, lists: lists && lists.length })),
      place: found.place && found.place.rows.map(([, name, within]) => [name, within]),
      share: found.share,
      counts: byFacet(search.counts(found).map(Object.fromEntries)),
      without: search.without(found),
      loaded: Array.from(loaded),
    };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [question, argument] = JSON.parse(line);
  const answer = await answers[question](argument).catch((error) => ({ error: error.message }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
