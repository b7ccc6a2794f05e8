// Bundles entry.js into one classic script for old browsers too, with the licence of each package that is in it.
//
//     make.mjs FOLDER     run by scripts/micromark

import { buildSync } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const [folder] = process.argv.slice(2);
const { metafile } = buildSync({
  entryPoints: ["entry.js"],
  outfile: `${folder}/micromark.js`,
  banner: { js: "/* Reads Markdown: made by scripts/micromark; micromark.LICENCES.txt has the licences of what is in it. */" },
  bundle: true,
  format: "iife",
  globalName: "micromark",
  legalComments: "none",
  metafile: true,
  minify: true,
  platform: "browser",
  target: "es2019",
});

const output = Object.values(metafile.outputs)[0];
const paths = Object.keys(output.inputs).filter((path) => output.inputs[path].bytesInOutput > 0);
const names = new Set(paths.map((path) => (/^node_modules\/([^/]+)/.exec(path) || [])[1]).filter(Boolean));
const byLicence = new Map();
for (const name of Array.from(names).sort()) {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf-8"));
  const file = readdirSync(`node_modules/${name}`).find((entry) => /^licen[cs]e/i.test(entry));
  const licence = readFileSync(`node_modules/${name}/${file}`, "utf-8").trim();
  byLicence.set(licence, (byLicence.get(licence) || []).concat(`${name} ${version}`));
}
const parts = Array.from(byLicence, ([licence, packages]) => `== ${packages.join(", ")} ==\n\n${licence}\n`);
writeFileSync(`${folder}/micromark.LICENCES.txt`, `Licences of what micromark.js is made of.\n\n\n${parts.join("\n\n")}`);
