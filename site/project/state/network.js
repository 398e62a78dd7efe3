import { takenOver } from "./former.js";

/**
 * @typedef {import("../../kit/generated/operations.js").Operations} Operations
 *
 * A network outside of Python.
 * @typedef {import("../../kit/generated/operations.js").network_Kept} Kept
 *
 * What made a network: the run with this id, the learner's own code, drawings with these ids.
 * @typedef {Pick<Kept, "run" | "code" | "taught">} Made
 */

const KEY = "network";

/** The learner's network, which outlives Python's worker. */
export class Network {
  /** @type {Kept | null} as it was last taken out of Python */
  current = null;
  #there = false; // whether Python's worker has it
  /** @type {Made | null} a run's that has begun, of which nothing has been taken yet */
  #begun = null;
  /** @type {Promise<unknown>} */
  #beginning = Promise.resolve();
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
      this.#there = false;
      this.#begun = null;
      tell();
    });
  }

  /** What made the network that answers now. @returns {Made | null} */
  get made() {
    return this.#begun ?? this.current;
  }

  /**
   * Whether it can be asked. Python that has failed is not started again by a pen.
   * @returns {"none" | "failed" | "waiting" | "ready"}
   */
  get state() {
    if (!this.made) return "none";
    const { state } = this.python.status;
    return state === "failed" || state === "ready" ? state : "waiting";
  }

  /** Find the network of an earlier visit, once; then `current` has it. */
  recall() {
    this.#recalling ??= this.keep.get(KEY).then((kept) => {
      if (!kept || this.current) return;
      if ("run" in kept) this.current = kept;
      else void this.#store(takenOver(kept, this.runs.list));
      this.tell();
    });
    return this.#recalling;
  }

  /**
   * Ask Python for something that needs the network: it is given back first where it was lost.
   * @template {keyof Operations} Op
   * @param {Op} op
   * @param {Operations[Op]["args"]} args
   * @returns {Promise<Operations[Op]["answer"]>}
   */
  async ask(op, args) {
    await this.#beginning; // nobody gives it the old one back meanwhile
    if (!this.#there && this.current) {
      await this.python.call("project.restore_network", this.current);
      this.#there = true;
    }
    return this.python.call(op, args);
  }

  /**
   * Have Python begin a run, whose network takes the place of this one.
   * @param {Operations["project.begin_training"]["args"]} args
   */
  begin(args) {
    const begun = this.python.call("project.begin_training", args);
    const { run, code = null } = args;
    this.#beginning = begun.then(
      () => {
        this.#there = true;
        this.#begun = { run, code, taught: [] };
        this.tell();
      },
      () => {},
    );
    return begun;
  }

  /**
   * It has changed: take it out of Python and store it.
   * @returns {Promise<boolean>} whether it will be here at the next visit
   */
  async take() {
    const kept = await this.python.call("project.keep_network", {});
    this.#begun = null;
    const stored = this.#store(kept);
    this.tell();
    return stored;
  }

  /** Put an earlier one in the place of this one. @param {Kept} kept */
  async put(kept) {
    this.#there = false;
    this.#begun = null;
    const stored = this.#store(kept);
    this.tell();
    await stored;
  }

  /** @param {Kept} kept */
  #store(kept) {
    this.current = kept;
    return this.keep.set(KEY, kept);
  }
}
