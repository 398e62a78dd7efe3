import { Download } from "../kit/download.js";
import { fromBase64 } from "../kit/files.js";
import { parts, root } from "../kit/generated/parts.js";
import { filesOf } from "../python/pack.js";
import { npz } from "./npz.js";

/** Files of images, as .npz: labels beside images, 0 (paper) to 255 (ink). */
const SIDE = 28;
const CHUNK = 10_000; // images of a part of MNIST
const LABELS = Uint8Array.from({ length: 10 }, (_, digit) => digit);

/** One test image of each digit. @param {string} ten their pixels in base64 */
export function tenDigits(ten) {
  return images(10, [fromBase64(ten)], [LABELS]);
}

/** The learner's drawings. @param {import("../project/project.js").Project} project */
export async function myDigits({ drawings }) {
  const { list } = drawings;
  const readings = await drawings.readings(list);
  const pixels = readings.map(({ image }) => new Uint8Array(image));
  const labels = Uint8Array.from(list, ({ label }) => label);
  return images(list.length, pixels, [labels]);
}

/**
 * All of MNIST, by the names that Keras gives its arrays.
 * @param {(event: { loaded: number, total: number }) => void} onBytes
 */
export async function mnist(onBytes) {
  const total = Object.values(parts.mnist).reduce((sum, { bytes }) => sum + bytes, 0);
  const download = new Download(root, ({ loaded }) => onBytes({ loaded, total }));
  const names = Object.keys(parts.mnist).sort();
  const train = await chunks(
    download,
    names.filter((name) => name.includes("train")),
  );
  const test = await chunks(
    download,
    names.filter((name) => !name.includes("train")),
  );
  return npz({ ...arrays("train", train), ...arrays("test", test) });
}

/** Each chunk: its labels, then its images. @param {Download} download @param {string[]} names */
async function chunks(download, names) {
  const files = /** @type {Record<string, import("../kit/download.js").FilePart>} */ (parts.mnist);
  const found = [];
  for (const name of names) {
    const [[, data]] = filesOf(await download.buffer(files[name]));
    found.push(data);
  }
  return found;
}

/** @param {string} which @param {Uint8Array<ArrayBuffer>[]} found */
function arrays(which, found) {
  const count = CHUNK * found.length;
  const pixels = found.map((chunk) => chunk.subarray(CHUNK));
  const labels = found.map((chunk) => chunk.subarray(0, CHUNK));
  return {
    [`x_${which}`]: { shape: [count, SIDE, SIDE], data: pixels },
    [`y_${which}`]: { shape: [count], data: labels },
  };
}

/** @param {number} count @param {BlobPart[]} pixels @param {BlobPart[]} labels */
function images(count, pixels, labels) {
  return npz({
    images: { shape: [count, SIDE, SIDE], data: pixels },
    labels: { shape: [count], data: labels },
  });
}
