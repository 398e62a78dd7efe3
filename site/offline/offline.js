import { savesData } from "../kit/download.js";
import { createEmitter } from "../kit/emitter.js";

/**
 * @typedef {object} OfflineStatus
 * @property {"no" | "saving" | "ready"} state
 * @property {boolean} supported
 * @property {number} saved bytes
 * @property {number} total bytes
 * @property {number} lacking bytes of what is optional and not stored
 * @property {number} optional bytes of all that
 * @property {"" | "space" | "network"} problem why storing ended early
 * @property {"none" | "waiting" | "active"} update a new version waits, or another tab took it
 * @property {boolean} asks nothing is stored until the learner wants it: this connection saves data
 */

const AGAIN = 1000; // ms

/** The page's side of the service worker; it only repeats what the worker has found. */
export class Offline {
  changed = /** @type {import("../kit/emitter.js").Emitter<OfflineStatus>} */ (createEmitter());
  /** @type {OfflineStatus} */
  status = {
    state: "no",
    supported: isSupported(),
    saved: 0,
    total: 0,
    lacking: 0,
    optional: 0,
    problem: "",
    update: "none",
    asks: false,
  };
  /** @type {ServiceWorkerRegistration | null} */
  #registration = null;
  #accepted = false;
  #controlled = false;
  #mayStore = false;
  #everything = false;

  /** @param {string} root the site's root, where sw.js is */
  constructor(root) {
    this.root = root;
  }

  /** Ask the service worker that answers this page's requests, if one does, what it has. */
  ask() {
    if (!this.status.supported) return;
    const { serviceWorker } = navigator;
    this.#controlled = Boolean(serviceWorker.controller);
    this.#update({ asks: savesData() && !this.#controlled });
    serviceWorker.addEventListener("message", ({ data }) => this.#receive(data));
    serviceWorker.addEventListener("controllerchange", () => this.#changed());
    addEventListener("online", () => this.#ask()); // what a lost connection has left out
    this.#ask();
  }

  /** Register the service worker; one that is new takes over once it is installed, or says why not. */
  async start() {
    if (!this.status.supported || this.status.asks) return;
    const { serviceWorker } = navigator;
    try {
      this.#registration = await serviceWorker.register(`${this.root}sw.js`, { scope: this.root });
      this.#watch(this.#registration);
      this.#ask();
    } catch {
      this.#update({ supported: false });
    }
  }

  /** The page has what it needs itself: the large parts may be stored now. */
  store() {
    if (this.status.asks) return;
    this.#mayStore = true;
    this.#ask();
  }

  /** The learner wants it in spite of what it costs. */
  storeAsked() {
    this.#update({ asks: false });
    this.#mayStore = true;
    return this.start();
  }

  /** The learner wants to have what is optional, too, as soon as anything is stored. */
  storeEverything() {
    this.#everything = true;
    this.#ask();
  }

  /** The learner wants the new version. */
  accept() {
    this.#accepted = true;
    const waiting = this.#registration?.waiting;
    if (!waiting) return location.reload();
    const ask = () => waiting.postMessage({ type: "activate" });
    ask();
    setInterval(ask, AGAIN); // lost where the old one is busy (Chromium); until the page reloads
  }

  #ask() {
    if (!this.status.supported) return;
    const active = this.#registration?.active ?? navigator.serviceWorker.controller;
    const wanted = this.#everything ? "everything" : "store";
    active?.postMessage({ type: this.#mayStore ? wanted : "status" });
  }

  /** @param {ServiceWorkerRegistration} registration */
  #watch(registration) {
    const look = () => {
      if (!registration.waiting || !registration.active) return;
      registration.waiting.postMessage({ type: "prefetch" });
      this.#update({ update: "waiting" });
    };
    look();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", look);
    });
  }

  /** Another worker has taken over: the first one ever, or a new version. */
  #changed() {
    if (this.#accepted) return location.reload();
    if (this.#controlled) this.#update({ update: "active" });
    this.#controlled = true;
    this.#ask();
  }

  /** @param {any} data */
  #receive(data) {
    if (data?.type !== "offline") return;
    const { state, saved, total, lacking, optional, problem } = data;
    this.#update({ state, saved, total, lacking, optional, problem });
  }

  /** @param {Partial<OfflineStatus>} changes */
  #update(changes) {
    this.status = { ...this.status, ...changes };
    this.changed.emit(this.status);
  }
}

/** Some browsers have no service workers, or none for such pages; a sandboxed frame may not even ask. */
function isSupported() {
  try {
    return Boolean(navigator.serviceWorker);
  } catch {
    return false;
  }
}
