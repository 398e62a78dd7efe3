import { course } from "../../kit/generated/course.js";
import { withArticle } from "../../pad/article.js";
import { strings } from "../generated/strings.js";
import { callAll, find, hide, make, offer, press } from "../../kit/dom.js";
import {
  exportedDrawings,
  fits,
  LARGEST,
  MOST,
  MOST_POINTS,
  packed,
  parsedDrawings,
} from "../state/drawing.js";
import { saveAs } from "../../kit/files.js";
import { showPictures } from "./gallery.js";
import { HandPad } from "./pad.js";
import { tell } from "../../kit/live.js";
import { watchTheme } from "../../kit/picture.js";
import { fill, percent, reason } from "../../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project.js").Project} project
 */

const texts = strings.hand;
const FILE = `${course.id}-drawings.json`;
const ENOUGH = 10; // drawings: then the task is done

/**
 * The learner's drawings, [data-project=hand]: drawn, labelled, kept, taken along as a file.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const hand = new Hand(element, services);
  return () => callAll(hand.cleanups);
}

class Hand {
  /** @type {(() => void) | null} */
  #undo = null;
  /** @type {number[]} what the models read in the drawing on the pad */
  #read = [];
  #turn = 0;
  #redraw = () => {};

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { project }) {
    const { drawings } = project;
    this.element = element;
    this.project = project;
    this.drawings = drawings;
    this.said = find(element, "[data-hand-said]");
    this.note = find(element, "[data-hand-note]");
    this.undo = find(element, "[data-hand-back]");
    this.file = /** @type {HTMLInputElement} */ (find(element, "[data-file]"));
    this.labels = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-label]")]);
    this.canvas = /** @type {HTMLCanvasElement} */ (find(element, "canvas[data-hand-canvas]"));
    const key = (/** @type {KeyboardEvent} */ event) => this.#key(event);
    const choose = () => void this.#bring();
    const area = find(element, "[data-hand-area]");
    this.pad = new HandPad(element, this.canvas, () => this.#drawn());
    area.addEventListener("keydown", key);
    this.file.addEventListener("change", choose);
    this.cleanups = [
      () => this.pad.unmount(),
      ...this.labels.map((button, label) => press(button, () => this.#save(label))),
      press(find(element, "[data-hand-undo]"), () => this.pad.undo()),
      press(find(element, "[data-hand-wipe]"), () => this.pad.clear()),
      press(find(element, "[data-hand-export]"), () => this.#export()),
      press(find(element, "[data-hand-import]"), () => this.file.click()),
      press(find(element, "[data-hand-forget]"), () => this.#forget(drawings.list)),
      press(this.undo, () => this.#takeBack()),
      project.watch({ drawings: () => this.#show(), network: () => this.#readPad() }),
      watchTheme(() => this.#redraw()),
      () => area.removeEventListener("keydown", key),
      () => this.file.removeEventListener("change", choose),
    ];
    this.#drawn();
    this.#show();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) this.#save(Number(event.key));
    else if (event.key === "Backspace") this.pad.undo();
    else return;
    event.preventDefault();
  }

  /** The pad has other strokes now. */
  #drawn() {
    const drawn = this.pad.strokes.length > 0;
    this.#read = [];
    for (const label of this.labels) label.removeAttribute("data-suggested");
    for (const name of ["undo", "wipe"]) offer(find(this.element, `[data-hand-${name}]`), drawn);
    this.#offer();
    return this.#readPad();
  }

  /** Ask both models; an answer to strokes that are gone is not shown. */
  async #readPad() {
    const turn = ++this.#turn;
    if (!this.pad.strokes.length) {
      tell(this.said, texts.draw);
      return;
    }
    try {
      const full = await this.drawings.reading(packed(this.pad.strokes));
      const own = full.state === "blank" ? null : await this.drawings.own([full]);
      if (turn !== this.#turn) return;
      this.#read = own ? [full.digit, ...own.digits] : [full.digit];
      tell(this.said, this.#sentence(full, own));
      this.labels.forEach((label, digit) =>
        label.toggleAttribute("data-suggested", digit === full.digit),
      );
    } catch (error) {
      if (turn === this.#turn) tell(this.said, fill(texts.unread, { reason: reason(error) }));
    }
  }

  /**
   * @param {import("../state/drawings.js").Answer} full
   * @param {import("../state/drawings.js").OwnReadings | null} own
   */
  #sentence({ state, digit, confidence }, own) {
    if (state === "blank") return texts.blank;
    const sure = fill(
      state === "digit" ? texts.full_digit : texts.full_unsure,
      said(digit, confidence),
    );
    if (!own) return `${sure} ${texts.no_own}`;
    return `${sure} ${fill(texts.own, said(own.digits[0], own.confidence[0]))}`;
  }

  /** @param {number} label the digit that the learner meant */
  #save(label) {
    const strokes = packed(this.pad.strokes);
    if (!strokes.length) return this.#say(texts.draw_first);
    if (!fits(strokes)) return this.#say(fill(texts.too_long, { points: MOST_POINTS }));
    if (this.drawings.room < 1) return this.#say(fill(texts.full, { most: MOST }));
    const wrong = this.#read.some((digit) => digit !== label);
    this.#say(
      fill(texts.saved, { a_label: withArticle(label) }),
      this.drawings.add([{ label, strokes }]),
    );
    if (wrong) this.project.finish("hand/correct");
    if (this.drawings.list.length >= ENOUGH) this.project.finish("hand/ten");
    this.pad.clear();
    this.canvas.focus({ preventScroll: true }); // the next digit can be labelled by its key
  }

  #offer() {
    const closed = !this.pad.strokes.length || this.drawings.room < 1;
    for (const label of this.labels) label.toggleAttribute("disabled", closed);
  }

  /** The gallery, and which digits are rare in it. */
  #show() {
    const { list } = this.drawings;
    this.#offer();
    find(this.element, "[data-hand-count]").textContent = fill(texts.count, {
      count: list.length,
      most: MOST,
    });
    const missing = this.labels
      .map((_, digit) => digit)
      .filter((digit) => !list.some(({ label }) => label === digit));
    find(this.element, "[data-hand-missing]").textContent = missing.length
      ? fill(texts.missing, { digits: missing.join(", ") })
      : texts.complete;
    for (const name of ["export", "forget"]) {
      find(this.element, `[data-hand-${name}]`).toggleAttribute("disabled", !list.length);
    }
    this.#redraw = showPictures(
      find(this.element, "[data-hand-gallery]"),
      list,
      (drawing, place) => {
        const remove = make("button", "quiet", "✕");
        remove.type = "button";
        remove.ariaLabel = fill(texts.delete, {
          a_label: withArticle(drawing.label),
          number: place + 1,
        });
        remove.addEventListener("click", () => this.#forget([drawing]));
        return [String(drawing.label), remove];
      },
    );
  }

  /** @param {import("../state/drawing.js").Drawing[]} drawings */
  #forget(drawings) {
    this.#say(fill(texts.deleted, { count: drawings.length }), this.drawings.remove(drawings));
    this.undo.focus(); // what had the focus is gone
  }

  #takeBack() {
    this.#undo?.();
    this.#say(texts.undone);
  }

  /** @param {string} text @param {() => void} [back] undoes what was done */
  #say(text, back) {
    this.note.textContent = this.project.keeps ? text : `${text} ${texts.not_kept}`;
    this.#undo = back ?? null;
    if (back) this.undo.hidden = false;
    else hide(this.undo, this.canvas);
  }

  #export() {
    saveAs(FILE, exportedDrawings(this.drawings.list), "application/json");
    this.#say(fill(texts.exported, { file: FILE }));
  }

  async #bring() {
    const chosen = this.file.files?.[0];
    this.file.value = ""; // so that the same file can be chosen again
    if (!chosen) return;
    const file = chosen.name;
    const read =
      chosen.size > LARGEST
        ? { refused: "large" }
        : parsedDrawings(await chosen.text().catch(() => ""));
    if ("refused" in read) {
      const why = /** @type {Record<string, string>} */ (texts)[`refused_${read.refused}`];
      return this.#say(fill(texts.refused, { file, reason: fill(why, { most: MOST }) }));
    }
    const count = read.drawings.length;
    const { room } = this.drawings;
    if (count > room)
      return this.#say(
        fill(texts.refused, { file, reason: fill(texts.refused_room, { count, room }) }),
      );
    this.#say(fill(texts.imported, { count }), this.drawings.add(read.drawings));
  }
}

/** @param {number} digit @param {number} confidence */
function said(digit, confidence) {
  return { a_digit: withArticle(digit), percent: percent(confidence) };
}
