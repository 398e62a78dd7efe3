/**
 * Where the learner's browser keeps what the course remembers. The page around the course may bring a
 * storage of its own: in a SCORM package, a learning platform's (frame/scorm).
 * @returns {Storage} throws where it is forbidden
 */
export function ownStorage() {
  return hosted() ?? localStorage;
}

/** @returns {Storage | undefined} */
function hosted() {
  try {
    return window.parent === window ? undefined : /** @type {any} */ (parent).courseHost;
  } catch {
    return undefined; // of another origin
  }
}

/** The keys of a storage. @param {Storage} storage */
export function keysOf(storage) {
  return Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
}
