/* Keeping answers on this device, for readers who asked for it: what is on the page goes into an entry and comes back.
   The entry is there exactly while keeping is on. A ticked box is kept as the words beside it. */
(() => {
  "use strict";

  const { grow, all, one, make, button, fill, load, forget, words } = psychoed;
  const { actions, fields, ask, say } = psychoed.parts.worksheet;
  const { FRONT, day, read, good, write, remove, keys, sweep, attempt, daysOf, named, panelOf } = psychoed.parts.kept;
  const sheet = JSON.parse(actions.dataset.keep);
  const OWN = `${FRONT}${sheet.place}:${sheet.revision}`;

  const box = document.getElementById("ps-keep");
  const slots = new Map(all("textarea, input, select", fields).map((field) => [field.id.slice(sheet.stem.length), field]));
  // Words that are newer than what is kept.
  const typed = new Map();
  let rest = new Map();
  let days = 7;
  let isOn = false;
  let wasOn = false;
  let timer = 0;


  /* ---------- fields ---------- */

  const isTick = (field) => /radio|checkbox/.test(field.type);
  const labelOf = (field) => (field.labels[0] ? field.labels[0].textContent.trim() : field.getAttribute("aria-label")) || "✓";
  const asItCame = (field) => (field.tagName === "SELECT" ? "" : field.defaultValue);

  // undefined: as the page came.
  function wordsIn(field) {
    if (isTick(field)) return field.checked ? labelOf(field) : undefined;
    return field.value === asItCame(field) ? undefined : field.value;
  }

  function canHold(field, text) {
    if (field.tagName === "SELECT") return [...field.options].some((option) => option.value && option.value === text);
    if (field.type === "number") return /^-?\d+(\.\d+)?$/.test(text);
    return isTick(field) || field.tagName === "TEXTAREA" || !text.includes("\n");
  }

  function put(field, text) {
    if (isTick(field)) field.checked = text !== undefined;
    else field.value = text === undefined ? asItCame(field) : text;
    grow(field);
  }

  function nowCalled(id) {
    if (slots.has(id)) return id;
    const olds = Object.keys(sheet.renamed).sort((one, other) => other.length - one.length);
    const old = olds.find((name) => id === name || id.startsWith(`${name}-`));
    return old ? sheet.renamed[old] + id.slice(old.length) : id;
  }

  // Where an entry's words stand on this sheet, and those with no place. In a first showing words typed already come
  // first, and the ones they cover have no place.
  function placed(entry, isFirst = false) {
    const answers = new Map();
    const left = new Map();
    [...entry.answers, ...entry.rest].forEach(([id, text]) => {
      const now = nowCalled(id);
      const field = slots.get(now);
      const hasPlace = field && canHold(field, text) && !answers.has(now) && !(isFirst && typed.has(now));
      (hasPlace ? answers : left).set(hasPlace ? now : id, text);
    });
    return { answers, rest: left };
  }

  // Words typed since the last save stay as they are.
  function show(entry, isFirst) {
    const found = placed(entry, isFirst);
    slots.forEach((field, id) => {
      const text = found.answers.get(id);
      const isShown = isTick(field) ? field.checked === (text !== undefined) : wordsIn(field) === text;
      if (!typed.has(id) && !isShown) put(field, text);
    });
    ({ rest } = found);
    showRest();
  }

  const written = () => new Map([...slots].map(([id, field]) => [id, wordsIn(field)]).filter(([, text]) => text !== undefined));

  function showRest() {
    const shown = one(".ps-older");
    if (shown) shown.remove();
    if (!rest.size) return;
    const made = make("section", "ps-older");
    const list = make("ul");
    list.append(...[...rest.values()].map((text) => make("li", "", text)));
    made.append(make("h2", "", words.keep_rest), make("p", "ps-small", words.keep_rest_note), list);
    fields.after(made);
  }

  /* ---------- keeping ---------- */

  const pageNow = () => ({ saved: day(), until: day(days), answers: written(), rest });

  // Returns whether the browser wrote it; if it did not, the reader is told.
  function keep(entry) {
    const refused = attempt(() => write(OWN, entry));
    alarm.textContent = refused;
    if (!refused) typed.clear();
    return !refused;
  }

  // What another window kept since comes in; where nothing is kept any more, nothing is kept again.
  function save() {
    clearTimeout(timer);
    if (!isOn || !typed.size) return;
    const entry = good(OWN);
    if (!entry) return stop(words.keep_gone);
    const found = placed(entry);
    typed.forEach((text, id) => (text === undefined ? found.answers.delete(id) : found.answers.set(id, text)));
    keep({ saved: day(), until: day(days), ...found });
    render();
  }

  function note(event) {
    const { target } = event;
    slots.forEach((field, id) => {
      if (field === target || (target.type === "radio" && field.name === target.name)) typed.set(id, wordsIn(field));
    });
    clearTimeout(timer);
    if (isOn) timer = setTimeout(save, 400);
  }

  function stop(why = "") {
    clearTimeout(timer);
    typed.clear();
    isOn = false;
    render();
    say(why);
  }

  // Another window cleared what was kept: its words must not stay on this page either.
  function vanish() {
    stop();
    forget(fields);
    say(words.keep_elsewhere);
  }

  function drop() {
    wasOn = false;
    keys(sheet.place).forEach(remove);
    stop();
  }

  function check() {
    if (isOn) {
      sweep();
      const entry = good(OWN);
      if (!entry) return read(OWN) ? stop(words.keep_unreadable) : vanish();
      show(entry);
    }
    render();
  }

  function turnOn() {
    if (!restore() && !keep(pageNow())) return "";
    isOn = wasOn = true;
    render();
    return words.keep_started;
  }

  const newest = () =>
    keys(sheet.place).map((key) => [key, good(key)]).filter(([, entry]) => entry)
      .sort(([key, entry], [other, another]) => another.saved.localeCompare(entry.saved) || revisionOf(other) - revisionOf(key))[0];
  const revisionOf = (key) => Number(key.split(":").pop());

  // An older sheet's answers move to this one; their old place goes only when the new one is written.
  function restore() {
    const [key, entry] = good(OWN) ? [OWN, good(OWN)] : newest() || [];
    if (!entry) return false;
    written().forEach((text, id) => typed.set(id, text));
    const isSame = key === OWN && !typed.size;
    show(entry, true);
    days = daysOf(entry);
    if (!isSame && !keep({ ...entry, answers: written(), rest })) return false;
    if (key !== OWN) remove(key);
    isOn = wasOn = true;
    render();
    return true;
  }

  /* ---------- what the reader sees ---------- */

  const alarm = make("p", "ps-alarm");
  alarm.setAttribute("role", "alert");
  const kept = one(".ps-kept");
  const nothingKept = kept && kept.textContent;

  function last(count) {
    days = count;
    save();
    const entry = isOn && good(OWN);
    if (entry) keep({ ...entry, until: day(days) });
    render();
  }

  function yes() {
    const started = turnOn();
    if (started) box.focus();
    say(started);
  }

  function no() {
    turn();
    box.focus();
  }

  const { panel, told, until, choice, consent } = panelOf({
    name: words.keep_switch, where: words.keep_where, ios: words.keep_ios, folder: words.keep_folder, long: words.keep_long,
    yes: words.keep_yes, no: words.keep_no,
  }, { last, yes, no });

  const finder = Object.assign(make("input"), { type: "file", accept: ".json,application/json", hidden: true });
  const copies = (use) => load("copies").then(() => use(psychoed.parts.copies), () => say(words.keep_missing));
  finder.addEventListener("change", () => {
    const [file] = finder.files;
    finder.value = "";
    if (file) copies((part) => part.take(file, taker));
  });
  const giver = button(words.keep_give, () => copies((part) => part.give()), "ps-second");
  const taker = button(words.keep_take, () => finder.click(), "ps-second");
  const files = make("div", "ps-keep-row");
  files.append(giver, taker, finder);

  panel.append(make("p", "ps-small", words.keep_limits), files);
  box.closest(".ps-keep").after(panel, alarm);

  let isAsking = false;
  function render() {
    if (isOn) isAsking = false;
    const entry = isOn && good(OWN);
    const values = { day: entry ? named(entry.until) : "" };
    box.checked = isOn;
    choice.value = days;
    panel.hidden = !isOn && !isAsking;
    told.hidden = consent.hidden = isOn;
    until.hidden = !isOn;
    until.textContent = fill(words.keep_until, values);
    if (kept) kept.textContent = isOn ? fill(words.keep_on, values) : nothingKept;
  }

  function turn() {
    const found = read(OWN);
    if (found && found.later) return say(words.keep_later);
    if (isOn) return ask(box, words.keep_off_ask, [[words.keep_off_yes, () => (drop(), words.keep_off_done)], [words.keep_off_no, () => ""]]);
    isAsking = !isAsking;
    say();
    render();
    if (isAsking) panel.focus();
  }

  /* ---------- start ---------- */

  fields.addEventListener("input", note);
  fields.addEventListener("change", note);
  document.addEventListener("psychoed:forget", (event) => {
    if (!event.target.contains(fields)) return;
    // The frame forgets on leaving, before this part hears of it.
    save();
    typed.clear();
    rest = new Map();
    showRest();
  });
  addEventListener("pagehide", save);
  addEventListener("pageshow", (event) => event.persisted && check());
  document.addEventListener("visibilitychange", () => (document.hidden ? save() : check()));
  addEventListener("storage", (event) => {
    if (event.key !== null && event.key !== OWN) return;
    if (event.newValue) check();
    else if (wasOn) vanish();
  });
  psychoed.atWipe(() => stop());
  psychoed.parts.keep = {
    isOn: () => isOn, days: () => days, turn, drop, save, restore, show, own: OWN, sheet, alarm,
    onPage: () => ({ answers: written(), rest }),
  };
  sweep();
  const found = read(OWN);
  if (found && !found.answers) say(found.later ? words.keep_later : words.keep_unreadable);
  else restore();
  render();
})();
