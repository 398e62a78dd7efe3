/**
 * Pixels that Python made, on a canvas. Grey ones are ink: 0 is paper, 255 the canvas's own colour.
 * @typedef {{ width: number, height: number, mode: "grey" | "rgba", data: string, summary: string }} Pixels
 */

/** @param {HTMLCanvasElement} canvas @param {Pixels} pixels */
export function drawPixels(canvas, { width, height, mode, data, summary }) {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  canvas.width = width;
  canvas.height = height;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", summary);
  const image = context.createImageData(width, height);
  if (mode === "rgba") image.data.set(bytes);
  else bytes.forEach((ink, i) => (image.data[4 * i + 3] = ink));
  context.putImageData(image, 0, 0);
  if (mode === "rgba") return;
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
