/**
 * @typedef {{ path: string, bytes: number, sha256: string }} FilePart
 * @typedef {{ loaded: number, total: number }} Bytes
 */

/** One download that several files share: every chunk moves the one count on. */
export class Download {
  /**
   * @param {string} root the site's root, ending in "/"
   * @param {(bytes: Bytes) => void} onProgress
   */
  constructor(root, onProgress) {
    this.root = root;
    this.onProgress = onProgress;
    this.loaded = 0;
    this.total = 0;
  }

  /**
   * Start fetching a file; the body streams and counts.
   * @param {FilePart} part
   * @returns {Promise<Response>}
   */
  async fetch(part) {
    this.total += part.bytes;
    const response = await request(this.root + part.path);
    const body = /** @type {ReadableStream} */ (response.body);
    let seen = 0;
    const count = new TransformStream({
      transform: (chunk, controller) => {
        seen += chunk.byteLength;
        this.add(chunk.byteLength);
        controller.enqueue(chunk);
      },
      flush: () => this.add(part.bytes - seen),
    });
    return new Response(body.pipeThrough(count), { headers: response.headers });
  }

  /**
   * The response as the browser gave it, which alone it compiles as it comes in and remembers
   * compiled; a copy is counted.
   * @param {FilePart} part
   */
  async direct(part) {
    this.total += part.bytes;
    const response = await request(this.root + part.path);
    void this.#count(response.clone(), part.bytes);
    return response;
  }

  /** @param {Response} copy @param {number} bytes */
  async #count(copy, bytes) {
    let seen = 0;
    const count = new WritableStream({
      write: (/** @type {Uint8Array} */ chunk) => {
        seen += chunk.byteLength;
        this.add(chunk.byteLength);
      },
    });
    await copy.body?.pipeTo(count).catch(() => {}); // who compiles it hears of the failure
    this.add(bytes - seen);
  }

  /** @param {FilePart} part */
  async buffer(part) {
    return (await this.fetch(part)).arrayBuffer();
  }

  /** A pack as slim.py makes it, decompressed while it comes in. @param {FilePart} part */
  async pack(part) {
    const { body } = await this.fetch(part);
    const plain = /** @type {ReadableStream} */ (body).pipeThrough(new DecompressionStream("gzip"));
    return new Response(plain).arrayBuffer();
  }

  /** @param {number} bytes */
  add(bytes) {
    this.loaded += bytes;
    this.onProgress({ loaded: this.loaded, total: this.total });
  }
}

/** @param {string} address */
async function request(address) {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`);
  return response;
}
