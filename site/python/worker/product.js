// The matrix product in WebAssembly, for Python's own memory: py/nn/product.wat.
import { COURSE } from "./boot.js";

/** @param {any} pyodide @returns {Function | undefined} nothing in a browser without SIMD */
export function matrixProduct({ FS, _module: { memory } }) {
  const bytes = FS.readFile(`${COURSE}/nn/product.wasm`);
  if (!WebAssembly.validate(bytes)) return undefined;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { python: { memory } });
  return /** @type {Function} */ (instance.exports.product);
}
