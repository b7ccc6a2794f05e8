/* Numbers in a text and what they count, as ideas_hub/checks/numbers.py, figure_values.py and own_figures.py
   read them; a test holds both to the same problems. */
var ideasHub = ideasHub || {};

(function () {
  "use strict";

  const isNumber = (value) => typeof value === "number";
  const { isGroup, listOf, fieldName, partsOf, lineOf, numberText } = ideasHub.valuePaths;

  /* Returns a value as Python's str() does. */
  function asText(value) {
    if (value === null) return "None";
    if (typeof value === "boolean") return value ? "True" : "False";
    return isNumber(value) ? numberText(value) : String(value);
  }

  const isNear = (one, other) => Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));

  /* Returns a number in six digits at most, with commas between thousands, as Python's format ",g". */
  function inDigits(value) {
    const [digits, exponent] = value.toExponential(5).split("e");
    const isShort = exponent >= -4 && exponent < 6;
    const [whole, decimals] = (isShort ? value.toFixed(5 - exponent) : digits).split(".");
    const rest = (decimals || "").replace(/0+$/, "");
    const written = whole.replace(/\B(?=(?:\d{3})+$)/g, ",") + (rest && `.${rest}`);
    return isShort ? written : `${written}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
  }

  /* ---- Numbers ---- */

  const isDigit = (code) => /\p{Nd}/u.test(String.fromCodePoint(code));

  /* Returns a number of digits in any script. */
  const valueOf = (digits) => Number(digits.replace(/[^\0-\x7f]/gu, (digit) => {
    let value = 0;
    while (value < 9 && isDigit(digit.codePointAt(0) - value - 1)) value += 1;
    return value;
  }));

  function numbers({ constants: { numbers: c }, matches, split, casefold }) {
    const scales = Object.assign({}, c.SCALES, c.SHORT_SCALES), parts = Object.assign({}, c.SIGNS, c.PARTS);
    const names = new Set(Object.keys(Object.assign({}, c.WORDS, c.SCALES, c.PARTS)));
    const more = (words) => (words ? parts[split(words).pop()] : 0);

    /* Returns what the last digit counts that is not a rounded nought. */
    function lastPlace(digits) {
      const [whole, decimals] = digits.split(".");
      return Number(`1e${decimals ? -decimals.length : /0*$/.exec(whole)[0].length}`);
    }

    function inWords(words) {
      let total = 0, current = 0;
      for (const word of words.split(/[\s-]+/)) {
        if (c.SCALES[word] <= c.SCALES.hundred) current = (current || 1) * c.SCALES[word];
        else if (c.SCALES[word]) {
          total += (current || 1) * c.SCALES[word];
          current = 0;
        } else current += c.WORDS[word] || 0;
      }
      return total + current;
    }

    function numberOf(match) {
      const found = {};
      for (const name of Object.keys(match.groups)) found[name] = casefold(match.groups[name] || "");
      const digits = found.digits.replace(/[^\p{Nd}.]/gu, "");
      const scale = (digits && scales[found.scale.replace(/^[ \n-]+/, "")]) || c.SCALES[found.of] || 1;
      const part = found.part || found.alone;
      return {
        start: match.index,
        end: match.index + match[0].length,
        value: digits ? (valueOf(digits) + more(found.more1)) * scale
          : found.words ? inWords(found.words) + more(found.more2)
            : (found.count ? c.WORDS[found.count] : 1) * parts[part] * scale,
        lastPlace: digits ? lastPlace(digits) * scale : found.words ? 1 : 0,
        isScaled: scale > 1,
        inHundredths: Boolean(found.hundredths),
      };
    }

    /* Returns the numbers in a text, in order. */
    return (text) => (c.FIGURES.test(text) || matches(c.WORD, casefold(text)).some(([word]) => names.has(word)) ? matches(c.NUMBER, text).map(numberOf) : []);
  }

  /* Returns a function that says whether words may stand for a value. */
  function saying({ constants: { figure_values: c }, every, matches, isWhole, casefold }, numbersIn) {
    function isNearTo(number, size, most) {
      const { value, lastPlace } = number;
      if (!lastPlace) return Math.abs(value - size) <= c.NEAR_SHARE || Math.abs(value * 100 - size) <= c.NEAR_SHARE * 100;
      const slack = number.isScaled ? Math.max(most, 0.5) : most;
      const off = slack * lastPlace || (Number.isInteger(size) ? 0 : Math.min(lastPlace, 1) / 2);
      return (number.inHundredths ? [value, value / 100] : [value]).some((reading) => isNear(reading, size) || Math.abs(reading - size) <= off + 1e-9);
    }

    function spans(between, one, other, size) {
      if (isWhole(c.RANGE, between)) return one <= size && size <= other;
      if (isWhole(c.TIMES, between)) return isNear(one * other, size);
      if (!other || !isWhole(c.SHARE, between)) return false;
      return Math.abs(one / other - size) <= c.NEAR_SHARE || Math.abs((one / other) * 100 - size) <= c.NEAR_SHARE * 100;
    }

    function isSaidBy(words, value, unit) {
      const found = numbersIn(words);
      const measuresIn = (text) => matches(c.MEASURES, casefold(text)).map((match) => match[1]);
      const measures = measuresIn(unit), isOtherwise = measuresIn(words).some((measure) => !measures.includes(measure));
      const slack = c.BEYOND.test(words) ? 1 : c.ROUNDED.test(words) ? 0.5 : 0;
      const sizes = (isOtherwise ? [1, ...c.CONVERSIONS] : [1]).map((factor) => Math.abs(value) * factor);
      return !found.length || sizes.some((size) => found.some((number, place) => {
        const next = found[place + 1];
        return isNearTo(number, size, slack) || (next && spans(words.slice(number.end, next.start), number.value, next.value, size));
      }));
    }

    return function says(words, value, unit) {
      if (words.replace(/^[£%]+|[£%]+$/g, "").replace(/,/g, "") === asText(value)) return true;
      const plain = words.replace(every(c.AND_A_HALF), "1.5 $1");
      return isSaidBy(plain, value, unit) || isSaidBy(plain.replace(every(c.OTHER_THOUSANDS), ""), value, unit);
    };
  }

  /* ---- What readers see of a figure, and its value ---- */

  function findOtherDisplays({ constants: { figure_values: c }, filled, excerpt, problem }, says) {
    /* Returns each group of facts with a number as its value and words for it, with its path. */
    function withDisplay(values, path = []) {
      const own = isGroup(values) && typeof values.display === "string" && isNumber(values.value) ? [[path, values]] : [];
      return partsOf(values).reduce((found, [key, inner]) => found.concat(withDisplay(inner, path.concat(key))), own);
    }

    return (file) => withDisplay(file.values).filter(([, { display, value, unit = "" }]) => !says(display, value, asText(unit))).map(([path, { display, value }]) => {
      const at = path.concat("display");
      const message = filled(c.OTHER_VALUE, { display: excerpt(display), value: asText(value) });
      return problem({ line: lineOf(at, file.lines), message, field: fieldName(at), found: display, fix: c.FIX, rule: c.RULE, severity: "should fix" });
    });
  }

  /* ---- A figure that the text gives differently ---- */

  function findFiguresGivenDifferently({ constants: { own_figures: c }, filled, matches, split, casefold, excerpt, lineAt, problem }, numbersIn, says) {
    const small = new Set(c.SMALL_WORDS.split(" ")), takingPart = new Set(c.TAKING_PART.split(" "));

    function stemsIn(text) {
      return matches(c.WORD, text).map(([word]) => casefold(word)).filter((word) => !small.has(word)).map((word) => {
        const end = c.ENDS.find((ending) => word.endsWith(ending) && Array.from(word).length - ending.length >= c.SHORTEST_STEM) || "";
        const stem = word.slice(0, word.length - end.length);
        return takingPart.has(stem) ? "take part" : stem;
      });
    }

    const othersIn = (text) => matches(c.OTHER_COUNT, text).map(([word]) => casefold(word));

    /* Returns the numbers in a passage, each with its sentence: the words up to it and after it. */
    const countsIn = (passage) => numbersIn(passage.text).filter(({ lastPlace }) => lastPlace).map((number) => {
      const before = passage.text.slice(0, number.start), end = matches(c.SENTENCE_END, before).pop();
      const rest = passage.text.slice(number.end), stop = c.SENTENCE_END.exec(rest);
      return { passage, number, digits: passage.text.slice(number.start, number.end), before: end ? before.slice(end.index + end[0].length) : before, after: stop ? rest.slice(0, stop.index) : rest };
    });

    function figureOf({ value, unit: ofUnit = "", label: ofLabel = "" }, line) {
      const unit = asText(ofUnit), label = asText(ofLabel), ofItsUnit = stemsIn(unit);
      const labelStems = new Set(stemsIn(label).filter((stem) => !ofItsUnit.includes(stem))), isParticular = ofItsUnit.length > 1;

      function counts({ number, before, after }) {
        if (c.PERCENT.includes(unit)) return number.inHundredths;
        if (c.POUNDS.includes(unit)) return before.endsWith("£");
        const nearest = stemsIn(after).slice(0, ofItsUnit.length + 2);
        return ofItsUnit.length > 0 && ofItsUnit.every((stem) => nearest.includes(stem));
      }

      function isGivenBy(count) {
        if (!counts(count)) return count.number.value === value && value >= c.ALWAYS_TELLING;
        return says([...split(count.before).slice(-c.WORDS_AROUND), count.digits, ...split(count.after).slice(0, c.WORDS_AROUND)].join(" "), value, unit);
      }

      function isContradictedBy(count, isGiven) {
        const said = count.number.value, sentence = `${count.before} ${count.after}`;
        if (!counts(count) || said < value / c.ALIKE || said > value * c.ALIKE || isGivenBy(count)) return false;
        const own = othersIn(`${label} ${unit}`);
        if (othersIn(sentence).some((word) => !own.includes(word))) return false;
        const stems = new Set(stemsIn(sentence)), shared = Array.from(labelStems).filter((stem) => stems.has(stem)).length;
        if (!isGiven) return isParticular || shared > 0;
        return isParticular ? shared > 0 : shared > 1 && shared >= c.MOST_OF_LABEL * labelStems.size;
      }

      return { value, unit, line, isGivenBy, isContradictedBy };
    }

    function problemOf({ value, unit, line }, { passage, number, digits, after }) {
      const words = excerpt(digits + after, c.LONGEST_WORDS), message = filled(c.DIFFERS, { words, line, value: inDigits(value), unit });
      return problem({ line: lineAt(passage, number.start), message, field: passage.field || "", found: words, fix: c.FIX, rule: c.RULE, severity: "should fix" });
    }

    return function find({ values, lines, passages, isEntry, isInEnglish }) {
      const listed = isEntry && isInEnglish ? listOf(values.figures) : [], problems = [];
      const sound = listed.map((facts, index) => [facts, lineOf(["figures", index, "value"], lines)]).filter(([facts]) => isGroup(facts) && isNumber(facts.value));
      if (!sound.length) return problems;
      const counts = passages.filter(({ field = "" }) => !c.NOT_OF_TEXT.some((start) => field.startsWith(start))).reduce((all, passage) => all.concat(countsIn(passage)), []);
      const known = new Set(sound.reduce((all, [facts]) => all.concat(numbersIn(Object.keys(facts).map((name) => asText(facts[name])).join(" . "))), []).map(({ value }) => value));
      for (const figure of sound.map(([facts, line]) => figureOf(facts, line))) {
        const isGiven = counts.some(figure.isGivenBy);
        problems.push(...counts.filter((count) => !known.has(count.number.value) && figure.isContradictedBy(count, isGiven)).map((count) => problemOf(figure, count)));
      }
      return problems;
    };
  }

  const withNumbers = (rule) => (tools) => {
    const numbersIn = numbers(tools);
    return rule(tools, numbersIn, saying(tools, numbersIn));
  };

  ideasHub.rules = (ideasHub.rules || []).concat([
    withNumbers((tools, numbersIn, says) => ({ order: 15, name: "display-value", find: findOtherDisplays(tools, says) })),
    withNumbers((tools, numbersIn, says) => ({ order: 16, name: "own-figures", find: findFiguresGivenDifferently(tools, numbersIn, says) })),
  ]);
})();
