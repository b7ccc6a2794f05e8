/* The gate for personal data, as ideas_hub/checks/personal_data.py has it, with all that finds it: personal_identifiers.py,
   births.py, homes.py, bank_details.py, email_addresses.py and identifier_rows.py; and chats.py. What a table in CSV may not
   hold is left out. A test holds both languages to the same. */
var ideasHub = ideasHub || {};

ideasHub.rules = (ideasHub.rules || []).concat((tools) => {
  "use strict";

  const { hasAny, size, filled, casefold, every, matches, before, after, lineAt, problem, unescape, constants } = tools;
  const { bank_details: bank, births: birth, email_addresses: email, homes: home, identifier_rows: rows, personal_data: data, personal_identifiers: kinds } = constants;

  const wordsOf = (pattern, text) => matches(pattern, text).map(([words]) => words);
  const flat = (lists) => [].concat(...lists);

  /* Returns the signs around a match that are looked at. */
  const ahead = ({ index, input }, most) => before(input, index, most);
  const behind = ({ index, input, 0: words }, most) => after(input, index + words.length, most);

  /* ---- Rows as a reader sees them ---- */

  const LETTER = new RegExp("[\\p{L}\\p{N}]", "u");
  const SIGN_OF_ONE = /[0-9@&/\x80-\uffff]/; // whatever else no identifier needs, except an address spelt out
  const SPELT_AT = ["|at|"].concat(rows.PROVIDERS.map((name) => `at${name}`));
  const plainOf = new Map();
  for (const plain of Object.keys(rows.LOOK_ALIKES)) Array.from(rows.LOOK_ALIKES[plain], (sign) => plainOf.set(sign, plain));

  /* Returns the rows that may hold an identifier, each with its number from 1. */
  function candidateRows(text) {
    const folded = text.toLowerCase(), close = folded.replace(/[ \t]/g, "").replace(/[([{<)\]}>_]/g, "|");
    const maybeSpelt = folded.includes("dot") || hasAny(close, SPELT_AT);
    return text.split("\n").map((row, place) => [place + 1, row]).filter(([, row]) => (maybeSpelt || SIGN_OF_ONE.test(row))
      && (rows.MAY_IDENTIFY.test(row) || (maybeSpelt && rows.MAY_BE_ADDRESS.test(row))));
  }

  function normalise(row) {
    return unescape(row).replace(every(rows.ESCAPED), "$1").replace(/%40/g, "@").replace(/[^\0-\x7f]/g, (sign) => (plainOf.has(sign) ? plainOf.get(sign) : sign));
  }

  /* Returns each run of single signs with nothing left between them. */
  function closedUp(row) {
    return matches(rows.ONE_BY_ONE, row).map(([run, first]) => (first || run).replace(first ? every(rows.BETWEEN) : / /g, ""))
      .filter((run) => !hasAny(rows.COUNTING, [run, Array.from(run).reverse().join("")]));
  }

  /* ---- Bank accounts ---- */

  function isIban(words) {
    const plain = words.replace(/[ -]/g, "").toUpperCase();
    return Array.from(plain.slice(4) + plain.slice(0, 4)).reduce((rest, sign) => (rest * (sign < "A" ? 10 : 100) + parseInt(sign, 36)) % 97, 0) === 1;
  }

  function bankDetails(row) {
    const labelled = wordsOf(bank.LABELLED, row);
    const pairs = labelled.length ? [] : matches(bank.PAIR, row).filter((match) => !bank.OF_A_REGISTER.test(ahead(match, bank.NEAR)));
    return labelled.concat(pairs.map(([words]) => words), wordsOf(bank.IBAN, row).filter(isIban));
  }

  /* ---- Dates of birth ---- */

  function isOfAThing(match, { birthday, born }) {
    return birthday ? birth.BIRTHDAY_OF_A_THING.test(ahead(match, birth.NEAR)) : born && birth.OF_A_THING.test(ahead(match, birth.NEAR));
  }

  function isARule(match, { between, born }) {
    const start = ahead(match, birth.NEAR), end = behind(match, birth.NEAR);
    if (birth.FROM.test(between) || birth.ONWARDS.test(end)) return true;
    return born && (birth.WHOEVER.test(start) || (birth.SOME_CHILD.test(start) && birth.RULE.test(end)));
  }

  function isSecondItem(match, { day }) {
    const start = ahead(match, birth.NEAR);
    return birth.SECOND_ITEM.test(start) || (!LETTER.test(start) && birth.THIS_CENTURY.test(day));
  }

  function births(row) {
    const folded = casefold(row);
    if (!folded.includes("b")) return [];
    const long = hasAny(folded, birth.SIGNS) ? matches(birth.BIRTH, row).filter((match) => !isOfAThing(match, match.groups) && !isARule(match, match.groups)) : [];
    const short = matches(birth.SHORT, row).filter((match) => !isSecondItem(match, match.groups));
    return long.concat(short).map(({ groups }) => groups.day).filter((day) => !birth.LONG_AGO.test(day));
  }

  /* ---- Homes, e-mail addresses ---- */

  function homes(row) {
    if (!hasAny(casefold(row), home.SIGNS)) return [];
    return matches(home.HOME, row).filter((match) => !match.groups.lives || !birth.OF_A_THING.test(ahead(match, home.NEAR).trimEnd())).map(({ groups }) => groups.address);
  }

  function emails(row) {
    if (!hasAny(casefold(row), ["@", "at"])) return [];
    return flat([email.EMAIL, email.SPELT_EMAIL].map((pattern) => wordsOf(pattern, row))).filter((words) => !email.NOT_EMAIL.test(words)).map((words) => words.trim());
  }

  const emailShape = (words) => casefold(words).replace(every(email.ANY_AT), "@").replace(every(email.ANY_DOT), ".").replace(every(email.BETWEEN_LETTERS), "");

  /* ---- Numbers and places ---- */

  const withoutWeb = (row) => row.replace(every(kinds.WEB), " ");
  const lettersOf = (words) => casefold(words.replace(every(email.BETWEEN_LETTERS), ""));
  const digitsOf = (words) => wordsOf(kinds.DIGIT, words).join("");
  const phoneShape = (words) => digitsOf(words.replace(/%20/g, " ")).replace(/^(?:0044|44)0?/, "0").replace(/^00/, "");

  function phones(row) {
    const isbn = casefold(`${row}isbn`).indexOf("isbn"), found = new Map();
    const plain = withoutWeb(row.replace(every(bank.IBAN), (words) => (isIban(words) ? " " : words)));
    for (const { 0: words, index } of flat([kinds.PHONE, kinds.PHONE_ABROAD, kinds.PHONE_LINK].map((pattern) => matches(pattern, plain)))) {
      const shape = phoneShape(words);
      if (index <= isbn && !kinds.HELPLINE.test(digitsOf(words)) && !found.has(shape)) found.set(shape, words.trim());
    }
    return Array.from(found.values());
  }

  function postcodes(row) {
    if (!kinds.END_OF_POSTCODE.test(row)) return [];
    return wordsOf(kinds.POSTCODE, row).concat(wordsOf(kinds.UNKNOWN_AREA, row), wordsOf(kinds.SMALL_POSTCODE, withoutWeb(row)));
  }

  function isNhsNumber(digits) {
    const check = 11 - (Array.from(digits.slice(0, 9)).reduce((sum, digit, place) => sum + digit * (10 - place), 0) % 11);
    return check !== 10 && check % 11 === Number(digits[9]);
  }

  function isCount(match) {
    const start = ahead(match, kinds.NEAR), end = behind(match, kinds.NEAR);
    return digitsOf(match[0]) === match[0] && (kinds.COUNTED_BEFORE.test(start) || kinds.COUNTED_AFTER.test(end)) && !kinds.NUMBER_NEAR.test(`${start} ${end}`);
  }

  function nhsNumbers(row) {
    return matches(kinds.NHS_NUMBER, withoutWeb(row).replace(every(kinds.FIGURE), "$1$2")).filter((match) => isNhsNumber(digitsOf(match[0])) && !isCount(match)).map(([words]) => words);
  }

  const insuranceNumbers = (row) => wordsOf(kinds.NI_NUMBER, row);
  const places = (row) => flat(kinds.PLACES.map((place) => (row.includes(place[0]) ? wordsOf(place[1], row) : [])));

  /* ---- All of them, in the order of Python's IDENTIFIERS ---- */

  const FINDERS = [
    [phones, phoneShape], [emails, emailShape], [postcodes, lettersOf], [nhsNumbers, digitsOf], [insuranceNumbers, lettersOf],
    [births, lettersOf], [places, lettersOf], [homes, lettersOf], [bankDetails, digitsOf],
  ];
  const IDENTIFIERS = kinds.IDENTIFIERS.map(([name, leastDigits, canBePublic], place) => {
    const [find, shape] = FINDERS[place];
    return { name, leastDigits, canBePublic, find, shape };
  });

  /* Returns the identifiers in a row, each once with the words found, as {identifier, words}. */
  function findIdentifiers(row) {
    const plain = normalise(row), readings = [plain].concat(closedUp(plain)), digits = digitsOf(plain).length;
    return flat(IDENTIFIERS.filter(({ leastDigits }) => leastDigits <= digits).map((identifier) => {
      const found = new Set(flat(readings.map(identifier.find)).slice(0, kinds.MOST_IN_A_ROW));
      return Array.from(found, (words) => ({ identifier, words }));
    }));
  }

  /* ---- In a file and in its name ---- */

  /* Returns whether a day is still a date of birth if it is read with the rows around it. */
  function isBirth(day, around) {
    const text = around.map((row) => (LETTER.test(after(row.trimStart(), 0, 1)) ? row : `\0${row}`)).join(" ");
    return findIdentifiers(text).some(({ identifier, words }) => identifier.name === data.BIRTH && words === day);
  }

  /* Yields what the rows of a file hold, as they are there. */
  function* asWritten({ raw, lines, body, bodyLine }) {
    const all = raw.split("\n"), fieldAt = new Map(Object.keys(lines).map((field) => [lines[field], field]));
    for (const [line, row] of candidateRows(raw)) {
      const inText = body && line >= bodyLine, field = (!inText && fieldAt.get(line)) || "";
      const around = inText ? all.slice(Math.max(0, line - 2), line + 1) : [row];
      for (const { identifier, words } of findIdentifiers(row)) {
        if (identifier.name !== data.BIRTH || isBirth(words, around)) yield { line, field, identifier, words };
      }
    }
  }

  /* Returns each row of each passage, and the words where two of them meet, as {line, field, row}. */
  function rowsAsMet(passages) {
    const found = [], most = data.AROUND_A_BREAK;
    for (const { text, line, field } of passages) {
      text.split("\n").forEach((row, step, all) => {
        const add = (words) => found.push({ line: field ? line : line + step, field, row: words });
        add(row);
        if (step + 1 === all.length) return;
        const next = all[step + 1];
        const start = size(row) < most ? row : before(row, row.length, most).replace(/^[^ ]* ?/, "");
        const end = size(next) < most ? next : after(next, 0, most).replace(/ ?[^ ]*$/, "");
        add(`${start} ${end}`);
      });
    }
    return found;
  }

  /* Yields what only a reader of the page meets.  known: has the shape of what was found as it is written, by then. */
  function* asMet({ raw, passages }, known) {
    const all = raw.split("\n"), met = rowsAsMet(passages);
    for (const [place] of candidateRows(met.map(({ row }) => row).join("\n"))) {
      const { row, field } = met[place - 1], line = Math.min(met[place - 1].line, all.length);
      if (all[line - 1].includes(row)) continue;
      for (const { identifier, words } of findIdentifiers(row)) if (!known.has(identifier.shape(words))) yield { line, field, identifier, words };
    }
  }

  const redacted = (words) => `${after(words, 0, data.LETTERS_SHOWN)}…${before(words, words.length, data.LETTERS_SHOWN)}`;
  const shapesOf = (item) => IDENTIFIERS.map(({ shape }) => shape(normalise(item)));
  const given = (one, name) => String((one && one[name]) || "");

  function problemOf({ line, field, identifier: { name, canBePublic }, words }, isPage) {
    const found = redacted(words), fix = data.FIX[name] || data.OTHER_FIX;
    return problem({
      line, field, found, rule: data.RULE, message: filled(data.FOUND, { name, found }),
      fix: isPage ? `${fix} ${canBePublic ? data.ALLOW : data.ALLOW_OTHER}` : fix,
      example: isPage && data.ITEMS[name] ? data.EXAMPLE.replace("%s", data.ITEMS[name]) : "",
    });
  }

  function unusedAllowances(items, lines, used) {
    return flat(items.map((one, place) => {
      const item = given(one, "item"), found = redacted(item), field = `allow_contact[${place + 1}]`;
      if (!item || shapesOf(item).some((shape) => used.has(shape))) return [];
      return problem({ line: lines[field] || 1, field, found, rule: data.RULE, severity: "idea", message: filled(data.UNUSED, { found }), fix: data.UNUSED_FIX });
    }));
  }

  function inFile(file) {
    const { values: { allow_contact: facts }, name, lines } = file, items = Array.isArray(facts) ? facts : [];
    const reasoned = items.map((one) => given(one, "why").trim() && given(one, "item")).filter(Boolean);
    const allowed = new Set(flat(reasoned.map(shapesOf))), used = new Set(), problems = [];
    let count = 0;
    for (const source of [asWritten(file), asMet(file, used)]) {
      for (const found of source) {
        if (count === data.MOST_IN_A_FILE) break;
        count += 1;
        const shape = found.identifier.shape(found.words);
        if (!found.field.startsWith("allow_contact")) used.add(shape);
        if (!allowed.has(shape)) problems.push(problemOf(found, name.endsWith(".md")));
      }
    }
    return problems.concat(allowed.size ? unusedAllowances(items, lines, used) : []);
  }

  /* Returns a problem for each kind of identifier in a file's name. */
  function inName(file) {
    const name = file.split("/").pop(), stem = name.split(".")[0], found = new Map();
    for (const spelling of [name, stem.replace(/[-_]+/g, " "), stem.replace(/[-_ ]+/g, "")]) {
      for (const { identifier, words } of candidateRows(spelling).length ? findIdentifiers(spelling) : []) if (!found.has(identifier.name)) found.set(identifier.name, redacted(words));
    }
    return Array.from(found, ([kind, words]) => problem({ line: 0, found: words, rule: data.RULE, message: filled(data.FOUND_IN_NAME, { name: kind, found: words }), fix: data.RENAME }));
  }

  /* Returns a problem for the first message of a chat. */
  function findChats({ passages }) {
    const { ANY_TIME, CHAT, MESSAGE, FIX } = constants.chats;
    const passage = passages.find(({ text }) => ANY_TIME.test(text) && CHAT.test(text));
    if (!passage) return [];
    const { 0: words, index } = CHAT.exec(passage.text), line = lineAt(passage, index + words.length - words.trimStart().length);
    return [problem({ line, field: passage.field, found: words.trim(), rule: data.RULE, message: MESSAGE, fix: FIX })];
  }

  ideasHub.plainSigns = normalise; // a test holds its many signs to Python's
  return [
    { order: 1, name: "personal-data", find: (file) => inName(file.name).concat(inFile(file)) },
    { order: 2, name: "chats", find: findChats },
  ];
});
