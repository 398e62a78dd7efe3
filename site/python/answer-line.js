// A line of text that the page hands to Python while Python waits for it, through shared memory:
// a worker that runs code gets no messages.

const HEAD = 8; // bytes: whether a line is there, how long it is
const ROOM = 65536; // bytes of one line

export function createLine() {
  return new SharedArrayBuffer(HEAD + ROOM);
}

/** The page's part: give Python a line. @param {SharedArrayBuffer} shared @param {string} text */
export function give(shared, text) {
  const bytes = new TextEncoder().encode(text).slice(0, ROOM);
  const head = new Int32Array(shared, 0, 2);
  new Uint8Array(shared, HEAD).set(bytes);
  Atomics.store(head, 1, bytes.length);
  Atomics.store(head, 0, 1);
  Atomics.notify(head, 0);
}

/**
 * The worker's part: wait for a line.
 * @param {SharedArrayBuffer} shared
 * @param {() => void} look is called again and again; it throws to end the waiting
 */
export function take(shared, look) {
  const WAIT = 50; // ms between two looks
  const head = new Int32Array(shared, 0, 2);
  Atomics.store(head, 0, 0); // a line that nobody waited for is no answer to this question
  while (Atomics.load(head, 0) === 0) {
    Atomics.wait(head, 0, 0, WAIT);
    look();
  }
  const bytes = new Uint8Array(shared, HEAD, Atomics.load(head, 1)).slice();
  return new TextDecoder().decode(bytes);
}
