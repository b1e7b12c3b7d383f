/* The counselors' page that makes a plan: lessons ticked one by one, or a pathway or a week at once; then a link, a code,
   a QR code and slips. What is chosen stands on the page alone; it goes into the address of the patients' page. */
(() => {
  "use strict";

  const { all, one, make, button, say, fill, words } = psychoed;
  const { write, dense, place, print } = psychoed.parts.codes;
  const page = document.getElementById("assign");
  const byId = (id) => document.getElementById(id);
  const { signs, version, outside, plans, plansPublished } = page.dataset;
  const MOST = Number(page.dataset.most);
  const boxes = new Map(all("#lessons input").map((box) => [box.value, box]));
  const SHOWN_ON_SLIP = 12;
  let chosen = [];

  const titleOf = (module) => boxes.get(module).dataset.title;

  /* ---------- choosing ---------- */

  function change(modules, told) {
    chosen = modules.slice(0, MOST);
    boxes.forEach((box, module) => (box.checked = chosen.includes(module)));
    render();
    say(modules.length > MOST ? fill(words.assign_full, { most: MOST }) : told);
  }

  const sum = () => {
    const minutes = chosen.reduce((all_, module) => all_ + Number(boxes.get(module).dataset.minutes), 0);
    return fill(chosen.length === 1 ? words.assign_sum_one : words.assign_sum, { count: chosen.length, minutes });
  };

  function add(modules) {
    const fresh = modules.filter((module) => module && !chosen.includes(module));
    const told = fresh.length === 1 ? words.assign_added_one : fresh.length ? words.assign_added : words.assign_added_none;
    change([...chosen, ...fresh], fill(told, { count: fresh.length }));
  }

  function toggle(box) {
    change(box.checked ? [...chosen, box.value] : chosen.filter((module) => module !== box.value), "");
    say(chosen.length ? sum() : words.assign_none);
  }

  function move(module, by) {
    const from = chosen.indexOf(module);
    const rest = chosen.filter((one_) => one_ !== module);
    rest.splice(from + by, 0, module);
    change(rest, fill(words.assign_moved, { title: titleOf(module), number: from + by + 1 }));
    const row = one(`[data-signs="${module}"]`, byId("chosen"));
    const wanted = one(by < 0 ? ".ps-up" : ".ps-down", row);
    (wanted.disabled ? one("button:not(:disabled)", row) : wanted).focus();
  }

  function take(module) {
    const at = chosen.indexOf(module);
    change(chosen.filter((one_) => one_ !== module), sum());
    const rows = all("#chosen li");
    (rows.length ? one(".ps-out", rows[Math.min(at, rows.length - 1)]) : byId("the-plan")).focus();
  }

  /* ---------- the plan as it stands ---------- */

  function tool(sign, text, module, press, className) {
    const made = button(sign, press, `ps-second ${className}`);
    made.setAttribute("aria-label", fill(text, { title: titleOf(module) }));
    return made;
  }

  function row(module, at) {
    const made = make("li");
    const tools = make("div", "ps-tools");
    const up = tool("↑", words.assign_up, module, () => move(module, -1), "ps-up");
    const down = tool("↓", words.assign_down, module, () => move(module, 1), "ps-down");
    up.disabled = at === 0;
    down.disabled = at === chosen.length - 1;
    made.dataset.signs = module;
    tools.append(up, down, tool("×", words.assign_remove, module, () => take(module), "ps-out"));
    made.append(make("span", "", titleOf(module)), tools);
    return made;
  }

  function list() {
    const place_ = byId("chosen");
    place_.textContent = "";
    if (!chosen.length) return place_.append(make("p", "", words.assign_none));
    const rows = make("ol", "ps-chosen");
    const foot = make("div", "ps-actions");
    const sorted = () => change([...boxes.keys()].filter((module) => chosen.includes(module)), "");
    const focus = () => byId("the-plan").focus();
    rows.append(...chosen.map(row));
    foot.append(button(words.assign_in_order, () => (sorted(), focus()), "ps-second"));
    foot.append(button(words.assign_empty, () => (change([], words.assign_none), focus()), "ps-second"));
    place_.append(make("p", "", sum()), rows, foot);
    return undefined;
  }

  /* ---------- what is given away ---------- */

  const codeNow = () => write({ kind: "plan", version, items: chosen.map((module) => ({ module })) }, signs);

  function grouped(target, text) {
    target.textContent = "";
    text.split("-").forEach((group, at) => target.append(...(at ? ["-", document.createElement("wbr")] : []), make("span", "", group)));
  }

  const square = (address, name = words.assign_qr) => psychoed.parts.qr.draw(address, name);

  function give() {
    const isAny = chosen.length > 0;
    byId("made").hidden = byId("sheet").hidden = !isAny;
    byId("copied").textContent = "";
    if (!isAny) return;
    const code = codeNow();
    const { address, from } = place(plans, plansPublished, version);
    const link = `${address}#${dense(code)}`;
    const where = { folder: words.assign_where_folder, here: words.assign_where_here, web: words.assign_where_web }[from];
    grouped(byId("short"), code);
    byId("link").href = link;
    byId("link").textContent = link;
    byId("qr").textContent = "";
    byId("qr").append(square(link));
    byId("where").textContent = fill(where, { version, address });
    byId("where").classList.toggle("ps-alarm", from !== "web");
    slips(code, link);
  }

  // A page that did not come over https has no clipboard of its own; marked words can be copied there as by hand.
  function copyMarked(source) {
    const marked = getSelection();
    marked.selectAllChildren(source);
    const done = document.execCommand && document.execCommand("copy");
    marked.removeAllRanges();
    return done;
  }

  async function copy(source) {
    const text = source.textContent;
    const done = navigator.clipboard ? await navigator.clipboard.writeText(text).then(() => true, () => false) : false;
    byId("copied").textContent = done || copyMarked(source) ? words.assign_copied : words.assign_not_copied;
  }

  /* ---------- slips ---------- */

  function lessonsOnSlip() {
    const names = chosen.map((module) => boxes.get(module).dataset.outside);
    const more = names.length - SHOWN_ON_SLIP;
    return more > 1 ? [...names.slice(0, SHOWN_ON_SLIP), fill(words.slip_more, { count: more })] : names;
  }

  // The address as people type it, of the home page, where “I have a code” stands.
  const spoken = (link) => link.replace(/^[a-z]+:\/\//, "").replace(/\/[^/]*#.*$/, "");

  function slip(code, link) {
    const made = byId("slip").content.cloneNode(true).firstElementChild;
    const type = one("[data-slip=type]", made);
    type.textContent = fill(type.textContent, { address: spoken(link) });
    one("[data-slip=qr]", made).append(square(link, fill(words.slip_qr, { code })));
    grouped(one("[data-slip=code]", made), code);
    one("[data-slip=lessons]", made).textContent = fill(words.slip_lessons, { lessons: lessonsOnSlip().join(", ") });
    return made;
  }

  // Long codes need the room of more than one slip.
  const mostOnPage = () => (chosen.length > 30 ? 1 : chosen.length > 6 ? 2 : 4);

  function slips(code, link) {
    const sheet = byId("sheet");
    all("#slips option").forEach((option) => (option.disabled = Number(option.value) > mostOnPage()));
    if (Number(byId("slips").value) > mostOnPage()) byId("slips").value = mostOnPage();
    const first = slip(code, link);
    const count = Number(byId("slips").value);
    sheet.textContent = "";
    sheet.dataset.slips = count;
    sheet.append(first, ...Array.from({ length: count - 1 }, () => first.cloneNode(true)));
    all(".ps-slip", sheet).slice(1).forEach((more) => more.setAttribute("aria-hidden", "true"));
  }

  /* ---------- finding ---------- */

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function find() {
    const wanted = plain(byId("find").value).split(/\s+/).filter(Boolean);
    const rows = all("#lessons li");
    rows.forEach((item) => (item.hidden = !wanted.every((word) => plain(item.dataset.words).includes(word))));
    all("#lessons fieldset, #lessons details").forEach((group) => {
      group.hidden = !one("li:not([hidden])", group);
      if (group.tagName === "DETAILS") group.open = wanted.length > 0 && !group.hidden;
    });
    const count = rows.filter((item) => !item.hidden).length;
    const told = count === 1 ? words.assign_found_one : count ? words.assign_found : words.assign_found_none;
    byId("found").textContent = wanted.length ? fill(told, { count }) : "";
  }

  function render() {
    list();
    give();
  }

  function forgotten() {
    chosen = [];
    find();
    render();
  }

  /* ---------- start ---------- */

  byId("lessons").addEventListener("change", (event) => boxes.has(event.target.value) && toggle(event.target));
  all("[data-adds]").forEach((opener) => opener.addEventListener("click", () => add(opener.dataset.adds.split(" "))));
  byId("find").addEventListener("input", find);
  byId("copy").addEventListener("click", () => copy(byId("link")));
  byId("copy-code").addEventListener("click", () => copy(byId("short")));
  byId("slips").addEventListener("change", give);
  byId("print").addEventListener("click", () => print(outside));
  if (byId("week")) byId("add-week").addEventListener("click", () => add(byId("week").value.split(" ")));
  document.addEventListener("psychoed:forget", forgotten);
  render();
})();
