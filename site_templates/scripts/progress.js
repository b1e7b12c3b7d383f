/* Keeping a plan and its ticks on this device, for readers who asked for it. One entry of kept.js, under the place `plan`:
   the plan's code, and for each module what was ticked; so a tick stays when the next plan names the module again. */
(() => {
  "use strict";

  const { one, fill, words } = psychoed;
  const { FRONT, day, read, good, write, remove, sweep, attempt, daysOf, named, panelOf } = psychoed.parts.kept;
  const plan = psychoed.parts.plan;
  const KEY = `${FRONT}plan:1`;
  const CODE = "plan";
  let days = 7;
  let isOn = false;

  /* ---------- the entry ---------- */

  const marksOf = ({ isRead, isPracticed }) => [...(isRead ? ["read"] : []), ...(isPracticed ? ["practiced"] : [])];

  // What is ticked for modules of other plans stays as it is.
  function entryNow(before) {
    const answers = new Map(before ? before.answers : []);
    answers.set(CODE, plan.code());
    plan.done().filter(({ module }) => plan.canShow(module)).forEach((item) => answers.set(item.module, marksOf(item).join(" ")));
    return { saved: day(), until: day(days), answers, rest: new Map() };
  }

  const attempted = (entry) => attempt(() => write(KEY, entry), words.plan_keep_blocked, words.plan_keep_full);

  function save() {
    if (!isOn || !plan.hasPlan()) return;
    const before = good(KEY);
    if (!before) return stop(words.plan_keep_elsewhere);
    plan.say(attempted(entryNow(before)));
    render();
  }

  const marksIn = (entry) => new Map([...entry.answers].filter(([module]) => module !== CODE).map(([module, text]) => [module, text.split(" ")]));

  // Shows what is kept; with it comes the plan itself where the address names none.
  function restore() {
    const entry = good(KEY);
    if (!entry) return false;
    const code = entry.answers.get(CODE);
    const isWanted = !plan.hasPlan() && code !== undefined;
    if (isWanted && !plan.isPlan(code)) {
      plan.say(words.plan_keep_unreadable);
      return false;
    }
    days = daysOf(entry);
    isOn = true;
    if (isWanted && plan.take(code)) plan.say(words.plan_kept_here);
    plan.set(marksIn(entry));
    render();
    return true;
  }

  function stop(why = "") {
    isOn = false;
    render();
    plan.say(why);
  }

  function turnOn() {
    const refused = attempted(entryNow(good(KEY)));
    if (refused) return plan.say(refused);
    isOn = true;
    isAsking = false;
    render();
    box().focus();
    return plan.say(words.plan_keep_started);
  }

  /* ---------- what the reader sees ---------- */

  const box = () => document.getElementById("ps-keep");
  let isAsking = false;

  function last(count) {
    days = count;
    save();
    render();
  }

  function no() {
    isAsking = false;
    render();
    box().focus();
  }

  const { panel, told, until, choice, consent } = panelOf({
    name: words.plan_keep, where: words.plan_keep_where, ios: words.plan_keep_ios, folder: words.plan_keep_folder,
    long: words.plan_keep_long, yes: words.plan_keep_yes, no: words.plan_keep_no,
  }, { last, yes: turnOn, no });

  function render() {
    const switched = box();
    if (!switched) return panel.remove();
    const entry = isOn && good(KEY);
    switched.checked = isOn;
    one(".ps-ticks-note", plan.shown).textContent = isOn ? words.plan_kept_note : words.plan_gone_note;
    choice.value = days;
    panel.hidden = !isOn && !isAsking;
    told.hidden = consent.hidden = isOn;
    until.hidden = !entry;
    until.textContent = entry
      ? fill(words.plan_keep_until, { day: named(entry.until), clear: words.wipe, leave: one(".ps-leave").textContent.trim() })
      : "";
    if (panel.previousElementSibling !== switched.closest(".ps-keep")) switched.closest(".ps-keep").after(panel);
  }

  function turn() {
    plan.say();
    if (isOn) {
      remove(KEY);
      return stop(words.plan_keep_off);
    }
    isAsking = !isAsking;
    render();
    if (isAsking) panel.focus();
  }

  function start() {
    sweep();
    const found = read(KEY);
    if (found && !found.answers) plan.say(words.plan_keep_unreadable);
    else restore();
  }

  // Another window ticked, or cleared what was kept.
  function check() {
    if (!isOn) return;
    if (restore()) return;
    plan.set(new Map());
    stop(words.plan_keep_elsewhere);
  }

  plan.shown.addEventListener("change", (event) => event.target.dataset.done && save());
  document.addEventListener("psychoed:plan", () => {
    if (!isOn || !restore()) return render();
    return good(KEY).answers.get(CODE) === plan.code() ? undefined : save();
  });
  addEventListener("pageshow", (event) => event.persisted && (restore() || check()));
  addEventListener("storage", (event) => (event.key === KEY || event.key === null) && check());
  document.addEventListener("visibilitychange", () => !document.hidden && check());
  psychoed.atWipe(() => {
    isOn = isAsking = false;
    panel.remove();
  });
  psychoed.parts.progress = { turn, start };
})();
