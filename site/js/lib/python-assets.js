import { Download } from "./download.js";

/** @typedef {import("./download.js").FilePart} FilePart */

/**
 * @typedef {Record<"pyodide" | "numpy" | "course", Record<string, FilePart>>} Parts
 *
 * Everything that a Python worker needs, kept by the page so that the next worker starts
 * without a download and without compiling.
 * @typedef {object} Assets
 * @property {WebAssembly.Module} core
 * @property {ArrayBuffer} stdlib
 * @property {string} lock
 * @property {ArrayBuffer} numpy a pack, decompressed
 * @property {ArrayBuffer} course a pack, decompressed
 */

/**
 * Fetch all of it at once, compiling while the bytes come in.
 * @param {string} root
 * @param {Parts} parts
 * @param {(bytes: import("./download.js").Bytes) => void} onProgress
 * @returns {Promise<Assets>}
 */
export async function fetchAssets(root, parts, onProgress) {
  const download = new Download(root, onProgress);
  const [core, stdlib, lock, numpy, course] = await Promise.all([
    compile(download.fetch(parts.pyodide["pyodide.asm.wasm"])),
    download.buffer(parts.pyodide["python_stdlib.zip"]),
    download.fetch(parts.pyodide["pyodide-lock.json"]).then((response) => response.text()),
    download.pack(parts.numpy["numpy.pack"]),
    download.pack(parts.course["course.pack"]),
  ]);
  return { core, stdlib, lock, numpy, course };
}

/**
 * A server that sends another type than application/wasm costs streaming, not the page.
 * @param {Promise<Response>} promise
 */
async function compile(promise) {
  const response = await promise;
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
