/* Plan ↔ code, as `codes.py` does it and says how: read what was typed or followed, write what was chosen.
   A code is {kind, version, items: [{module, isRead, isPracticed}]}; a text that is none gives {reason}. */
(() => {
  "use strict";

  const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const ORDER = `${SIGNS}.-`;
  const MOST_MODULES = 100;
  const LONGEST = 1000;
  const PRIME = 1021;
  const STEP = 10;
  const HEAD = 5;
  const COURSE = 3;
  const CHECK = 2;
  const GROUP = 4;
  const FORM = { plan: "1", done: "2" };
  const KIND = { 1: "plan", 2: "done" };
  const READ = 1;
  const PRACTICED = 2;
  const VERSION = /^(?:dev|[0-9]{4}\.(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2}))?)$/;
  const BETWEEN = /[\t-\r \u00a0\u00ad\u1680\u2000-\u200b\u2010-\u2015\u2028\u2029\u202f\u205f\u2060\u2212\u3000\ufe58\ufe63\ufeff\uff0d_-]+/g;

  // Two signs for all the signs before them; the last of these weighs 10, the one before 100, and so on.
  function checkOf(text) {
    let total = 0;
    let weight = 1;
    for (let place = text.length - 1; place >= 0; place -= 1) {
      weight = (weight * STEP) % PRIME;
      total = (total + ORDER.indexOf(text[place]) * weight) % PRIME;
    }
    return SIGNS[Math.floor(total / SIGNS.length)] + SIGNS[total % SIGNS.length];
  }

  /* ---------- writing ---------- */

  // How many modules there are; after 31 it starts again. So a code that was cut short is not taken for a shorter one.
  const countOf = (modules) => SIGNS[modules % SIGNS.length];

  function groupOf({ module, isRead, isPracticed }, kind) {
    return kind === "done" ? module + SIGNS[(isRead ? READ : 0) + (isPracticed ? PRACTICED : 0)] : module;
  }

  // `course` is the three signs of the course.
  function write({ kind, version, items }, course) {
    if (!items.length || items.length > MOST_MODULES || !VERSION.test(version)) throw new RangeError(version);
    const groups = [FORM[kind] + course + countOf(items.length), ...items.map((item) => groupOf(item, kind))];
    return [version, ...groups, checkOf(`${version.toUpperCase()}-${groups.join("")}`)].join("-");
  }

  // The same code with no dash but the one after its version: for addresses.
  function dense(code) {
    const end = code.indexOf("-") + 1;
    return code.slice(0, end) + code.slice(end).replace(/-/g, "");
  }

  /* ---------- reading ---------- */

  // As people misread: O for 0, I and L for 1.
  const folded = (text) => text.toUpperCase().replace(/[OIL]/g, (sign) => (sign === "O" ? "0" : "1"));

  function versionOf(label) {
    const found = label.toUpperCase() === "DEV" ? "dev" : folded(label);
    return VERSION.test(found) ? found : null;
  }

  function isNear(parts) {
    const whole = parts.replace(/-/g, "");
    return whole.length > HEAD + GROUP && /^[A-Za-z0-9.]+$/.test(whole) && /[0-9]/.test(whole);
  }

  function itemOf(group) {
    const done = group.length > GROUP ? SIGNS.indexOf(group[GROUP]) : 0;
    return { module: group.slice(0, GROUP), isRead: Boolean(done & READ), isPracticed: Boolean(done & PRACTICED) };
  }

  function itemsIn(body, width) {
    const found = new Map();
    for (let at = 0; at < body.length; at += width) {
      const item = itemOf(body.slice(at, at + width));
      if (!found.has(item.module)) found.set(item.module, item);
    }
    return [...found.values()];
  }

  function readSigns(version, signs, course) {
    const kind = KIND[signs[0]];
    const width = GROUP + (kind === "done" ? 1 : 0);
    const room = signs.length - HEAD - CHECK;
    if (kind && (room < width || room % width || signs[HEAD - 1] !== countOf(room / width))) return { reason: "cut-short" };
    if (checkOf(`${version.toUpperCase()}-${signs.slice(0, -CHECK)}`) !== signs.slice(-CHECK)) return { reason: "mistyped" };
    if (!kind) return { reason: "newer-form" };
    if (signs.slice(1, 1 + COURSE) !== course) return { reason: "other-course" };
    if (room / width > MOST_MODULES) return { reason: "too-long" };
    return { kind, version, items: itemsIn(signs.slice(HEAD, -CHECK), width) };
  }

  function read(text, course) {
    if (text.length > 2 * LONGEST || [...text].length > LONGEST) return { reason: "too-long" };
    const parts = text.replace(BETWEEN, "-").replace(/^-|-$/g, "");
    if (!parts) return { reason: "empty" };
    const end = parts.indexOf("-");
    const version = versionOf(end < 0 ? parts : parts.slice(0, end));
    const signs = end < 0 ? "" : folded(parts.slice(end + 1).replace(/-/g, ""));
    if (!version || !signs || [...signs].some((sign) => !SIGNS.includes(sign))) {
      return { reason: isNear(parts) ? "mistyped" : "not-a-code" };
    }
    return readSigns(version, signs, course);
  }

  // What stands after the # of an address; what cannot be decoded stays as it is.
  function inAddress(address = location.href) {
    const at = address.indexOf("#");
    const text = at < 0 ? "" : address.slice(at + 1);
    if (text.length > 4 * LONGEST) return text;
    try {
      return decodeURIComponent(text);
    } catch (odd) {
      return text;
    }
  }

  /* ---------- what the pages of plans share ---------- */

  const { words, fill } = psychoed;

  function whyNot(reason, version) {
    const said = {
      "empty": words.code_empty,
      "too-long": words.code_too_long,
      "not-a-code": fill(words.code_not_a_code, { start: `${version}-` }),
      "cut-short": words.code_cut_short,
      "mistyped": words.code_mistyped,
      "newer-form": words.code_newer_form,
      "other-course": words.code_other_course,
    };
    return said[reason];
  }

  // What was followed as it can stand in the field, so that a slip of the finger can be mended; never what is no code at all.
  const asTyped = (text) => (/^[\w.\s-]{1,1000}$/.test(text) ? text : "");

  // A page of ours on the web, seen from here: `from` says whether others can open it there. What is at `latest` today
  // is another version tomorrow, so it is named by its own.
  function place(near, published, version) {
    const found = new URL(near, location.href);
    if (found.protocol === "file:") return { address: published, from: "folder" };
    found.pathname = found.pathname.replace(/\/latest\/(?=[a-z-]+\/([a-z]+\/)?[a-z]+\.html$)/i, `/${version}/`);
    const isHere = /^(localhost|127\.[\d.]+|\[::1\])$/.test(found.hostname);
    return { address: found.href, from: isHere ? "here" : "web" };
  }

  const inLink = (code, course) => dense(write(code, course));

  // The title is what a print queue shows: nothing there tells what the sheet is about.
  function print(title) {
    const before = document.title;
    const back = () => (document.title = before);
    addEventListener("afterprint", back, { once: true });
    document.title = title;
    window.print();
  }

  psychoed.parts.codes = { read, write, dense, inAddress, asTyped, whyNot, place, inLink, print };
})();
