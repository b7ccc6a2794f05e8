/* The rules about words, each as its module in ideas_hub/checks: unfinished.py, capitals.py, sentences.py and plain_words.py. */
var ideasHub = ideasHub || {};

ideasHub.rules = (ideasHub.rules || []).concat(function (tools) {
  "use strict";

  const { constants, size, casefold, filled, split, strip, excerpt, matches, matchAt, isWhole, every, before, lineAt } = tools;
  const { placeholdersIn, blankQuotations, mayHold } = ideasHub.placeholders(tools);
  const holdsPlaceholder = (text) => !placeholdersIn(text).next().done;
  const { unfinished, capitals, sentences, plain_words: plain, phrase_matcher: matcher } = constants;

  const last = (list) => list[list.length - 1];
  const warning = (rule, given) => tools.problem(Object.assign({ rule, severity: "should fix" }, given));
  const inPassage = (passage, offset) => ({ line: lineAt(passage, offset), field: passage.field });

  /* ---- Texts that wait to be written ---- */

  const severityOf = (file) => (file.values.draft === true ? "should fix" : "must fix"); // a draft may wait

  function emptyHeading({ line, start }, body) {
    const row = body.slice(start).split("\n", 1)[0], words = strip(row, /[# ]/);
    const message = filled(unfinished.EMPTY_HEADING, { words: excerpt(words) });
    return words && warning("empty-heading", { line, message, found: excerpt(row), fix: unfinished.EMPTY_HEADING_FIX });
  }

  function emptyParts(file) {
    const c = unfinished, names = Object.keys(file.values), { events, limit } = file.parsed;
    if (!names.length || limit || !file.name.endsWith(".md") || c.PAGES_OF_LISTS.includes(file.name)) return [];
    let hasText = false, isHeading = false, above = null;
    const empty = [];
    for (const event of events) {
      if (event.name === "Heading") {
        isHeading = event.kind === "open";
        if (isHeading && above && above.value.level >= event.value.level) empty.push(above);
        if (isHeading) above = event;
      } else if (!isHeading && (c.WORDS.includes(event.kind) || event.name === "Image")) {
        hasText = true;
        above = null;
      }
    }
    if (hasText) return empty.concat(above || []).map((event) => emptyHeading(event, file.body)).filter(Boolean);
    const mayHaveNone = file.name.startsWith(c.EVENTS_FOLDER) || names.some((name) => c.FACTS_THAT_SUFFICE.includes(name));
    if (!file.isEntry || (!above && mayHaveNone)) return [];
    const lastWord = last(split(file.raw)) || "", rows = file.raw.slice(0, file.raw.lastIndexOf(lastWord)).split("\n");
    const message = above ? c.HEADINGS_ALONE : c.NO_TEXT;
    return [warning("no-text", { line: Math.min(file.bodyLine, rows.length), message, fix: c.NO_TEXT_FIX, severity: severityOf(file) })];
  }

  function placeholders(file) {
    const c = unfinished, problems = [];
    for (const passage of file.prose.passages.filter(({ text }) => mayHold(text))) {
      let count = 0;
      for (const { start, words } of placeholdersIn(passage.text, file.raw)) {
        if (count++ === c.MOST_IN_A_PASSAGE) break;
        const found = excerpt(words), message = filled(c.PLACEHOLDER, { found });
        problems.push(warning("placeholder", { line: lineAt(passage, start), message, found, fix: c.PLACEHOLDER_FIX, severity: severityOf(file) }));
      }
    }
    return problems;
  }

  /* ---- Words in capitals ---- */

  const inCapitals = (passages) => passages.filter(({ text }) => constants.checked_file.TWO_CAPITALS.test(text));

  function seemsToShout(run, glossary) {
    const c = capitals, words = matches(c.WORD, run).map(([word]) => word);
    const long = words.filter((word) => !glossary.has(word) && size(word) >= c.MIN_LETTERS);
    return (long.length >= c.MIN_WORDS || words.some((word) => c.EMPHASIS_WORDS.includes(word))) && !holdsPlaceholder(run);
  }

  function wordsInCapitals({ passages, glossary }) {
    const c = capitals, problems = [];
    for (const passage of inCapitals(passages)) {
      for (const { 0: run, index } of matches(c.CAPITALS, passage.text).filter(([words]) => seemsToShout(words, glossary))) {
        const found = excerpt(run), message = filled(c.IN_CAPITALS, { found }), example = found[0] + found.slice(1).toLowerCase();
        problems.push(warning("capitals", Object.assign(inPassage(passage, index), { message, found, fix: c.CAPITALS_FIX, example })));
      }
    }
    return problems;
  }

  /* Returns the short forms that a file explains, or has in a name in its facts. */
  function explainedIn({ values, prose }) {
    const facts = JSON.stringify(capitals.FIELDS_OF_NAMES.map((field) => values[field]));
    const inText = matches(capitals.EXPLAINED, prose.passages.map(({ text }) => text).join("\n"));
    return new Set((facts.match(/[\p{L}\p{N}_]+/gu) || []).concat(inText.map(([, one, other]) => one || other)));
  }

  function unexplainedAbbreviations(file) {
    const c = capitals, problems = [], seen = new Set(c.EMPHASIS_WORDS);
    let explained;
    for (const passage of file.isEntry ? inCapitals(file.prose.passages) : []) {
      for (const { 0: found, index } of matches(c.ABBREVIATION, blankQuotations(passage.text))) {
        const name = found.replace(/s$/, ""), forms = [found, name];
        if (isWhole(c.ROMAN, found) && c.NUMBERED.test(before(passage.text, index, 20))) continue; // Henry VIII
        let isKnown = forms.some((form) => seen.has(form) || file.glossary.has(form)) || isWhole(c.COMMON, found) || holdsPlaceholder(found);
        if (!isKnown) isKnown = (explained = explained || explainedIn(file)).has(name);
        const line = lineAt(passage, index), message = filled(c.UNEXPLAINED, { short: found });
        if (!isKnown) problems.push(warning("abbreviation", { line, message, found, fix: c.ABBREVIATION_FIX, example: c.ABBREVIATION_EXAMPLE }));
        forms.forEach((form) => seen.add(form));
      }
    }
    return problems;
  }

  /* ---- Long sentences ---- */

  /* Returns whether a text may have a long sentence, judged by its full stops alone. */
  function mayBeLong(text) {
    const c = sentences, rows = text.length > c.MIN_LENGTH ? text.split(". ") : [];
    return rows.some((row) => size(row) > c.MIN_LENGTH) && rows.some((row) => split(row).length > c.FAR_FROM_LONG) && !matchAt(c.FACTS, text);
  }

  const isEnglish = (text) => new Set(matches(sentences.ENGLISH, text).map(([word]) => casefold(word))).size >= sentences.MIN_ENGLISH_WORDS;

  function longSentences({ passages }) {
    const c = sentences, problems = [];
    for (const passage of passages.filter(({ text }) => mayBeLong(text))) {
      const { text } = passage;
      let start = 0;
      for (const end of matches(c.END, text).map((match) => match.index + match[0].length).concat(text.length)) {
        const sentence = text.slice(start, end), words = split(sentence), offset = start + sentence.indexOf(words[0]);
        start = end;
        if (words.length <= c.FAR_FROM_LONG || size(sentence) <= c.MIN_LENGTH) continue;
        const count = matches(c.WORD, sentence).length, found = excerpt(sentence);
        if (count <= c.MAX_WORDS || !isEnglish(sentence)) continue;
        const message = filled(c.TOO_LONG, { count, found });
        problems.push(warning("long-sentence", Object.assign(inPassage(passage, offset), { message, found, fix: c.FIX, example: c.EXAMPLE })));
      }
    }
    return problems;
  }

  /* ---- Words that have a better one ---- */

  const fold = (words) => casefold(words).replace(/\u2019/g, "'");
  let phrases; // by their first word, the longest first

  function phrasesByFirstWord() {
    const all = [], found = new Map();
    for (const rule of Object.keys(plain.BETTER_WORDS)) {
      for (const [names, instead, example] of plain.BETTER_WORDS[rule]) all.push(...names.map((name) => ({ name, rule, instead, example })));
    }
    for (const phrase of all.sort((one, other) => other.name.length - one.name.length)) {
      const words = matches(matcher.WORD, phrase.name), first = fold(words[0][0]);
      found.set(first, (found.get(first) || []).concat(Object.assign(phrase, { count: words.length, folded: fold(phrase.name) })));
    }
    return found;
  }

  /* Returns each phrase in a text, in order; of two that start at one place the longer, and none within another. */
  function phrasesIn(text) {
    const words = matches(matcher.WORD, text), found = [], known = new Map();
    let done = 0;
    phrases = phrases || phrasesByFirstWord();
    words.forEach(({ 0: word, index: start }, place) => {
      if (place < done) return;
      if (!known.has(word)) known.set(word, phrases.get(fold(word)) || []);
      let next = 0, there = "", folded = "";
      for (const phrase of known.get(word)) {
        const after = Math.min(place + phrase.count, words.length);
        if (after !== next) { // "the" starts twenty phrases of two words
          next = after;
          there = text.slice(start, words[next - 1].index + words[next - 1][0].length);
          folded = fold(there.replace(every(matcher.GAP), " "));
        }
        if (folded !== phrase.folded) continue;
        found.push({ start, end: start + there.length, words: split(there).join(" "), phrase });
        done = next;
        return;
      }
    });
    return found;
  }

  function avoidableWords({ passages }) {
    const problems = [];
    for (const passage of passages) {
      const text = blankQuotations(passage.text);
      for (const { start, end, words, phrase: { rule, instead, example } } of phrasesIn(text)) {
        if (rule === "group-label" && !matchAt(plain.NOUN_ENDS, text, end)) continue;
        const message = filled(plain.MESSAGE, { words, why: plain.WHY[rule] }), fix = filled(plain.FIX, { instead });
        const severity = rule === "long-word" ? "idea" : "should fix";
        problems.push(warning(rule, Object.assign(inPassage(passage, start), { message, found: words, fix, example, severity })));
      }
    }
    return problems;
  }

  const inEnglish = (find) => (file) => (file.isInEnglish ? find(file) : []); // for a rule that knows English alone
  return [
    { order: 3, name: "empty-parts", find: emptyParts },
    { order: 4, name: "placeholders", find: placeholders },
    { order: 9, name: "capitals", find: inEnglish(wordsInCapitals) },
    { order: 10, name: "long-sentence", find: inEnglish(longSentences) },
    { order: 11, name: "plain-words", find: inEnglish(avoidableWords) },
    { order: 13, name: "abbreviation", find: inEnglish(unexplainedAbbreviations) },
  ];
});
