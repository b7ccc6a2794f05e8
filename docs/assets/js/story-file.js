/* Answers become the file of a case study: the same text that ideas_hub/drafting makes of them; a test holds both to it.
   What is escaped and left out stands in plain_text.py and hidden_characters.py. */
var ideasHub = ideasHub || {};

ideasHub.storyFile = (function () {
  "use strict";

  const { revived, every } = ideasHub.openChecks, { findAddress, addressIn, wholeAddress, MAX_ADDRESS } = ideasHub.prose;

  /* Returns their patterns, which are there once the page has been loaded. */
  let found = null;
  const patterns = () => found || (found = revived(Object.assign({}, ideasHub.ruleConstants.plain_text, ideasHub.ruleConstants.hidden_characters)));

  /* ---- Words as they are typed ---- */

  const visible = (text) => patterns().HIDDEN_PARTS.reduce((words, pattern) => words.replace(every(pattern), "$1"), text);
  const shown = (text) => visible(text.replace(/\r\n?|[\u2028\u2029]/g, "\n"));
  const tidy = (row) => row.trim().replace(/\s+/g, " ");
  const rowsOf = (text) => shown(text).split("\n").map(tidy);
  const oneLine = (text) => tidy(shown(text));
  const linesOf = (text) => rowsOf(text).map((row) => row.replace(patterns().BULLET, "")).filter(Boolean);

  /* Returns whether an answer says no more than that there is none; a part of the text, which has a
     heading, needs more than rules across the page. */
  function isEmpty(answer, heading) {
    if (Array.isArray(answer)) return !answer.some(Boolean);
    const words = shown(answer || ""), { EMPTY, RULE } = patterns();
    return EMPTY.test(words) || Boolean(heading && RULE.test(words));
  }

  /* ---- Markdown that shows just those words: a paragraph for each line; only lists keep their meaning ---- */

  const escaped = (words) => words.replace(every(patterns().MARK), (mark, stays) => stays || `\\${mark}`).replace(patterns().NUMBER, "$&\\");

  /* Returns a row in pieces: {words, markdown, link}, link being what an address is to markdown.js that is more than words there. */
  function piecesOf(row) {
    const pieces = [];
    let done = 0;
    const add = (words, markdown, link) => {
      if (words) pieces.push({ words, markdown, link });
      done += words.length;
    };
    const addWords = (end) => add(row.slice(done, end), escaped(row.slice(done, end)));
    for (let one = findAddress(row, 0), at; one; one = findAddress(row, at)) {
      const { start, run, isMail } = one, inside = run.split(patterns().NO_ADDRESS, 1)[0];
      at = start + run.length;
      const isBare = run === inside && run === escaped(run) && row[at] !== "<";
      const address = !isMail && !isBare && run.length <= MAX_ADDRESS && addressIn(inside);
      if (address) {
        const target = wholeAddress(address), isWhole = address === target;
        addWords(start);
        add(address, isWhole ? `<${address}>` : `[${escaped(address)}](<${target}>)`, { type: isWhole ? "Autolink" : "Inline", target });
        at = done;
      }
    }
    addWords(row.length);
    return pieces;
  }

  /* Returns the rows of an answer that show something: {marker, words, gap}, the gap being what stands between it and the row before. */
  function blocksOf(text) {
    const blocks = [], { BULLET, NUMBERED, RULE } = patterns();
    for (const row of rowsOf(text)) {
      if (RULE.test(row)) continue;
      const numbered = NUMBERED.exec(row), words = row.replace(BULLET, ""), above = blocks[blocks.length - 1];
      const marker = numbered ? `${numbered[1]}. ` : words !== row ? "- " : "";
      const goesOn = marker && above && marker.slice(-2) === above.marker.slice(-2);
      blocks.push({ marker, words, gap: !above ? "" : goesOn ? "\n" : "\n\n" });
    }
    return blocks;
  }

  /* Returns the text of a story, {source, firstLine, events, limit}: what markdown.js would read in it, without that script.
     parts: heading and answer of each. */
  function textOf(parts, firstLine) {
    const events = [];
    let source = "", line = firstLine, isInList = false;
    const write = (text) => { source += text; line += text.split("\n").length - 1; };
    const add = (kind, name, value = null, markdown = "") => {
      const start = source.length;
      write(markdown);
      events.push({ kind, name, value, line, start, end: source.length });
    };
    const endList = () => { if (isInList) add("close", "List"); isInList = false; };
    for (const [heading, answer] of parts) {
      write("\n");
      add("open", "Heading", { level: 2 });
      write("## ");
      add("text", "", heading, heading);
      add("close", "Heading");
      write("\n\n");
      for (const { marker, words, gap } of blocksOf(answer)) {
        if (gap !== "\n") endList();
        write(gap);
        if (marker && !isInList) add("open", "List");
        isInList = Boolean(marker);
        const name = marker ? "Item" : "Paragraph";
        add("open", name);
        write(marker);
        for (const piece of piecesOf(words)) {
          if (piece.link) add("open", "Link", piece.link);
          add("text", "", piece.words, piece.markdown);
          if (piece.link) add("close", "Link");
        }
        add("close", name);
      }
      endList();
      write("\n");
    }
    if (!parts.length) write("\n");
    source = source.slice(0, -1); // the end of the last row
    return { source, firstLine, events: ideasHub.prose.withBareAddresses(events, source), limit: null };
  }

  /* ---- Facts as YAML: what it could read as anything else than words stands between quotes ---- */

  const PLAIN = /^[\p{L}][\p{L}\p{N}_ ,.()'\u2019/&\u2013\u2014£%?!+-]*$/u;
  const DATE = /^[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?$/;
  const ID = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
  const NO_WORD = /^(?:true|True|TRUE|false|False|FALSE|null|Null|NULL|0|[1-9][0-9]*)$/;

  const isPlain = (text) => text === text.trim() && !NO_WORD.test(text) && (PLAIN.test(text) || DATE.test(text));
  const scalar = (text) => (typeof text === "string" && !isPlain(text) ? JSON.stringify(text) : String(text));

  const isOneRow = (items) => items.every((item) => ID.test(item) && !NO_WORD.test(item));

  function entry(name, value, indent = "") {
    if (Array.isArray(value)) {
      if (isOneRow(value)) return `${indent}${name}: [${value.join(", ")}]\n`;
      return `${indent}${name}:\n${value.map((item) => `${indent}  - ${scalar(item)}\n`).join("")}`;
    }
    if (typeof value === "object") return `${indent}${name}:\n${Object.keys(value).map((inner) => entry(inner, value[inner], `${indent}  `)).join("")}`;
    return `${indent}${name}: ${scalar(value)}\n`;
  }

  /* Returns the line of each fact by the name of its field, as `themes[2]`.  first: that of the first fact. */
  function linesOfFacts(values, names, first) {
    const lines = {};
    let line = first;
    function add(field, value) {
      lines[field] = line;
      if (Array.isArray(value)) {
        const isInOne = isOneRow(value);
        value.forEach((_, index) => { lines[`${field}[${index + 1}]`] = isInOne ? line : (line += 1); });
      }
      line += 1;
      if (value && typeof value === "object" && !Array.isArray(value)) Object.keys(value).forEach((inner) => add(`${field}.${inner}`, value[inner]));
    }
    names.forEach((name) => add(name, values[name]));
    return lines;
  }

  /* ---- The file ---- */

  const VALUES = { line: oneLine, lines: linesOf, choice: (id) => id, choices: (ids) => ids };

  function nameOf(title) {
    const words = ideasHub.words.fold(title).replace(/'/g, "").match(/[a-z0-9]+/g) || [];
    let name = words.shift() || "new-story";
    while (words.length && name.length + words[0].length < 60) name += `-${words.shift()}`;
    return name.slice(0, 60);
  }

  /* Returns {name, text, notes, values, lines, parsed} of answers: the file's name without its ending, its text, what an editor should
     know, row by row, and of the text its facts, the line of each, and what stands below them.
     questions: {id, label, shape, path, heading}, in their order; fields: those of the file, in theirs. */
  function storyFile(answers, questions, fields) {
    const values = { draft: true }, parts = [], notes = [];
    for (const { id, label, shape, path, heading } of questions.filter((question) => !isEmpty(answers[question.id], question.heading))) {
      if (shape === "note") notes.push(`${label} ${oneLine(answers[id])}`);
      else if (heading) parts.push([heading, answers[id]]);
      else {
        const [outer, inner] = path.split("."), value = VALUES[shape](answers[id]);
        if (!value.length) continue;
        values[outer] = inner ? Object.assign(values[outer] || {}, { [inner]: value }) : value;
      }
    }
    const names = fields.filter((field) => field in values), facts = names.map((field) => entry(field, values[field])).join("");
    const inOrder = names.reduce((all, field) => Object.assign(all, { [field]: values[field] }), {}), parsed = textOf(parts, facts.split("\n").length + 2);
    return { name: nameOf(String(values.title || "")), text: `---\n${facts}---\n${parsed.source}\n`, notes, values: inOrder, lines: linesOfFacts(inOrder, names, 2), parsed };
  }

  return Object.assign(storyFile, { isEmpty, visible, oneLine, linesOf });
})();
