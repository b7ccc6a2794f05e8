/* The page for an address that is not there: what is nearest to the words of the address, and those words in the search box.

   An address is anybody's text: it reaches the page as text, and the search as words. */
(function () {
  "use strict";

  const NEAREST = 5;
  const WORDS = 8, LETTERS = 40; // of an address, from its end, and of a word

  const page = document.querySelector("[data-missing]");
  const { make, partsOf, addressFrom, inLanguage, indexAt, openSearch } = window.ideasHub;
  const part = partsOf(page, "missing");

  /* Returns the parts of the address between slashes, as words, without the path that the whole site is below. */
  function partsOfAddress() {
    const own = new URL(page.dataset.root, location.href).pathname;
    let path = location.pathname.replace(own, "/");
    try { path = decodeURIComponent(path); } catch { /* an address that is no text is taken as it stands */ }
    const words = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => word.slice(0, LETTERS));
    return path.replace(/(index|404)?(\.[a-z]{3,4})?$/, "").split("/").map((text) => words(text).join(" ")).filter(Boolean);
  }

  /* Returns what to look for: the folder of a kind says only where a page of that kind would be. */
  function wordsOf([first, ...others], { kinds }) {
    const isFolder = others.length && kinds.some(([id]) => id.replace(/-/g, " ") === first);
    return (isFolder ? others : [first].concat(others)).join(" ").split(" ").slice(-WORDS).join(" ");
  }

  async function show() {
    const parts = partsOfAddress();
    if (!parts.length) return;
    const search = await openSearch(...indexAt(page.dataset.manifest));
    const q = wordsOf(parts, search);
    document.querySelector("[type=search]").value = q;
    const { entries } = await search.find({ q, exact: false, sort: "relevance", chosen: new Map(), here: null });
    const cards = await Promise.all(entries.slice(0, NEAREST).map((entry) => search.card(entry)));
    for (const [, kindLabel, title, address, , , , , language] of cards) {
      const link = make("a", { href: addressFrom(page.dataset, address), textContent: title });
      if (language) inLanguage(language, link);
      const item = make("li");
      item.append(link, make("span", { className: "small", textContent: ` ${kindLabel}` }));
      part("list").append(item);
    }
    page.hidden = !cards.length;
  }

  show().catch(() => { /* without the search, the page's own links lead on */ });
})();
