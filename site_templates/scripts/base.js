/* What all our scripts share, in pages of the site and in pages that are one file: small tools, forgetting, leaving. */
(() => {
  "use strict";

  const { words } = psychoed;
  const html = document.documentElement;
  const prefix = document.querySelector("script[data-course]").dataset.course;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  function make(tag, className = "", text = "") {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function button(text, press, className = "") {
    const made = make("button", className, text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }

  // Browsers that know `field-sizing` let a text box grow by themselves.
  const growsItself = window.CSS && CSS.supports("field-sizing", "content");
  function grow(field) {
    if (growsItself || field.tagName !== "TEXTAREA") return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 4}px`;
  }

  let voice;
  function say(text) {
    if (!voice) {
      voice = make("p", "ps-unseen");
      voice.setAttribute("role", "status");
      document.body.append(voice);
    }
    voice.textContent = text;
  }

  /* ---------- forgetting ---------- */

  function forget(within = document) {
    all("textarea, input:not([type=radio], [type=checkbox], .md-toggle)", within).forEach((field) => (field.value = field.defaultValue));
    all("input[type=radio], input[type=checkbox]:not(.md-toggle)", within).forEach((field) => (field.checked = field.defaultChecked));
    all("select", within).forEach((field) => (field.selectedIndex = 0));
    within.dispatchEvent(new Event("psychoed:forget", { bubbles: true }));
  }

  // A browser may refuse its stores: even naming one can throw.
  function clearStore(name) {
    try {
      const store = window[name];
      Object.keys(store).filter((key) => key.startsWith(prefix)).forEach((key) => store.removeItem(key));
    } catch (refused) { /* What is not there need not be cleared. */ }
  }

  // A cache names the folder that its worker looks after: so the workers of the course's other versions are found, too.
  async function clearKept() {
    const names = window.caches ? (await caches.keys()).filter((name) => name.startsWith(prefix)) : [];
    const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
    const isOurs = ({ scope }) =>
      location.href.startsWith(scope) || names.some((name) => name.startsWith(`${prefix}pages:${new URL(scope).pathname}:`));
    await Promise.all([...names.map((name) => caches.delete(name)), ...workers.filter(isOurs).map((worker) => worker.unregister())]);
  }

  const others = "BroadcastChannel" in window && new BroadcastChannel(`${prefix}wipe`);
  if (others) others.onmessage = () => clean();

  const wipers = [];
  async function clean() {
    forget();
    ["size", "space", "colours"].forEach((name) => delete html.dataset[name]);
    const over = wipers.map((wipe) => wipe());
    ["localStorage", "sessionStorage"].forEach(clearStore);
    await Promise.allSettled([...over, clearKept()]);
    ["localStorage", "sessionStorage"].forEach(clearStore);
  }

  function wipe() {
    if (others) others.postMessage("wipe");
    return clean();
  }

  // The Back button would bring typed words back from the page cache: forget them on leaving and on coming back.
  const passing = (event) => event.persisted && forget();
  addEventListener("pagehide", passing);
  addEventListener("pageshow", passing);

  /* ---------- leaving quickly ---------- */

  const pause = (milliseconds) => new Promise((over) => setTimeout(over, milliseconds));

  async function leave(address) {
    html.classList.add("ps-gone");
    document.title = "";
    await Promise.race([wipe(), pause(500)]);
    location.replace(navigator.onLine === false ? "about:blank" : address);
  }

  function quickExit(link) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave(link.href);
    });
    let presses = [];
    document.addEventListener("keydown", (event) => {
      if (event.repeat) return;
      const now = event.timeStamp;
      presses = event.key === "Shift" ? [...presses.filter((then) => now - then < 1500), now] : [];
      if (presses.length === 3) leave(link.href);
    });
  }

  // A text with values in the place of its {names}.
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  Object.assign(psychoed, {
    one, all, make, button, grow, say, fill, prefix, forget, wipe,
    atWipe: (wiper) => wipers.push(wiper),
  });
  all(".ps-leave").forEach(quickExit);

  /* ---------- clear my answers ---------- */

  // One question before, one honest sentence after.
  all("[data-clear]").forEach((place) => {
    const status = make("p");
    status.setAttribute("role", "status");
    const asking = make("div", "ps-asking");
    asking.setAttribute("role", "group");
    asking.setAttribute("aria-label", words.wipe_ask);
    asking.hidden = true;
    const close = (said) => {
      asking.hidden = true;
      status.textContent = said;
      opener.focus();
    };
    const yes = button(words.wipe_yes, () => wipe().then(() => close(words.wiped)));
    asking.append(make("p", "", words.wipe_ask), yes, button(words.wipe_no, () => close(""), "ps-second"));
    const opener = button(words.wipe, () => {
      status.textContent = "";
      asking.hidden = false;
      yes.focus();
    }, "ps-second");
    place.append(opener, asking, status);
  });
})();
