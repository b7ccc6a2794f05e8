/* What the pages gain from a script; each of them is complete without it. */
(function () {
  "use strict";

  /* ---- Shared with the scripts of single pages ---- */

  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const partsOf = (page, kind) => (name) => page.querySelector(`[data-${kind}-${name}]`);
  const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

  /* Puts this into an element, in place of all that is in it. */
  function refill(element, ...content) {
    element.textContent = "";
    element.append(...content);
  }

  /* Returns {read, save} of values that stay on this device under a name; where it lets nothing be saved, on this page alone.
     save() tells whether the device has them. */
  function onDevice(name) {
    let unsaved = null;
    return {
      read() {
        try { return unsaved || Object.assign({}, JSON.parse(localStorage.getItem(name))); } catch { return {}; }
      },
      save(values) {
        unsaved = values;
        try {
          if (Object.keys(values).length) localStorage.setItem(name, JSON.stringify(values));
          else localStorage.removeItem(name);
          unsaved = null;
        } catch { /* it stays on this page */ }
        return !unsaved;
      },
    };
  }

  /* Says in which language places are, given as its tag and direction: a screen reader then reads them right. */
  const inLanguage = ([lang, dir], ...places) => places.forEach((place) => Object.assign(place, { lang, dir }));

  /* Returns an address below that of a page's root; a memory stick has no server to find a folder's index.html. */
  const addressFrom = ({ root, index }, address) => root + address.replace(/(^|\/)(?=#|$)/, `$1${index}`);

  /* Runs a script that hands over data: from a file nothing else can be loaded. */
  const loadScript = (src) => new Promise((onload, onerror) => document.head.append(make("script", { src, onload, onerror })));

  /* Returns a function that gives the data of a script in a folder by its name; the script says ideasHub.chunk(name, data). */
  const arrived = new Map();
  function chunksIn(folder) {
    const chunks = new Map(); // promises, by name
    return (name) => {
      if (!chunks.has(name)) {
        chunks.set(name, loadScript(`${folder}${name}.js`).then(() => arrived.get(name) || Promise.reject(new Error(name))));
        chunks.get(name).catch(() => chunks.delete(name)); // the next search tries again
      }
      return chunks.get(name);
    };
  }

  /* Returns what the search opens with: what gives its chunks, and the name of the first. */
  function indexAt(path) {
    const [, folder, name] = path.match(/^(.*\/|)(.*)\.js$/);
    return [chunksIn(folder), name];
  }

  function changeHistory(how, state, address) {
    try { history[how](state, "", address); } catch { /* some browsers keep the address of a file as it is; links carry all the same */ }
  }

  /* ---- Light and dark ---- */

  const { dataset } = document.documentElement;
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (dataset.theme ? dataset.theme === "dark" : prefersDark.matches);

  function addThemeButton(slot) {
    const button = make("button", { type: "button" });
    const name = () => {
      button.title = isDark() ? "Use light colours" : "Use dark colours";
      button.setAttribute("aria-label", button.title);
    };
    button.addEventListener("click", () => {
      dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("theme", dataset.theme); } catch { /* where storage is blocked, the choice holds for this page */ }
      name();
    });
    if (prefersDark.addEventListener) prefersDark.addEventListener("change", name);
    name();
    slot.append(button);
  }

  /* What is folded away on a phone stands open where there is room for it. */
  function openWhenWide(details) {
    const wide = matchMedia("(min-width: 62rem)");
    const follow = () => { details.open = wide.matches; };
    if (wide.addEventListener) wide.addEventListener("change", follow);
    follow();
  }

  /* The keyboard stops at a table, to scroll it, only where it is wider than the screen. */
  function stopAtWideTables() {
    document.querySelectorAll(".table").forEach((box) => {
      if (box.clientWidth) box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1; // one in a fold has no width yet
    });
  }

  /* The ways to share that need a script: the clipboard, the device's own list of apps, and paper. */
  function offerSharing(box) {
    const url = location.href.split("?")[0];
    const list = box.querySelector("ul");
    const add = (textContent, act, where = "append") => {
      const button = make("button", { type: "button", textContent });
      button.addEventListener("click", () => act(button));
      const item = make("li");
      item.append(button);
      list[where](item);
    };
    const copy = async (button) => {
      try { await navigator.clipboard.writeText(url); button.textContent = "Link copied"; } catch { prompt("Copy this link", url); }
      say(button.textContent);
    };
    add("Copy link", copy, "prepend");
    if (navigator.share) add("More ways to share", () => navigator.share({ title: document.title, url }).catch(() => { /* the reader changed their mind */ }));
    add("Print", () => { if (box.hidePopover) box.hidePopover(); print(); });
    document.getElementById("shareButton").hidden = false;
  }

  /* Paper cannot be clicked: what is folded away is opened for print, and folded again. */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("main details:not([open])"));
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((details) => { details.open = false; }));

  /* ---- The shortlist: what a reader saves on this device, as "case-studies/some-id,learning-points/another" ----
     Where storage is blocked, and in a copy opened from a file, where some browsers give each page a storage of its own,
     the list goes along in the address, as ?keep=... , from page to page. */

  const STORE = "ideas-hub-shortlist";
  const ENTRY = /^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/; // nothing else may become part of a script's address
  const MOST = 50;
  const home = document.querySelector(".brand");
  const toSaved = document.querySelector(".to-saved");
  let inAddress = location.protocol === "file:";

  const listed = (text) => (text || "").split(",").filter((key, i, all) => ENTRY.test(key) && all.indexOf(key) === i).slice(0, MOST);
  const said = () => listed(new URLSearchParams(location.search).get("keep"));

  function stored() {
    try { return listed(localStorage.getItem(STORE)); } catch { inAddress = true; return []; }
  }

  /* Returns an address of this site with a list in it; with an empty list, without. */
  function withList(address, list) {
    const url = new URL(address, location.href);
    url.searchParams.delete("keep");
    if (list.length) url.search += `${url.search ? "&" : "?"}keep=${list.join(",")}`;
    return url.href;
  }

  let saved = stored();
  if (inAddress && said().length) saved = said();

  function save(list) {
    saved = list.slice(0, MOST);
    try { localStorage.setItem(STORE, saved.join(",")); } catch { inAddress = true; }
    if (inAddress) changeHistory("replaceState", history.state, withList(location.href, saved));
    show();
  }

  /* Returns what the list calls the entry at an address of this site. */
  function keyOf(address) {
    const root = new URL(".", home.href).pathname;
    return new URL(address, location.href).pathname.slice(root.length).replace(/\/(index\.html)?$/, "");
  }

  /* Returns the button that saves the entry at an address, or takes it off the list again: an icon, and on the entry's own page words. */
  function makeButton(address, title, isIcon) {
    const button = make("button", { type: "button", className: isIcon ? "save" : "save plain-button" });
    button.dataset.save = keyOf(address);
    button.append(toSaved.querySelector("svg").cloneNode(true), make("span"), make("span", { className: "unseen", textContent: ` ${title}` }));
    if (isIcon) button.children[1].className = "unseen";
    return button;
  }

  /* An entry's own page has a place for its button, a card has it in its corner. */
  function addButtons() {
    document.querySelectorAll(".to-save").forEach((place) => {
      place.replaceWith(makeButton(location.href, document.querySelector("h1").textContent, false));
    });
    document.querySelectorAll(".card:not([data-no-save])").forEach((card) => {
      const link = card.querySelector("h3 a");
      if (!card.querySelector(".save")) card.append(makeButton(link.href, link.textContent, true));
    });
  }

  function showButton(button) {
    const is = saved.includes(button.dataset.save);
    button.setAttribute("aria-pressed", is);
    button.children[1].textContent = is ? "Saved" : "Save";
  }

  function show() {
    if (!toSaved) return;
    addButtons();
    document.querySelectorAll(".save").forEach(showButton);
    toSaved.lastChild.textContent = saved.length ? ` ${saved.length}` : "";
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest(".save");
    if (!button) return;
    const key = button.dataset.save;
    save(saved.includes(key) ? saved.filter((other) => other !== key) : saved.concat(key));
    say(`${counted(saved.length, "page")} saved`);
  });

  /* A link within the site, and a form that leads on, take the list along; a link out of it never does. */
  function carry({ target }) {
    const link = target.closest("a[href]");
    if (inAddress && saved.length && link && home && link.href.startsWith(new URL(".", home.href).href)) link.href = withList(link.href, saved);
  }
  document.addEventListener("click", carry, true);
  document.addEventListener("auxclick", carry, true);
  document.addEventListener("submit", ({ target }) => {
    if (!inAddress || !saved.length) return;
    const field = target.elements.keep || target.appendChild(make("input", { type: "hidden", name: "keep" }));
    field.value = saved.join(",");
  }, true);
  addEventListener("storage", ({ key }) => {
    if (key !== STORE) return;
    saved = stored();
    show();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return; // come back to by Back: another page may have changed the list
    if (!inAddress) saved = stored();
    show();
  });

  const status = make("p", { className: "unseen" });
  const say = (words) => { status.textContent = words; };
  status.setAttribute("role", "status");
  (document.querySelector("main") || document.body).append(status);
  show();

  window.ideasHub = {
    make, partsOf, counted, refill, onDevice, addressFrom, inLanguage, loadScript, chunksIn, indexAt, changeHistory,
    chunk: (name, data) => arrived.set(name, data),
    shortlist: { said, withList, save, show, saved: () => saved, inAddress: () => inAddress },
  };

  const onPage = (id, use) => {
    const element = document.getElementById(id);
    if (element) use(element);
  };
  onPage("themeSlot", addThemeButton);
  onPage("sharing", offerSharing);
  document.querySelectorAll("[data-open-when-wide]").forEach(openWhenWide);
  stopAtWideTables();
  document.addEventListener("toggle", stopAtWideTables, true);
})();
