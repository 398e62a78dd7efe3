import { reason } from "../../kit/text.js";
import { Part } from "./part.js";

/**
 * course.project.trainer.Run.state
 * @typedef {import("../../kit/generated/operations.js").trainer_State} RunState
 * @typedef {import("../../kit/generated/operations.js").settings_Settings} Settings
 *
 * @typedef {object} State
 * @property {"idle" | "loading" | "running" | "paused" | "done" | "failed"} status
 * @property {Settings | null} settings
 * @property {RunState | null} run
 * @property {{ loaded: number, total: number } | null} bytes while images are loading
 * @property {string} message why it failed
 * @property {boolean} kept whether the network will be here at the next visit
 *
 * What the learner chose: `chunks` of MNIST that it needs, whether their own backward() trains, and
 * what they guess, in per cent.
 * @typedef {{ settings: Settings, chunks: string[], theirs: boolean, guess: number | null }} Chosen
 */

const STORE_EVERY = 15_000; // ms of training that may be lost with the page
const ENOUGH = 0.95; // of the validation images right: then the part is done
const OVERFIT = 0.05; // of the images, that more are right of those trained on

/**
 * Trains the learner's network slice by slice: between two, Python answers whoever else asks.
 * @extends {Part<State>}
 */
export class Training extends Part {
  there = false; // whether Python has the run, be it that it has ended
  #turn = 0; // a loop that is not the newest ends
  #pausing = false;
  #stored = 0;
  /** @type {Pick<Chosen, "theirs" | "guess">} */
  #chosen = { theirs: false, guess: null };

  /**
   * @param {import("../project.js").Project} project
   * @param {() => void} tell
   * @param {() => void} sliced tells that the run is a slice further
   */
  constructor(project, tell, sliced) {
    super(
      { status: "idle", settings: null, run: null, bytes: null, message: "", kept: true },
      tell,
    );
    this.project = project;
    this.sliced = sliced;
    project.python.lost.on(() => {
      this.there = false;
      if (this.state.status === "paused") this.#fail("");
    });
  }

  get busy() {
    return this.state.status === "loading" || this.state.status === "running";
  }

  /** Whether a run is under way, be it that it pauses. */
  get underWay() {
    return this.busy || this.state.status === "paused";
  }

  /**
   * Begin a run. Failures are told in `state`.
   * @param {Omit<Chosen, "theirs">} chosen
   * @param {string | null} code the learner's program, where its backward() is to train
   */
  async begin({ settings, chunks, guess }, code) {
    const turn = ++this.#turn;
    const { images, network, runs } = this.project;
    this.#chosen = { theirs: code !== null, guess };
    this.update({ status: "loading", settings, run: null, message: "" });
    try {
      await images.load(chunks, (bytes) => this.update({ bytes }));
      this.update({ bytes: null });
      await network.begin({ settings, run: runs.newId(), code });
      this.there = true;
      if (turn !== this.#turn) return;
      this.#stored = performance.now();
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
    this.update({ status: "running" });
    return this.#loop(turn);
  }

  /** One batch. */
  async step() {
    try {
      if (!(await this.#slice({ batches: 1 }))) await this.#store();
    } catch (error) {
      this.#fail(reason(error));
    }
  }

  /** End the run; the network stays as it is. */
  stop() {
    return this.#end();
  }

  /** Forget the run: another network is the learner's now. */
  leave() {
    if (!this.underWay) return;
    this.#turn += 1;
    this.update({ status: "idle", run: null });
  }

  /** @param {number} turn */
  async #loop(turn) {
    try {
      while (turn === this.#turn && !(await this.#slice({}))) {
        if (this.#pausing && turn === this.#turn) {
          this.update({ status: "paused" });
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
    const run = await this.project.ask("project.train", args);
    Object.assign(this.state, { run });
    this.sliced();
    if (!run.done) return false;
    await this.#end();
    return true;
  }

  /** Who hears that it is done finds the network stored, and the run among the others. */
  async #end() {
    const turn = ++this.#turn;
    await this.#store();
    try {
      const record = await this.project.ask("project.training_record", {});
      this.project.runs.add({ ...record, ...this.#chosen });
      this.#finish(record);
      if (turn === this.#turn) this.update({ status: "done" });
    } catch (error) {
      if (turn === this.#turn) this.#fail(reason(error));
    }
  }

  /** @param {import("../../kit/generated/operations.js").trainer_Record} record */
  #finish({ train, validation }) {
    const right = validation.accuracy.at(-1) ?? 0;
    this.project.finish("train/run");
    if (right >= ENOUGH) this.project.finish("train/enough");
    if (right < (train.accuracy.at(-1) ?? 0) - OVERFIT) this.project.finish("train/overfit");
  }

  async #store() {
    this.#stored = performance.now();
    try {
      this.update({ kept: await this.project.network.take() });
    } catch (error) {
      this.update({ message: reason(error) });
    }
  }

  /** @param {string} message */
  #fail(message) {
    this.#turn += 1;
    this.update({ status: "failed", message, bytes: null });
  }
}
