/* Keeping the course on the device: fetches all files, checks each, and only then marks the set as whole (see worker.js).
   A set is a cache `<prefix>pages:<path of the tree>:<digest>`; its mark is the list of its files. */
(() => {
  "use strict";

  const { base, prefix } = psychoed;
  const LANES = 4;
  const all = `${prefix}pages:`;
  const own = `${all}${new URL(base).pathname}:`;
  const KEPT = `${base}offline.json?kept`;
  const READY = `${base}offline.json?ready`;

  const problem = (why) => Object.assign(new Error(why), { why });
  const whyOf = (error) => error.why || (error.name === "QuotaExceededError" ? "room" : "refused");
  const names = async (start) => (await caches.keys()).filter((name) => name.startsWith(start));
  const isPossible = () => Boolean(window.isSecureContext && navigator.serviceWorker && window.caches && window.crypto && crypto.subtle && window.AbortController);

  /* ---------- sets ---------- */

  async function find(mark) {
    for (const name of (await names(own)).reverse()) {
      const answer = await caches.match(mark, { cacheName: name });
      if (answer) return { name, list: await answer.json() };
    }
    return null;
  }

  const write = (cache, mark, list) => cache.put(mark, new Response(JSON.stringify(list), { headers: { "Content-Type": "application/json" } }));
  const sumsOf = (rows) => new Map(rows.map(([path, sum]) => [path, sum]));
  const bytesOf = (rows) => rows.reduce((sum, row) => sum + row[2], 0);

  // What a window left half, because it was closed.
  async function sweep() {
    const whole = [await find(KEPT), await find(READY)].filter(Boolean).map(({ name }) => name);
    await Promise.all((await names(own)).filter((name) => !whole.includes(name)).map((name) => caches.delete(name)));
  }

  /* ---------- fetching ---------- */

  async function sumOf(body) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body)).subarray(0, 6);
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function ask(path, signal) {
    const answer = await fetch(base + path, { cache: "no-cache", signal }).catch(() => {
      throw problem(signal && signal.aborted ? "stopped" : "network");
    });
    if (!answer.ok) throw problem("missing");
    return answer;
  }

  async function list(signal) {
    const found = await (await ask("offline.json", signal)).json().catch(() => null);
    if (!found || !found.digest || !Array.isArray(found.files) || !Array.isArray(found.sheets)) throw problem("changed");
    return found;
  }

  // Bytes that are not those of the list are of another version, or damaged.
  async function fetched([path, sum], signal) {
    const answer = await ask(path, signal);
    const body = await answer.arrayBuffer().catch(() => {
      throw problem("network");
    });
    if (sum && (await sumOf(body)) !== sum) throw problem("changed");
    return new Response(body, { headers: { "Content-Type": answer.headers.get("Content-Type") || "" } });
  }

  async function gather(cache, rows, { before, signal, abort, progress }) {
    const known = before ? sumsOf([...before.list.files, ...before.list.sheets]) : new Map();
    const rest = [...rows];
    let done = 0;
    let first = null;
    async function lane() {
      for (let row = rest.shift(); row && !signal.aborted; row = rest.shift()) {
        const [path, sum, bytes] = row;
        const same = sum && known.get(path) === sum && (await caches.match(base + path, { cacheName: before.name }));
        await cache.put(base + path, same || (await fetched(row, signal)));
        progress(done += bytes);
      }
    }
    await Promise.all(Array.from({ length: LANES }, () => lane().catch((error) => {
      first = first || problem(signal.aborted ? "stopped" : whyOf(error));
      abort();
    })));
    if (first || signal.aborted) throw first || problem("stopped");
  }

  /* ---------- one thing at a time, in one window ---------- */

  let run = null;
  async function alone(work) {
    if (run) throw problem("busy");
    const stopper = new AbortController();
    const doing = () => work({ signal: stopper.signal, abort: () => stopper.abort() });
    const locked = (lock) => {
      if (!lock) throw problem("busy");
      return doing();
    };
    const over = navigator.locks ? navigator.locks.request(own, { ifAvailable: true }, locked) : doing();
    run = { over: over.catch(() => {}), stop: () => stopper.abort() };
    try {
      return await over;
    } finally {
      run = null;
    }
  }

  async function stop() {
    if (!run) return;
    run.stop();
    await run.over;
  }

  /* ---------- keeping ---------- */

  async function start() {
    const { serviceWorker } = navigator;
    const registration = await serviceWorker.register(`${base}worker.js`, { scope: base });
    const worker = registration.installing || registration.waiting || registration.active;
    await new Promise((done, fail) => {
      const look = () => (worker.state === "activated" ? done() : worker.state === "redundant" && fail(problem("refused")));
      worker.addEventListener("statechange", look);
      look();
    });
  }

  async function endWorkers(isEnded) {
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.filter(({ scope }) => isEnded(scope)).map((worker) => worker.unregister()));
  }

  const pathsIn = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url.slice(base.length)).filter((path) => !path.startsWith("offline.json"));

  // What was kept beside the pages, as sheets to print, comes along if it is still there.
  async function besides(before, fresh) {
    if (!before) return [];
    const pages = sumsOf(before.list.files);
    const rows = new Map(fresh.sheets.map((row) => [row[0], row]));
    return (await pathsIn(before.name)).filter((path) => !pages.has(path)).map((path) => rows.get(path) || [path, "", 0]);
  }

  async function checkRoom(bytes) {
    const { quota, usage } = navigator.storage && navigator.storage.estimate ? await navigator.storage.estimate() : {};
    if (quota && quota - usage < bytes * 1.2) throw problem("room");
  }

  // The first time it is in use at once; a newer set is made ready beside the one in use.
  const keep = (progress) => alone(async (doing) => {
    const [before, ready, fresh] = [await find(KEPT), await find(READY), await list(doing.signal)];
    if ([before, ready].some((set) => set && set.list.digest === fresh.digest)) return;
    await checkRoom(bytesOf(fresh.files));
    if (ready) await caches.delete(ready.name);
    await sweep();
    const name = own + fresh.digest;
    const cache = await caches.open(name);
    try {
      await gather(cache, fresh.files, { ...doing, before, progress });
      for (const row of await besides(before, fresh)) {
        await gather(cache, [row], { ...doing, before, abort: () => {}, progress: () => {} }).catch((error) => {
          if (error.why !== "missing") throw error;
        });
      }
      if (!before) await start();
      // Published anew meanwhile, or cleared by another window?
      if ((await list(doing.signal)).digest !== fresh.digest) throw problem("changed");
      if (!(await caches.has(name))) throw problem("stopped");
      await write(cache, before ? READY : KEPT, fresh);
      if (doing.signal.aborted) throw problem("stopped");
    } catch (error) {
      await caches.delete(name);
      if (!before) await endWorkers((scope) => scope === base);
      throw problem(doing.signal.aborted && !error.why ? "stopped" : whyOf(error));
    }
  });

  async function missingSheets() {
    const set = await find(KEPT);
    if (!set) return [];
    const there = new Set(await pathsIn(set.name));
    return set.list.sheets.filter(([path]) => !there.has(path));
  }

  const keepSheets = (progress) => alone(async (doing) => {
    const rows = await missingSheets();
    await checkRoom(bytesOf(rows));
    const { name } = await find(KEPT);
    const cache = await caches.open(name);
    try {
      await gather(cache, rows, { ...doing, progress });
    } catch (error) {
      await Promise.all(rows.map(([path]) => cache.delete(base + path)));
      throw problem(whyOf(error));
    }
  });

  // Other windows would mix their old page with new scripts.
  async function others() {
    const { controller } = navigator.serviceWorker;
    if (!controller) return 0;
    const { port1, port2 } = new MessageChannel();
    return new Promise((done) => {
      port1.onmessage = ({ data }) => done(data);
      controller.postMessage("others", [port2]);
    });
  }

  // Returns whether the newer set is in use now.
  async function adopt() {
    if (await others()) return false;
    const next = await find(READY);
    if (!next) return true;
    const cache = await caches.open(next.name);
    await write(cache, KEPT, next.list);
    await cache.delete(READY);
    await Promise.all((await names(own)).filter((name) => name !== next.name).map((name) => caches.delete(name)));
    return true;
  }

  // Every version of this course.
  async function remove() {
    await stop();
    const kept = await names(all);
    const trees = new Set(kept.map((name) => name.slice(all.length, name.lastIndexOf(":"))));
    await Promise.all(kept.map((name) => caches.delete(name)));
    await endWorkers((scope) => scope === base || trees.has(new URL(scope).pathname));
  }

  const tidy = () => alone(sweep).catch(() => {});
  const changes = (set, fresh) => {
    const known = sumsOf(set.list.files);
    return bytesOf(fresh.files.filter(([path, sum]) => known.get(path) !== sum));
  };

  psychoed.parts.store = {
    isPossible, list, keep, keepSheets, missingSheets, adopt, remove, stop, tidy, changes, bytesOf, kept: () => find(KEPT), ready: () => find(READY),
  };
})();
