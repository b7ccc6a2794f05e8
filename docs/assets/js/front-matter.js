/* What is wrong with the facts of a case study, as in ideas_hub/reading/validation.py, validation_messages.py and
   unknown_fields.py, and for words as in ideas_hub/model/plain_words.py.  What facts there are, and their limits, comes from the model. */
var ideasHub = ideasHub || {};

(function () {
  "use strict";

  const { tagOf, valuePaths: { isGroup, fieldName, partsOf, lineOf, asWritten, valuesAt } } = ideasHub;
  const last = (list) => list[list.length - 1];

  /* Returns the name of the group of facts that a field is in, "" for none, and the field's own name there. */
  const outer = (field) => field.slice(0, Math.max(0, field.lastIndexOf(".")));
  const inner = (field) => field.slice(field.lastIndexOf(".") + 1);

  /* ---- What a record refuses: failures {type, path, value, context}, as pydantic has them ---- */

  /* Returns the path in the file of a place, and the value there; the place may name a kind of number too. */
  function located(place, values) {
    const path = [];
    let value = values;
    place.forEach((part, at) => {
      const isInside = isGroup(value) ? part in value || at === place.length - 1 : Array.isArray(value) && typeof part === "number";
      if (!isInside) return;
      path.push(part);
      value = value[part] === undefined ? null : value[part];
    });
    return { path, value };
  }

  const SPACE_OF_PYDANTIC = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/; // as Rust has it: Python has four signs more

  /* Returns a function that names what is wrong with values.  looks: what the model's own functions find in a value, by their names. */
  function validating({ size, strip }, looks) {
    const trim = (text) => strip(text, SPACE_OF_PYDANTIC);
    const failure = (type, path, context = {}) => [{ type, path, context }];

    function looked(value, { by }, path) {
      for (const name of by) {
        const found = looks[name](value);
        if (found) return failure(found.type, path, found);
      }
      return [];
    }

    function inText(value, kind, path) {
      if (kind.by[0] in looks.BEFORE) return looked(value, kind, path);
      if (typeof value !== "string") return failure("string_type", path);
      const text = kind.strip ? trim(value) : value;
      if (size(text) < kind.min_length) return failure("string_too_short", path, kind);
      if (size(text) > kind.max_length) return failure("string_too_long", path, kind);
      if (kind.pattern && !new RegExp(kind.pattern).test(text)) return failure("string_pattern_mismatch", path, kind);
      return looked(text, kind, path);
    }

    function inList(values, kind, path) {
      if (!Array.isArray(values)) return failure("tuple_type", path);
      const found = values.map((value, index) => inValue(value, kind.items, path.concat(index))), sound = found.filter((one) => !one.length).length;
      if (sound > kind.max_length) return failure("too_long", path, kind);
      return [].concat(...found, sound < kind.min_length ? failure("too_short", path, kind) : []);
    }

    function inRecord(values, kind, path) {
      if (kind.text && !(isGroup(values) && Object.keys(values).some((name) => name in kind.fields))) return inText(values, kind.text, path);
      if (!isGroup(values)) return failure("model_type", path);
      const found = inFields(values, kind.fields, path), [start, end] = [values.start, values.end].map((moment) => String(moment || ""));
      return kind.in_order && !found.length && start && end && end < start.slice(0, end.length) ? failure("ends_too_early", path) : found;
    }

    function inFields(values, fields, path) {
      const given = Object.keys(fields).map((name) => {
        if (name in values) return inValue(values[name], fields[name], path.concat(name));
        return fields[name].needed ? failure("missing", path.concat(name)) : [];
      });
      const unknown = Object.keys(values).filter((name) => !(name in fields)).map((name) => failure("extra_forbidden", path.concat(name)));
      return [].concat(...given, ...unknown);
    }

    const isOf = { bool: (value) => typeof value === "boolean", int: Number.isInteger, choice: (value, { choices }) => typeof value === "string" && value in choices };

    function inValue(value, kind, path) {
      if (value === null && kind.null) return [];
      if (kind.is === "list") return inList(value, kind, path);
      if (kind.is === "record") return inRecord(value, kind, path);
      if (kind.is === "number") return typeof value === "number" ? [] : failure("int_type", path.concat("int")).concat(failure("float_type", path.concat("float")));
      if (!(kind.is in isOf)) return inText(value, kind, path);
      if (!isOf[kind.is](value, kind)) return failure({ bool: "bool_type", int: "int_type", choice: "literal_error" }[kind.is], path, kind);
      return value < kind.ge ? failure("greater_than_equal", path, kind) : value > kind.le ? failure("less_than_equal", path, kind) : [];
    }

    return (values, fields) => inFields(values, fields, []).map(({ type, path, context }) => Object.assign({ type, context }, located(path, values)));
  }

  /* ---- What the model's own functions find in a value ---- */

  function looking({ constants, size, isWhole, matches, casefold, strip, split, unescape }, placeholdersIn) {
    const { plain_facts: c, fields } = constants;

    function dayFault(value) {
      if (typeof value !== "string" || !isWhole(fields.DAY, value)) return { type: "day" };
      const [year, month, day] = value.split("-").map(Number), date = new Date(Date.UTC(2000, 0, 1));
      date.setUTCFullYear(year, month - 1, day);
      if (!year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { type: "impossible_day" };
      return year < fields.EARLIEST_YEAR || year > fields.LATEST_YEAR ? { type: "unlikely_year" } : null;
    }

    function momentFault(value) {
      const text = Number.isInteger(value) ? String(value) : value;
      if (typeof text !== "string" || !isWhole(fields.MOMENT, text)) return { type: "moment" };
      return dayFault(text.length === 4 ? `${text}-01-01` : `${text}-01`.slice(0, 10));
    }

    function rawMark(text) {
      if (!c.MAY_BE_MARKED.test(text)) return null;
      const html = c.HTML.exec(text);
      if (html) return { what: "HTML", mark: html[0], plain: "" };
      for (const [code] of matches(c.ENTITY, text)) {
        const plain = unescape(code), isName = plain !== code && (plain === ";" || !plain.endsWith(";")); // the start of &ltg; is one, and its end is left
        if (isName || code[1] === "#" || !code.endsWith(";")) return { what: "a code", mark: code, plain: plain.replace(/\xa0/g, " ") };
      }
      const markdown = c.MARKDOWN.exec(text);
      return markdown && { what: "Markdown", mark: strip(markdown[0]), plain: "" };
    }

    function placeholder(text) {
      const isOne = size(text) <= c.LONGEST_WHOLE && c.WHOLE_PLACEHOLDERS.includes(matches(c.WORD, casefold(text)).map(([word]) => word).join("-").replace(/\.+$/, ""));
      if (isOne || isWhole(c.IN_BRACKETS, text)) return text;
      const [first] = placeholdersIn(text);
      return first ? strip(first.words) : "";
    }

    const oneLine = (text) => (text.includes("\n") ? { type: "one_line" } : null);

    function plain(text) {
      const mark = rawMark(text);
      return oneLine(text) || (mark && Object.assign({ type: "plain_text" }, mark));
    }

    function plainWords(text) {
      const words = placeholder(text);
      return words ? { type: "placeholder", words } : plain(text);
    }

    return {
      BEFORE: { _day: true, _moment: true },
      _day: dayFault,
      _moment: momentFault,
      _given: (text) => (strip(text) ? null : { type: "string_too_short" }),
      _language: (text) => (tagOf(text, ideasHub.ruleConstants.languages) ? null : { type: "language" }),
      _one_line: oneLine,
      _one_word: (text) => (/[,;]/.test(text) ? { type: "several_words", words: text.split(/[,;]/).map((part) => strip(part)).filter(Boolean).join(", ") } : null),
      _plain: plain,
      plain_words: plainWords,
    };
  }

  /* ---- What to say of a failure ---- */

  /* Returns the fields that are known where a path ends. */
  function fieldsAt(path, record) {
    const fieldsOf = (kind) => kind.fields || (kind.items && fieldsOf(kind.items)) || {};
    const steps = path.slice(0, -1).filter((part) => typeof part === "string");
    return (typeof last(path) === "number" ? steps.slice(0, -1) : steps).reduce((fields, part) => (part in fields ? fieldsOf(fields[part]) : fields), record);
  }

  function saying({ constants, filled, excerpt, size, strip, casefold }, { tidy, nearest, knownIds }, placeholdersIn, record) {
    const { validation_messages: c, unknown_fields: u, languages } = constants;

    /* Returns {message, fix} of a kind of failure. */
    function said(key, failure, places) {
      const all = Object.assign({ found: failure.found, name: failure.name }, places), [message, fix] = c.WORDS[key];
      return { message: filled(message, all), fix: filled(fix, all) };
    }

    function empty(failure) {
      const known = fieldsAt(failure.path, record)[failure.name];
      return said(known && known.needed ? "empty" : "empty_option", failure);
    }

    function unknownField({ path, name, value }) {
      const shown = excerpt(name);
      if (value === null && /^\p{Nd}+$/u.test(name)) return { message: filled(u.CUTS_A_NUMBER, { name: shown }), fix: u.WITHOUT_COMMA };
      const allowed = Object.keys(fieldsAt(path, record)), asReadersSay = u.AS_READERS_SAY[casefold(name)];
      const near = allowed.includes(asReadersSay) ? asReadersSay : nearest(name, allowed);
      return { message: filled(u.NO_FIELD, { name: shown }), fix: near ? "" : value === null ? u.WORDS_AFTER_A_COMMA : u.CHECK_SPELLING, allowed, nearest: near };
    }

    function notAChoice(failure) {
      const { choices } = failure.context, [near = ""] = knownIds({ ids: Object.keys(choices), names: choices }).nearest(failure.found);
      return Object.assign(said("literal_error", failure), { allowed: Object.keys(choices), nearest: near });
    }

    function notALanguage(failure) {
      const code = Object.keys(languages.NAMES).filter((one) => casefold(languages.NAMES[one]) === casefold(strip(failure.found))).pop();
      return Object.assign(said("language", failure), { allowed: Object.keys(languages.NAMES), nearest: languages.OTHER_NAMES[casefold(strip(failure.found))] || code || "" });
    }

    function tooLong(failure) {
      const { value, context: { max_length: limit } } = failure, isText = typeof value === "string", count = isText ? size(strip(value)) : value.length;
      return said("too_long", failure, { size: count, what: isText ? c.OF_TEXT : c.OF_LIST, limit, more: count - limit });
    }

    const tooShort = (failure) => (failure.value.length && failure.context.min_length > 1 ? said("too_short", failure, { least: failure.context.min_length }) : empty(failure));

    function notANumber(failure) {
      const whole = typeof failure.value === "number" ? "whole " : "", digits = c.DIGITS_ONLY + (failure.name === "value" ? c.IN_DISPLAY : "");
      return said("not_a_number", failure, { whole, digits });
    }

    function notText(failure) {
      const { value, found } = failure, [waiting] = placeholdersIn(asWritten(value));
      if (waiting) return said("placeholder", failure, { words: excerpt(waiting.words) });
      if (Array.isArray(value)) return said("list_for_text", failure);
      return isGroup(value) ? said("colon_in_text", failure, { inside: found.replace(/^[{}]+|[{}]+$/g, "") }) : said("string_type", failure);
    }

    function notAList(failure) {
      const { value, found } = failure, items = found.split(/[;,]/).map((item) => item.replace(/^[ \-{}()]+|[ \-{}()]+$/g, "")).filter(Boolean).join(", ");
      return said(typeof value === "string" && (size(value) > size(found) || found.includes(". ")) ? "words_for_list" : "tuple_type", failure, { items });
    }

    function notAGroup(failure) {
      const inside = Object.keys(fieldsAt(failure.path.concat(""), record)).slice(0, 3).map((name) => `${name}: ...`).join(", ");
      return said(inside ? "model_type" : "dict_type", failure, { inside: `{${inside}}` });
    }

    function wrongPattern(failure) {
      const { pattern } = failure.context, start = Object.keys(c.PATTERN_FIXES).find((one) => pattern.startsWith(one));
      const tidied = pattern.startsWith(c.ID_PATTERN) ? tidy(String(failure.value).replace(c.END_OF_ADDRESS, "").split("/").pop()) : "";
      return said("string_pattern_mismatch", failure, { how: (start ? c.PATTERN_FIXES[start] : "") + (tidied && filled(c.SUCH_AS, { tidied })) });
    }

    function rawMark(failure) {
      const { what, mark, plain } = failure.context;
      return said(strip(plain) ? "code" : "raw_mark", failure, { what, mark: excerpt(mark), plain });
    }

    const special = {
      missing: (failure) => said(failure.path.length > 1 ? "missing_inside" : "missing", failure),
      extra_forbidden: unknownField, literal_error: notAChoice, language: notALanguage, string_too_long: tooLong, too_long: tooLong, string_too_short: tooShort,
      too_short: tooShort, int_type: notANumber, float_type: notANumber, string_type: notText, tuple_type: notAList, model_type: notAGroup,
      string_pattern_mismatch: wrongPattern, plain_text: rawMark, placeholder: (failure) => said("placeholder", failure, { words: excerpt(failure.context.words) }),
    };

    return function messageOf({ type, path, value, context }) {
      const name = path.filter((part) => typeof part === "string").pop() || "";
      const failure = { type, path, value, context, name, found: excerpt(asWritten(value)) };
      if (value === null && c.EMPTY_TYPES.includes(type)) return empty(failure);
      return special[type] ? special[type](failure) : said(type, failure, context);
    };
  }

  /* ---- The rule ---- */

  function findFaultsOfFacts(tools) {
    const { constants: { case_study: { fields, folder, rules }, validation: c, unknown_fields: u }, filled, excerpt, strip, split, casefold, problem } = tools;
    const { placeholdersIn } = ideasHub.placeholders(tools), near = ideasHub.nearWords ? ideasHub.nearWords(tools) : {}; // a typed story has no field that may be misspelt
    const withUnknownIds = ideasHub.unknownIds ? ideasHub.unknownIds(tools, near) : (_, problems) => problems; // nor an id: they are chosen
    const failuresIn = validating(tools, looking(tools, placeholdersIn)), messageOf = saying(tools, near, placeholdersIn, fields);

    function repeatedItems(values, lines, path = []) {
      const first = new Map();
      return [].concat(...partsOf(values).map(([key, value]) => {
        const at = path.concat(key), found = value && typeof value === "object" ? repeatedItems(value, lines, at) : [];
        const words = typeof key === "number" && (typeof value === "string" || isGroup(value)) ? asWritten(value) : "";
        if (!strip(words)) return found;
        const same = /^[a-z0-9-]+$/.test(words) ? words : ` ${split(casefold(words)).join(" ")}`;
        if (!first.has(same)) first.set(same, key);
        if (first.get(same) === key) return found;
        const shown = excerpt(words), message = filled(c.IN_THE_LIST_ALREADY, { words: shown, number: first.get(same) + 1 });
        return [problem({ line: lineOf(at, lines), message, field: fieldName(at), found: shown, rule: c.REPEATED, fix: c.DELETE_ONE })].concat(found);
      }));
    }

    /* Returns the problems without those that another one explains. */
    function oneOfEach(problems) {
      const groups = new Map(), key = (field, rule) => `${outer(field)}\0${rule}`;
      const add = (name, some) => groups.set(name, (groups.get(name) || []).concat(some));
      problems.forEach((one) => add(key(one.field, one.rule), one));
      Array.from(groups).forEach(([name, unknown]) => {
        const [record, rule] = name.split("\0"), ofMissing = `${record}\0${c.MISSING}`, missing = groups.get(ofMissing) || [];
        if (rule === c.UNKNOWN && unknown.length === 1 && missing.length === 1 && !unknown[0].nearest) {
          groups.set(name, [Object.assign({}, unknown[0], { nearest: inner(missing[0].field), fix: "" })]);
        } else if (rule === c.UNKNOWN) {
          const cut = unknown.filter(({ fix }) => fix === u.WORDS_AFTER_A_COMMA);
          groups.set(name, unknown.filter((one) => !cut.slice(1).includes(one)));
        }
        const named = rule === c.UNKNOWN ? groups.get(name).map((one) => one.nearest) : [];
        groups.set(ofMissing, (groups.get(ofMissing) || []).filter((one) => !named.includes(inner(one.field))));
      });
      return [].concat(...groups.values());
    }

    function refused(values, lines) {
      const every = failuresIn(values, fields), isLost = ({ type, value, context }) => type === "too_short" && value.length >= context.min_length;
      const problems = every.filter((one) => !isLost(one)).slice(0, c.MAX_PROBLEMS).map((failure) => {
        const { type, path, value } = failure, said = messageOf(failure);
        const rule = type in rules ? rules[type] : type.replace(/_/g, "-");
        return problem(Object.assign({ line: lineOf(path, lines), field: fieldName(path), found: excerpt(asWritten(value)), rule }, said));
      });
      const first = new Map(), more = every.length - c.MAX_PROBLEMS;
      for (const one of problems) {
        const key = `${one.line}\0${one.field}\0${one.message}`;
        if (!first.has(key)) first.set(key, one);
      }
      if (more > 0) first.set("", problem({ message: filled(c.MANY_MORE, { count: more.toLocaleString("en") }), fix: c.COMPARE, rule: c.MANY }));
      return oneOfEach(Array.from(first.values()));
    }

    return function find(file) {
      if (!file.name.startsWith(`${folder}/`) || !file.isEntry) return [];
      const problems = repeatedItems(file.values, file.lines).concat(refused(file.values, file.lines));
      return withUnknownIds(file, problems);
    };
  }

  ideasHub.rules = (ideasHub.rules || []).concat((tools) => ({ order: -1, name: "facts", find: findFaultsOfFacts(tools) }));
})();
