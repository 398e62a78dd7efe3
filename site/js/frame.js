// What stays while pages change, and is the same on every kind of page.

import * as offlineBadge from "./components/offline-badge.js";
import * as progressPath from "./components/progress-path.js";
import * as pythonStatus from "./components/python-status.js";
import * as themeSwitch from "./components/theme-switch.js";
import * as updateBanner from "./components/update-banner.js";
import { callAll, whenIdle } from "./lib/dom.js";

/**
 * @typedef {import("./lib/types.js").Services} Services
 * @typedef {[string, { mount: import("./lib/types.js").Mount }][]} Components what stands where,
 *   and what makes it live
 */

/** @type {Components} */
const IN_FRAME = [
  ["[data-path]", progressPath],
  ["[data-python-status]", pythonStatus],
  ["[data-offline-badge]", offlineBadge],
  ["[data-update]", updateBanner],
  ["[data-theme-switch]", themeSwitch],
];
const BUSY = 1500; // ms after which work starts even on a page that is never idle

/** Make the frame live. @param {Services} services */
export function startFrame(services) {
  showStates(services);
  mountAll(document, IN_FRAME, services);
  storeWhenSettled(services);
  whenIdle(() => void services.offline.start(), BUSY);
}

/**
 * @param {ParentNode} parent
 * @param {Components} components
 * @param {Services} services
 * @returns {() => void}
 */
export function mountAll(parent, components, services) {
  const unmounts = components.flatMap(([selector, { mount }]) =>
    [...parent.querySelectorAll(selector)].map((element) =>
      mount(/** @type {HTMLElement} */ (element), services),
    ),
  );
  return () => callAll(unmounts);
}

/** Keep the page's contract attributes on <html>. @param {Services} services */
function showStates({ python, offline }) {
  const { dataset } = document.documentElement;
  python.changed.on(({ state }) => (dataset.python = state));
  offline.changed.on(({ state }) => (dataset.offline = state));
}

/** Store everything once Python has what it wants, or has failed. @param {Services} services */
function storeWhenSettled({ python, offline }) {
  const done = () => {
    if (python.status.state !== "ready" && python.status.state !== "failed") return;
    off();
    offline.store();
  };
  const off = python.changed.on(done);
}
