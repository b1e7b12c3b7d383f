/* Copies in a file: all that is kept of this course, and what is written on this page; and the way back.
   A file is {format, version, course, sheets: [{place, revision, saved, answers, rest}]}. It may come from anybody. */
(() => {
  "use strict";

  const { make, fill, forget, words } = psychoed;
  const { fields, ask, say } = psychoed.parts.worksheet;
  const { FRONT, day, isDay, isEntry, mapOf, good, write, remove, keys, attempt } = psychoed.parts.kept;
  const page = psychoed.parts.keep;

  const NAME = "answers.json";
  const FORMAT = "kept-answers";
  const VERSION = 1;
  const MOST = 1e6;
  const COURSE = psychoed.prefix.replace(/:$/, "");

  const keyOf = ({ place, revision }) => `${FRONT}${place}:${revision}`;
  const plain = (map) => Object.fromEntries(map);
  const hasWords = ({ answers, rest }) => answers.size + rest.size > 0;

  /* ---------- to a file ---------- */

  function sheets() {
    const others = keys().filter((key) => key !== page.own).map((key) => [key, good(key)]).filter(([, entry]) => entry);
    const here = page.onPage();
    return [...(hasWords(here) ? [[page.own, { saved: day(), ...here }]] : []), ...others];
  }

  function inFile([key, { saved, answers, rest }]) {
    const [, place, revision] = /^(.+):(\d+)$/.exec(key.slice(FRONT.length));
    return { place, revision: Number(revision), saved, answers: plain(answers), rest: plain(rest) };
  }

  function give() {
    page.save();
    const found = sheets().map(inFile);
    if (!found.length) return say(words.keep_empty);
    const text = JSON.stringify({ format: FORMAT, version: VERSION, course: COURSE, sheets: found }, null, 1);
    const file = new Blob([text], { type: "application/json" });
    if (file.size > MOST) return say(words.keep_too_much);
    const link = make("a");
    link.href = URL.createObjectURL(file);
    link.download = NAME;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
    say(fill(words.keep_given, { name: NAME }));
  }

  /* ---------- from a file ---------- */

  const isSheet = (found) =>
    !!found && typeof found === "object" && isEntry(found) && Number.isInteger(found.revision) && found.revision > 0 &&
    typeof found.place === "string" && found.place.length < 200 && /^[\w-]+(:[\w-]+)*$/.test(found.place);

  // Returns the sheets, or says in a sentence why there are none.
  function sheetsIn(text) {
    let found;
    try {
      found = JSON.parse(text);
    } catch (broken) {
      return words.keep_file_unknown;
    }
    if (!found || found.format !== FORMAT) return words.keep_file_unknown;
    if (found.version > VERSION) return words.keep_file_newer;
    if (found.course !== COURSE) return words.keep_file_other;
    if (found.version !== VERSION || !Array.isArray(found.sheets) || !found.sheets.every(isSheet)) return words.keep_file_damaged;
    return found.sheets.map((sheet) => ({ ...sheet, answers: mapOf(sheet.answers), rest: mapOf(sheet.rest) }));
  }

  const sorted = ({ answers, rest }) => JSON.stringify([[...answers].sort(), [...rest].sort()]);

  // Whether this device has words for the worksheet that are not those of the file.
  function isOther(sheet) {
    const here = keys(sheet.place).map(good).filter(Boolean);
    if (sheet.place === page.sheet.place && !page.isOn()) here.push(page.onPage());
    return here.some((entry) => hasWords(entry) && sorted(entry) !== sorted(sheet));
  }

  function bring(chosen) {
    const before = new Map(chosen.map((sheet) => [keyOf(sheet), good(keyOf(sheet))]));
    const saved = (sheet) => (sheet.saved > day() ? day() : sheet.saved);
    const refused = attempt(() => chosen.forEach((sheet) => write(keyOf(sheet), { ...sheet, saved: saved(sheet), until: day(page.days()) })));
    if (refused) before.forEach((entry, key) => (entry ? attempt(() => write(key, entry)) : remove(key)));
    else chosen.forEach(({ place }) => keys(place).filter((key) => !before.has(key)).forEach(remove));
    const own = chosen.filter(({ place }) => place === page.sheet.place);
    if (own.length) {
      forget(fields);
      if (refused) page.show(own[0]);
      else page.restore();
    }
    page.alarm.textContent = refused;
    if (!chosen.length) return words.keep_taken_none;
    return refused ? "" : words.keep_taken;
  }

  async function take(file, opener) {
    if (file.size > MOST) return say(words.keep_file_large);
    // Old browsers do not know file.text().
    const found = await new Response(file).text().then(sheetsIn, () => words.keep_file_unknown);
    if (typeof found === "string") return say(found);
    page.save();
    const others = found.filter(isOther);
    if (!others.length) return say(bring(found));
    ask(opener, fill(words.keep_which, { count: others.length }), [
      [words.keep_which_file, () => bring(found)],
      [words.keep_which_here, () => bring(found.filter((sheet) => !others.includes(sheet)))],
    ]);
  }

  psychoed.parts.copies = { give, take };
})();
