import { zipped } from "./zip.js";

const MAGIC = "\x93NUMPY\x01\x00";
const ALIGNED = 64; // bytes, to a multiple of which the head is filled up

/**
 * An array of bytes. shape: such as [10, 28, 28].
 * @typedef {{ shape: number[], data: BlobPart[] }} Bytes
 */

/**
 * Arrays as an .npz file, which NumPy's `load` opens.
 * @param {Record<string, Bytes>} arrays
 */
export function npz(arrays) {
  return zipped(Object.entries(arrays).map(([name, array]) => [`${name}.npy`, npy(array)]));
}

/**
 * An array as an .npy file, see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 * @param {Bytes} array
 */
function npy({ shape, data }) {
  const said = `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape.join(", ")},), }`;
  const before = MAGIC.length + 2;
  const length = ALIGNED * Math.ceil((before + said.length + 1) / ALIGNED) - before;
  const head = `${MAGIC}${String.fromCharCode(length & 255, length >> 8)}${said.padEnd(length - 1)}\n`;
  return new Blob([Uint8Array.from(head, (letter) => letter.charCodeAt(0)), ...data]);
}
