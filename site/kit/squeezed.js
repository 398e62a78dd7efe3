// What is sent compressed, as squeeze.py makes it.
import { parts, root } from "./generated/parts.js";
import { sha256 } from "./hash.js";

/** @typedef {import("./download.js").FilePart} FilePart */
/** @typedef {Pick<typeof import("fzstd"), "Decompress" | "decompress">} Zstd */

const END = ".zst"; // as squeeze.py has it
const WASM = "application/wasm"; // compiles while it comes in

/** @type {Promise<Zstd> | null} */
let loading = null;

/** The path that a file had before it was compressed. @param {string} path */
export function plain(path) {
  return isSqueezed(path) ? path.slice(0, -END.length) : path;
}

/** @param {string} path */
export function isSqueezed(path) {
  return path.endsWith(END);
}

/** What decompresses; asked for while what it's needed for is on its way. */
export function zstd() {
  loading ??= import(root + parts.zstd["zstd.js"].path).then(
    () => /** @type {any} */ (globalThis).zstd,
  );
  loading.catch(() => (loading = null));
  return loading;
}

/**
 * A file as it was before it was compressed, while it comes in. To compare the hash of what came is
 * cheap: it has a quarter of the bytes.
 * @param {Response} response
 * @param {FilePart} part
 * @param {() => void} spoilt called if this isn't the file that the build wrote
 */
export async function unsqueezed({ body, headers }, part, spoilt) {
  const { Decompress } = await zstd();
  /** @type {BlobPart[]} */
  const came = [];
  /** @type {TransformStreamDefaultController<Uint8Array>} */
  let out;
  const decompress = new Decompress((chunk) => {
    if (chunk.length) out.enqueue(chunk);
  });
  const stream = new TransformStream({
    start: (controller) => void (out = controller),
    transform(chunk) {
      came.push(chunk);
      try {
        decompress.push(chunk);
      } catch (error) {
        spoilt();
        throw error;
      }
    },
    async flush() {
      if (!globalThis.crypto?.subtle) return; // as for check in download.js
      if ((await sha256(await new Blob(came).arrayBuffer())) === part.sha256) return;
      spoilt();
      throw new Error("another file");
    },
  });
  const type = plain(part.path).endsWith(".wasm") ? WASM : (headers.get("content-type") ?? "");
  const whole = /** @type {ReadableStream} */ (body).pipeThrough(stream);
  return new Response(whole, { headers: { "content-type": type } });
}
