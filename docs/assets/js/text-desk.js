/* A file that somebody received, or the text of a page that has a mistake: read, changed and checked on this device, with
   what has changed, to be sent by hand.  write.js is the form beside it. */
(function () {
  "use strict";

  const desk = document.querySelector("[data-desk]");
  if (!desk || !window.ideasHub) return;
  const { make, partsOf, counted, refill, markdown, readFacts, differenceOf, fileChecks } = ideasHub;
  const part = partsOf(desk, "desk");
  const PAUSE = 500; // milliseconds without a key, after which the text is checked
  const MOST_SHOWN = 30; // problems
  const check = fileChecks(document.querySelector("[data-write]").dataset.glossary.split(" "));
  const area = part("text");
  const [address = ""] = /^[a-z-]+\/[a-z0-9-]+\/$/.exec(new URLSearchParams(location.search).get("change")) || []; // of the page to change
  const pageFile = `${address.split("/")[1]}.md`;
  let name = "", original = "", isPage = false, pause = 0;

  const say = (words) => { part("status").textContent = words; };

  /* Moves to a line of the text, so that a problem is seen where it is. */
  function goTo(line) {
    const rows = area.value.split("\n"), start = rows.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start + (rows[line - 1] || "").length); // the row may have gone since the checks
    area.scrollTop = (area.scrollHeight * (line - 1)) / rows.length - area.clientHeight / 3;
  }

  function itemOf({ line, words }) {
    const item = make("li");
    if (line) item.append(make("button", { type: "button", className: "plain-button", textContent: `Line ${line}`, onclick: () => goTo(line) }), " ");
    item.append(words);
    return item;
  }

  function review() {
    const text = area.value, rows = text.split("\n"), before = new Set(isPage ? original.split("\n") : []);
    const { problems: all, later } = check(text, name.replace(/\.\w+$/, ""));
    const problems = all.filter(({ line }) => !before.has(rows[line - 1])); // of a page, in what is new alone
    const difference = differenceOf(original, text);
    const more = problems.length - MOST_SHOWN;
    refill(part("problems"), ...problems.slice(0, MOST_SHOWN).map(itemOf), ...(more > 0 ? [make("li", { textContent: `And ${more} more.` })] : []));
    part("found").textContent = problems.length ? `${counted(problems.length, "thing")} to look at` : "The checks found nothing.";
    part("later").textContent = later.length ? "Some checks do not work in your browser. They are made when the file arrives." : "";
    refill(part("difference"), ...difference.map(([sign, row]) => make(sign === "+" ? "ins" : sign === "-" ? "del" : "span", { textContent: `${sign} ${row}\n` })));
    part("changed").hidden = !difference.length;
    URL.revokeObjectURL(part("save").href);
    Object.assign(part("save"), { download: name, href: URL.createObjectURL(new Blob([text], { type: "text/markdown" })) });
  }

  /* fromPage: whether it is the text of one of our pages, in which only what changes is checked. */
  function open(fileName, text, fromPage) {
    name = fileName;
    isPage = fromPage;
    original = text.replace(/\r\n?/g, "\n");
    area.value = original;
    part("name").textContent = name;
    part("open").hidden = false;
    say("");
    review();
    part("heading").focus();
  }

  async function openPage() {
    try {
      const answer = location.protocol !== "file:" && await fetch(`../../${address}index.md`); // a page on a disk may read no other
      if (!answer.ok) throw new Error(answer.status);
      open(pageFile, await answer.text(), true);
    } catch {
      say(`The text could not be opened here. If you have this website as files, choose the file index.md in the folder ${address}.`);
    }
  }

  async function openFile() {
    const [file] = part("file").files, isOfPage = Boolean(file && address) && file.name === "index.md";
    if (file) open(isOfPage ? pageFile : file.name, await new Response(file).text(), isOfPage);
  }

  part("file").addEventListener("change", openFile);
  area.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(review, PAUSE);
  });
  part("look").hidden = !part("preview").showModal; // an old browser has no dialogs
  part("page").addEventListener("click", (event) => { if (event.target.closest("a")) event.preventDefault(); }); // nobody loses the text by it
  part("look").addEventListener("click", () => {
    part("page").innerHTML = markdown.htmlOf(readFacts(area.value).body);
    part("preview").showModal();
  });
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      say("It is copied. Paste it where you want to send it.");
    } catch {
      say("Your browser did not copy it. Choose the text and copy it by hand.");
    }
  };
  part("copy").addEventListener("click", () => copy(area.value));
  part("copy-difference").addEventListener("click", () => copy(part("difference").textContent));
  openFile(); // one that was chosen before this script arrived
  if (address) openPage();
})();
