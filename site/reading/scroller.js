import { strings } from "../kit/generated/strings.js";

/**
 * A table, a formula, or an output, which scrolls where it's larger than its box. Then, and only
 * then, the tab key stops there, and it has a name.
 * @type {import("../kit/mount.js").Mount}
 */
export function mount(element) {
  const watch = new ResizeObserver(() => {
    if (!scrolls(element)) {
      for (const name of ["tabindex", "role", "aria-label"]) element.removeAttribute(name);
      return;
    }
    element.tabIndex = 0;
    element.role = "group";
    element.ariaLabel = element.querySelector("caption")?.textContent || strings.words.scrolls;
  });
  for (const one of [element, ...element.children]) watch.observe(one);
  return () => watch.disconnect();
}

/** @param {HTMLElement} element */
function scrolls(element) {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  if (scrollWidth > clientWidth) return true;
  return scrollHeight > clientHeight + 1 && getComputedStyle(element).overflowY === "auto";
}
