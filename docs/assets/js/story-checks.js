/* What is wrong with answers, and what could be clearer, by the rules that judge a story when it arrives. */
var ideasHub = ideasHub || {};

(function () {
  "use strict";

  const MUST_FIX = "must fix", NEEDED = "This one is needed.", NO_WORDS = "There are no words in it.";
  const { storyFile } = ideasHub;
  const sentence = (words) => (words ? words[0].toUpperCase() + words.slice(1) : "");

  /* Returns a problem as a person reads it: what is wrong, then what to do, as Problem.advice in ideas_hub/problem.py. */
  ideasHub.problemWords = ({ message, nearest, fix }) => [sentence(message), nearest && `Did you mean "${nearest}"?`, fix].filter(Boolean).join(" ");

  /* Returns the same without what only an editor can do, who may allow a number. */
  function wordsForWriters(problem) {
    const { ALLOW, ALLOW_OTHER } = ideasHub.ruleConstants.personal_data;
    return ideasHub.problemWords(problem).replace(ALLOW, "").replace(ALLOW_OTHER, "").trim();
  }

  /* Returns the checks of a form.  folder: of the file; glossary: every form of a word that it explains. */
  ideasHub.storyChecks = function ({ questions, fields, folder, glossary }) {
    const constants = ideasHub.ruleConstants, checks = ideasHub.openChecks(constants), known = new Set(glossary);

    /* Returns the question that a problem is about: by its field, or by the part of the text that its line is in.
       A group of fields has the first of its questions, and the file's name, which has no line, that of the title. */
    function questionOf({ field, line }, rows) {
      const name = line ? field.replace(/\[.*/, "") : "title";
      if (name) return questions.find(({ path }) => path === name) || questions.find(({ path }) => path.startsWith(`${name}.`));
      for (let at = line - 1; at >= 0; at -= 1) {
        const found = questions.find(({ heading }) => heading && rows[at] === `## ${heading}`);
        if (found) return found;
      }
      return undefined;
    }

    /* Returns what a note has of personal data, as it stands in the file: in one row, below its question. */
    function inNote({ label, id }, answers) {
      const raw = `${label} ${storyFile.oneLine(answers[id] || "")}`;
      return checks.check(ideasHub.checkedFile({ name: "", facts: {}, raw }), ["personal-data"]).problems;
    }

    /* Returns {faults, advice, later} of all answers: what must be fixed and what could be clearer, as rows of words by the id of
       their question, and the names of the rules that this browser cannot run. */
    return function check(answers) {
      const faults = {}, advice = {};
      const add = (list, { id }, words) => { if (!(list[id] = list[id] || []).includes(words)) list[id].push(words); };
      const { name, text, values, lines, parsed } = storyFile(answers, questions, fields), rows = text.split("\n");
      const { problems, later } = checks.check(ideasHub.checkedFile({ name: `${folder}/${name}.md`, facts: values, lines, parsed, raw: text, glossary: known }));
      for (const question of questions) {
        const answer = answers[question.id], isEmpty = storyFile.isEmpty(answer, question.heading);
        if (isEmpty && question.needed) add(faults, question, NEEDED);
        else if (isEmpty && !storyFile.isEmpty(answer)) add(advice, question, NO_WORDS);
        if (question.shape === "note") inNote(question, answers).forEach((problem) => add(faults, question, wordsForWriters(problem)));
      }
      for (const problem of problems.filter(({ rule }) => rule !== constants.validation.MISSING)) { // which is said above
        const question = questionOf(problem, rows);
        if (question) add(problem.severity === MUST_FIX ? faults : advice, question, wordsForWriters(problem));
      }
      return { faults, advice, later };
    };
  };
})();
