/**
 * Why a request to Python ended without a result.
 * `python`: the learner's code raised; `stopped`: someone pressed Stop; `boot`: Python could
 * not start; `crashed`, `timeout`: the worker was ended and started again.
 * @typedef {"python" | "stopped" | "boot" | "crashed" | "timeout"} Kind
 *
 * What the Python side tells about an exception.
 * @typedef {object} Details
 * @property {string} [type]
 * @property {string} message
 * @property {string} [traceback]
 * @property {number | null} [line] in the learner's code, from 1
 * @property {string | null} [help] one sentence for beginners
 */

export class PythonError extends Error {
  /**
   * @param {Kind} kind
   * @param {Details} details
   * @param {boolean} [lost] whether all variables are gone
   */
  constructor(kind, details, lost = false) {
    super(details.message);
    this.name = "PythonError";
    this.kind = kind;
    this.details = details;
    this.lost = lost;
  }
}
