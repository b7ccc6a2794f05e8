/* The facts at the top of a file, read with js-yaml.js as ideas_hub/reading/yaml_composer.py reads them: values, and the line of each.
   What only the file's own writing can get wrong, that module names when the file arrives. */
var ideasHub = ideasHub || {};

ideasHub.readFacts = (function () {
  "use strict";

  const FENCED = /^---[ \t]*\n([^]*?)(?:^|\n)---[ \t]*(?:\n|$)/;
  const [DOCUMENT, SEQUENCE, MAPPING, SCALAR, ALIAS, POP] = [1, 2, 3, 4, 5, 6]; // types of events
  const PLAIN = 1; // style of a scalar without quotation marks
  const CONSTANTS = { "": null, null: null, true: true, false: false };
  const NUMBER = /^[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
  const MAX_DIGITS = 18; // a longer number is a reference, not an amount

  class NotRead extends Error {}

  function plainValue(text) {
    if (text in CONSTANTS) return CONSTANTS[text];
    return NUMBER.test(text) && (text.includes(".") || text.length <= MAX_DIGITS) ? Number(text) : text;
  }

  /* Returns {values, lines} of a block.  Throws what js-yaml does, or a NotRead. */
  function composed(block, firstLine) {
    const events = jsYaml.parseEvents(block, {}), { fieldName } = ideasHub.valuePaths, lines = {};
    let at = 0;
    const startOf = (event) => (event.type === SCALAR ? event.valueStart : event.start);
    const lineOf = (event) => block.slice(0, Math.max(0, startOf(event))).split("\n").length - 1 + firstLine;

    function value(event, path) {
      if (event.type === ALIAS || event.tagStart >= 0 || event.anchorStart >= 0) throw new NotRead();
      const name = fieldName(path);
      if (!(name in lines)) lines[name] = lineOf(event);
      if (event.type === SCALAR) {
        const text = jsYaml.getScalarValue(block, event);
        return event.style === PLAIN ? plainValue(text) : text;
      }
      return event.type === MAPPING ? mapping(path) : sequence(path);
    }

    function mapping(path) {
      const values = {};
      for (let event = events[at++]; event.type !== POP; event = events[at++]) {
        const key = event.type === SCALAR ? jsYaml.getScalarValue(block, event) : "<<";
        if (key === "<<" || key in values) throw new NotRead();
        lines[fieldName(path.concat(key))] = lineOf(event);
        values[key] = value(events[at++], path.concat(key));
      }
      return values;
    }

    function sequence(path) {
      const values = [];
      for (let event = events[at++]; event.type !== POP; event = events[at++]) values.push(value(event, path.concat(values.length)));
      return values;
    }

    const documents = events.filter(({ type }) => type === DOCUMENT).length;
    if (!documents) return { values: {}, lines };
    at = events.findIndex(({ type }) => type === DOCUMENT) + 1;
    const first = events[at++];
    if (documents > 1 || first.type !== MAPPING) throw new NotRead();
    return { values: mapping([]), lines };
  }

  /* Returns {values, lines, body, bodyLine, fault} of a file: its facts, the line of each by the name of its field, and the text below
     them.  fault: the line from which its facts could not be read, 0 if they could. */
  return function readFacts(text) {
    const found = FENCED.exec(text);
    if (!found) return { values: {}, lines: {}, body: text, bodyLine: 1, fault: 0 };
    const body = text.slice(found[0].length), bodyLine = found[0].split("\n").length;
    try {
      return Object.assign(composed(found[1], 2), { body, bodyLine, fault: 0 });
    } catch (error) {
      return { values: {}, lines: {}, body, bodyLine, fault: (error.mark ? error.mark.line : 0) + 2 };
    }
  };
})();
