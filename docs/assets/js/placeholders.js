/* Words that hold the place of others, as in ideas_hub/model/placeholders.py. */
var ideasHub = ideasHub || {};

ideasHub.placeholders = function (tools) {
  "use strict";

  const { constants, hasAny, size, casefold, matches, matchAt, isWhole, every, before, after, strip } = tools;
  const c = constants.placeholders;
  const mayBeWhole = (folded) => /here[ .!*_)]*$/.test(folded) || hasAny(folded, c.IN_WHOLE);

  /* Returns a text with dots in place of what is in double quotes, of the same length. */
  const blankQuotations = (text) => (/["“]/.test(text) ? text.replace(every(c.QUOTATION), (words) => words.replace(/[^\n]/g, ".")) : text);

  /* Returns whether a text has words that start with the letters of a short form. */
  function isInFull(short, text) {
    if (!/^\p{L}+$/u.test(short)) return false;
    const letters = Array.from(short.toUpperCase()), words = text.match(/[\p{L}\p{N}_]+/gu) || [];
    const starts = (word, letter) => word && word.startsWith(letter) && word !== letter;
    return words.some((_, place) => letters.every((letter, more) => starts(words[place + more], letter)));
  }

  /* Returns whether words are no placeholder but a name, as in "the TODO list", or the form of a date. */
  function isName(words, left, right, around) {
    const folded = casefold(words);
    if (/^xxxx?$/.test(folded)) return casefold(around).includes("kiss");
    if (/^(?:todo|fixme)$/.test(folded)) {
      const isElsewhere = !right.startsWith(":") && c.NAMED_ELSEWHERE.test(around);
      return isElsewhere || c.NAMED_BEFORE.test(left) || Boolean(matchAt(c.LIST_AFTER, right));
    }
    if (/^tb[acd]$/.test(folded)) return c.NAMED_BEFORE.test(left) || Boolean(matchAt(c.NAMED_AFTER, right)) || isInFull(words, around);
    return folded.includes("yy") && (c.FORMAT_BEFORE.test(left) || Boolean(matchAt(c.FORMAT_AFTER, right)));
  }

  const isSlot = ({ open, inside }) => !open || isWhole(c.IN_BRACKETS[open], strip(inside));

  /* Yields {start, words} of each part of a text that waits for its words.
     around: what may say in full what a short form stands for; else the text. */
  function* placeholdersIn(text, around) {
    const folded = casefold(text);
    if (mayBeWhole(folded) && size(text) <= c.MAX_LENGTH && isWhole(c.WHOLE, text)) {
      if (!isInFull(strip(text), around || text)) yield { start: 0, words: text };
      return;
    }
    if (!hasAny(folded, c.IN_WAITING)) return;
    const plain = blankQuotations(text);
    for (const { 0: words, index, groups } of matches(c.WAITING, plain)) {
      const left = before(plain, index, c.NEAR), right = after(plain, index + words.length, c.NEAR);
      if (isSlot(groups) && !isName(words, left, right, around || text)) yield { start: index, words };
    }
  }

  return { placeholdersIn, blankQuotations, mayHold: (text) => hasAny(casefold(text), c.SIGNS) };
};
