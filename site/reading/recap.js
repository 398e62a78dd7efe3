import { strings } from "./generated/strings.js";
import { find, make } from "../kit/dom.js";

/**
 * A question to answer in one's own words, [data-recap]: what's written is kept, and stands beside
 * the model answer, which can be opened at any time.
 * @type {import("../kit/mount.js").Mount<{ store: import("../kit/store.js").Store }>}
 */
export function mount(element, { store }) {
  const key = `own:${element.dataset.recap}`;
  const field = make("textarea", "recap-field");
  field.rows = 2;
  field.placeholder = strings.recap.yours;
  field.setAttribute("aria-labelledby", find(element, ".recap-question").id);

  function show() {
    const kept = store.get(key) ?? "";
    if (field.value !== kept) field.value = kept;
  }

  function keep() {
    if (field.value) store.set(key, field.value);
    else store.remove(key);
  }

  show();
  field.addEventListener("input", keep);
  find(element, "details").before(field);
  const off = store.changed.on((changed) => changed === key && show());
  return () => {
    off();
    field.remove();
  };
}
