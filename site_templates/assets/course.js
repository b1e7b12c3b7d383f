/* The course's own script: real buttons in the header, the quiz, worksheets, the versions. It keeps nothing anywhere. */
(() => {
  "use strict";

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const html = document.documentElement;

  function make(tag, className = "", words = "") {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (words) element.textContent = words;
    return element;
  }

  function button(words, press, className = "") {
    const made = make("button", className, words);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }

  /* ---------- header and menu ---------- */

  // A <label> opens the menu without script, but no key reaches it: put a button in its place.
  function realButton(label) {
    const made = button("", () => document.getElementById(label.htmlFor).click(), label.className);
    made.append(...label.childNodes);
    if (label.title) made.title = label.title;
    label.replaceWith(made);
    return made;
  }

  function menu() {
    const toggle = document.getElementById("__drawer");
    const opener = realButton(one(".ps-menu"));
    const closer = realButton(one(".ps-nav-close"));
    const behind = [one(".ps-header"), one(".md-content"), one(".md-sidebar--secondary"), one(".ps-footer")];
    const wide = matchMedia("(min-width: 76.25em)");
    opener.setAttribute("aria-controls", "ps-menu");
    const close = () => toggle.checked && toggle.click();
    const show = () => {
      opener.setAttribute("aria-expanded", String(toggle.checked));
      behind.forEach((part) => part && (part.inert = toggle.checked));
      (toggle.checked ? closer : opener).focus();
    };
    opener.setAttribute("aria-expanded", "false");
    toggle.addEventListener("change", show);
    document.addEventListener("keydown", (event) => event.key === "Escape" && close());
    wide.addEventListener("change", close);
  }

  // Material shows the button that stands after the chosen radio; pressing it chooses the next radio.
  function colours() {
    const radios = all("[name=__palette]");
    radios.forEach((radio, place) => {
      const here = radio.nextElementSibling;
      const next = radios[(place + 1) % radios.length];
      here.addEventListener("keydown", (event) => event.stopPropagation());
      here.addEventListener("click", () => {
        next.click();
        next.nextElementSibling.focus();
      });
    });
  }

  // Material shows the whole text of a section it found: keep what stands around the words that were searched for.
  function shorten(text) {
    const { data, previousSibling: before, nextSibling: after } = text;
    const isAfter = before && before.nodeName === "MARK";
    const start = isAfter ? data.slice(0, 80) : "";
    const end = after ? data.slice(-80) : "";
    if (data.length > 200) text.data = start || end ? `${start} … ${end}` : `${data.slice(0, 160)} …`;
  }

  function search(list) {
    const texts = () => all("article", list).flatMap((found) => [...found.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE));
    new MutationObserver(() => texts().forEach(shorten)).observe(list, { childList: true });
  }

  /* ---------- quiz ---------- */

  const MARKS = { yes: "✓", no: "↻", depends: "±", missed: "+", thought: "♥" };

  function quiz(section) {
    const words = JSON.parse(section.dataset.words);
    const summary = one(".ps-summary", section);
    const questions = all(".ps-question", section);
    const seen = new Set();
    const looked = (question) => {
      seen.add(question);
      summary.textContent = words.summary.replace("{done}", seen.size).replace("{total}", questions.length);
    };
    questions.forEach((question) => ask(question, words, () => looked(question)));
  }

  function ask(question, words, looked) {
    const judge = JUDGES[question.dataset.kind];
    const said = make("p", "ps-said");
    said.setAttribute("role", "status");
    const row = make("div", "ps-check");
    const check = button(judge === reflection ? words.show_thought : words.check, () => {
      wipe(question);
      const found = judge(question, words);
      tell(said, found);
      again.hidden = !found.notes.length;
      if (found.notes.length) looked();
    });
    const again = button(words.again, () => {
      wipe(question);
      forget(question);
      said.textContent = "";
      again.hidden = true;
      one("input, select, textarea", question).focus();
    }, "ps-second");
    again.hidden = true;
    row.append(check, again, said);
    question.insertBefore(row, one(".ps-answers", question));
    // The words under the button speak of the answer that was checked, not of a new one.
    question.addEventListener("change", () => (said.textContent = ""));
    all(".ps-match", question).forEach(echo);
  }

  // A narrow list cuts long words off: show the chosen ones in full below it.
  function echo(row) {
    const list = one("select", row);
    const picked = make("p", "ps-picked");
    picked.setAttribute("aria-hidden", "true");
    list.after(picked);
    list.addEventListener("change", () => {
      const words = list.value && list.selectedOptions[0].textContent;
      picked.textContent = words.length > 18 ? words : "";
    });
  }

  // What is shown beside the answers is also said once by a screen reader, out of sight.
  function tell(said, found) {
    said.textContent = found.overall;
    found.notes.forEach((note) => said.append(make("span", "ps-unseen", " " + note.lastChild.textContent)));
  }

  function wipe(question) {
    all(".ps-note", question).forEach((note) => note.remove());
    all("[aria-describedby]", question).forEach((field) => field.removeAttribute("aria-describedby"));
  }

  function note(beside, place, verdict, instead) {
    const question = beside.closest(".ps-question");
    const answer = one(`.ps-answers [data-for="${place}"]`, question);
    const made = make("div", "ps-note");
    made.dataset.verdict = verdict || answer.dataset.verdict;
    const mark = make("span", "ps-mark", MARKS[made.dataset.verdict]);
    mark.setAttribute("aria-hidden", "true");
    const text = make("div");
    text.append(...one(".ps-fb", answer).cloneNode(true).childNodes);
    if (instead) swapVerdict(text, instead);
    made.append(mark, text);
    made.id = `${question.id}-note-${place}`;
    beside.append(made);
    const field = one("input, select", beside);
    if (field) field.setAttribute("aria-describedby", made.id);
    return made;
  }

  function swapVerdict(text, words) {
    const verdict = one(".ps-verdict", text);
    if (verdict) verdict.textContent = words.replace(/\.?$/, ".");
    else text.prepend(make("span", "ps-verdict", words.replace(/\.?$/, ".") + " "));
  }

  const verdictOf = (choice) => one(`.ps-answers [data-for="${choice.dataset.place}"]`, choice.closest(".ps-question")).dataset.verdict;
  const isChosen = (choice) => one("input", choice).checked;
  const nothing = (words) => ({ overall: words.nothing_chosen, notes: [] });

  function overall(right, wrong, left, words) {
    if (right && !wrong && !left) return words.all_fit;
    return right ? words.some_fit : words.none_fit;
  }

  function options(question, words) {
    const choices = all(".ps-choice", question);
    const chosen = choices.filter(isChosen);
    if (!chosen.length) return nothing(words);
    const right = chosen.filter((choice) => verdictOf(choice) === "yes");
    const single = one("input", choices[0]).type === "radio";
    const missed = single ? [] : choices.filter((choice) => !isChosen(choice) && verdictOf(choice) === "yes");
    const notes = choices
      .filter((choice) => isChosen(choice) || missed.includes(choice))
      .map((choice) => (isChosen(choice) ? note(choice, choice.dataset.place) : note(choice, choice.dataset.place, "missed", words.missed)));
    return { overall: overall(right.length, chosen.length - right.length, missed.length, words), notes };
  }

  function ideas(question, words) {
    const chosen = all(".ps-choice", question).filter(isChosen);
    if (!chosen.length) return nothing(words);
    return { overall: words.ideas_done, notes: chosen.map((choice) => note(choice, choice.dataset.place)) };
  }

  function rows(question, words) {
    const every = all(".ps-match", question);
    const chosen = every.filter((row) => one("select", row).value);
    if (!chosen.length) return nothing(words);
    const fits = (row) => one("select", row).value === row.dataset.right;
    const right = chosen.filter(fits).length;
    const notes = chosen.map((row) => note(row, row.dataset.place, fits(row) ? "yes" : "no", fits(row) ? words.fits : words.fits_not));
    return { overall: overall(right, chosen.length - right, every.length - chosen.length, words), notes };
  }

  function reflection(question, words) {
    const place = one(".ps-thought", question) || make("div", "ps-thought");
    one("textarea", question).after(place);
    return { overall: words.reflection_done, notes: [note(place, 0, "thought")] };
  }

  const JUDGES = {
    one_answer: options, true_false: options, several_answers: options, could_help: ideas,
    matching: rows, ordering: rows, reflection,
  };

  /* ---------- worksheets ---------- */

  function forget(within) {
    all("textarea, input:not([type=radio], [type=checkbox])", within).forEach((field) => {
      field.value = field.defaultValue;
      grow(field);
    });
    all("input[type=radio], input[type=checkbox]", within).forEach((field) => (field.checked = false));
    all("select", within).forEach((field) => (field.selectedIndex = 0));
    all(".ps-picked", within).forEach((words) => (words.textContent = ""));
  }

  function actions(place) {
    const words = place.dataset;
    const status = make("p");
    status.setAttribute("role", "status");
    const asking = make("div", "ps-asking");
    asking.setAttribute("role", "group");
    asking.setAttribute("aria-label", words.ask);
    const back = (said) => {
      asking.hidden = true;
      status.textContent = said;
      clear.focus();
    };
    const yes = button(words.yes, () => {
      forget(document.getElementById("fields"));
      back(words.cleared);
    });
    asking.append(make("p", "", words.ask), yes, button(words.no, () => back(""), "ps-second"));
    asking.hidden = true;
    const clear = button(words.clear, () => {
      status.textContent = "";
      asking.hidden = false;
      yes.focus();
    }, "ps-second");
    place.append(button(words.print, () => window.print()), clear, asking, status);
  }

  // Browsers that know `field-sizing` let a text box grow by themselves.
  const growsItself = window.CSS && CSS.supports("field-sizing", "content");
  function grow(field) {
    if (growsItself || field.tagName !== "TEXTAREA") return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 4}px`;
  }

  /* ---------- versions ---------- */

  function versions(place) {
    if (location.protocol === "file:") return;
    const name = one(".ps-version", place);
    const list = make("ul");
    list.hidden = true;
    list.id = "ps-versions";
    const opener = button(name.textContent, async () => {
      if (!list.children.length) await fill(list, place);
      list.hidden = !list.hidden;
      opener.setAttribute("aria-expanded", String(!list.hidden));
    });
    opener.setAttribute("aria-expanded", "false");
    opener.setAttribute("aria-controls", list.id);
    name.replaceWith(opener);
    place.append(list);
  }

  async function fill(list, place) {
    const index = new URL(place.dataset.versions, location.href);
    const found = await fetch(index).then((answer) => answer.json()).catch(() => [{ version: place.dataset.version, aliases: [] }]);
    const root = new URL(".", index);
    const page = location.pathname.slice(root.pathname.length).split("/").slice(1).join("/");
    list.append(...found.map((version) => entry(version, place.dataset, root, page)));
  }

  function entry(version, words, root, page) {
    const item = make("li");
    const isLatest = (version.aliases || []).length > 0;
    const link = make("a", "", version.title + (isLatest ? ` (${words.latest})` : ""));
    link.href = new URL(`${version.version}/${page}`, root);
    if (version.version === words.version) link.setAttribute("aria-current", "true");
    else link.addEventListener("click", (event) => goOrHome(event, link.href, new URL(`${version.version}/${page.split("/")[0]}/index.html`, root)));
    item.append(link);
    return item;
  }

  // The page may not be there in the other version: then its home.
  async function goOrHome(event, page, home) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const there = await fetch(page, { method: "HEAD" }).then((answer) => answer.ok).catch(() => false);
    location.assign(there ? page : home);
  }

  /* ---------- start ---------- */

  html.classList.toggle("ps-from-folder", location.protocol === "file:");
  if (one(".ps-menu")) menu();
  all(".ps-find").forEach(realButton);
  colours();
  all(".md-search-result__list").forEach(search);
  all("#quiz[data-words]").forEach(quiz);
  all("[data-actions]").forEach(actions);
  all(".ps-versions").forEach(versions);
  if (!growsItself) document.addEventListener("input", (event) => grow(event.target));

  // The Back button would bring typed words back from the page cache: forget them on leaving and on coming back.
  const leave = (event) => {
    if (!event.persisted) return;
    all(".ps").forEach(forget);
    all(".ps-question").forEach((question) => {
      wipe(question);
      one(".ps-said", question).textContent = "";
    });
  };
  addEventListener("pagehide", leave);
  addEventListener("pageshow", leave);
})();
