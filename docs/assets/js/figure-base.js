/* Figures that say too little of what they count, and percentages without a count, as ideas_hub/checks/figure_base.py finds them. */
var ideasHub = ideasHub || {};

(function () {
  "use strict";

  const { isGroup, listOf, fieldName, lineOf } = ideasHub.valuePaths;

  function findFiguresWithoutBase({ constants: { figure_base: c }, filled, hasAny, excerpt, lineAt, problem }) {
    function percentages(passages) {
      const problems = [];
      let section = [], isUnknown = false;
      const close = () => !isUnknown && problems.push(...section);
      for (const passage of passages) {
        if (passage.shape === "heading") {
          close();
          [section, isUnknown] = [[], false];
        }
        const { text, shape } = passage, match = hasAny(text, c.PERCENT_SIGNS) && c.PERCENTAGE.exec(text);
        isUnknown = isUnknown || c.COUNT_IS_UNKNOWN.test(text);
        if (!match || c.COUNTLESS_SHAPES.includes(shape) || c.COUNT.test(text)) continue;
        const found = excerpt(text.slice(match.index), c.LONGEST_WORDS);
        const line = lineAt(passage, match.index), message = filled(c.HAS_NO_COUNT, { found });
        section.push(problem({ line, message, found, fix: c.SAY_HOW_MANY, example: c.EXAMPLE, rule: c.ALONE, severity: "idea" }));
      }
      close();
      return problems;
    }

    return function find(file) {
      const problems = [];
      listOf(file.values.figures).forEach((figure, index) => {
        const base = isGroup(figure) && "base" in figure ? figure.base : c.EXAMPLE;
        const match = typeof base === "string" && c.EMPTY_BASE.exec(base), path = ["figures", index, "base"];
        if (!match || match.index) return;
        const place = { line: lineOf(path, file.lines), field: fieldName(path) }, message = filled(c.SAYS_TOO_LITTLE, { base: excerpt(base) });
        problems.push(problem(Object.assign(place, { message, found: base, fix: c.SAY_WHO, example: c.SOMEONE, rule: c.RULE, severity: "should fix" })));
      });
      return file.isEntry ? problems.concat(percentages(file.prose.passages)) : problems;
    };
  }

  ideasHub.rules = (ideasHub.rules || []).concat((tools) => ({ order: 14, name: "figures-without-base", find: findFiguresWithoutBase(tools) }));
})();
