/* Markdown as GitHub reads it, with micromark.js: a text becomes events as in ideas_hub/reading/markdown.py, and a preview as in
   article.py.  test_prose.py holds both languages to the same, and names the few kinds of text that the two libraries read differently:
   some lists without words straight below words, rows that are not stepped in as what they belong to, odd tables. */
var ideasHub = ideasHub || {};

ideasHub.markdown = (function () {
  "use strict";

  const { withBareAddresses, IGNORED_BY_BROWSERS } = ideasHub.prose;
  const last = (list) => list[list.length - 1];

  /* ---- Events ---- */

  const LIMITS = { depth: 30, events: 30000, signs: 30000 }; // as in markdown.py
  const ALERT = /^\[!(note|tip|important|warning|caution)\][ \t]*$/i;
  const PARTS = {
    atxHeading: "Heading", blockQuote: "BlockQuote", codeFenced: "CodeBlock", codeIndented: "CodeBlock", emphasis: "Emphasis",
    gfmFootnoteDefinition: "FootnoteDefinition", htmlFlow: "HtmlBlock", image: "Image", link: "Link", listOrdered: "List",
    listUnordered: "List", setextHeading: "Heading", strikethrough: "Strikethrough", strong: "Strong", table: "Table", tableHead: "TableHead",
  };
  const TEXTS = new Set(["atxHeadingText", "paragraph", "setextHeadingText"]);
  const APART = new Set([ // what stands in these is no text of its own
    "codeFenced", "codeFencedFenceInfo", "codeFencedFenceMeta", "codeIndented", "codeText", "definition", "definitionDestinationString",
    "definitionLabelString", "definitionTitleString", "gfmFootnoteCall", "gfmFootnoteDefinitionLabelString", "htmlFlow", "htmlText",
    "reference", "resource", "resourceDestinationString", "resourceTitleString", "taskListCheck",
  ]);

  const labelOf = (words) => micromark.normalizeIdentifier(words).toLowerCase();

  /* Marks the lists with an empty line between two of their parts: what stands in them is in paragraphs. */
  function markLooseLists(tokens) {
    const open = [{}];
    for (const [step, token] of tokens) {
      const list = last(open);
      if (token._container) {
        list.isAtMarker = false;
        if (step === "enter") open.push(token);
        else open.pop();
        last(open).isAtMarker = false;
      } else if (token.type === "lineEndingBlank") {
        if (step === "enter" && !list.isAtMarker) list.isLoose = true;
        list.isAtMarker = false;
      } else if (token.type !== "linePrefix") {
        list.isAtMarker = token.type === "listItemPrefix" && step === "exit";
      }
    }
  }

  /* Reads the tokens of micromark one by one.
     alerts: the names of those whose first row is empty in the source, by the place of their quotation. */
  class Reader {
    constructor(source, firstLine, alerts) {
      this.source = source;
      this.firstLine = firstLine;
      this.alerts = alerts;
      this.events = [];
      this.definitions = new Map();
      this.newAlerts = [];
      this.apart = [];
      this.media = []; // details of the links and images that are open
      this.references = [];
      this.lists = [];
      this.tight = [];
    }

    read([step, token, context]) {
      const { type } = token, name = PARTS[type], handle = (step === "enter" ? ENTER : EXIT)[type];
      this.slice = context.sliceSerialize;
      if (step === "enter") {
        if (TEXTS.has(type)) this.isInText = true;
        const event = name && this.add("open", name, null, token);
        if (handle) handle(this, token, event);
        if (APART.has(type)) this.apart.push("");
      } else {
        if (TEXTS.has(type)) this.isInText = false;
        const words = APART.has(type) ? this.apart.pop() : this.slice(token);
        if (handle) handle(this, token, words);
        if (name) this.add("close", name, null, token);
      }
    }

    lineOf(token) {
      return token.start.line - 1 + this.firstLine;
    }

    add(kind, name, value, token) {
      const event = { kind, name, value, line: this.lineOf(token), start: token.start.offset, end: token.end.offset };
      this.events.push(event);
      return event;
    }

    addText(token, words) {
      const before = last(this.events);
      if (this.apart.length) this.apart.push(this.apart.pop() + words);
      else if (before && before.kind === "text") Object.assign(before, { value: before.value + words, end: token.end.offset });
      else if (before && before.kind === "task" && !/[^ \t]/.test(words)) return;
      else this.add("text", "", before && before.kind === "task" ? words.replace(/^[ \t]+/, "") : words, token);
    }

    addBreak(token) {
      if (this.apart.length) this.addText(token, "\n");
      else if (this.isInText && last(this.events).name !== "hard" && last(this.events).kind !== "task") this.add("break", "", null, token);
    }

    addAutolink(token, type, target) {
      this.add("open", "Link", { type, target, title: "", label: "" }, token);
      this.add("text", "", target, token);
      this.add("close", "Link", null, token);
    }

    /* Notes a paragraph that is the first row of a quotation and makes an alert of it. */
    findAlert(token, event) {
      const quote = this.events[this.events.length - (event ? 2 : 1)];
      const start = token.start.offset;
      if (!quote || quote.name !== "BlockQuote" || quote.kind === "close" || quote.value || start > quote.start + 2) return;
      const row = this.source.slice(start).split("\n", 1)[0], alert = ALERT.exec(row);
      if (alert) this.newAlerts.push({ quote: quote.start, name: alert[1][0].toUpperCase() + alert[1].slice(1).toLowerCase(), start, end: start + row.length });
    }

    /* Makes a task of an item that is nothing but its box. */
    findTask() {
      const box = last(this.events), [before, start] = this.events.slice(-3, -1);
      const item = start && start.name === "Paragraph" ? before : start;
      if (!item || item.name !== "Item" || item.kind === "close" || box.kind !== "text" || !/^\[[ xX]\]$/.test(box.value)) return;
      if (box.end !== box.start + 3 || box.end === this.source.length) return;
      Object.assign(box, { kind: "task", value: box.value !== "[ ]" });
    }

    closeItem(token) {
      if (last(this.lists).hasItems) this.add("close", "Item", null, token);
    }
  }

  /* What to do where a token starts: (reader, token, the event that its part opens). */
  const ENTER = {
    paragraph(reader, token) {
      reader.findAlert(token);
      if (!last(reader.tight)) reader.add("open", "Paragraph", null, token);
    },
    atxHeading: (reader, token, event) => (reader.heading = Object.assign(event, { value: { level: 0 } })),
    setextHeading(reader, token, event) {
      reader.findAlert(token, event);
      ENTER.atxHeading(reader, token, event);
    },
    blockQuote(reader, token, event) {
      reader.tight.push(false);
      event.value = reader.alerts.get(event.start) || null;
    },
    listOrdered(reader, token, event) {
      reader.tight.push(!token.isLoose);
      reader.lists.push({ event, hasItems: false });
    },
    listItemPrefix(reader, token) {
      reader.closeItem(token);
      last(reader.lists).hasItems = true;
      reader.add("open", "Item", null, token);
    },
    codeFenced: (reader, token, event) => (reader.code = event.value = { info: "" }),
    definition: (reader, token) => reader.media.push({ target: "", title: "", label: "", line: reader.lineOf(token) }),
    gfmFootnoteDefinition: (reader, token, event) => reader.tight.push(false) && (reader.note = event),
    table: (reader, token, event) => (event.value = reader.columns = token._align),
    tableRow(reader, token) {
      reader.cell = 0;
      if (last(reader.events).name !== "TableHead" || last(reader.events).kind === "close") reader.add("open", "TableRow", null, token);
    },
    tableData(reader, token) {
      reader.beforeCell = reader.events.length;
      reader.add("open", "TableCell", null, token);
    },
    link: (reader, token, event) => reader.media.push((event.value = { type: "Shortcut", target: "", title: "", label: "" })),
    resource: (reader) => (last(reader.media).type = "Inline"),
    taskListCheck: (reader, token) => reader.add("task", "", false, token),
    characterEscape: (reader, token) => (reader.entity = token),
    characterReference: (reader, token) => (reader.base = 0) || (reader.entity = token),
    characterReferenceMarkerNumeric: (reader) => (reader.base = 10),
    characterReferenceMarkerHexadecimal: (reader) => (reader.base = 16),
  };
  Object.assign(ENTER, { image: ENTER.link, listUnordered: ENTER.listOrdered, tableHeader: ENTER.tableData });

  /* What to do where a token ends: (reader, token, its words). */
  const EXIT = {
    paragraph(reader, token) {
      reader.findTask();
      if (!last(reader.tight)) reader.add("close", "Paragraph", null, token);
    },
    atxHeadingSequence: (reader, token, words) => (reader.heading.value.level = reader.heading.value.level || words.length),
    setextHeadingLineSequence: (reader, token, words) => (reader.heading.value.level = words[0] === "=" ? 1 : 2),
    blockQuote: (reader) => reader.tight.pop(),
    listItemValue(reader, token, words) {
      const list = last(reader.lists).event;
      if (list.value === null) list.value = Number(words);
    },
    listOrdered(reader, token) {
      reader.closeItem(token);
      reader.tight.pop();
      reader.lists.pop();
    },
    codeFencedFenceInfo: (reader, token, words) => (reader.code.info = words),
    codeFencedFenceMeta: (reader, token, words) => (reader.code.info += ` ${words}`),
    codeFenced: (reader, token, words) => words.length > 1 && reader.addText(token, words.slice(1).replace(/([^\n])$/, "$1\n")),
    codeIndented: (reader, token, words) => reader.addText(token, `${words}\n`),
    htmlFlow: (reader, token, words) => reader.add("html", "", `${words}\n`, token),
    thematicBreak: (reader, token) => reader.add("rule", "", null, token),
    definition(reader) {
      const definition = reader.media.pop(), label = labelOf(definition.label);
      if (!reader.definitions.has(label)) reader.definitions.set(label, definition);
    },
    definitionLabelString: (reader, token) => EXIT.labelText(reader, token, reader.slice(token)),
    gfmFootnoteDefinitionLabelString: (reader, token) => (reader.note.value = labelOf(reader.slice(token))),
    gfmFootnoteDefinition: (reader) => reader.tight.pop(),
    tableData(reader, token) {
      if (reader.cell < reader.columns.length) reader.add("close", "TableCell", null, token);
      else reader.events.length = reader.beforeCell; // there is no such column
      reader.cell += 1;
    },
    tableRow(reader, token) {
      const end = Object.assign({}, token, { start: token.end });
      for (; reader.cell < reader.columns.length; reader.cell++) for (const kind of ["open", "close"]) reader.add(kind, "TableCell", null, end);
      reader.add("close", "TableRow", null, token);
    },
    tableHead: (reader) => reader.events.pop(), // the end of its row
    table: (reader) => (reader.columns = null),
    codeText(reader, token, words) {
      const row = words.replace(/\n/g, " ");
      reader.add("code", "", reader.columns ? row.replace(/\\([\\|])/g, (both, sign) => (sign === "|" ? sign : both)) : row, token);
    },
    htmlText: (reader, token, words) => reader.add("html", "", words, token),
    labelText: (reader, token, words) => (last(reader.media).label = words),
    resourceDestinationString: (reader, token, words) => (last(reader.media).target = words),
    resourceTitleString: (reader, token, words) => (last(reader.media).title = words),
    referenceString: (reader, token, words) => Object.assign(last(reader.media), { type: "Reference", label: words }),
    reference: (reader) => (last(reader.media).type = last(reader.media).type.replace("Shortcut", "Collapsed")),
    link: (reader) => reader.references.push(reader.media.pop()),
    autolinkProtocol: (reader, token, words) => reader.addAutolink(token, "Autolink", words),
    autolinkEmail: (reader, token, words) => reader.addAutolink(token, "Email", words),
    gfmFootnoteCallString: (reader, token, words) => (reader.called = labelOf(words)),
    gfmFootnoteCall: (reader, token) => reader.add("footnote", "", reader.called, token),
    taskListCheckValueChecked: (reader) => (last(reader.events).value = true),
    data: (reader, token, words) => reader.addText(token, words),
    characterEscapeValue: (reader, token, words) => reader.addText(reader.entity, words),
    characterReferenceValue: (reader, token, words) => reader.addText(reader.entity, reader.base ? micromark.numericEntity(words, reader.base) : micromark.entity(words)),
    hardBreakEscape: (reader, token) => reader.apart.length || reader.add("break", "hard", null, token),
    lineEnding: (reader, token) => reader.addBreak(token),
  };
  Object.assign(EXIT, {
    codeFlowValue: EXIT.data, codeTextData: EXIT.data, hardBreakTrailing: EXIT.hardBreakEscape, htmlFlowData: EXIT.data, htmlTextData: EXIT.data,
    definitionDestinationString: EXIT.resourceDestinationString, definitionTitleString: EXIT.resourceTitleString, image: EXIT.link,
    listUnordered: EXIT.listOrdered, tableHeader: EXIT.tableData,
  });

  function chunksOf(source) {
    const split = micromark.preprocess();
    split(""); // else a byte order mark at the start is dropped
    return split(source.replace(/\0/g, "\ufffd"), undefined, true);
  }

  /* Returns what is read of a text, before its limits are looked at. */
  function readAll(source, firstLine, alerts) {
    const tokens = micromark.postprocess(micromark.parse({ extensions: micromark.extensions }).document().write(chunksOf(source)));
    const reader = new Reader(source, firstLine, alerts);
    markLooseLists(tokens);
    tokens.forEach(reader.read, reader);
    if (reader.newAlerts.length) {
      let blanked = source;
      for (const { quote, name, start, end } of reader.newAlerts) {
        const rest = blanked.slice(end).replace(/^(\n[ >]*> ?)( {4,})(?=[^\s>])/, "$2$1"); // no code, but words
        blanked = blanked.slice(0, start) + " ".repeat(end - start) + rest;
        alerts.set(quote, name);
      }
      return readAll(blanked, firstLine, alerts);
    }
    for (const details of reader.references) {
      const { target, title } = details.type === "Inline" ? details : reader.definitions.get(labelOf(details.label));
      Object.assign(details, { target, title });
    }
    return reader;
  }

  /* Returns the limit that a text breaks, so that nothing is made of it: {name, line}, or null. */
  function limitOf(events, source, firstLine) {
    let depth = 0;
    for (const [place, event] of events.entries()) {
      depth += event.kind === "open" ? 1 : event.kind === "close" ? -1 : 0;
      if (depth > LIMITS.depth) return { name: "depth", line: event.line };
      if (place === LIMITS.events) return { name: "parts", line: event.line };
    }
    return source.split(/[&<>"]/).length - 1 > LIMITS.signs ? { name: "parts", line: firstLine } : null;
  }

  /* Returns {source, firstLine, events, definitions, limit} of a text.
     events: {kind, name, value, line, start, end} as in markdown.py, with places in characters; the value of a heading is {level}, of
     a link or an image {type, target, title, label}, of code in fences {info}, of a table the alignment of its columns.
     definitions: {target, title, label, line} of links; of two with one label the first counts.
     limit: one that the text breaks, {name: "depth" or "parts", line}; then there are no events. */
  function parse(source, firstLine = 1) {
    const read = readAll(source, firstLine, new Map()), events = withBareAddresses(read.events, source);
    const limit = limitOf(events, source, firstLine);
    return { source, firstLine, events: limit ? [] : events, definitions: Array.from(read.definitions.values()), limit };
  }

  /* ---- Preview ---- */

  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const escaped = (words) => words.replace(/[&<>"]/g, (sign) => SIGNS[sign]);
  const TAGS = { Paragraph: "p", Item: "li", BlockQuote: "blockquote", Emphasis: "em", Strong: "strong", Strikethrough: "del" };

  /* Returns a link's target, or "" for one that a preview must not follow. */
  function safeTarget({ type, target }) {
    const address = (type === "Email" ? `mailto:${target}` : target).trim(), seen = address.replace(IGNORED_BY_BROWSERS, "");
    const isSafe = /^[a-z][a-z0-9+.-]*:/i.test(seen) ? /^(?:https?|mailto):/i.test(seen) : !/^[/\\]{2}/.test(seen);
    return isSafe ? address : "";
  }

  /* Returns events with the text first and then its notes, in the order in which it mentions them. */
  function notesLast(events) {
    const body = [], notes = new Map(), targets = [body];
    for (const event of events) {
      if (event.name !== "FootnoteDefinition") last(targets).push(event);
      else if (event.kind === "close") targets.pop();
      else targets.push(notes.get(event.value) || notes.set(event.value, []).get(event.value));
    }
    const labels = Array.from(new Set(events.filter(({ kind }) => kind === "footnote").map(({ value }) => value)));
    return { body, labels, notes: labels.map((label) => notes.get(label) || []) };
  }

  /* Returns safe HTML that shows a text nearly as its page will: raw HTML as words, and of a picture its words. */
  function htmlOf(source) {
    const { body, labels, notes } = notesLast(parse(source).events);
    const ends = [];
    let cell = "", columns = [], column = 0;

    const opened = {
      Heading: ({ level }) => [`<h${Math.max(level, 2)}>`, `</h${Math.max(level, 2)}>`],
      BlockQuote: (alert) => [`<blockquote>${alert ? `<p><strong>${alert}</strong></p>` : ""}`, "</blockquote>"],
      CodeBlock: () => ["<pre><code>", "</code></pre>"],
      HtmlBlock: () => ["<p>", "</p>"],
      Image: () => ['<span class="picture">', "</span>"],
      List: (start) => (start === null ? ["<ul>", "</ul>"] : [`<ol${start === 1 ? "" : ` start="${start}"`}>`, "</ol>"]),
      Link(details) {
        const target = safeTarget(details);
        return target ? [`<a href="${escaped(target)}">`, "</a>"] : ["", ""];
      },
      Table(align) {
        columns = align;
        return ["<table>", "</tbody></table>"];
      },
      TableHead() {
        cell = "th";
        column = 0;
        return ["<thead><tr>", "</tr></thead><tbody>"];
      },
      TableRow() {
        cell = "td";
        column = 0;
        return ["<tr>", "</tr>"];
      },
      TableCell() {
        const align = columns[column++];
        return [`<${cell}${align === "none" ? "" : ` align="${align}"`}>`, `</${cell}>`];
      },
    };
    const written = {
      text: ({ value }) => escaped(value),
      html: ({ value }) => escaped(value),
      code: ({ value }) => `<code>${escaped(value)}</code>`,
      break: ({ name }) => (name ? "<br>\n" : "\n"),
      rule: () => "<hr>",
      task: ({ value }) => (value ? "\u2611 " : "\u2610 "),
      footnote: ({ value }) => `<sup>${labels.indexOf(value) + 1}</sup>`,
      close: () => ends.pop(),
      open({ name, value }) {
        const [start, end] = name in TAGS && !value ? [`<${TAGS[name]}>`, `</${TAGS[name]}>`] : opened[name](value);
        ends.push(end);
        return start;
      },
    };
    const write = (events) => events.map((event) => written[event.kind](event)).join("");
    const list = notes.map((note) => `<li>${write(note)}</li>`).join("");
    return write(body) + (list && `<hr><ol>${list}</ol>`);
  }

  return { parse, htmlOf, LIMITS };
})();
