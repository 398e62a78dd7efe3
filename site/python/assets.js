/** @typedef {import("../kit/download.js").FilePart} FilePart */

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
 * @param {import("../kit/download.js").Download} download
 * @param {Parts} parts
 * @returns {Promise<Assets>}
 */
export async function fetchAssets(download, parts) {
  const [core, stdlib, lock, numpy, course] = await Promise.all([
    download.read(parts.pyodide["pyodide.asm.wasm"], compile),
    download.buffer(parts.pyodide["python_stdlib.zip"]),
    download.read(parts.pyodide["pyodide-lock.json"], (response) => response.text()),
    download.pack(parts.numpy["numpy.pack"]),
    download.pack(parts.course["course.pack"]),
  ]);
  return { core, stdlib, lock, numpy, course };
}

/**
 * A server that sends another type than application/wasm costs streaming, not the page.
 * @param {Response} response
 */
async function compile(response) {
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
