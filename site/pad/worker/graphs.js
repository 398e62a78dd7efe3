// Runs the recogniser's graphs, apart from the page: to compile ONNX Runtime would block it.
// Out: {told: {loaded, total}} while it loads, then {card, judges} or {failed} once. In: {graphs,
// values}, the names of graphs and what they take; the graphs run one after the other, each with
// what those before it made too. Out: {values} that they made, or {failed}.
import { parts, root } from "../../kit/generated/parts.js";
import { Download } from "../../kit/download.js";
import { loadOnnxRuntime } from "../../kit/onnx-runtime.js";
import { reason } from "../../kit/text.js";

/** @typedef {import("../../kit/onnx-runtime.js").Values} Values */

const GRAPHS = /** @type {const} */ (["preprocess", "digits", "path", "readout"]);
const { models } = parts;
/** @type {Map<string, import("onnxruntime-common").InferenceSession>} */
const sessions = new Map();
const runtime = load();

/** @param {MessageEvent<{ graphs: string[], values: Values }>} event */
self.onmessage = async ({ data }) => {
  try {
    const values = await run(data.graphs, data.values);
    const buffers = Object.values(values).map(({ data: { buffer } }) => buffer);
    self.postMessage({ values }, { transfer: buffers });
  } catch (error) {
    self.postMessage({ failed: reason(error) });
  }
};
runtime.catch((error) => self.postMessage({ failed: reason(error) }));

async function load() {
  const download = new Download(root, (bytes) => self.postMessage({ told: bytes }));
  const [ort, card, ...graphs] = await Promise.all([
    loadOnnxRuntime(download),
    download.json(models["digits.json"]),
    ...GRAPHS.map((name) => download.buffer(models[`${name}.onnx`])),
  ]);
  for (const [i, name] of GRAPHS.entries()) {
    const options = { executionProviders: ["wasm"] };
    sessions.set(name, await ort.InferenceSession.create(new Uint8Array(graphs[i]), options));
  }
  const judges = sessions.get("digits")?.outputNames.includes("kinds");
  self.postMessage({ card, judges });
  return ort;
}

/** @param {string[]} graphs @param {Values} given @returns {Promise<Values>} */
async function run(graphs, given) {
  const { Tensor } = await runtime;
  /** @type {Record<string, any>} */
  const made = {};
  for (const graph of graphs) {
    const session = sessions.get(graph);
    if (!session) throw new Error(`there is no graph ${graph}`);
    const inputs = session.inputNames.map((name) => {
      const { data, dims } = given[name] ?? {};
      return [name, made[name] ?? new Tensor("float32", data, dims)];
    });
    Object.assign(made, await session.run(Object.fromEntries(inputs)));
  }
  const plain = Object.entries(made).map(([name, { data, dims }]) => [name, { data, dims }]);
  return Object.fromEntries(plain);
}
