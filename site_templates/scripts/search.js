/* The search: a dialog that shows the places which find.js finds, each with the words around what was looked for.
   Typed words stay in this page: they are in no address and in no store, and are forgotten when the dialog closes. */
(() => {
  "use strict";

  const { make, button, one, panel, waysOut, words } = psychoed;
  const AT_ONCE = 6;
  const PAUSE = 200;
  const EXCERPT = 170;

  /* ---------- excerpts ---------- */

  // The stretch that has most of what was looked for, from the start of its sentence if that is near.
  function excerpt(text, hits) {
    const met = finder.tokens(text).filter(({ word }) => hits.has(word));
    const value = ({ at }) => [...new Set(met.filter((other) => other.at >= at && other.end <= at + EXCERPT - 40).map(({ word }) => word))].reduce((sum, word) => sum + hits.get(word), 0);
    let best = { at: 0, value: 0 };
    met.forEach((hit) => {
      const found = { at: hit.at, value: value(hit) };
      if (found.value > best.value) best = found;
    });
    const before = text.slice(0, best.at);
    const sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf("? "), before.lastIndexOf("! ")) + 2;
    const start = best.at < 60 ? 0 : best.at - sentence < 60 && sentence > 1 ? sentence : before.lastIndexOf(" ", best.at - 30) + 1;
    const end = text.length - start < EXCERPT + 30 ? text.length : text.lastIndexOf(" ", start + EXCERPT);
    return `${start ? "… " : ""}${text.slice(start, end > best.at ? end : start + EXCERPT)}${end < text.length ? " …" : ""}`;
  }

  function marked(tag, className, text, hits) {
    const made = make(tag, className);
    let at = 0;
    finder.tokens(text).filter(({ word }) => hits.has(word)).forEach((hit) => {
      made.append(text.slice(at, hit.at), make("mark", "", text.slice(hit.at, hit.end)));
      at = hit.end;
    });
    made.append(text.slice(at));
    return made;
  }

  function item([address, title, anchor, heading, text], hits) {
    const made = make("li");
    const link = make("a");
    link.href = psychoed.base + address + (anchor && `#${encodeURIComponent(anchor)}`);
    if (anchor) link.append(make("span", "ps-search-page", title), " ");
    link.append(marked("span", "ps-search-heading", heading || title, hits));
    link.addEventListener("click", (event) => event.ctrlKey || event.metaKey || event.shiftKey || holder.close());
    made.append(link, marked("p", "", excerpt(text, hits), hits));
    return made;
  }

  /* ---------- the dialog ---------- */

  let finder = null;
  let dialog = null;
  let holder = null;
  let result = null;
  let turn = 0;
  let waiting = 0;

  const ready = async () => {
    await psychoed.load("find");
    finder = psychoed.parts.find;
  };
  const part = (name) => one(`.ps-search-${name}`, dialog);
  const say = (text) => (part("said").textContent = text);

  function sentences({ places: found, isPart, instead }) {
    if (!found.length) return words.search_none.replace("{help}", words.help);
    const said = instead.map((word) => words.search_instead.replace("{typed}", () => word.typed).replace("{found}", () => word.instead));
    const count = found.length === 1 ? words.search_one : words.search_many.replace("{count}", found.length);
    return [...said, ...(isPart ? [words.search_some] : []), count].join(" ");
  }

  async function showMore() {
    const mine = turn;
    const list = part("list");
    const next = result.places.slice(list.children.length, list.children.length + AT_ONCE);
    const pieces = await Promise.all(next.map(([piece]) => finder.ask(piece)));
    if (mine !== turn) return null;
    // A piece from an older build may lack what the index names.
    const items = next.map(([, section], place) => pieces[place][section]).filter(Boolean).map((row) => item(row, result.hits));
    list.append(...items);
    part("more").hidden = list.children.length >= result.places.length || !items.length;
    return items[0];
  }

  async function run() {
    clearTimeout(waiting);
    const typed = part("field").value;
    const mine = ++turn;
    const found = await ready().then(() => finder.wordsIn(typed).join("").length > 1 && finder.find(typed)).catch(() => "failed");
    if (mine !== turn) return;
    result = found;
    part("list").textContent = "";
    part("more").hidden = true;
    part("urgent").hidden = !finder || !finder.isOneOf(typed, words.search_urgent);
    if (!found) return say("");
    const shown = found === "failed" || (await showMore().catch(() => "failed"));
    if (mine === turn) say(shown === "failed" || shown === true ? words.search_failed : sentences(found));
  }

  // Enter goes to what was found, which also puts a phone's keyboard away.
  async function enter(event) {
    event.preventDefault();
    await run();
    const first = one("li a", dialog);
    if (first) first.focus();
  }

  function forgetAll() {
    clearTimeout(waiting);
    turn++;
    result = null;
    part("field").value = "";
    part("list").textContent = "";
    part("more").hidden = part("urgent").hidden = true;
    say("");
  }

  function form() {
    const made = make("form");
    const label = make("label", "", words.search_label);
    const field = make("input", "ps-search-field");
    made.method = "dialog";
    made.setAttribute("role", "search");
    label.htmlFor = field.id = "ps-search-field";
    Object.assign(field, { type: "text", autocomplete: "off", spellcheck: false, autocapitalize: "none", enterKeyHint: "search", maxLength: 200 });
    field.setAttribute("autocorrect", "off");
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(run, PAUSE);
    });
    made.addEventListener("submit", enter);
    made.append(label, field);
    return made;
  }

  // Who types a word like "suicide" or "overdose" sees the way to help before anything else.
  function urgent() {
    const made = make("div", "ps-search-urgent");
    const help = one(".ps-help-link");
    const link = make("a", "", words.help);
    if (help) link.href = help.href;
    made.append(make("p", "", `${words.home_bad_night} ${words.home_bad_night_text}`), link);
    made.hidden = true;
    return made;
  }

  function build() {
    holder = panel("search", words.search, words.search_close, forgetAll);
    dialog = holder.dialog;
    const said = make("p", "ps-search-said");
    const more = button(words.search_more, () => showMore().then((first) => first && one("a", first).focus(), () => say(words.search_failed)), "ps-search-more");
    said.setAttribute("role", "status");
    more.hidden = true;
    dialog.append(form(), urgent(), said, make("ol", "ps-search-list"), more, waysOut("search"));
  }

  function open(opener) {
    if (!dialog) build();
    if (dialog.open) return;
    holder.show(opener);
    part("field").focus();
    ready().then(() => finder.ask("index")).catch(() => say(words.search_failed));
  }

  psychoed.atWipe(() => dialog && forgetAll());
  addEventListener("pagehide", () => dialog && forgetAll());
  psychoed.parts.search = { open };
})();
