import { parts, root } from "../kit/generated/parts.js";

const PIECE = 1 << 16; // bytes that are compressed in a few ms; the page stays alive in between

/**
 * One zip file of many files, [path, content].
 * @param {[string, Blob][]} files
 * @returns {Promise<Blob>}
 */
export async function zipped(files) {
  const { Zip, ZipDeflate } = await import(root + parts.fflate["fflate.js"].path);
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const written = [];
  const zip = new Zip(
    (/** @type {Error?} */ error, /** @type {Uint8Array<ArrayBuffer>} */ data) => {
      if (error) throw error;
      written.push(data);
    },
  );
  for (const [path, content] of files) {
    const file = new ZipDeflate(path);
    zip.add(file);
    for (let start = 0; start < content.size; start += PIECE) {
      file.push(new Uint8Array(await content.slice(start, start + PIECE).arrayBuffer()));
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  return new Blob(written);
}
