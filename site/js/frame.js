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
  startOffline(services);
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
  dataset.python = python.status.state; // it may have begun
  python.changed.on(({ state }) => (dataset.python = state));
  offline.changed.on(({ state }) => (dataset.offline = state));
}

/**
 * What is stored is asked at once. Everything is stored once Python has what it wants, or has
 * failed; where Python is starting, even the look for a new version waits for that: it would take
 * a core from Python.
 * @param {Services} services
 */
function startOffline({ python, offline }) {
  offline.ask();
  const start = () => whenIdle(() => void offline.start(), BUSY);
  const waits = python.status.state === "booting";
  if (!waits) start();
  const off = python.changed.on(({ state }) => {
    if (state !== "ready" && state !== "failed") return;
    off();
    if (waits) start();
    offline.store();
  });
}
