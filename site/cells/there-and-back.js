/**
 * F6 leads from code to what came of it, and back again, as Escape does.
 * @param {HTMLElement} element holds both
 * @param {HTMLElement} result
 * @param {{ focus: () => void }} code
 */
export function thereAndBack(element, result, code) {
  result.tabIndex = -1;
  const go = (/** @type {KeyboardEvent} */ event) => {
    const there = result.contains(document.activeElement);
    if (event.key !== "F6" && !(there && event.key === "Escape")) return;
    event.preventDefault();
    if (there) code.focus();
    else result.focus();
  };
  element.addEventListener("keydown", go);
  return () => element.removeEventListener("keydown", go);
}
