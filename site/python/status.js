import { strings } from "../kit/generated/strings.js";
import { find, hide } from "../kit/dom.js";
import { pythonText } from "./text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {Pick<import("./service.js").Python, "status" | "changed" | "boot">} python
 */

/**
 * What Python is doing, with a bar while it loads and a button when it failed.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { python }) {
  const text = find(element, "[data-text]");
  const bar = /** @type {HTMLProgressElement} */ (find(element, "progress"));
  const retry = find(element, "button");
  const boot = () => python.boot();

  /** @param {import("./service.js").Status} status */
  function show(status) {
    text.textContent = pythonText(status, strings.python);
    text.title = status.message;
    bar.hidden = status.state !== "booting";
    if (status.total) bar.value = status.loaded / status.total;
    if (status.state === "failed") retry.hidden = false;
    else hide(retry, find(document, "#main"));
  }

  retry.addEventListener("click", boot);
  show(python.status);
  const off = python.changed.on(show);
  return () => {
    off();
    retry.removeEventListener("click", boot);
  };
}
