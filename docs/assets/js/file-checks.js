/* The checks of a file or a text that somebody opens: by the rules for a typed story, and by those for facts that no form asks for. */
var ideasHub = ideasHub || {};

ideasHub.fileChecks = (function () {
  "use strict";

  const OF_CASE_STUDIES = ["organisation", "worked", "did_not_work", "could_we_do_this"]; // facts that no other kind of entry has
  const NOT_READ = "The facts could not be read from here on. Look at the spaces, colons and quotation marks in this line and the one above.";

  /* Returns the file as the rules see it, with `fault`, the line from which its facts could not be read.
     stem: its name without its ending.  Only a case study's facts are known here; in any other text the words are checked. */
  function fileOf(text, stem, glossary) {
    const raw = ideasHub.storyFile.visible(text.replace(/[\ufb00-\ufb06]/g, (joined) => joined.normalize("NFKC"))); // as text_file.py
    const { values, lines, body, bodyLine, fault } = ideasHub.readFacts(raw);
    const isCaseStudy = OF_CASE_STUDIES.some((field) => field in values), folder = isCaseStudy ? `${ideasHub.ruleConstants.case_study.folder}/` : "";
    const ending = Object.keys(values).length ? ".md" : ""; // a text without facts has no place to allow a number in
    const parsed = ideasHub.markdown.parse(body, bodyLine);
    return Object.assign(ideasHub.checkedFile({ name: `${folder}${stem}${ending}`, facts: values, lines, parsed, raw, glossary }), { fault });
  }

  /* Returns check(text, stem), which returns {problems, later}: problems by their place in a text, as {line, words}, and the names of the rules
     that this browser cannot run.
     glossary: the abbreviations that it explains. */
  return function fileChecks(glossary) {
    const checks = ideasHub.openChecks(ideasHub.ruleConstants), known = new Set(glossary);
    return function check(text, stem) {
      const file = fileOf(text, stem, known), { problems, later } = checks.check(file);
      const found = problems.map((problem) => ({ line: problem.line, words: `${problem.field ? `${problem.field}: ` : ""}${ideasHub.problemWords(problem)}` }));
      return { problems: (file.fault ? [{ line: file.fault, words: NOT_READ }] : []).concat(found).sort((one, other) => one.line - other.line), later };
    };
  };
})();
