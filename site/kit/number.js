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

/**
 * Every number that a text may mean: the comma of "12,730" and the point of "12.730" group digits
 * or begin the decimals. None where it is no number.
 * @param {string} text
 */
export function readNumbers(text) {
  const plain = text.replace(/\s+/g, "");
  const grouped = /^[+−–-]?[1-9]\d{0,2}([,.'’])\d{3}(?:\1\d{3})*(?!\1)(?:[.,]\d+)?$/.exec(plain);
  const ungrouped = grouped ? [plain.replaceAll(grouped[1], "")] : [];
  return [plain, ...ungrouped].map(readNumber).filter((number) => number !== null);
}

/** How many places a number is written with. @param {string} shown such as "0.37" */
export function placesOf(shown) {
  return shown.split(".")[1]?.length ?? 0;
}

/**
 * Whether a number is the one that is written as `shown`, to the places shown there; a whole one
 * has to be exact.
 * @param {number} value
 * @param {string} shown such as "0.37" or "12,730"
 */
export function agrees(value, shown) {
  const places = placesOf(shown);
  const slack = places ? 0.5 * 10 ** -places : 1e-9;
  return Math.abs(value - Number(shown.replaceAll(",", ""))) <= slack * (1 + 1e-9);
}
