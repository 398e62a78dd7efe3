import { fromBase64 } from "./files.js";

/**
 * Pixels that Python made, on a canvas. Grey ones are ink: 0 is paper, 255 the canvas's own colour.
 * @typedef {{ width: number, height: number, mode: "grey" | "rgba", data: string, summary: string }} Pixels
 */

/** @param {HTMLCanvasElement} canvas @param {Pixels} pixels */
export function drawPixels(canvas, { width, height, mode, data, summary }) {
  const bytes = fromBase64(data);
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", summary);
  if (mode === "grey") return drawOpacity(canvas, bytes, width, 1);
  canvas.width = width;
  canvas.height = height;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const image = context.createImageData(width, height);
  image.data.set(bytes);
  context.putImageData(image, 0, 0);
}

/**
 * Values as opacities of the canvas's own colour, row by row.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values
 * @param {number} width how many make a row
 * @param {number} scale from a value to an opacity of 0 to 255; what lies outside is cut off
 */
export function drawOpacity(canvas, values, width, scale = 255) {
  const height = values.length / width;
  Object.assign(canvas, { width, height });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const image = context.createImageData(width, height);
  for (let i = 0; i < values.length; i += 1) image.data[4 * i + 3] = scale * values[i];
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = "source-in";
  context.fillStyle = getComputedStyle(canvas).color;
  context.fillRect(0, 0, width, height);
}

/** Call `recolour` when light becomes dark or back. @param {() => void} recolour */
export function watchTheme(recolour) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = new MutationObserver(recolour);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  system.addEventListener("change", recolour);
  return () => {
    chosen.disconnect();
    system.removeEventListener("change", recolour);
  };
}
