/* What has changed between two texts, row by row. */
var ideasHub = ideasHub || {};

ideasHub.differenceOf = (function () {
  "use strict";

  const AROUND = 1; // rows that are the same, shown on either side of a change
  const MOST_PAIRS = 4e6; // of rows to compare, 8 MB: beyond that, everything between the first change and the last is said to differ

  /* Returns the table from which a difference is read: the length of the longest common subsequence of the rows from i on and from j on. */
  function sharedRows(before, after) {
    const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
    for (let i = before.length - 1; i >= 0; i -= 1) {
      for (let j = after.length - 1; j >= 0; j -= 1) {
        lengths[i][j] = before[i] === after[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    return lengths;
  }

  /* Returns [sign, row] of each row around the changes: "-" for one that has gone, "+" for one that is new, " " for one that is the same. */
  return function differenceOf(textBefore, textAfter) {
    const before = textBefore.split("\n"), after = textAfter.split("\n"), ending = [];
    let start = 0;
    while (start < before.length && before[start] === after[start]) start += 1;
    const rows = before.splice(0, start).map((row) => [" ", row]);
    after.splice(0, start);
    while (before.length && before[before.length - 1] === after[after.length - 1]) { ending.push([" ", after.pop()]); before.pop(); }
    const shared = before.length * after.length < MOST_PAIRS ? sharedRows(before, after) : null;
    let i = 0, j = 0;
    while (i < before.length || j < after.length) {
      if (shared && i < before.length && j < after.length && before[i] === after[j]) {
        rows.push([" ", before[i]]);
        i += 1;
        j += 1;
      } else if (j === after.length || (i < before.length && (!shared || shared[i + 1][j] >= shared[i][j + 1]))) {
        rows.push(["-", before[i]]);
        i += 1;
      } else {
        rows.push(["+", after[j]]);
        j += 1;
      }
    }
    ending.reverse().forEach((row) => rows.push(row));
    const isNear = (place) => rows.slice(Math.max(0, place - AROUND), place + AROUND + 1).some(([sign]) => sign !== " ");
    return rows.filter((_, place) => isNear(place));
  };
})();
