// The parts of micromark that docs/assets/js/prose.js needs: a text becomes events, and an entity its characters.

import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";

export { decodeNamedCharacterReference as entity } from "decode-named-character-reference";
export { parse, postprocess, preprocess } from "micromark";
export { decodeNumericCharacterReference as numericEntity } from "micromark-util-decode-numeric-character-reference";
export { normalizeIdentifier } from "micromark-util-normalize-identifier";

export const extensions = [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmFootnote()];
