import { find, press } from "../kit/dom.js";

const FOLDED = "main details.aside";
const ANSWERS = "main .recap details";

/**
 * Printing, [data-paper]: what is folded on the screen is unfolded on paper, the answers if the reader
 * wants them, and the sheet says where it comes from.
 * @type {import("../kit/mount.js").Mount}
 */
export function mount(element) {
  const root = document.documentElement;
  const answers = /** @type {HTMLInputElement} */ (find(element, "input"));
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  const choose = () => root.toggleAttribute("data-answers", answers.checked);

  function unfold() {
    const wanted = answers.checked ? `${FOLDED}, ${ANSWERS}` : FOLDED;
    const all = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(wanted));
    opened = [...all].filter(({ open }) => !open);
    for (const one of opened) one.open = true;
    const { origin, pathname } = location;
    find(document, "[data-address]").textContent = origin + pathname;
    find(document, "[data-printed-version]").textContent = root.dataset.version ?? "";
  }

  function fold() {
    for (const one of opened.splice(0)) one.open = false;
  }

  element.hidden = false;
  answers.addEventListener("change", choose);
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", fold);
  const release = press(find(element, "button"), () => print());
  return () => {
    release();
    answers.removeEventListener("change", choose);
    removeEventListener("beforeprint", unfold);
    removeEventListener("afterprint", fold);
  };
}
