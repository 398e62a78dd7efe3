/**
 * A table or a formula, which scrolls where it's wider than its column. Then, and only then, the
 * tab key stops there.
 * @type {import("../kit/mount.js").Mount}
 */
export function mount(element) {
  const watch = new ResizeObserver(() => {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  });
  for (const one of [element, ...element.children]) watch.observe(one);
  return () => watch.disconnect();
}
