import { callAll, make } from "../kit/dom.js";

const KEYS = ["(", ")", "[", "]", ":", "=", "⇥"];

/**
 * Keys that a touch screen's keyboard hides, and Run, above that keyboard while code is edited.
 * Returns the undo.
 * @param {HTMLElement} code where the editor is
 * @param {import("./editor.js").Editor} editor
 * @param {{ run: () => void, texts: Record<string, string>, name: string }} options name: of Run
 */
export function keyRow(code, editor, { run, texts, name }) {
  const row = make("div", "key-row");
  row.role = "toolbar";
  row.ariaLabel = texts.more_keys;
  const key = (/** @type {string} */ text, /** @type {() => void} */ press) => {
    const button = make("button", "", text);
    button.type = "button";
    button.tabIndex = -1; // a keyboard that has Tab needs none of these
    button.addEventListener("click", press);
    row.append(button);
    return button;
  };
  for (const one of KEYS) key(one, () => (one === "⇥" ? editor.tab() : editor.insert(one)));
  row.children[KEYS.length - 1].ariaLabel = texts.tab;
  key(name, () => {
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur(); // the keyboard goes
    run();
  }).className = "primary";
  return shownWhileEditing(code, row);
}

/** @param {HTMLElement} code @param {HTMLElement} row */
function shownWhileEditing(code, row) {
  const place = () => {
    const view = window.visualViewport;
    row.style.top = `${view ? view.offsetTop + view.height : innerHeight}px`;
  };
  const show = () => {
    code.append(row);
    place();
  };
  /** @type {[EventTarget | null, string, (event: Event) => void][]} */
  const all = [
    [code, "focusin", show],
    [code, "focusout", () => row.remove()],
    [row, "mousedown", (event) => event.preventDefault()], // the editor keeps the focus
    [window.visualViewport, "resize", place],
    [window.visualViewport, "scroll", place],
  ];
  for (const [target, type, listener] of all) target?.addEventListener(type, listener);
  if (code.contains(document.activeElement)) show();
  const undo = all.map(
    ([target, ...rest]) =>
      () =>
        target?.removeEventListener(...rest),
  );
  return () => callAll([...undo, () => row.remove()]);
}
