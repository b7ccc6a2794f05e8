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

  /* Returns a text in which the case of letters makes no difference, as Python folds it. */
  const casefold = (text) => text.replace(/[^\0-\x7f\u0131]/g, (sign) => sign.toUpperCase()).toLowerCase().replace(/\u03c2/g, "\u03c3");

  const everyOf = new Map();

  /* Returns a pattern with the flag `g`, to replace every match or to find it. */
  function every(pattern) {
    if (!everyOf.has(pattern)) everyOf.set(pattern, new RegExp(pattern.source, `${pattern.flags}g`));
    return Object.assign(everyOf.get(pattern), { lastIndex: 0 });
  }

  /* Returns every match of a pattern, in order. */
  const matches = (pattern, text) => {
    const search = every(pattern), found = [];
    for (let match = search.exec(text); match; match = search.exec(text)) {
      found.push(match);
      if (!match[0]) search.lastIndex += text.codePointAt(search.lastIndex) > 0xffff ? 2 : 1;
    }
    return found;
  };

  /* Returns the signs before or after a place, at most so many. */
  const before = (text, at, most) => Array.from(text.slice(Math.max(0, at - 2 * most), at)).slice(-most).join("");
  const after = (text, at, most) => Array.from(text.slice(at, at + 2 * most)).slice(0, most).join("");

  /* Returns a problem as a rule gives it, with what it leaves out (ideas_hub/problem.py). */
  const problem = (given) => Object.assign({ line: 1, message: "", field: "", found: "", allowed: [], nearest: "", fix: "", rule: "content", severity: "must fix", example: "" }, given);

  /* Returns the checks.  constants: of the rules' modules, by name.
     check(file) returns {problems, later}: later names the rules that this browser cannot run. */
  return function openChecks(constants) {
    const tools = { constants: revived(constants), size, filled, casefold, every, matches, before, after, problem };
    const rules = (ideasHub.rules || []).map((rule) => rule(tools)).sort((one, other) => one.order - other.order);

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
      const different = new Map(problems.map((one) => [JSON.stringify(one), one]));
      return { problems: Array.from(different.values()), later };
    }

    return { check, tools };
  };
})();
