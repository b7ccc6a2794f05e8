/* What people who listen to a page need of its pictures, links, headings and tables, as ideas_hub/checks/accessibility.py.
   For a file alone: a typed story has no marks for any of them. */
var ideasHub = ideasHub || {};

ideasHub.rules = (ideasHub.rules || []).concat(function (tools) {
  "use strict";

  const { constants: { accessibility }, casefold, filled, split, strip, excerpt, matchAt, isWhole, lineAt } = tools;
  const { isGroup, fieldName, lineOf } = ideasHub.valuePaths;

  const last = (list) => list[list.length - 1];
  const warning = (rule, given) => tools.problem(Object.assign({ rule, severity: "should fix" }, given));
  const filledAll = (parts, values) => parts.map((part) => filled(part, values));

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
    for (const passage of passages.filter(({ shape, isBold }) => shape === "heading" || isBold)) {
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

  return [
    { order: 5, name: "alt-text", find: poorAltText },
    { order: 6, name: "link-text", find: (file) => (file.isInEnglish ? vagueLinks(file) : []) },
    { order: 7, name: "headings", find: headingFaults },
    { order: 8, name: "tables", find: tablesWithoutHeadings },
  ];
});
