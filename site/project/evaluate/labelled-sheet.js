import { callAll, find, make, press } from "../../kit/dom.js";
import { drawPixels, watchTheme } from "../../kit/picture.js";

const COLUMNS = 8;
const SIDE = 28;
const STEP = 30; // from one image of a sheet to the next, as course.sheets has it

/**
 * Images of a chunk, each above its caption, a page at a time: `element` holds [data-images],
 * and buttons [data-page].
 */
export class LabelledSheet {
  /** @type {number[]} */
  #rows = [];
  #page = 0;
  #turn = 0; // an answer that is not to the newest question is not shown
  /** @type {import("../../kit/picture.js").Pixels | null} */
  #shown = null;
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
    this.list = find(element, "[data-images]");
    this.buttons = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-page]")]);
    this.cleanups = [
      ...this.buttons.map((button) => press(button, () => this.#turnPage(Number(button.dataset.page)))),
      watchTheme(() => this.#draw()),
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
    this.#shown = pixels;
    this.list.replaceChildren(
      ...rows.map((/** @type {number} */ row, /** @type {number} */ i) => entry(this.#caption(row, labels[i]))),
    );
    this.#draw();
    const [before, after] = this.buttons;
    before.toggleAttribute("disabled", this.#page === 0);
    after.toggleAttribute("disabled", this.#page + 1 >= pages);
    for (const button of this.buttons) button.hidden = pages < 2;
  }

  /** Cut the sheet into its images. */
  #draw() {
    if (!this.#shown) return;
    const sheet = make("canvas");
    sheet.style.color = getComputedStyle(this.list).color;
    this.list.after(sheet); // a colour is only computed for what stands in the page
    drawPixels(sheet, this.#shown);
    sheet.remove();
    this.list.querySelectorAll("canvas").forEach((canvas, i) => {
      const [left, top] = [STEP * (i % COLUMNS), STEP * Math.floor(i / COLUMNS)];
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.clearRect(0, 0, SIDE, SIDE);
      context.drawImage(sheet, left, top, SIDE, SIDE, 0, 0, SIDE, SIDE);
    });
  }
}

/** @param {string} caption */
function entry(caption) {
  const item = make("li");
  const canvas = make("canvas");
  canvas.width = canvas.height = SIDE;
  canvas.setAttribute("aria-hidden", "true"); // the caption says what is known of it
  item.append(canvas, make("span", "", caption));
  return item;
}
