/** @typedef {import("../kit/download.js").FilePart} FilePart */

/**
 * @typedef {Record<"pyodide" | "first" | "rest", Record<string, FilePart>>} Parts
 *
 * Everything that a Python worker needs for a first result, kept by the page so that the next
 * worker starts without a download and without compiling.
 * @typedef {object} Assets
 * @property {WebAssembly.Module} core
 * @property {string} lock
 * @property {ArrayBuffer} first a pack
 */

/**
 * Fetch all of it at once, compiling while the bytes come in.
 * @param {import("../kit/download.js").Download} download
 * @param {Parts} parts
 * @returns {Promise<Assets>}
 */
export async function fetchAssets(download, parts) {
  const [core, lock, first] = await Promise.all([
    download.read(parts.pyodide["pyodide.asm.wasm"], compile),
    download.read(parts.pyodide["pyodide-lock.json"], (response) => response.text()),
    download.buffer(parts.first["first.pack"]),
  ]);
  return { core, lock, first };
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
