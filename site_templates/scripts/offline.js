/* Reading without a network: asking before anything is kept, telling what is kept, taking it away, saying when there is something newer. */
(() => {
  "use strict";

  const { one, all, make, button, say, fill, words, load, panel, waysOut, prefix } = psychoed;
  const QUIET = `${prefix}quiet`;
  const HOUR = 3600000;
  const size = (bytes) => Math.max(0.1, bytes / 1e6).toFixed(1);

  function put(place, ...what) {
    place.textContent = "";
    place.append(...what);
  }

  let store = null;
  const ready = () => load("offline-store").then(() => (store = psychoed.parts.store));

  const reason = (why, bytes) => ({
    network: words.offline_network,
    missing: words.offline_missing,
    changed: words.offline_changed,
    room: fill(words.offline_room, { size: size(bytes) }),
    busy: words.offline_busy,
    stopped: words.offline_stopped,
  }[why] || words.offline_refused);

  /* ---------- a job that takes a while: words, a bar, a way to stop ---------- */

  let isWorking = false;
  // Gives "" when it went well, else a sentence.
  async function work(place, bytes, job) {
    const told = make("p", "", fill(words.offline_keeping, { size: size(bytes) }));
    const bar = make("progress");
    const stop = button(words.offline_stop, () => store.stop(), "ps-second");
    bar.max = Math.max(1, bytes);
    bar.value = 0;
    bar.setAttribute("aria-label", words.offline_progress);
    put(place, told, bar, stop);
    stop.focus();
    isWorking = true;
    try {
      await job((done) => (bar.value = done));
      return "";
    } catch (error) {
      return reason(error.why, bytes);
    } finally {
      isWorking = false;
    }
  }

  /* ---------- something newer ---------- */

  const isTick = ({ type }) => type === "radio" || type === "checkbox";
  const isChanged = (field) => (isTick(field) ? field.checked !== field.defaultChecked : field.tagName === "SELECT" ? field.selectedIndex > 0 : field.value !== field.defaultValue);
  const isTyped = () => all("#content textarea, #content input, #content select").some(isChanged);

  async function show(place) {
    if (await store.adopt()) return location.reload();
    return offerShow(place, words.offline_others);
  }

  // Whoever typed here decides when the page opens anew.
  function offerShow(place, text) {
    const press = button(words.offline_show, () => show(place));
    put(place, make("p", "", text), row(press, later(place)));
    say(text);
    press.focus();
  }

  async function get(place, list, bytes) {
    const failed = await work(place, bytes, store.keep);
    if (failed) return offerNews(place, list, bytes, `${failed} ${words.offline_old}`);
    return isTyped() ? offerShow(place, words.offline_ready) : show(place);
  }

  function offerNews(place, list, bytes, text) {
    const press = button(fill(words.offline_get, { size: size(bytes) }), () => get(place, list, bytes));
    put(place, make("p", "", text), row(press, later(place)));
    say(text);
    if (text !== words.offline_news) press.focus();
  }

  function row(...buttons) {
    const made = make("div", "ps-offline-row");
    made.append(...buttons);
    return made;
  }

  // For as long as this tab lives.
  const later = (place) => button(words.offline_later, () => {
    quiet(Infinity);
    const isInPanel = place.closest("dialog");
    place.remove();
    if (isInPanel) focusFirst();
    else one("#content").focus({ preventScroll: true });
  }, "ps-second");

  function quiet(time) {
    try {
      sessionStorage.setItem(QUIET, time === Infinity ? "later" : String(Date.now() + time));
    } catch (refused) { /* Then it is looked for on every page. */ }
  }

  function isQuiet() {
    try {
      const until = sessionStorage.getItem(QUIET);
      return until === "later" || Number(until) > Date.now();
    } catch (refused) {
      return false;
    }
  }

  function note(text) {
    const made = make("section", "ps-offline-note");
    made.setAttribute("aria-label", words.about_offline);
    made.append(make("p", "", text));
    one("#content").before(made);
    return made;
  }

  async function look(now) {
    if (isQuiet()) return;
    const next = await store.ready();
    const list = await store.list().catch(() => null);
    if (next && (!list || next.list.digest === list.digest)) return offerShow(note(""), words.offline_ready);
    if (!list) return;
    if (list.digest === now.list.digest) quiet(HOUR);
    else offerNews(note(""), list, store.changes(now, list), words.offline_news);
  }

  // Called on every page that has a worker. A counselor's page has one, too, but none of its own.
  async function watch() {
    const { controller } = navigator.serviceWorker;
    if (!controller || controller.scriptURL !== `${psychoed.base}worker.js`) return;
    await ready();
    const now = await store.kept();
    if (!now) return;
    if (location.hash === "#not-kept") {
      note(words.offline_not_kept);
      say(words.offline_not_kept);
    }
    // A page that comes back from the page cache may be older than what is kept now.
    addEventListener("pageshow", async ({ persisted }) => {
      const then = persisted && (await store.kept());
      if (then && then.name !== now.name) location.reload();
    });
    await store.tidy();
    await look(now);
  }

  /* ---------- the panel ---------- */

  let dialog = null;
  let holder = null;

  const part = (name) => one(`.ps-offline-${name}`, dialog);

  // What is said once, and what can be done now.
  function render(said, ...what) {
    part("said").textContent = said;
    if (said && !dialog.open) say(said);
    put(part("body"), ...what);
  }

  function renderCannot() {
    const why = window.isSecureContext ? words.offline_cannot : words.offline_insecure;
    render("", make("p", "", why), make("p", "", words.offline_instead));
  }

  async function renderOffer(said = "") {
    const list = await store.list().catch((error) => error);
    if (!list.files) return render(`${said || reason(list.why)}`, ...about(""), row(button(words.offline_again, () => renderOffer())));
    const bytes = store.bytesOf(list.files);
    const yes = button(fill(words.offline_yes, { size: size(bytes) }), async () => {
      const failed = await work(part("body"), bytes, store.keep);
      await (failed ? renderOffer(`${failed} ${words.offline_nothing}`) : renderKept(words.offline_done));
      focusFirst();
    });
    return render(said, ...about(size(bytes)), row(yes));
  }

  const about = (mb) => {
    const leave = one(".ps-leave").textContent.trim();
    const list = make("ul");
    list.append(...[words.offline_what, words.offline_who, words.offline_ways, words.offline_ios].map((text) => make("li", "", fill(text, { leave, clear: words.wipe }))));
    return mb ? [list, make("p", "", fill(words.offline_size, { size: mb }))] : [list];
  };

  async function renderKept(said = "") {
    const sheets = await store.missingSheets();
    const actions = row(button(words.offline_remove, remove, "ps-second"));
    if (sheets.length) actions.prepend(button(fill(words.offline_sheets, { size: size(store.bytesOf(sheets)) }), () => keepSheets(store.bytesOf(sheets)), "ps-second"));
    const news = make("div");
    render(said, make("p", "", words.offline_is), news, actions, ...about(""));
    return news;
  }

  async function keepSheets(bytes) {
    const failed = await work(part("body"), bytes, store.keepSheets);
    await renderKept(failed ? `${failed} ${words.offline_old}` : words.offline_sheets_done);
    focusFirst();
  }

  async function remove() {
    await store.remove();
    await renderOffer(words.offline_removed);
    focusFirst();
  }

  const focusFirst = () => (one("button", part("body")) || part("close")).focus();

  async function fillPanel() {
    if (!store.isPossible()) return renderCannot();
    try {
      await store.tidy();
      const now = await store.kept();
      if (!now) return await renderOffer();
      const news = await renderKept();
      const list = await store.list().catch(() => null);
      if (list && list.digest !== now.list.digest) offerNews(news, list, store.changes(now, list), words.offline_news);
    } catch (refused) {
      render("", make("p", "", words.offline_refused), make("p", "", words.offline_instead));
    }
    return null;
  }

  function build() {
    holder = panel("offline", words.offline, words.offline_close);
    dialog = holder.dialog;
    const said = make("p", "ps-offline-said");
    said.setAttribute("role", "status");
    dialog.append(said, make("div", "ps-offline-body"), waysOut("offline"));
  }

  async function open(opener) {
    if (!dialog) build();
    if (dialog.open) return;
    if (!isWorking) render("");
    holder.show(opener);
    part("close").focus();
    await ready();
    if (!isWorking) await fillPanel();
  }

  psychoed.atWipe(async () => {
    all(".ps-offline-note").forEach((made) => made.remove());
    if (dialog && dialog.open) holder.close();
    if (store && store.isPossible()) await store.remove();
  });
  psychoed.parts.offline = { open, watch };
})();
