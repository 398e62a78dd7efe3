import { AskedWorker } from "../kit/workers/asked-worker.js";

/** @typedef {import("../kit/workers/onnx-runtime.js").Values} Values */

/** Graphs in a worker: in the page, to compile ONNX Runtime would block it for up to seconds. */
export class GraphsApart {
  /**
   * @param {(bytes: import("../kit/download.js").Bytes) => void} onBytes
   * @param {{ crashed: string }} texts
   */
  constructor(onBytes, texts) {
    this.worker = new AskedWorker("pad/worker/graphs.js", texts, onBytes);
  }

  get ended() {
    return this.worker.ended;
  }

  /** As Graphs.load. @returns {Promise<{ card: any, judges: boolean }>} */
  load() {
    return this.worker.ask(null);
  }

  /** As Graphs.run. @param {string[]} graphs @param {Values} values @returns {Promise<Values>} */
  async run(graphs, values) {
    const made = await this.worker.ask({ graphs, values });
    return made.values;
  }

  end() {
    this.worker.end();
  }
}
