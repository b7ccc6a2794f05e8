/* Text becomes words, and words become stems, as in ideas_hub/search/words.py; a test holds both to the same. */
var ideasHub = ideasHub || {};

ideasHub.words = (function () {
  "use strict";

  /* ---- Words ---- */

  const LONGEST = 40; // longer words are cut
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", "\u0131": "i" };
  const TOKEN = /[\p{L}\p{N}\p{M}'&-]+/gu;
  const INITIALS = /(^|[^\p{L}\p{N}])((?:\p{L}\.)+\p{L})(?![\p{L}\p{N}])/gu; // G.P. is GP

  const PLAIN = /^[\w '&-]*$/;

  const fold = (text) => (PLAIN.test(text) ? text.toLowerCase() : text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\u2018\u2019\u02bc\uff07]/g, "'").replace(/[\u2010\u2011\u2212\uff0d]/g, "-")
    .replace(INITIALS, (_, before, letters) => before + letters.replace(/\./g, ""))
    .normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").normalize("NFC")
    .replace(/[ßæœøłđðþ\u0131]/g, (letter) => LETTERS[letter]));

  const tidy = (token) => token.replace(/^'+|'+$/g, "").replace(/'s$/, "").replace(/'/g, "").slice(0, LONGEST);
  const partsOf = (token) => token.split(/[-&]/).map(tidy).filter(Boolean);

  /* Returns every word, those that everybody uses too, as names of places are written: "stoke", "on", "trent". */
  const plain = (text) => [].concat(...(fold(text).match(TOKEN) || []).map(partsOf));

  /* Returns what is looked for: "co-design" as one word, with its parts in case nobody writes it as one.
     stop: words that everybody uses, which count only in capitals beside small letters or alone: ME, IT. */
  function split(text, stop) {
    const counts = (word) => word && !stop.has(word) && !/^[a-z]$/.test(word);
    const tokens = new Map();
    for (const token of fold(text).match(TOKEN) || []) {
      const parts = partsOf(token);
      const word = parts.join("").slice(0, LONGEST);
      if (tokens.has(word)) continue;
      if (parts.length > 1) tokens.set(word, { word, parts: parts.filter(counts) });
      else if (counts(word)) tokens.set(word, { word, parts: [] });
    }
    const loud = text === text.toUpperCase() && /\S\s+\S/.test(text);
    for (const word of loud ? [] : text.match(/\b[A-Z]{2,}\b/g) || []) {
      if (stop.has(word.toLowerCase())) tokens.set(word, { word, parts: [] });
    }
    return Array.from(tokens.values());
  }

  /* ---- Stems: Snowball's "english", by the rules on https://snowballstem.org ---- */

  const AS_THEY_ARE = /^(sky|news|howe|atlas|cosmos|bias|andes)$/;
  const UNLIKE = new Map(Object.entries({ skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl" }));
  const DONE_AFTER_PLURALS = /^((inn|out|cann|herr|earr|even)ing|(pro|ex|suc)ceed)$/;
  const STARTS = /^(gener|commun|arsen|univers|later|emerg|organ|inter)/; // what follows these is the end of a word, whatever the vowels say

  const VOWEL = "[aeiouy]", OTHER = "[^aeiouy]";
  const REGION = new RegExp(`^.*?${VOWEL}${OTHER}`); // to the first consonant after a vowel
  const HAS_VOWEL = new RegExp(VOWEL);
  const SHORT = new RegExp(`(${OTHER}${VOWEL}[^aeiouywxY]|^${VOWEL}${OTHER}|past)$`); // ends in a short syllable

  /* Endings, each with what takes its place; the longest of a step counts. */
  const endings = (pairs) => [new RegExp(`(${Object.keys(pairs).join("|")})$`), pairs];
  const STEP_2 = endings({
    ization: "ize", izer: "ize", ational: "ate", tional: "tion", ation: "ate", ator: "ate", fulness: "ful", fulli: "ful", ousness: "ous", ousli: "ous",
    iveness: "ive", iviti: "ive", biliti: "ble", abli: "able", bli: "ble", alism: "al", aliti: "al", alli: "al", enci: "ence", anci: "ance", entli: "ent", lessli: "less",
  });
  const STEP_3 = endings({ ational: "ate", tional: "tion", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "" });
  const STEP_4 = /(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ism|ate|iti|ous|ive|ize)$/;

  const endOf = (pattern, word, from) => {
    const match = pattern.exec(word.slice(from));
    return match ? from + match[0].length : word.length;
  };

  /* Returns the word with its ending replaced, if the ending lies in the region that begins there. */
  function replaced(word, [pattern, pairs], region) {
    const ending = (pattern.exec(word) || [""])[0];
    return ending && word.length - ending.length >= region ? word.slice(0, -ending.length) + pairs[ending] : word;
  }

  function withoutPlural(word) {
    if (/sses$/.test(word)) return word.slice(0, -2);
    if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
    return /[^us]s$/.test(word) && HAS_VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
  }

  function withoutEdAndIng(word, first) {
    const [ending] = /(eed(ly)?|ed(ly)?|ing(ly)?)$/.exec(word) || [""];
    const rest = word.slice(0, word.length - ending.length);
    if (/^eed/.test(ending)) return rest.length >= first ? `${rest}ee` : word;
    if (!ending || !HAS_VOWEL.test(rest)) return word;
    if (ending === "ing" && /^[^aeiouy]y$/.test(rest)) return `${rest[0]}ie`; // dying
    if (/(at|bl|iz)$/.test(rest)) return `${rest}e`;
    if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
    return (rest.length === first && SHORT.test(rest)) || rest === "past" ? `${rest}e` : rest;
  }

  function withoutLi(word, first) {
    if (/logi(st)?$/.test(word)) return word.replace(/i(st)?$/, (ending, _, at) => (at - 2 >= first ? "" : ending));
    return /[cdeghkmnrt]li$/.test(word) && word.length - 2 >= first ? word.slice(0, -2) : word;
  }

  function withoutLast(word, first, second) {
    const rest = word.slice(0, -1);
    if (/e$/.test(word)) return rest.length >= second || (rest.length >= first && !SHORT.test(rest)) ? rest : word;
    return /ll$/.test(word) && rest.length >= second ? rest : word;
  }

  /* Returns the stem of a word of letters from a to z, and any other word as it is. */
  function stem(whole) {
    if (whole.length < 3 || AS_THEY_ARE.test(whole) || !/^[a-z]+$/.test(whole)) return whole;
    if (UNLIKE.has(whole)) return UNLIKE.get(whole);
    let word = whole.replace(/^y|([aeiouy])y/g, (letters) => letters.replace(/y$/, "Y"));
    const first = STARTS.test(word) ? STARTS.exec(word)[0].length : endOf(REGION, word, 0); // R1 and R2 of the rules
    const second = endOf(REGION, word, first);
    word = withoutPlural(word);
    if (DONE_AFTER_PLURALS.test(word)) return word;
    word = withoutEdAndIng(word, first).replace(/(.[^aeiouy])[yY]$/, "$1i");
    const before = word;
    word = replaced(word, STEP_2, first);
    if (word === before && !STEP_2[0].test(word)) word = withoutLi(word, first);
    word = /ative$/.test(word) ? (word.length - 5 >= second ? word.slice(0, -5) : word) : replaced(word, STEP_3, first);
    const [ending] = STEP_4.exec(word) || [""];
    if (ending) word = word.length - ending.length >= second ? word.slice(0, -ending.length) : word;
    else if (/[st]ion$/.test(word) && word.length - 3 >= second) word = word.slice(0, -3);
    return withoutLast(word, first, second).replace(/Y/g, "y");
  }

  return { fold, plain, split, stem };
})();
