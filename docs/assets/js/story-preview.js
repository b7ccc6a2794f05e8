/* A story as the page that it will become: the template of a page, filled in with answers.  Typed words stay words. */
var ideasHub = ideasHub || {};

ideasHub.storyPreview = (function () {
  "use strict";

  const rowsOf = (words) => [].concat(words).filter(Boolean);

  /* Returns the page as an element.
     template: with data-shows (fields, whose words stand in one line, with data-join or a comma between them), data-lists (a field, an item for each of its rows),
     data-title and data-text; a data-part that shows nothing is left out.
     wordsOf(field): what was answered, as words or as rows of words; html: of the story's text, safe to show. */
  return function storyPreview(template, wordsOf, html) {
    const page = template.content.firstElementChild.cloneNode(true);
    const parts = new Set(page.querySelectorAll("[data-part]"));
    const keep = (element) => {
      for (let part = element.closest("[data-part]"); part; part = part.parentElement.closest("[data-part]")) parts.delete(part);
    };
    page.querySelectorAll("[data-shows]").forEach((element) => {
      const rows = element.dataset.shows.split(" ").map((field) => rowsOf(wordsOf(field)).join(", ")).filter(Boolean);
      element.textContent = rows.join(element.dataset.join || ", ");
      if (rows.length) keep(element);
    });
    page.querySelectorAll("[data-lists]").forEach((list) => {
      for (const row of rowsOf(wordsOf(list.dataset.lists))) {
        list.append(ideasHub.make("li", { dir: "auto", textContent: row }));
        keep(list);
      }
    });
    page.querySelector("[data-title]").replaceWith(ideasHub.make("h1", { dir: "auto", textContent: wordsOf("title") })); // the page that shows it has one of its own
    parts.forEach((part) => part.remove());
    page.querySelector("[data-text]").innerHTML = html;
    page.addEventListener("click", (event) => { if (event.target.closest("a")) event.preventDefault(); }); // nobody leaves the story by it
    return page;
  };
})();
