import { find, make, withCode } from "../kit/dom.js";
import { fill } from "../kit/text.js";

const FIRST = 8_000; // characters shown at once ...
const MORE = 100_000; // ... and for each "show more"

/**
 * @typedef {{ stream: "stdout" | "stderr" | "notice", text: string }} Piece
 * @typedef {{ value?: string | null, shape?: string | null }} Done
 * @typedef {{ type: string, data: string, base64: boolean, width: number, alt: string }} Picture
 */

/**
 * What a cell printed, its value, its error. All text goes in as text, never as markup; the
 * page gets it at most once a frame, and only so much of it until the learner asks for more.
 * @param {HTMLElement} element
 * @param {Record<string, string>} texts the strings of [cell]
 * @param {() => void} [leave] takes the focus when the field that had it has gone
 */
export function createOutput(element, texts, leave = () => {}) {
  /** @type {Piece[]} */
  let waiting = [];
  let room = FIRST;
  let frame = 0;
  let typing = false; // the learner was in a field that has gone
  const printed = make("pre", "cell-printed");
  const more = make("button", "cell-more");
  more.type = "button";
  more.addEventListener("click", () => {
    room = MORE;
    show();
  });

  function show() {
    frame = 0;
    while (waiting.length && room > 0) append(take());
    const rest = waiting.reduce((sum, piece) => sum + piece.text.length, 0);
    more.hidden = rest === 0;
    more.textContent = fill(texts.more, { count: rest.toLocaleString("en") });
    element.hidden = false;
  }

  /** The next piece, or as much of it as there is room for. @returns {Piece} */
  function take() {
    const piece = waiting[0];
    const text = piece.text.slice(0, room);
    room -= text.length;
    if (text.length === piece.text.length) waiting.shift();
    else waiting[0] = { ...piece, text: piece.text.slice(text.length) };
    return { ...piece, text };
  }

  /** @param {Piece} piece */
  function append({ stream, text }) {
    if (!printed.isConnected) element.append(printed, more);
    const last = /** @type {HTMLElement | null} */ (printed.lastElementChild);
    const old = last?.className === stream ? last : null;
    if (text.includes("\r")) {
      const whole = overwritten((old?.textContent ?? "") + text);
      if (old) old.textContent = whole;
      else printed.append(make("span", stream, whole));
    } else if (old) old.append(text);
    else printed.append(make("span", stream, text));
  }

  return {
    clear() {
      cancelAnimationFrame(frame);
      [waiting, room, frame] = [[], FIRST, 0];
      printed.replaceChildren();
      element.replaceChildren();
      element.hidden = true;
    },
    /** @param {Piece} piece */
    print(piece) {
      waiting.push(piece);
      frame ||= requestAnimationFrame(show);
    },
    /** @param {Done} done */
    value({ value, shape }) {
      this.flush();
      if (value === undefined || value === null) return;
      const box = make("div", "cell-value");
      box.append(make("pre", "", value));
      if (shape) box.append(make("span", "cell-shape", fill(texts.shape, { shape })));
      add(box);
    },
    /**
     * A figure that learner code drew. It is shown as an image, in which nothing runs.
     * @param {Picture} picture
     */
    picture({ type, data, base64, width, alt }) {
      this.flush();
      const image = make("img", "cell-picture");
      const text = base64 ? data : encodeURIComponent(data);
      image.src = `data:${type}${base64 ? ";base64" : ""},${text}`;
      image.width = width;
      image.alt = alt || texts.picture;
      // Its letters suit this ground, so it keeps it when the theme changes.
      image.style.backgroundColor = getComputedStyle(element).backgroundColor;
      add(image);
    },
    /** @param {import("../python/error.js").Details} details */
    error(details) {
      this.flush();
      add(errorBlock(details, texts));
    },
    /** Ask for a line, below what was printed. @param {(line: string) => void} onLine */
    ask(onLine) {
      this.flush();
      typing = false;
      const form = make("form", "cell-ask");
      const field = make("input");
      const send = make("button", "", texts.answer);
      field.ariaLabel = `${printed.textContent?.split("\n").at(-1)?.trim() || texts.asking}`;
      field.autocomplete = "off";
      form.append(field, send);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        remove(form);
        onLine(field.value);
      });
      add(form);
      field.focus();
    },
    /** The code has ended: nothing is asked any more. */
    settle() {
      const form = element.querySelector(".cell-ask");
      if (form) remove(form);
      if (typing && document.activeElement === document.body) leave();
      typing = false;
      this.flush();
    },
    /** Show what still waits for its frame. */
    flush() {
      cancelAnimationFrame(frame);
      if (waiting.length && printed.textContent === "") show();
      else if (frame) show();
    },
  };

  /** @param {Element} form */
  function remove(form) {
    typing ||= form.contains(document.activeElement);
    form.remove();
  }

  /** @param {HTMLElement} child */
  function add(child) {
    element.append(child);
    element.hidden = false;
  }
}

/** A carriage return starts its line anew, as progress bars use it. @param {string} text */
function overwritten(text) {
  return text.replace(/[^\n]*\r(?=[^\r\n])/g, "").replaceAll("\r\n", "\n");
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
  if (type) head.append(make("strong", "", `${type}: `));
  head.append(message);
  if (line) head.append(" ", make("span", "cell-line", fill(texts.error_line, { line })));
  if (help) block.append(withCode(help, "cell-help"));
  if (traceback) {
    const details = make("details");
    details.append(make("summary", "", texts.traceback), make("pre", "", traceback));
    block.append(details);
  }
  return block;
}
