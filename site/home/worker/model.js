// Runs one model that somebody dropped on the page, apart from the page, from Python and from the
// recogniser: it may take all its time and memory, and be ended at any moment.
// In: {model, input, output, shape}, then {image}. Out: {runtime: true} once, then to each message
// {ready: true} or {logits}, or {failed}.
import { root } from "../../kit/generated/parts.js";
import { Download } from "../../kit/download.js";
import { loadOnnxRuntime } from "../../kit/workers/onnx-runtime.js";

const MOST = 8192; // pages of 64 KiB, 512 MiB, that the runtime may have; it asks for up to 4 GiB
/** @type {4} */
const SILENT = 4; // ONNX Runtime's level of logging: what goes wrong is thrown as well

limitMemory();
const runtime = load();
/** @type {any} */
let session = null;
/** @type {{ input: string, output: string, shape: number[] }} */
let places;

/** @param {MessageEvent<any>} event */
self.onmessage = async ({ data }) => {
  try {
    self.postMessage(data.model ? await open(data) : await run(data.image));
  } catch (error) {
    self.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
};
runtime.then(
  () => self.postMessage({ runtime: true }),
  (error) => self.postMessage({ failed: String(error?.message ?? error) }),
);

/** Whatever asks for memory in this worker gets less than it may want. */
function limitMemory() {
  const { Memory } = WebAssembly;
  WebAssembly.Memory = class extends Memory {
    /** @param {WebAssembly.MemoryDescriptor} wanted */
    constructor(wanted) {
      super({ ...wanted, maximum: Math.min(wanted.maximum ?? MOST, MOST) });
    }
  };
}

async function load() {
  const ort = await loadOnnxRuntime(new Download(root, () => {}));
  Object.assign(ort.env, { logLevel: "fatal" });
  return ort;
}

/** @param {{ model: ArrayBuffer, input: string, output: string, shape: number[] }} asked */
async function open({ model, ...named }) {
  places = named;
  const options = { executionProviders: ["wasm"], logSeverityLevel: SILENT };
  session = await (await runtime).InferenceSession.create(new Uint8Array(model), options);
  return { ready: true };
}

/** @param {Float32Array} image */
async function run(image) {
  const { Tensor } = await runtime;
  const given = { [places.input]: new Tensor("float32", image, places.shape) };
  const made = await session.run(given, [places.output]);
  return { logits: made[places.output].data };
}
