/* The list of versions in the page's foot: from the course's versions.json, to the same page in another version. */
(() => {
  "use strict";

  const { one, make, say, words } = psychoed;
  const place = one(".ps-versions");
  const index = new URL(place.dataset.versions, location.href);
  const root = new URL(".", index);
  const page = location.pathname.slice(root.pathname.length).split("/").slice(1).join("/");

  // Where the other version has no such page: its home in this tree.
  const [language, tree] = page.split("/");
  const home = `${language}/${tree === "counselors" ? "counselors/" : ""}index.html`;

  function entry(version) {
    const item = make("li");
    const isLatest = Array.isArray(version.aliases) && version.aliases.length > 0;
    const link = make("a", "", String(version.title) + (isLatest ? ` (${words.latest})` : ""));
    link.href = new URL(`${encodeURIComponent(version.version)}/${page}`, root);
    if (version.version === place.dataset.version) link.setAttribute("aria-current", "true");
    else link.addEventListener("click", (event) => goOrHome(event, link.href, new URL(`${encodeURIComponent(version.version)}/${home}`, root)));
    item.append(link);
    return item;
  }

  // The page may not be there in the other version: then its home.
  async function goOrHome(event, address, instead) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const there = await fetch(address, { method: "HEAD" }).then((answer) => answer.ok, () => false);
    location.assign(there ? address : instead);
  }

  let list;
  async function open(opener) {
    if (!list) {
      const found = await fetch(index).then((answer) => answer.json()).catch(() => null);
      if (!Array.isArray(found)) return say(words.versions_missing);
      list = make("ul");
      list.id = "ps-versions";
      list.hidden = true;
      list.append(...found.map(entry));
      opener.setAttribute("aria-controls", list.id);
      place.append(list);
    }
    list.hidden = !list.hidden;
    opener.setAttribute("aria-expanded", String(!list.hidden));
  }

  psychoed.parts.versions = { open };
})();
