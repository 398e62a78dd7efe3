// Packs, as slim.py makes them: archives that the browser itself can unpack, without Python's help.

export const LIBRARY = "lib/python314.zip"; // the standard library, where Python looks for it ...
export const LIBRARY_FILE = "python_stdlib.zip"; // ... and as Pyodide calls it

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * A pack's files: the index's length, the index, then the files one after the other.
 * @param {ArrayBuffer} pack
 * @returns {[string, Bytes][]}
 */
export function filesOf(pack) {
  const length = new DataView(pack).getUint32(0, true);
  /** @type {[string, number][]} */
  const index = JSON.parse(new TextDecoder().decode(new Uint8Array(pack, 4, length)));
  let start = 4 + length;
  return index.map(([name, size]) => {
    start += size;
    return [name, new Uint8Array(pack, start - size, size)];
  });
}

/**
 * Fetch all of Python's files: what it starts with, what a first result uses, and the rest.
 * @param {import("../kit/download.js").Download} download
 * @param {Record<string, Record<string, import("../kit/download.js").FilePart>>} parts
 */
export async function fetchFiles(download, { start, first, rest }) {
  const parts = [start["start.pack"], first["first.pack"], rest["rest.pack"]];
  const [begun, used, more] = await Promise.all(parts.map((part) => download.buffer(part)));
  const files = new Map([...filesOf(begun), ...filesOf(used)]);
  for (const [name, data] of filesOf(more)) {
    const half = name === LIBRARY && files.get(name);
    files.set(name, half ? completed(half, data) : data);
  }
  return files;
}

/**
 * A zip archive with more in it: what's added begins where its directory did, and ends with a
 * directory of all.
 * @param {Bytes} archive
 * @param {Bytes} added
 */
export function completed(archive, added) {
  const directory = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const start = directory.getUint32(archive.length - 6, true); // as the archive's end says
  const whole = new Uint8Array(start + added.length);
  whole.set(archive.subarray(0, start));
  whole.set(added, start);
  return whole;
}

/**
 * @param {any} FS Emscripten's file system
 * @param {[string, Uint8Array][]} files
 * @param {string} folder
 */
export function unpackInto(FS, files, folder) {
  const made = new Set(); // to make a folder that is there takes longer than to write a file
  for (const [name, data] of files) {
    const path = `${folder}/${name}`;
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(parent)) FS.mkdirTree(parent);
    made.add(parent);
    FS.writeFile(path, data, { canOwn: true });
  }
}

/** Write a pack's files. @param {any} FS @param {ArrayBuffer} pack @param {string} folder */
export function unpack(FS, pack, folder) {
  unpackInto(FS, filesOf(pack), folder);
}
