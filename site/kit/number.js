/**
 * Read a number as people write it: "0.25", ".25", "0,25", "1/4", "−0.5", "25 %".
 * @param {string} text
 * @returns {number | null} null where it is none
 */
export function readNumber(text) {
  const plain = text.trim().replace(/[−–]/g, "-").replace(",", ".").replace(/\s+/g, "");
  const parts = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:\/(\d+\.?\d*))?(%?)$/i.exec(plain);
  if (!parts) return null;
  const value = Number(parts[1]) / Number(parts[2] ?? 1) / (parts[3] ? 100 : 1);
  return Number.isFinite(value) ? value : null;
}

/** How many places a number is written with. @param {string} shown such as "0.37" */
export function placesOf(shown) {
  return shown.split(".")[1]?.length ?? 0;
}

/**
 * Whether a number is the one that is written as `shown`, to the places shown there; a whole one
 * has to be exact.
 * @param {number} value
 * @param {string} shown such as "0.37"
 */
export function agrees(value, shown) {
  const places = placesOf(shown);
  const slack = places ? 0.5 * 10 ** -places : 1e-9;
  return Math.abs(value - Number(shown)) <= slack * (1 + 1e-9);
}
