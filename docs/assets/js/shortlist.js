/* The shortlist's page: what the reader saved, or what a link brought, up to four of them side by side.

   hub.js keeps the list.  The facts stand in scripts beside this page, each with those of some twenty entries, which hand them over;
   so this works from a file too, and little more than what is on the list is loaded.  An entry's key tells the number of its script,
   as in ideas_hub/formats/shortlist_facts.py.  What comes from content reaches the page as text, never as HTML. */
(function () {
  "use strict";

  const page = document.querySelector("[data-shortlist]");
  if (!page || !window.ideasHub) return;
  const { make, partsOf, counted, addressFrom, inLanguage, loadScript, changeHistory, shortlist: hub } = window.ideasHub;
  const part = partsOf(page, "shortlist");
  const SIDE_BY_SIDE = 4;
  const OWN_WORDS = ["about", "people", "time", "place", "helped", "hindered", "steps"]; // rows in an entry's own language

  /* ---- Facts: each script once, when it is first needed ---- */

  const known = new Map(); // key -> facts, of an entry's old keys too
  const loading = new Map(); // number of a script -> when it is there

  window.ideasHub.facts = (told) => {
    for (const [key, [entry, kind, title, rows, language]] of Object.entries(told)) {
      const facts = { entry, kind, title, rows, language };
      known.set(key, facts).set(entry, facts);
    }
  };

  /* Returns the hash FNV-1a of a text in UTF-8, 32 bits: https://datatracker.ietf.org/doc/draft-eastlake-fnv */
  function fnv1a(text) {
    let digest = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text)) digest = Math.imul(digest ^ byte, 0x01000193);
    return digest >>> 0;
  }

  function load(key) {
    const number = fnv1a(key) % Number(page.dataset.files);
    if (!known.has(key) && !loading.has(number)) {
      loading.set(number, loadScript(`facts.${number}.js`).catch(() => loading.delete(number))); // the next change asks again
    }
    return loading.get(number);
  }

  /* ---- The list: that of the address is somebody's who shared it, unless the reader's own has to live there ---- */

  const isShared = () => !hub.inAddress() && hub.said().length > 0 && hub.said().join() !== hub.saved().join();
  let list = hub.said().length ? hub.said() : hub.saved();
  const asked = Number(new URLSearchParams(location.search).get("compare"));
  let compared = list.slice(0, asked > 0 && asked < SIDE_BY_SIDE ? asked : SIDE_BY_SIDE);

  let cleared = null; // what "Remove all" took off, until the next change

  /* Changes the reader's own list, and returns when it is shown; a shared one stays as it came. */
  function change(next) {
    if (next.length) cleared = null;
    list = next;
    compared = compared.filter((key) => list.includes(key));
    hub.save(list);
    if (hub.said().length) changeHistory("replaceState", null, hub.withList(location.href, list));
    return update();
  }

  /* Returns a link that opens this list with the same ideas side by side.  That of a file would lead nobody anywhere. */
  function shareLink() {
    const canonical = document.querySelector("link[rel=canonical]");
    const base = location.protocol !== "file:" ? location.origin + location.pathname : canonical ? canonical.href : "";
    if (!base) return "";
    const link = hub.withList(base, compared.concat(list.filter((key) => !compared.includes(key))));
    return compared.length && compared.length < Math.min(list.length, SIDE_BY_SIDE) ? `${link}&compare=${compared.length}` : link;
  }

  /* ---- What is shown ---- */

  let run = 0;
  async function update() {
    const mine = ++run;
    await Promise.all(list.map(load));
    if (mine !== run) return; // the list has changed since
    list = current(list);
    compared = current(compared);
    part("heading").textContent = `${counted(list.length, "page")} ${isShared() ? "on this shared list" : "on your list"}`;
    part("empty").hidden = list.length > 0;
    part("undo").hidden = !cleared;
    part("filled").hidden = !list.length;
    part("shared").hidden = !isShared();
    part("clear").hidden = isShared();
    part("inaddress").hidden = !hub.inAddress() || !list.length;
    part("hint").hidden = list.length < 2;
    part("link").value = shareLink();
    part("share").hidden = !shareLink();
    showItems();
    showTable();
  }

  /* Returns keys with that of an entry's new address in the place of an old one, each once. */
  const current = (keys) => Array.from(new Set(keys.map((key) => (known.has(key) ? known.get(key).entry : key))));

  const addressOf = (key) => addressFrom(page.dataset, `${key}/`);

  function showItems() {
    const focused = document.activeElement && document.activeElement.closest("[data-key]");
    const before = focused && { key: focused.dataset.key, isBox: document.activeElement.type === "checkbox" };
    part("items").textContent = "";
    for (const key of list) part("items").append(itemOf(key, known.get(key)));
    if (!before) return;
    const item = Array.from(part("items").children).find((other) => other.dataset.key === before.key);
    if (item) item.querySelector(before.isBox ? "input" : "button").focus();
    else part("heading").focus(); // the row has gone; the heading says what is left
  }

  function itemOf(key, facts) {
    const item = part("item").content.cloneNode(true).firstElementChild;
    const slot = (name) => item.querySelector(`[data-item=${name}]`);
    item.dataset.key = key;
    item.querySelectorAll("[data-name]").forEach((place) => { place.textContent = ` ${facts ? facts.title : key}`; });
    slot("lost").hidden = Boolean(facts);
    slot("remove").hidden = isShared();
    slot("compare").hidden = !facts || list.length < 2;
    slot("title").textContent = facts ? facts.title : key;
    slot("kind").textContent = facts ? facts.kind : "";
    if (facts) slot("title").href = addressOf(facts.entry);
    if (facts && facts.language) inLanguage(facts.language, slot("title"));
    const box = item.querySelector("input");
    box.checked = compared.includes(key);
    box.disabled = !box.checked && compared.length >= SIDE_BY_SIDE;
    return item;
  }

  function showTable() {
    const columns = compared.filter((key) => known.get(key)).map((key) => known.get(key));
    part("table").hidden = !columns.length;
    part("heads").textContent = "";
    part("heads").append(make("td"));
    for (const { entry, kind, title, language } of columns) {
      const head = make("th", { scope: "col", dir: "auto" });
      head.append(make("span", { className: "small", textContent: kind }), make("br"), make("a", { href: addressOf(entry), textContent: title }));
      if (language) inLanguage(language, head.lastChild);
      part("heads").append(head);
    }
    page.querySelectorAll("[data-row]").forEach((row) => {
      row.querySelectorAll("td").forEach((cell) => cell.remove());
      row.hidden = !columns.some(({ rows }) => rows[row.dataset.row]);
      for (const { rows, language } of columns) row.append(cellOf(rows[row.dataset.row], OWN_WORDS.includes(row.dataset.row) && language));
    });
  }

  function cellOf(texts, language) {
    const cell = make("td", { dir: "auto" });
    if (texts && language) inLanguage(language, cell);
    if (!texts) cell.append(make("span", { className: "small", textContent: "Not stated" }));
    else if (texts.length === 1) cell.textContent = texts[0];
    else {
      cell.append(make("ul"));
      for (const text of texts) cell.firstChild.append(make("li", { textContent: text }));
    }
    return cell;
  }

  function tell(text) {
    part("said").textContent = text;
  }

  /* ---- Events ---- */

  part("items").addEventListener("change", ({ target }) => {
    const { key } = target.closest("[data-key]").dataset;
    compared = target.checked ? compared.concat(key) : compared.filter((other) => other !== key);
    tell(`${compared.length} to compare`);
    update();
  });

  part("items").addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const { key } = button.closest("[data-key]").dataset;
    tell(`Removed${button.querySelector("[data-name]").textContent}`);
    change(list.filter((other) => other !== key));
  });

  part("take").addEventListener("click", () => {
    const mine = list.concat(hub.saved().filter((key) => !list.includes(key)));
    hub.save(mine);
    list = mine;
    changeHistory("replaceState", null, location.href.replace(/[?#].*/, ""));
    tell("Saved on this device");
    update();
    part("heading").focus();
  });

  part("clear").addEventListener("click", () => {
    cleared = { list, compared };
    part("gone").textContent = `You removed ${counted(list.length, "page")}.`;
    tell("Your list is empty");
    change([]).then(() => part("back").focus());
  });

  part("back").addEventListener("click", () => {
    const { list: before } = cleared;
    compared = cleared.compared;
    tell("Your list is back");
    change(before).then(() => part("heading").focus());
  });

  part("print").addEventListener("click", () => print());

  part("copy").addEventListener("click", async () => {
    const field = part("link");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      tell("Link copied");
      part("copied").textContent = "Copied";
    } catch {
      part("copied").textContent = "The link is selected: copy it from here."; // some browsers leave it to the reader
    }
  });

  part("live").hidden = false;
  update();
})();
