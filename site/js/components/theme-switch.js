const KEY = "theme";

/** @param {string | null} theme */
function apply(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

/**
 * Light or dark, as the learner chose; until then as the system has it.
 * @type {import("../lib/types.js").Mount}
 */
export function mount(element, { store }) {
  function change() {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const now = document.documentElement.dataset.theme ?? system;
    const next = now === "dark" ? "light" : "dark";
    store.set(KEY, next);
    apply(next);
  }
  apply(store.get(KEY));
  element.hidden = false;
  element.addEventListener("click", change);
  return () => element.removeEventListener("click", change);
}
