import { make } from "../kit/dom.js";
import { drawPixels, watchTheme } from "../kit/picture.js";

const SIDE = 28;
const STEP = 30; // from one image of a sheet to the next, as course.project.sheets has it

/** The images of a sheet, each above its caption, as the entries of a list. */
export class Labelled {
  /** @type {import("../kit/picture.js").Pixels | null} */
  #shown = null;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    this.unmount = watchTheme(() => this.#draw());
  }

  /**
   * @param {import("../kit/picture.js").Pixels | null} sheet
   * @param {string[]} captions one for each image
   * @param {(chosen: number[]) => void} [choose] makes each a button, and hears of the pressed ones
   */
  show(sheet, captions, choose) {
    this.#shown = sheet;
    this.list.replaceChildren(...captions.map(choose ? pressable : entry));
    if (choose) this.#listen(choose);
    this.#draw();
  }

  /** @param {(chosen: number[]) => void} choose */
  #listen(choose) {
    const buttons = [...this.list.querySelectorAll("button")];
    for (const button of buttons) {
      button.addEventListener("click", () => {
        button.ariaPressed = String(button.ariaPressed !== "true");
        choose(buttons.flatMap(({ ariaPressed }, i) => (ariaPressed === "true" ? [i] : [])));
      });
    }
  }

  /** Cut the sheet into its images. */
  #draw() {
    if (!this.#shown) return;
    const columns = this.#shown.width / STEP;
    const sheet = make("canvas");
    sheet.style.color = getComputedStyle(this.list).color;
    this.list.after(sheet); // a color is only computed for what is in the page
    drawPixels(sheet, this.#shown);
    sheet.remove();
    this.list.querySelectorAll("canvas").forEach((canvas, i) => {
      const [left, top] = [STEP * (i % columns), STEP * Math.floor(i / columns)];
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.clearRect(0, 0, SIDE, SIDE);
      context.drawImage(sheet, left, top, SIDE, SIDE, 0, 0, SIDE, SIDE);
    });
  }
}

/** @param {string} caption */
function pressable(caption) {
  const item = make("li");
  const button = make("button", "quiet");
  button.type = "button";
  button.ariaPressed = "false";
  button.append(...entry(caption).childNodes);
  item.append(button);
  return item;
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
