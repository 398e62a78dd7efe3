const KEY = "theme";

/** @param {string | null} theme */
function apply(theme) {
  const { dataset } = document.documentElement;
  if (theme === "light" || theme === "dark") dataset.theme = theme;
  else delete dataset.theme;
}

/**
 * Light or dark, as the learner chose. Who chose nothing, or chose what the system has, gets what
 * the system has, also when that changes.
 * @type {import("../kit/mount.js").Mount<{ store: import("../kit/store.js").Store }>}
 */
export function mount(element, { store }) {
  function change() {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const now = document.documentElement.dataset.theme ?? system;
    const next = now === "dark" ? "light" : "dark";
    if (next === system) store.remove(KEY);
    else store.set(KEY, next);
    apply(store.get(KEY));
  }
  apply(store.get(KEY));
  element.hidden = false;
  element.addEventListener("click", change);
  return () => element.removeEventListener("click", change);
}
