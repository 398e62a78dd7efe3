import { callAll, find, offer, press } from "../../kit/dom.js";
import { Labelled } from "../labelled.js";

/**
 * Images of a chunk, each above its caption, a page at a time: `element` holds [data-images],
 * and buttons [data-page].
 */
export class LabelledSheet {
  /** @type {number[]} */
  #rows = [];
  #page = 0;
  #turn = 0; // an answer that is not to the newest question is not shown
  /** @type {(row: number, label: number) => string} */
  #caption = () => "";

  /**
   * @param {HTMLElement} element
   * @param {import("../project.js").Project} project
   * @param {string} chunk
   */
  constructor(element, project, chunk) {
    this.element = element;
    this.project = project;
    this.chunk = chunk;
    this.images = new Labelled(find(element, "[data-images]"));
    this.buttons = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-page]")]);
    this.cleanups = [
      ...this.buttons.map((button) =>
        press(button, () => this.#turnPage(Number(button.dataset.page))),
      ),
      this.images.unmount,
    ];
  }

  unmount() {
    callAll(this.cleanups);
  }

  /**
   * @param {number[]} rows of the chunk
   * @param {(row: number, label: number) => string} caption
   */
  show(rows, caption) {
    this.#rows = rows;
    this.#caption = caption;
    this.#page = 0;
    return this.#load();
  }

  /** @param {number} by */
  #turnPage(by) {
    this.#page += by;
    return this.#load();
  }

  async #load() {
    const turn = ++this.#turn;
    const args = { chunk: this.chunk, rows: this.#rows, page: this.#page };
    const { pixels, labels, rows, pages } = await this.project.ask("project.browse", args);
    if (turn !== this.#turn) return;
    const caption = (/** @type {number} */ row, /** @type {number} */ i) =>
      this.#caption(row, labels[i]);
    this.images.show(pixels, rows.map(caption));
    const [before, after] = this.buttons;
    offer(before, this.#page > 0);
    offer(after, this.#page + 1 < pages);
    for (const button of this.buttons) button.hidden = pages < 2;
  }
}
