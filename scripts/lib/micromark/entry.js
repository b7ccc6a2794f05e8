// The parts of micromark that docs/assets/js/prose.js needs: a text becomes events, and an entity its characters.

import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";

export { decodeNamedCharacterReference as entity } from "decode-named-character-reference";
export { parse, postprocess, preprocess } from "micromark";
export { decodeNumericCharacterReference as numericEntity } from "micromark-util-decode-numeric-character-reference";
export { normalizeIdentifier } from "micromark-util-normalize-identifier";

const PIPE = 124;
const anyTable = gfmTable().flow.null;

/* Reads a table as the build does: it starts with | where it follows a row of words, and there is a | below its headings. */
function tokenize(effects, ok, nok) {
  const interrupts = this.interrupt;
  let first, isHead = false, isBelowHead = false, hasPipe = false;
  const watched = Object.assign({}, effects, {
    enter(type, fields) {
      isHead = isHead || type === "tableHead";
      isBelowHead = isBelowHead || type === "tableDelimiterRow";
      return effects.enter(type, fields);
    },
    consume(code) {
      if (first === undefined) first = code;
      hasPipe = hasPipe || (isBelowHead && code === PIPE);
      effects.consume(code);
    },
  });
  const isTable = () => !isHead || (hasPipe && (!interrupts || first === PIPE));
  return anyTable.tokenize.call(this, watched, (code) => (isTable() ? ok : nok)(code), nok);
}

const table = { flow: { null: Object.assign({}, anyTable, { tokenize }) } };
export const extensions = [table, gfmStrikethrough(), gfmTaskListItem(), gfmFootnote()];
