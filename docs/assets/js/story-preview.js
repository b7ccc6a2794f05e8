/* A story as the page that it will become: the template of a page, filled in with answers.  Typed words stay words. */
var ideasHub = ideasHub || {};

ideasHub.storyPreview = (function () {
  "use strict";

  const rowsOf = (words) => [].concat(words).filter(Boolean);

  const MONTHLY = { month: "long", year: "numeric", timeZone: "UTC" };
  const DAILY = Object.assign({ day: "numeric" }, MONTHLY);

  function dateWords(date) {
    if (!/^[0-9]{4}-/.test(date) || isNaN(new Date(date))) return date;
    return new Date(date).toLocaleDateString("en-GB", date.length > 7 ? DAILY : MONTHLY); // 7: a year and its month
  }

  /* Returns what was answered for a field, in the words that the page has for it. */
  function wordsFor(field, questions, typed) {
    const { storyFile } = ideasHub, question = questions.find(({ path }) => path === field), answer = question && typed(question);
    if (!question || storyFile.isEmpty(answer)) return "";
    if (question.shape === "lines") return storyFile.linesOf(answer);
    if (question.shape === "line") return question.isDate ? dateWords(storyFile.oneLine(answer)) : storyFile.oneLine(answer);
    return question.controls.filter(({ checked }) => checked).map((control) => control.nextSibling.textContent.trim()); // other words for it follow
  }

  /* Returns the page as an element.
     template: with data-shows (fields, whose words stand in one line, with data-join or a comma between them), data-lists (a field, an item for each of its rows),
     data-title and data-text; a data-part that shows nothing is left out.
     typed(question): its answer; source: the story's text, as Markdown. */
  return function storyPreview(template, questions, typed, source) {
    const wordsOf = (field) => wordsFor(field, questions, typed); // as words or as rows of words
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
    page.querySelector("[data-text]").innerHTML = ideasHub.markdown.htmlOf(source);
    page.addEventListener("click", (event) => { if (event.target.closest("a")) event.preventDefault(); }); // nobody leaves the story by it
    return page;
  };
})();
