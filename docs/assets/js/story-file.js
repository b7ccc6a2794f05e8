/* Answers become the file of a case study: the same text that ideas_hub/drafting makes of them; a test holds both to it. */
var ideasHub = ideasHub || {};

ideasHub.storyFile = (function () {
  "use strict";

  /* ---- Words as they are typed ---- */

  const NOTHING = new Set(["", "-", "\u2013", "\u2014", "n/a", "na", "none", "nil", "not applicable", "no response"]);
  const HIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028-\u202e\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{f0000}-\u{10ffff}\p{Cs}]/gu;
  const MARK = "[^\\p{L}\\p{N}_\\s\\0-\\u02ff\\u060c\\u061b\\u061f\\u066a-\\u066d\\u06d4\\u0964\\u0965\\u2000-\\u20cf\\u2100-\\u2bff\\u3000-\\u3029\\u3030-\\u303f\\ufe00-\\ufe1f\\ufe30-\\ufe4f\\uff00-\\u{10ffff}]";
  const HIDDEN_BEHIND = [ // what stands in the group stays: hidden_characters.py looks behind, which old browsers cannot
    /([^\u1820-\u18aa]|^)[\u180b-\u180d\u180f]+/gu, /([\ufe00-\ufe0f])[\ufe00-\ufe0f]+/gu, new RegExp(`(${MARK}{8})${MARK}+`, "gu"),
    /([^\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]|^)[\u{e0100}-\u{e01ef}]+/gu, /([^\u{1f3f4}\u{e0020}-\u{e007e}]|^)[\u{e0000}-\u{e007f}]+/gu,
  ];
  const LETTER = /^[\p{L}\p{N}]$/u;
  const BULLET = /^(?:[-*+•·\u2013]|\(?[0-9]{1,3}[.)])\s+(?=\S)/;

  const isEmpty = (answer) => (Array.isArray(answer) ? !answer.some(Boolean) : NOTHING.has((answer || "").replace(/^[ \t\n.]+|[ \t\n.]+$/g, "").toLowerCase()));
  const shown = (text) => HIDDEN_BEHIND.reduce((words, pattern) => words.replace(pattern, "$1"), text.replace(/\t/g, " ").replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(HIDDEN, ""));
  const tidy = (row) => row.split(/\s+/).filter(Boolean).join(" ");
  const rowsOf = (text) => shown(text).split("\n").map(tidy);
  const oneLine = (text) => tidy(shown(text));
  const linesOf = (text) => rowsOf(text).map((row) => row.replace(BULLET, "")).filter(Boolean);

  /* ---- Markdown that shows just those words: a paragraph for each line; only lists keep their meaning ---- */

  function escaped(row) {
    const isInWord = (text, at) => LETTER.test(text[at - 1]) && LETTER.test(text[at + 1]);
    const words = row.replace(/&(?=#?[\p{L}\p{N}_]+;)/gu, "&amp;")
      .replace(/[\\`*_{}[\]|~]/g, (sign, at, text) => (sign === "_" && isInWord(text, at) ? sign : `\\${sign}`))
      .replace(/</g, "&lt;");
    const first = /^(?:[#>+-]|:(?=\s)|([?!:])\1\1|\/\/\/|===|%%|[0-9]+(?=[.)]))/.exec(words);
    if (!first) return words;
    const rest = words.slice(first[0].length);
    if (first[0] === ":") return `&#58;${rest}`;
    return /[0-9]/.test(first[0]) ? `${first[0]}\\${rest}` : `\\${first[0]}${rest}`;
  }

  /* Returns the rows of an answer that show something: {marker, words, gap}, the gap being what stands between it and the row before. */
  function blocksOf(text) {
    const blocks = [];
    for (const row of rowsOf(text)) {
      if (/^[\s=_*~-]*$/.test(row)) continue;
      const bullet = BULLET.exec(row), numbered = /^\(?([0-9]{1,3})[.)]\s+(?=\S)/.exec(row), above = blocks[blocks.length - 1];
      const marker = numbered ? `${numbered[1]}. ` : bullet ? "- " : "";
      const goesOn = marker && above && marker.slice(-2) === above.marker.slice(-2);
      blocks.push({ marker, words: bullet ? row.slice(bullet[0].length) : row, gap: !above ? "" : goesOn ? "\n" : "\n\n" });
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
        add("text", "", words, escaped(words));
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
    for (const { id, label, shape, path, heading } of questions.filter((question) => !isEmpty(answers[question.id]))) {
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

  return Object.assign(storyFile, { isEmpty, oneLine, linesOf });
})();
