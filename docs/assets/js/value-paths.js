/* The path of a value in a file's facts, and its line, as in ideas_hub/model/value_paths.py: names and places from the outermost value
   inwards, such as ["figures", 0, "value"]. */
var ideasHub = ideasHub || {};

ideasHub.valuePaths = (function () {
  "use strict";

  const isGroup = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
  const listOf = (value) => (Array.isArray(value) ? value : []);

  /* Returns a path as editors see it: `figures[1].value`, items counted from 1. */
  const fieldName = (path) => path.reduce((name, part) => (typeof part === "number" ? `${name}[${part + 1}]` : name ? `${name}.${part}` : part), "");

  /* Returns each value of a list or a group of facts, with its key. */
  const partsOf = (values) => (Array.isArray(values) ? values.map((value, key) => [key, value]) : isGroup(values) ? Object.keys(values).map((key) => [key, values[key]]) : []);

  /* Returns the line of a fact, or of the innermost that it is in and that has one.  lines: by the name of a field. */
  function lineOf(path, lines) {
    for (let length = path.length; length >= 0; length -= 1) {
      const name = fieldName(path.slice(0, length));
      if (name in lines) return lines[name];
    }
    return 1;
  }

  /* Returns a number as Python writes it. */
  const numberText = (value) => (value && Math.abs(value) < 1e-4 ? value.toExponential().replace(/-(\d)$/, "-0$1") : String(value));

  /* Returns a value as an editor would write it. */
  function asWritten(value) {
    if (value === null) return "";
    if (Array.isArray(value)) return `[${value.map(asWritten).join(", ")}]`;
    if (isGroup(value)) return `{${Object.keys(value).map((key) => `${key}: ${asWritten(value[key])}`.replace(/: $/, "")).join(", ")}}`;
    return typeof value === "number" ? numberText(value) : String(value);
  }

  /* Returns every value at a path of field names, or `*` for every item, with the value's own path. */
  const valuesAt = (value, steps) => steps.reduce((found, step) => found.reduce((all, [path, outer]) => {
    const parts = step === "*" ? partsOf(outer) : isGroup(outer) && step in outer && outer[step] !== null ? [[step, outer[step]]] : [];
    return all.concat(parts.map(([key, inner]) => [path.concat(key), inner]));
  }, []), [[[], value]]);

  return { isGroup, listOf, fieldName, partsOf, lineOf, numberText, asWritten, valuesAt };
})();
