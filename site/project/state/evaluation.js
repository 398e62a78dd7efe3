import { reason } from "../../kit/text.js";
import { Part } from "./part.js";

/**
 * @typedef {import("../../kit/generated/operations.js").evaluation_Report} Report
 *
 * @typedef {object} State
 * @property {"" | "starting" | "loading" | "testing"} step what it does
 * @property {{ loaded: number, total: number } | null} bytes while images are loading
 * @property {number} share of the images that have been read
 * @property {Report | null} report the newest
 * @property {string} message why there is none, after a failure
 */

const LOOKS = "project:test-looks"; // how often the learner has looked at the test images

/**
 * The learner's network on the test images.
 * @extends {Part<State>}
 */
export class Evaluation extends Part {
  /** @type {import("./network.js").Kept | null} the network that the report is about */
  about = null;

  /** @param {import("../project.js").Project} project @param {() => void} tell */
  constructor(project, tell) {
    super({ step: "", bytes: null, share: 0, report: null, message: "" }, tell);
    this.project = project;
  }

  get busy() {
    return this.state.step !== "";
  }

  /** Whether the network has changed since its report. */
  get stale() {
    return this.state.report !== null && !this.project.network.is(this.about);
  }

  /** How often the learner has looked at the test images. */
  get looks() {
    const count = Number(this.project.store.get(LOOKS));
    return Number.isSafeInteger(count) && count > 0 ? count : 0;
  }

  /** Read all test images. Failures are told in `state`. @param {string} chunk those images */
  async test(chunk) {
    const { images, network, runs, store } = this.project;
    this.update({ step: "starting", bytes: null, share: 0, message: "" });
    try {
      await images.load([chunk], (bytes) => this.update({ step: "loading", bytes }));
      const about = network.current;
      const { run, report } = await this.#read();
      this.about = about;
      store.set(LOOKS, String(this.looks + 1));
      if (run !== null) runs.note(run, { test: report.accuracy });
      this.project.finish("evaluate/test");
      this.update({ step: "", report });
    } catch (error) {
      this.update({ step: "", message: reason(error) });
    }
  }

  /** Slice by slice, so that Python answers others between two. */
  async #read() {
    this.update({ step: "testing" });
    for (let again = true; ; again = false) {
      const { run, seen, of, report } = await this.project.network.ask("project.evaluate", {
        again,
      });
      this.update({ share: seen / of });
      if (report) return { run, report };
    }
  }
}
