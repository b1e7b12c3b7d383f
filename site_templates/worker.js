/* Answers for pages that the reader asked to keep, and is only there then. The build puts PREFIX in front.
   It knows a kept set by its mark, which offline-store.js writes last; without one, everything goes to the network. */
(() => {
  "use strict";

  const { scope } = registration;
  const own = `${PREFIX}pages:${new URL(scope).pathname}:`;
  const mark = `${scope}offline.json?kept`;
  const counselors = `${scope}counselors/`;
  // What is kept when it is opened: sheets to print, lessons in one file. They load nothing else.
  const ALONE = /\.pdf$|\/file\/[^/]+\.html$/;

  function addressOf(href) {
    const { origin, pathname } = new URL(href);
    return origin + pathname.replace(/\/$/, "/index.html");
  }

  // Asked anew each time: what was removed must not come back from a worker's memory.
  async function keptName() {
    const names = (await caches.keys()).filter((name) => name.startsWith(own)).reverse();
    for (const cacheName of names) if (await caches.match(mark, { cacheName })) return cacheName;
    return "";
  }

  // A page that came from the network gets its scripts from there too: never new pages with old scripts.
  async function isForKeptPage({ request, clientId }, cacheName) {
    const client = request.mode !== "navigate" && clientId && (await clients.get(clientId));
    return !client || caches.match(addressOf(client.url), { cacheName });
  }

  async function add(cacheName, address, answer) {
    const cache = await caches.open(cacheName);
    await cache.put(address, new Response(await answer.blob(), { headers: { "Content-Type": answer.headers.get("Content-Type") || "" } }));
    // It may have been removed meanwhile, and opening made it anew.
    if (!(await caches.match(mark, { cacheName }))) await caches.delete(cacheName);
  }

  async function answer(event, address) {
    const cacheName = await keptName();
    const found = cacheName && (await isForKeptPage(event, cacheName)) && (await caches.match(address, { cacheName }));
    if (found) return found;
    try {
      const fresh = await fetch(event.request);
      if (cacheName && fresh.status === 200 && ALONE.test(address)) event.waitUntil(add(cacheName, address, fresh.clone()));
      return fresh;
    } catch (lost) {
      if (cacheName && event.request.mode === "navigate") return Response.redirect(`${scope}index.html#not-kept`);
      throw lost;
    }
  }

  addEventListener("fetch", (event) => {
    const { method, url, destination, cache } = event.request;
    const address = addressOf(url);
    const isOurs = method === "GET" && address.startsWith(scope) && !address.startsWith(counselors);
    // So offline-store.js asks for what is new.
    if (isOurs && (destination || cache !== "no-cache")) event.respondWith(answer(event, address));
  });

  addEventListener("activate", (event) => event.waitUntil(clients.claim()));

  // How many other windows show our pages?
  addEventListener("message", async ({ source, ports }) => {
    const windows = await clients.matchAll({ type: "window" });
    ports[0].postMessage(windows.filter(({ id, url }) => id !== source.id && !url.startsWith(counselors)).length);
  });
})();
