/* The page as sentences, for reading aloud: what is said, and where in the page each character of it stands. */
(() => {
  "use strict";

  // A voice may stop in the middle of more than this.
  const LONGEST = 180;
  const SKIPPED = [
    "nav, button, input, select, textarea, script, style, template, dialog, [hidden], [aria-hidden=true], .ps-unseen",
    "details:not([open]), .ps-answers > summary, .ps-jump, .ps-back, .ps-actions, .ps-downloads",
    ".ps-sources, .ps-review",
  ].join();
  const PICTURES = "[role=img], svg, img";
  const NUMBERS = "a[href^='tel:'], a[href^='sms:']";

  const languageOf = (element) => element.closest("[lang]").lang;
  // A paragraph stays one, even where it is laid out as a word (the draft mark).
  const isInline = (element, { display }) => element.tagName !== "P" && /^(inline|contents|ruby)/.test(display);

  function blockOf(element, root) {
    const isPart = element !== root && isInline(element, getComputedStyle(element));
    return isPart ? blockOf(element.parentElement, root) : element;
  }

  function isHidden(element, { display, visibility }) {
    return display === "none" || visibility !== "visible" || element.matches(SKIPPED);
  }

  const nameOf = (picture) => picture.getAttribute("aria-label") || picture.alt || "";

  // A block is a run of words without a line break in it. A foreign word stays in it unless a voice can say it.
  function blocksOf(root, hasVoice) {
    const found = [];
    let open = null;
    const add = (text) => {
      const element = text.parentElement;
      const language = languageOf(element);
      if (open && open.language !== language && hasVoice(language)) open = null;
      if (!open) {
        open = { element: blockOf(element, root), language, text: "", nodes: [], places: [] };
        found.push(open);
      }
      put(open, text, element.closest(NUMBERS));
    };
    const visit = (element) => {
      const style = getComputedStyle(element);
      if (isHidden(element, style)) return;
      const isPicture = element.matches(PICTURES);
      const isApart = isPicture || element.tagName === "BR" || !isInline(element, style);
      if (isApart) open = null;
      if (isPicture) found.push({ element, language: languageOf(element), text: nameOf(element) });
      else walk(element);
      if (isApart) open = null;
    };
    const walk = (element) => element.childNodes.forEach((node) => {
      if (node.nodeType === Node.TEXT_NODE) add(node);
      else if (node.nodeType === Node.ELEMENT_NODE) visit(node);
    });
    walk(root);
    return found.filter((block) => /[\p{L}\p{N}]/u.test(block.text));
  }

  // Spaces become one; the digits of a telephone number are said one by one.
  function said(sign, before, isNumber) {
    if (sign === "\u00ad") return "";
    if (/\s/.test(sign)) return before && before !== " " ? " " : "";
    if (isNumber && /[-–]/.test(sign)) return ", ";
    return isNumber && /\d/.test(sign) && /\d/.test(before) ? ` ${sign}` : sign;
  }

  function put(block, text, isNumber) {
    for (let place = 0; place < text.length; place += 1) {
      const added = said(text.data[place], block.text.slice(-1), isNumber);
      block.text += added;
      for (let count = 0; count < added.length; count += 1) {
        block.nodes.push(text);
        block.places.push(place);
      }
    }
  }

  // A sentence ends at a stop before a space, but not before a small letter ("e.g. a walk").
  function sentencesOf(block) {
    const { text } = block;
    const stops = /[.!?…؟।]+["'”’»)\]]*(?=\s|$)|[。！？]+["'”’」』）]*/g;
    const found = [];
    let start = 0;
    const cut = (end) => {
      const pieces = piecesOf(text, start, end);
      if (pieces.length) found.push({ block, pieces });
      start = end;
    };
    for (const stop of text.matchAll(stops)) {
      const end = stop.index + stop[0].length;
      const next = text.slice(end).trim()[0] || "";
      if (next === next.toUpperCase()) cut(end);
    }
    cut(text.length);
    return found;
  }

  // [start, end] of what is said in one go.
  function piecesOf(text, from, to) {
    const found = [];
    let start = from;
    let end = to;
    while (text[end - 1] === " ") end -= 1;
    while (start < end) {
      while (text[start] === " ") start += 1;
      const piece = end - start > LONGEST ? start + lengthOfPart(text.slice(start, start + LONGEST)) : end;
      if (start < piece) found.push([start, piece]);
      start = piece;
    }
    return found;
  }

  // Up to the last comma, or else the last space; the very first comma would make the voice stumble.
  function lengthOfPart(part) {
    const comma = Math.max(...[", ", "; ", ": ", "– ", "— "].map((sign) => part.lastIndexOf(sign))) + 1;
    const space = part.lastIndexOf(" ");
    if (comma > LONGEST / 4) return comma;
    return space > 0 ? space : part.length;
  }

  // Where a sentence starts, and where its last character does: [node, place].
  function endsOf({ block, pieces }) {
    const point = (place) => [block.nodes[place], block.places[place]];
    if (block.nodes) return [point(pieces[0][0]), point(pieces[pieces.length - 1][1] - 1)];
    const parent = block.element.parentNode;
    const here = [parent, [...parent.childNodes].indexOf(block.element)];
    return [here, here];
  }

  function range(sentence) {
    const [[first, start], [last, end]] = endsOf(sentence);
    const made = document.createRange();
    made.setStart(first, start);
    made.setEnd(last, end + 1);
    return made;
  }

  const endsBefore = (sentence, other) => other.comparePoint(...endsOf(sentence)[1]) < 0;

  const bottom = (sentence) => range(sentence).getBoundingClientRect().bottom;

  /* ---------- the mark ---------- */

  const canMark = Boolean(window.CSS && CSS.highlights && window.Highlight);

  function unmark() {
    const marked = [...document.querySelectorAll(".ps-spoken")];
    marked.forEach((element) => element.classList.remove("ps-spoken", "ps-spoken-whole"));
    if (canMark) CSS.highlights.delete("ps-spoken");
  }

  // `screen`: the top and bottom of what the reader sees of the page.
  function mark(sentence, screen) {
    unmark();
    const { element, nodes } = sentence.block;
    const here = range(sentence);
    element.classList.add("ps-spoken");
    if (canMark && nodes) CSS.highlights.set("ps-spoken", new Highlight(here));
    else element.classList.add("ps-spoken-whole");
    bringIntoView(here.getBoundingClientRect(), screen);
  }

  function bringIntoView(box, { top, bottom: end }) {
    if (box.top >= top && box.bottom <= end) return;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: box.top - top - (end - top) / 5, behavior: isStill ? "auto" : "smooth" });
  }

  // hasVoice(language) → whether that language can be read.
  const of = (root, hasVoice) => blocksOf(root, hasVoice).flatMap(sentencesOf);

  psychoed.parts.sentences = { of, bottom, endsBefore, mark, unmark };
})();
