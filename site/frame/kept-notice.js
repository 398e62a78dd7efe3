/**
 * Says on every page that nothing will be here at the next visit, as soon as that is so.
 * @type {import("../kit/mount.js").Mount<{ store: import("../kit/store.js").Store }>}
 */
export function mount(element, { store }) {
  const show = () => (element.hidden = store.keeps);
  show();
  return store.changed.on(show);
}
