/* The finder's page: reads the address, asks search.js, and fills the page's places and templates.

   What comes from content reaches the page as text, never as HTML.  Every change searches again; only chunks are kept. */
(function () {
  "use strict";

  const SHOWN = 20; // results at first, and with each press for more
  const TAGS = 2; // on a card
  const FIRST = 3, AT_ONCE = 6; // of them are drawn before the others, as many as a phone shows; and then at a time
  const HERE = 8; // kilometres: what is so near to the middle of a place is in it
  const CLOSEST = "We found no page with all your words. Here are the closest:";
  const CLOSE = 0.6; // of what was asked, by how rare the words are, that a close match has
  const TYPING = 50, LATE = 300, SPEAKING = 800; // milliseconds to wait for the next letter, and before old results fade and a screen reader is told

  const page = document.querySelector("[data-find]");
  const { make, partsOf, counted, addressFrom, inLanguage, chunksIn, indexAt, changeHistory, openSearch, places, shortlist, words } = window.ideasHub;
  const { miles } = places;
  const pictures = JSON.parse(page.dataset.pictures); // of themes, by their label
  const loadText = chunksIn(page.dataset.root);
  const part = partsOf(page, "find");
  const [form, results, heading, notes, more, filters, near] = ["form", "results", "heading", "notes", "more", "filters", "near"].map(part);
  const boxes = Array.from(form.querySelectorAll("[type=checkbox]"));
  const withCommas = new Intl.NumberFormat("en-GB"); // made once: each costs a slow phone as much as a hundred uses

  /* ---- State and address ---- */

  function read(address) {
    const said = new URLSearchParams(address);
    const chosen = new Map(); // facet id -> values; never an empty list
    for (const { name, value } of boxes) if (said.getAll(name).includes(value)) chosen.set(name, (chosen.get(name) || []).concat(value));
    const sort = ["newest", "title"].includes(said.get("sort")) ? said.get("sort") : "relevance";
    return { q: (said.get("q") || "").slice(0, 200), exact: said.has("exact"), sort, chosen };
  }

  /* Returns what an address asks for that there is not: a filter, or a choice, by another name. */
  function unknown(address) {
    const asked = Array.from(new URLSearchParams(address)).filter(([name, value]) => value && !["q", "exact", "sort", "keep"].includes(name));
    return asked.filter(([name, value]) => !boxes.some((box) => box.name === name && box.value === value));
  }

  function write({ q, exact, sort, chosen }) {
    const said = new URLSearchParams(q.trim() && { q: q.trim() });
    if (exact) said.append("exact", "1");
    chosen.forEach((values, id) => values.forEach((value) => said.append(id, value)));
    if (sort !== "relevance") said.append("sort", sort);
    if (shortlist.said().length) said.append("keep", shortlist.said());
    return `${said}` ? `?${said}` : location.href.replace(/[?#].*/, ""); // never a path: one that starts with // names a host
  }

  /* Returns the state with other values of one facet. */
  function choosing(id, values) {
    const chosen = new Map(state.chosen);
    if (values.length) chosen.set(id, values);
    else chosen.delete(id);
    return changed({ chosen });
  }

  const valuesOf = (id) => state.chosen.get(id) || [];
  const leaving = (id, value) => choosing(id, valuesOf(id).filter((other) => other !== value));

  /* On a phone the page's introduction makes room for results. */
  const makeRoom = () => page.classList.toggle("searched", Boolean(state.q.trim() || state.chosen.size));

  function fillForm() {
    makeRoom();
    form.elements.q.value = state.q;
    form.elements.sort.value = state.sort;
    for (const box of boxes) {
      box.checked = valuesOf(box.name).includes(box.value);
      const group = box.closest("details");
      if (box.checked && group) group.open = true; // what narrows the results is in sight
    }
  }

  let state = read(location.search);
  let leftOut = unknown(location.search);
  let here = null; // where the reader is, in degrees north and east, if they say so: on this page only, in no address
  const changed = (parts) => Object.assign({}, state, parts);
  let typing = false;

  /* The first letter is a new step in the history and the next ones change that step: Back leaves the whole word. */
  function go(next, types = false) {
    clearTimeout(typed);
    step();
    state = next;
    leftOut = [];
    const address = write(state);
    if (typing && types) waiting = () => changeHistory("replaceState", null, address);
    else if (new URL(address, location.href).search !== location.search) waiting = () => changeHistory("pushState", null, address);
    typing = types;
    update();
  }

  /* A step costs a slow phone as much as three cards do: it is taken once they are on the screen, or before the next one. */
  const none = () => {};
  let waiting = none;
  function step() {
    waiting();
    waiting = none;
  }

  /* ---- What is shown ---- */

  let search = null; // once its manifest is here
  let run = 0;
  let entries = []; // all results in order
  let last = null; // what was found

  /* What was found before stays until the first cards are here, and then all changes at once: each change of a page this
     long costs a slow phone a twentieth of a second. */
  async function update() {
    const mine = ++run;
    const fading = setTimeout(() => results.classList.toggle("late", mine === run), LATE);
    results.setAttribute("aria-busy", "true");
    try {
      const asked = state;
      if (!search) search = await openSearch(...indexAt(page.dataset.manifest));
      const found = await search.find(changed({ here }));
      if (mine !== run) return; // a newer search is under way
      const way = found.entries.length ? null : wayOut(found);
      const shown = way && way.number ? await search.find(Object.assign({}, way.next, { here })) : found;
      const cards = await loadCards(shown.entries.slice(0, FIRST));
      if (mine !== run) return;
      if (!last || found.terms !== last.terms) drawn.clear();
      last = found;
      entries = shown.entries;
      const close = found.share >= CLOSE;
      const q = found.searched ? asked.q.trim() : "";
      const within = q && asked.chosen.size ? " with these filters" : "";
      heading.textContent = way ? `We found nothing${q && ` for ${quoted(q)}`}${within}` : close ? numbered(entries.length) + (q && ` for ${q}`) : CLOSEST;
      showChips();
      showNotes(found, way);
      announce([heading, ...notes.children].map(({ textContent }) => textContent).join(". ").replace(/([.:])\. /g, "$1 "));
      results.textContent = "";
      results.append(...cards.map(cardOf));
      clearTimeout(fading); // what is there now is no longer old
      results.classList.remove("late");
      more.hidden = true;
      await onScreen();
      if (mine !== run) return;
      step();
      await showNumbers((list) => list.open);
      await showCards(Math.max(SHOWN, (history.state && history.state.shown) || 0));
      if (mine !== run) return;
      await showNumbers((list) => !list.open);
      part("problem").hidden = true;
    } catch {
      if (mine === run) showProblem();
    } finally {
      clearTimeout(fading);
      if (mine === run) {
        step();
        results.removeAttribute("aria-busy");
        results.classList.remove("late");
      }
    }
  }

  /* Beside each choice of some lists: how many entries have it among those that the words and the other facets leave.
     Nobody needs the numbers while all choices are folded away. */
  async function showNumbers(areNeeded = () => true) {
    if (!last || !filters.open) return;
    await search.loadSets();
    search.counts(last).forEach((numbers, i) => {
      for (const box of boxes.filter(({ name }) => name === search.facets[i].id)) {
        const number = numbers.get(box.value);
        const label = box.closest("label");
        if (!areNeeded(label.closest("details"))) return;
        label.querySelector("[data-count]").textContent = withCommas.format(number);
        box.disabled = !number && !box.checked;
        label.classList.toggle("is-empty", box.disabled);
      }
    });
  }

  const between = (comma, nodes) => [].concat(...nodes.map((node) => [comma, node])).slice(1);
  const listed = (texts, before = "") => (texts.length ? before + texts.join(", ") : "");
  const quoted = (text) => `\u201c${text}\u201d`;
  const shortened = (text) => (text.length > 60 ? `${text.slice(0, 60)}\u2026` : text);
  const numbered = (number) => counted(number, "result").replace(number, withCommas.format(number));

  let spoken = 0;
  function announce(text) {
    clearTimeout(spoken); // each new text would interrupt the one before
    spoken = setTimeout(() => { part("said").textContent = text; }, SPEAKING);
  }

  function showProblem() {
    part("problem").hidden = false;
    part("plain").hidden = false; // the lists of links need no script
    part("live").hidden = !search;
  }

  function link(text, next) {
    const anchor = make("a", { href: write(next), textContent: text });
    anchor.dataset.findGo = "";
    return anchor;
  }

  function showChips() {
    part("chips").textContent = "";
    for (const { id, labels } of search.facets) {
      for (const value of valuesOf(id)) {
        const chip = part("chip").content.cloneNode(true);
        chip.querySelector("a").href = write(leaving(id, value));
        chip.querySelector("[data-chip]").textContent = labels.get(value);
        part("chips").append(chip);
      }
    }
    part("clear").hidden = !state.chosen.size && !state.q.trim();
  }

  function showNotes(found, way) {
    const note = (...pieces) => {
      notes.append(make("p"));
      notes.lastChild.append(...pieces);
    };
    notes.textContent = "";
    if (leftOut.length) note(`We left out a filter that we do not have: ${listed(leftOut.map(([name, value]) => quoted(shortened(`${name}: ${value}`))))}.`);
    if (found.place) note(...aboutPlace(found.place));
    for (const { asked, instead, near, lists } of found.terms) {
      const only = () => link(`Search only for ${quoted(asked)}`, changed({ exact: true }));
      const others = between(", ", instead.map((word) => link(word, changed({ q: word }))));
      if (!lists) note(`Many words start with ${quoted(asked)}. Type another letter.`);
      else if (instead.length) note(`No results for ${quoted(asked)}. ${near ? "Showing results for " : "Did you mean "}`, ...others, near ? ". " : "? ", only());
      else if (!lists.length && !way) note(`No results for ${quoted(asked)}.`);
    }
    if (state.q.trim().length > 1 && !found.place && !found.terms.length) note(words.plain(state.q).length ? "Your words are too common. Add another." : "There is no word in this. Type a word to search.");
    if (way && way.number) note(`Without ${way.name} we found ${numbered(way.number)}, shown below. `, link(`Remove ${way.name}`, way.next));
    else if (way) note(part("nothing").content.cloneNode(true));
  }

  /* Says where a place is, and what comes first. */
  function aboutPlace({ rows, phrase, distances }) {
    if (!rows.length) return ["Nearest to you first. Your location stays on this device."];
    const names = rows.map(([, name, within]) => (within ? `${name}, ${within}` : name));
    const only = rows.map(([, , within], i) => (within ? link(names[i], changed({ q: `${state.q.trim()} ${within}` })) : names[i]));
    if (rows.length > 1) return [`There is more than one ${rows[0][1]}. Show only `, ...between(" or ", only), "."];
    const there = Array.from(distances.values()).some((kilometres) => kilometres < HERE);
    return [there ? `${names[0]} is ${phrase}. Nearest first.` : `We have nothing in ${names[0]} yet. Here is what we have ${phrase}, nearest first:`];
  }

  /* What to leave out when nothing is found: the filter without which there is most or, if that does not help, the words.
     What is found then is shown, as the closest there is. */
  function wayOut(found) {
    const numbers = search.without(found);
    const filters = search.facets.map(({ id, labels }, i) => ({
      name: valuesOf(id).map((value) => quoted(labels.get(value))).join(" and "),
      number: numbers[i],
      next: choosing(id, []),
    }));
    const best = filters.reduce((one, other) => (other.number > one.number ? other : one), { number: 0 });
    if (best.number || !state.chosen.size) return best;
    return { name: "your words", number: numbers[filters.length], next: changed({ q: "" }) };
  }

  /* ---- Cards ---- */

  const loadCards = (some) => Promise.all(some.map(async (entry) => [entry, await search.card(entry)]));

  /* Adds cards in order, some at a time, up to a number of all: what is on the page never moves, and typing goes on. */
  async function showCards(to) {
    const mine = run;
    const groups = [];
    for (let first = results.children.length; first < Math.min(to, entries.length); first += AT_ONCE) {
      groups.push(loadCards(entries.slice(first, Math.min(first + AT_ONCE, to))));
      groups[groups.length - 1].catch(() => {}); // the loop below meets the failure
      await onScreen();
      if (mine !== run) return;
    }
    for (const group of groups) {
      const cards = await group;
      await onScreen();
      if (mine !== run) return;
      results.append(...cards.map(cardOf));
    }
    shortlist.show();
    more.hidden = entries.length <= to;
    more.textContent = `Show ${Math.min(entries.length - to, SHOWN)} more`;
  }

  /* Waits until what is there is on the screen; a tab in the background draws nothing, and waits a moment only. */
  const onScreen = () => new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done)); // the next picture begins once this one is finished
    setTimeout(done, 100);
  });

  const drawn = new Map(); // the cards of these words, by entry

  function cardOf([entry, fields]) {
    if (!drawn.has(entry)) drawn.set(entry, makeCard(entry, fields));
    return drawn.get(entry);
  }

  function makeCard(entry, [kind, kindLabel, title, address, summary, byline, tags, language]) {
    const card = part("card").content.cloneNode(true);
    const slot = (name) => card.querySelector(`[data-card=${name}]`);
    const [having, lacking] = search.termsOf(entry, last);
    const shown = new Set();
    const terms = last.place ? having.concat(last.place.stems.map((stem) => ({ asked: stem, stem, instead: [], lists: [] }))) : having;
    const fill = (name, text, marks = terms) => {
      if (text) slot(name).append(...markedText(text, marks, shown));
      else slot(name).remove();
    };
    slot("title").href = addressFrom(page.dataset, address);
    const picture = pictures[tags.find((tag) => pictures[tag])] || pictures[""];
    if (picture) slot("picture").src = page.dataset.root + picture;
    else slot("picture").remove();
    card.firstElementChild.classList.toggle("with-tile", Boolean(picture));
    fill("title", title);
    fill("kind", kindLabel);
    fill("byline", byline);
    fill("gist", summary);
    if (language) inLanguage(language, slot("title").parentNode, ...card.querySelectorAll("[data-card=gist]"));
    showTags(slot("tags"), tags, terms, shown);
    const far = last.place ? last.place.distances.get(entry) : undefined;
    const fromWhere = far !== undefined && last.place.rows.length ? last.place.rows[0][1] : "you";
    fill("far", far === undefined ? "" : `${milesOf(far)} from ${fromWhere}`, []);
    fill("lacking", having.length || last.place ? listed(lacking.map(({ asked }) => asked), "Does not mention ") : "", []);
    const hidden = having.filter((term) => !shown.has(term));
    if (hidden.length) showWhy(slot("why"), slot("gist"), address, hidden, language);
    else slot("why").remove();
    Object.assign(card.firstElementChild.dataset, { kind }, page.dataset.saved.split(" ").includes(kind) ? {} : { noSave: "" });
    return card.firstElementChild;
  }

  /* Two tags at most: first those that have words which nothing above them has. */
  function showTags(list, tags, terms, shown) {
    const above = new Set(shown);
    const rows = tags.map((tag) => search.marked(tag, terms));
    const tells = (pieces) => pieces.some(([, term]) => term && !above.has(term));
    for (const pieces of rows.filter(tells).concat(rows.filter((row) => !tells(row))).slice(0, TAGS)) {
      pieces.forEach(([, term]) => shown.add(term));
      list.append(make("li"));
      list.lastChild.append(...pieces.map(nodeOf));
    }
    if (!tags.length) list.remove();
  }

  const milesOf = (kilometres) => (miles(kilometres) < 2 ? "Less than 2 miles" : `About ${miles(kilometres)} miles`);

  /* Returns a text as nodes, with the words marked that were looked for; shown: is told which of them it has. */
  function markedText(text, terms, shown) {
    const pieces = search.marked(text, terms);
    pieces.forEach(([, term]) => shown.add(term));
    return pieces.map(nodeOf);
  }

  const nodeOf = ([piece, term]) => (term ? make("mark", { textContent: piece }) : piece);

  /* What a card does not show of the words, its page's text does: in the place of the summary, once the card comes into sight. */
  function showWhy(place, gist, address, terms, language) {
    const otherwise = listed(terms.map(({ asked }) => asked), "Also matches ");
    if (!window.IntersectionObserver || address.includes("#")) {
      place.textContent = otherwise;
      return;
    }
    (gist || place).classList.add("awaiting"); // as high as what comes
    const watch = new IntersectionObserver(async ([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      watch.disconnect();
      const text = await loadText(`${address}text`).catch(() => "");
      const pieces = search.excerpt(text, terms);
      if (pieces) place.append(...pieces.map(nodeOf));
      else place.textContent = otherwise;
      if (pieces && gist) gist.remove();
      if (pieces && language) inLanguage(language, place);
    });
    watch.observe(place.parentNode);
  }

  /* ---- Events ---- */

  let typed = 0;

  form.addEventListener("input", ({ target }) => {
    if (target.name !== "q") return;
    state = changed({ q: target.value, exact: false });
    clearTimeout(typed);
    typed = setTimeout(() => go(state, true), TYPING);
  });

  form.elements.sort.addEventListener("change", ({ target }) => go(changed({ sort: target.value })));

  form.addEventListener("change", ({ target }) => {
    const { name, value, checked } = target;
    if (boxes.includes(target)) go(checked ? choosing(name, valuesOf(name).concat(value)) : leaving(name, value));
  });

  filters.addEventListener("toggle", () => showNumbers().catch(showProblem));

  /* Only a press asks the device where it is; the next one forgets it. */
  near.addEventListener("click", () => {
    const from = (place) => {
      here = place;
      near.setAttribute("aria-pressed", Boolean(here));
      go(state);
    };
    const refused = () => {
      notes.textContent = "We could not find your location. Type the name of a place instead.";
      announce(notes.textContent);
    };
    if (here) from(null);
    else navigator.geolocation.getCurrentPosition(({ coords }) => from([coords.latitude, coords.longitude]), refused, { maximumAge: 600000, timeout: 10000 });
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    makeRoom();
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
    if (results.hasAttribute("aria-busy")) return; // these results are about to go
    const before = results.children.length;
    more.hidden = true;
    await showCards(before + SHOWN).catch(showProblem);
    if (results.children[before]) results.children[before].querySelector("a").focus(); // reading goes on where the new ones start
    announce(`Showing ${results.children.length} of ${numbered(entries.length)}`);
    changeHistory("replaceState", { shown: results.children.length }); // so that Back finds as many as were left
  });

  addEventListener("popstate", () => {
    clearTimeout(typed);
    waiting = none;
    typing = false;
    state = read(location.search);
    leftOut = unknown(location.search);
    fillForm();
    update();
  });

  near.hidden = !navigator.geolocation || !window.isSecureContext || !near.dataset.findNear;
  part("plain").hidden = true;
  part("live").hidden = false;
  fillForm();
  update();
})();
