/* The counselors' page that reads a code: what was done, as the reader says it, or what a plan holds. */
(() => {
  "use strict";

  const { all, one, make, fill, words } = psychoed;
  const { read, inAddress, asTyped, whyNot } = psychoed.parts.codes;
  const page = document.getElementById("readback");
  const field = document.getElementById("code");
  const shown = document.getElementById("shown");
  const { signs, version } = page.dataset;
  const lessons = new Map(all("#lessons li").map((item) => [item.dataset.signs, item]));
  const alarm = make("p", "ps-alarm");
  alarm.setAttribute("role", "alert");
  document.getElementById("typing").append(alarm);

  function verdict({ isRead, isPracticed }) {
    if (isRead && isPracticed) return words.readback_both;
    if (isRead) return words.readback_read_it;
    return isPracticed ? words.readback_practiced : words.readback_neither;
  }

  function row(item, kind) {
    const source = one("a, span", lessons.get(item.module));
    const made = make("li");
    const title = make(source.href ? "a" : "span", "", source.textContent);
    if (source.href) title.href = source.href;
    made.append(title);
    if (kind === "done") made.append(": ", make("strong", "", verdict(item)));
    return made;
  }

  function facts(code, known) {
    const missing = code.items.length - known.length;
    const count = (name) => code.items.filter((item) => item[name]).length;
    return [
      code.kind === "done" ? fill(words.readback_done, { read: count("isRead"), practiced: count("isPracticed"), count: code.items.length }) : "",
      code.version === version ? "" : fill(words.readback_version, { made: code.version, here: version }),
      missing ? fill(missing === 1 ? words.readback_unknown_one : words.readback_unknown, { count: missing }) : "",
    ].filter(Boolean);
  }

  function show(code) {
    const isDone = code.kind === "done";
    const known = code.items.filter(({ module }) => lessons.has(module));
    const heading = make("h2", "", isDone ? words.readback_says : words.readback_plan);
    const list = make("ol", "ps-said-list");
    heading.tabIndex = -1;
    list.append(...known.map((item) => row(item, code.kind)));
    shown.append(heading, make("p", "ps-alarm ps-notice", isDone ? words.readback_note : words.readback_plan_note));
    shown.append(...facts(code, known).map((text) => make("p", "", text)));
    if (known.length) shown.append(list);
    return heading;
  }

  function take(text) {
    const found = read(text, signs);
    shown.textContent = "";
    alarm.textContent = found.kind ? "" : whyNot(found.reason, version);
    return found.kind ? show(found) : field;
  }

  // A code that is typed stays out of the address, and so out of the browser's history.
  const typed = () => take(field.value).focus();

  function follow() {
    const text = inAddress();
    if (!text || document.getElementById(text)) return;
    take(text);
    // What stood there before belongs to another code.
    field.value = asTyped(text);
  }

  document.getElementById("open").addEventListener("click", typed);
  field.addEventListener("keydown", (event) => event.key === "Enter" && typed());
  addEventListener("hashchange", follow);
  document.addEventListener("psychoed:forget", () => {
    shown.textContent = alarm.textContent = "";
  });
  psychoed.atWipe(() => history.replaceState(null, "", location.pathname + location.search));
  follow();
})();
