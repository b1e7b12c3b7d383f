/* The switch for keeping something on this device, and whether anything is kept. What does it is loaded when it is used. */
(() => {
  "use strict";

  const { make } = psychoed;

  function row(text, turn) {
    const made = make("div", "ps-choice ps-keep");
    const box = make("input");
    const label = make("label", "", text);
    box.type = "checkbox";
    box.id = label.htmlFor = "ps-keep";
    box.autocomplete = "off";
    box.addEventListener("change", () => {
      // Nothing is on before the reader knows what it means: what is loaded ticks the box.
      box.checked = !box.checked;
      turn();
    });
    made.append(box, label);
    return made;
  }

  // Of this course, and where a place is named, of that place.
  function isAnyKept(place = "") {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith(`${psychoed.prefix}a:${place}`));
    } catch (refused) {
      return false;
    }
  }

  psychoed.parts.switch = { row, isAnyKept };
})();
