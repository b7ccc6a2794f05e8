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

  /* Paper cannot be clicked: what is folded away is opened for print, and folded again. */
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("main details:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
  });

  var slot = document.getElementById("themeSlot");
  if (slot) addThemeButton(slot);
  document.querySelectorAll("[data-open-when-wide]").forEach(openWhenWide);
  letTablesScroll();
  document.addEventListener("toggle", letTablesScroll, true);
})();
