// What stays while pages change, and is the same on every kind of page.

import * as offlineBadge from "../offline/offline-badge.js";
import * as everything from "../offline/everything.js";
import * as keptNotice from "./kept-notice.js";
import * as paper from "./paper.js";
import * as progressPath from "./progress-path.js";
import * as pythonStatus from "../python/status.js";
import * as themeSwitch from "./theme-switch.js";
import * as updateBanner from "../offline/update-banner.js";
import { keepForGood } from "../offline/persist.js";
import { rememberCopies } from "../kit/copied.js";
import { callAll, whenIdle } from "../kit/dom.js";

/**
 * What the frame itself uses of what the page has.
 * @typedef {object} Services
 * @property {Pick<import("../python/service.js").Python, "status" | "changed" | "boot">} python
 * @property {import("../offline/offline.js").Offline} offline
 * @property {import("../kit/store.js").Store} store
 */

/**
 * What stands where, and what makes it live.
 * @template {object} S
 * @typedef {[string, { mount: import("../kit/mount.js").Mount<S> }][]} Components
 */

/** @type {Components<Services>} */
const IN_FRAME = [
  ["[data-not-kept]", keptNotice],
  ["[data-path]", progressPath],
  ["[data-python-status]", pythonStatus],
  ["[data-offline-badge]", offlineBadge],
  ["[data-update]", updateBanner],
  ["[data-theme-switch]", themeSwitch],
  ["[data-paper]", paper],
];

/** Make the frame live. @param {Services} services */
export function startFrame(services) {
  document.documentElement.dataset.alive = ""; // see notices.js
  showStates(services);
  rememberCopies(services.store);
  mountAll(document, IN_FRAME, services);
  startOffline(services);
}

/**
 * @template {object} S
 * @param {ParentNode} parent
 * @param {Components<S>} components
 * @param {S} services
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
function startOffline(services) {
  const { python, offline } = services;
  offline.ask();
  const start = () => whenIdle(() => void offline.start());
  const waits = python.status.state === "booting";
  if (!waits) start();
  whenSettled(python, () => {
    if (waits) start();
    offline.store();
    keepForGood(services);
    mountAll(document, [["[data-everything]", everything]], services);
  });
}

/**
 * Do something once Python has what it wants, or has failed.
 * @param {Pick<Services["python"], "status" | "changed">} python
 * @param {() => void} then
 */
export function whenSettled(python, then) {
  const settled = () => ["ready", "failed"].includes(python.status.state);
  if (settled()) return then();
  const off = python.changed.on(() => {
    if (!settled()) return;
    off();
    then();
  });
}
