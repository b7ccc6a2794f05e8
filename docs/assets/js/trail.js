/* The plan of a trail: a tick, a date and a note for each step, which stay on this device.

   Without this script the plan is a sheet to print and to fill in by hand, and what is typed here is printed on the same lines. */
(function () {
  "use strict";

  const page = document.querySelector("[data-plan]");
  if (!page || !window.ideasHub) return;
  const { make, partsOf, onDevice } = window.ideasHub;
  const part = partsOf(page, "plan");
  const STORE = `plan:${location.pathname}`; // other hubs may share the origin
  const steps = Array.from(page.querySelectorAll("[data-step]"));
  const { read: stored, save } = onDevice(STORE); // by the title of each step: a step keeps its note when others move

  const inWords = (day) => (day ? new Date(`${day}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }) : "");

  /* Gives a step its boxes; the lines on paper say the same. */
  function fill(step) {
    const name = step.dataset.step;
    const typed = () => { const own = stored()[name]; return own && typeof own === "object" ? own : {}; };
    const lines = { by: step.querySelector("[data-by]"), note: step.querySelector("[data-note]") };
    const done = make("input", { type: "checkbox" });
    const by = make("input", { type: "date" });
    const note = make("input", { type: "text", maxLength: 200, autocomplete: "off" });
    const labelled = (words, input) => {
      const label = make("label");
      label.append(make("span", { textContent: words }), make("span", { className: "unseen", textContent: `: ${name}` }), input);
      return label;
    };

    function show() {
      const { done: is, by: day, note: words } = typed();
      done.checked = is === true;
      by.value = day || "";
      note.value = words || "";
      showOnPaper();
    }
    function showOnPaper() {
      lines.by.textContent = inWords(by.value);
      lines.note.textContent = note.value;
      step.classList.toggle("done", done.checked);
    }
    const controls = make("div", { className: "fields" });
    controls.append(labelled("Done", done), labelled("By", by), labelled("Who, and notes", note));
    controls.addEventListener("input", () => {
      const plan = stored();
      plan[name] = { done: done.checked, by: by.value, note: note.value };
      if (!done.checked && !by.value && !note.value) delete plan[name];
      report(save(plan));
      showOnPaper();
    });
    step.append(controls);
    show();
    return show;
  }

  function report(isSaved) {
    part("about").textContent = isSaved
      ? "Your plan stays on this device. Nobody else can see it, unless they use the same device."
      : "Your browser does not let this site save anything. Print your plan before you leave this page.";
  }

  const shows = steps.map(fill);
  const showAll = () => shows.forEach((show) => show());
  report(save(stored()));

  let deleted = null;
  const remove = make("button", { type: "button", className: "plain-button", textContent: "Delete my plan" });
  const printing = make("button", { type: "button", className: "button", textContent: "Print my plan" });
  const status = make("p", { className: "small" });
  status.setAttribute("role", "status");
  remove.addEventListener("click", () => {
    const plan = deleted || {};
    deleted = deleted ? null : stored();
    save(plan);
    showAll();
    remove.textContent = deleted ? "Undo" : "Delete my plan";
    status.textContent = deleted ? "Your plan is deleted." : "Your plan is back.";
  });
  page.addEventListener("input", () => {
    deleted = null;
    remove.textContent = "Delete my plan";
    status.textContent = "";
  });
  printing.addEventListener("click", () => print());
  const sheet = make("details", { open: Object.keys(stored()).length > 0 });
  const buttons = make("p", { className: "plan-buttons" });
  sheet.append(make("summary", { textContent: "Write your plan here" }), page.querySelector("ol"), remove);
  buttons.append(printing);
  page.append(sheet, buttons, status);
  addEventListener("storage", ({ key }) => { if (key === STORE) showAll(); });
})();
