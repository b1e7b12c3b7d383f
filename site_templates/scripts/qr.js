/* An address → its QR code (ISO/IEC 18004): error correction M, the smallest version that holds it, the mask of least
   penalty. Drawn as one path of an SVG with its quiet zone, black on white whatever the page's colours are. */
(() => {
  "use strict";

  const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const LONG_ENOUGH = 16;
  const LAST = 40;
  const QUIET = 4;
  // By version, from 1: how many codewords correct a block, and how many blocks there are.
  const CORRECTING = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28];
  const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];

  /* ---------- bits ---------- */

  const bitsOf = (value, count) => Array.from({ length: count }, (none, place) => (value >> (count - 1 - place)) & 1);
  const group = (version) => (version < 10 ? 0 : version < 27 ? 1 : 2);

  function bytesPart(text) {
    const bytes = [...new TextEncoder().encode(text)];
    const head = (version) => [...bitsOf(4, 4), ...bitsOf(bytes.length, [8, 16, 16][group(version)])];
    return { head, body: bytes.flatMap((byte) => bitsOf(byte, 8)) };
  }

  function lettersPart(text) {
    const values = [...text].map((sign) => ALPHANUMERIC.indexOf(sign));
    const body = [];
    for (let at = 0; at < values.length; at += 2) {
      const isPair = at + 1 < values.length;
      body.push(...(isPair ? bitsOf(values[at] * 45 + values[at + 1], 11) : bitsOf(values[at], 6)));
    }
    return { head: (version) => [...bitsOf(2, 4), ...bitsOf(values.length, [9, 11, 13][group(version)])], body };
  }

  // Our codes are capitals and digits at the end of an address: these take a third less room on their own.
  function partsOf(text) {
    const tail = /[0-9A-Z $%*+./:-]*$/.exec(text)[0];
    const start = text.slice(0, text.length - tail.length);
    if (tail.length < LONG_ENOUGH) return [bytesPart(text)];
    return [...(start ? [bytesPart(start)] : []), lettersPart(tail)];
  }

  /* ---------- codewords ---------- */

  const sizeOf = (version) => 17 + 4 * version;
  const markCount = (version) => (version < 2 ? 0 : Math.floor(version / 7) + 2);

  function codewordsIn(version) {
    const marks = markCount(version);
    const taken = marks ? (25 * marks - 10) * marks - 55 : 0;
    return Math.floor(((16 * version + 128) * version + 64 - taken - (version < 7 ? 0 : 36)) / 8);
  }

  const dataIn = (version) => codewordsIn(version) - CORRECTING[version - 1] * BLOCKS[version - 1];

  function versionFor(parts) {
    const lengthIn = (version) => parts.reduce((sum, { head, body }) => sum + head(version).length + body.length, 0);
    let version = 1;
    while (version <= LAST && lengthIn(version) > 8 * dataIn(version)) version += 1;
    if (version > LAST) throw new RangeError("too long for a QR code");
    return version;
  }

  function dataFor(parts, version) {
    const room = dataIn(version);
    const bits = parts.flatMap(({ head, body }) => [...head(version), ...body]);
    bits.push(...bitsOf(0, Math.min(4, 8 * room - bits.length)));
    while (bits.length % 8) bits.push(0);
    const data = [];
    for (let at = 0; at < bits.length; at += 8) data.push(parseInt(bits.slice(at, at + 8).join(""), 2));
    for (let place = 0; data.length < room; place += 1) data.push(place % 2 ? 0x11 : 0xec);
    return data;
  }

  /* ---------- error correction: Reed-Solomon in the field of 256 with the polynomial 0x11d ---------- */

  const POWER = [];
  const LOGARITHM = [];
  for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
    POWER.push(value);
    LOGARITHM[value] = exponent;
    value = value < 128 ? value * 2 : (value * 2) ^ 0x11d;
  }
  const times = (one, other) => (one && other ? POWER[(LOGARITHM[one] + LOGARITHM[other]) % 255] : 0);

  function divisorOf(degree) {
    let found = [1];
    for (let root = 0; root < degree; root += 1) {
      const next = [...found, 0];
      found.forEach((factor, place) => (next[place + 1] ^= times(factor, POWER[root])));
      found = next;
    }
    return found.slice(1);
  }

  function remainderOf(data, divisor) {
    const found = divisor.map(() => 0);
    data.forEach((byte) => {
      const factor = byte ^ found.shift();
      found.push(0);
      divisor.forEach((part, place) => (found[place] ^= times(part, factor)));
    });
    return found;
  }

  // The blocks one beside the other: the first byte of each, the second of each, and so on.
  function interleaved(data, version) {
    const count = BLOCKS[version - 1];
    const short = Math.floor(data.length / count);
    const longer = count - (data.length % count);
    const divisor = divisorOf(CORRECTING[version - 1]);
    let at = 0;
    const blocks = Array.from({ length: count }, (none, place) => data.slice(at, (at += short + (place < longer ? 0 : 1))));
    const across = (rows) =>
      Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (none, place) => rows.map((row) => row[place]))
        .flat().filter((byte) => byte !== undefined);
    return [...across(blocks), ...across(blocks.map((block) => remainderOf(block, divisor)))];
  }

  /* ---------- the square ---------- */

  function marksIn(version) {
    const count = markCount(version);
    if (!count) return [];
    const step = version === 32 ? 26 : Math.ceil((4 * version + 4) / (2 * count - 2)) * 2;
    const rest = Array.from({ length: count - 1 }, (none, place) => sizeOf(version) - 7 - place * step);
    return [6, ...rest.reverse()];
  }

  // `taken` are the places that hold no data.
  function blank(version) {
    const size = sizeOf(version);
    const rows = Array.from({ length: size }, () => new Uint8Array(size));
    const taken = rows.map((row) => row.slice());
    const set = (x, y, dark) => {
      if (x < 0 || y < 0 || x >= size || y >= size) return;
      rows[y][x] = dark ? 1 : 0;
      taken[y][x] = 1;
    };
    const rings = (x, y, radius, light) => {
      for (let dy = -radius; dy <= radius; dy += 1)
        for (let dx = -radius; dx <= radius; dx += 1) set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
    };
    for (let place = 0; place < size; place += 1) {
      set(6, place, place % 2 === 0);
      set(place, 6, place % 2 === 0);
    }
    [[3, 3], [size - 4, 3], [3, size - 4]].forEach(([x, y]) => rings(x, y, 4, [2, 4]));
    const marks = marksIn(version);
    const last = marks.length - 1;
    marks.forEach((x, column) => marks.forEach((y, row) => {
      const isCorner = (column === 0 && (row === 0 || row === last)) || (column === last && row === 0);
      if (!isCorner) rings(x, y, 2, [1]);
    }));
    return { version, size, rows, taken, set };
  }

  function withoutRest(value, bits, divisor) {
    let rest = value;
    for (let place = 0; place < bits; place += 1) rest = (rest << 1) ^ ((rest >> (bits - 1)) * divisor);
    return rest;
  }

  // Which mask and level (M is 00), twice; the version from 7 on, twice.
  function label({ version, size, set }, mask, isReserved = false) {
    const bits = ((mask << 10) | withoutRest(mask, 10, 0x537)) ^ 0x5412;
    const bit = (place) => !isReserved && (bits >> place) & 1;
    for (let place = 0; place < 15; place += 1) {
      if (place < 8) set(size - 1 - place, 8, bit(place));
      else set(8, size - 15 + place, bit(place));
      const along = place < 6 ? place : place < 8 ? place + 1 : place < 9 ? 7 : 14 - place;
      if (place < 8) set(8, along, bit(place));
      else set(along, 8, bit(place));
    }
    set(8, size - 8, true);
    if (version < 7) return;
    const numbered = (version << 12) | withoutRest(version, 12, 0x1f25);
    for (let place = 0; place < 18; place += 1) {
      const dark = !isReserved && (numbered >> place) & 1;
      const far = size - 11 + (place % 3);
      set(far, Math.floor(place / 3), dark);
      set(Math.floor(place / 3), far, dark);
    }
  }

  // In columns two wide from the right, up and down by turns; the column of the timing is left out.
  function fill({ size, rows, taken }, codewords) {
    let at = 0;
    for (let right = size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      const isUp = ((right + 1) & 2) === 0;
      for (let step = 0; step < size; step += 1) {
        const y = isUp ? size - 1 - step : step;
        for (let x = right; x > right - 2; x -= 1) {
          if (taken[y][x]) continue;
          rows[y][x] = at < 8 * codewords.length ? (codewords[at >> 3] >> (7 - (at & 7))) & 1 : 0;
          at += 1;
        }
      }
    }
  }

  const MASKS = [
    (x, y) => (x + y) % 2,
    (x, y) => y % 2,
    (x) => x % 3,
    (x, y) => (x + y) % 3,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    (x, y) => ((x * y) % 2) + ((x * y) % 3),
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];
  const masked = ({ rows, taken }, mask) =>
    rows.map((row, y) => row.map((dark, x) => (taken[y][x] || MASKS[mask](x, y) ? dark : 1 - dark)));

  /* ---------- which mask is read best ---------- */

  // Runs of five or more of one colour, and what could be taken for a corner.
  function alongLine(line) {
    const found = line.join("");
    const runs = found.match(/0{5,}|1{5,}/g) || [];
    let corners = 0;
    for (let at = found.indexOf("1011101"); at >= 0; ) {
      const before = found.slice(Math.max(at - 4, 0), at);
      const after = found.slice(at + 7, at + 11);
      const isCorner = !before.includes("1") || !after.includes("1");
      if (isCorner) corners += 1;
      at = found.indexOf("1011101", at + (isCorner ? 7 : 4));
    }
    return runs.reduce((sum, run) => sum + run.length - 2, 0) + 40 * corners;
  }

  function penalty(rows) {
    const columns = rows.map((row, x) => rows.map((line) => line[x]));
    let found = [...rows, ...columns].reduce((sum, line) => sum + alongLine(line), 0);
    let dark = 0;
    rows.forEach((row, y) => row.forEach((one, x) => {
      dark += one;
      if (x && y && one === row[x - 1] && one === rows[y - 1][x] && one === rows[y - 1][x - 1]) found += 3;
    }));
    return found + 10 * Math.floor(Math.abs((100 * dark) / rows.length ** 2 - 50) / 5);
  }

  // Gives {version, mask, rows}: a row holds 1 for dark. Throws RangeError where no QR code holds the text.
  function encode(text) {
    const parts = partsOf(text);
    const square = blank(versionFor(parts));
    label(square, 0, true);
    fill(square, interleaved(dataFor(parts, square.version), square.version));
    // As the standard asks, masks are compared before the label is there.
    const tried = MASKS.map((rule, mask) => penalty(masked(square, mask)));
    const mask = tried.indexOf(Math.min(...tried));
    const rows = masked(square, mask);
    label({ ...square, set: (x, y, dark) => (rows[y][x] = dark ? 1 : 0) }, mask);
    return { version: square.version, mask, rows };
  }

  /* ---------- drawing ---------- */

  const svg = (tag, values) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.entries(values).forEach(([name, value]) => made.setAttribute(name, value));
    return made;
  };

  function draw(text, name) {
    const { version, rows } = encode(text);
    const side = rows.length + 2 * QUIET;
    const runs = rows.map((row, y) =>
      [...row.join("").matchAll(/1+/g)].map(({ index, 0: run }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`).join(""));
    const made = svg("svg", { viewBox: `0 0 ${side} ${side}`, class: "ps-qr", role: "img", "aria-label": name, "data-version": version, "shape-rendering": "crispEdges" });
    made.append(svg("rect", { width: side, height: side, fill: "#fff" }), svg("path", { d: runs.join(""), fill: "#000" }));
    return made;
  }

  psychoed.parts.qr = { encode, draw };
})();
