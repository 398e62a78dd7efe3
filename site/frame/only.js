// A classic script, which early.js brings where an address has ?only=: the page shows that one part of it,
// for the frame of another page. Whatever leads on opens in a tab of its own.
(() => {
  const { dataset } = document.documentElement;
  const NAMED = /^(?:figure|exercise)-[a-z0-9-]+$/;

  /** @param {string} name @returns {Element | null | undefined} */
  function part(name) {
    if (name === "page") return document.getElementById("main");
    if (name === "pad") return document.querySelector("[data-pad]");
    return NAMED.test(name) ? document.getElementById(name)?.closest("section, figure") : null;
  }

  /** Mark whatever is beside the part, or beside what it's in. @param {Element} kept */
  function leaveOut(kept) {
    for (let at = kept; at !== document.body; at = /** @type {Element} */ (at.parentElement)) {
      for (const other of at.parentElement?.children ?? []) {
        if (other !== at && !other.matches(".notice")) other.setAttribute("data-beside", "");
      }
    }
  }

  /** The address of the same place in the whole page. @param {string} href */
  function whole(href) {
    const address = new URL(href, location.href);
    address.searchParams.delete("only");
    return address.href;
  }

  /** Say where the part is from. @param {string} name */
  function source(name) {
    const line = document.createElement("p");
    const link = document.createElement("a");
    line.className = "only-source";
    link.href = name === "page" ? location.href : `#${name}`;
    link.textContent = document.title;
    line.append(link);
    return line;
  }

  /** @param {Event} event */
  function openApart({ target }) {
    const link = target instanceof Element && target.closest("a[href]:not([download])");
    if (!link) return;
    link.setAttribute("href", whole(link.getAttribute("href") ?? ""));
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
  }

  function show() {
    const name = dataset.only ?? "";
    const kept = part(name);
    if (!kept) return delete dataset.only; // the whole page, then
    leaveOut(kept);
    document.body.append(source(name));
    dataset.alone = name;
    addEventListener("click", openApart, true);
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", show);
  else show();
})();
