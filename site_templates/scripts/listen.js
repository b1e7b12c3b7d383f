/* Reads the page aloud, sentence by sentence. Only with voices that live on the device: others send the words away. */
(() => {
  "use strict";

  const { words, make, button, one } = psychoed;
  const { parts } = psychoed;
  const html = document.documentElement;
  const SPEEDS = [["0.8", words.listen_slow], ["1", words.listen_normal], ["1.2", words.listen_fast]];
  const PLAY = "M7 4v16l13-8z";
  const PAUSE = "M6 5h4v14H6zM14 5h4v14h-4z";
  const BACK = "M6 5h2.5v14H6zM20 5v14L9.5 12z";
  const NEXT = "M15.5 5H18v14h-2.5zM4 5l10.5 7L4 19z";
  const SPEED = "M4 7h8v2H4zM14 4h3v8h-3zM19 7h1v2h-1zM4 16h3v2H4zM9 13h3v8H9zM14 16h6v2h-6z";
  const CLOSE = "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12 19 17.6 17.6 19 12 13.4 6.4 19 5 17.6 10.6 12 5 6.4z";

  let bar = null;
  let opener = null;
  let sentences = [];
  let at = -1;          // the sentence; -1 before the first press of Play
  let piece = 0;        // the part of a long sentence
  let isOn = false;
  let isAtEnd = false;
  let selected = null;  // what the reader selected before Play was pressed
  let speed = "1";
  let voiceName = "";
  let misses = 0;

  /* ---------- the place on the page ---------- */

  const content = () => one("#content .ps") || one("#content");

  // What the header and the bar leave of the screen.
  function screenPart() {
    const header = one(".ps-header");
    const top = header ? Math.max(0, header.getBoundingClientRect().bottom) : 0;
    return { top, bottom: bar.getBoundingClientRect().top };
  }

  // A press on the bar may take the selection away: it is noted before that.
  function noteSelection() {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
    selected = range && content().contains(range.startContainer) ? range.cloneRange() : null;
  }

  function firstPlace() {
    if (selected) return sentences.findIndex((sentence) => !parts.sentences.endsBefore(sentence, selected));
    if (isAtEnd || scrollY < 2) return 0;
    const { top } = screenPart();
    return sentences.findIndex((sentence) => parts.sentences.bottom(sentence) > top + 2);
  }

  // The page may have changed since: answers were opened, feedback came.
  function gather() {
    const before = sentences[at];
    const startOf = ({ pieces }) => pieces[0][0];
    const isSame = (other) => other.block.element === before.block.element && startOf(other) === startOf(before);
    sentences = parts.sentences.of(content(), (language) => parts.speech.voicesFor(language).length > 0);
    const same = before && !selected ? sentences.findIndex(isSame) : -1;
    at = same < 0 ? Math.max(0, firstPlace()) : same;
    piece = 0;
    isAtEnd = false;
    // From here on the mark shows the place; a selection left over would bring the next Play back to it.
    if (selected) getSelection().removeAllRanges();
    selected = null;
  }

  /* ---------- speaking ---------- */

  function go() {
    if (at >= sentences.length) return finish();
    parts.sentences.mark(sentences[at], screenPart());
    const { block, pieces } = sentences[at];
    const text = block.text.slice(...pieces[piece]);
    const voice = parts.speech.voiceFor(block.language, voiceName);
    tell(voice ? "" : words.listen_other);
    if (voice) return parts.speech.say(text, voice, Number(speed), { ended: next, stopped: pause, missed });
    // Without a voice the words stay marked for as long as one needs to see them.
    return parts.speech.wait(next, 1500 + text.length * 30);
  }

  function next() {
    misses = 0;
    piece += 1;
    if (piece >= sentences[at].pieces.length) {
      at += 1;
      piece = 0;
    }
    go();
  }

  // No words are left out in silence: the same ones again, and after three times the reader is told.
  function missed() {
    misses += 1;
    if (misses < 3) return go();
    misses = 0;
    pause();
    return tell(words.listen_failed);
  }

  function play() {
    if (!parts.speech.voiceFor(html.lang, voiceName)) return tell(words.listen_none);
    gather();
    switchTo(true);
    return go();
  }

  // Android's pause() ends the reading for good: here a pause is a cancel, and Play says the sentence again.
  function pause() {
    parts.speech.hush();
    switchTo(false);
  }

  function finish() {
    pause();
    parts.sentences.unmark();
    at = -1;
    isAtEnd = true;
    tell(words.listen_done);
  }

  function move(by) {
    if (at < 0) gather();
    else at = Math.min(Math.max(at + by, 0), sentences.length - 1);
    piece = 0;
    if (isOn || !sentences.length) go();
    else parts.sentences.mark(sentences[at], screenPart());
  }

  /* ---------- the bar ---------- */

  function picture(path) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    made.setAttribute("viewBox", "0 0 24 24");
    made.setAttribute("aria-hidden", "true");
    shape.setAttribute("d", path);
    made.append(shape);
    return made;
  }

  // Few words are seen, more are heard: "Back", "Back one sentence".
  function face(tool, path, seen, whole) {
    tool.textContent = "";
    tool.append(picture(path), make("span", "", seen));
    if (whole) tool.setAttribute("aria-label", whole);
  }

  function tool(path, seen, whole, press) {
    const made = button("", press, "ps-listen-tool");
    face(made, path, seen, whole);
    return made;
  }

  function switchTo(on) {
    isOn = on;
    if (on) face(one(".ps-listen-play", bar), PAUSE, words.listen_pause);
    else face(one(".ps-listen-play", bar), PLAY, words.listen_play);
  }

  function tell(text) {
    const note = one(".ps-listen-note", bar);
    if (note.textContent !== text) note.textContent = text;
  }

  function speeds() {
    const made = make("fieldset", "ps-listen-speeds");
    made.append(make("legend", "", words.listen_speed), ...SPEEDS.map(([value, name]) => {
      const label = make("label", "ps-listen-speed");
      const radio = make("input");
      const checked = value === speed;
      Object.assign(radio, { type: "radio", name: "listen-speed", value, autocomplete: "off", checked });
      radio.addEventListener("change", () => {
        speed = value;
        if (isOn) go();
      });
      label.append(radio, make("span", "", name));
      return label;
    }));
    return made;
  }

  function voices() {
    const ours = parts.speech.voicesFor(html.lang);
    const now = parts.speech.voiceFor(html.lang, voiceName);
    const made = make("div", "ps-listen-voices");
    const label = make("label", "", words.listen_voice);
    const list = make("select");
    Object.assign(list, { id: "ps-listen-voice", autocomplete: "off" });
    label.htmlFor = list.id;
    list.append(...ours.map((voice) => new Option(voice.name, voice.voiceURI, false, voice === now)));
    list.addEventListener("change", () => {
      voiceName = list.value;
      if (isOn) go();
    });
    made.hidden = ours.length < 2;
    made.append(label, list);
    return made;
  }

  function build() {
    const made = make("section", "ps-listen");
    const hasVoice = parts.speech.voicesFor(html.lang).length > 0;
    const note = make("p", "ps-listen-note", hasVoice ? words.listen_loud : words.listen_none);
    const row = make("div", "ps-listen-row");
    const more = make("div", "ps-listen-more");
    const unfold = tool(SPEED, words.listen_more, words.listen_more_whole, () => {
      more.hidden = !more.hidden;
      unfold.setAttribute("aria-expanded", String(!more.hidden));
    });
    made.setAttribute("aria-label", words.listen_title);
    note.setAttribute("role", "status");
    more.hidden = true;
    more.id = "ps-listen-more";
    more.append(speeds(), voices());
    unfold.setAttribute("aria-expanded", "false");
    unfold.setAttribute("aria-controls", more.id);
    row.append(
      tool(PLAY, words.listen_play, "", () => (isOn ? pause() : play())),
      tool(BACK, words.listen_back, words.listen_back_whole, () => move(-1)),
      tool(NEXT, words.listen_next, words.listen_next_whole, () => move(1)),
      unfold,
      tool(CLOSE, words.listen_close, words.listen_close_whole, () => close(true)),
    );
    row.firstChild.classList.add("ps-listen-play");
    made.append(note, row, more);
    made.addEventListener("pointerdown", noteSelection);
    made.addEventListener("keydown", (event) => (event.key === "Escape" ? close(true) : noteSelection()));
    return made;
  }

  /* ---------- opening and closing ---------- */

  // The page ends above the bar, and scrolls as if the screen did, so that nothing with the focus is under it.
  function makeRoom() {
    const room = bar ? `${bar.offsetHeight}px` : "";
    document.body.style.paddingBottom = room;
    html.style.scrollPaddingBottom = room;
  }

  // Not every browser heeds the room when the focus moves.
  function keepInSight({ target }) {
    if (!bar || bar.contains(target) || target.closest("dialog")) return;
    const below = target.getBoundingClientRect().bottom + 8 - bar.getBoundingClientRect().top;
    if (below > 0 && below < innerHeight) scrollBy({ top: below, behavior: "auto" });
  }

  async function open(from) {
    noteSelection();
    const isThere = await Promise.all([psychoed.load("speech"), psychoed.load("sentences")]).catch(() => false);
    if (!isThere) return;
    opener = from;
    if (!bar) {
      parts.speech.hush();
      bar = build();
      document.body.append(bar);
      makeRoom();
      if (window.ResizeObserver) new ResizeObserver(makeRoom).observe(bar);
    }
    one(".ps-listen-play", bar).focus({ preventScroll: true });
  }

  function close(isByReader) {
    if (!bar) return;
    parts.speech.hush();
    parts.sentences.unmark();
    bar.remove();
    bar = null;
    isOn = isAtEnd = false;
    at = -1;
    makeRoom();
    if (isByReader && opener.isConnected) opener.focus();
  }

  document.addEventListener("focusin", keepInSight);
  // Whoever turns to another tab, or leaves, may have to: the device must not go on speaking.
  document.addEventListener("visibilitychange", () => document.hidden && isOn && pause());
  addEventListener("pagehide", () => close(false));
  psychoed.atWipe(() => close(false));

  psychoed.parts.listen = { open };
})();
