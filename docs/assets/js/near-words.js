/* The id that was meant by a word that is none, as in ideas_hub/reading/near_words.py and `nearest` of ideas_hub/problem.py.  The
   places of a region are left out: there are thousands. */
var ideasHub = ideasHub || {};

ideasHub.nearWords = function (tools) {
  "use strict";

  const { constants, strip, casefold } = tools, c = constants.near_words, { MIN_PREFIX, ALIKE } = constants.problem;
  const joining = new Set(c.JOINING_WORDS);
  const unique = (list) => Array.from(new Set(list));

  /* Returns the Latin letter that another only looks like, "" if it looks like none. */
  const latin = (letter) => (letter in c.LOOK_ALIKES ? c.LOOK_ALIKES[letter] : "");
  const lookAlike = (text) => Array.from(text).find(latin) || "";

  /* Returns a text as lower-case ASCII letters and digits joined by hyphens; "" if it has none. */
  function tidy(text) {
    const letters = Array.from(text.normalize("NFKD"), (letter) => latin(letter) || letter).join("");
    const plain = Array.from(casefold(letters), (letter) => c.TRANSCRIPTS[letter] || letter).join("");
    const kept = plain.replace(/[^\0-\x7f]/gu, (letter) => (/[\p{L}\p{N}]|(?![\u034f\ufe00-\ufe0f])\p{M}/u.test(letter) ? "" : letter)).replace(/['\u2019]/g, "");
    return (kept.match(/[a-z0-9]+/g) || []).join("-");
  }

  function singular(word) {
    if (word.endsWith("ies") && word.length > "ties".length) return `${word.slice(0, -3)}y`;
    return word.endsWith("s") && !word.endsWith("ss") && word.length > "its".length ? word.slice(0, -1) : word;
  }

  const forms = (name) => unique([tidy(name), tidy(name).split("-").map(singular).join("-")]);

  /* Returns how many letters must be added, left out, changed or swapped with the next (Damerau and Levenshtein). */
  function slipsBetween(one, other) {
    const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)], lastRow = {};
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i], above = rows[i - 1];
      let lastColumn = 0;
      for (let j = 1; j <= other.length; j += 1) {
        const isSame = one[i - 1] === other[j - 1], swapped = lastRow[other[j - 1]] || 0;
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (isSame ? 0 : 1));
        if (swapped && lastColumn) row[j] = Math.min(row[j], rows[swapped - 1][lastColumn - 1] + (i - swapped) + (j - lastColumn) - 1);
        if (isSame) lastColumn = j;
      }
      lastRow[one[i - 1]] = i;
      rows.push(row);
    }
    return rows[one.length][other.length];
  }

  /* Returns how many signs two lists share in their longest common runs, as Python's difflib finds them. */
  function shared(one, other) {
    let size = 0, start = 0, startOfOther = 0, above = [];
    one.forEach((sign, i) => {
      const row = [];
      other.forEach((its, j) => {
        if (sign !== its) return;
        row[j] = (above[j - 1] || 0) + 1;
        if (row[j] > size) [size, start, startOfOther] = [row[j], i - row[j] + 1, j - row[j] + 1];
      });
      above = row;
    });
    if (!size) return 0;
    return size + shared(one.slice(0, start), other.slice(0, startOfOther)) + shared(one.slice(start + size), other.slice(startOfOther + size));
  }

  /* Returns the allowed word most like one, else the only one that starts with it, else "". */
  function nearest(word, allowed) {
    const tidied = casefold(strip(word)).replace(/[ _]/g, "-"), letters = Array.from(tidied);
    const choices = new Map(allowed.map((choice) => [casefold(choice), choice]));
    let best = "", most = ALIKE;
    for (const name of choices.keys()) {
      const its = Array.from(name), ratio = its.length + letters.length ? (2 * shared(its, letters)) / (its.length + letters.length) : 1;
      if (ratio > most || (ratio === most && name > best)) [best, most] = [name, ratio];
    }
    if (best) return choices.get(best);
    const completions = Array.from(choices.keys()).filter((name) => letters.length >= MIN_PREFIX && name.startsWith(tidied));
    return completions.length === 1 ? choices.get(completions[0]) : "";
  }

  /* Returns the ids of one kind, with what else each is called.
     ids: in order; names: other words for each, the best known first; renamed: the new id of an old one; gone: what to do about
     an id that went with something else. */
  function knownIds({ ids, names = {}, renamed = {}, gone = "" }) {
    const byName = new Map();

    function add(id, others) {
      [id].concat(others).forEach((name, rank) => forms(name).forEach((form) => {
        if (!byName.has(form)) byName.set(form, new Map());
        const its = byName.get(form), howWell = form === tidy(name) ? Math.min(rank, 2) : 3;
        its.set(id, Math.min(its.has(id) ? its.get(id) : howWell, howWell));
      }));
    }

    function open() {
      if (byName.size) return;
      ids.forEach((id) => add(id, []));
      Object.keys(names).forEach((id) => add(id, names[id]));
    }

    function best(found) {
      const ranks = new Map();
      found.forEach((name) => byName.get(name).forEach((rank, id) => ranks.set(id, Math.min(rank, ranks.has(id) ? ranks.get(id) : rank))));
      const least = Math.min(...ranks.values()), nearIds = Array.from(ranks.keys()).filter((id) => ranks.get(id) === least);
      return nearIds.length <= c.MOST_NEAR ? nearIds : [];
    }

    /* Returns the ids that are called so. */
    function called(word) {
      open();
      const form = forms(word).find((one) => byName.has(one));
      return form === undefined ? [] : best([form]);
    }

    const mostSlips = (name) => (c.SLIPS.find(([length]) => name.length <= length) || [0, 3])[1];

    function misspelt(word) {
      const slips = [];
      for (const form of forms(word)) {
        for (const name of byName.keys()) {
          const most = mostSlips(name), count = Math.abs(form.length - name.length) <= most ? slipsBetween(form, name) : Infinity;
          if (count <= most) (slips[count] = slips[count] || []).push(name);
        }
      }
      const least = Math.max(0, slips.findIndex(Boolean));
      return [least, best(slips[least] || [])];
    }

    function withTheWords(word) {
      for (const form of forms(word)) {
        const words = form.split("-").filter((one) => one && !joining.has(one));
        const found = words.every((one) => /^[0-9]+$/.test(one)) ? [] : Array.from(byName.keys()).filter((name) => words.every((one) => name.split("-").includes(one)));
        if (found.length) return found;
      }
      return [];
    }

    /* Returns the ids that a word may have been meant for, all equally near; usually one or none. */
    function nearestIds(word) {
      const found = called(word);
      if (found.length) return found;
      const [slips, near] = misspelt(word);
      if (slips === 1) return near;
      const names = withTheWords(word);
      if (names.length) return best(names);
      if (near.length) return near;
      const alike = nearest(tidy(word), ids);
      return alike ? [alike] : [];
    }

    return { ids, has: (id) => ids.includes(id), called, nearest: nearestIds, renamed, gone };
  }

  return { tidy, lookAlike, nearest, knownIds };
};
