/* The finder: searches and narrows all entries in the browser, from the small scripts that ideas_hub/search writes.

   The page (overrides/find.html) holds everything that is shown: a form, a place for results, templates for a card and a
   chip.  This script fills them.  What comes from content reaches the page as text only, never as HTML.

   state (what the address says)  ->  match (which entries have the words)  ->  narrow (which of them the filters leave)
   ->  counts, notes, chips, cards.  Every change runs all of it again; only chunks are kept.

   A set of entries is a Uint8Array with one bit an entry, the lowest bit of the first byte for entry 0. */
(function () {
  "use strict";

  const SHOWN = 20; // results at first, and with each "show more"
  const FEW = 5; // when fewer entries have all the words, those with one word less follow
  const RARE = 3; // a word that fewer entries have may also be the start of another
  const MOST_CHUNKS = 2; // that the start of a word may load: "co" would load a fifth of all words
  const PAUSE = { typing: 120, speaking: 800 }; // milliseconds

  const page = document.querySelector("[data-find]");
  if (!page) return;
  const part = (name) => page.querySelector(`[data-find-${name}]`);
  const form = part("form");
  const folder = page.dataset.manifest.replace(/[^/]*$/, "");

  /* ---- Chunks: scripts that hand over data, which also works from file:// ---- */

  const chunks = new Map();

  window.ideasHub = {
    chunk(name, data) {
      if (chunks.has(name)) chunks.get(name).take(data);
    },
  };

  function load(name) {
    if (!chunks.has(name)) {
      const chunk = {};
      chunk.data = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        let taken = false;
        chunk.take = (data) => { taken = true; resolve(data); };
        script.onload = script.onerror = () => {
          script.remove();
          if (taken) return;
          chunks.delete(name); // so that the next search tries again
          reject(new Error(`${name} did not load`));
        };
        script.src = `${folder}${name}.js`;
        document.head.append(script);
      });
      chunks.set(name, chunk);
    }
    return chunks.get(name).data;
  }

  let hub = null; // what the manifest says, once it is here

  async function open() {
    if (hub) return;
    const said = await load(page.dataset.manifest.slice(folder.length).replace(/\.js$/, ""));
    const held = await load(`facets.${said.held}`);
    hub = {
      size: said.size,
      stop: new Set(said.stop.split(" ")),
      words: directory("words", said.words),
      spelling: directory("spelling", said.spelling),
      cards: said.cards.split(" ").map((hash) => `cards.${hash}`),
      cardsInAChunk: said.cardsInAChunk,
      orders: `orders.${said.orders}`,
      newestLast: said.newestLast,
      facets: said.facets.map(([id, label, choices], i) => ({ id, label, choices: new Map(choices), sets: sets(choices, held[i], said.size) })),
    };
  }

  function directory(kind, [starts, hashes]) {
    return { starts: starts.split(" "), names: hashes.split(" ").map((hash) => `${kind}.${hash}`) };
  }

  /* The chunks that may hold words from first to last, both included. */
  function reach({ starts, names }, first, last) {
    const after = starts.findIndex((start) => start > first);
    const beyond = starts.findIndex((start) => start > last);
    return names.slice((after < 0 ? names.length : after) - 1, beyond < 0 ? names.length : beyond);
  }

  /* ---- Sets ---- */

  const BITS = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replace(/0/g, "").length);
  const emptySet = (size) => new Uint8Array((size >> 3) + 1);
  const has = (set, entry) => (set[entry >> 3] >> (entry & 7)) & 1;
  const add = (set, entry) => { set[entry >> 3] |= 1 << (entry & 7); };
  const both = (one, other) => one.map((byte, i) => byte & other[i]);
  const either = (one, other) => one.map((byte, i) => byte | other[i]);
  const count = (set) => set.reduce((sum, byte) => sum + BITS[byte], 0);

  /* Who has which value of a facet: written as one character an entry, or as one set a value. */
  function sets(choices, held, size) {
    const made = new Map(choices.map(([value]) => [value, emptySet(size)]));
    const inOrder = Array.from(made.values());
    if (typeof held === "string") {
      for (let entry = 0; entry < size; entry++) {
        const set = inOrder[held.charCodeAt(entry) - 48]; // "0" is the first value, "." is none
        if (set) add(set, entry);
      }
    } else {
      held.forEach((bytes, i) => inOrder[i].set(Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))));
    }
    return made;
  }

  /* ---- Words: folded and split as in ideas_hub/search/words.py; a change there is a change here ---- */

  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

  function fold(text) {
    return text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
      .replace(/[\u2018\u2019\u02bc\uff07]/g, "'").replace(/[\u2010\u2011\u2212\uff0d]/g, "-")
      .normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").normalize("NFC")
      .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]);
  }

  const tidy = (token) => token.replace(/^'+|'+$/g, "").replace(/'s$/, "").replace(/'/g, "").slice(0, 40);
  const counts = (word) => word && !hub.stop.has(word) && !/^[a-z]$/.test(word);

  /* What is looked for: "co-design" as one word, and as two where nobody writes it as one. */
  function split(text) {
    const tokens = [];
    for (const token of fold(text).match(/[\p{L}\p{N}\p{M}'&-]+/gu) || []) {
      const parts = token.split(/[-&]/).map(tidy);
      const joined = parts.join("").slice(0, 40);
      const words = parts.filter(counts);
      if (parts.filter(Boolean).length > 1) tokens.push({ word: joined, parts: words });
      else if (words.length) tokens.push({ word: joined, parts: [] });
    }
    return tokens.filter((token, i) => tokens.findIndex((other) => other.word === token.word) === i);
  }

  /* Returns [postings, factor] of each group that a word stands for; begins: it may be the start of a longer word. */
  async function lookUp(word, begins) {
    const [name] = reach(hub.words, word, word);
    const [words, groups, postings] = await load(name);
    const at = ` ${words} `.indexOf(` ${word} `);
    const own = at < 0 ? [] : [[postings[groups[words.slice(0, at).split(" ").length - 1]], 1]];
    if (!begins || word.length < 2 || (own.length && own[0][0].length >= 2 * RARE)) return own;
    const names = reach(hub.words, word, `${word}\uffff`);
    if (names.length > MOST_CHUNKS) return own;
    return own.concat(...(await Promise.all(names.map(load))).map((chunk) => startingWith(word, chunk)));
  }

  function startingWith(word, [words, groups, postings]) {
    const lists = new Map();
    words.split(" ").forEach((longer, i) => {
      const factor = word.length / longer.length; // the less is missing, the likelier it is meant
      if (longer.startsWith(word) && !(lists.get(groups[i]) > factor)) lists.set(groups[i], factor);
    });
    return Array.from(lists, ([group, factor]) => [postings[group], factor]);
  }

  /* Returns the terms of one token: what was asked, what is shown instead if that is nowhere, and its lists. */
  async function resolve(token, begins, exact) {
    const lists = await lookUp(token.word, begins);
    if (!lists.length && token.parts.length) {
      const parts = token.parts.map((word, i) => resolve({ word, parts: [] }, begins && i === token.parts.length - 1, exact));
      return [].concat(...(await Promise.all(parts)));
    }
    const instead = lists.length || exact ? "" : await nearest(token.word);
    return [{ asked: token.word, instead, lists: instead ? await lookUp(instead, false) : lists }];
  }

  /* ---- Spelling ---- */

  /* Returns the site's own word most like one that is nowhere, or "".  Two first letters: "agrdening" starts like gardening. */
  async function nearest(word) {
    if (word.length < 4) return "";
    const names = new Set([].concat(...[word[0], word[1]].map((letter) => reach(hub.spelling, letter, `${letter}\uffff`))));
    let best = ["", word.length < 6 ? 1 : word.length < 9 ? 2 : 3, 0];
    for (const [words, entries] of await Promise.all(Array.from(names, load))) {
      words.split(" ").forEach((other, i) => {
        const far = difference(word, other, best[1]);
        if (far < best[1] || (far === best[1] && entries[i] > best[2])) best = [other, far, entries[i]];
      });
    }
    return best[0];
  }

  /* How many letters to add, drop, change or swap (Damerau and Levenshtein); 1.5 for two likely forms of one word. */
  function difference(one, other, most) {
    if (Math.abs(one.length - other.length) > 3) return Infinity;
    let same = 0;
    while (same < one.length && one[same] === other[same]) same++;
    const related = same > 3 && one.length - same < 4 && other.length - same < 4 ? 1.5 : Infinity;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, j) => j);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return related;
      [before, row] = [row, next];
    }
    return Math.min(row[other.length], related);
  }

  /* ---- Match: which entries have the words ---- */

  /* Returns set, hits (terms by entry) and scores by entry, the terms, and how many entries have all terms. */
  async function match({ q, exact }) {
    const tokens = split(q);
    const terms = [].concat(...(await Promise.all(tokens.map((token, i) => resolve(token, i === tokens.length - 1, exact)))));
    const known = terms.filter(({ lists }) => lists.length);
    const hits = new Uint8Array(hub.size);
    const scores = new Float32Array(hub.size);
    for (const { lists } of known) {
      weigh(lists).forEach((score, entry) => {
        if (score > 0) { hits[entry]++; scores[entry] += score; }
      });
    }
    const having = new Uint32Array(known.length + 1); // how many entries have so many of the terms
    hits.forEach((number) => having[number]++);
    const set = emptySet(hub.size);
    const least = leastHits(having, terms.length);
    hits.forEach((number, entry) => { if (number >= least) add(set, entry); });
    return { set, hits, scores, terms, known: known.length, least, complete: having[known.length] };
  }

  /* How many of the words an entry must have: all, or where none does, as many as there are; one less where few do. */
  function leastHits(having, asked) {
    let least = having.length - 1;
    if (!least) return asked ? 1 : 0; // no word is known: nothing; no word was asked: everything
    if (having[least] && having[least] < FEW && least > 1) return least - 1;
    while (least > 1 && !having[least]) least--;
    return least;
  }

  /* Returns the score of each entry for one term.  The rarer a group, the more it says: the idf of BM25. */
  function weigh(lists) {
    const scores = new Float32Array(hub.size);
    for (const [postings, factor] of lists) {
      const entries = postings.length / 2;
      const rarity = factor * Math.log(1 + (hub.size - entries + 0.5) / (entries + 0.5));
      for (let i = 0, entry = -1; i < postings.length; i += 2) {
        entry += postings[i];
        scores[entry] = Math.max(scores[entry], rarity * postings[i + 1]);
      }
    }
    return scores;
  }

  /* ---- Narrow: what the filters leave; values of one facet are OR, facets are AND ---- */

  function narrow(matched, chosen) {
    const unions = hub.facets.map(({ id, sets: all }) => {
      const values = chosen.get(id) || [];
      return values.length ? values.map((value) => all.get(value)).reduce(either) : null;
    });
    const without = (left) => unions.reduce((set, union, i) => (union && i !== left ? both(set, union) : set), matched.set);
    const everything = emptySet(hub.size).fill(255);
    const wordless = unions.reduce((set, union) => (union ? both(set, union) : set), everything);
    return { set: without(-1), without, wordless };
  }

  async function sorted({ set }, matched, { sort }) {
    const entries = [];
    for (let entry = hub.size - 1; entry >= 0; entry--) if (has(set, entry)) entries.push(entry); // the newest first
    if (sort === "relevance" && matched.terms.length) {
      return entries.sort((a, b) => matched.hits[b] - matched.hits[a] || matched.scores[b] - matched.scores[a] || b - a);
    }
    if (sort !== "title" && hub.newestLast) return entries;
    return (await load(hub.orders))[sort === "title" ? 0 : 1].filter((entry) => has(set, entry));
  }

  /* ---- State and address ---- */

  let state = null;

  function read(search) {
    const said = new URLSearchParams(search);
    const chosen = new Map();
    for (const { id, choices } of hub.facets) {
      const values = Array.from(new Set(said.getAll(id))).filter((value) => choices.has(value));
      if (values.length) chosen.set(id, values);
    }
    const sort = ["newest", "title"].includes(said.get("sort")) ? said.get("sort") : "relevance";
    return { q: (said.get("q") || "").slice(0, 200), exact: said.has("exact"), sort, chosen };
  }

  function write({ q, exact, sort, chosen }) {
    const said = new URLSearchParams();
    if (q.trim()) said.append("q", q.trim());
    if (exact) said.append("exact", "1");
    chosen.forEach((values, id) => values.forEach((value) => said.append(id, value)));
    if (sort !== "relevance") said.append("sort", sort);
    const query = said.toString();
    return location.pathname + (query && `?${query}`);
  }

  const without = (id, value) => {
    const chosen = new Map(state.chosen);
    chosen.set(id, value === undefined ? [] : chosen.get(id).filter((other) => other !== value));
    return Object.assign({}, state, { chosen });
  };

  function fillForm() {
    form.elements.q.value = state.q;
    if (form.elements.sort) form.elements.sort.value = state.sort;
    for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = (state.chosen.get(box.name) || []).includes(box.value);
  }

  function go(changes, { typing = false, fill = false } = {}) {
    state = Object.assign({}, state, changes);
    try {
      // The first letter makes a new step in the history, the next ones change it: Back leaves the whole word.
      if (typing && go.typing) history.replaceState(null, "", write(state));
      else if (write(state) !== location.pathname + location.search) history.pushState(null, "", write(state));
    } catch (refused) { /* Some browsers keep the address of a file as it is; the search works all the same. */ }
    go.typing = typing;
    if (fill) fillForm();
    update();
  }

  /* ---- What is shown ---- */

  const results = part("results");
  const heading = part("heading");
  let shown = null; // the entries in order, and how many of them are on the page
  let run = 0;

  async function update() {
    const mine = ++run;
    results.setAttribute("aria-busy", "true");
    try {
      await open();
      if (!state) { state = read(location.search); fillForm(); }
      const asked = state;
      const matched = await match(asked);
      const left = narrow(matched, asked.chosen);
      const entries = await sorted(left, matched, asked);
      if (mine !== run) return; // a newer search is under way
      showCounts(left);
      showChips();
      showNotes(matched, left, entries.length);
      heading.textContent = numbered(entries.length) + (asked.q.trim() && ` for ${asked.q.trim()}`);
      announce(`${heading.textContent}. ${part("notes").textContent}`);
      shown = { entries, number: 0 };
      await showMore(Math.max(SHOWN, (history.state && history.state.shown) || 0), mine);
      part("problem").hidden = true;
    } catch (error) {
      if (mine === run) showProblem();
    } finally {
      if (mine === run) results.removeAttribute("aria-busy");
    }
  }

  const numbered = (number) => `${number.toLocaleString("en-GB")} ${number === 1 ? "result" : "results"}`;

  function announce(text) {
    clearTimeout(announce.later); // wait until typing rests: each new text interrupts a screen reader
    announce.later = setTimeout(() => { part("said").textContent = text; }, PAUSE.speaking);
  }

  function showProblem() {
    part("problem").hidden = false;
    part("plain").hidden = false; // the lists of links need no script
    if (!hub) part("live").hidden = true;
  }

  /* Beside each choice: how many entries have it among those that the words and all other facets leave. */
  function showCounts(left) {
    const counted = new Map(hub.facets.map(({ id, sets: all }, i) => [id, { all, base: left.without(i) }]));
    for (const box of form.querySelectorAll("[type=checkbox]")) {
      const { all, base } = counted.get(box.name) || {};
      const label = box.closest("label");
      const number = all && all.has(box.value) ? count(both(base, all.get(box.value))) : 0;
      label.querySelector("[data-count]").textContent = number.toLocaleString("en-GB");
      label.classList.toggle("is-empty", !number && !box.checked);
    }
  }

  function link(text, next) {
    const anchor = document.createElement("a");
    anchor.href = write(next);
    anchor.textContent = text;
    anchor.dataset.findGo = "";
    return anchor;
  }

  function showChips() {
    const chips = part("chips");
    chips.textContent = "";
    for (const { id, choices } of hub.facets) {
      for (const value of state.chosen.get(id) || []) {
        const chip = part("chip").content.cloneNode(true);
        chip.querySelector("a").href = write(without(id, value));
        chip.querySelector("[data-chip]").textContent = choices.get(value);
        chips.append(chip);
      }
    }
    const clear = part("clear");
    clear.hidden = !chips.children.length && !state.q.trim();
    clear.href = location.pathname;
  }

  function showNotes(matched, left, total) {
    const notes = part("notes");
    const note = (...pieces) => {
      const paragraph = document.createElement("p");
      paragraph.append(...pieces);
      notes.append(paragraph);
    };
    notes.textContent = "";
    for (const { asked, instead, lists } of matched.terms) {
      if (instead) note(`Nothing for ${asked}. Showing ${instead}. `, link(`Search for ${asked} only`, Object.assign({}, state, { exact: true })));
      else if (!lists.length) note(`Nothing for ${asked}.`);
    }
    if (state.q.trim() && !matched.terms.length) note("Nearly every page has these words. Showing all pages.");
    if (matched.known > 1 && !matched.complete) note("No page has all of these words. Showing those with most of them.");
    else if (matched.known > 1 && matched.least < matched.known) note("Pages with all of your words come first, then those with all but one.");
    if (!total) note(...wayOut(matched, left));
  }

  /* What to say when nothing is found: the one thing to leave out that gives the most. */
  function wayOut(matched, left) {
    const ways = hub.facets.map(({ id, choices }, i) => {
      const labels = (state.chosen.get(id) || []).map((value) => choices.get(value));
      return { name: labels.join(" or "), number: labels.length ? count(left.without(i)) : 0, next: without(id) };
    });
    if (state.q.trim() && state.chosen.size) {
      let number = 0;
      for (let entry = 0; entry < hub.size; entry++) number += has(left.wordless, entry);
      ways.push({ name: "your words", number, next: Object.assign({}, state, { q: "", exact: false }) });
    }
    const best = ways.reduce((one, other) => (other.number > one.number ? other : one), { number: 0 });
    if (!best.number) return ["Try fewer or other words, or look through the lists of themes, regions and communities."];
    const there = best.number === 1 ? "there is 1 result" : `there are ${numbered(best.number)}`;
    return ["Nothing has all of this. ", link(`Without ${best.name} ${there}`, best.next), "."];
  }

  /* ---- Cards ---- */

  /* Adds the next cards, in order and each as soon as it is here: what is on the page never moves. */
  async function showMore(number, mine) {
    const next = shown.entries.slice(shown.number, shown.number + number);
    const wanted = next.map((entry) => load(hub.cards[Math.floor(entry / hub.cardsInAChunk)]));
    wanted.forEach((chunk) => chunk.catch(() => {})); // the loop below meets the failure
    if (!next.length) results.textContent = "";
    for (let i = 0; i < next.length; i++) {
      const cards = await wanted[i];
      if (mine !== run) return;
      if (!shown.number) results.textContent = ""; // the old results stay until the first new one is here
      results.append(cardOf(cards[next[i] % hub.cardsInAChunk]));
      shown.number++;
    }
    const more = shown.entries.length - shown.number;
    part("more").hidden = !more;
    part("more").textContent = `Show ${Math.min(more, SHOWN)} more`;
  }

  function cardOf([kind, kindLabel, title, address, summary, byline, tags, published]) {
    const card = part("card").content.cloneNode(true);
    const fill = (name, text) => {
      const slot = card.querySelector(`[data-card=${name}]`);
      if (slot && text) slot.textContent = text;
      else if (slot) slot.remove();
      return slot || {};
    };
    const [path, place] = address.split("#");
    const file = !path || path.endsWith("/") ? page.dataset.index || "" : ""; // a folder needs its index.html on a memory stick
    fill("title", title).href = page.dataset.root + path + file + (place ? `#${place}` : "");
    fill("kind", kindLabel);
    fill("byline", byline);
    fill("summary", summary);
    const day = new Date(`${published}T00:00:00Z`);
    fill("published", day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })).dateTime = published;
    const list = card.querySelector("[data-card=tags]");
    for (const tag of list ? tags : []) list.append(Object.assign(document.createElement("li"), { textContent: tag }));
    card.firstElementChild.dataset.kind = kind;
    return card;
  }

  /* ---- Events ---- */

  let typed = 0;
  const notYet = () => !state; // a change before the index is here is read from the form when it comes

  form.addEventListener("input", (event) => {
    if (event.target.name !== "q" || event.isComposing || notYet()) return;
    clearTimeout(typed);
    typed = setTimeout(() => go({ q: event.target.value, exact: false }, { typing: true }), PAUSE.typing);
  });

  form.addEventListener("change", ({ target }) => {
    if (notYet()) return;
    if (target.name === "sort") go({ sort: target.value });
    if (target.type !== "checkbox") return;
    const others = (state.chosen.get(target.name) || []).filter((value) => value !== target.value);
    const chosen = new Map(state.chosen);
    chosen.set(target.name, target.checked ? others.concat(target.value) : others);
    go({ chosen });
  });

  form.addEventListener("submit", (event) => {
    if (notYet()) return; // the browser then asks for the page again, with the query in its address
    event.preventDefault();
    clearTimeout(typed);
    const q = form.elements.q.value;
    go(q === state.q ? {} : { q, exact: false }, { typing: go.typing });
    go.typing = false;
  });

  page.addEventListener("click", (event) => {
    const anchor = event.target.closest("a[data-find-go]");
    if (!anchor || !hub || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(read(anchor.search), { fill: true });
    heading.focus(); // the link is gone; the heading says what came of it (it has tabindex -1)
  });

  part("more").addEventListener("click", async () => {
    const before = results.children.length;
    await showMore(SHOWN, run).catch(showProblem);
    const first = results.children[before];
    if (first) first.querySelector("a").focus(); // reading goes on where the new ones start
    announce(`Showing ${results.children.length} of ${numbered(shown.entries.length)}`);
    try {
      history.replaceState({ shown: results.children.length }, ""); // so that Back finds as many as were left
    } catch (refused) { /* see go */ }
  });

  window.addEventListener("popstate", () => {
    if (!hub) return;
    clearTimeout(typed);
    state = read(location.search);
    go.typing = false;
    fillForm();
    update();
  });

  part("plain").hidden = true;
  part("live").hidden = false;
  update();
})();
