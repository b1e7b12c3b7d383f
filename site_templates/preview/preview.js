/* The live preview: renews the page at a save, and shows what is to be mended. Only `psychoed serve` puts it into pages. */
(function () {
  "use strict";

  var me = document.currentScript;
  var isOwn = me.hasAttribute("data-own");
  var digest = me.getAttribute("data-page") || "";
  var place = "psychoed-preview-place";
  var paper = document.querySelector(".psp-paper");
  var seen = -1;
  var panel = null;
  var sheetKey = "";

  function element(tag, css, text) {
    var made = document.createElement(tag);
    if (css) { made.className = css; }
    if (text) { made.textContent = text; }
    return made;
  }

  function renew() {
    sessionStorage.setItem(place, JSON.stringify({ path: location.pathname, y: window.scrollY }));
    location.reload();
  }

  function comeBack() {
    var kept = sessionStorage.getItem(place);
    sessionStorage.removeItem(place);
    if (!kept) { return; }
    var there = JSON.parse(kept);
    if (there.path === location.pathname) { window.scrollTo(0, there.y); }
  }

  function headline(state) {
    var count = state.problems.filter(function (problem) { return problem.level === "error"; }).length;
    if (state.whose === "program") {
      return "This is a fault of the program, not of your text. You see the last pages that could be built.";
    }
    if (state.fault) { return "The pages could not be built. You see the last ones that could."; }
    if (count) {
      return (count === 1 ? "1 problem" : count + " problems") +
        (state.hasPages ? ". You see the last good pages." : " to mend before there are pages.");
    }
    count = state.problems.length;
    return count === 1 ? "1 warning" : count + " warnings";
  }

  function sentence(said) {
    return said.charAt(0).toUpperCase() + said.slice(1) + (/[.?!]$/.test(said) ? "" : ".");
  }

  function line(problem) {
    var item = element("li", "psp-" + problem.level);
    item.appendChild(element("code", "", problem.place));
    item.appendChild(element("p", "psp-said", sentence(problem.message)));
    if (problem.mend) { item.appendChild(element("p", "psp-mend", "What to do: " + problem.mend)); }
    item.appendChild(element("p", "psp-rule", "psychoed explain " + problem.rule));
    return item;
  }

  function show(state) {
    if (panel) { panel.remove(); panel = null; }
    if (!state.problems.length && !state.fault) { return; }
    panel = element("details", state.good ? "psp-panel" : "psp-panel psp-bad");
    panel.open = !state.good;
    var summary = element("summary", "", headline(state));
    summary.setAttribute("role", state.good ? "status" : "alert");
    panel.appendChild(summary);
    if (state.fault) { panel.appendChild(element("pre", "", state.fault)); }
    var list = element("ol", "");
    state.problems.slice(0, 50).forEach(function (problem) { list.appendChild(line(problem)); });
    panel.appendChild(list);
    document.body.appendChild(panel);
  }

  function draw(found) {
    var room = paper.querySelector(".psp-pages");
    if (!found.key || found.key === sheetKey) {
      if (!found.key && !sheetKey) { room.textContent = "There is no such sheet, or a problem stands in its way."; }
      return;
    }
    sheetKey = found.key;
    var pages = [];
    for (var number = 1; number <= found.pages; number += 1) {
      var page = element("img", "");
      page.alt = "Page " + number;
      page.src = "/.preview/sheet/" + found.key + "/" + number + ".svg";
      pages.push(page);
    }
    // Swapped in when all are there, so that the page neither flickers nor jumps.
    Promise.all(pages.map(function (page) { return page.decode(); })).then(function () {
      room.replaceChildren.apply(room, pages);
      paper.setAttribute("data-key", sheetKey);
    });
  }

  function drawPaper() {
    fetch("/.preview/sheet?sheet=" + encodeURIComponent(paper.getAttribute("data-sheet")))
      .then(function (answer) { return answer.json(); }).then(draw);
  }

  function tell(state) {
    var isNews = seen !== -1 && state.number !== seen;
    seen = state.number;
    if (digest && state.page && state.page !== digest) { renew(); return; }
    // A page of the preview's own stands in for a page that may be there now; and one that was there may be gone.
    if (isNews && !paper && (isOwn || (state.good && !state.page))) { renew(); return; }
    show(state);
    if (paper && state.number) { drawPaper(); }
  }

  function ended() {
    if (panel) { panel.remove(); }
    panel = element("div", "psp-panel psp-bad");
    panel.appendChild(element("p", "", "The preview has ended. Start it again: psychoed serve"));
    document.body.appendChild(panel);
  }

  function listen() {
    fetch("/.preview/state?seen=" + seen + "&page=" + encodeURIComponent(location.pathname))
      .then(function (answer) { return answer.json(); })
      .then(function (state) { tell(state); listen(); })
      .catch(function () {
        ended();
        window.setTimeout(function () { seen = -2; listen(); }, 1000);
      });
  }

  // A PDF in a browser cannot renew itself; a page that shows it can.
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href]") : null;
    if (!link || paper || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    if (link.origin === location.origin && /\.pdf$/.test(link.pathname)) {
      event.preventDefault();
      location.assign("/.preview/paper?sheet=" + encodeURIComponent(decodeURIComponent(link.pathname)));
    }
  }, true);

  if (paper) {
    paper.querySelector("[data-psp-back]").addEventListener("click", function (event) {
      if (history.length > 1) { event.preventDefault(); history.back(); }
    });
  }
  comeBack();
  listen();
}());
