import { parts } from "../generated/parts.js";

/**
 * @typedef {{ data: Float32Array<ArrayBuffer>, dims: readonly number[] }} Value a tensor, as it's
 *   sent between page and worker
 * @typedef {Record<string, Value>} Values by the graphs' names; what the readout says in whole
 *   numbers is read as numbers all the same
 */

/**
 * Load ONNX Runtime, in a worker: to compile it would block the page for a second, on a slow phone
 * for four.
 * @param {import("../download.js").Download} download
 * @returns {Promise<typeof import("onnxruntime-common")>}
 */
export async function loadOnnxRuntime(download) {
  const [ort, wasmBinary] = await Promise.all([
    download.module(parts.ort["ort.wasm.bundle.min.js"]),
    download.buffer(parts.ort["ort-wasm-simd-threaded.wasm"]),
  ]);
  Object.assign(ort.env.wasm, { wasmBinary, numThreads: 1, proxy: false });
  return ort;
}
