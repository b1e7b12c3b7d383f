/* Worksheets in a page that is one file: text boxes that grow, and a print of one sheet alone. Nothing is kept. */
(() => {
  "use strict";

  const { one, all, button, grow, words } = psychoed;
  const html = document.documentElement;

  function printAlone(sheet) {
    html.classList.add("ps-alone");
    sheet.classList.add("ps-now");
    window.print();
  }

  function printAll() {
    html.classList.remove("ps-alone");
    all(".ps-now").forEach((sheet) => sheet.classList.remove("ps-now"));
  }

  all(".ps-sheet").forEach((sheet) => one("[data-clear]", sheet).prepend(button(words.lone_print, () => printAlone(sheet))));
  addEventListener("afterprint", printAll);
  document.addEventListener("input", (event) => grow(event.target));
  document.addEventListener("psychoed:forget", () => all("textarea").forEach(grow));
})();
