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

  const hasAny = (text, signs) => signs.some((sign) => text.includes(sign));
  const size = (text) => Array.from(text).length; // in signs, as Python counts
  const filled = (message, values) => message.replace(/\{(\w+)(?::\w+)?\}/g, (_, name) => values[name]);

  /* Returns a text in which the case of letters makes no difference, as Python folds it. */
  const casefold = (text) => text.replace(/[^\0-\x7f\u0131]/g, (sign) => sign.toUpperCase()).toLowerCase().replace(/\u03c2/g, "\u03c3");

  /* Returns the same for the same pattern, made once. */
  function once(make) {
    const made = new WeakMap();
    return (pattern) => made.get(pattern) || made.set(pattern, make(pattern)).get(pattern);
  }

  const global = once(({ source, flags }) => new RegExp(source, `${flags}g`));
  const sticky = once(({ source, flags }) => new RegExp(source, `${flags}y`));
  const whole = once(({ source, flags }) => new RegExp(`^(?:${source})$`, flags));

  /* Returns a pattern with the flag `g`, to replace every match or to find it. */
  const every = (pattern) => Object.assign(global(pattern), { lastIndex: 0 });

  /* Returns every match of a pattern, in order. */
  function matches(pattern, text) {
    const all = every(pattern), found = [];
    for (let match = all.exec(text); match; match = all.exec(text)) {
      found.push(match);
      if (!match[0]) all.lastIndex += text.codePointAt(all.lastIndex) > 0xffff ? 2 : 1;
    }
    return found;
  }

  /* Returns the match of a pattern that starts at a place, or null. */
  function matchAt(pattern, text, place = 0) {
    const there = sticky(pattern);
    there.lastIndex = place;
    return there.exec(text);
  }

  /* Returns whether a pattern matches the whole of a text. */
  const isWhole = (pattern, text) => whole(pattern).test(text);

  /* Spaces as Python has them. */
  const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  const split = (text) => text.split(SPACE).filter(Boolean);

  /* Returns a text without the spaces at its start and end, or without other signs there. */
  function strip(text, sign = SPACE) {
    let start = 0, end = text.length;
    while (start < end && sign.test(text[start])) start += 1;
    while (end > start && sign.test(text[end - 1])) end -= 1;
    return text.slice(start, end);
  }

  /* Returns a text as one line of at most so many signs. */
  function excerpt(text, length = 60) {
    const signs = Array.from(split(text).join(" "));
    return signs.length <= length ? signs.join("") : `${strip(signs.slice(0, length - 1).join(""))}…`;
  }

  /* Returns the line of a place in a passage. */
  const lineAt = ({ text, line, field }, offset) => (field ? line : line + text.slice(0, offset).split("\n").length - 1);

  /* Returns the signs before or after a place, at most so many. */
  const before = (text, at, most) => Array.from(text.slice(Math.max(0, at - 2 * most), at)).slice(-most).join("");
  const after = (text, at, most) => Array.from(text.slice(at, at + 2 * most)).slice(0, most).join("");

  /* ---- Entities of HTML: the page knows their names ---- */

  const element = document.createElement("i");

  function decoded(entity) {
    element.innerHTML = entity;
    return element.textContent;
  }

  /* Returns the sign of a code as Python's `html.unescape` does, which drops those that stand for no sign. */
  function signOfCode(digits) {
    const code = /^x/i.test(digits) ? parseInt(digits.slice(1), 16) : parseInt(digits, 10);
    if (code >= 0x80 && code < 0xa0) return decoded(`&#${code};`);
    if (!code || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return "\ufffd";
    const isNoSign = code < 9 || code === 0xb || (code > 0xd && code < 0x20) || code === 0x7f || (code >= 0xfdd0 && code < 0xfdf0) || (code & 0xfffe) === 0xfffe;
    return isNoSign ? "" : String.fromCodePoint(code);
  }

  /* Returns the sign of a name; without a semicolon, its start may be the name of one. */
  function signOfName(entity) {
    for (let size = entity.length; size > 2; size -= 1) {
      const start = entity.slice(0, size), sign = decoded(start);
      if (sign !== start) return sign + entity.slice(size);
    }
    return entity;
  }

  /* Returns a text with what its entities stand for. */
  const unescape = (text) => text.replace(/&(?:#([0-9]+|x[0-9a-f]+);?|[a-z][a-z0-9]{0,31};?)/gi, (entity, code) => (code ? signOfCode(code) : signOfName(entity)));

  /* Returns a problem as a rule gives it, with what it leaves out (ideas_hub/problem.py). */
  const problem = (given) => Object.assign({ line: 1, message: "", field: "", found: "", allowed: [], nearest: "", fix: "", rule: "content", severity: "must fix", example: "" }, given);

  /* Returns the checks.  constants: of the rules' modules, by name.
     A rule's script gives one rule for these tools, or a list of rules: {name, order, find}; order: from 1, its place among TEXT_RULES in
     registry.py; what reading a file finds comes before them.
     check(file, names) returns {problems, later}: later names the rules that this browser cannot run; names: of the rules asked, else all. */
  function openChecks(constants) {
    const tools = { constants: revived(constants), hasAny, size, filled, casefold, every, matches, matchAt, before, after, problem, isWhole, split, strip, excerpt, lineAt, unescape };
    const rules = [].concat(...(ideasHub.rules || []).map((rule) => rule(tools))).sort((one, other) => one.order - other.order);

    function check(file, names) {
      const problems = [], later = [];
      for (const { name, find } of rules.filter((rule) => !names || names.includes(rule.name))) {
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

    return { check };
  }

  return Object.assign(openChecks, { revived, every });
})();
