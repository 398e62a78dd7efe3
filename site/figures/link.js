/**
 * Give the reader a link to a part of this page: in the address bar and, where the browser lets pages
 * do that, copied.
 * @param {string} fragment
 * @returns {Promise<boolean>} whether it was copied
 */
export async function linkTo(fragment) {
  const address = new URL(`#${fragment}`, location.href);
  history.replaceState(history.state, "", address);
  try {
    await navigator.clipboard.writeText(address.href);
    return true;
  } catch {
    return false;
  }
}
