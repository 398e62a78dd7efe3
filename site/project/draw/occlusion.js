/**
 * Which ink the answer rests on: a patch of paper slides over the image, and a network is asked
 * each time.
 * Source: Zeiler and Fergus, 2014, https://doi.org/10.1007/978-3-319-10590-1_53
 *
 * @typedef {{ top: number, left: number, probabilities: Float32Array }} Covered what it then says
 */

const SIDE = 28;
const STRIDE = 2;
const AT_ONCE = 4; // images a question: a network that takes 1 ms for one takes 4 for four
export const PATCH = 4; // pixels of its side

/**
 * Ask for a few patches at a time, so that a pen need not wait. A patch without ink under it changes
 * nothing: it is left out.
 * @param {Float32Array} image
 * @param {(images: Float32Array) => Promise<Float32Array>} ask gives ten probabilities for each
 * @param {() => Promise<boolean>} pause before each question; whether to go on
 * @returns {Promise<Covered[] | null>} null where it was not to go on
 */
export async function occlude(image, ask, pause) {
  /** @type {Covered[]} */
  const found = [];
  const patches = covers(image);
  for (let first = 0; first < patches.length; first += AT_ONCE) {
    if (!(await pause())) return null;
    const some = patches.slice(first, first + AT_ONCE);
    const images = new Float32Array(some.length * image.length);
    some.forEach((patch, i) => images.set(patch.image, i * image.length));
    const said = await ask(images);
    some.forEach(({ top, left }, i) => {
      found.push({ top, left, probabilities: said.slice(10 * i, 10 * i + 10) });
    });
  }
  return found;
}

/** @param {Float32Array} image */
function covers(image) {
  const all = [];
  for (let top = 0; top <= SIDE - PATCH; top += STRIDE) {
    for (let left = 0; left <= SIDE - PATCH; left += STRIDE) {
      const covered = cover(image, top, left);
      if (covered) all.push({ top, left, image: covered });
    }
  }
  return all;
}

/** The image with a patch of paper, null where no ink was. @param {Float32Array} image @param {number} top @param {number} left */
function cover(image, top, left) {
  const copy = Float32Array.from(image);
  let ink = false;
  for (let y = top; y < top + PATCH; y += 1) {
    const patch = copy.subarray(SIDE * y + left, SIDE * y + left + PATCH);
    ink ||= patch.some((value) => value > 0);
    patch.fill(0);
  }
  return ink ? copy : null;
}

/**
 * How much of a digit's probability is missing, as a 28 x 28 picture: each patch colours its middle.
 * @param {Covered[]} found
 * @param {number} digit
 */
export function missing(found, digit) {
  const picture = new Float32Array(SIDE * SIDE);
  const edge = (PATCH - STRIDE) / 2;
  for (const { top, left, probabilities } of found) {
    for (let y = top + edge; y < top + edge + STRIDE; y += 1) {
      picture.fill(
        1 - probabilities[digit],
        SIDE * y + left + edge,
        SIDE * y + left + edge + STRIDE,
      );
    }
  }
  return picture;
}

/** The patch without which the digit is least likely. @param {Covered[]} found @param {number} digit */
export function weakest(found, digit) {
  return found.reduce((least, one) =>
    one.probabilities[digit] < least.probabilities[digit] ? one : least,
  );
}
