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
    const response = await fetch(this.root + part.path);
    if (!response.ok || !response.body) throw new Error(`${part.path}: ${response.status}`);
    let seen = 0;
    const count = new TransformStream({
      transform: (chunk, controller) => {
        seen += chunk.byteLength;
        this.add(chunk.byteLength);
        controller.enqueue(chunk);
      },
      flush: () => this.add(part.bytes - seen),
    });
    return new Response(response.body.pipeThrough(count), { headers: response.headers });
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
