/* The finder's page: reads the address, asks search.js, and fills the page's places and templates.

   What comes from content reaches the page as text, never as HTML.  Every change searches again; only chunks are kept. */
(function () {
  "use strict";

  const SHOWN = 20; // results at first, and with each "show more"
  const TYPING = 120, SPEAKING = 800; // milliseconds to wait for the next letter, and before a screen reader is told

  const page = document.querySelector("[data-find]");
  const { make, partsOf, counted, addressFrom, inLanguage, loadScript, changeHistory, openSearch, shortlist } = window.ideasHub;
  const part = partsOf(page, "find");
  const [form, results, heading, notes, more] = ["form", "results", "heading", "notes", "more"].map(part);
  const boxes = Array.from(form.querySelectorAll("[type=checkbox]"));
  const withCommas = new Intl.NumberFormat("en-GB"); // made once: each costs a slow phone as much as a hundred uses

  /* ---- Chunks ---- */

  const [, folder, manifest] = page.dataset.manifest.match(/^(.*\/|)(.*)\.js$/);
  const chunks = new Map(); // promises, by name
  const arrived = new Map();

  window.ideasHub.chunk = (name, data) => arrived.set(name, data);

  function load(name) {
    if (!chunks.has(name)) {
      chunks.set(name, loadScript(`${folder}${name}.js`).then(() => arrived.get(name) || Promise.reject(new Error(name))));
      chunks.get(name).catch(() => chunks.delete(name)); // the next search tries again
    }
    return chunks.get(name);
  }

  /* ---- State and address ---- */

  function read(address) {
    const said = new URLSearchParams(address);
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

  function fillForm() {
    form.elements.q.value = state.q;
    form.elements.sort.value = state.sort;
    for (const box of boxes) {
      box.checked = valuesOf(box.name).includes(box.value);
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
    if (typing && types) changeHistory("replaceState", null, write(state));
    else if (new URL(write(state), location.href).search !== location.search) changeHistory("pushState", null, write(state));
    typing = types;
    update();
  }

  /* ---- What is shown ---- */

  let search = null; // once its manifest is here
  let run = 0;
  let entries = []; // all results in order

  async function update() {
    const mine = ++run;
    results.setAttribute("aria-busy", "true");
    try {
      const asked = state;
      if (!search) search = await openSearch(load, manifest);
      const found = await search.find(asked);
      if (mine !== run) return; // a newer search is under way
      entries = found.entries;
      entries.slice(0, SHOWN).forEach((entry) => search.card(entry).catch(() => {})); // on their way while the rest is written
      heading.textContent = numbered(entries.length) + (found.terms.length ? ` for ${asked.q.trim()}` : "");
      const late = !search.countable;
      if (!late) showCounts(found);
      showChips();
      showNotes(found);
      announce(`${heading.textContent}. ${notes.textContent}`);
      await showCards(0, Math.max(SHOWN, (history.state && history.state.shown) || 0));
      if (late) await search.loadSets(); // the first results need not wait for the numbers beside the choices
      if (late && mine === run) showCounts(found);
      part("problem").hidden = true;
    } catch {
      if (mine === run) showProblem();
    } finally {
      if (mine === run) results.removeAttribute("aria-busy");
    }
  }

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

  /* Beside each choice: how many entries have it among those that the words and the other facets leave. */
  function showCounts(found) {
    search.counts(found).forEach((numbers, i) => {
      for (const box of boxes.filter(({ name }) => name === search.facets[i].id)) {
        const number = numbers.get(box.value);
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

  function showNotes(found) {
    const note = (...pieces) => {
      notes.append(make("p"));
      notes.lastChild.append(...pieces);
    };
    notes.textContent = "";
    for (const { asked, instead, lists } of found.terms) {
      if (!lists) note(`Many words start with ${asked}. Type one more letter.`);
      else if (instead) note(`Nothing for ${asked}. Showing ${instead}. `, link(`Search for ${asked} only`, changed({ exact: true })));
      else if (!lists.length) note(`Nothing for ${asked}.`);
    }
    if (state.q.trim().length > 1 && !found.terms.length) note("These words are on nearly every page. Type another word to search.");
    if (found.all > 1 && !found.complete) note("No page has all of these words. Showing those with most of them.");
    else if (found.least < found.all) note("Pages with all of these words come first, then those with all but one.");
    if (!entries.length) note(...wayOut(found));
  }

  /* What to say when nothing is found: the one thing to leave out that gives the most. */
  function wayOut(found) {
    const numbers = search.without(found);
    const ways = search.facets.map(({ id, labels }, i) => ({
      name: valuesOf(id).map((value) => labels.get(value)).join(" or "),
      number: numbers[i],
      next: choosing(id, []),
    }));
    if (state.chosen.size) ways.push({ name: "your words", number: numbers[ways.length], next: changed({ q: "" }) });
    const best = ways.reduce((one, other) => (other.number > one.number ? other : one));
    if (!best.number) return ["Try fewer or other words, or look through the lists of themes, regions and communities."];
    const there = best.number === 1 ? "there is 1 result" : `there are ${numbered(best.number)}`;
    return ["Nothing has all of this. ", link(`Without ${best.name} ${there}`, best.next)];
  }

  /* ---- Cards ---- */

  /* Adds cards in order, each as soon as it is here: what is on the page never moves. */
  async function showCards(from, to) {
    const mine = run;
    const cards = entries.slice(from, to).map((entry) => search.card(entry));
    cards.forEach((card) => card.catch(() => {})); // the loop below meets the failure
    more.hidden = true;
    if (!cards.length) results.textContent = "";
    for (let i = 0; i < cards.length; i++) {
      const card = await cards[i];
      if (mine !== run) return;
      if (!from && !i) results.textContent = ""; // the old results stay until the first new one is here
      results.append(cardOf(card));
    }
    shortlist.show();
    more.hidden = entries.length <= to;
    more.textContent = `Show ${Math.min(entries.length - to, SHOWN)} more`;
  }

  function cardOf([kind, kindLabel, title, address, summary, byline, tags, date, language]) {
    const card = part("card").content.cloneNode(true);
    const slot = (name) => card.querySelector(`[data-card=${name}]`);
    const fill = (name, text) => {
      if (text) slot(name).textContent = text;
      else slot(name).remove();
    };
    slot("title").href = addressFrom(page.dataset, address);
    fill("title", title);
    fill("kind", kindLabel);
    fill("byline", byline);
    fill("summary", summary);
    fill("date", date);
    if (language) inLanguage(language, slot("title").parentNode, slot("summary"));
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
    if (boxes.includes(target)) go(checked ? choosing(name, valuesOf(name).concat(value)) : leaving(name, value));
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
    changeHistory("replaceState", { shown: results.children.length }); // so that Back finds as many as were left
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
