import { OWN } from "../../kit/own.js";
import { reason } from "../../kit/text.js";
import { Part } from "./part.js";
import { strings } from "../generated/strings.js";

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
 * @property {boolean} lost whether Python was restarted since it was saved
 * @property {boolean} kept whether the network will be here at the next visit
 *
 * What the learner chose: `chunks` of MNIST that it needs, whether their own backward() trains, and
 * what they guess, in per cent.
 * @typedef {{ settings: Settings, chunks: string[], theirs: boolean, guess: number | null }} Chosen
 */

const STORE_EVERY = 15_000; // ms of training that may be lost with the page
const PAUSED = "paused/"; // begins the key of what a run needs to go on
const ENOUGH = 0.98; // of the validation images right: then the part is done
const OVERFIT = 0.05; // of the images, that more are right of those trained on

/**
 * Trains a network slice by slice: between two, Python answers whoever else asks. What a run has
 * come to is kept with it, so that it can go on after Python's worker or the page has ended.
 * @extends {Part<State>}
 */
export class Training extends Part {
  /** @type {string | null} of the run that is under way or the last that was */
  id = null;
  #turn = 0; // a loop that is not the newest ends
  #pausing = false;
  #stored = 0;
  /** @type {Pick<Chosen, "theirs" | "guess">} */
  #chosen = { theirs: false, guess: null };
  /** @type {string[]} chunks of MNIST that the run needs */
  #chunks = [];
  #release = () => {};
  /** @type {Promise<void> | null} */
  #recalling = null;

  /**
   * @param {import("../project.js").Project} project
   * @param {() => void} tell
   * @param {() => void} sliced tells that the run is a slice further
   */
  constructor(project, tell, sliced) {
    const settings = null;
    super(
      { status: "idle", settings, run: null, bytes: null, message: "", lost: false, kept: true },
      tell,
    );
    this.project = project;
    this.sliced = sliced;
    project.python.lost.on(() => {
      if (this.status === "paused") this.update({ lost: true });
    });
  }

  get status() {
    return this.state.status;
  }

  get busy() {
    return this.status === "loading" || this.status === "running";
  }

  /** Whether Python has the run. */
  get there() {
    return this.id !== null && this.project.network.live === this.id;
  }

  /** Find a run that paused, or was cut short, at an earlier visit, once. */
  recall() {
    this.#recalling ??= this.#recall();
    return this.#recalling;
  }

  async #recall() {
    const { keep, runs } = this.project;
    for (const { id, settings, theirs, guess, paused } of runs.list) {
      if (!paused) continue;
      const kept = await keep.get(PAUSED + id);
      if (!kept) runs.note(id, { paused: false });
      else if (this.status === "idle" && (await this.#hold(id))) {
        this.id = id;
        this.#chosen = { theirs, guess };
        this.#chunks = kept.chunks;
        return this.update({ status: "paused", settings, run: kept.state });
      }
    }
  }

  /**
   * No other tab goes on with the run that this one has under way.
   * @param {string} id
   * @returns {Promise<boolean>} whether another tab has it
   */
  #hold(id) {
    this.#release();
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const held = navigator.locks.request(`${OWN}run/${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && new Promise((release) => (this.#release = () => release(null)));
      });
      held.catch(() => resolve(true)); // there are none where nothing is shared
    });
  }

  /**
   * Begin a run. Failures are told in `state`.
   * @param {Omit<Chosen, "theirs">} chosen
   * @param {string | null} code the learner's program, where its backward() is to train
   */
  async begin({ settings, chunks, guess }, code) {
    const turn = ++this.#turn;
    const { images, network, runs } = this.project;
    const before = this.status === "paused" ? this.id : null;
    this.update({ status: "loading", settings, run: null, message: "", lost: false });
    try {
      if (before) await this.#settle(before);
      this.#chosen = { theirs: code !== null, guess };
      this.#chunks = chunks;
      await images.load(chunks, (bytes) => this.update({ bytes }));
      this.update({ bytes: null });
      await network.recall();
      const run = runs.newId();
      await this.project.ask("project.begin_training", { settings, run, code });
      this.id = network.live = run;
      await this.#hold(run);
      await this.#store();
      if (!network.current) await network.choose(run);
      if (turn !== this.#turn) return;
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
    this.update({ status: "running", lost: false });
    return this.#loop(turn);
  }

  /** Give the run to Python again, as it was kept. */
  async #giveBack() {
    const { images, keep, network, runs } = this.project;
    const id = this.id ?? "";
    const [kept, paused] = [await network.kept(id), await keep.get(PAUSED + id)];
    const run = runs.find(id);
    if (!kept || !paused || !run) throw new Error(strings.project.run_gone);
    await images.load(this.#chunks, (bytes) => this.update({ bytes }));
    this.update({ bytes: null });
    const args = { settings: run.settings, network: kept, rest: paused.rest };
    await this.project.ask("project.resume_training", args);
    network.live = id;
  }

  /** One batch. */
  async step() {
    try {
      if (!(await this.#slice({ batches: 1 }))) await this.#store();
    } catch (error) {
      this.#fail(reason(error));
    }
  }

  /** End the run; its network stays as it is. */
  async stop() {
    if (this.there) return this.#end();
    this.#turn += 1;
    if (this.id) await this.#settle(this.id);
    this.update({ status: "done", lost: false });
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
    if (!this.there) await this.#giveBack();
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
    await this.#store(true);
    this.#finish();
    if (turn === this.#turn) this.update({ status: "done" });
  }

  #finish() {
    const { runs } = this.project;
    const run = runs.find(this.id);
    if (!run) return;
    const right = run.validation.accuracy.at(-1) ?? 0;
    if (right >= ENOUGH) this.project.finish("train/enough");
    if (!run.done) return; // stopped: its last measures are of different moments
    this.project.finish("train/run");
    if (right < (run.train.accuracy.at(-1) ?? 0) - OVERFIT) this.project.finish("train/overfit");
    const kinds = runs.list
      .filter(({ done, settings }) => done && settings.examples === run.settings.examples)
      .map(({ settings }) => (settings.filters ? "filters" : settings.hidden.length));
    if (kinds.includes(0) && kinds.includes(1)) this.project.finish("train/baseline");
    if (kinds.includes(1) && kinds.includes("filters")) this.project.finish("train/filters");
  }

  /** Keep the run as it is now: its curves, its network, and how to go on. @param {boolean} ended */
  async #store(ended = false) {
    this.#stored = performance.now();
    const { keep, network, runs } = this.project;
    try {
      const { network: kept, record, state, rest } = await this.project.ask("project.keep_run", {});
      const { id } = record;
      const noted = { ...record, ...this.#chosen, paused: !ended && rest !== null };
      if (runs.find(id)) runs.note(id, noted);
      else {
        runs.begin(noted);
        for (const old of runs.surplus(network.current?.run)) await this.#forget(old.id);
      }
      const stored = await network.store(kept);
      this.update({ kept: stored && this.project.keeps });
      if (noted.paused) await keep.set(PAUSED + id, { state, rest, chunks: this.#chunks });
      else await this.#settle(id);
    } catch (error) {
      this.update({ message: reason(error) });
    }
  }

  /** A run does not go on any more. @param {string} id */
  async #settle(id) {
    if (id === this.id) this.#release();
    if (this.project.runs.find(id)?.paused) this.project.runs.note(id, { paused: false });
    await this.project.keep.remove(PAUSED + id);
  }

  /** @param {string} id */
  async #forget(id) {
    this.project.runs.forget(id);
    await this.#settle(id);
    await this.project.network.drop(id);
  }

  /** Where Python is lost, the run can go on from where it was kept. @param {string} message */
  async #fail(message) {
    this.#turn += 1;
    const kept = this.id !== null && this.project.runs.find(this.id)?.paused;
    if (kept && !this.there) return this.update({ status: "paused", lost: true, bytes: null });
    this.update({ status: "failed", message, bytes: null });
    if (kept) await this.#store(true);
  }
}
