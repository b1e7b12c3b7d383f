/* The quiz: each question answers in words, beside what was chosen. There is no score, and nothing is kept. */
(() => {
  "use strict";

  const { one, all, make, button, forget, words } = psychoed;

  const MARKS = { yes: "✓", no: "↻", depends: "±", missed: "+", thought: "♥" };

  function quiz(section) {
    const summary = one(".ps-summary", section);
    const questions = all(".ps-question", section);
    const seen = new Set();
    const looked = (question) => {
      seen.add(question);
      summary.textContent = words.summary.replace("{done}", seen.size).replace("{total}", questions.length);
    };
    questions.forEach((question) => ask(question, () => looked(question)));
    // Words typed and answers chosen are gone: so are the notes on them.
    document.addEventListener("psychoed:forget", (event) => questions.filter((question) => event.target.contains(question)).forEach(blank));
  }

  function ask(question, looked) {
    const judge = JUDGES[question.dataset.kind];
    const said = make("p", "ps-said");
    said.setAttribute("role", "status");
    const row = make("div", "ps-check");
    const check = button(judge === reflection ? words.show_thought : words.check, () => {
      wipe(question);
      const found = judge(question);
      tell(said, found);
      again.hidden = !found.notes.length;
      if (found.notes.length) looked();
    });
    const again = button(words.again, () => {
      forget(question);
      one("input, select, textarea", question).focus();
    }, "ps-second");
    again.hidden = true;
    row.append(check, again, said);
    question.insertBefore(row, one(".ps-answers", question));
    // The words under the button speak of the answer that was checked, not of a new one.
    question.addEventListener("change", () => (said.textContent = ""));
    all(".ps-match", question).forEach(echo);
  }

  // A narrow list cuts long words off: show the chosen ones in full below it.
  function echo(row) {
    const list = one("select", row);
    const picked = make("p", "ps-picked");
    picked.setAttribute("aria-hidden", "true");
    list.after(picked);
    list.addEventListener("change", () => {
      const chosen = list.value && list.selectedOptions[0].textContent;
      picked.textContent = chosen.length > 18 ? chosen : "";
    });
  }

  // What is shown beside the answers is also said once by a screen reader, out of sight.
  function tell(said, found) {
    said.textContent = found.overall;
    found.notes.forEach((note) => said.append(make("span", "ps-unseen", " " + note.lastChild.textContent)));
  }

  function blank(question) {
    wipe(question);
    one(".ps-said", question).textContent = "";
    one(".ps-check .ps-second", question).hidden = true;
    all(".ps-picked", question).forEach((picked) => (picked.textContent = ""));
  }

  function wipe(question) {
    all(".ps-note", question).forEach((note) => note.remove());
    all("[aria-describedby]", question).forEach((field) => field.removeAttribute("aria-describedby"));
  }

  function note(beside, place, verdict, instead) {
    const question = beside.closest(".ps-question");
    const answer = one(`.ps-answers [data-for="${place}"]`, question);
    const made = make("div", "ps-note");
    made.dataset.verdict = verdict || answer.dataset.verdict;
    const mark = make("span", "ps-mark", MARKS[made.dataset.verdict]);
    mark.setAttribute("aria-hidden", "true");
    const text = make("div");
    text.append(...one(".ps-fb", answer).cloneNode(true).childNodes);
    if (instead) swapVerdict(text, instead);
    made.append(mark, text);
    made.id = `${question.id}-note-${place}`;
    beside.append(made);
    const field = one("input, select", beside);
    if (field) field.setAttribute("aria-describedby", made.id);
    return made;
  }

  function swapVerdict(text, instead) {
    const verdict = one(".ps-verdict", text);
    if (verdict) verdict.textContent = instead.replace(/\.?$/, ".");
    else text.prepend(make("span", "ps-verdict", instead.replace(/\.?$/, ".") + " "));
  }

  const verdictOf = (choice) => one(`.ps-answers [data-for="${choice.dataset.place}"]`, choice.closest(".ps-question")).dataset.verdict;
  const isChosen = (choice) => one("input", choice).checked;
  const nothing = () => ({ overall: words.nothing_chosen, notes: [] });

  function overall(right, wrong, left) {
    if (right && !wrong && !left) return words.all_fit;
    return right ? words.some_fit : words.none_fit;
  }

  function options(question) {
    const choices = all(".ps-choice", question);
    const chosen = choices.filter(isChosen);
    if (!chosen.length) return nothing();
    const right = chosen.filter((choice) => verdictOf(choice) === "yes");
    const single = one("input", choices[0]).type === "radio";
    const missed = single ? [] : choices.filter((choice) => !isChosen(choice) && verdictOf(choice) === "yes");
    const notes = choices
      .filter((choice) => isChosen(choice) || missed.includes(choice))
      .map((choice) => (isChosen(choice) ? note(choice, choice.dataset.place) : note(choice, choice.dataset.place, "missed", words.missed)));
    return { overall: overall(right.length, chosen.length - right.length, missed.length), notes };
  }

  function ideas(question) {
    const chosen = all(".ps-choice", question).filter(isChosen);
    if (!chosen.length) return nothing();
    return { overall: words.ideas_done, notes: chosen.map((choice) => note(choice, choice.dataset.place)) };
  }

  function rows(question) {
    const every = all(".ps-match", question);
    const chosen = every.filter((row) => one("select", row).value);
    if (!chosen.length) return nothing();
    const fits = (row) => one("select", row).value === row.dataset.right;
    const right = chosen.filter(fits).length;
    const notes = chosen.map((row) => note(row, row.dataset.place, fits(row) ? "yes" : "no", fits(row) ? words.fits : words.fits_not));
    return { overall: overall(right, chosen.length - right, every.length - chosen.length), notes };
  }

  function reflection(question) {
    const place = one(".ps-thought", question) || make("div", "ps-thought");
    one("textarea", question).after(place);
    return { overall: words.reflection_done, notes: [note(place, 0, "thought")] };
  }

  const JUDGES = {
    one_answer: options, true_false: options, several_answers: options, could_help: ideas,
    matching: rows, ordering: rows, reflection,
  };

  all("#quiz, [data-quiz]").forEach(quiz);
})();
