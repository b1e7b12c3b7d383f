/* The reader's plan: from the code after the # of the address, or typed, to a list of lessons with boxes to tick.
   The code may be from anybody: it is signs that are looked up among the lessons of this page, or it is a sentence.
   Nothing is kept here; the switch loads progress.js, which does it. */
(() => {
  "use strict";

  const { all, one, make, button, fill, grow, load, words } = psychoed;
  const { read, write, inAddress, asTyped, whyNot, place, inLink } = psychoed.parts.codes;
  const { row, isAnyKept } = psychoed.parts.switch;
  const page = document.getElementById("plan");
  const typing = document.getElementById("typing");
  const field = document.getElementById("code");
  const shown = document.getElementById("shown");
  const { signs, version, language } = page.dataset;
  const lessons = new Map(all("#lessons li").map((item) => [item.dataset.signs, item]));
  let plan = null;
  let round = 0;

  const said = make("p", "ps-said");
  said.setAttribute("role", "status");
  const say = (text = "") => (said.textContent = text);
  const alarm = make("p", "ps-alarm");
  alarm.id = "code-alarm";
  alarm.setAttribute("role", "alert");
  field.before(alarm);

  // A code may be longer than a phone is wide: all of it is shown, so that it can be checked against the slip.
  function put(text, wrong = "") {
    field.value = text;
    alarm.textContent = wrong;
    if (wrong) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    grow(field);
  }

  /* ---------- the list ---------- */

  function tick(ticks, module, name, text) {
    const choice = make("div", "ps-choice");
    const box = make("input");
    const label = make("label", "", text);
    box.type = "checkbox";
    box.id = label.htmlFor = `${name}-${module}`;
    box.autocomplete = "off";
    box.dataset.done = name;
    // In a list of all boxes, each says of which lesson it is.
    label.id = `label-${box.id}`;
    box.setAttribute("aria-labelledby", `${label.id} title-${module}`);
    choice.append(box, label);
    ticks.append(choice);
  }

  function entry(module) {
    const lesson = lessons.get(module);
    const item = make("li");
    const source = one("a", lesson);
    const link = make("a", "", source.textContent);
    const ticks = make("div", "ps-ticks");
    item.dataset.signs = module;
    link.href = source.href;
    link.id = `title-${module}`;
    tick(ticks, module, "read", words.plan_read);
    tick(ticks, module, "practiced", words.plan_practiced);
    item.append(link, make("p", "ps-small", fill(words.plan_about, { minutes: lesson.dataset.minutes })), ticks);
    return item;
  }

  const minutesOf = (modules) => modules.reduce((sum, module) => sum + Number(lessons.get(module).dataset.minutes), 0);

  function sums(here, missing) {
    const values = { count: here.length, minutes: minutesOf(here) };
    const found = [];
    if (!here.length) return [words.plan_none];
    found.push(fill(here.length === 1 ? words.plan_sum_one : words.plan_sum, values));
    if (missing) found.push(fill(missing === 1 ? words.plan_missing_one : words.plan_missing, { count: missing }));
    return found;
  }

  function list(notice = "") {
    const modules = plan.items.map(({ module }) => module);
    const here = modules.filter((module) => lessons.has(module));
    const rows = make("ol", "ps-plan-list");
    rows.append(...here.map(entry));
    shown.textContent = "";
    if (notice) shown.append(noticed(notice));
    shown.append(...sums(here, modules.length - here.length).map((text) => make("p", "", text)));
    if (here.length) shown.append(gone, rows, foot());
    else shown.append(other());
    document.dispatchEvent(new Event("psychoed:plan"));
  }

  const noticed = (text) => make("p", "ps-alarm ps-notice", text);

  /* ---------- what can be done with it ---------- */

  const gone = make("p", "ps-small ps-ticks-note", words.plan_gone_note);

  const other = () =>
    button(words.plan_other_code, () => {
      put("");
      typing.hidden = false;
      field.focus();
    }, "ps-second");

  const doing = () => load("qr").then(() => load("done")).then(() => psychoed.parts.done.open(), () => {});

  function foot() {
    const made = make("div", "ps-actions");
    const maker = button(words.done_make, doing);
    const printer = button(words.plan_print, () => psychoed.parts.codes.print(page.dataset.outside), "ps-second");
    maker.id = "done-maker";
    made.append(keepSwitch(), said, maker, printer, other());
    return made;
  }

  const keeping = () => load("kept").then(() => load("progress")).then(() => psychoed.parts.progress);

  const keepSwitch = () => row(words.plan_keep, () => keeping().then((progress) => progress.turn(), () => {}));

  /* ---------- a plan is for one version ---------- */

  // The course's list of versions; null where it cannot be known, as from a folder.
  async function versions() {
    if (location.protocol === "file:") return null;
    const index = new URL(one(".ps-versions").dataset.versions, location.href);
    const late = new Promise((over) => setTimeout(() => over(null), 4000));
    const asked = fetch(index).then((answer) => answer.json()).catch(() => null);
    const found = await Promise.race([asked, late]);
    return Array.isArray(found) ? { root: new URL(".", index), names: found.map((one) => one && one.version) } : null;
  }

  function elsewhere(root, values) {
    const made = make("div", "ps-actions");
    const link = make("a", "ps-button", fill(words.plan_pinned_open, values));
    link.href = `${new URL(`${plan.version}/${language}/plan.html`, root)}#${inLink(plan, signs)}`;
    made.append(link, button(fill(words.plan_pinned_stay, values), () => list(fill(words.plan_pinned, values)), "ps-second"));
    shown.textContent = "";
    shown.append(noticed(fill(words.plan_pinned, values)), made);
  }

  async function showOther() {
    const now = round;
    const values = { made: plan.version, here: version };
    const found = await versions();
    if (now !== round) return;
    if (found && found.names.includes(plan.version)) return elsewhere(found.root, values);
    const why = found ? words.plan_pinned_gone : words.plan_pinned_unknown;
    list(`${fill(words.plan_pinned, values)} ${fill(why, values)}`);
  }

  /* ---------- from a code to the list ---------- */

  function show(code) {
    round += 1;
    plan = code;
    put("");
    typing.hidden = Boolean(code);
    shown.textContent = "";
    say();
    // What is said when the page opens has a place without a plan, too.
    if (!code) return shown.append(said);
    if (code.version === version) return list();
    return showOther();
  }

  function refuse(found, text) {
    show(null);
    put(asTyped(text), found.kind ? words.plan_is_done : whyNot(found.reason, version));
  }

  // Whether the text is a plan.
  function take(text) {
    const found = read(text, signs);
    if (found.kind !== "plan") refuse(found, text);
    // A plan that stands here already keeps its ticks.
    else if (!plan || inLink(plan, signs) !== inLink(found, signs)) show(found);
    else typing.hidden = true;
    return found.kind === "plan";
  }

  function open() {
    const found = read(field.value, signs);
    if (found.kind !== "plan") {
      refuse(found, field.value);
      return field.focus();
    }
    const code = `#${inLink(found, signs)}`;
    if (location.hash === code) take(code.slice(1));
    // The Back button then leads back to where the code was typed.
    else location.hash = code;
    heading.focus();
  }

  const heading = one("h1", page);
  heading.tabIndex = -1;

  function follow() {
    const text = inAddress();
    // A link to a part of this page, as “skip to content”, leaves the plan where it is.
    if (document.getElementById(text)) return;
    if (text) take(text);
    else show(null);
  }

  // What was given to somebody is read without its address too, and nothing of it stays after a wipe.
  psychoed.atWipe(() => {
    history.replaceState(null, "", location.pathname + location.search);
    show(null);
  });

  const ticksOf = (item) => all("input[data-done]", item);
  const isTicked = (item, name) => one(`[data-done=${name}]`, item).checked;
  psychoed.parts.plan = {
    page, say, shown,
    hasPlan: () => Boolean(plan),
    isPlan: (text) => read(text, signs).kind === "plan",
    code: () => write({ kind: "plan", version: plan.version, items: plan.items }, signs),
    take,
    // What is ticked: each module of the plan, in its order; those that are not here are not ticked.
    done: () =>
      plan.items.map(({ module }) => {
        const item = one(`.ps-plan-list [data-signs="${module}"]`, shown);
        return { module, isRead: Boolean(item) && isTicked(item, "read"), isPracticed: Boolean(item) && isTicked(item, "practiced") };
      }),
    set: (marks) => all(".ps-plan-list > li", shown).forEach((item) =>
      ticksOf(item).forEach((box) => (box.checked = (marks.get(item.dataset.signs) || []).includes(box.dataset.done)))),
    titleOf: (module) => one("a", lessons.get(module)).textContent,
    canShow: (module) => lessons.has(module),
    place: (near, published) => place(near, published, version),
  };

  document.getElementById("open").addEventListener("click", open);
  field.addEventListener("input", () => grow(field));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    open();
  });
  addEventListener("hashchange", follow);
  follow();
  if (isAnyKept("plan:")) keeping().then((progress) => progress.start(), () => {});
})();
