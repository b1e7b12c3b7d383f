/* What is kept on this device: reading, writing and clearing away the entries in localStorage.
   An entry stands for a worksheet at one revision: {v, saved, until, answers, rest}, two days and words by field. `rest`
   are words whose field is no longer on the sheet. What is read may be from anybody: it is words or it is left aside. */
(() => {
  "use strict";

  const { make, button, words } = psychoed;
  const FRONT = `${psychoed.prefix}a:`;
  const MOST = 2e5;

  /* ---------- days ---------- */

  function day(ahead = 0) {
    const date = new Date();
    date.setDate(date.getDate() + ahead);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  const between = (first, last) => Math.round((new Date(last) - new Date(first)) / 864e5);

  /* ---------- the store: what stands in it may be from anybody ---------- */

  const isDay = (found) => typeof found === "string" && /^\d{4}-\d\d-\d\d$/.test(found) && !isNaN(new Date(found));
  const isWords = (found) =>
    !!found && typeof found === "object" && !Array.isArray(found) && Object.values(found).every((text) => typeof text === "string");
  const isEntry = (found) => isDay(found.saved) && isWords(found.answers) && isWords(found.rest);
  const lines = (text) => text.replace(/\r\n?/g, "\n");
  const mapOf = (found) => new Map(Object.entries(found).map(([id, text]) => [id, lines(text)]));

  // null: nothing there; {later}: kept by a newer version of the pages; {broken}: not to be read.
  function read(key) {
    try {
      const raw = localStorage.getItem(key);
      if (raw === null) return null;
      const found = raw.length > MOST ? {} : JSON.parse(raw);
      if (found.v > 1) return { later: true };
      if (found.v !== 1 || !isEntry(found) || !isDay(found.until)) return { broken: true };
      return { saved: found.saved, until: found.until, answers: mapOf(found.answers), rest: mapOf(found.rest) };
    } catch (refused) {
      return refused instanceof SyntaxError || refused instanceof TypeError ? { broken: true } : null;
    }
  }

  const good = (key) => {
    const found = read(key);
    return found && found.answers ? found : null;
  };

  function write(key, { saved, until, answers, rest }) {
    const text = JSON.stringify({ v: 1, saved, until, answers: Object.fromEntries(answers), rest: Object.fromEntries(rest) });
    // What would not be read again is not written.
    if (text.length > MOST) throw new DOMException("", "QuotaExceededError");
    localStorage.setItem(key, text);
  }

  function remove(key) {
    try {
      localStorage.removeItem(key);
    } catch (refused) { /* What cannot be reached was not kept. */ }
  }

  function keys(place = "") {
    const front = place ? `${FRONT}${place}:` : FRONT;
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(front) && /^[\w:-]+:\d+$/.test(key.slice(FRONT.length)));
    } catch (refused) {
      return [];
    }
  }

  // Days are counted by the device's clock: one that was far ahead must not keep answers for years.
  function sweep() {
    keys().forEach((key) => {
      const entry = good(key);
      if (entry && entry.until < day()) remove(key);
      else if (entry && entry.until > day(31)) attempt(() => write(key, { ...entry, until: day(30) }));
    });
  }

  // Returns what to say if the browser would not write.
  function attempt(writing, blocked = words.keep_blocked, full = words.keep_full) {
    try {
      writing();
      return "";
    } catch (refused) {
      return /quota/i.test(refused.name) ? full : blocked;
    }
  }

  /* ---------- the panel under a switch ---------- */

  const DAYS = [[1, words.keep_days_1], [7, words.keep_days_7], [30, words.keep_days_30]];
  // For how long an entry is kept, as one of the choices.
  const daysOf = ({ saved, until }) => (DAYS.find(([count]) => count >= between(saved, until)) || [30])[0];
  // Noon, so that no time zone moves the day.
  const named = (date) =>
    new Date(`${date}T12:00`).toLocaleDateString(document.documentElement.lang, { weekday: "long", month: "long", day: "numeric" });

  // What keeping means, for how long, and yes or no: `said` are its words, `does` what a choice and the two buttons do.
  function panelOf(said, does) {
    const panel = make("div", "ps-keep-panel");
    const told = make("div");
    const until = make("p");
    const choice = make("select");
    const long = make("label", "ps-keep-long", said.long);
    const consent = make("div", "ps-keep-row");
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", said.name);
    panel.tabIndex = -1;
    told.append(make("p", "", said.where), make("p", "", said.ios));
    if (location.protocol === "file:") told.append(make("p", "", said.folder));
    choice.append(...DAYS.map(([count, name]) => Object.assign(make("option", "", name), { value: count })));
    choice.autocomplete = "off";
    choice.addEventListener("change", () => does.last(Number(choice.value)));
    long.append(choice);
    consent.append(button(said.yes, does.yes), button(said.no, does.no, "ps-second"));
    panel.append(told, until, long, consent);
    return { panel, told, until, choice, consent };
  }

  psychoed.parts.kept = { FRONT, day, isDay, isEntry, mapOf, read, good, write, remove, keys, sweep, attempt, daysOf, named, panelOf };
})();
