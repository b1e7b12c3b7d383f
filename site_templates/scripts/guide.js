/* The guide's page: minutes for the length of the group, counts for its size, the note to copy, the way to the contents.
   Nothing of it is kept. */
(() => {
  "use strict";

  const { one, all, words, fill } = psychoed;

  /* ---------- how long the group is ---------- */

  const lengths = one(".ps-length");
  const table = one(".ps-times");
  const known = lengths.dataset.lengths.split(" ");
  const length = () => one("input:checked", lengths).value;

  // A part of the session has its minutes for each of the lengths, in their order.
  const minutesOf = (part) => Number(part.dataset.minutes.trim().split(" ")[known.indexOf(length())]);

  function showLength() {
    table.dataset.length = length();
    all(".ps-part").forEach((part) => (one(".ps-part-minutes", part).textContent = fill(words.minutes, { minutes: minutesOf(part) })));
  }

  /* ---------- how many people come ---------- */

  const people = one("#people");
  const said = one(".ps-people-said");
  // The leader has one, too; who has no partner works with the leader.
  const GROUPS = { person: (count) => count + 1, pair: (count) => Math.ceil(count / 2), group: () => 1 };
  const SENTENCES = {
    person: [words.each_person, words.each_person_many],
    pair: [words.each_pair, words.each_pair_many],
    group: [words.each_group, words.each_group],
  };

  function showCount(line, count) {
    const { each } = line.dataset;
    const times = Number(line.dataset.times);
    const sentence = SENTENCES[each][times > 1 ? 1 : 0];
    line.textContent = fill(sentence, { count: GROUPS[each](count) * times, people: count, each: times });
  }

  function showPeople() {
    const count = Number(people.value);
    const isGood = Number.isInteger(count) && count >= Number(people.min) && count <= Number(people.max);
    people.setAttribute("aria-invalid", String(!isGood));
    if (isGood) all("[data-each]").forEach((line) => showCount(line, count));
    const many = isGood && count > Number(people.dataset.full);
    said.textContent = !isGood ? words.guide_people_wrong : many ? fill(words.guide_people_many, { people: count }) : "";
  }

  /* ---------- the note ---------- */

  const note = one(".ps-note-text");
  const textOf = (place) => all("p", place).map((line) => line.textContent.trim()).join("\n");

  function select(place) {
    const range = document.createRange();
    range.selectNodeContents(place);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  async function copyNote({ currentTarget }) {
    const status = one("[role=status]", currentTarget.parentElement);
    status.textContent = "";
    try {
      // Not there on pages that came over http from another computer.
      await navigator.clipboard.writeText(textOf(note));
      status.textContent = words.guide_copied;
    } catch (refused) {
      select(note);
      status.textContent = words.guide_copy_by_hand;
    }
  }

  /* ---------- start ---------- */

  function show() {
    showLength();
    showPeople();
  }

  lengths.addEventListener("change", showLength);
  people.addEventListener("input", showPeople);
  document.addEventListener("psychoed:forget", show);
  one(".ps-note-copy").addEventListener("click", copyNote);
  one(".ps-to-contents a").addEventListener("click", () => (one("#contents").open = true));
  // A browser may bring a choice back when a page is opened again.
  show();
  psychoed.parts.guide = { minutesOf };
})();
