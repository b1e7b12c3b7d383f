/* Real dates for a program's weeks, and its calendar file. The page holds the file for one first day; all dates are
   moved from there by whole days. Nothing is kept or sent. */
(() => {
  "use strict";

  const { one, all, make, button, fill, words } = psychoed;
  const place = one("#start");
  if (!place) return;
  const DAY = 864e5;
  const YEARS = [2001, 2099];
  const field = one("#first-day");
  const said = one("#start-said");
  const note = one("[data-calendar]", place);
  const base = dayOf(place.dataset.base);

  /* ---------- days: whole numbers, counted from 1970 ---------- */

  // A month or a day that is not in the calendar gives NaN: JavaScript would read 30 February as 2 March.
  function dayOf(text) {
    const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) || []).map(Number);
    const found = new Date(Date.UTC(year, month - 1, day));
    return found.getUTCMonth() === month - 1 && found.getUTCDate() === day ? found.getTime() / DAY : NaN;
  }

  const dateOf = (day) => new Date(day * DAY);
  const iso = (day) => dateOf(day).toISOString().slice(0, 10);
  const shown = (day, how) => dateOf(day).toLocaleDateString(document.documentElement.lang, { timeZone: "UTC", ...how });
  const SHORT = { month: "short", day: "numeric" };
  const LONG = { weekday: "long", year: "numeric", month: "long", day: "numeric" };

  /* ---------- the calendar file ---------- */

  const DATED = /^(UID:[^\n]*-|DTSTAMP:|DTSTART(?:;VALUE=DATE)?:|DTEND(?:;VALUE=DATE)?:)(\d{4})(\d\d)(\d\d)/gm;

  function calendar(start) {
    const moved = (whole, before, ...date) => before + iso(dayOf(date.slice(0, 3).join("-")) + start - base).replace(/-/g, "");
    const text = one("#calendar").content.textContent.replace(DATED, moved);
    return new Blob([text.replace(/\n/g, "\r\n")], { type: "text/calendar" });
  }

  let address = "";
  const link = make("a", "ps-button", words.programs_calendar);
  link.download = words.programs_calendar_name;
  link.hidden = true;

  function offer(start) {
    if (address) URL.revokeObjectURL(address);
    address = start === null ? "" : URL.createObjectURL(calendar(start));
    if (address) link.href = address;
    else link.removeAttribute("href");
    link.hidden = note.hidden = !address;
  }

  /* ---------- the page ---------- */

  function show(start) {
    const on = (offset, how) => (start === null ? "" : shown(start + Number(offset), how));
    all("[data-day]").forEach((element) => (element.textContent = on(element.dataset.day, SHORT)));
    all("[data-from]").forEach((element) => {
      const days = [element.dataset.from, element.dataset.to].map((offset) => on(offset, SHORT));
      element.textContent = [...new Set(days)].filter(Boolean).join(" – ");
    });
    offer(start);
  }

  function say(sentence, choices = []) {
    const row = make("div", "ps-start-choices");
    row.append(...choices.map((day) => button(shown(day, LONG), () => choose(day))));
    said.replaceChildren(...(sentence ? [make("p", "", sentence)] : []), ...(choices.length ? [row] : []));
  }

  function choose(day) {
    field.value = iso(day);
    start();
    link.focus();
  }

  // The right days before and after, as far as years may go.
  function nearest(day) {
    const before = day - ((((day - base) % 7) + 7) % 7);
    return [before, before + 7].filter((near) => isIn(near));
  }

  const isIn = (day) => {
    const year = dateOf(day).getUTCFullYear();
    return YEARS[0] <= year && year <= YEARS[1];
  };

  function start() {
    const day = dayOf(field.value);
    show(null);
    if (field.validity.badInput || (field.value && Number.isNaN(day))) return say(words.programs_start_bad);
    if (!field.value) return say(words.programs_start_none);
    if (!isIn(day)) return say(fill(words.programs_start_far, { least: YEARS[0], most: YEARS[1] }));
    if ((day - base) % 7) {
      const told = { day: shown(day, LONG), first: place.dataset.first };
      return say(fill(words.programs_start_wrong, told), nearest(day));
    }
    show(day);
    say(fill(words.programs_started, { first: shown(day, LONG), last: shown(day + Number(place.dataset.length), LONG) }));
  }

  one(".ps-actions", place).append(button(words.programs_start_show, start), link);
  field.addEventListener("keydown", (event) => event.key === "Enter" && start());
  // Clearing empties the field; the dates go with it.
  document.addEventListener("psychoed:forget", () => {
    show(null);
    say("");
  });
  one(".ps-start-without", place).hidden = true;
  one(".ps-start", place).hidden = false;
})();
