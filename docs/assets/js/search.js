/* The search without a page: from words and filters to entries in order, from the chunks that ideas_hub/search writes.

   match (who has the words) -> narrow (whom the filters leave) -> order; counts are exact.
   load: gives the data of a chunk by its name.  A set of entries is a Uint8Array with one bit an entry. */
var ideasHub = ideasHub || {};

ideasHub.openSearch = (function () {
  "use strict";

  const FEW = 5; // when fewer entries have all the words, those with one word less follow
  const RARE = 3; // a word that fewer entries have may also be the start of another
  const MOST_CHUNKS = 4; // that the start of a word may load: on a large site "co" is a twentieth of everything

  const flat = (lists) => [].concat(...lists);

  /* ---- Sets ---- */

  const has = (set, entry) => (set[entry >> 3] >> (entry & 7)) & 1;
  const both = (one, other) => one.map((byte, i) => byte & other[i]);
  const either = (one, other) => one.map((byte, i) => byte | other[i]);
  const count = (set) => set.reduce((sum, byte) => {
    for (; byte; byte &= byte - 1) sum++; // each turn takes the lowest bit away
    return sum;
  }, 0);

  function setOf(size, belongs) {
    const set = new Uint8Array((size >> 3) + 1);
    for (let entry = 0; entry < size; entry++) if (belongs(entry)) set[entry >> 3] |= 1 << (entry & 7);
    return set;
  }

  /* Returns a set given in base64 without its empty bytes at the end. */
  function decoded(text, size) {
    const set = Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
    return setOf(size, (entry) => has(set, entry));
  }

  /* ---- Words: folded and split as in ideas_hub/search/words.py; a test holds both to the same ---- */

  const LONGEST = 40; // longer words are cut
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", "\u0131": "i" };

  const fold = (text) => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\u2018\u2019\u02bc\uff07]/g, "'").replace(/[\u2010\u2011\u2212\uff0d]/g, "-")
    .normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").normalize("NFC")
    .replace(/[ßæœøłđðþ\u0131]/g, (letter) => LETTERS[letter]);

  const tidy = (token) => token.replace(/^'+|'+$/g, "").replace(/'s$/, "").replace(/'/g, "").slice(0, LONGEST);

  /* Returns what is looked for: "co-design" as one word, with its parts in case nobody writes it as one. */
  function split(text, stop) {
    const counts = (word) => word && !stop.has(word) && !/^[a-z]$/.test(word);
    const tokens = new Map();
    for (const token of fold(text).match(/[\p{L}\p{N}\p{M}'&-]+/gu) || []) {
      const parts = token.split(/[-&]/).map(tidy).filter(Boolean);
      const word = parts.join("").slice(0, LONGEST);
      if (tokens.has(word)) continue;
      if (parts.length > 1) tokens.set(word, { word, parts: parts.filter(counts) });
      else if (counts(word)) tokens.set(word, { word, parts: [] });
    }
    return Array.from(tokens.values());
  }

  /* ---- Chunks of words ---- */

  /* Names the chunks that may hold words from first to last, both included. */
  function reach({ starts, names }, first, last) {
    const upTo = (word) => starts.filter((start) => start <= word).length;
    return names.slice(upTo(first) - 1, upTo(last));
  }

  /* Returns [postings, factor] of each group in a chunk with a word that starts so. */
  function startingWith(word, [words, groups, postings]) {
    const factors = new Map();
    words.split(" ").forEach((longer, i) => {
      const factor = word.length / longer.length; // the less is missing, the likelier it is meant
      if (longer.startsWith(word) && !(factors.get(groups[i]) > factor)) factors.set(groups[i], factor);
    });
    return Array.from(factors, ([group, factor]) => [postings[group], factor]);
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

  /* ---- Rank ---- */

  /* How many of the terms an entry needs: all, or as many as any has where none has all; one less where few have all. */
  function leastHits(having) {
    let least = having.length - 1;
    if (least > 1 && having[least] && having[least] < FEW) return least - 1;
    while (least > 1 && !having[least]) least--;
    return least;
  }

  /* Returns the score of each entry for one term.  The rarer a group, the more it says: the idf of BM25. */
  function weigh(lists, size) {
    const scores = new Float32Array(size);
    for (const [postings, factor] of lists) {
      const entries = postings.length / 2;
      const rarity = factor * Math.log(1 + (size - entries + 0.5) / (entries + 0.5));
      for (let i = 0, entry = -1; i < postings.length; i += 2) {
        entry += postings[i];
        scores[entry] = Math.max(scores[entry], rarity * postings[i + 1]);
      }
    }
    return scores;
  }

  /* countable: whether the sets, which only filters and counts need, are here. */
  class Search {
    constructor(load, manifest) {
      const directory = ([starts, hashes], kind) => ({ starts: starts.split(" "), names: hashes.split(" ").map((hash) => `${kind}.${hash}`) });
      Object.assign(this, manifest, {
        load,
        stop: new Set(manifest.stop.split(" ")),
        words: directory(manifest.words, "words"),
        spelling: directory(manifest.spelling, "spelling"),
        cards: manifest.cards.split(" "),
        facets: manifest.facets.map(([id, , choices]) => ({ id, labels: new Map(choices) })),
        countable: false,
      });
    }

    split(text) { return split(text, this.stop); }

    loadAll(names) { return Promise.all(Array.from(names, this.load)); }

    async loadSets() {
      if (this.countable) return;
      const held = await this.load(`facets.${this.sets}`);
      this.facets.forEach((facet, i) => {
        facet.sets = new Map(Array.from(facet.labels.keys(), (value, number) => [value, decoded(held[i][number], this.size)]));
      });
      this.countable = true;
    }

    async card(entry) {
      return (await this.load(`cards.${this.cards[Math.floor(entry / this.cardsInAChunk)]}`))[entry % this.cardsInAChunk];
    }

    /* chosen: values by facet; those of one facet are OR, facets are AND.
       Returns what match does, the entries in order, and narrow, which leaves one facet out. */
    async find({ q, exact, sort, chosen }) {
      const [matched] = await Promise.all([this.match(q, exact), chosen.size && this.loadSets()]);
      const unions = this.facets.map(({ id, sets }) => chosen.has(id) && chosen.get(id).map((value) => sets.get(value)).reduce(either));
      const narrow = (set, leftOut) => unions.reduce((left, union, i) => (union && i !== leftOut ? both(left, union) : left), set);
      return Object.assign(matched, { narrow, entries: await this.order(narrow(matched.set), matched, sort) });
    }

    /* Returns for each facet how many have each value, of those that the words and the other facets leave. */
    counts({ set, narrow }) {
      return this.facets.map(({ sets }, i) => {
        const left = narrow(set, i);
        return new Map(Array.from(sets, ([value, having]) => [value, count(both(left, having))]));
      });
    }

    /* Returns how many there would be without each facet, and last without the words. */
    without({ set, narrow }) {
      return this.facets.map((_, i) => count(narrow(set, i))).concat(count(narrow(setOf(this.size, () => true))));
    }

    /* terms: what was looked for.  searched: how many of them, all: how many of these are anywhere, least: how many of these
       each entry has, complete: how many entries have all. */
    async match(q, exact) {
      const tokens = this.split(q);
      const terms = flat(await Promise.all(tokens.map((token, i) => this.resolve(token, i === tokens.length - 1, exact))));
      const asked = terms.filter(({ lists }) => lists); // without the start of too many words
      const known = asked.filter(({ lists }) => lists.length);
      const hits = new Uint16Array(this.size); // how many of the known terms each entry has
      const scores = new Float32Array(this.size);
      for (const { lists } of known) {
        weigh(lists, this.size).forEach((score, entry) => { hits[entry] += score > 0; scores[entry] += score; });
      }
      const having = new Uint32Array(known.length + 1);
      hits.forEach((number) => having[number]++);
      const least = asked.length && !known.length ? 1 : leastHits(having);
      const set = setOf(this.size, (entry) => hits[entry] >= least);
      return { set, hits, scores, terms, searched: asked.length, all: known.length, least, complete: having[known.length] };
    }

    /* Returns the terms of one token: what was asked, what is looked for instead if that is nowhere, and its lists. */
    async resolve({ word, parts }, begins, exact) {
      const lists = await this.lookUp(word, begins);
      if (lists && !lists.length && parts.length) {
        return flat(await Promise.all(parts.map((piece, i) => this.resolve({ word: piece, parts: [] }, begins && i === parts.length - 1, exact))));
      }
      const instead = !lists || lists.length || exact ? "" : await this.nearest(word);
      return [{ asked: word, instead, lists: instead ? await this.lookUp(instead, false) : lists }];
    }

    /* Returns [postings, factor] of each group that a word, or the start of one, stands for; null if too many words start so. */
    async lookUp(word, begins) {
      const [words, groups, postings] = await this.load(reach(this.words, word, word)[0]);
      const at = words.split(" ").indexOf(word);
      const own = at < 0 ? [] : [[postings[groups[at]], 1]];
      if (!begins || word.length < 2 || (own.length && own[0][0].length >= 2 * RARE)) return own;
      const names = reach(this.words, word, `${word}\uffff`);
      if (names.length > MOST_CHUNKS) return own.length ? own : null;
      return flat((await this.loadAll(names)).map((chunk) => startingWith(word, chunk)));
    }

    /* Returns the site's own word most like one that is nowhere, or "".  The second letter may be the first: "agrdening". */
    async nearest(word) {
      if (word.length < 4) return "";
      const names = new Set(flat([word[0], word[1]].map((letter) => reach(this.spelling, letter, `${letter}\uffff`))));
      let best = ["", word.length < 7 ? 1 : word.length < 10 ? 2 : 3, 0]; // how far it may be, and the best so far
      for (const [words, entries] of await this.loadAll(names)) {
        words.split(" ").forEach((other, i) => {
          const far = difference(word, other, best[1]);
          if (far < best[1] || (far === best[1] && entries[i] > best[2])) best = [other, far, entries[i]];
        });
      }
      return best[0];
    }

    async order(set, { searched, hits, scores }, sort) {
      const entries = [];
      for (let entry = this.size - 1; entry >= 0; entry--) if (has(set, entry)) entries.push(entry); // the newest first
      if (sort === "relevance" && searched) return entries.sort((a, b) => hits[b] - hits[a] || scores[b] - scores[a] || b - a);
      if (sort !== "title") return entries;
      return (await this.load(`order.${this.titleOrder}`)).filter((entry) => has(set, entry));
    }
  }

  return async (load, manifest) => new Search(load, await load(manifest));
})();
