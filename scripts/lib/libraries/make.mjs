// Bundles each library that the browser needs into one classic script for old browsers too, and gathers the licences of all.
//
//     make.mjs FOLDER     run by scripts/libraries

import { buildSync } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const LIBRARIES = { micromark: "micromark", "js-yaml": "jsYaml" }; // the entry file of each, and the name that scripts know it by
const [folder] = process.argv.slice(2);
const packages = new Set();
for (const [name, globalName] of Object.entries(LIBRARIES)) {
  const { metafile } = buildSync({
    entryPoints: [`${name}.js`],
    outfile: `${folder}/${name}.js`,
    banner: { js: "/* Made by scripts/libraries; libraries.LICENCES.txt has the licences of what is in it. */" },
    bundle: true,
    format: "iife",
    globalName,
    legalComments: "none",
    metafile: true,
    minify: true,
    platform: "browser",
    target: "es2019",
  });
  const { inputs } = Object.values(metafile.outputs)[0];
  for (const path of Object.keys(inputs).filter((input) => inputs[input].bytesInOutput > 0)) {
    const [, found] = /^node_modules\/([^/]+)/.exec(path) || [];
    if (found) packages.add(found);
  }
}

const byLicence = new Map();
for (const name of Array.from(packages).sort()) {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf-8"));
  const file = readdirSync(`node_modules/${name}`).find((entry) => /^licen[cs]e/i.test(entry));
  const licence = readFileSync(`node_modules/${name}/${file}`, "utf-8").trim();
  byLicence.set(licence, (byLicence.get(licence) || []).concat(`${name} ${version}`));
}
const parts = Array.from(byLicence, ([licence, names]) => `== ${names.join(", ")} ==\n\n${licence}\n`);
const scripts = Object.keys(LIBRARIES).map((name) => `${name}.js`).join(" and ");
writeFileSync(`${folder}/libraries.LICENCES.txt`, `Licences of what ${scripts} are made of.\n\n\n${parts.join("\n\n")}`);
