/**
 * Asks the browser to keep what is stored, even when space gets short, once there is something worth
 * keeping. Firefox shows a prompt, so there it is asked only when the learner presses a button.
 */

const WORTH = /^(cell|exercise|passed|own|quiz|project):/; // keys of the store

/** @param {{ store: import("../kit/store.js").Store }} services */
export function keepForGood({ store }) {
  if (CSS.supports("-moz-appearance", "none")) return;
  const ask = (/** @type {string} */ key) => {
    if (!WORTH.test(key)) return;
    off();
    void askToKeep();
  };
  const off = store.changed.on(ask);
  store.keys().some((key) => WORTH.test(key)) && ask("cell:");
}

/** @returns {Promise<boolean>} whether it will */
export async function askToKeep() {
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}
