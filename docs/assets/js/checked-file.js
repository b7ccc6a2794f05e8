/* A file as the rules see it, as in ideas_hub/checks/checked_file.py. */
var ideasHub = ideasHub || {};

(function () {
  "use strict";

  const { fieldName, partsOf, lineOf } = ideasHub.valuePaths;
  const compiled = ({ re, flags }) => new RegExp(re, flags);

  /* Returns a language's tag in its usual capitals, "" if we know no such one.  c: the constants of languages.py. */
  function tagOf(text, c) {
    const [whole, code, script, region] = compiled(c.TAG).exec(text) || [];
    if (whole !== text || !(code.toLowerCase() in c.NAMES)) return "";
    return [code.toLowerCase(), script && script[0].toUpperCase() + script.slice(1).toLowerCase(), region && region.toUpperCase()].filter(Boolean).join("-");
  }

  /* Returns whether a text that says its language is in English; what is no language does not count. */
  function isEnglish(language) {
    const { languages } = ideasHub.ruleConstants, tag = typeof language === "string" ? tagOf(language, languages) : "";
    return !tag || tag.split("-")[0] === languages.HUB_LANGUAGE.split("-")[0];
  }

  /* Returns each fact that readers meet as a sentence. */
  const valuesAsPassages = (values, lines, notProse, path = []) => partsOf(values).reduce((found, [key, inner]) => {
    if (notProse.includes(key)) return found;
    const at = path.concat(key);
    if (typeof inner === "string" && inner.trim()) return found.concat({ shape: "value", text: inner, line: lineOf(at, lines), field: fieldName(at), level: 0, isBold: false });
    return found.concat(valuesAsPassages(inner, lines, notProse, at));
  }, []);

  const NO_TEXT = { source: "", firstLine: 1, events: [], limit: null };

  /* Returns a file as the rules see it.
     name: its path from the repository's root; lines: of the facts, by the name of a field, if they have any; parsed: the text
     below them as markdown.js parses it, {source, firstLine, events, limit}. */
  ideasHub.checkedFile = function ({ name, facts, lines = {}, parsed = NO_TEXT, raw = "", glossary = new Set() }) {
    const { checked_file: c } = ideasHub.ruleConstants, prose = ideasHub.prose.proseOf(parsed.events), at = name.lastIndexOf("/");
    return {
      name, raw, values: facts, lines, parsed, body: parsed.source, bodyLine: parsed.firstLine, prose, glossary,
      passages: valuesAsPassages(facts, lines, c.NOT_PROSE).concat(prose.passages),
      isEntry: c.ENTRY_FOLDERS.includes(name.slice(0, at)) && name.slice(at + 1) !== "index.md",
      isInEnglish: !("language" in facts) || isEnglish(facts.language),
    };
  };

  ideasHub.tagOf = tagOf;
})();
