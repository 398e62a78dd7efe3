import { strings } from "./generated/strings.js";
import { make } from "../kit/dom.js";
import { fill } from "../kit/text.js";

const texts = strings.quiz;
const WAYS = /** @type {const} */ ({ ArrowUp: -1, ArrowDown: 1 });

/** Lines to put in order: by their buttons, by arrow keys on these, or by dragging their grips. */
export class Lines {
  element = make("div");
  #list = make("ol", "quiz-lines");
  #moved = make("p", "visually-hidden");

  /** @param {string[]} lines HTML of our own build */
  constructor(lines) {
    this.lines = lines;
    this.#moved.ariaLive = "polite";
    this.element.append(make("p", "quiz-hint", texts.order), this.#list, this.#moved);
    this.#list.addEventListener("pointerdown", (event) => this.#take(event));
  }

  /** The places of the lines, in the order shown. */
  get order() {
    return [...this.#list.children].map((entry) => Number(entry.getAttribute("data-place")));
  }

  set order(order) {
    this.#list.replaceChildren(...order.map((place) => this.#entry(place)));
  }

  /** Show which lines are in order, and where the others go. @param {(number | null)[]} moves */
  mark(moves) {
    for (const [at, entry] of [...this.#list.children].entries()) {
      const to = moves[at];
      entry.setAttribute("data-mark", to === null ? "right" : "wrong");
      const text = to === null ? texts.mark_in_order : fill(texts.mark_goes, { place: to + 1 });
      entry.append(make("span", "quiz-mark", text));
    }
  }

  /** @param {number} place */
  #entry(place) {
    const entry = make("li", "quiz-line");
    entry.dataset.place = String(place);
    const text = make("span", "quiz-text");
    text.innerHTML = flush(this.lines[place]);
    const grip = make("span", "quiz-grip");
    grip.ariaHidden = "true";
    entry.append(text);
    text.before(grip, this.#mover(entry, -1), this.#mover(entry, 1));
    return entry;
  }

  /** @param {HTMLLIElement} entry @param {-1 | 1} way */
  #mover(entry, way) {
    const button = make("button", "quiet", way < 0 ? "↑" : "↓");
    button.type = "button";
    const line = (entry.textContent ?? "").trim();
    button.ariaLabel = fill(way < 0 ? texts.up : texts.down, { line });
    const move = (/** @type {-1 | 1} */ by) =>
      this.#put(entry, this.order.indexOf(Number(entry.dataset.place)) + by);
    button.addEventListener("click", () => move(way));
    button.addEventListener("keydown", (event) => {
      if (!(event.key in WAYS)) return;
      event.preventDefault(); // the page would scroll
      move(WAYS[/** @type {keyof typeof WAYS} */ (event.key)]);
    });
    return button;
  }

  /** Follow a pointer that has taken a line by its grip. @param {PointerEvent} event */
  #take(event) {
    const grip = event.target instanceof Element ? event.target.closest(".quiz-grip") : null;
    const entry = /** @type {HTMLElement | null | undefined} */ (grip?.closest(".quiz-line"));
    if (!entry || event.button !== 0) return;
    event.preventDefault(); // no text is selected
    const done = new AbortController();
    const { signal } = done;
    entry.toggleAttribute("data-dragged", true);
    const end = () => {
      entry.removeAttribute("data-dragged");
      done.abort();
    };
    addEventListener("pointermove", ({ clientY }) => this.#put(entry, this.#under(clientY)), {
      signal,
    });
    for (const type of ["pointerup", "pointercancel"]) addEventListener(type, end, { signal });
  }

  /** The position of the line at a height of the window. @param {number} y */
  #under(y) {
    const boxes = [...this.#list.children].map((entry) => entry.getBoundingClientRect());
    const below = boxes.findIndex(({ bottom }) => y < bottom);
    return below < 0 ? boxes.length - 1 : below;
  }

  /**
   * The others make way: the line itself stays in the page, and so keeps focus and pointer.
   * @param {HTMLElement} entry @param {number} to its position from 0
   */
  #put(entry, to) {
    const all = [...this.#list.children];
    const from = all.indexOf(entry);
    if (to === from) return;
    if (!(to in all)) {
      this.#moved.textContent = to < 0 ? texts.first : texts.last;
      return;
    }
    if (to < from) entry.after(...all.slice(to, from));
    else entry.before(...all.slice(from + 1, to + 1));
    this.#moved.textContent = fill(texts.moved, { place: to + 1, count: all.length });
    entry.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/**
 * The correct order, as it's written.
 * @param {string[]} lines HTML of our own build
 */
export function solution(lines) {
  const part = make("div");
  const list = make("ol", "quiz-lines");
  for (const line of lines) {
    const [entry, text] = [make("li", "quiz-line"), make("span", "quiz-text")];
    text.innerHTML = line;
    entry.append(text);
    list.append(entry);
  }
  part.append(make("p", "", texts.right_order), list);
  return part;
}

/**
 * A line without its indentation, which would tell where it goes.
 * @param {string} line of code, indented by no-break spaces
 */
function flush(line) {
  return line.replaceAll("\u00a0", "");
}
