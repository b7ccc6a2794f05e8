/* Ids in the facts of a case study that nothing has, as in ideas_hub/reading/references.py and unknown_ids.py.
   For a file alone, beside front-matter.js: a form gives its choices their ids. */
var ideasHub = ideasHub || {};

/* Returns a function that adds them to the problems of a file's facts.  near: what near-words.js gives. */
ideasHub.unknownIds = function (tools, near) {
  "use strict";

  const { constants: { unknown_ids: c, references: r, case_study }, filled, excerpt, strip, split, problem } = tools;
  const { known: lists, references: ofCaseStudies } = case_study, { lookAlike, knownIds } = near;
  const { valuePaths: { fieldName, lineOf, valuesAt } } = ideasHub, known = {};
  const outer = (field) => field.slice(0, Math.max(0, field.lastIndexOf("."))); // its group, "" for none
  const inner = (field) => field.slice(field.lastIndexOf(".") + 1);
  Object.keys(lists).forEach((what) => { known[what] = knownIds(lists[what]); });

  function severalInOne(value, ids) {
    if (ids.called(value).length) return "";
    for (const parts of [value.split(c.JOINED_BY).map((part) => strip(part)).filter(Boolean), split(value)]) {
      const named = parts.map(ids.called);
      if (parts.length > 1 && named.every((one) => one.length)) return filled(c.SEPARATE, { sign: "comma", ids: named.map(([id]) => id).join(", ") });
    }
    return "";
  }

  function ofAnotherList(value, what) {
    const other = c.TAGS.find((one) => one !== what && known[one] && known[one].called(value).length);
    return other ? filled(c.OF_ANOTHER_LIST, { kind: c.SINGULAR[other], id: known[other].called(value)[0] }) : "";
  }

  function unknownId(place, value, what) {
    const ids = known[what], newId = ids.renamed[value] || "", near = newId ? [newId] : ids.nearest(value);
    const found = excerpt(value), message = newId ? filled(c.RENAMED, { found, new: newId }) : filled(c.NOT_KNOWN, { found, kind: c.SINGULAR[what] });
    const several = newId ? "" : severalInOne(value, ids), letter = lookAlike(value);
    if (several) return problem(Object.assign({ message, found, fix: several, rule: c.RULE }, place));
    const fix = [
      near.length && letter && filled(c.ANOTHER_ALPHABET, { letter }), ...near.slice(1).map((other) => filled(c.OR_ANOTHER, { other })), !newId && ids.gone,
      !near.length && ofAnotherList(value, what), !near.length && filled(c.LISTED, { place: c.LISTED_IN[what] }),
    ].filter(Boolean).join(" ");
    return problem(Object.assign({ message, found, allowed: ids.ids, nearest: near[0] || "", fix, rule: c.RULE }, place));
  }

  /* Returns the problem with the field to write the id in, if it is one of what another field beside it holds. */
  function inAnotherField(one, pattern) {
    const isIn = (path) => inner(path) !== "*" && known[ofCaseStudies[path]] && known[ofCaseStudies[path]].has(one.found);
    const other = outer(pattern) && Object.keys(ofCaseStudies).find((path) => outer(path) === outer(pattern) && isIn(path));
    if (!other) return one;
    const fix = filled(r.IN_ANOTHER_FIELD, { kind: c.SINGULAR[ofCaseStudies[other]], field: inner(other), id: one.found });
    return Object.assign(one, { nearest: "", allowed: [], fix });
  }

  function withIdsInBrackets(one, values) {
    const ids = known[ofCaseStudies[`${one.field}.*`]], words = values[one.field];
    if (one.rule !== "not-a-list" || !ids || typeof words !== "string") return one;
    const parts = ids.called(words).length ? [words] : words.split(/[;,]/).map((part) => strip(part)).filter(Boolean), near = parts.map(ids.nearest);
    if (near.every((found) => found.length)) return Object.assign(one, { fix: filled(r.IN_BRACKETS, { field: one.field, ids: near.map(([id]) => id).join(", ") }) });
    return Object.assign(one, { fix: filled(r.THOSE_THAT_FIT, { field: one.field }), allowed: ids.ids });
  }

  function unknownIds({ values, lines }) {
    return [].concat(...Object.keys(ofCaseStudies).filter((pattern) => known[ofCaseStudies[pattern]]).map((pattern) => {
      const what = ofCaseStudies[pattern], wrong = valuesAt(values, pattern.split(".")).filter(([, value]) => value && typeof value === "string" && !known[what].has(value));
      return wrong.map(([path, value]) => inAnotherField(unknownId({ field: fieldName(path), line: lineOf(path, lines) }, value, what), pattern));
    }));
  }

  return (file, problems) => problems.map((one) => withIdsInBrackets(one, file.values)).concat(unknownIds(file));
};
