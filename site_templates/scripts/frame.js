/* The frame of a page of the site: real buttons for the menu, and parts that are fetched when somebody uses them. */
(() => {
  "use strict";

  const { one, all, make, button, say, words } = psychoed;
  const html = document.documentElement;
  const base = new URL("..", document.currentScript.src).href;
  const isFolder = location.protocol === "file:";

  /* ---------- parts ---------- */

  const asked = {};
  function load(part, isStyled = false) {
    asked[part] = asked[part] || fetchPart(part, isStyled);
    return asked[part];
  }

  const fetchPart = (part, isStyled) =>
    new Promise((done, fail) => {
      const script = make("script");
      script.src = `${base}assets/${part}.js`;
      script.onload = done;
      script.onerror = () => {
        delete asked[part];
        script.remove();
        say(words.not_loaded);
        fail(new Error(part));
      };
      if (isStyled) {
        const link = make("link");
        link.rel = "stylesheet";
        link.href = `${base}assets/${part}.css`;
        // The part opens when it can be shown as it should be.
        link.onload = link.onerror = () => document.head.append(script);
        document.head.append(link);
      } else document.head.append(script);
    });

  function opens(opener) {
    const part = opener.dataset.opens;
    const press = () => load(part, true).then(() => psychoed.parts[part].open(opener), () => {});
    opener.addEventListener("click", press);
  }

  // A part's dialog: named, closed by its button, by Escape or by a press beside it; then the focus goes back.
  function panel(part, title, closing, onGone = () => {}) {
    const dialog = make("dialog", `ps-${part}`);
    const head = make("div", `ps-${part}-head`);
    const heading = make("h2", "", title);
    let from = null;
    const gone = () => {
      dialog.removeAttribute("open");
      onGone();
      if (from && from.isConnected) from.focus();
    };
    const close = () => (dialog.close ? dialog.close() : gone());
    const show = (opener) => {
      from = opener;
      if (dialog.showModal) dialog.showModal();
      else dialog.setAttribute("open", "");
    };
    heading.id = `ps-${part}-title`;
    dialog.setAttribute("aria-labelledby", heading.id);
    head.append(heading, button(closing, close, `ps-${part}-close`));
    dialog.append(head);
    dialog.addEventListener("close", gone);
    dialog.addEventListener("click", (event) => event.target === dialog && close());
    document.body.append(dialog);
    return { dialog, head, close, show };
  }

  // Behind a dialog nothing can be pressed: help and the way out stand in it, too.
  function wayOut() {
    const link = one(".ps-leave");
    return button(link.textContent.trim(), () => link.click());
  }

  function waysOut(part) {
    const made = make("div", `ps-${part}-foot`);
    const help = make("a", "", words.help);
    help.href = one(".ps-help-link").href;
    made.append(help, wayOut());
    return made;
  }

  /* ---------- menu ---------- */

  // A <label> opens the menu without script, but no key reaches it: put a button in its place.
  function realButton(label) {
    const made = button("", () => document.getElementById(label.htmlFor).click(), label.className);
    made.append(...label.childNodes);
    label.replaceWith(made);
    return made;
  }

  function menu() {
    const toggle = document.getElementById("__drawer");
    const opener = realButton(one(".ps-menu"));
    const closer = realButton(one(".ps-nav-close"));
    const behind = [one(".ps-header"), one(".md-content"), one(".md-sidebar--secondary"), one(".ps-footer")];
    const close = () => toggle.checked && toggle.click();
    opener.setAttribute("aria-controls", "ps-menu");
    opener.setAttribute("aria-expanded", "false");
    toggle.addEventListener("change", () => {
      opener.setAttribute("aria-expanded", String(toggle.checked));
      behind.forEach((part) => part && (part.inert = toggle.checked));
      (toggle.checked ? closer : opener).focus();
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && close());
    matchMedia("(min-width: 76.25em)").addEventListener("change", close);
  }

  /* ---------- listen: only with a voice that stays on the device ---------- */

  function listening(openers) {
    const speech = window.speechSynthesis;
    if (!speech || !openers.length) return;
    const language = html.lang.slice(0, 2).toLowerCase();
    const isOurs = (voice) => voice.localService && voice.lang.slice(0, 2).toLowerCase() === language;
    const show = () => openers.forEach((opener) => (opener.hidden = !speech.getVoices().some(isOurs)));
    if (speech.addEventListener) speech.addEventListener("voiceschanged", show);
    show();
  }

  /* ---------- start ---------- */

  Object.assign(psychoed, { base, load, panel, wayOut, waysOut });
  html.classList.toggle("ps-from-folder", isFolder);
  menu();
  all("[data-opens]").forEach(opens);
  listening(all("[data-opens=listen]"));
  // In another language it is the same page, and the same place or plan on it.
  all(".ps-languages a").forEach((link) => link.addEventListener("click", () => (link.hash = location.hash)));
  // Only pages that are kept on the device have a worker; it looks for a newer version, and asks.
  const worker = navigator.serviceWorker && navigator.serviceWorker.controller;
  if (worker && worker.scriptURL === `${base}worker.js`) load("offline", true).then(() => psychoed.parts.offline.watch(), () => {});
})();
