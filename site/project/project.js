import { createEmitter } from "../kit/emitter.js";
import { finish } from "../progress/done.js";
import { Breaking } from "./state/breaking.js";
import { Drawings } from "./state/drawings.js";
import { Evaluation } from "./state/evaluation.js";
import { Images } from "./state/images.js";
import { Network } from "./state/network.js";
import { OwnCode } from "./state/own-code.js";
import { Runs } from "./state/runs.js";
import { Teaching } from "./state/teaching.js";
import { Training } from "./state/training.js";

/**
 * @typedef {import("../kit/generated/operations.js").Operations} Operations
 *
 * What the project keeps its state in, or has its answers from.
 * @typedef {object} Sources
 * @property {import("../python/service.js").Python} python
 * @property {import("../kit/store.js").Store} store
 * @property {import("../kit/keep.js").Keep} keep
 * @property {import("../pad/recogniser.js").Recogniser} recogniser
 *
 * What may change, each told when it does. "python": whether Python can answer; "slice": how far a
 * run is, many times a second, while "training" is what it is at.
 * @typedef {"breaking" | "code" | "drawings" | "evaluation" | "images" | "network" | "python" | "runs" |
 *   "slice" | "teaching" | "training"} Topic
 */

/** The one owner of the project's state: components show it, and ask for what is to change. */
export class Project {
  #changed = /** @type {import("../kit/emitter.js").Emitter<Topic>} */ (createEmitter());

  /**
   * @param {Sources} sources
   * @param {Record<string, { bytes: number }>} files the packs of MNIST
   */
  constructor(sources, files) {
    const { python, store, keep } = sources;
    const tell = (/** @type {Topic} */ topic) => () => this.#changed.emit(topic);
    this.python = python;
    this.store = store;
    this.keep = keep;
    this.images = new Images(python, files, tell("images"));
    this.runs = new Runs(store, tell("runs"));
    this.network = new Network(sources, this.runs, tell("network"));
    this.code = new OwnCode(sources, tell("code"));
    this.drawings = new Drawings(sources, this.network, tell("drawings"));
    this.training = new Training(this, tell("training"), tell("slice"));
    this.evaluation = new Evaluation(this, tell("evaluation"));
    this.breaking = new Breaking(this, tell("breaking"));
    this.teaching = new Teaching(this, tell("teaching"));
    let before = python.status.state;
    python.changed.on(({ state }) => {
      if (state !== before) tell("python")();
      before = state;
    });
  }

  /**
   * Hear of changes, by what has changed; the returned function ends it.
   * @param {Partial<Record<Topic, () => unknown>>} listeners
   */
  watch(listeners) {
    return this.#changed.on((topic) => void listeners[topic]?.());
  }

  /**
   * Ask Python for something that the network need not be there for; what needs it asks `network`.
   * @template {keyof Operations} Op
   * @param {Op} op
   * @param {Operations[Op]["args"]} args
   * @returns {Promise<Operations[Op]["answer"]>}
   */
  ask(op, args) {
    return this.python.call(op, args);
  }

  /** Note that a task has been done, PART/TASK. @param {string} task */
  finish(task) {
    finish(this.store, task);
  }

  /** What was chosen on the page, by name. @param {string} name */
  remembered(name) {
    return this.store.get(`project:${name}`);
  }

  /** @param {string} name @param {string} value */
  remember(name, value) {
    this.store.set(`project:${name}`, value);
  }

  /** Whether what is noted and drawn will be here at the next visit. */
  get keeps() {
    return this.store.keeps;
  }
}
