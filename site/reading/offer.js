import { find, hide, press } from "../kit/dom.js";
import { see, seen } from "./seen.js";

/**
 * A page that helps with this lesson, [data-offer] with its slug, a link and a button that declines.
 * It shows until the page has been opened or declined, in whichever tab.
 * @type {import("../kit/mount.js").Mount<{ store: import("../kit/store.js").Store }>}
 */
export function mount(element, { store }) {
  const slug = element.dataset.offer ?? "";
  const show = () => {
    if (seen(store, slug)) hide(element, find(document, "h1"));
    else element.hidden = false;
  };
  const off = store.changed.on(show);
  const release = press(find(element, "button"), () => see(store, slug));
  show();
  return () => {
    off();
    release();
  };
}
