/* What readers meet of a text: its events become passages and links as in ideas_hub/reading/prose.py, and addresses without marks are
   links as in bare_addresses.py.  Events are as in markdown.py; markdown.js makes them of any text, story-file.js of a typed story. */
var ideasHub = ideasHub || {};

ideasHub.prose = (function () {
  "use strict";

  const last = (list) => list[list.length - 1];

  /* ---- Addresses that stand in a text without marks ---- */

  const ADDRESS = /(^|[^A-Za-z])((?:[Hh][Tt][Tt][Pp][Ss]?|[Ff][Tt][Pp]):\/\/[^\s<]+)|(^|[\s*_~(])(www\.[^\s<]+)|(^|[^\w.+-])([\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[\w-]*[A-Za-z](?![\w@-]))/g;
  const MAX_ADDRESS = 1000; // a longer one is not an address that anybody follows
  const IGNORED_BY_BROWSERS = /[\0-\x20\x7f]/g; // `java script:` is a script to them
  const TRAILING = "?!.,:*_~'\"";

  /* Returns the address at the start of a run without spaces, or "" (GFM 0.29, section 6.9). */
  function addressIn(run) {
    const domain = /^[\p{L}\p{N}_.-]+/u.exec(run.replace(/^\w+:\/\//, ""));
    if (!domain || domain[0].split(".").slice(-2).join("").includes("_")) return "";
    let address = run, unopened = run.split(")").length - run.split("(").length;
    for (; ; address = address.slice(0, -1)) {
      const sign = last(address);
      if (sign === ";") address = address.replace(/(.)&\p{L}+;$/u, "$1;");
      else if (sign === ")" && unopened > 0) unopened -= 1;
      else if (!TRAILING.includes(sign)) return address;
    }
  }

  const wholeAddress = (address) => address.replace(/^www\./, "http://$&");

  /* Returns the first address from a place on, {start, run, isMail}, or null.  run: all up to the next space. */
  function findAddress(words, place) {
    ADDRESS.lastIndex = place;
    const match = ADDRESS.exec(words), run = match && (match[2] || match[4] || match[6]);
    return match && { start: match.index + match[0].length - run.length, run, isMail: Boolean(match[6]) };
  }

  function addressesIn(words) {
    const found = [];
    for (let one = findAddress(words, 0); one; one = findAddress(words, one.start + one.run.length)) {
      const { start, run, isMail } = one, address = run.length <= MAX_ADDRESS && (isMail ? run : addressIn(run));
      if (address) found.push({ start, address, isMail });
    }
    return found;
  }

  /* Returns the words of an event with links among them. */
  function withLinks(event, source) {
    const length = event.end - event.start, written = addressesIn(source.slice(event.start, event.end + MAX_ADDRESS));
    const onGitHub = new Set(written.filter(({ start }) => start < length).map(({ address }) => address));
    const found = [];
    let done = 0;
    const add = (changes) => found.push(Object.assign({}, event, changes));
    const addWords = (end) => done < end && add({ value: event.value.slice(done, end) });
    for (const { start, address, isMail } of addressesIn(event.value)) {
      const type = isMail ? "Email" : onGitHub.has(address) ? "Bare" : "Misread";
      const target = isMail ? address : wholeAddress(address);
      addWords(start);
      done = start;
      add({ kind: "open", name: "Link", value: { type, target, title: "", label: "" } });
      addWords(start + address.length);
      done = start + address.length;
      add({ kind: "close", name: "Link", value: null });
    }
    addWords(event.value.length);
    return found;
  }

  function withBareAddresses(events, source) {
    const found = [];
    let inside = 0;
    for (const event of events) {
      if (/^(?:Link|Image|CodeBlock)$/.test(event.name)) inside += event.kind === "open" ? 1 : -1;
      if (event.kind === "text" && !inside && /[/@]|www\./.test(event.value) && !event.value.includes("{{")) found.push(...withLinks(event, source));
      else found.push(event);
    }
    return found;
  }

  /* ---- Passages and links ---- */

  const LEAVES = { Paragraph: "paragraph", Heading: "heading", TableCell: "cell" };
  const INLINE = new Set(["Emphasis", "Strikethrough", "Image"]);
  const WORDLESS_LINKS = new Set(["Autolink", "Bare", "Misread", "Email"]);
  const TEMPLATE = /\{\{[^{}\n]*(?:\}\}|$)|\{%[^\n]*?(?:%\}|$)/g; // what another system would fill in
  const HALF_LINK = /(?:^|[^\\])\][ \u00a0]+\($|\([^()\n]+\)\[$/; // what stands before an address that was meant to be a link's

  /* Returns {passages, links}: see Passage and LinkWords in prose.py. */
  function proseOf(events) {
    const passages = [], links = [], openLinks = [];
    let block = "", level = 0, words = [], start = 0, line = 0;
    let startsItem = false, isInHead = false, bold = 0, notBold = 0;

    function readWords(event) {
      if (!words.length) start = event.line;
      else if (event.line > line) words.push("\n".repeat(event.line - line));
      words.push(event.kind === "text" ? event.value.replace(TEMPLATE, "\u2026") : " ");
      line = event.line;
      if (event.kind === "code" || !(bold || !event.value.trim())) notBold += 1;
    }

    function addPassage() {
      const text = words.join(""), isBold = !notBold;
      let shape = LEAVES[block] || "paragraph";
      words = [];
      notBold = 0;
      if (shape === "cell" && isInHead) shape = "column";
      if (block === "CodeBlock" || !(text.trim() || shape === "heading" || shape === "column")) return;
      if (startsItem && shape === "paragraph") {
        shape = "item";
        startsItem = false;
      }
      passages.push({ shape, text, line: start, field: "", level, isBold: isBold && shape === "paragraph" });
    }

    function readBlock({ kind, name, value, line: place }) {
      if (words.length || block === "Heading" || block === "TableCell") addPassage();
      const isOpen = kind === "open";
      block = isOpen ? name : "";
      if (name === "Heading" || name === "TableCell") {
        start = place;
        level = isOpen && name === "Heading" ? value.level : 0;
      } else if (name === "Item") {
        startsItem = isOpen;
      } else if (name === "TableHead") {
        isInHead = isOpen;
      }
    }

    function readLink(event) {
      if (event.kind === "open") {
        openLinks.push([event, words.length]);
        return;
      }
      const [{ value: { type }, line: place }, first] = openLinks.pop(), isBare = WORDLESS_LINKS.has(type);
      const isHalf = type === "Bare" && first && HALF_LINK.test(words[first - 1]);
      if (!isHalf) links.push({ words: words.slice(first).join(""), line: place, isBare });
      if (isBare) words.splice(first, words.length, " ");
    }

    for (const event of events) {
      const { kind, name } = event;
      if (kind === "text" || kind === "code") {
        readWords(event);
      } else if (kind === "break") {
        if (!words.length) start = line = event.line;
        words.push("\n");
        line += 1;
      } else if (name === "Link") {
        readLink(event);
      } else if (name === "Strong") {
        bold += kind === "open" ? 1 : -1;
      } else if (name && !INLINE.has(name)) {
        readBlock(event);
      }
    }
    return { passages, links };
  }

  return { withBareAddresses, findAddress, addressIn, wholeAddress, MAX_ADDRESS, proseOf, HALF_LINK, IGNORED_BY_BROWSERS };
})();
