/**
 * Have the browser save a file, as if a link to it had been followed.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} [type]
 */
export function saveAs(name, content, type = "application/octet-stream") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Bytes as Python takes them in JSON. @param {Blob} blob @returns {Promise<string>} */
export function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** What Python sent as base64. @param {string} text */
export function fromBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/**
 * Take files that are dropped on `zone` or chosen with `input`. One that is dropped beside the
 * zone would open in place of the page, and all that is not stored would be lost: it does nothing.
 * @param {HTMLElement} zone
 * @param {HTMLInputElement} input
 * @param {(files: File[]) => void} take
 * @returns {() => void} stops it
 */
export function acceptFiles(zone, input, take) {
  const over = (/** @type {DragEvent} */ event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const inside = zone.contains(/** @type {Node} */ (event.target));
    zone.toggleAttribute("data-over", inside);
    event.dataTransfer.dropEffect = inside ? "copy" : "none";
  };
  const drop = (/** @type {DragEvent} */ event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    zone.removeAttribute("data-over");
    if (zone.contains(/** @type {Node} */ (event.target))) take([...event.dataTransfer.files]);
  };
  const choose = () => {
    const files = [...(input.files ?? [])];
    input.value = ""; // so that the same file may be chosen again
    if (files.length) take(files);
  };
  document.addEventListener("dragover", over);
  document.addEventListener("drop", drop);
  input.addEventListener("change", choose);
  return () => {
    document.removeEventListener("dragover", over);
    document.removeEventListener("drop", drop);
    input.removeEventListener("change", choose);
  };
}
