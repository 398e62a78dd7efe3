import { reason } from "../../kit/text.js";
import { Part } from "./part.js";

/**
 * @typedef {import("../../kit/generated/operations.js").breaking_Broken} Broken
 *
 * @typedef {object} State
 * @property {"" | "starting" | "loading" | "testing"} step what it does
 * @property {{ loaded: number, total: number } | null} bytes while images are loading
 * @property {Broken | null} broken the newest curve, as far as it has come
 * @property {string} message why there is no more of it, after a failure
 */

/**
 * Copies of the learner's network, damaged more and more.
 * @extends {Part<State>}
 */
export class Breaking extends Part {
  /** @type {import("./network.js").Kept | null} the network that the curve is about */
  about = null;
  #stopped = false;

  /** @param {import("../project.js").Project} project @param {() => void} tell */
  constructor(project, tell) {
    super({ step: "", bytes: null, broken: null, message: "" }, tell);
    this.project = project;
  }

  get busy() {
    return this.state.step !== "";
  }

  stop() {
    this.#stopped = true;
  }

  /** Failures are told in `state`. @param {string} kind of damage @param {string} chunk that has the validation images */
  async start(kind, chunk) {
    const { images, network } = this.project;
    this.#stopped = false;
    this.update({ step: "starting", bytes: null, broken: null, message: "" });
    try {
      await images.load([chunk], (bytes) => this.update({ step: "loading", bytes }));
      this.about = network.current;
      let broken = await network.ask("project.begin_breaking", { kind });
      // Slice by slice, so that Python answers others between two.
      while (!broken.done && !this.#stopped) {
        this.update({ step: "testing", broken });
        broken = await this.project.ask("project.go_on_breaking", {});
      }
      if (broken.done) this.project.finish(`break/${kind}`);
      this.update({ step: "", broken });
    } catch (error) {
      this.update({ step: "", message: reason(error) });
    }
  }
}
