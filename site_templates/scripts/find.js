/* Finding: which places of the course answer typed words. Asks for the words' shards (see generator/render/search). */
(() => {
  "use strict";

  const { make } = psychoed;
  const MOST_WORDS = 8;
  // So many places are few, however small the course is.
  const FEW = 20;
  // Of a word in a section: once, more often, in its heading, in the page's title.
  const WORTH = [1, 1.4, 3, 5];
  // Two words that differ only in these, in English or Spanish, are the same for who searches.
  const ENDINGS = new Set(" s es e ed d ing y ies ied er ers ly n r ar er ir a as o os on ones ion ions iones cion ciones ando ada ado ida ido".split(" "));

  /* ---------- data: scripts that call take() ---------- */

  const told = {};
  const asked = {};

  function ask(name) {
    asked[name] = asked[name] || new Promise((done, fail) => {
      const script = make("script");
      script.src = `${psychoed.base}search/${name}.js`;
      script.onload = script.onerror = () => {
        if (name in told) return done(told[name]);
        delete asked[name];
        fail(new Error(name));
      };
      document.head.append(script);
      script.remove();
    });
    return asked[name];
  }

  async function shard(word) {
    const [, names] = await ask("index");
    const letter = /^[a-z]/.test(word) ? word[0] : "other";
    const name = [word.slice(0, 2), letter].find((known) => names.includes(known));
    const lines = name ? (await ask(name)).split("\n") : [];
    return new Map(lines.map((line) => line.split(" ")));
  }

  // "0bj2a": pieces further, then sections further and worth in letters. Gives [piece, section, worth] of each place.
  function places(postings) {
    const found = [];
    let piece = 0;
    for (const [, further, letters] of postings.matchAll(/(\d+)([A-Za-z]+)/g)) {
      piece += Number(further);
      let value = 0;
      let section = 0;
      for (const letter of letters) {
        value = value * 26 + parseInt(letter, 36) - 10;
        if (letter < "a") continue;
        section += value >> 2;
        found.push([piece, section, WORTH[value & 3]]);
        value = 0;
      }
    }
    return found;
  }

  /* ---------- words ---------- */

  const MARKS = /[\u0300-\u036f\u00ad'\u2019\u02bc]/g;
  const fold = (text) => text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(MARKS, "").replace(/\u03c2/g, "\u03c3");
  const LETTERS = /[\p{L}\p{N}\p{M}\u00ad'\u2019\u02bc]+/gu;
  // Every word of a text as it is found, and where it stands.
  const tokens = (text) => [...text.matchAll(LETTERS)].map((found) => ({ at: found.index, end: found.index + found[0].length, word: fold(found[0]) }));
  const wordsIn = (text) => [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu) || [])];

  function alike(one, other) {
    let length = 0;
    while (length < one.length && one[length] === other[length]) length++;
    return length;
  }

  // How well a word of the course answers a typed one, from 0 to 1.
  function likeness(word, typed, mayGoOn) {
    if (word === typed) return 1;
    const same = alike(typed, word);
    if (mayGoOn && same === typed.length) return 0.4 + 0.4 * same / word.length;
    return same > 3 && ENDINGS.has(typed.slice(same)) && ENDINGS.has(word.slice(same)) ? 0.6 : 0;
  }

  // Letters to change, leave out, add or swap; half a letter more where the word goes on after what was typed.
  function distance(typed, word) {
    let before = [];
    let row = [...word].map((_, place) => place + 1);
    row.unshift(0);
    for (let i = 1; i <= typed.length; i++) {
      const next = [i];
      for (let j = 1; j <= word.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (typed[i - 1] === word[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      before = row;
      row = next;
    }
    return Math.min(row[word.length], typed.length > 4 ? Math.min(...row) + 0.5 : Infinity);
  }

  function nearest(typed, known) {
    const most = typed.length < 4 || /\d/.test(typed) ? 0 : typed.length < 8 ? 1.5 : 2.5;
    let best = "";
    let least = most || -1;
    known.forEach((word) => {
      const far = word.length > 2 && word.length >= typed.length - 2 ? distance(typed, word) : Infinity;
      if (far < least || (far === least && !best)) [best, least] = [word, far];
    });
    return best;
  }

  /* ---------- finding ---------- */

  async function answers(typed, mayGoOn) {
    const known = await shard(typed);
    const likely = [...known.keys()].map((word) => [word, likeness(word, typed, mayGoOn)]).filter(([, like]) => like);
    return likely.map(([word, like]) => [word, like, places(known.get(word))]);
  }

  // What answers a typed word; where nothing does, what answers the word most like it.
  async function lookUp(typed, mayGoOn) {
    const found = await answers(typed, mayGoOn);
    if (found.length) return { typed, found };
    const instead = nearest(typed, [...(await shard(typed)).keys()]) || (typed.length > 3 && nearest(typed, (await ask("words")).split("\n")));
    return instead ? { typed, instead, found: await answers(instead, false) } : { typed, found };
  }

  const isOneOf = (typed, list) => {
    const known = wordsIn(list);
    return wordsIn(typed).some((word) => known.some((other) => likeness(other, word, false)) || (word.length > 5 && nearest(word, known)));
  };

  const keyOf = (piece, section) => `${piece} ${section}`;

  function weigh({ found }, total) {
    const worth = new Map();
    found.forEach(([, like, at]) => at.forEach(([piece, section, weight]) => {
      const key = keyOf(piece, section);
      worth.set(key, Math.max(worth.get(key) || 0, like * weight));
    }));
    const rare = Math.log(1 + total / (worth.size || 1)) ** 2;
    worth.forEach((value, key) => worth.set(key, value * rare));
    return { worth, rare, isEverywhere: worth.size > Math.max(FEW, total / 3) };
  }

  // The places that have all words, but for those that stand everywhere; those with some where none has all. Rare words
  // count for more.
  async function find(typed) {
    const each = wordsIn(typed).slice(0, MOST_WORDS);
    const [total] = await ask("index");
    const looked = await Promise.all(each.map((word, place) => lookUp(word, word.length > 3 || (word.length > 1 && place === each.length - 1))));
    const weighed = looked.map((answer) => weigh(answer, total));
    const telling = weighed.filter(({ isEverywhere }) => !isEverywhere);
    const needed = telling.length ? telling : weighed;
    const sums = new Map();
    weighed.forEach((one) => one.worth.forEach((value, key) => {
      const [sum, count] = sums.get(key) || [0, 0];
      sums.set(key, [sum + value, count + (needed.includes(one) ? 1 : 0)]);
    }));
    const whole = [...sums].filter(([, [, count]]) => count === needed.length);
    const shown = whole.length ? whole : [...sums].filter(([, [, count]]) => count);
    const order = (key) => key.split(" ").map(Number);
    return {
      places: shown.map(([key, [sum]]) => [...order(key), sum]).sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1]),
      hits: new Map(looked.flatMap(({ found }, place) => found.map(([word]) => [word, weighed[place].rare]))),
      isPart: !whole.length,
      instead: looked.filter(({ instead }) => instead),
    };
  }

  psychoed.parts.find = { ask, find, isOneOf, tokens, wordsIn, take: (name, value) => (told[name] = value) };
})();
