import { reason } from "../../kit/text.js";
import { encoded } from "./drawings.js";
import { noteTaught } from "./former.js";
import { Part } from "./part.js";

/**
 * @typedef {import("../../kit/generated/operations.js").teaching_Lesson} Lesson
 * @typedef {import("./network.js").Kept} Kept
 *
 * @typedef {object} State
 * @property {"" | "starting" | "loading" | "teaching"} step what it does
 * @property {{ loaded: number, total: number } | null} bytes while images are loading
 * @property {number} share of the steps that are done
 * @property {string} message why there is no lesson, after a failure
 */

/**
 * Teaches the learner's network with their drawings; it stays as it is until they keep the other.
 * @extends {Part<State>}
 */
export class Teaching extends Part {
  /** @type {{ about: Kept | null, lesson: Lesson } | null} */
  #taught = null;
  /** @type {{ before: Kept, after: string } | null} the network before, the id of what was kept */
  #replaced = null;

  /** @param {import("../project.js").Project} project @param {() => void} tell */
  constructor(project, tell) {
    super({ step: "", bytes: null, share: 0, message: "" }, tell);
    this.project = project;
    project.python.lost.on(() => {
      this.#taught = null;
      this.tell();
    });
  }

  get busy() {
    return this.state.step !== "";
  }

  /** What teaching has brought, until it is kept or the network is another. @returns {Lesson | null} */
  get lesson() {
    const taught = this.#taught;
    return taught && this.project.network.is(taught.about) ? taught.lesson : null;
  }

  /** The network before the one that was kept, until there is yet another. @returns {Kept | null} */
  get before() {
    const replaced = this.#replaced;
    return replaced && replaced.after === this.project.network.current?.run
      ? replaced.before
      : null;
  }

  /**
   * Failures are told in `state`.
   * @param {string} chunk the images to replay, and those to validate by
   * @param {boolean} replay
   */
  async teach(chunk, replay) {
    this.#taught = null;
    this.update({ step: "starting", bytes: null, share: 0, message: "" });
    try {
      await this.project.images.load([chunk], (bytes) => this.update({ step: "loading", bytes }));
      const about = this.project.network.current;
      this.#taught = { about, lesson: await this.#lesson(replay) };
      this.project.finish("hand/teach");
      this.update({ step: "" });
    } catch (error) {
      this.update({ step: "", message: reason(error) });
    }
  }

  /** Slice by slice, so that Python answers others between two. @param {boolean} replay @returns {Promise<Lesson>} */
  async #lesson(replay) {
    const { drawings, network } = this.project;
    const { list } = drawings;
    const images = encoded(await drawings.readings(list));
    const labels = list.map(({ label }) => label);
    const ids = list.map(({ id }) => id);
    await network.ask("project.begin_teaching", { images, labels, ids, replay });
    for (;;) {
      const { done, of, report } = await this.project.ask("project.teach", {});
      this.update({ step: "teaching", share: done / of });
      if (report) return report;
    }
  }

  /** Make what was taught the network. */
  async keep() {
    const { network, runs } = this.project;
    const before = network.current;
    if (!before) return;
    const id = runs.newId();
    await network.ask("project.keep_taught", { run: id });
    this.#taught = null;
    const kept = await this.project.ask("project.keep_network", {});
    const made = runs.find(before.run);
    if (made) noteTaught(made, id, kept.taught, runs);
    await network.put(kept);
    this.#replaced = { before, after: id };
    this.tell();
  }

  /** Put the network from before back. */
  async takeBack() {
    const { before } = this;
    if (!before) return;
    await this.project.network.put(before);
  }
}
