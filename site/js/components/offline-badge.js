import { strings } from "../generated/strings.js";
import { fill, percent } from "../lib/text.js";

const texts = strings.offline;

/**
 * Whether everything is stored, as the service worker itself has found.
 * @type {import("../lib/types.js").Mount}
 */
export function mount(element, { offline }) {
  /** @param {import("../services/offline.js").OfflineStatus} status */
  function show(status) {
    element.textContent = describe(status);
    element.dataset.offlineBadge = status.state;
  }
  show(offline.status);
  return offline.changed.on(show);
}

/** @param {import("../services/offline.js").OfflineStatus} status */
function describe({ state, supported, saved, total, problem }) {
  if (!supported) return texts.none;
  if (problem) return fill(texts.failed, { reason: texts[problem] });
  return fill(texts[state], { percent: percent(total ? saved / total : 0) });
}
