import { find, make, withCode } from "../kit/dom.js";
import { fill } from "../kit/text.js";
import * as scroller from "../reading/scroller.js";
import { Printed } from "./printed.js";

const PYTHONS = "en"; // what it says is in English, in whatever language the page is
const SHORT = 200; // characters that are read out

/**
 * @typedef {{ stream: "stdout" | "stderr" | "notice", text: string }} Piece
 * @typedef {{ value?: string | null, shape?: string | null }} Done
 * @typedef {{ type: string, data: string, base64: boolean, width: number, alt: string, ground?: string }} Picture
 * @typedef {["print", Piece] | ["value", Done] | ["picture", Picture] | ["error", import("../python/error.js").Details]} Told
 */

/**
 * What a cell printed, its pictures, its value, its error, in their order. All text goes in as text,
 * never as markup; the page gets it at most once a frame.
 * @param {HTMLElement} element
 * @param {Record<string, string>} texts the strings of [cell]
 * @param {() => void} [leave] takes the focus when the field that had it has gone
 */
export function createOutput(element, texts, leave = () => {}) {
  /** @type {Printed | null} what is printed now goes here */
  let printed = null;
  /** @type {Told[]} all of it, as it came */
  let told = [];
  let frame = 0;
  let typing = false; // the learner was in a field that has gone

  function show() {
    cancelAnimationFrame(frame);
    frame = 0;
    printed?.show();
  }

  return {
    /** All that it shows, as it came: `replay` shows the same. */
    get told() {
      return told;
    },
    /** @param {Told[]} parts */
    replay(parts) {
      for (const [kind, part] of parts) this[kind](/** @type {any} */ (part));
    },
    clear() {
      cancelAnimationFrame(frame);
      [printed, frame, told] = [null, 0, []];
      element.replaceChildren();
      element.hidden = true;
    },
    /** @param {Piece} piece */
    print({ stream, text }) {
      tellMore(stream, text);
      element.hidden = false;
      printed ??= new Printed(element, texts);
      printed.write(stream, text);
      frame ||= requestAnimationFrame(show);
    },
    /** @param {Done} done */
    value({ value, shape }) {
      if (value === undefined || value === null) return;
      told.push(["value", { value, shape }]);
      const box = make("div", "cell-value");
      box.append(make("pre", "", value));
      scroller.mount(find(box, "pre"), {});
      if (shape) box.append(make("span", "cell-shape", fill(texts.shape, { shape })));
      add(box);
    },
    /**
     * A figure that learner code drew. It is shown as an image, in which nothing runs. Its letters
     * suit the ground that it had first, so it keeps that when the theme changes.
     * @param {Picture} picture
     */
    picture({ type, data, base64, width, alt, ground = backgroundOf(element) }) {
      told.push(["picture", { type, data, base64, width, alt, ground }]);
      const image = make("img", "cell-picture");
      const text = base64 ? data : encodeURIComponent(data);
      image.src = `data:${type}${base64 ? ";base64" : ""},${text}`;
      image.width = width;
      image.alt = alt || texts.picture;
      image.style.backgroundColor = ground;
      add(image);
    },
    /** @param {import("../python/error.js").Details} details */
    error(details) {
      told.push(["error", details]);
      add(errorBlock(details, texts));
    },
    /** Ask for a line, below what was printed. @param {(line: string) => void} onLine */
    ask(onLine) {
      typing = false;
      const form = make("form", "cell-ask");
      const field = make("input");
      const send = make("button", "", texts.answer);
      field.ariaLabel = printed?.question.trim() || texts.asking;
      field.autocomplete = "off";
      form.append(field, send);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        remove(form);
        onLine(field.value);
      });
      show();
      element.hidden = false;
      element.append(form); // goes again, and what is printed then goes on above it
      field.focus();
    },
    /** What is read out of it: its error, or all if it's short, or else how long it is. */
    brief() {
      const told = [...element.querySelectorAll(".cell-error > p")];
      const words = told.map(({ textContent }) => textContent);
      if (words.length) return words.join(" ");
      const pictures = [...element.querySelectorAll("img")].map(({ alt }) => alt);
      const text = [element.innerText.trim(), ...pictures].filter(Boolean).join("\n");
      if (text.length <= SHORT) return text;
      if (element.querySelector(".cell-more:not([hidden])")) return texts.longer;
      return fill(texts.long, { count: text.split("\n").length });
    },
    /** The code has ended: nothing is asked any more. */
    settle() {
      const form = element.querySelector(".cell-ask");
      if (form) remove(form);
      if (typing && document.activeElement === document.body) leave();
      typing = false;
      show();
    },
  };

  /** What is printed piece by piece is one part. @type {(stream: Piece["stream"], text: string) => void} */
  function tellMore(stream, text) {
    const last = told.at(-1);
    if (last?.[0] === "print" && last[1].stream === stream) last[1].text += text;
    else told.push(["print", { stream, text }]);
  }

  /** @param {Element} form */
  function remove(form) {
    typing ||= form.contains(document.activeElement);
    form.remove();
  }

  /** @param {HTMLElement} child */
  function add(child) {
    show();
    printed = null; // what comes after it stands below it
    element.append(child);
    element.hidden = false;
  }
}

/** @param {Element} element */
function backgroundOf(element) {
  return getComputedStyle(element).backgroundColor;
}

/**
 * Python's own message first, then the sentence of help, then the way there.
 * @param {import("../python/error.js").Details} details
 * @param {Record<string, string>} texts
 */
function errorBlock({ type, message, line, help, traceback }, texts) {
  const block = make("div", "cell-error");
  block.append(make("p", "cell-message"));
  const head = find(block, ".cell-message");
  const own = make("span", "", message);
  if (type) {
    head.append(make("strong", "", `${type}: `));
    own.lang = PYTHONS;
  }
  head.append(own);
  if (line) head.append(" ", make("span", "cell-line", fill(texts.error_line, { line })));
  if (help) {
    const told = withCode(help, "cell-help");
    told.lang = PYTHONS;
    block.append(told);
  }
  if (traceback) {
    const details = make("details");
    details.append(make("summary", "", texts.traceback), make("pre", "", traceback));
    scroller.mount(find(details, "pre"), {});
    block.append(details);
  }
  return block;
}
