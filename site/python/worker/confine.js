// The learner's Python can call all of JavaScript. It can't ask another origin for anything, since
// the page's policy holds in this worker. What else it must not have is taken away here.

/** @type {[holder: object, names: string[]][]} */
const KEPT_FROM_PYTHON = [
  [globalThis, ["caches", "indexedDB", "BroadcastChannel"]], // what pages are served and made from
  [globalThis, ["close"]], // it would end Python without a word
  [globalThis, ["postMessage"]], // the page takes what comes for our answers
  [globalThis, ["Worker", "SharedWorker"]], // one loaded from an address would have no policy
  [globalThis, ["WebSocket"]], // one that the policy blocks opens in silence; without, Python says so
  [navigator, ["storage", "serviceWorker", "locks"]],
];

/** Take away, for good, what only our own start needs. */
export function confine() {
  for (const [first, names] of KEPT_FROM_PYTHON) {
    for (let holder = first; holder; holder = Object.getPrototypeOf(holder)) {
      for (const name of names) Reflect.deleteProperty(holder, name);
    }
  }
}
