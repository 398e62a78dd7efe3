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
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const system = () => (dark.matches ? "dark" : "light");
  const now = () => document.documentElement.dataset.theme ?? system();
  function show() {
    apply(store.get(KEY));
    element.ariaPressed = String(now() === "dark");
  }
  function change() {
    const next = now() === "dark" ? "light" : "dark";
    if (next === system()) store.remove(KEY);
    else store.set(KEY, next);
    show();
  }
  show();
  element.hidden = false;
  element.addEventListener("click", change);
  dark.addEventListener("change", show);
  return () => {
    element.removeEventListener("click", change);
    dark.removeEventListener("change", show);
  };
}
