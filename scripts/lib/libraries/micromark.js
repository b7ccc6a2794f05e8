// The parts of micromark that docs/assets/js/markdown.js needs: a text becomes events, and an entity its characters.

import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { classifyCharacter } from "micromark-util-classify-character";

export { decodeNamedCharacterReference as entity } from "decode-named-character-reference";
export { parse, postprocess, preprocess } from "micromark";
export { decodeNumericCharacterReference as numericEntity } from "micromark-util-decode-numeric-character-reference";
export { normalizeIdentifier } from "micromark-util-normalize-identifier";

const PIPE = 124;
const TILDE = 126;
const anyTable = gfmTable().flow.null;
const anyStrikethrough = gfmStrikethrough().text[TILDE];

/* Reads a table as the build does: it starts with | where it follows a row of words, and both its first rows have a |. */
function readTable(effects, ok, nok) {
  const interrupts = this.interrupt, pipes = new Set();
  let first, row;
  const watched = Object.assign({}, effects, {
    enter(type, fields) {
      if (type === "tableHead" || type === "tableDelimiterRow") row = type;
      return effects.enter(type, fields);
    },
    consume(code) {
      if (first === undefined) first = code;
      if (code === PIPE) pipes.add(row);
      effects.consume(code);
    },
  });
  const isTable = () => !row || (pipes.size > 1 && (!interrupts || first === PIPE));
  return anyTable.tokenize.call(this, watched, (code) => (isTable() ? ok : nok)(code), nok);
}

/* Reads the ends of what is struck out as the build does: a ~ alone is none within a word. */
function readStrikethrough(effects, ok, nok) {
  const before = classifyCharacter(this.previous);
  const runs = [];
  const watched = Object.assign({}, effects, {
    exit(type) {
      const run = effects.exit(type);
      runs.push(run);
      return run;
    },
  });
  const done = (code) => {
    const [run] = runs, after = classifyCharacter(code), { _open, _close } = run;
    if (run.end.offset - run.start.offset === 1) {
      run._open = _open && (Boolean(before) || !_close);
      run._close = _close && (Boolean(after) || !_open);
    }
    return ok(code);
  };
  return anyStrikethrough.tokenize.call(this, watched, done, nok);
}

const table = { flow: { null: Object.assign({}, anyTable, { tokenize: readTable }) } };
const tilde = Object.assign({}, anyStrikethrough, { tokenize: readStrikethrough });
const strikethrough = { text: { [TILDE]: tilde }, insideSpan: { null: [tilde] }, attentionMarkers: { null: [TILDE] } };
export const extensions = [table, strikethrough, gfmTaskListItem(), gfmFootnote()];
