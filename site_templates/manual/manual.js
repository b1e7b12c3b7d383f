/* Search in the manual; and the list of chapters is open where there is room. */
(function () {
  "use strict";

  var parts = window.psychoedManual || [];
  var form = document.querySelector(".psm-search");
  var found = document.getElementById("psm-found");
  var chapters = document.querySelector(".psm-nav details");
  if (window.matchMedia("(min-width: 761px)").matches) { chapters.open = true; }

  function score(part, asked) {
    var title = part.title.toLowerCase();
    var text = part.text.toLowerCase();
    var sum = 0;
    for (var number = 0; number < asked.length; number += 1) {
      var inTitle = title.indexOf(asked[number]) >= 0;
      if (!inTitle && text.indexOf(asked[number]) < 0) { return 0; }
      sum += inTitle ? (title === asked[number] ? 30 : 10) : 1;
    }
    return sum;
  }

  function around(text, asked) {
    var at = Math.max(0, text.toLowerCase().indexOf(asked) - 60);
    return (at ? "… " : "") + text.slice(at, at + 180) + (text.length > at + 180 ? " …" : "");
  }

  function row(part, asked) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = part.page + ".html" + (part.anchor ? "#" + part.anchor : "");
    link.textContent = part.title === part.chapter ? part.title : part.chapter + ": " + part.title;
    var text = document.createElement("p");
    text.textContent = around(part.text, asked[0]);
    item.append(link, text);
    return item;
  }

  function search() {
    var asked = document.getElementById("psm-ask").value.toLowerCase().split(/\s+/).filter(Boolean);
    found.hidden = !asked.length;
    found.replaceChildren();
    if (!asked.length) { return; }
    var hits = parts.map(function (part) { return { part: part, score: score(part, asked) }; })
      .filter(function (hit) { return hit.score; })
      .sort(function (one, other) { return other.score - one.score; }).slice(0, 20);
    if (!hits.length) {
      found.textContent = "Nothing was found. Try one shorter word.";
      return;
    }
    var list = document.createElement("ol");
    hits.forEach(function (hit) { list.appendChild(row(hit.part, asked)); });
    found.appendChild(list);
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", search);
}());
