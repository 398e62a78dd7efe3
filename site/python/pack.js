// Packs, as slim.py makes them: archives that the browser itself can unpack, without Python's help.

/**
 * A pack's files: the index's length, the index, then the files one after the other.
 * @param {ArrayBuffer} pack
 * @returns {[string, Uint8Array<ArrayBuffer>][]}
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
