/* How the pages look: text size, space, colours. Kept in this tab only, gone when it is closed. */
(() => {
  "use strict";

  const { words, make, button, all, one, panel, wayOut } = psychoed;
  const html = document.documentElement;
  const key = `${psychoed.prefix}view`;
  // The first choice of each is the usual one and has no attribute.
  const SETTINGS = {
    size: [
      words.view_size,
      [["", words.view_size_100], ["125", words.view_size_125], ["150", words.view_size_150], ["200", words.view_size_200]],
    ],
    space: [words.view_space, [["", words.view_space_usual], ["wide", words.view_space_wide]]],
    colours: [
      words.view_colours,
      [["", words.view_colours_device], ["light", words.view_colours_light], ["dark", words.view_colours_dark]],
    ],
  };
  const names = Object.keys(SETTINGS);
  let dialog = null;
  let holder = null;

  const chosen = () => names.filter((name) => html.dataset[name]).map((name) => [name, html.dataset[name]]);

  // Some browsers block storage for pages from a folder: then a choice lasts as long as its page.
  function keep() {
    const kept = {};
    chosen().forEach(([name, value]) => (kept[name] = value));
    try {
      if (chosen().length) sessionStorage.setItem(key, JSON.stringify(kept));
      else sessionStorage.removeItem(key);
    } catch (error) {
      return;
    }
  }

  function set(name, value) {
    if (value) html.dataset[name] = value;
    else delete html.dataset[name];
  }

  function usual() {
    names.forEach((name) => set(name, ""));
    keep();
    check();
  }

  // The radios say what the page shows.
  function check() {
    if (!dialog) return;
    all("input", dialog).forEach((radio) => {
      radio.checked = radio.value === (html.dataset[radio.name.replace("view-", "")] || "");
    });
  }

  function choice(name, value, label) {
    const made = make("label", "ps-view-choice");
    const radio = make("input");
    radio.type = "radio";
    radio.name = `view-${name}`;
    radio.value = value;
    radio.autocomplete = "off";
    radio.addEventListener("change", () => {
      set(name, radio.value);
      keep();
    });
    made.append(radio, make("span", "", label));
    return made;
  }

  function group(name) {
    const [title, choices] = SETTINGS[name];
    const made = make("fieldset", `ps-view-group ps-view-${name}`);
    made.append(make("legend", "", title), ...choices.map(([value, label]) => choice(name, value, label)));
    return made;
  }

  function build() {
    const made = panel("view", words.view_title, words.view_close);
    const foot = make("div", "ps-view-foot");
    const note = make("p", "", words.view_note);
    note.setAttribute("role", "status");
    foot.append(button(words.view_usual, () => {
      usual();
      note.textContent = words.view_usual_done;
    }), note);
    made.head.append(wayOut());
    made.dialog.append(...names.map(group), foot);
    dialog = made.dialog;
    return made;
  }

  function open(opener) {
    holder = holder || build();
    check();
    if (dialog.open) return;
    holder.show(opener);
    (one("input:checked", dialog) || one("button", dialog)).focus();
  }

  psychoed.atWipe(check);
  // Coming back, the page empties every field.
  addEventListener("pageshow", check);
  psychoed.parts.view = { open };
})();
