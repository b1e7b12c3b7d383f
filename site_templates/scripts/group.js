/* The group mode of a guide: its lines in large type, one at a time, and a quiet timer for a part. Nothing is kept. */
(() => {
  "use strict";

  const { one, all, make, button, fill, panel, waysOut, words } = psychoed;
  const { minutesOf } = psychoed.parts.guide;
  const MINUTE = 60000;

  /* ---------- the steps, read from the page ---------- */

  // Links would lead away from the group, and an id stands once in a page.
  function copyOf(node) {
    const copy = node.cloneNode(true);
    all("[id]", copy).forEach((element) => element.removeAttribute("id"));
    all("a", copy).forEach((link) => link.replaceWith(...link.childNodes));
    return copy;
  }

  const step = (part, kind, label, nodes, isForLeader = false) => ({ part, kind, label, nodes, isForLeader });
  const lineOf = (part, line) =>
    step(part, line.dataset.kind, one(".ps-line-kind", line).textContent, [one("div", line)], line.dataset.kind === "do");

  function playOf(part, play) {
    const label = `${words.role_plays}: ${play.dataset.title}`;
    return ["scene", "parts", "after"].map((name) => step(part, "play", label, [one(`.ps-play-${name}`, play)]));
  }

  // A scene comes after the line that names it.
  const playsAt = (line) => all(".ps-line-play a", line).map((link) => one(link.hash));
  const placed = new Set([].concat(...all(".ps-line").map(playsAt)));
  const linesOf = (part, line) => [lineOf(part, line), ...[].concat(...playsAt(line).map((play) => playOf(part, play)))];

  // What is watched for stands after the check-in; teach-back, and scenes without a place of their own, in the last third.
  function besides(part, isLast) {
    if (part.dataset.part === "check_in") return [step(part, "watch", words.watch_for, all("#watch-for .ps-watch"), true)];
    if (part.dataset.part !== "wrap_up" || !isLast) return [];
    const plays = all(".ps-role-play").filter((play) => !placed.has(play)).map((play) => playOf(part, play));
    return [].concat(...plays, step(part, "ask", words.teach_back, all(".ps-teach-back")));
  }

  const parts = all(".ps-part");
  const stepsOf = (part, place) => [
    step(part, "part", "", []),
    ...[].concat(...all(".ps-line", part).map((line) => linesOf(part, line))),
    ...besides(part, !parts[place + 1] || parts[place + 1].dataset.part !== part.dataset.part),
  ];
  const steps = [].concat(...parts.map(stepsOf));

  let now = steps[0];
  let isLeading = false;
  const shown = () => steps.filter((each) => isLeading || !each.isForLeader);

  /* ---------- the timer: of one part, started when somebody asks ---------- */

  const timer = { part: null, before: 0, since: null, isOver: false };
  const used = () => timer.before + (timer.since === null ? 0 : Date.now() - timer.since);
  const whole = () => minutesOf(timer.part) * MINUTE;

  function startTimer(part) {
    Object.assign(timer, { part, before: 0, since: Date.now(), isOver: false });
  }

  function turnTimer() {
    if (!timer.part) startTimer(now.part);
    else if (timer.since === null) timer.since = Date.now();
    else Object.assign(timer, { before: used(), since: null });
  }

  function timeWords() {
    const part = timer.part.dataset.name;
    const left = whole() - used();
    const over = Math.floor(-left / MINUTE);
    const said = left > MINUTE ? fill(words.group_left, { part, minutes: Math.ceil(left / MINUTE) })
      : left > 0 ? fill(words.group_left_less, { part })
      : over < 1 ? fill(words.group_over, { part })
      : fill(words.group_over_by, { part, minutes: over });
    return timer.since === null ? fill(words.group_paused, { status: said }) : said;
  }

  /* ---------- the dialog ---------- */

  let holder = null;
  const own = {};
  const isOpen = () => holder && holder.dialog.hasAttribute("open");

  function renderTimer() {
    const { part, since } = timer;
    own.turn.textContent = !part ? words.group_start : since === null ? words.group_go_on : words.group_pause;
    own.here.hidden = !part || part === now.part;
    own.bar.hidden = own.time.hidden = !part;
    if (!part) return;
    own.bar.max = whole();
    own.bar.value = Math.min(used(), whole());
    own.time.textContent = timeWords();
    // Said once to a screen reader; for all others the words are enough.
    const isOver = used() >= whole();
    if (isOver && !timer.isOver) own.over.textContent = own.time.textContent;
    if (!isOver) own.over.textContent = "";
    timer.isOver = isOver;
  }

  function headOf({ part }) {
    const minutes = fill(words.minutes, { minutes: minutesOf(part) });
    return [part.dataset.name, minutes, part.dataset.style].join(" · ");
  }

  function bodyOf({ part, kind, label, nodes, isForLeader }) {
    if (kind === "part") return [make("h3", "ps-group-name", part.dataset.name), ...(part.dataset.title ? [make("p", "", part.dataset.title)] : [])];
    const head = make("p", "ps-group-kind", isForLeader ? `${label} · ${words.group_for_leader}` : label);
    return [head, ...nodes.map(copyOf)];
  }

  function render() {
    const list = shown();
    const place = list.indexOf(now);
    own.head.textContent = headOf(now);
    own.place.textContent = fill(words.group_place, { number: place + 1, total: list.length });
    own.step.className = `ps-group-step ps-group-${now.kind}`;
    own.step.textContent = "";
    own.step.append(...bodyOf(now));
    own.step.scrollTop = 0;
    own.back.setAttribute("aria-disabled", String(place === 0));
    own.next.setAttribute("aria-disabled", String(place === list.length - 1));
    own.leader.setAttribute("aria-pressed", String(isLeading));
    own.leaderNote.textContent = isLeading ? words.group_leader_on : words.group_leader_off;
    renderTimer();
  }

  function go(place) {
    const list = shown();
    now = list[Math.max(0, Math.min(place, list.length - 1))];
    render();
  }

  const move = (by) => go(shown().indexOf(now) + by);

  // A clicker sends keys, too: after a press by hand they must not press the same button again.
  function byHand(press) {
    return (event) => {
      press();
      if (event.detail > 0) own.step.focus({ preventScroll: true });
    };
  }

  // Whoever hides the leader's lines goes on from where they were.
  function lead(on) {
    const place = steps.indexOf(now);
    isLeading = on;
    if (!on && now.isForLeader) now = steps.slice(place).find((each) => !each.isForLeader) || shown().pop();
  }

  const KEYS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity };
  function pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isSpace = event.key === " " && !event.target.closest("button, a, summary");
    const by = isSpace ? (event.shiftKey ? -1 : 1) : KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    move(by);
  }

  function jumps() {
    const made = make("details", "ps-group-jump");
    const list = make("div", "ps-group-list");
    const jump = (target, text) => list.append(button(text, () => {
      made.open = false;
      now = target;
      render();
      own.step.focus({ preventScroll: true });
    }));
    steps.forEach((each, place) => {
      const isFirst = !place || steps[place - 1].label !== each.label;
      if (each.kind === "part") jump(each, [each.part.dataset.name, each.part.dataset.title].filter(Boolean).join(": "));
      else if (each.kind === "play" && isFirst) jump(each, each.label);
      else if (each.label === words.teach_back) jump(each, each.label);
    });
    made.append(make("summary", "", words.group_jump), list);
    return made;
  }

  function timerRow() {
    const row = make("div", "ps-group-timer");
    own.bar = make("progress");
    own.bar.setAttribute("aria-label", words.group_bar);
    own.time = make("p", "ps-group-time");
    own.turn = button("", byHand(() => { turnTimer(); renderTimer(); }));
    own.here = button(words.group_start_here, byHand(() => { startTimer(now.part); renderTimer(); }));
    own.over = make("p", "ps-unseen");
    own.over.setAttribute("role", "status");
    row.append(own.bar, own.time, own.turn, own.here, own.over);
    return row;
  }

  function leaderRow() {
    const row = make("div", "ps-group-lead");
    own.leader = button(words.group_leader, byHand(() => { lead(!isLeading); render(); }));
    own.leaderNote = make("p");
    own.leaderNote.id = "ps-group-leader-note";
    own.leader.setAttribute("aria-describedby", own.leaderNote.id);
    row.append(own.leader, own.leaderNote, jumps());
    return row;
  }

  function build() {
    holder = panel("group", words.group_title, words.group_close, gone);
    own.head = make("p", "ps-group-now");
    own.place = make("p", "ps-group-place");
    own.step = make("div");
    own.step.tabIndex = 0;
    own.step.setAttribute("role", "group");
    own.step.setAttribute("aria-live", "polite");
    own.step.setAttribute("aria-label", words.group_title);
    own.back = button(words.group_before, byHand(() => move(-1)));
    own.next = button(words.group_next, byHand(() => move(1)), "ps-group-next");
    const where = make("div", "ps-group-where");
    const moves = make("div", "ps-group-moves");
    where.append(own.head, own.place);
    moves.append(own.back, own.next);
    holder.dialog.append(where, own.step, moves, timerRow(), leaderRow(), waysOut("group"));
    holder.dialog.addEventListener("keydown", pressed);
  }

  /* ---------- open and closed ---------- */

  let beat = 0;
  let lock = null;

  // Where the browser can do it, the screen does not go dark in the middle of a group.
  async function stayAwake() {
    if (!navigator.wakeLock || document.visibilityState !== "visible") return;
    try {
      const asked = await navigator.wakeLock.request("screen");
      if (lock) lock.release();
      lock = asked;
      if (!isOpen()) letSleep();
    } catch (refused) { /* Then it sleeps as it always does. */ }
  }

  function letSleep() {
    if (lock) lock.release();
    lock = null;
  }

  function gone() {
    clearInterval(beat);
    letSleep();
  }

  function open(opener) {
    if (!holder) build();
    if (isOpen()) return;
    // The screen may be turned to the group by now: the leader's lines are asked for each time.
    lead(false);
    render();
    holder.show(opener);
    own.step.focus();
    beat = setInterval(renderTimer, 1000);
    stayAwake();
  }

  document.addEventListener("visibilitychange", () => isOpen() && stayAwake());
  psychoed.atWipe(() => {
    Object.assign(timer, { part: null, before: 0, since: null, isOver: false });
    now = steps[0];
    if (isOpen()) holder.close();
  });
  psychoed.parts.group = { open };
})();
