/**
 * @template T
 * @typedef {{ on(listener: (value: T) => void): () => void, emit(value: T): void }} Emitter
 */

/**
 * One kind of event: `on` returns the function that unsubscribes.
 * @template T
 * @returns {Emitter<T>}
 */
export function createEmitter() {
  /** @type {Set<(value: T) => void>} */
  const listeners = new Set();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(value) {
      for (const listener of [...listeners]) listener(value);
    },
  };
}
