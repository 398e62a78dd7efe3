import { Download } from "../kit/download.js";
import { LIBRARY, fetchFiles } from "../python/pack.js";
import { zipped } from "./zip.js";

/**
 * What the build wrote of the folder to take home, see builder/app.py.
 * @typedef {[part: string, name: string]} Source
 * @typedef {{ texts: Record<string, string>, parts: Record<string, Source>, library: string,
 *   wheel: string }} Plan where Python's library and NumPy's wheel lie in it
 */

const NAME = "digit-app";
const SETTINGS = "pyscript.json";
const NUMPY = /^lib\/python[\d.]+\/site-packages\/(?=numpy)/;

/** Puts the program and all that it needs into one zip file. */
export class Folder {
  name = `${NAME}.zip`;

  /**
   * @param {string} root the site's root
   * @param {typeof import("./generated/parts.js").parts} parts all there are
   */
  constructor(root, parts) {
    this.root = root;
    this.parts =
      /** @type {Record<string, Record<string, import("../kit/download.js").FilePart>>} */ (parts);
  }

  /**
   * The folder as it works on any static host.
   * @param {string} program the text of main.py
   * @param {Record<string, Uint8Array<ArrayBuffer>>} more files that it reads, too, by their paths
   * @returns {Promise<Blob>}
   */
  async zipped(program, more) {
    const download = new Download(this.root, () => {});
    /** @type {Plan} */
    const { texts, parts, library, wheel } = await download.json(this.parts.app["folder.json"]);
    /** @type {[string, Blob][]} */
    const files = [["main.py", new Blob([program])]];
    const settings = JSON.parse(texts[SETTINGS]);
    for (const [path, data] of Object.entries(more)) {
      files.push([path, new Blob([data])]);
      settings.files[`./${path}`] = `./${path}`;
    }
    texts[SETTINGS] = `${JSON.stringify(settings, null, 2)}\n`;
    for (const [path, text] of Object.entries(texts)) files.push([path, new Blob([text])]);
    for (const [path, source] of Object.entries(parts))
      files.push([path, await this.#file(download, source)]);
    const python = await fetchFiles(download, this.parts);
    files.push([library, new Blob([/** @type {BlobPart} */ (python.get(LIBRARY))])]);
    files.push([wheel, await wheelOf([...python])]);
    return zipped(files.map(([path, content]) => [`${NAME}/${path}`, content]));
  }

  /** @param {Download} download @param {Source} source */
  #file(download, [part, name]) {
    return download.read(this.parts[part][name], (response) => response.blob());
  }
}

/** NumPy's files, as pip installs them. @param {[string, import("../python/pack.js").Bytes][]} files */
function wheelOf(files) {
  const numpy = files.filter(([path]) => NUMPY.test(path));
  return zipped(numpy.map(([path, data]) => [path.replace(NUMPY, ""), new Blob([data])]));
}
