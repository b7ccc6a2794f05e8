/* The page on which a story is written: one step at a time, kept on this device at each key, sent only by whoever wrote it.

   Without this script the page is a form to fill in and print. */
(function () {
  "use strict";

  const page = document.querySelector("[data-write]");
  if (!page || !window.ideasHub) return;
  const { make, partsOf, counted, refill, onDevice, storyFile, storyChecks } = ideasHub;
  const part = partsOf(page, "write");
  part("broken").hidden = Boolean(ideasHub.ruleConstants); // its script may be lost, as while a new version is published
  if (!ideasHub.ruleConstants) return;
  const STORE = `write:${location.pathname}`; // other hubs may share the origin
  const MOST_IN_AN_ADDRESS = 8000; // bytes of an address that GitHub accepts
  const fields = page.dataset.fields.split(" ");
  const steps = Array.from(page.querySelectorAll("[data-step]"));
  const headingOf = (step) => step.querySelector("h2");
  const title = document.title;

  /* ---- Questions, and their answers on the device ---- */

  const questions = Array.from(page.querySelectorAll("[data-question]"), (element) => {
    const { question: id, shape, path = "", heading = "", maxLength } = element.dataset;
    const controls = Array.from(element.querySelectorAll("input, textarea"));
    const label = element.querySelector("label, legend").firstChild.textContent.trim(); // what follows says that it is needed
    return { id, label, shape, path, heading, element, controls, maxLength: Number(maxLength || 0), needed: "needed" in element.dataset, isDate: "date" in element.dataset };
  });

  function typed({ shape, controls }) {
    const chosen = controls.filter(({ checked }) => checked).map(({ value }) => value);
    return shape === "choices" ? chosen : shape === "choice" ? chosen[0] || "" : controls[0].value;
  }

  function fill({ shape, controls }, answer) {
    const ids = [].concat(answer).filter((one) => typeof one === "string");
    if (shape === "choice" || shape === "choices") controls.forEach((control) => { control.checked = Boolean(control.value) && ids.includes(control.value); });
    else if (controls[0].value !== (ids[0] || "")) controls[0].value = ids[0] || "";
  }

  const { read: stored, save } = onDevice(STORE);

  function saveAnswers(answers) {
    part("saving").textContent = save(answers)
      ? "What you write stays on this device as you type. Nobody else can see it, unless they use the same device."
      : "Your browser does not let this page save anything. Before you leave it, go to the last step and save your story as a file.";
  }

  const answersNow = () => questions.reduce((all, question) => Object.assign(all, { [question.id]: typed(question) }), {});

  /* ---- What is wrong with an answer, and what could be clearer ---- */

  const MOST_SHOWN = 4; // beside one question
  const check = storyChecks({ questions, fields, folder: page.dataset.folder, glossary: page.dataset.glossary.split(" ") });
  const letters = (text) => Array.from(text).length;

  function showWords(place, words) {
    const more = words.length - MOST_SHOWN;
    const shown = more > 0 ? [...words.slice(0, MOST_SHOWN), `And ${more} more.`] : words;
    if (shown.join() !== Array.from(place.children, ({ textContent }) => textContent).join()) refill(place, ...shown.map((one) => make("p", { textContent: one })));
  }

  function showFaults({ element, controls }, faults, advice) {
    showWords(element.querySelector(".fault"), faults);
    showWords(element.querySelector(".advice"), advice);
    element.classList.toggle("has-fault", faults.length > 0);
    controls.forEach((control) => (faults.length ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid")));
  }

  /* Checks the story, and shows what is found beside some of its questions; that an answer is needed is for the end alone. */
  function checkThese(some) {
    const answers = answersNow(), { faults, advice } = check(answers);
    some.forEach((question) => {
      const { id } = question;
      showFaults(question, (answers[id].length && faults[id]) || [], advice[id] || []);
    });
  }

  /* Gives an answer the room it needs, on paper too, and says how much there is: letters left near a limit, or words of the story. */
  function showSize({ element, heading, shape, maxLength, controls: [control] }, answer) {
    const more = control.scrollHeight - control.clientHeight; // pixels; none in a step that is not shown
    if (control.rows && more > 0) control.rows += Math.ceil(more / parseFloat(getComputedStyle(control).lineHeight)) + 1;
    const place = element.querySelector("[data-write-size]"), onPaper = element.querySelector(".typed");
    if (onPaper) onPaper.textContent = answer; // a box would be cut
    const words = heading ? (answer.match(/\S+/g) || []).length : 0;
    const left = shape === "line" && maxLength ? maxLength - letters(storyFile.oneLine(answer)) : Infinity;
    place.textContent = words ? counted(words, "word") : left >= 0 ? `${counted(left, "letter")} left` : `${counted(-left, "letter")} too many`;
    place.hidden = !words && left > maxLength / 4;
  }

  /* ---- Steps ---- */

  let current = 0;

  function show(number, { focus = true } = {}) {
    current = number;
    steps.forEach((step, place) => { step.hidden = place !== number; });
    questions.filter(({ element }) => steps[number].contains(element)).forEach((question) => showSize(question, typed(question)));
    page.querySelectorAll(".intro").forEach((intro) => { intro.hidden = number > 0; });
    part("back").hidden = number === 0;
    part("on").hidden = number === steps.length - 1;
    document.title = `${number + 1} of ${steps.length}: ${headingOf(steps[number]).textContent} – ${title}`;
    if (number === steps.length - 1) review();
    if (focus) headingOf(steps[number]).focus();
  }

  /* Shows what the address names: a step, or the step of a question, which then has the focus. */
  function follow() {
    const target = document.getElementById(location.hash.slice(1));
    const number = target ? steps.findIndex((step) => step.contains(target)) : 0;
    if (number < 0) return; // a link past the menu
    show(number);
    if (target && target !== steps[number]) target.focus();
  }

  /* Leaves a step: what is wrong in it is shown beside its questions, and nobody is held up. */
  function go(by) {
    checkThese(questions.filter(({ element }) => steps[current].contains(element)));
    location.hash = steps[current + by].id;
  }

  /* ---- Check and send ---- */

  function review() {
    const answers = answersNow();
    const { faults, advice, later } = check(answers);
    const itemsOf = (words) => questions.filter(({ id }) => words[id]).map(({ id, label }) => itemOf(id, label, words[id][0]));
    questions.forEach((question) => showFaults(question, faults[question.id] || [], advice[question.id] || []));
    part("open").hidden = !Object.keys(faults).length;
    refill(part("faults"), ...itemsOf(faults));
    part("clearer").hidden = !Object.keys(advice).length;
    refill(part("advice"), ...itemsOf(advice));
    part("later").hidden = !later.length;
    part("later").textContent = "Some checks do not work in your browser. They are made when your story arrives.";
    showNext(answers);
    offer(storyFile(answers, questions, fields));
  }

  function itemOf(id, label, words) {
    const item = make("li");
    item.append(make("a", { href: `#${id}`, textContent: label }), ` ${words}`);
    return item;
  }

  /* Says the one thing that would help readers most of what is not answered yet. */
  function showNext(answers) {
    const open = JSON.parse(page.dataset.suggestions).map(([field, why]) => [questions.filter(({ path }) => path.split(".")[0] === field), why])
      .find(([asked]) => asked.length && asked.every(({ id }) => storyFile.isEmpty(answers[id])));
    part("next").hidden = !open;
    if (!open) return;
    const [[{ id, label }], why] = open;
    refill(part("next"), "One thing you could add: ", make("a", { href: `#${id}`, textContent: label }), ` ${why[0].toUpperCase()}${why.slice(1)}.`);
  }

  function offer({ name, text, notes }) {
    const whole = notes.length ? text.replace("---\n", `---\n${notes.map((note) => `# For the editor: ${note}\n`).join("")}`) : text;
    part("text").value = whole;
    URL.revokeObjectURL(part("save").href);
    Object.assign(part("save"), { download: `${name}.md`, href: URL.createObjectURL(new Blob([whole], { type: "text/markdown" })) });
    if (!part("github")) return;
    const empty = `${page.dataset.newFile}${page.dataset.folder}?filename=${name}.md`;
    const filled = `${empty}&value=${encodeURIComponent(whole)}`;
    const hasRoom = filled.length < MOST_IN_AN_ADDRESS;
    part("github").href = hasRoom ? filled : empty;
    part("github-says").textContent = hasRoom
      ? "Or send it on GitHub, where you need an account and everybody can read it. The link takes your story there. You can look at it there before you send it."
      : "Or send it on GitHub, where you need an account and everybody can read it. Copy the text first. The link opens an empty page there; paste your story into it.";
  }

  /* ---- The page as it will be ---- */

  /* Loads what reads Markdown, as large as all the other scripts together, for whoever looks at a page or opens a file. */
  let markdown = null;
  const loadMarkdown = () => markdown || (markdown = ideasHub.loadScript(page.dataset.markdown).catch((error) => { markdown = null; throw error; }));

  let hasDesk = false;

  async function loadDesk() {
    if (hasDesk) return;
    hasDesk = true;
    part("not-loaded").textContent = "";
    try {
      await Promise.all([loadMarkdown(), ideasHub.loadScript(page.dataset.fileRules)]);
      await ideasHub.loadScript(page.dataset.openFile);
    } catch {
      hasDesk = false;
      part("not-loaded").textContent = "This part could not be loaded. Close it, and open it again when you are connected.";
    }
  }

  async function look() {
    try { await loadMarkdown(); } catch { return say("This part could not be loaded. Try again when you are connected."); }
    const { parsed } = storyFile(answersNow(), questions, fields);
    const dialog = part("preview");
    dialog.querySelectorAll("article").forEach((old) => old.remove());
    dialog.append(ideasHub.storyPreview(part("page"), questions, typed, parsed.source));
    dialog.showModal();
    dialog.scrollTop = 0;
    return say("");
  }

  async function copy() {
    const area = part("text");
    try { await navigator.clipboard.writeText(area.value); } catch {
      area.focus();
      area.select();
      if (!document.execCommand("copy")) return say("Your browser did not copy it. The text is chosen: copy it by hand.");
    }
    return say("The text is copied. Paste it where you want to send it.");
  }

  const say = (words) => { part("status").textContent = words; };

  /* ---- The page ---- */

  const PAUSE = 500; // milliseconds without a key, after which an answer is checked
  let deleted = null, pause = 0;

  function fillAll() {
    const answers = stored();
    questions.forEach((question) => {
      fill(question, answers[question.id]);
      showSize(question, typed(question));
    });
  }

  page.querySelectorAll("[data-write-live]").forEach((element) => { element.hidden = false; });
  steps.forEach((step, place) => { step.querySelector("[data-write-count]").textContent = `Step ${place + 1} of ${steps.length}`; });

  part("form").addEventListener("input", ({ target }) => {
    const question = questions.find(({ controls }) => controls.includes(target));
    if (!question) return;
    const answer = typed(question), answers = stored();
    if (storyFile.isEmpty(answer) && !answer.length) delete answers[question.id];
    else answers[question.id] = answer;
    saveAnswers(answers);
    showSize(question, answer);
    clearTimeout(pause);
    pause = setTimeout(checkThese, PAUSE, [question]);
    deleted = null;
    part("delete").textContent = "Delete my draft";
  });
  part("form").addEventListener("submit", (event) => event.preventDefault());
  part("back").addEventListener("click", () => go(-1));
  part("on").addEventListener("click", () => go(1));
  part("look").hidden = !part("preview").showModal; // an old browser has no dialogs
  part("look").addEventListener("click", look);
  part("copy").addEventListener("click", copy);
  part("print").addEventListener("click", () => print());
  part("delete").addEventListener("click", () => {
    const answers = deleted || {};
    deleted = deleted ? null : stored();
    saveAnswers(answers);
    fillAll();
    part("delete").textContent = deleted ? "Undo" : "Delete my draft";
    if (current === steps.length - 1) review();
  });
  const desk = document.getElementById("file");
  desk.hidden = false;
  desk.addEventListener("toggle", () => desk.open && loadDesk());
  desk.open = location.search.startsWith("?change=");
  addEventListener("hashchange", follow);
  addEventListener("storage", ({ key }) => {
    if (key !== STORE) return;
    fillAll();
    if (current === steps.length - 1) review();
  });

  const before = answersNow(); // what a browser fills in again by itself, or somebody typed before the script ran
  const drafted = stored();
  saveAnswers(questions.reduce((all, { id }) => (id in drafted || storyFile.isEmpty(before[id]) ? all : Object.assign(all, { [id]: before[id] })), Object.assign({}, drafted)));
  fillAll();
  show(0, { focus: false });
  if (location.hash) follow();
})();
