// The worker that owns Pyodide. In: {boot}, then requests as JSON texts.
// Out: {stage} while it starts or dies; events and answers as JSON texts.
// It fetches and decompresses itself, so that the page's own thread stays free.

import { parts, root, staticVersion } from "../../kit/generated/parts.js";
import { take } from "../answer-line.js";
import { Damaged, Download, Stalled } from "../../kit/download.js";
import { unpack } from "../pack.js";
import { fetchAssets } from "../assets.js";
import { placeFor, recall } from "../snapshot-store.js";
import { PACKAGES, complete, prepare, start } from "./boot.js";
import { confine } from "./confine.js";
import { Interrupts } from "./interrupts.js";
import { fetchPacks } from "./packs.js";
import { matrixProduct } from "./product.js";
import { Rest } from "./rest.js";

/**
 * @typedef {object} Scope
 * @property {(message: any, transfer?: Transferable[]) => void} postMessage
 * @property {((event: MessageEvent) => void) | null} onmessage
 * @property {((event: PromiseRejectionEvent) => void) | null} onunhandledrejection
 * @property {string} name
 *
 * @typedef {import("./boot.js").Boot} Boot
 * @typedef {import("../assets.js").Assets} Assets
 * @typedef {import("../snapshot-store.js").Snapshot} Snapshot
 * The answer, or a coroutine that ends with it; `callPromising` lets Python be suspended meanwhile.
 * @typedef {((request: string) => any) & { callPromising(request: string): Promise<any> }} Dispatch
 */

const EARLY = "early"; // a worker that early.js began before the page could say how
const CANCEL = JSON.stringify({ id: 0, op: "bridge.cancel", args: {} });
/** The answer where an interrupt came while no code of the learner's ran. @param {number} id */
const STOPPED = (id) => JSON.stringify({ id, error: { type: "KeyboardInterrupt", stopped: true } });
// Bytes of Python's stack, of which it leaves 16 kB unused. V8's is full at 102 to 170 kB of it, by
// what calls what; at 80 kB a function behind lru_cache may call itself 140 times.
const STACK = 81_920;
const REST = "rest"; // as course.cells.rest calls its pack
const PAGE = 65_536; // bytes of WebAssembly's memory
const MOST = 2 ** 31 / PAGE; // pages, so 2 GiB
const RUN = "cells.run"; // the one operation whose code may wait
const FIRST = /^(bridge|cells|figures)\./; // the operations of which a first result may be
const WAITS = /input|sleep|stdin|asyncio|getpass|run_/;
const WATCH = 50; // ms between two looks
const STORAGE_LIMIT = 10_000; // ms after the download
const PACE = 100; // ms between two reports of a download
const HAND_OVER = 1000; // ms after which the page gets what the next worker would fetch again

/** @param {Scope} scope */
function serve(scope) {
  const post = scope.postMessage.bind(scope); // confine takes it from Python
  /** @type {Dispatch | null} */
  let dispatch = null;
  /** @type {Interrupts} */
  let interrupts;
  /** @type {Rest} */
  let rest;
  let suspends = false; // Python waits by being suspended ...
  let waits = false; // ... once there is code that may: a stack of its own takes some ms for each run
  let asked = 0; // the id of the request under way
  let failing = "network"; // what it is called if the start fails now

  /** @param {Boot} boot */
  async function begin(boot) {
    const { fetched, recalled } = early ?? collect(boot);
    const [loader, assets] = await fetched;
    const snapshot = await Promise.race([recalled, noSnapshotIn(STORAGE_LIMIT)]);
    limitMemory();
    const starting = start(loader, assets, { ...boot, snapshot });
    starting.catch(() => {}); // told when all has come
    const first = await assets.first;
    failing = "broken";
    post({ stage: "starting" });
    const started = await starting;
    post({ stage: "unpacking" });
    const { pyodide } = started;
    const made = complete(started, first);
    interrupts = new Interrupts(boot.interrupt ?? new Int32Array(1));
    rest = new Rest(pyodide);
    const { line } = boot;
    const ask = line ? () => take(line, () => pyodide.checkInterrupt()) : undefined;
    suspends = !ask && canSuspend();
    protect(pyodide._module);
    pyodide._api.on_fatal = (/** @type {any} */ error) => post(broken(error)); // also between two requests
    confine();
    dispatch = open(pyodide, (event) => post(event), progress, rest, {
      ask,
      suspends,
      reloads: boot.reloads,
    });
    // WebKit ends a worker only in JavaScript, which looking for an interrupt is.
    pyodide.setInterruptBuffer(interrupts);
    // Before any program has run, so that the page can refuse whatever comes later.
    if (made) post({ stage: "snapshot", snapshot: made }, [made.memory.buffer]);
    post({ stage: "ready", restored: Boolean(snapshot) });
    rest.soon();
    if (!boot.assets)
      setTimeout(() => post({ stage: "assets", assets: { ...assets, first } }), HAND_OVER);
  }

  /** @param {import("../../kit/download.js").Bytes} bytes of what Python still needs for a request */
  function progress(bytes) {
    post(JSON.stringify({ id: asked, event: "progress", ...bytes }));
  }

  /** Fetch what a start needs. @param {Pick<Boot, "assets" | "snapshot" | "makeSnapshot">} boot */
  function collect({ assets, snapshot, makeSnapshot }) {
    const download = new Download(root, spaced(tellBytes), { checks: false });
    const given = assets ?? fetchAssets(download, parts);
    const fetched = Promise.all([prepare(download, parts), given]);
    fetched.catch(() => {}); // told when the page has said how to start
    const stored = () => (makeSnapshot ? recall(placeFor(root, staticVersion)) : null);
    return { fetched, recalled: snapshot ? reopen(snapshot) : stored() };
  }

  /** @param {string} request */
  async function answer(request) {
    try {
      const { id, op } = JSON.parse(request);
      asked = id;
      if (!FIRST.test(op)) await rest.bring(progress).catch(() => {}); // an import will tell
      if (interrupts.came(id)) return finish(STOPPED(id));
      waits ||= suspends && WAITS.test(request);
      const reply = waits && op === RUN ? await suspended(request) : dispatch?.(request);
      finish(typeof reply === "object" ? await later(reply) : reply);
    } catch (error) {
      finish(isStop(error) ? STOPPED(asked) : broken(error));
    }
  }

  /** @param {any} reply */
  function finish(reply) {
    interrupts.answered(asked);
    post(reply);
  }

  /** @param {string} request */
  function suspended(request) {
    const reply = dispatch?.callPromising(request); // returns as soon as Python waits
    post({ stage: "waits" });
    return reply;
  }

  /** What concerns the run under way: to be stopped, or a line that it waits for. @param {any} what */
  function beside({ op, args }) {
    dispatch?.(JSON.stringify({ id: 0, op, args }));
    post({ stage: "heeded" });
  }

  /** Python sees no interrupt while it waits, so this looks for one. @param {any} coroutine */
  async function later(coroutine) {
    post({ stage: "waits" });
    const watch = setInterval(() => {
      if (interrupts.take(asked)) dispatch?.(CANCEL);
    }, WATCH);
    try {
      return await coroutine;
    } finally {
      clearInterval(watch);
      coroutine.destroy();
    }
  }

  const early =
    scope.name === EARLY ? collect({ assets: null, snapshot: null, makeSnapshot: true }) : null;
  // An interrupt may also hit a callback of Python's whose promise nobody waits for.
  scope.onunhandledrejection = (event) => isStop(event.reason) && event.preventDefault();
  scope.onmessage = ({ data }) => {
    if (typeof data === "string") return void answer(data);
    if (data.beside) return void beside(data.beside);
    begin(data.boot).catch(async (error) => {
      const damaged = error instanceof Stalled ? "" : await damage(); // that would stall again
      const stage = damaged ? "damaged" : failing;
      post({ stage, message: damaged || lastLine(error?.message ?? error) });
    });
  };

  /** @param {import("../../kit/download.js").Bytes} bytes */
  function tellBytes(bytes) {
    post({ stage: "download", bytes });
  }
}

/**
 * What is to be said of a file that arrived damaged, if one did: looked for once a start has failed.
 * The right copy, where it could be had, lies in the browser's cache then, for the next start.
 */
async function damage() {
  const download = new Download(root, () => {});
  try {
    await (await fetchAssets(download, parts)).first;
  } catch (error) {
    return error instanceof Damaged ? error.message : "";
  }
  return download.damaged;
}

/**
 * Storage that never answers must not keep Python from starting.
 * @param {number} delay
 * @returns {Promise<null>}
 */
function noSnapshotIn(delay) {
  return new Promise((resolve) => setTimeout(() => resolve(null), delay));
}

/**
 * Call `tell` at most every PACE ms, always with the newest.
 * @template T
 * @param {(value: T) => void} tell
 * @returns {(value: T) => void}
 */
function spaced(tell) {
  let waiting = false;
  /** @type {T} */
  let newest;
  const ring = () => {
    waiting = false;
    tell(newest);
  };
  return (value) => {
    newest = value;
    if (waiting) return;
    waiting = true;
    setTimeout(ring, PACE);
  };
}

/**
 * Python raises RecursionError where its own stack ends, but the browser's ends earlier for whatever
 * goes through C, as `__repr__` and `sorted` do, and that kills Python. So let Python end first.
 * @param {any} module Emscripten's
 */
function protect(module) {
  const protectStack = module._PyUnstable_ThreadState_SetStackProtection;
  protectStack?.(module._PyThreadState_Get(), module.stackSave() - STACK, STACK);
}

/** Pyodide misreads strings that lie higher, where they come to lie once memory is nearly full. */
function limitMemory() {
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function (pages) {
    if (this.buffer.byteLength / PAGE + pages > MOST) throw new RangeError("Memory is full.");
    return grow.call(this, pages);
  };
}

/** Whether WebAssembly can be suspended while JavaScript goes on (JSPI). */
function canSuspend() {
  return "Suspending" in WebAssembly && "promising" in WebAssembly;
}

/** @param {any} error what Pyodide threw */
function isStop(error) {
  return error?.type === "KeyboardInterrupt";
}

/** Where a traceback of Python's says what has happened. @param {unknown} text */
function lastLine(text) {
  return String(text).trim().split("\n").at(-1);
}

/** @param {any} error */
function broken(error) {
  return { stage: "broken", message: String(error).split("\n")[0] };
}

/** @param {import("../snapshot-store.js").Keepsake} keepsake @returns {Promise<Snapshot>} */
async function reopen({ memory, layout }) {
  return { memory: new Uint8Array(await memory.arrayBuffer()), layout };
}

/**
 * Open the course's door.
 * @param {any} pyodide
 * @param {(event: string) => void} emit
 * @param {(bytes: import("../../kit/download.js").Bytes) => void} progress of a package's download
 * @param {Rest} rest
 * @param {{ ask?: () => string, suspends: boolean, reloads: boolean }} ways to wait for a line that
 *   the learner types, or to say why not
 * @returns {Dispatch}
 */
function open(pyodide, emit, progress, rest, { ask, suspends, reloads }) {
  /** @param {string} listed a JSON list of packs */
  const load = async (listed) => {
    const names = JSON.parse(listed);
    if (names.includes(REST)) return rest.bring(progress);
    const packs = await fetchPacks(names, progress);
    for (const pack of packs) unpack(pyodide.FS, pack, PACKAGES);
  };
  const { start } = pyodide.pyimport("course.worker");
  const now = () => rest.now();
  return start(emit, load, ask, suspends, reloads, matrixProduct(pyodide), now);
}

serve(/** @type {Scope} */ (/** @type {unknown} */ (self)));
