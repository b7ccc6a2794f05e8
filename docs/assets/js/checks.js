/* The rules for a text, as ideas_hub/checks runs them: the same problems, in the same words; a test holds both to it.
   Each rule's script adds to ideasHub.rules; what they look for and say comes from Python, as ideasHub.ruleConstants. */
var ideasHub = ideasHub || {};

ideasHub.openChecks = (function () {
  "use strict";

  /* Returns the constants with their patterns, each compiled when a rule first needs it. */
  function revived(value) {
    if (!value || typeof value !== "object") return value;
    const copy = Array.isArray(value) ? [] : {};
    for (const name of Object.keys(value)) {
      const inner = value[name];
      if (!inner || typeof inner.re !== "string") copy[name] = revived(inner);
      else {
        let pattern;
        Object.defineProperty(copy, name, { enumerable: true, get: () => pattern || (pattern = new RegExp(inner.re, inner.flags)) });
      }
    }
    return copy;
  }

  const size = (text) => Array.from(text).length; // in signs, as Python counts
  const filled = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /* Returns every match of a pattern, in order. */
  const matches = (pattern, text) => {
    const every = new RegExp(pattern.source, `${pattern.flags}g`), found = [];
    for (let match = every.exec(text); match; match = every.exec(text)) {
      found.push(match);
      if (!match[0]) every.lastIndex += text.codePointAt(every.lastIndex) > 0xffff ? 2 : 1;
    }
    return found;
  };

  /* Returns the signs before or after a place, at most so many. */
  const before = (text, at, most) => Array.from(text.slice(Math.max(0, at - 2 * most), at)).slice(-most).join("");
  const after = (text, at, most) => Array.from(text.slice(at, at + 2 * most)).slice(0, most).join("");

  /* Returns the checks.  constants: of the rules' modules, by name.
     check(file) returns {problems, later}: later names the rules that this browser cannot run. */
  return function openChecks(constants) {
    const tools = { constants: revived(constants), size, filled, matches, before, after };
    const rules = (ideasHub.rules || []).map((rule) => rule(tools));

    function check(file) {
      const problems = [], later = [];
      for (const { name, find } of rules) {
        try {
          problems.push(...find(file));
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error; // a pattern that an old browser cannot read
          later.push(name);
        }
      }
      return { problems, later };
    }

    return { check, tools };
  };
})();
