/* Worksheets: print, clear after one question, text boxes that grow, and the switch for keeping what is written.
   Nothing is kept here; the switch loads keep.js, which does it. */
(() => {
  "use strict";

  const { all, one, make, button, forget, grow, words } = psychoed;
  const actions = one("[data-actions]");
  const fields = document.getElementById("fields");

  /* ---------- one question at a time, and what came of it ---------- */

  const said = make("p");
  said.setAttribute("role", "status");
  const say = (text = "") => (said.textContent = text);
  const asking = make("div", "ps-asking");
  asking.setAttribute("role", "group");
  asking.hidden = true;

  // A choice is its words and what it does; what that returns, or promises, is said when the focus is back.
  function ask(opener, question, choices) {
    say();
    asking.textContent = "";
    asking.setAttribute("aria-label", question);
    const buttons = choices.map(([name, act], place) =>
      button(name, async () => {
        asking.hidden = true;
        opener.focus();
        say(await act());
      }, place ? "ps-second" : ""));
    asking.append(make("p", "", question), ...buttons);
    asking.hidden = false;
    buttons[0].focus();
  }

  const clear = button(words.clear_page, () => {
    const { keep } = psychoed.parts;
    const isKept = keep && keep.isOn();
    const yes = () => {
      if (isKept) keep.drop();
      forget(fields);
      return isKept ? words.keep_cleared : words.cleared;
    };
    ask(clear, isKept ? words.keep_clear_ask : words.clear_ask, [[words.clear_yes, yes], [words.clear_no, () => ""]]);
  }, "ps-second");

  /* ---------- the switch ---------- */

  const keeping = () => psychoed.load("kept").then(() => psychoed.load("keep", true)).then(() => psychoed.parts.keep);

  // Answers of this course come back, and old ones go, when any of its worksheets is opened.
  const { row, isAnyKept } = psychoed.parts.switch;
  const keepSwitch = row(words.keep_switch, () => keeping().then((keep) => keep.turn(), () => say(words.keep_missing)));

  actions.append(button(words.print_page, () => window.print()), clear, keepSwitch, asking, said);
  psychoed.parts.worksheet = { actions, fields, ask, say };
  document.addEventListener("input", (event) => grow(event.target));
  document.addEventListener("psychoed:forget", () => {
    asking.hidden = true;
    all("textarea", fields).forEach(grow);
  });
  if (isAnyKept()) keeping().catch(() => say(words.keep_missing));
})();
