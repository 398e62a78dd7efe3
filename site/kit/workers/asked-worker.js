import { confined } from "./confined.js";

/**
 * A worker of the site's own that is asked one thing at a time. It answers each message with one of
 * its own, `{ failed: reason }` if it can't; what it says as `{ told }` meanwhile is no answer.
 */
export class AskedWorker {
  /** Whether it has crashed, took too long, or was ended: it will answer nothing more. */
  ended = false;
  /** @type {Worker} */
  #worker;
  /** @type {{ resolve(data: any): void, reject(error: Error): void } | null} */
  #waiting = null;
  #alarm = 0;

  /**
   * @param {string} path its module, below the folder of our files
   * @param {object} texts
   * @param {string} texts.crashed why nothing is answered after a crash
   * @param {(told: any) => void} [onTold]
   */
  constructor(path, { crashed }, onTold = () => {}) {
    this.crashed = crashed;
    this.#worker = new Worker(confined(path), { type: "module" });
    this.#worker.onmessage = ({ data }) => {
      if (data.told) onTold(data.told);
      else this.#settle(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#break(event.message || crashed);
    };
    this.#worker.onmessageerror = () => this.#break(crashed);
  }

  /**
   * @param {object | null} message nothing, to wait for what it says first by itself
   * @param {{ limit: number, late: string }} [patience] ms after which it's ended, and what is said
   *   then; for ever, if left out
   * @returns {Promise<any>}
   */
  ask(message, patience) {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(new Error(this.crashed));
      this.#waiting = { resolve, reject };
      if (patience) {
        this.#alarm = window.setTimeout(() => this.#break(patience.late), patience.limit);
      }
      if (message) this.#worker.postMessage(message);
    });
  }

  /** End the worker, whatever it does. */
  end() {
    this.ended = true;
    this.#worker.terminate();
  }

  /** @param {string} reason */
  #break(reason) {
    this.end();
    this.#settle({ failed: reason });
  }

  /** @param {any} data */
  #settle(data) {
    clearTimeout(this.#alarm);
    const waiting = this.#waiting;
    this.#waiting = null;
    if (typeof data?.failed === "string") waiting?.reject(new Error(data.failed));
    else waiting?.resolve(data);
  }
}
