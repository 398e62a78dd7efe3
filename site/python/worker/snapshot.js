// Makes a snapshot something that the page can pass on without a copy, and stores it for later
// visits, away from the page and from Python. If the browser's storage refuses, the next visit
// starts as the first one did.
import { keep } from "../snapshot-store.js";

/** @typedef {import("../snapshot-store.js").Place} Place */
/** @typedef {import("../snapshot-store.js").Snapshot} Snapshot */

/** @param {MessageEvent<{ place: Place, snapshot: Snapshot }>} event */
self.onmessage = async ({ data }) => {
  const { memory, layout } = data.snapshot;
  self.postMessage({ memory: new Blob([memory]), layout });
  await keep(data.place, data.snapshot).catch(() => {});
  self.close();
};
