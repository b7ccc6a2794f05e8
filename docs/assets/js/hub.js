/* What the pages gain from a script; each of them is complete without it. */
(function () {
  "use strict";
  var root = document.documentElement;
  var prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches;
  }

  /* Where storage is blocked, the choice holds for this page alone. */
  function remember(theme) {
    try { localStorage.setItem("theme", theme); } catch (error) { /* nothing is lost but the memory */ }
  }

  function addThemeButton(slot) {
    var button = document.createElement("button");
    function name() {
      var words = isDark() ? "Use light colours" : "Use dark colours";
      button.setAttribute("aria-label", words);
      button.title = words;
    }
    button.type = "button";
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember(root.dataset.theme);
      name();
    });
    if (prefersDark.addEventListener) prefersDark.addEventListener("change", name);
    name();
    slot.appendChild(button);
  }

  /* What is folded away on a phone stands open where there is room for it. */
  function openWhenWide(details) {
    var wide = window.matchMedia("(min-width: 62rem)");
    function follow() { details.open = wide.matches; }
    if (wide.addEventListener) wide.addEventListener("change", follow);
    follow();
  }

  /* A table that is wider than the screen can be reached, and so scrolled, by keyboard. */
  function letTablesScroll() {
    document.querySelectorAll(".table").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        box.setAttribute("role", "region");
        box.setAttribute("aria-label", "Table, wider than the screen");
      }
    });
  }

  /* The page for an address that is not there: its words, looked for, bring up what is nearest. */
  function searchForAddress(item) {
    var words = decodeURIComponent(location.pathname).replace(/\.html?$|index$/g, "").split(/[^\p{L}\p{N}]+/u).slice(-8).join(" ").trim();
    var link = item.querySelector("a");
    if (!words) return;
    link.textContent = words;
    link.href += "?q=" + encodeURIComponent(words);
    item.hidden = false;
  }

  /* The device's own way to share: its list of apps, and no other party's button. */
  function offerSharing(button) {
    if (!navigator.share) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.share({ title: document.title, url: location.href.split("?")[0] }).catch(function () { /* the reader changed their mind */ });
    });
  }

  /* Paper cannot be clicked: what is folded away is opened for print, and folded again. */
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("main details:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
  });

  /* ---- The shortlist: what a reader keeps on this device, as "case-studies/some-id,learning-points/another" ----
     Where storage is blocked, and in a copy opened from a file, where some browsers give each page a storage of its own,
     the list goes along in the address, as ?keep=... , from page to page. */

  var STORE = "ideas-hub-shortlist";
  var ENTRY = /^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/; // nothing else may become part of a script's address
  var MOST = 50;
  var inAddress = location.protocol === "file:";
  var buttons = document.getElementsByClassName("keep");
  var home = document.querySelector(".brand");
  var toShortlist = document.querySelector(".site-foot a[href*='shortlist/']");

  function listed(text) {
    return (text || "").split(",").filter(function (key, i, all) { return ENTRY.test(key) && all.indexOf(key) === i; }).slice(0, MOST);
  }

  function stored() {
    try { return listed(localStorage.getItem(STORE)); } catch (error) { inAddress = true; return []; }
  }

  function said() { return listed(new URLSearchParams(location.search).get("keep")); }

  /* Returns an address of this site with a list in it; with an empty list, without. */
  function withList(address, list) {
    var url = new URL(address, location.href);
    url.searchParams.delete("keep");
    if (list.length) url.search += (url.search ? "&" : "?") + "keep=" + list.join(",");
    return url.href;
  }

  var kept = stored();
  if (inAddress && said().length) kept = said();

  function save(list) {
    kept = list.slice(0, MOST);
    try { localStorage.setItem(STORE, kept.join(",")); } catch (error) { inAddress = true; }
    if (inAddress) {
      try { history.replaceState(history.state, "", withList(location.href, kept)); } catch (error) { /* links carry it all the same */ }
    }
    show();
  }

  /* Returns what the list calls the entry at an address of this site. */
  function keyOf(address) {
    var root = new URL(".", home.href).pathname;
    return new URL(address, location.href).pathname.slice(root.length).replace(/\/(index\.html)?$/, "");
  }

  /* Returns the button that keeps the entry at an address, or takes it off the list again. */
  function makeButton(address, title) {
    var button = document.createElement("button");
    var name = document.createElement("span");
    button.type = "button";
    button.className = "keep";
    button.dataset.keep = keyOf(address);
    name.className = "unseen";
    name.textContent = " " + title;
    button.append("Keep", name);
    return button;
  }

  /* An entry's own page has a place for its button, a card has it at the end. */
  function addButtons() {
    document.querySelectorAll(".to-keep").forEach(function (place) {
      place.replaceWith(makeButton(location.href, document.querySelector("h1").textContent));
    });
    document.querySelectorAll(".card").forEach(function (card) {
      var link = card.querySelector("h3 a");
      if (!card.querySelector(".keep")) card.append(makeButton(link.href, link.textContent));
    });
  }

  function showButton(button) {
    var is = kept.indexOf(button.dataset.keep) >= 0;
    button.setAttribute("aria-pressed", is);
    button.firstChild.data = is ? "Kept" : "Keep";
  }

  /* The menu leads to the list once there is something on it. */
  function showInMenus() {
    document.querySelectorAll(".site-head nav ul").forEach(function (menu) {
      var item = menu.querySelector(".to-shortlist") || menu.appendChild(document.createElement("li"));
      if (!item.firstChild) {
        item.className = "to-shortlist";
        item.appendChild(toShortlist.cloneNode());
      }
      item.hidden = !kept.length;
      item.firstChild.textContent = "Shortlist (" + kept.length + ")";
    });
  }

  function show() {
    addButtons();
    Array.from(buttons).forEach(showButton);
    if (toShortlist) showInMenus();
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest(".keep");
    if (!button) return;
    var key = button.dataset.keep;
    save(kept.indexOf(key) < 0 ? kept.concat(key) : kept.filter(function (other) { return other !== key; }));
    status.textContent = kept.length + (kept.length === 1 ? " idea" : " ideas") + " on your shortlist";
  });

  /* A link within the site, and a form that leads on, take the list along; a link out of it never does. */
  function carry(event) {
    var link = event.target.closest("a[href]");
    if (inAddress && kept.length && link && home && link.href.indexOf(new URL(".", home.href).href) === 0) link.href = withList(link.href, kept);
  }
  document.addEventListener("click", carry, true);
  document.addEventListener("auxclick", carry, true);
  document.addEventListener("submit", function (event) {
    if (!inAddress || !kept.length) return;
    var field = event.target.elements.keep || event.target.appendChild(document.createElement("input"));
    field.type = "hidden";
    field.name = "keep";
    field.value = kept.join(",");
  }, true);
  window.addEventListener("storage", function (event) {
    if (event.key !== STORE) return;
    kept = stored();
    show();
  });
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return; // come back to by Back: another page may have changed the list
    if (!inAddress) kept = stored();
    show();
  });

  var status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  (document.querySelector("main") || document.body).appendChild(status);
  show();
  window.ideasHub = {
    shortlist: { listed: listed, said: said, withList: withList, save: save, show: show,
      kept: function () { return kept; }, inAddress: function () { return inAddress; } },
  };

  var slot = document.getElementById("themeSlot");
  if (slot) addThemeButton(slot);
  var missing = document.getElementById("missingPage");
  if (missing) { try { searchForAddress(missing); } catch (error) { /* an address that is no text has no words */ } }
  var shareButton = document.getElementById("sharePage");
  if (shareButton) offerSharing(shareButton);
  document.querySelectorAll("[data-open-when-wide]").forEach(openWhenWide);
  letTablesScroll();
  document.addEventListener("toggle", letTablesScroll, true);
})();
