/* The search without a page: from words and filters to entries in order, from the chunks that ideas_hub/search writes.

   match (who has the words) -> narrow (whom the filters leave) -> order; counts are exact.
   load: gives the data of a chunk by its name.  A set of entries is a Uint8Array with one bit an entry. */
var ideasHub = ideasHub || {};

ideasHub.openSearch = (function () {
  "use strict";

  const LEAST = 0.2; // of what the best entry has of the words, by how rare they are, that others need
  const RARE = 3; // a word that fewer entries have may also be the start of another
  const MOST_CHUNKS = 4; // that the start of a word may load: on a large site two letters are a twentieth of everything

  const NAMED = 2; // how much it counts that the words are the whole name
  const RELATED = 0.6; // how much a word counts that means nearly what was asked
  const PLACE = 40; // what lies on the spot counts as if a rare word mattered so much there

  const EXCERPT = 160; // characters around the words that were found
  const WORD = /([\p{L}\p{N}\p{M}'\u2019&-]+)/u;

  const { plain, split, stem } = ideasHub.words;
  const { distance, placeIn } = ideasHub.places;
  const flat = (lists) => [].concat(...lists);

  /* ---- Sets ---- */

  const has = (set, entry) => (set[entry >> 3] >> (entry & 7)) & 1;
  const both = (one, other) => one.map((byte, i) => byte & other[i]);
  const either = (one, other) => one.map((byte, i) => byte | other[i]);
  const BITS = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replace(/0/g, "").length); // that are set in each byte

  /* Counts what two sets have in common. */
  function count(one, other) {
    let sum = 0;
    for (let i = 0; i < one.length; i++) sum += BITS[one[i] & other[i]];
    return sum;
  }

  function setOf(size, belongs) {
    const set = new Uint8Array((size >> 3) + 1);
    for (let entry = 0; entry < size; entry++) if (belongs(entry)) set[entry >> 3] |= 1 << (entry & 7);
    return set;
  }

  /* Returns a set given in base64 without its empty bytes at the end. */
  function decoded(text, size) {
    const set = new Uint8Array((size >> 3) + 1);
    set.set(Array.from(atob(text), (byte) => byte.charCodeAt(0)));
    return set;
  }

  /* ---- Chunks of words ---- */

  /* Reads what ranges of words a manifest names: where each starts, and its chunk. */
  const directory = ([starts, hashes], kind) => ({ starts: starts.split(","), names: hashes ? hashes.split(" ").map((hash) => `${kind}.${hash}`) : [] });

  /* Names the chunks that may hold words from first to last, both included. */
  function reach({ starts, names }, first, last) {
    const upTo = (word) => starts.filter((start) => start <= word).length;
    return names.slice(upTo(first) - 1, upTo(last));
  }

  /* Returns the list of each group in a chunk that belongs: its postings with how likely it is what is meant. */
  function listsIn([groups, postings], belongs, likely) {
    const lists = [];
    const rows = postings.split(",");
    groups.split(",").forEach((group, i) => { if (belongs(group)) lists.push(listOf(rows[i], likely(group))); });
    return lists;
  }

  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const valueOf = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));

  /* Reads postings as ideas_hub/search/index.py writes them. */
  function listOf(text, factor) {
    const [steps, impacts] = text.split(".");
    const entries = [];
    let entry = -1, step = 0, place = 1;
    for (const digit of steps) {
      const value = valueOf.get(digit);
      step += (value % 32) * place;
      place *= 32;
      if (value < 32) {
        entries.push(entry += step);
        [step, place] = [0, 1];
      }
    }
    return { entries, impacts: Array.from(impacts, (digit) => valueOf.get(digit)), factor };
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

  /* The idf of BM25: the fewer have a word, the more it says. */
  const rarityOf = (entries, size) => Math.log(1 + (size - entries + 0.5) / (entries + 0.5));

  /* Returns the score of each entry for one term. */
  function weigh(lists, size) {
    const scores = new Float32Array(size);
    for (const { entries, impacts, factor } of lists) {
      const rarity = factor * rarityOf(entries.length, size);
      entries.forEach((entry, i) => { scores[entry] = Math.max(scores[entry], rarity * impacts[i]); });
    }
    return scores;
  }

  /* Returns how far each entry is from the nearest of some points, in kilometres. */
  function distancesFrom(points, regions) {
    const distances = new Map();
    for (const [, , entries, north, east] of regions) {
      entries.forEach((entry, i) => {
        const far = Math.min(...points.map((point) => distance(point, [north[i], east[i]])));
        if (!(distances.get(entry) <= far)) distances.set(entry, far);
      });
    }
    return distances;
  }

  /* Returns a list in which an entry matters more the nearer it is: a half at fifteen kilometres. */
  function byDistance(distances) {
    const entries = Array.from(distances.keys()).sort((one, other) => one - other);
    return { entries, impacts: entries.map((entry) => PLACE / (1 + (distances.get(entry) / 15) ** 2)), factor: 1 };
  }

  /* Returns what so many lists have in common, as one list: an entry matters in it as in the list where it matters least. */
  function common(lists, number) {
    if (!number || lists.length < number) return [];
    const impacts = lists.map((list) => new Map(list.entries.map((entry, i) => [entry, list.impacts[i]])));
    const entries = lists[0].entries.filter((entry) => impacts.every((each) => each.has(entry)));
    return entries.length ? [{ entries, impacts: entries.map((entry) => Math.min(...impacts.map((each) => each.get(entry)))), factor: 1 }] : [];
  }

  /* countable: whether the sets, which only filters and counts need, are here. */
  class Search {
    constructor(load, manifest) {
      Object.assign(this, manifest, {
        load,
        stop: new Set(manifest.stop.split(" ")),
        stems: new Map(flat(manifest.stems.split(",").map((row) => row.split(" ").map((form, _, [first]) => [form, first]).slice(1)))), // and those worked out so far
        words: directory(manifest.words, "words"),
        spelling: directory(manifest.spelling, "spelling"),
        places: directory(manifest.places, "places"),
        related: directory(manifest.related, "related"),
        cards: manifest.cards.match(/.{5}/g) || [],
        facets: [],
        countable: false,
      });
    }

    split(text) { return split(text, this.stop); }

    stem(word) {
      if (!this.stems.has(word)) this.stems.set(word, stem(word));
      return this.stems.get(word);
    }

    loadAll(names) { return Promise.all(Array.from(names, this.load)); }

    async loadSets() {
      if (this.countable) return;
      this.facets = (await this.load(`facets.${this.sets}`)).map(([id, choices]) => ({
        id,
        labels: new Map(choices),
        sets: new Map(choices.map(([value, , bits]) => [value, decoded(bits, this.size)])),
      }));
      this.countable = true;
    }

    async card(entry) {
      const chunk = Math.floor(entry / this.cardsInAChunk);
      const fields = (await this.load(`cards${chunk}.${this.cards[chunk]}`))[entry % this.cardsInAChunk];
      const [kind, label] = this.kinds.filter(([, , first]) => first <= entry).pop();
      return [kind, label].concat(fields);
    }

    /* chosen: values by facet; those of one facet are OR, facets are AND.
       Returns what match does, the entries in order, and narrow, which leaves one facet out. */
    async find({ q, exact, sort, chosen, here }) {
      const [matched] = await Promise.all([this.matching(q, exact, here), chosen.size && this.loadSets()]);
      const unions = this.facets.map(({ id, sets }) => chosen.has(id) && chosen.get(id).map((value) => sets.get(value)).reduce(either));
      const narrow = (set, leftOut) => unions.reduce((left, union, i) => (union && i !== leftOut ? both(left, union) : left), set);
      return Object.assign({}, matched, { narrow, entries: await this.order(narrow(matched.set), matched, sort) });
    }

    /* Returns what match does; filters and orders ask for the same words again. */
    matching(...asked) {
      const words = JSON.stringify(asked);
      if (words !== this.asked) {
        [this.asked, this.matched] = [words, this.match(...asked)];
        this.matched.catch(() => { this.asked = ""; }); // the next search tries again
      }
      return this.matched;
    }

    /* Returns for each facet how many have each value, of those that the words and the other facets leave. */
    counts({ set, narrow }) {
      return this.facets.map(({ sets }, i) => {
        const left = narrow(set, i);
        return new Map(Array.from(sets, ([value, having]) => [value, count(left, having)]));
      });
    }

    /* Returns how many there would be without each facet, and last without the words. */
    without({ set, narrow }) {
      const all = setOf(this.size, () => true);
      return this.facets.map((_, i) => count(narrow(set, i), all)).concat(count(narrow(all), all));
    }

    /* place: the one that the words name, if they do.  terms: what else was looked for.  searched: how many of them.
       share: of the rarity of all terms, how much the best entry has. */
    async match(q, exact, here) {
      this.prepare(q);
      const place = (await this.place(q)) || (here ? await this.around(here, q) : null);
      const tokens = this.split(place ? place.rest.join(" ") : q);
      const terms = flat(await Promise.all(tokens.map((token, i) => this.resolve(token, i === tokens.length - 1, exact))));
      const asked = terms.filter(({ lists }) => lists); // without the start of too many words
      const scores = new Float32Array(this.size), found = new Float32Array(this.size);
      let all = 0;
      const add = (lists) => {
        const rarity = lists.length ? Math.max(...lists.map(({ entries }) => rarityOf(entries.length, this.size))) : rarityOf(0, this.size);
        all += rarity;
        weigh(lists, this.size).forEach((score, entry) => { if (score) { found[entry] += rarity; scores[entry] += score; } });
      };
      asked.forEach(({ lists }) => add(lists));
      if (place) add(place.lists);
      for (const lists of await this.sideBySide(asked)) weigh(lists, this.size).forEach((score, entry) => { scores[entry] += score; });
      weigh(await this.named(asked), this.size).forEach((score, entry) => { scores[entry] += NAMED * score; });
      if (all) scores.forEach((score, entry) => { scores[entry] = score * Math.sqrt(found[entry] / all); });
      const first = place && !asked.length ? place.pages : []; // whoever looks for a place alone is shown its region first
      first.forEach((page, i) => { scores[page] = 1e9 - i; found[page] = all; });
      const best = found.reduce((most, each) => Math.max(most, each), 0);
      const set = setOf(this.size, (entry) => (all ? found[entry] > 0 && found[entry] >= LEAST * best : true));
      return { set, scores, terms, place, searched: asked.length + (place ? 1 : 0), share: all ? best / all : 1 };
    }

    /* Asks at once for the chunks that the steps below need one after the other; whoever needs one meets its failure.
       A word that none has, nor the start of one, may be a place, and may be near others in meaning. */
    prepare(q) {
      const asked = this.split(q).map(({ word }) => word), stems = asked.map((word) => this.stem(word));
      const groups = stems.concat(stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`), stems.length ? `${stems.join(" ")}=` : []);
      const ask = (names) => this.loadAll(new Set(names)).catch(() => []);
      ask(flat(groups.map((group) => reach(this.words, group, group))));
      stems.forEach(async (stem, i) => {
        const [chunk] = await ask(reach(this.words, stem, stem));
        if (chunk && !`,${chunk[0]}`.includes(`,${stem}`) && !/\d/.test(stem)) ask(this.placesNamed(asked[i]).concat(reach(this.related, stem, stem)));
      });
    }

    /* Returns the lists of each two terms that stand side by side in some entry as in the query. */
    sideBySide(terms) {
      const pairs = terms.slice(1).map((term, i) => `${terms[i].stem} ${term.stem}`);
      return Promise.all(pairs.map((pair) => this.lookUp(pair, false)));
    }

    /* Returns the list of what has all terms, and nothing else, as one of its names. */
    async named(terms) {
      return terms.length ? this.lookUp(`${Array.from(new Set(terms.map(({ stem }) => stem))).join(" ")}=`, false) : [];
    }

    /* Returns the terms of one token: what was asked, its stem, what is looked for instead if that is nowhere, and its lists.
       near: that others mean nearly the same; else it is taken for a slip. */
    async resolve({ word, parts }, begins, exact) {
      const own = this.stem(word);
      const lists = await this.lookUp(own, begins);
      if (lists && !lists.length && parts.length) {
        return flat(await Promise.all(parts.map((piece, i) => this.resolve({ word: piece, parts: [] }, begins && i === parts.length - 1, exact))));
      }
      const term = { asked: word, stem: own, instead: [], near: false, lists };
      if (!lists || lists.length || exact) return [term];
      const related = await this.relatedTo(own);
      const instead = related || [await this.nearest(word)].filter(Boolean);
      const found = flat(await Promise.all(instead.map((other) => this.lookUp(this.stem(other), false))));
      if (related) found.forEach((list, i) => { list.factor = RELATED / (1 + i / 2); });
      return [Object.assign(term, { instead, near: Boolean(related), lists: found, stem: instead.length === 1 ? this.stem(instead[0]) : own })];
    }

    /* Returns the lists of the groups that a stem, or the start of one, stands for; null if too many start so. */
    async lookUp(stem, begins) {
      const own = listsIn(await this.load(reach(this.words, stem, stem)[0]), (group) => group === stem, () => 1);
      if (!begins || stem.length < 2 || (own.length && own[0].entries.length >= RARE)) return own;
      const names = reach(this.words, stem, `${stem}\uffff`);
      if (names.length > MOST_CHUNKS) return own.length ? own : null;
      const starts = (group) => group.startsWith(stem) && !/[ =]/.test(group);
      return flat((await this.loadAll(names)).map((chunk) => listsIn(chunk, starts, (group) => stem.length / group.length))); // the less is missing, the likelier
    }

    /* Returns words that mean nearly the same as a stem that is nowhere: none for an English word without any, null for what is no word. */
    async relatedTo(stem) {
      if (!this.related.names.length) return null;
      const [words, near] = await this.load(reach(this.related, stem, stem)[0]);
      const at = words.split(" ").indexOf(stem);
      return at < 0 ? null : (near[at] || "").split(" ").filter(Boolean);
    }

    /* Returns the site's own word most like one that is nowhere, or "".  The second letter may be the first: "agrdening". */
    async nearest(word) {
      const far = word.length < 7 ? 1 : word.length < 10 ? 2 : 3; // how far it may be
      if (word.length < 4) return "";
      return (await this.nearestFrom(word[0], word, far)) || this.nearestFrom(word[1], word, far);
    }

    async nearestFrom(letter, word, far) {
      let best = ["", far, 0];
      for (const [words, entries] of await this.loadAll(reach(this.spelling, letter, `${letter}\uffff`))) {
        words.split(" ").forEach((other, i) => {
          const apart = difference(word, other, best[1]);
          if (apart < best[1] || (apart === best[1] && entries[i] > best[2])) best = [other, apart, entries[i]];
        });
      }
      return best[0];
    }

    /* Returns the place that the words name: its rows, the other words, the pages of its regions, each entry's distance in
       kilometres, and its lists, by text and by distance; null if they name none. */
    async place(q) {
      const said = await placeIn(plain(q), (word, next, code) => this.placesFrom(word, next, code));
      if (!said) return null;
      const names = said.rows[0][0].split(" ").filter((word) => !this.stop.has(word)).map((word) => this.stem(word));
      const byText = said.rows[0][6] ? [] : common(flat(await Promise.all(names.map((name) => this.lookUp(name, false)))), names.length); // reading, in a text, is seldom the town
      const regions = await this.loadAll(new Set(said.rows.map(([, , , region]) => `near.${this.near[region]}`)));
      const distances = distancesFrom(said.rows.map(([, , , , ...point]) => point), regions);
      return Object.assign(said, { distances, stems: names, pages: regions.map(([, page]) => page), phrase: regions[0][0], lists: byText.concat(byDistance(distances)) });
    }

    /* Returns the same for where the reader is: degrees north and east. */
    async around(here, q) {
      const regions = await this.loadAll(Object.values(this.near).map((hash) => `near.${hash}`));
      const distances = distancesFrom([here], regions);
      return { distances, rest: plain(q), rows: [], stems: [], pages: [], phrase: "", lists: [byDistance(distances)] };
    }

    /* Names the chunks of the places whose names may begin with a word. */
    placesNamed(word) { return reach(this.places, word, `${word} \uffff`); }

    /* Returns the rows of the places whose names may begin with a word.  Of a word that the site has itself, its chunk says
       whether any do: with which letters the next word may begin, if it is no name alone. */
    async placesFrom(word, next, code) {
      const own = this.stem(word);
      if (this.stop.has(word) && !code) return []; // ME16 is in Kent, and nobody looks for "me"
      const [groups, , beginPlaces] = await this.load(reach(this.words, own, own)[0]);
      const [, letters] = beginPlaces.split(",").map((pair) => pair.split(":")).find(([begin]) => begin === own) || [];
      if (groups.split(",").includes(own) && (letters === undefined || (letters && !letters.includes(next[0])))) return [];
      const rows = flat(await this.loadAll(this.placesNamed(word)));
      return rows.filter(([name]) => name === word || name.startsWith(`${word} `));
    }

    /* Returns which of the terms an entry has, and which it lacks: those that something has. */
    termsOf(entry, { terms }) {
      const having = (term) => term.lists.some(({ entries }) => entries.includes(entry));
      const some = terms.filter(({ lists }) => lists && lists.length);
      return [some.filter(having), some.filter((term) => !having(term))];
    }

    /* Cuts a text into pieces, each with the term that it is a word of, if any. */
    marked(text, terms) {
      return text.split(WORD).map((piece, i) => {
        const stems = i % 2 ? plain(piece).map((word) => this.stem(word)) : [];
        return [piece, terms.find(({ stem, asked, instead, lists }) => stems.some((each) => (
          each === stem || instead.some((word) => this.stem(word) === each) || (lists.some(({ factor }) => factor < 1) && each.startsWith(stem)) || each === asked)))];
      });
    }

    /* Returns the piece of a text, given in lines, that has most of the terms, marked; null if it has none. */
    excerpt(text, terms) {
      const number = (pieces) => new Set(pieces.map(([, term]) => term).filter(Boolean)).size;
      const lines = text.split("\n").map((line) => this.marked(line, terms));
      const best = lines.reduce((one, other) => (number(other) > number(one) ? other : one), []);
      if (!number(best)) return null;
      let first = best.findIndex(([, term]) => term), last = first, room = EXCERPT;
      const fits = (i) => i >= 0 && i < best.length && best[i][0].length <= room;
      while (fits(first - 1) || fits(last + 1)) {
        if (fits(last + 1)) room -= best[last += 1][0].length;
        if (fits(first - 1)) room -= best[first -= 1][0].length;
      }
      const cut = (at) => [[at ? "\u2026" : "", undefined]];
      return [].concat(cut(first > 0), best.slice(first, last + 1), cut(last < best.length - 1));
    }

    async order(set, { searched, scores }, sort) {
      const entries = [];
      for (let entry = this.size - 1; entry >= 0; entry--) if (has(set, entry)) entries.push(entry); // kind by kind, the newest first
      if (sort === "relevance" && searched) return entries.sort((a, b) => scores[b] - scores[a] || b - a);
      if (!this.orders[sort]) return entries;
      return (await this.load(`order.${this.orders[sort]}`)).filter((entry) => has(set, entry));
    }
  }

  return async (load, manifest) => new Search(load, await load(manifest));
})();
