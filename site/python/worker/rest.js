// The rest of Python: what no first result uses, so it comes after that, or when it's asked for.
import { parts, root } from "../../kit/generated/parts.js";
import { CHECKED, Download, savesData, zstd } from "../../kit/download.js";
import { LIBRARY, completed, filesOf, unpackInto } from "../pack.js";

const SOON = 300; // ms from the start to the rest: a cell that was waiting has its result by then
const part = parts.rest["rest.pack"];

/** Brings the rest of Python into its files, once. */
export class Rest {
  #pyodide;
  #here = false;
  /** @type {Promise<void> | null} */
  #coming = null;
  /** @type {(bytes: import("../../kit/download.js").Bytes) => void} tells who has asked last */
  #tell = () => {};
  /** @type {import("../../kit/download.js").Zstd | null} for `now`, which can't wait for it */
  #zstd = null;

  /** @param {any} pyodide */
  constructor(pyodide) {
    this.#pyodide = pyodide;
  }

  /** Bring it when Python has started, unless the learner pays for each byte: then when it's needed. */
  soon() {
    zstd().then(
      (loaded) => (this.#zstd = loaded),
      () => {}, // an import that needs it will tell
    );
    if (savesData()) return;
    setTimeout(() => this.bring(() => {}).catch(() => {}), SOON); // whoever needs it asks again
  }

  /**
   * It may be asked for again after a failure.
   * @param {(bytes: import("../../kit/download.js").Bytes) => void} onProgress
   */
  bring(onProgress) {
    this.#tell = onProgress;
    this.#coming ??= this.#fetch().catch((error) => {
      this.#coming = null;
      throw error;
    });
    return this.#coming;
  }

  async #fetch() {
    const download = new Download(root, (bytes) => this.#tell(bytes));
    if (!this.#here) this.#put(await download.buffer(part));
  }

  /** Bring it while Python waits: for an import that nobody saw coming. */
  now() {
    if (this.#here) return;
    const request = new XMLHttpRequest();
    request.open("GET", root + part.path, false);
    request.responseType = "arraybuffer";
    request.send();
    if (request.status !== 200) throw new Error(`${request.status}`);
    const { response } = request;
    const stored = request.getResponseHeader(CHECKED);
    this.#put(stored ? response : this.#unsqueezed(new Uint8Array(response)));
  }

  /** @param {Uint8Array} sent @returns {ArrayBuffer} */
  #unsqueezed(sent) {
    if (!this.#zstd) throw new Error("what decompresses hasn't come");
    return new Uint8Array(this.#zstd.decompress(sent)).buffer; // a copy, which has a buffer of its own
  }

  /** @param {ArrayBuffer} pack */
  #put(pack) {
    if (this.#here) return;
    const { FS } = this.#pyodide;
    const files = filesOf(pack).map(([name, data]) => {
      const half = name === LIBRARY;
      return /** @type {[string, Uint8Array]} */ ([
        name,
        half ? completed(FS.readFile(`/${name}`), data) : data,
      ]);
    });
    unpackInto(FS, files, "");
    this.#here = true;
  }
}
