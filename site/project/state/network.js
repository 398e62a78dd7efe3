import { takenOver } from "./former.js";

/**
 * @typedef {import("../../kit/generated/operations.js").Operations} Operations
 *
 * A network outside of Python. Here `run` is the id by which it is kept.
 * @typedef {import("../../kit/generated/operations.js").network_Kept} Kept
 */

const CHOSEN = "chosen"; // the id of the learner's network
const FORMER = "network"; // where the only one was kept, once
const PREFIX = "network/";

/**
 * The learner's network, if they have one.
 * @param {import("../../kit/keep.js").Keep} keep
 * @returns {Promise<Kept | null>}
 */
export async function chosenNetwork(keep) {
  const chosen = await keep.get(CHOSEN);
  return chosen === undefined ? null : ((await keep.get(PREFIX + chosen)) ?? null);
}

/**
 * The networks of all runs, and which of them is the learner's: it is another only when they
 * choose another. It outlives Python's worker.
 */
export class Network {
  /** @type {Kept | null} the learner's, as it was last kept */
  current = null;
  /** @type {string | null} the run that Python has, be it that it has ended */
  live = null;
  /** @type {Set<string>} ids of the networks that are kept */
  ids = new Set();
  /** @type {Kept | null} what Python has as the learner's */
  #there = null;
  /** @type {Promise<void> | null} */
  #recalling = null;

  /**
   * @param {import("../project.js").Sources} sources
   * @param {import("./runs.js").Runs} runs
   * @param {() => void} tell
   */
  constructor({ python, keep }, runs, tell) {
    this.python = python;
    this.keep = keep;
    this.runs = runs;
    this.tell = tell;
    python.lost.on(() => {
      this.#there = this.live = null;
      tell();
    });
    keep.changed.on((key) => {
      if (key === CHOSEN || key.startsWith(PREFIX)) void this.#refresh();
    });
  }

  /**
   * Whether it can be asked. Python that has failed is not started again by a pen.
   * @returns {"none" | "failed" | "waiting" | "ready"}
   */
  get state() {
    if (!this.current) return "none";
    const { state } = this.python.status;
    return state === "failed" || state === "ready" ? state : "waiting";
  }

  /** Whether a network is still the learner's, as it was. @param {Kept | null} kept */
  is(kept) {
    return kept?.run === this.current?.run && kept?.npz === this.current?.npz;
  }

  /** Find the networks of earlier visits, once; then `current` has the learner's. */
  recall() {
    this.#recalling ??= this.#recall();
    return this.#recalling;
  }

  async #recall() {
    const former = await this.keep.get(FORMER);
    if (former && (await this.keep.get(CHOSEN)) === undefined) {
      const kept = takenOver(former, this.runs);
      const stored = await this.put(kept);
      if (stored) await this.keep.remove(FORMER);
    }
    await this.#refresh();
    const known = new Set(this.runs.list.map(({ id }) => id));
    for (const id of this.ids) if (!known.has(id)) await this.drop(id);
  }

  /** Look at what is kept: this tab has just begun, or another has changed something. */
  async #refresh() {
    const keys = await this.keep.keys();
    const ids = keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    this.ids = new Set(ids);
    const kept = await chosenNetwork(this.keep);
    if (kept && (kept.run !== this.current?.run || kept.npz !== this.current?.npz)) {
      this.current = kept;
    }
    this.tell();
  }

  /** @param {string} id @returns {Promise<Kept | undefined>} */
  kept(id) {
    return this.keep.get(PREFIX + id);
  }

  /**
   * Ask Python for something that needs the network: it is given to Python first where need be.
   * @template {keyof Operations} Op
   * @param {Op} op
   * @param {Operations[Op]["args"]} args
   * @returns {Promise<Operations[Op]["answer"]>}
   */
  async ask(op, args) {
    while (this.current && this.#there !== this.current) {
      const wanted = this.current;
      if (wanted.run === this.live) await this.python.call("project.use_run", {});
      else await this.python.call("project.restore_network", wanted);
      if (wanted === this.current) this.#there = wanted;
    }
    return this.python.call(op, args);
  }

  /** Have Python draw the first layer of a run's network. @param {string} id */
  async weights(id) {
    const network = id === this.live ? null : await this.kept(id);
    if (network === undefined) return null;
    const { pixels } = await this.python.call("project.weights", { network });
    return pixels;
  }

  /**
   * Keep a network by its id; where it is the learner's, that is what Python has now.
   * @param {Kept} kept
   * @returns {Promise<boolean>} whether it will be here at the next visit
   */
  async store(kept) {
    const id = kept.run ?? "";
    if (this.current?.run === id) {
      if (this.#there === this.current) this.#there = kept;
      this.current = kept;
    }
    this.ids.add(id);
    const stored = await this.keep.set(PREFIX + id, kept);
    this.tell();
    return stored;
  }

  /** Make a run's network the learner's. @param {string} id @returns {Promise<boolean>} whether it will be so at the next visit */
  async choose(id) {
    const kept = await this.kept(id);
    if (!kept) return false;
    this.current = kept;
    this.tell();
    return this.keep.set(CHOSEN, id);
  }

  /** Keep a network, and make it the learner's. @param {Kept} kept */
  async put(kept) {
    const stored = await this.store(kept);
    return (await this.choose(kept.run ?? "")) && stored;
  }

  /**
   * Keep a run's network no longer, unless it is the learner's.
   * @param {string} id
   * @returns {Promise<Kept | undefined>} what was kept
   */
  async drop(id) {
    const kept = await this.kept(id);
    if (this.current?.run === id) return kept;
    this.ids.delete(id);
    await this.keep.remove(PREFIX + id);
    return kept;
  }
}
