/** What an address names after its "#"; what is no text stays as it is. @param {string} hash */
export function decoded(hash) {
  const fragment = hash.slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // "#%" and the like
  }
}
