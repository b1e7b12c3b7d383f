/* The table of all modules: narrowed down by typed words and choices, put in order, printed. Nothing of it is kept. */
(() => {
  "use strict";

  const { one, all, button, fill, say, words } = psychoed;
  const form = one(".ps-find-form");
  const body = one(".ps-find-table tbody");
  const [count, chosen] = [one(".ps-find-count strong"), one(".ps-find-chosen")];
  const field = (name) => document.getElementById(`find-${name}`);
  const typed = field("words");
  const PICKS = ["way", "track", "minutes", "safety", "review"].map((name) => [name, field(name)]);
  const order = field("order");
  const written = field("written");

  /* ---------- the rows, read once ---------- */

  // Small letters without accents, as the course's search has them.
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u00ad'\u2019\u02bc]/g, "").toLowerCase();
  const wordsIn = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  // Title, what it helps with and what people can do after it: the cells that hold them are the same in every row.
  function entry(row, place) {
    const { ways = "", track = "", minutes = "", safety = "", review = "", next = "" } = row.dataset;
    const isPlanned = !minutes;
    const told = isPlanned ? [row.cells[0]] : [row.cells[0], row.cells[2], row.cells[4]];
    return {
      row, place, isPlanned, next, track, review,
      title: row.cells[0].textContent,
      text: ` ${told.map((cell) => wordsIn(cell.textContent).join(" ")).join(" ")}`,
      minutes: Number(minutes),
      way: ways.split(" "),
      safety: safety.split(" "),
    };
  }

  // In the order that they have on the page.
  let entries = all("tr", body).map(entry);

  /* ---------- narrowing down ---------- */

  const FITS = {
    way: (found, value) => found.way.includes(value),
    track: (found, value) => found.track === value,
    minutes: (found, value) => !found.isPlanned && found.minutes <= Number(value),
    safety: (found, value) => found.safety.includes(value),
    review: (found, value) => found.review === value,
  };

  // A typed word is found where a word of the row starts with it; "urges" finds "urge", too.
  function hasWord(found, word) {
    const single = word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
    return found.text.includes(` ${word}`) || found.text.includes(` ${single}`);
  }

  function fits(found, sought, picked) {
    if (written && written.checked && found.isPlanned) return false;
    return picked.every(([name, value]) => FITS[name](found, value)) && sought.every((word) => hasWord(found, word));
  }

  function counted(shown) {
    const total = entries.length;
    const planned = shown.filter(({ isPlanned }) => isPlanned).length;
    const said = !shown.length ? words.find_none
      : shown.length === total ? words.find_all
      : shown.length === 1 ? words.find_one
      : planned ? words.find_some_planned : words.find_some;
    return fill(said, { shown: shown.length, total, planned });
  }

  // What was chosen, for the printed list: without it nobody knows what is missing there.
  function choices() {
    const picked = PICKS.filter(([, select]) => select.value).map(([, select]) => `${select.labels[0].textContent}: ${select.selectedOptions[0].textContent}`);
    const text = typed.value.trim();
    return [text && `“${text}”`, ...picked, written && written.checked && written.labels[0].textContent].filter(Boolean).join(" · ");
  }

  // Heard once, when the typing rests.
  let waiting;
  function tell(text) {
    clearTimeout(waiting);
    waiting = setTimeout(() => say(text), 600);
  }

  // Hundreds of rows that come back at once would hold up the typing: so many at a time, the first ones first.
  const AT_ONCE = 40;
  let later;
  let hidden = [];
  function bring(most) {
    clearTimeout(later);
    hidden.splice(0, most).forEach(({ row }) => (row.hidden = false));
    if (hidden.length) later = setTimeout(() => bring(AT_ONCE));
  }

  function narrow() {
    const sought = wordsIn(typed.value);
    const picked = PICKS.map(([name, select]) => [name, select.value]).filter(([, value]) => value);
    const shown = entries.filter((found) => fits(found, sought, picked));
    const seen = new Set(shown);
    entries.forEach((found) => !seen.has(found) && !found.row.hidden && (found.row.hidden = true));
    hidden = shown.filter(({ row }) => row.hidden);
    bring(AT_ONCE);
    count.textContent = counted(shown);
    chosen.textContent = choices();
  }

  function narrowAndTell() {
    narrow();
    tell(count.textContent);
  }

  /* ---------- order: what is not written stays at the end ---------- */

  const ORDERS = {
    "": () => 0,
    title: (a, b) => a.title.localeCompare(b.title, document.documentElement.lang),
    minutes: (a, b) => a.minutes - b.minutes,
    next: (a, b) => a.next.localeCompare(b.next),
  };

  function arrange() {
    const compare = ORDERS[order.value];
    entries = [...entries].sort((a, b) => a.isPlanned - b.isPlanned || compare(a, b) || a.place - b.place);
    body.append(...entries.map(({ row }) => row));
  }

  /* ---------- start ---------- */

  function reset() {
    psychoed.forget(form);
    typed.focus();
    say(count.textContent);
  }

  function forgotten() {
    clearTimeout(waiting);
    arrange();
    narrow();
  }

  one(".ps-actions", form).append(button(words.find_reset, reset, "ps-second"), button(words.find_print, () => print(), "ps-second"));
  typed.addEventListener("input", narrowAndTell);
  [...PICKS.map(([, select]) => select), written].forEach((control) => control && control.addEventListener("change", narrowAndTell));
  order.addEventListener("change", arrange);
  document.addEventListener("psychoed:forget", forgotten);
  addEventListener("beforeprint", () => bring(entries.length));
  // On a phone the list comes first, and the choices when somebody asks for them.
  one(".ps-find-more").open = matchMedia("(min-width: 60em)").matches;
  form.hidden = false;
})();
