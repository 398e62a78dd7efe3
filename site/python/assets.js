/** @typedef {import("../kit/download.js").FilePart} FilePart */

/**
 * @typedef {Record<"pyodide" | "start" | "first" | "rest", Record<string, FilePart>>} Parts
 *
 * Everything that a Python worker needs for a first result, kept by the page so that the next
 * worker starts without a download and without compiling.
 * @typedef {object} Assets
 * @property {WebAssembly.Module} core
 * @property {string} lock
 * @property {ArrayBuffer} start a pack: what Python itself starts with
 * @property {ArrayBuffer | Promise<ArrayBuffer>} first a pack, which may come while Python starts
 */

/**
 * Fetch all of it, compiling while the bytes come in; resolves when Python can start.
 * @param {import("../kit/download.js").Download} download
 * @param {Parts} parts
 * @returns {Promise<Assets>}
 */
export async function fetchAssets(download, parts) {
  const begun = Promise.all([
    download.read(parts.pyodide["pyodide.asm.wasm"], compile),
    download.read(parts.pyodide["pyodide-lock.json"], (response) => response.text()),
    download.buffer(parts.start["start.pack"]),
  ]);
  const first = download.bufferLast(parts.first["first.pack"]);
  first.catch(() => {}); // whoever waits for it is told
  const [core, lock, start] = await begun;
  return { core, lock, start, first };
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
