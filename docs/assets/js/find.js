/* The finder: searches and narrows all entries in the browser, from the small scripts that ideas_hub/search writes.

   The page holds the form, the place for results, and templates for a card and a chip; this script fills them.
   What comes from content reaches the page as text, never as HTML.

   state (what the address says) -> match (who has the words) -> narrow (whom the filters leave) -> counts, notes, cards.
   Every change runs all of it again; only chunks are kept.  A set of entries is a Uint8Array with one bit an entry. */
(function () {
  "use strict";

  const SHOWN = 20; // results at first, and with each "show more"
  const FEW = 5; // when fewer entries have all the words, those with one word less follow
  const RARE = 3; // a word that fewer entries have may also be the start of another
  const MOST_CHUNKS = 4; // that the start of a word may load: on a large site "co" is a twentieth of everything
  const TYPING = 120, SPEAKING = 800; // milliseconds to wait for the next letter, and before a screen reader is told

  const page = document.querySelector("[data-find]");
  if (!page) return;
  const part = (name) => page.querySelector(`[data-find-${name}]`);
  const [form, results, heading, notes, more] = ["form", "results", "heading", "notes", "more"].map(part);
  const boxes = Array.from(form.querySelectorAll("[type=checkbox]"));
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const flat = (lists) => [].concat(...lists);
  const inWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const withCommas = new Intl.NumberFormat("en-GB"); // made once: each costs a slow phone as much as a hundred uses

  /* ---- Chunks: scripts that hand over data, which works from file:// too ---- */

  const [, folder, manifest] = page.dataset.manifest.match(/^(.*\/|)(.*)\.js$/);
  const chunks = new Map();
  let hub = null; // what the manifest says, once it is here

  window.ideasHub = Object.assign(window.ideasHub || {}, { chunk: (name, data) => chunks.get(name).take(data) });

  function load(name) {
    if (!chunks.has(name)) {
      const chunk = {};
      chunk.data = new Promise((resolve, reject) => {
        const script = make("script", { src: `${folder}${name}.js` });
        chunk.take = (data) => { chunk.taken = true; resolve(data); };
        script.onload = script.onerror = () => {
          script.remove();
          if (chunk.taken) return;
          chunks.delete(name); // so that the next search tries again
          reject(new Error(name));
        };
        document.head.append(script);
      });
      chunks.set(name, chunk);
    }
    return chunks.get(name).data;
  }

  async function open() {
    const said = await load(manifest);
    const directory = (kind) => ({ starts: said[kind][0].split(" "), names: said[kind][1].split(" ").map((hash) => `${kind}.${hash}`) });
    hub = Object.assign({}, said, {
      stop: new Set(said.stop.split(" ")),
      words: directory("words"),
      spelling: directory("spelling"),
      cards: said.cards.split(" "),
      facets: said.facets.map(([id, , choices]) => ({ id, labels: new Map(choices) })),
    });
  }

  /* Who has what; only a search with filters has to wait for it. */
  async function openSets() {
    const held = await load(`facets.${hub.sets}`);
    hub.facets.forEach((facet, i) => { facet.sets = facet.sets || setsOf(Array.from(facet.labels.keys()), held[i], hub.size); });
    hub.counts = true;
  }

  /* Names the chunks that may hold words from first to last, both included. */
  function reach({ starts, names }, first, last) {
    const upTo = (word) => starts.filter((start) => start <= word).length;
    return names.slice(upTo(first) - 1, upTo(last));
  }

  /* ---- Sets ---- */

  const BITS = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replace(/0/g, "").length);
  const emptySet = (size) => new Uint8Array((size >> 3) + 1);
  const has = (set, entry) => (set[entry >> 3] >> (entry & 7)) & 1;
  const add = (set, entry) => { set[entry >> 3] |= 1 << (entry & 7); };
  const both = (one, other) => one.map((byte, i) => byte & other[i]);
  const either = (one, other) => one.map((byte, i) => byte | other[i]);
  const count = (set) => set.reduce((sum, byte) => sum + BITS[byte], 0);

  /* Returns who has each value of a facet, given as one character an entry or as one set a value. */
  function setsOf(values, held, size) {
    const sets = values.map(() => emptySet(size));
    if (typeof held === "string") {
      Array.from(held, (code) => sets[code.charCodeAt(0) - 48]).forEach((set, entry) => set && add(set, entry)); // "." is none
    } else {
      held.forEach((bytes, i) => sets[i].set(Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))));
    }
    return new Map(values.map((value, i) => [value, sets[i]]));
  }

  /* ---- Words: folded and split as in ideas_hub/search/words.py; a change there is a change here ---- */

  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", "\u0131": "i" };

  const fold = (text) => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\u2018\u2019\u02bc\uff07]/g, "'").replace(/[\u2010\u2011\u2212\uff0d]/g, "-")
    .normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").normalize("NFC")
    .replace(/[ßæœøłđðþ\u0131]/g, (letter) => LETTERS[letter]);

  const tidy = (token) => token.replace(/^'+|'+$/g, "").replace(/'s$/, "").replace(/'/g, "").slice(0, 40);
  const counts = (word) => word && !hub.stop.has(word) && !/^[a-z]$/.test(word);

  /* Returns what is looked for: "co-design" as one word, with its parts in case nobody writes it as one. */
  function split(text) {
    const tokens = (fold(text).match(/[\p{L}\p{N}\p{M}'&-]+/gu) || []).map((token) => {
      const parts = token.split(/[-&]/).map(tidy).filter(Boolean);
      return { word: parts.join("").slice(0, 40), parts: parts.length > 1 ? parts.filter(counts) : [], single: parts.length < 2 };
    });
    return tokens.filter(({ word, single }, i) => (!single || counts(word)) && tokens.findIndex((other) => other.word === word) === i);
  }

  /* Returns [postings, factor] of each group that a word stands for; null if it is the start of too many words to load.
     begins: it may be the start of a longer word. */
  async function lookUp(word, begins) {
    const [words, groups, postings] = await load(reach(hub.words, word, word)[0]);
    const at = words.split(" ").indexOf(word);
    const own = at < 0 ? [] : [[postings[groups[at]], 1]];
    if (!begins || word.length < 2 || (own.length && own[0][0].length >= 2 * RARE)) return own;
    const names = reach(hub.words, word, `${word}\uffff`);
    if (names.length > MOST_CHUNKS) return own.length ? own : null;
    return flat((await Promise.all(names.map(load))).map((chunk) => startingWith(word, chunk)));
  }

  function startingWith(word, [words, groups, postings]) {
    const factors = new Map();
    words.split(" ").forEach((longer, i) => {
      const factor = word.length / longer.length; // the less is missing, the likelier it is meant
      if (longer.startsWith(word) && !(factors.get(groups[i]) > factor)) factors.set(groups[i], factor);
    });
    return Array.from(factors, ([group, factor]) => [postings[group], factor]);
  }

  /* Returns the terms of one token: what was asked, what is shown instead if that is nowhere, and its lists. */
  async function resolve({ word, parts }, begins, exact) {
    const lists = await lookUp(word, begins);
    if (lists && !lists.length && parts.length) {
      return flat(await Promise.all(parts.map((piece, i) => resolve({ word: piece, parts: [] }, begins && i === parts.length - 1, exact))));
    }
    const instead = !lists || lists.length || exact ? "" : await nearest(word);
    return [{ asked: word, instead, lists: instead ? await lookUp(instead, false) : lists }];
  }

  /* ---- Spelling ---- */

  /* Returns the site's own word most like one that is nowhere, or "".  The second letter may be the first: "agrdening". */
  async function nearest(word) {
    if (word.length < 4) return "";
    const names = new Set(flat([word[0], word[1]].map((letter) => reach(hub.spelling, letter, `${letter}\uffff`))));
    let best = ["", word.length < 7 ? 1 : word.length < 10 ? 2 : 3, 0]; // how far it may be, and the best so far
    for (const [words, entries] of await Promise.all(Array.from(names, load))) {
      words.split(" ").forEach((other, i) => {
        const far = difference(word, other, best[1]);
        if (far < best[1] || (far === best[1] && entries[i] > best[2])) best = [other, far, entries[i]];
      });
    }
    return best[0];
  }

  /* Counts letters to add, drop, change or swap (Damerau, Levenshtein); 1.5 for what may be two forms of one word. */
  function difference(one, other, most) {
    if (Math.abs(one.length - other.length) > 3) return Infinity;
    let same = 0;
    while (same < one.length && one[same] === other[same]) same++;
    const related = same > 3 && one.length - same < 4 && other.length - same < 4 ? 1.5 : Infinity;
    let before, row = Array.from(`${other} `, (_, j) => j);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return related;
      [before, row] = [row, next];
    }
    return Math.min(row[other.length], related);
  }

  /* ---- Match: who has the words ---- */

  async function match({ q, exact }) {
    const tokens = split(q);
    const terms = flat(await Promise.all(tokens.map((token, i) => resolve(token, i === tokens.length - 1, exact))));
    const asked = terms.filter(({ lists }) => lists); // without the start of too many words
    const known = asked.filter(({ lists }) => lists.length);
    const hits = new Uint8Array(hub.size); // how many of the known terms each entry has
    const scores = new Float32Array(hub.size);
    for (const { lists } of known) {
      weigh(lists).forEach((score, entry) => { hits[entry] += score > 0; scores[entry] += score; });
    }
    const having = new Uint32Array(known.length + 1); // how many entries have so many of them
    hits.forEach((number) => having[number]++);
    const least = asked.length && !known.length ? 1 : leastHits(having);
    const set = emptySet(hub.size);
    hits.forEach((number, entry) => number >= least && add(set, entry));
    return { set, hits, scores, terms, searched: asked.length, all: known.length, least, complete: having[known.length] };
  }

  /* How many of the terms an entry needs: all, or as many as any has where none has all; one less where few have all. */
  function leastHits(having) {
    let least = having.length - 1;
    if (least > 1 && having[least] && having[least] < FEW) return least - 1;
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

  /* ---- Narrow: whom the filters leave; values of one facet are OR, facets are AND ---- */

  /* Returns a function that narrows a set by all facets but one. */
  function narrower(chosen) {
    const unions = hub.facets.map(({ id, sets }) => chosen.has(id) && chosen.get(id).map((value) => sets.get(value)).reduce(either));
    return (set, leftOut) => unions.reduce((left, union, i) => (union && i !== leftOut ? both(left, union) : left), set);
  }

  async function inOrder(set, matched, sort) {
    const entries = [];
    for (let entry = hub.size - 1; entry >= 0; entry--) if (has(set, entry)) entries.push(entry); // the newest first
    if (sort === "relevance" && matched.searched) {
      return entries.sort((a, b) => matched.hits[b] - matched.hits[a] || matched.scores[b] - matched.scores[a] || b - a);
    }
    if (sort !== "title" && hub.newestLast) return entries;
    return (await load(`orders.${hub.orders}`))[sort === "title" ? 0 : 1].filter((entry) => has(set, entry));
  }

  /* ---- State and address ---- */

  function read(search) {
    const said = new URLSearchParams(search);
    const chosen = new Map(); // facet id -> values; never an empty list
    for (const { name, value } of boxes) if (said.getAll(name).includes(value)) chosen.set(name, (chosen.get(name) || []).concat(value));
    const sort = ["newest", "title"].includes(said.get("sort")) ? said.get("sort") : "relevance";
    return { q: (said.get("q") || "").slice(0, 200), exact: said.has("exact"), sort, chosen };
  }

  function write({ q, exact, sort, chosen }) {
    const said = new URLSearchParams(q.trim() && { q: q.trim() });
    if (exact) said.append("exact", "1");
    chosen.forEach((values, id) => values.forEach((value) => said.append(id, value)));
    if (sort !== "relevance") said.append("sort", sort);
    const kept = new URLSearchParams(location.search).get("keep"); // the shortlist's, where hub.js keeps that in the address
    if (kept) said.append("keep", kept);
    return `${location.pathname}?${said}`.replace(/\?$/, "");
  }

  /* Returns the state with other values of one facet. */
  function choosing(id, values) {
    const chosen = new Map(state.chosen);
    if (values.length) chosen.set(id, values);
    else chosen.delete(id);
    return changed({ chosen });
  }

  const leaving = (id, value) => choosing(id, (state.chosen.get(id) || []).filter((other) => other !== value));

  function fillForm() {
    form.elements.q.value = state.q;
    form.elements.sort.value = state.sort;
    for (const box of boxes) {
      box.checked = (state.chosen.get(box.name) || []).includes(box.value);
      const group = box.closest("details");
      if (box.checked && group) group.open = true; // what narrows the results is in sight
    }
  }

  let state = read(location.search);
  const changed = (parts) => Object.assign({}, state, parts);
  let typing = false;

  /* The first letter is a new step in the history and the next ones change that step: Back leaves the whole word. */
  function go(next, types = false) {
    clearTimeout(typed);
    state = next;
    try {
      if (typing && types) history.replaceState(null, "", write(state));
      else if (write(state) !== location.pathname + location.search) history.pushState(null, "", write(state));
    } catch { /* some browsers keep the address of a file as it is; the search works all the same */ }
    typing = types;
    update();
  }

  /* ---- What is shown ---- */

  let run = 0;
  let entries = []; // all results in order

  async function update() {
    const mine = ++run;
    results.setAttribute("aria-busy", "true");
    try {
      const asked = state;
      if (!hub) await open();
      if (asked.chosen.size) await openSets();
      const matched = await match(asked);
      const narrow = narrower(asked.chosen);
      const sorted = await inOrder(narrow(matched.set), matched, asked.sort);
      if (mine !== run) return; // a newer search is under way
      entries = sorted;
      entries.slice(0, SHOWN).forEach((entry) => cardsWith(entry).catch(() => {})); // on their way while the rest is written
      heading.textContent = numbered(entries.length) + (asked.q.trim() && ` for ${asked.q.trim()}`);
      const late = !hub.counts;
      if (!late) showCounts(matched, narrow);
      showChips();
      showNotes(matched, narrow);
      announce(`${heading.textContent}. ${notes.textContent}`);
      await showCards(0, Math.max(SHOWN, (history.state && history.state.shown) || 0));
      if (late) await openSets(); // the first results need not wait for the numbers beside the choices
      if (late && mine === run) showCounts(matched, narrow);
      part("problem").hidden = true;
    } catch {
      if (mine === run) showProblem();
    } finally {
      if (mine === run) results.removeAttribute("aria-busy");
    }
  }

  const numbered = (number) => `${withCommas.format(number)} ${number === 1 ? "result" : "results"}`;

  let spoken = 0;
  function announce(text) {
    clearTimeout(spoken); // each new text would interrupt the one before
    spoken = setTimeout(() => { part("said").textContent = text; }, SPEAKING);
  }

  function showProblem() {
    part("problem").hidden = false;
    part("plain").hidden = false; // the lists of links need no script
    part("live").hidden = !hub;
  }

  /* Beside each choice: how many entries have it among those that the words and the other facets leave. */
  function showCounts({ set }, narrow) {
    hub.facets.forEach(({ id, sets }, i) => {
      const left = narrow(set, i);
      for (const box of boxes.filter(({ name }) => name === id)) {
        const number = count(both(left, sets.get(box.value)));
        const label = box.closest("label");
        label.querySelector("[data-count]").textContent = withCommas.format(number);
        label.classList.toggle("is-empty", !number && !box.checked);
      }
    });
  }

  function link(text, next) {
    const anchor = make("a", { href: write(next), textContent: text });
    anchor.dataset.findGo = "";
    return anchor;
  }

  function showChips() {
    part("chips").textContent = "";
    for (const { id, labels } of hub.facets) {
      for (const value of state.chosen.get(id) || []) {
        const chip = part("chip").content.cloneNode(true);
        chip.querySelector("a").href = write(leaving(id, value));
        chip.querySelector("[data-chip]").textContent = labels.get(value);
        part("chips").append(chip);
      }
    }
    part("clear").hidden = !state.chosen.size && !state.q.trim();
  }

  function showNotes(matched, narrow) {
    const note = (...pieces) => {
      notes.append(make("p"));
      notes.lastChild.append(...pieces);
    };
    notes.textContent = "";
    for (const { asked, instead, lists } of matched.terms) {
      if (!lists) note(`Many words start with ${asked}. Type one more letter.`);
      else if (instead) note(`Nothing for ${asked}. Showing ${instead}. `, link(`Search for ${asked} only`, changed({ exact: true })));
      else if (!lists.length) note(`Nothing for ${asked}.`);
    }
    if (state.q.trim().length > 1 && !matched.terms.length) note("These words are on nearly every page. Type another word to search.");
    if (matched.all > 1 && !matched.complete) note("No page has all of these words. Showing those with most of them.");
    else if (matched.least < matched.all) note("Pages with all of these words come first, then those with all but one.");
    if (!entries.length) note(...wayOut(matched, narrow));
  }

  /* What to say when nothing is found: the one thing to leave out that gives the most. */
  function wayOut(matched, narrow) {
    const ways = hub.facets.map(({ id, labels }, i) => ({
      name: (state.chosen.get(id) || []).map((value) => labels.get(value)).join(" or "),
      number: count(narrow(matched.set, i)),
      next: choosing(id, []),
    }));
    const everything = emptySet(hub.size).fill(255);
    if (state.chosen.size) ways.push({ name: "your words", number: count(narrow(everything)), next: changed({ q: "" }) });
    const best = ways.reduce((one, other) => (other.number > one.number ? other : one));
    if (!best.number) return ["Try fewer or other words, or look through the lists of themes, regions and communities."];
    const there = best.number === 1 ? "there is 1 result" : `there are ${numbered(best.number)}`;
    return ["Nothing has all of this. ", link(`Without ${best.name} ${there}`, best.next)];
  }

  /* ---- Cards ---- */

  const cardsWith = (entry) => load(`cards.${hub.cards[Math.floor(entry / hub.cardsInAChunk)]}`);

  /* Adds cards in order, each as soon as it is here: what is on the page never moves. */
  async function showCards(from, to) {
    const mine = run;
    const next = entries.slice(from, to);
    const wanted = next.map(cardsWith);
    wanted.forEach((chunk) => chunk.catch(() => {})); // the loop below meets the failure
    more.hidden = true;
    if (!next.length) results.textContent = "";
    for (let i = 0; i < next.length; i++) {
      const cards = await wanted[i];
      if (mine !== run) return;
      if (!from && !i) results.textContent = ""; // the old results stay until the first new one is here
      results.append(cardOf(cards[next[i] % hub.cardsInAChunk]));
    }
    if (window.ideasHub.shortlist) window.ideasHub.shortlist.show();
    more.hidden = entries.length <= to;
    more.textContent = `Show ${Math.min(entries.length - to, SHOWN)} more`;
  }

  function cardOf([kind, kindLabel, title, address, summary, byline, tags, published]) {
    const card = part("card").content.cloneNode(true);
    const slot = (name) => card.querySelector(`[data-card=${name}]`);
    const fill = (name, text) => {
      if (text) slot(name).textContent = text;
      else slot(name).remove();
    };
    const [path, place] = address.split("#");
    const file = /(^|\/)$/.test(path) ? page.dataset.index : ""; // a memory stick has no server to find a folder's index.html
    slot("title").href = page.dataset.root + path + file + (place ? `#${place}` : "");
    slot("published").dateTime = published;
    fill("title", title);
    fill("kind", kindLabel);
    fill("byline", byline);
    fill("summary", summary);
    fill("published", inWords.format(new Date(published)));
    for (const tag of tags) slot("tags").append(make("li", { textContent: tag }));
    card.firstElementChild.dataset.kind = kind;
    return card;
  }

  /* ---- Events ---- */

  let typed = 0;

  form.addEventListener("input", ({ target }) => {
    if (target.name !== "q") return;
    state = changed({ q: target.value, exact: false });
    clearTimeout(typed);
    typed = setTimeout(() => go(state, true), TYPING);
  });

  form.addEventListener("change", ({ target }) => {
    if (target.name === "sort") go(changed({ sort: target.value }));
    const { name, value, checked } = target;
    if (boxes.includes(target)) go(checked ? choosing(name, (state.chosen.get(name) || []).concat(value)) : leaving(name, value));
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(state, typing);
    typing = false; // what is typed next is a new step
  });

  page.addEventListener("click", (event) => {
    const anchor = event.target.closest("a[data-find-go]");
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(read(anchor.search));
    fillForm();
    heading.focus(); // the link goes away; the heading says what came of it
  });

  more.addEventListener("click", async () => {
    const before = results.children.length;
    await showCards(before, before + SHOWN).catch(showProblem);
    if (results.children[before]) results.children[before].querySelector("a").focus(); // reading goes on where the new ones start
    announce(`Showing ${results.children.length} of ${numbered(entries.length)}`);
    try {
      history.replaceState({ shown: results.children.length }, ""); // so that Back finds as many as were left
    } catch { /* see go */ }
  });

  addEventListener("popstate", () => {
    clearTimeout(typed);
    typing = false;
    state = read(location.search);
    fillForm();
    update();
  });

  part("plain").hidden = true;
  part("live").hidden = false;
  fillForm();
  update();
})();
