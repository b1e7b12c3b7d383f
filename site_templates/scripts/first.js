// Before the first paint: the class "js", and how this tab wants its pages to look.
// It stands in every page: short names. What nobody can choose does nothing, nor does a store that is blocked.
// A page that comes back from the page cache is set right, too.
((d, k) => {
  d.classList.replace("no-js", "js");
  (onpageshow = () => {
    try {
      const v = JSON.parse(sessionStorage[k] || "{}");
      for (const n of ["size", "space", "colours"]) {
        /^(size(125|150|200)|spacewide|colours(light|dark))$/.test(n + v[n]) ? d.dataset[n] = v[n] : delete d.dataset[n];
      }
    } catch (e) {}
  })();
})(document.documentElement, document.currentScript.dataset.course + "view");
