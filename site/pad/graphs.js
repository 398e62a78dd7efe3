import { parts, root } from "../kit/generated/parts.js";
import { Download } from "../kit/download.js";
import { loadOnnxRuntime } from "../kit/workers/onnx-runtime.js";

/** @typedef {import("../kit/workers/onnx-runtime.js").Values} Values */

const GRAPHS = /** @type {const} */ (["preprocess", "digits", "path", "readout"]);

/** The recogniser's four graphs in ONNX Runtime, in a worker or, where none can start, in the page. */
export class Graphs {
  ended = false; // as GraphsApart's, which can crash
  /** @type {typeof import("onnxruntime-common") | null} */
  #ort = null;
  /** @type {Map<string, import("onnxruntime-common").InferenceSession>} */
  #sessions = new Map();

  /** @param {(bytes: import("../kit/download.js").Bytes) => void} onBytes what has come of the files */
  constructor(onBytes) {
    this.onBytes = onBytes;
  }

  /**
   * @returns {Promise<{ card: any, judges: boolean }>} the models' card, and whether the network says
   *   of what kind a drawing is
   */
  async load() {
    const { models } = parts;
    const download = new Download(root, this.onBytes);
    const [ort, card, ...graphs] = await Promise.all([
      loadOnnxRuntime(download),
      download.json(models["digits.json"]),
      ...GRAPHS.map((name) => download.buffer(models[`${name}.onnx`])),
    ]);
    for (const [i, name] of GRAPHS.entries()) {
      const options = { executionProviders: ["wasm"] };
      const graph = new Uint8Array(graphs[i]);
      this.#sessions.set(name, await ort.InferenceSession.create(graph, options));
    }
    delete ort.env.wasm.wasmBinary; // 14 MB that nobody needs any more
    this.#ort = ort;
    return { card, judges: Boolean(this.#sessions.get("digits")?.outputNames.includes("kinds")) };
  }

  /**
   * Run graphs one after the other, each with what those before it made too.
   * @param {string[]} graphs of GRAPHS
   * @param {Values} given
   * @returns {Promise<Values>} what they made
   */
  async run(graphs, given) {
    /** @type {Record<string, any>} */
    const made = {};
    for (const graph of graphs) {
      const session = this.#sessions.get(graph);
      if (!this.#ort || !session) throw new Error(`the graph ${graph} isn't loaded`);
      const { Tensor } = this.#ort;
      const inputs = session.inputNames.map((name) => {
        const { data, dims } = given[name] ?? {};
        return [name, made[name] ?? new Tensor("float32", data, dims)];
      });
      Object.assign(made, await session.run(Object.fromEntries(inputs)));
    }
    const plain = Object.entries(made).map(([name, { data, dims }]) => [name, { data, dims }]);
    return Object.fromEntries(plain);
  }

  end() {}
}
