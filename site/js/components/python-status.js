import { strings } from "../generated/strings.js";
import { find } from "../lib/dom.js";
import { pythonText } from "../lib/python-text.js";

/**
 * What Python is doing, with a bar while it loads and a button when it failed.
 * @type {import("../lib/types.js").Mount}
 */
export function mount(element, { python }) {
  const text = find(element, "[data-text]");
  const bar = /** @type {HTMLProgressElement} */ (find(element, "progress"));
  const retry = find(element, "button");
  const boot = () => python.boot();

  /** @param {import("../services/python.js").Status} status */
  function show(status) {
    text.textContent = pythonText(status, strings.python);
    text.title = status.message;
    bar.hidden = status.state !== "booting";
    if (status.total) bar.value = status.loaded / status.total;
    retry.hidden = status.state !== "failed";
  }

  retry.addEventListener("click", boot);
  show(python.status);
  const off = python.changed.on(show);
  return () => {
    off();
    retry.removeEventListener("click", boot);
  };
}
