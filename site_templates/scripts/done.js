/* What the reader says was done: a code to read out, a QR code to show, a sheet to print. It is made of the plan and the
   ticks alone, and is gone with the page. */
(() => {
  "use strict";

  const { make, button, words } = psychoed;
  const { write, inLink, print } = psychoed.parts.codes;
  const plan = psychoed.parts.plan;
  const { signs, version, outside } = plan.page.dataset;
  let panel = null;

  const codeNow = () => ({ kind: "done", version, items: plan.done() });

  function titles(name, heading) {
    const found = plan.done().filter((item) => item[name]).map(({ module }) => plan.titleOf(module));
    if (!found.length) return [];
    const list = make("ul");
    list.append(...found.map((title) => make("li", "", title)));
    return [make("h3", "", heading), list];
  }

  // The short code, in groups that do not break.
  function shortCode(text) {
    const made = make("p", "ps-code");
    text.split("-").forEach((group, place) => made.append(...(place ? ["-", document.createElement("wbr")] : []), make("span", "", group)));
    return made;
  }

  function square() {
    const { codes, codesPublished } = plan.page.dataset;
    if (!codes) return [];
    const { address, from } = plan.place(codes, codesPublished);
    if (from === "here") return [make("p", "ps-small", words.done_here), drawn(address)];
    return [drawn(address), make("p", "ps-small", words.done_scan)];
  }

  const drawn = (address) => psychoed.parts.qr.draw(`${address}#${inLink(codeNow(), signs)}`, words.done_qr);

  const line = (text) => {
    const made = make("p", "ps-own-name", text);
    made.append(make("span", "ps-rule"));
    return made;
  };

  function content() {
    const foot = make("div", "ps-actions");
    foot.append(button(words.done_print, () => printed(), ""), button(words.done_hide, hide, "ps-second"));
    const heading = make("h2", "", words.done_title);
    heading.tabIndex = -1;
    return [
      heading, make("p", "ps-screen", words.done_intro), line(words.done_name),
      ...titles("isRead", words.done_read), ...titles("isPracticed", words.done_practiced),
      make("h3", "", words.done_code), shortCode(write(codeNow(), signs)), ...square(),
      make("p", "ps-small", words.done_holds), make("p", "ps-small", words.done_yours), foot,
    ];
  }

  function printed() {
    document.documentElement.classList.add("ps-printing-done");
    addEventListener("afterprint", () => document.documentElement.classList.remove("ps-printing-done"), { once: true });
    print(outside);
  }

  const isAnyDone = () => plan.done().some(({ isRead, isPracticed }) => isRead || isPracticed);

  function hide() {
    gone();
    const maker = document.getElementById("done-maker");
    if (maker) maker.focus();
  }

  function gone() {
    if (panel) panel.remove();
    panel = null;
  }

  function render() {
    panel.textContent = "";
    panel.append(...content());
  }

  function open() {
    plan.say();
    if (!isAnyDone()) {
      gone();
      return plan.say(words.done_nothing);
    }
    if (!panel) panel = make("section", "ps-done");
    render();
    plan.shown.append(panel);
    panel.firstChild.focus();
    return undefined;
  }

  plan.shown.addEventListener("change", (event) => {
    if (!panel || !event.target.dataset.done) return;
    if (isAnyDone()) render();
    else gone();
  });
  document.addEventListener("psychoed:forget", gone);
  document.addEventListener("psychoed:plan", gone);
  psychoed.parts.done = { open };
})();
