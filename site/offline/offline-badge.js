import { strings } from "../kit/generated/strings.js";
import { fill, megabytes } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("./offline.js").Offline} offline
 */

const texts = strings.offline;

/**
 * Whether everything is stored, as the service worker itself has found.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { offline }) {
  /** @param {import("./offline.js").OfflineStatus} status */
  function show(status) {
    element.textContent = describe(status);
    element.dataset.offlineBadge = status.state;
  }
  show(offline.status);
  return offline.changed.on(show);
}

/** @param {import("./offline.js").OfflineStatus} status */
function describe({ state, supported, saved, total, problem }) {
  if (!supported) return texts.none;
  if (problem && state !== "ready") return fill(texts.failed, { reason: texts[problem] });
  const size = megabytes(total);
  return fill(texts[state], { percent: Math.floor(total ? (100 * saved) / total : 0), size });
}
