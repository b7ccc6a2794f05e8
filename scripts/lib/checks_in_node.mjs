// Runs scripts of docs/assets/js without a browser, for script_checks.py: node checks_in_node.mjs SCRIPT ...
// They are run in the order given.  A line of standard input is a question in JSON, [the name of a function below, what it is given
// ...]; a line of output is the answer, or {"error": ...}.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createContext, runInContext } from "node:vm";

let entities = {};

/* All that a browser's page is asked for: which characters an entity of HTML stands for. */
const element = {
  set innerHTML(html) {
    this.textContent = html in entities ? entities[html] : html;
  },
};
const world = createContext({ document: { createElement: () => element } });
for (const path of process.argv.slice(2)) runInContext(readFileSync(path, "utf-8"), world, { filename: path });
const { ideasHub } = world;

/* Returns the constants of a rule's module so that one it does not have is a mistake, and not a value that equals nothing. */
const strict = (module) => new Proxy(module, {
  get(constants, name) {
    if (!(name in constants)) throw new ReferenceError(`${String(name)} is not handed over: see ideas_hub/web_form/rules.py`);
    return constants[name];
  },
});

/* Returns a rule that is given strict constants. */
const withStrictConstants = (rule) => (tools) => {
  const constants = {};
  for (const name of Object.keys(tools.constants)) constants[name] = strict(tools.constants[name]);
  return rule({ ...tools, constants });
};
if (ideasHub.rules) ideasHub.rules = ideasHub.rules.map(withStrictConstants);

let checks;
const parsedOf = ({ body, bodyLine }) => (ideasHub.markdown ? ideasHub.markdown.parse(body, bodyLine) : undefined);

const answers = {
  open: (constants) => Boolean(checks = ideasHub.openChecks(ideasHub.ruleConstants = constants)),
  check: (file, names) => checks.check({ ...file, parsed: parsedOf(file), glossary: new Set(file.glossary) }, names),
  checkedFile(given) {
    const { parsed, ...file } = ideasHub.checkedFile({ ...given, parsed: parsedOf(given) });
    return file;
  },
  file: (text, stem) => ideasHub.fileChecks([])(text, stem).problems,
  facts: (text) => ideasHub.readFacts(text),
  storyFile: (answers, questions, fields) => ideasHub.storyFile(answers, questions, fields),
  story({ answers, questions, fields, folder, glossary }) {
    const { name, text, values, lines, parsed } = ideasHub.storyFile(answers, questions, fields);
    const file = ideasHub.checkedFile({ name: `${folder}/${name}.md`, facts: values, lines, parsed, raw: text, glossary: new Set(glossary) });
    return { name: file.name, text, prose: file.prose, problems: checks.check(file).problems };
  },
  plainSigns: (rows) => rows.map(ideasHub.plainSigns),
  entities: (table) => Object.keys(entities = table).length,
  events: (text, firstLine) => ideasHub.markdown.parse(text, firstLine).events,
  parse: (text) => ideasHub.markdown.parse(text),
  prose: (text, firstLine) => ideasHub.prose.proseOf(ideasHub.markdown.parse(text, firstLine).events),
  preview: (text) => ideasHub.markdown.htmlOf(text),
  limits: () => ideasHub.markdown.LIMITS,
};

for await (const line of createInterface({ input: process.stdin })) {
  const [question, ...given] = JSON.parse(line);
  let answer;
  try {
    answer = answers[question](...given);
  } catch (error) {
    answer = { error: error.stack };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
