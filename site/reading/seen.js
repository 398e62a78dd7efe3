/**
 * A page that a lesson offers, [data-opened] with its slug: once opened, it isn't offered anymore.
 * @type {import("../kit/mount.js").Mount<{ store: import("../kit/store.js").Store }>}
 */
export function mount(element, { store }) {
  see(store, element.dataset.opened ?? "");
  return () => {};
}

/** @param {import("../kit/store.js").Store} store @param {string} slug */
export function see(store, slug) {
  if (!seen(store, slug)) store.set(key(slug), "1");
}

/** @param {import("../kit/store.js").Store} store @param {string} slug */
export function seen(store, slug) {
  return store.get(key(slug)) !== null;
}

/** @param {string} slug */
function key(slug) {
  return `seen:${slug}`;
}
