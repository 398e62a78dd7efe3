import { course } from "../../kit/generated/course.js";
import { reason } from "../../kit/text.js";

const KEY = `passed:${course.trains}`;

/** The learner's own program, which may train once it has passed its exercise's check. */
export class OwnCode {
  /**
   * @param {import("../project.js").Sources} sources
   * @param {() => void} tell
   */
  constructor({ python, store }, tell) {
    this.python = python;
    this.store = store;
    store.changed.on((key) => key === KEY && tell());
  }

  /** @returns {string | null} null until it has passed here */
  get text() {
    return this.store.isBrought(KEY) ? null : this.store.get(KEY);
  }

  /**
   * What an imported file calls passed is checked before it trains.
   * @param {string} code
   * @returns {Promise<string | null>} why it may not
   */
  async refused(code) {
    const [lesson, name] = course.trains.split("/");
    try {
      const verdict = await this.python.call("exercises.check", { lesson, name, code });
      return verdict.result === "pass" ? null : verdict.message;
    } catch (error) {
      return reason(error);
    }
  }
}
