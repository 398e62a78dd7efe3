const SIGINT = 2;

/**
 * The buffer in which Pyodide looks for an interrupt, in a tight loop all the time. The page writes the
 * id of the request to be stopped, so that it stops this one and no other: an interrupt may come
 * before its request, while a callback of Python's event loop runs, or after the answer.
 */
export class Interrupts {
  #shared;
  #seen = 0;
  #heard = 0; // the last request that Python was told to stop
  #answered = 0;

  /** @param {Int32Array} shared holds one number, 0 if nothing is to be stopped */
  constructor(shared) {
    this.#shared = shared;
  }

  get 0() {
    const id = Atomics.load(this.#shared, 0);
    this.#seen = id > this.#answered ? id : 0;
    return this.#seen && SIGINT;
  }

  /** Pyodide clears it after each look, but what came between the two was not seen. */
  set 0(_cleared) {
    this.take(this.#seen);
  }

  /** Take a request's interrupt, if there is one; returns whether there was. @param {number} id */
  take(id) {
    if (!id || Atomics.compareExchange(this.#shared, 0, id, 0) !== id) return false;
    this.#heard = id;
    return true;
  }

  /** Whether an interrupt came before its request, and a callback took it. @param {number} id */
  came(id) {
    return this.#heard === id;
  }

  /** From now on, an interrupt of this request is too late. @param {number} id */
  answered(id) {
    this.#answered = id;
  }
}
