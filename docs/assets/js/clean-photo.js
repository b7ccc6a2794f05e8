/* The page that takes the metadata out of photos: it reads the files that a reader chose, says what photos.js found in each,
   and offers the new ones.  Nothing leaves the device: the page asks for nothing, and its security policy lets it ask nobody else. */
(function () {
  "use strict";

  const page = document.querySelector("[data-clean]");
  const { partsOf, counted, openPhotos } = window.ideasHub;
  const part = partsOf(page, "clean");
  const rules = JSON.parse(page.dataset.rules);
  const clean = openPhotos(rules);
  const MB = 1024 * 1024;

  /* Returns a name of plain lower-case words and digits, joined by hyphens. */
  function tidy(name) {
    const words = name.replace(/\.[^.]*$/, "").normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    return words.split(/[^a-z0-9]+/).filter(Boolean).join("-").slice(0, 60).replace(/-$/, "") || "photo";
  }

  /* Returns {file, name, told} for a photo; {told, fix}, why not and what to do, for a file that is not taken. */
  async function read(file) {
    try {
      if (file.size > rules.maxBytes) return { told: `This file is ${(file.size / MB).toFixed(1)} MB; the limit is ${rules.maxBytes / MB} MB.`, fix: rules.saveSmaller };
      const bytes = new Uint8Array(await new Response(file).arrayBuffer());
      const photo = clean(bytes);
      return { file: new Blob([photo.bytes], { type: photo.type }), name: tidy(file.name) + photo.ending, told: toldOf(photo, bytes) };
    } catch ({ refused = "cannot be read.", fix = "Get a fresh copy of it." }) {
      return { told: `This file ${refused}`, fix };
    }
  }

  function toldOf(photo, before) {
    if (photo.found.length) return `Found and removed: ${photo.found.join(", ")}.`;
    if (photo.bytes.length === before.length) return "There was nothing to remove.";
    return "It held no personal details. We took out notes on how it was made.";
  }

  function itemOf({ name: before }, { file, name, told, fix = "" }) {
    const item = part("item").content.cloneNode(true).firstElementChild;
    const slot = (of) => item.querySelector(`[data-item=${of}]`);
    slot("before").textContent = before;
    slot("told").textContent = told;
    slot("fix").textContent = fix;
    slot("fix").hidden = !fix;
    slot("offer").hidden = !file;
    if (file) {
      slot("name").textContent = name;
      slot("save").download = name;
      slot("save").href = URL.createObjectURL(file);
    }
    return item;
  }

  function summary(taken, all) {
    const ready = taken ? `${counted(taken, "photo")} ${taken === 1 ? "is" : "are"} ready to save.` : "";
    const left = all - taken;
    return `${ready} ${left ? `${counted(left, "file")} could not be used.` : ""}`.trim();
  }

  let run = 0;
  part("files").addEventListener("change", async ({ target }) => {
    const mine = ++run, files = Array.from(target.files);
    page.querySelectorAll("a[download]").forEach(({ href }) => URL.revokeObjectURL(href));
    part("items").textContent = "";
    part("results").hidden = !files.length;
    part("said").textContent = files.length ? `Reading ${counted(files.length, "file")} …` : "";
    let taken = 0;
    for (const file of files) {
      const photo = await read(file); // one after another: a phone has little memory
      if (mine !== run) return; // others have been chosen since
      part("items").append(itemOf(file, photo));
      if (photo.file) taken++;
    }
    if (files.length) part("said").textContent = summary(taken, files.length);
  });

  part("live").hidden = false;
})();
