/* The front page: links in a language that the browser asks for come first. Nothing is kept, and nobody is sent on. */
(function () {
  "use strict";
  var wanted = (navigator.languages || [navigator.language || ""]).map(function (name) { return name.toLowerCase().split("-")[0]; });
  var links = Array.prototype.slice.call(document.querySelectorAll("a[hreflang]"));
  var there = wanted.filter(function (name) { return links.some(function (link) { return link.hreflang.toLowerCase().split("-")[0] === name; }); });
  links.forEach(function (link) {
    if (link.hreflang.toLowerCase().split("-")[0] === there[0]) {
      link.setAttribute("data-first", "");
      link.parentNode.insertBefore(link, link.parentNode.firstChild);
    }
  });
})();
