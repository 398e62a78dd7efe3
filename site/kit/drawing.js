import { drawn } from "./generated/course.js";

const KNOWN = new Set(drawn);
const ATTRIBUTE = /^(?!on|style)[a-z][a-z0-9-]*$/i; // as course.figures.svg has it, like LINK
const LINK = /^(?!\/\/)[#./\w][^:]*$/;

/**
 * Put a drawing into an element. Python made it, and code of a stranger's may have been at Python:
 * elements that no figure is made of stay out, and so does all that could act or lead elsewhere.
 * @param {Element} element
 * @param {string} markup
 */
export function showDrawing(element, markup) {
  const { body } = new DOMParser().parseFromString(markup, "text/html");
  for (const part of body.querySelectorAll("*")) {
    if (!KNOWN.has(part.localName)) part.remove();
    for (const { name, value } of [...part.attributes]) {
      if (!ATTRIBUTE.test(name) || (name === "href" && !LINK.test(value)))
        part.removeAttribute(name);
    }
  }
  element.replaceChildren(...body.childNodes);
}
