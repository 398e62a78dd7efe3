import { createEmitter } from "../kit/emitter.js";
import { PythonError } from "../python/error.js";

/**
 * @typedef {import("../kit/generated/operations.js").Operations} Operations
 * @typedef {import("../kit/generated/operations.js").trainer_Settings} Settings
 * @typedef {import("../kit/generated/operations.js").trainer_Record} RunRecord
 *
 * A network outside of Python, and what made it.
 * @typedef {import("../kit/generated/operations.js").operations_Kept & {
 *   record: RunRecord | null, taught?: string[] }} Kept taught: ids of the learner's drawings that
 *   it has learned from
 *
 * @typedef {(event: { loaded: number, total: number }) => void} OnBytes
 */

const KEY = "network";

/**
 * The page's side of course.project: which images Python has, and the learner's network, which
 * outlives Python's worker. Components speak with Python about both through this.
 */
export class Project {
  /** What is loaded, or the network, is another now. */
  changed = /** @type {import("../kit/emitter.js").Emitter<void>} */ (createEmitter());
  /** The network is not the one that was training. */
  replaced = /** @type {import("../kit/emitter.js").Emitter<void>} */ (createEmitter());
  /** @type {Set<string>} chunks of MNIST that Python has */
  loaded = new Set();
  /** @type {Kept | null} */
  network = null;
  #there = false; // whether Python's worker has it, too
  /** @type {Promise<void> | null} */
  #recalling = null;

  /**
   * @param {import("../python/service.js").Python} python
   * @param {import("../kit/keep.js").Keep} keep
   * @param {Record<string, { bytes: number }>} files the chunks' packs
   */
  constructor(python, keep, files) {
    this.python = python;
    this.keep = keep;
    this.files = files;
    python.lost.on(() => {
      this.loaded.clear();
      this.#there = false;
      this.changed.emit();
    });
  }

  /** Bytes that loading these chunks would cost. @param {string[]} chunks */
  cost(chunks) {
    const missing = chunks.filter((chunk) => !this.loaded.has(chunk));
    return missing.reduce((sum, chunk) => sum + this.files[`${chunk}.pack`].bytes, 0);
  }

  /**
   * Have Python load chunks of MNIST. Rejects with a PythonError; what came before it stays.
   * @param {string[]} chunks
   * @param {OnBytes} [onBytes]
   */
  async load(chunks, onBytes) {
    const missing = chunks.filter((chunk) => !this.loaded.has(chunk));
    const total = this.cost(missing);
    let before = 0;
    for (const chunk of missing) {
      const onEvent = (/** @type {any} */ { loaded }) => onBytes?.({ loaded: before + loaded, total });
      await this.python.call("project.load_mnist", { chunks: [chunk] }, { onEvent });
      before += this.files[`${chunk}.pack`].bytes;
      this.loaded.add(chunk);
      this.changed.emit();
    }
  }

  /** Find the network of an earlier visit, once; then `network` has it. */
  recall() {
    this.#recalling ??= this.keep.get(KEY).then((kept) => {
      if (!kept || this.network) return;
      this.network = kept;
      this.changed.emit();
    });
    return this.#recalling;
  }

  /**
   * Ask Python for something that needs the network: it is given back first where it was lost.
   * @template {keyof Operations} Op
   * @param {Op} op
   * @param {Operations[Op]["args"]} args
   * @param {import("../python/service.js").CallOptions} [options]
   * @returns {Promise<Operations[Op]["answer"]>}
   */
  async ask(op, args, options) {
    if (!this.#there && this.network) {
      const { npz, activation, code } = this.network;
      await this.python.call("project.restore_network", { npz, activation, code });
      this.#there = true;
    }
    return this.python.call(op, args, options);
  }

  /** Python has begun a network of its own. */
  begun() {
    this.#there = true;
  }

  /**
   * The network has changed: take it out of Python and store it.
   * @param {RunRecord | null} record of the run that made it
   * @param {string[]} [taught] ids of the learner's drawings that it has learnt from
   * @returns {Promise<boolean>} whether it will be here at the next visit
   */
  async store(record, taught = []) {
    const kept = await this.python.call("project.keep_network", {});
    this.network = { ...kept, record, taught };
    this.changed.emit();
    return this.keep.set(KEY, this.network);
  }

  /** Put an earlier network back in place of the present one. @param {Kept | null} kept */
  async restore(kept) {
    this.network = kept;
    this.#there = false;
    this.replaced.emit();
    this.changed.emit();
    if (kept) await this.keep.set(KEY, kept);
    else await this.keep.remove(KEY);
  }
}

/** Whether a request ended because someone pressed Stop. @param {unknown} error */
export function stopped(error) {
  return error instanceof PythonError && error.kind === "stopped";
}
