import { createEmitter } from "../kit/emitter.js";
import { reason } from "../kit/text.js";

/**
 * course.trainer.Run.state
 * @typedef {import("../kit/generated/operations.js").trainer_State} RunState
 *
 * @typedef {object} Training
 * @property {"idle" | "loading" | "running" | "paused" | "done" | "failed"} status
 * @property {import("./project.js").Settings | null} settings
 * @property {boolean} theirs whether the learner's own backward() trains
 * @property {number} parameters
 * @property {RunState | null} run
 * @property {{ loaded: number, total: number } | null} bytes while images are loading
 * @property {string} message why it failed
 * @property {boolean} kept whether the network will be here at the next visit
 */

const STORE_EVERY = 15_000; // ms of training that may be lost with the page

/** Trains the learner's network slice by slice: between two, Python answers whoever else asks. */
export class Trainer {
  changed = /** @type {import("../kit/emitter.js").Emitter<Training>} */ (createEmitter());
  /** @type {Training} */
  state = {
    status: "idle",
    settings: null,
    theirs: false,
    parameters: 0,
    run: null,
    bytes: null,
    message: "",
    kept: true,
  };
  #turn = 0; // a loop that is not the newest ends
  #pausing = false;
  #stored = 0;

  /** @param {import("./project.js").Project} project */
  constructor(project) {
    this.project = project;
    project.python.lost.on(() => {
      if (this.state.status === "paused") this.#fail("");
    });
    project.replaced.on(() => {
      if (this.state.status !== "paused" && !this.busy) return;
      this.#turn += 1; // it would go on with weights that are no longer the network's
      this.#update({ status: "idle", run: null });
    });
  }

  get busy() {
    return this.state.status === "loading" || this.state.status === "running";
  }

  /**
   * Begin a run. Failures are told in `state`.
   * @param {import("./project.js").Settings} settings
   * @param {string[]} chunks of MNIST that it needs
   * @param {string | null} code the learner's program, where its backward() is to train
   */
  async begin(settings, chunks, code) {
    const turn = ++this.#turn;
    this.#update({ status: "loading", settings, theirs: code !== null, run: null, message: "" });
    try {
      await this.project.load(chunks, (bytes) => this.#update({ bytes }));
      this.#update({ bytes: null });
      const { parameters } = await this.project.python.call("project.begin_training", { settings, code });
      if (turn !== this.#turn) return;
      this.project.begun();
      this.#stored = performance.now();
      this.#update({ parameters });
    } catch (error) {
      return this.#fail(reason(error));
    }
    return this.resume();
  }

  /** It has paused once the slice under way has ended. */
  pause() {
    this.#pausing = true;
  }

  resume() {
    const turn = ++this.#turn;
    this.#pausing = false;
    this.#update({ status: "running" });
    return this.#loop(turn);
  }

  /** One batch. */
  async step() {
    await this.#slice({ batches: 1 }).catch((error) => this.#fail(reason(error)));
  }

  /** End the run; the network stays as it is. */
  stop() {
    return this.#end();
  }

  /** @param {number} turn */
  async #loop(turn) {
    try {
      while (turn === this.#turn && !(await this.#slice({}))) {
        if (this.#pausing && turn === this.#turn) {
          this.#update({ status: "paused" });
          return await this.#store();
        }
        if (performance.now() - this.#stored > STORE_EVERY) await this.#store();
      }
    } catch (error) {
      if (turn === this.#turn) this.#fail(reason(error));
    }
  }

  /** @param {{ batches?: number }} args */
  async #slice(args) {
    const run = await this.project.python.call("project.train", args);
    this.#update({ run });
    if (!run.done) return false;
    await this.#end();
    return true;
  }

  /** Who hears that it is done finds the network stored. */
  async #end() {
    const turn = ++this.#turn;
    await this.#store();
    if (turn === this.#turn) this.#update({ status: "done" });
  }

  async #store() {
    this.#stored = performance.now();
    try {
      const record = await this.project.python.call("project.training_record", {});
      this.#update({ kept: await this.project.store(record) });
    } catch (error) {
      this.#update({ message: reason(error) });
    }
  }

  /** @param {string} message */
  #fail(message) {
    this.#turn += 1;
    this.#update({ status: "failed", message, bytes: null });
  }

  /** @param {Partial<Training>} changes */
  #update(changes) {
    this.state = { ...this.state, ...changes };
    this.changed.emit(this.state);
  }
}
