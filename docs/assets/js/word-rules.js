/* The rules about words and layout, each as its module in ideas_hub/checks: unfinished.py, accessibility.py, capitals.py,
   sentences.py and plain_words.py. */
var ideasHub = ideasHub || {};

ideasHub.rules = (ideasHub.rules || []).concat(function (tools) {
  "use strict";

  const { constants, size, casefold, filled, split, strip, excerpt, matches, matchAt, isWhole, every, before, lineAt } = tools;
  const { isGroup, fieldName, lineOf } = ideasHub.valuePaths;
  const { placeholdersIn, blankQuotations, mayHold } = ideasHub.placeholders(tools);
  const holdsPlaceholder = (text) => !placeholdersIn(text).next().done;
  const { unfinished, accessibility, capitals, sentences, plain_words: plain, phrase_matcher: matcher } = constants;

  const last = (list) => list[list.length - 1];
  const warning = (rule, given) => tools.problem(Object.assign({ rule, severity: "should fix" }, given));
  const inPassage = (passage, offset) => ({ line: lineAt(passage, offset), field: passage.field });
  const filledAll = (parts, values) => parts.map((part) => filled(part, values));

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

  /* ---- What people who listen to a page need ---- */

  function faultOfAltText(alt, name) {
    const c = accessibility;
    if (!strip(alt)) return c.NO_ALT_TEXT;
    if (c.FILE_NAME.test(alt) || strip(alt) === name) return c.FILE_NAME_AS_ALT_TEXT;
    const opening = matchAt(c.OPENING, alt);
    return opening && filledAll(c.OPENING_OF_ALT_TEXT, { opening: strip(opening[0]) });
  }

  function poorAltText({ values: { image }, lines }) {
    const path = ["image", "alt"], example = accessibility.ALT_TEXT_EXAMPLE;
    if (!isGroup(image)) return [];
    const alt = "alt" in image ? image.alt : example;
    const fault = (alt === null || typeof alt === "string") && faultOfAltText(alt || "", image.file);
    return fault ? [warning("alt-text", { line: lineOf(path, lines), message: fault[0], field: fieldName(path), found: excerpt(alt || ""), fix: fault[1], example })] : [];
  }

  function faultOfLink({ words, isBare }) {
    const c = accessibility;
    if (isBare) return matchAt(c.WEB_ADDRESS, words) && c.BARE_ADDRESS;
    if (!strip(words)) return c.EMPTY_LINK;
    if (matchAt(c.LOOKS_LIKE_ADDRESS, words)) return c.ADDRESS_AS_WORDS;
    return matchAt(c.VAGUE, words) && c.VAGUE_LINK;
  }

  const vagueLinks = ({ prose }) => prose.links.filter(faultOfLink).map((link) => {
    const words = excerpt(link.words), { LINK_FIX: fix, LINK_EXAMPLE: example } = accessibility;
    return warning("link-text", { line: link.line, message: filled(faultOfLink(link), { words }), found: words, fix, example });
  });

  function headingFault({ line }, parts, values, found, example = accessibility.HEADING_EXAMPLE) {
    const [message, fix] = filledAll(parts, values);
    return warning("headings", { line, message, found, fix, example });
  }

  /* Returns a problem for each heading of the second level that the page has already. */
  function repeatedHeadings(passages) {
    const c = accessibility, first = new Map(), problems = [];
    for (const heading of passages.filter(({ shape, level }) => shape === "heading" && level === c.TOP_LEVEL + 1)) {
      const key = split(casefold(heading.text)).join(" "), words = excerpt(heading.text);
      if (!first.has(key)) first.set(key, heading.line);
      else if (key) problems.push(headingFault(heading, c.REPEATED_HEADING, { words, line: first.get(key) }, words, ""));
    }
    return problems;
  }

  function headingFaults({ prose: { passages } }) {
    const c = accessibility, problems = repeatedHeadings(passages);
    let above = c.TOP_LEVEL;
    for (const passage of passages) {
      const words = excerpt(passage.text), signs = "#".repeat(passage.level), right = "#".repeat(above + 1);
      if (passage.isBold && isWhole(c.BOLD_HEADING, passage.text)) problems.push(headingFault(passage, c.BOLD_AS_HEADING, { words }, `**${words}**`));
      if (passage.shape !== "heading") continue;
      if (!words) problems.push(headingFault(passage, c.EMPTY_HEADING, {}, signs));
      else if (passage.level > above + 1) problems.push(headingFault(passage, c.SKIPPED_LEVEL, { words, signs, right }, `${signs} ${words}`));
      above = Math.max(passage.level, c.TOP_LEVEL);
    }
    return problems;
  }

  /* Returns the parts of a list whose neighbours have the same key. */
  function groupsOf(list, key) {
    const groups = [];
    for (const one of list) {
      if (groups.length && key(last(groups)[0]) === key(one)) last(groups).push(one);
      else groups.push([one]);
    }
    return groups;
  }

  const pipesIn = (row) => row.split("|").length - 1;
  const pipesWithin = (row) => pipesIn(strip(strip(row), /\|/));
  const isHyphens = (row) => isWhole(accessibility.HYPHENS, row);
  const tableFault = (line, [message, fix], words, example = "") => warning("tables", { line, message, found: excerpt(words), fix, example });

  /* Returns the first rows of a text that were meant as a table, with as many | in each; none if there are none. */
  function rowsOf(text) {
    const all = text.split("\n");
    if (!text.includes("|") || (all.length > 1 && all.some(isHyphens))) return [];
    const isTable = (rows) => (strip(rows[0]).startsWith("|") && pipesIn(rows[0]) > 1) || (rows.length > 1 && rows.every((row) => row.includes(" | ")));
    return groupsOf(all, pipesWithin).find(isTable) || [];
  }

  /* Returns a problem for rows of a table that lack the row of hyphens, or that empty lines part. */
  function tablesWithoutHyphens(passages) {
    const c = accessibility, tables = [];
    for (const passage of passages.filter(({ shape }) => shape === "paragraph" || shape === "item")) {
      const texts = rowsOf(passage.text), line = texts.length && lineAt(passage, passage.text.indexOf(texts[0]));
      const rows = texts.map((text, step) => ({ text, line: line + step }));
      if (tables.length && line && line - last(last(tables)).line <= c.ONE_EMPTY_LINE) last(tables).push(...rows);
      else if (line) tables.push(rows);
    }
    return tables.map((rows) => {
      const { text, line } = rows[0], hyphens = `${"| --- ".repeat(pipesWithin(text) + 1)}|`;
      const [message, fix] = filledAll(c.NO_HYPHENS, { hyphens }), [parted, fixOfParted] = c.LINES_WITHIN;
      if (line + rows.length > last(rows).line) return tableFault(line, [message, fix], text);
      const hasHyphens = rows.slice(1).some((row) => isHyphens(row.text));
      return tableFault(line, [parted, hasHyphens ? fixOfParted : filled(c.LINES_AND_NO_HYPHENS, { fix })], text);
    });
  }

  function tablesWithoutHeadings({ body, prose }) {
    const c = accessibility, problems = [];
    for (const group of body.includes("|") ? groupsOf(prose.passages, ({ shape }) => shape === "column") : []) {
      const names = group.map(({ text }) => strip(text));
      if (group[0].shape !== "column") problems.push(...tablesWithoutHyphens(group));
      else if (!names.slice(1).every(Boolean) || !names.some(Boolean)) problems.push(tableFault(group[0].line, c.EMPTY_COLUMN, `| ${names.join(" | ")} |`, c.TABLE_EXAMPLE));
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
    const words = matches(matcher.WORD, text), found = [];
    let done = 0;
    phrases = phrases || phrasesByFirstWord();
    words.forEach(({ 0: word, index: start }, place) => {
      for (const phrase of (place >= done && phrases.get(fold(word))) || []) {
        const next = Math.min(place + phrase.count, words.length), end = words[next - 1].index + words[next - 1][0].length;
        const there = text.slice(start, end);
        if (fold(there.replace(every(matcher.GAP), " ")) !== phrase.folded) continue;
        found.push({ start, end, words: split(there).join(" "), phrase });
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
    { order: 5, name: "alt-text", find: poorAltText },
    { order: 6, name: "link-text", find: inEnglish(vagueLinks) },
    { order: 7, name: "headings", find: headingFaults },
    { order: 8, name: "tables", find: tablesWithoutHeadings },
    { order: 9, name: "capitals", find: inEnglish(wordsInCapitals) },
    { order: 10, name: "long-sentence", find: inEnglish(longSentences) },
    { order: 11, name: "plain-words", find: inEnglish(avoidableWords) },
    { order: 13, name: "abbreviation", find: inEnglish(unexplainedAbbreviations) },
  ];
});
