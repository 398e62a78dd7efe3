import { strings } from "./generated/strings.js";
import { make } from "../kit/dom.js";
import { placesOf } from "../kit/number.js";
import { answers } from "./judge.js";
import { Lines } from "./lines.js";
import { fill } from "../kit/text.js";

/**
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./items.js").Option} Option
 * @typedef {import("./judge.js").Given} Given
 */

const texts = strings.quiz;
/** What an answer's `sure` is called: 0, 1 or 2. */
export const SURENESS = [texts.guessing, texts.fairly, texts.certain];

/** An item as it is asked: what is to be answered, and how sure the learner is. */
export class Question {
  /** @param {Item} item @param {number[]} order in which its options or lines are shown */
  constructor(item, order) {
    this.item = item;
    this.order = order;
    this.element = make("div", "quiz-question");
    this.field = make("input", "quiz-number");
    this.lines = new Lines(item.lines ?? []);
    this.stem = html("div", "quiz-stem", item.stem);
    this.stem.id = "quiz-stem";
    this.stem.tabIndex = -1;
    this.answer = this.#answer();
    this.sureness = this.#sureness();
    this.element.append(this.stem, this.answer, this.sureness);
  }

  /** What is chosen or written so far. @returns {Given} */
  get given() {
    const { ask } = this.item;
    if (ask === "number") return this.field.value;
    if (ask === "order") return this.lines.order;
    return this.#inputs.filter((input) => input.checked).map((input) => Number(input.value));
  }

  /** @returns {number | null} 0, 1 or 2, or null where nothing is chosen */
  get sure() {
    const chosen = this.sureness.querySelector("input:checked");
    return chosen instanceof HTMLInputElement ? Number(chosen.value) : null;
  }

  /** Put in what was kept. @param {Given} given @param {number | null} sure */
  fill(given, sure) {
    const { ask } = this.item;
    if (typeof given === "string") {
      if (ask === "number") this.field.value = given;
    } else if (ask === "order") {
      if (answers(this.item, given)) this.lines.order = given;
    } else for (const input of this.#inputs) input.checked = given.includes(Number(input.value));
    for (const input of inputsIn(this.sureness)) input.checked = Number(input.value) === sure;
    this.#mark();
  }

  /** The field that keeps this from being an answer. @returns {HTMLElement} */
  get lacking() {
    const answered = answers(this.item, this.given);
    if (!answered && this.item.ask === "number") return this.field;
    return inputsIn(answered ? this.sureness : this.answer)[0];
  }

  /** What keeps this from being an answer; "" when nothing does. */
  get missing() {
    const said = { number: texts.no_number, one: texts.choose, several: texts.choose, order: "" };
    if (!answers(this.item, this.given)) return said[this.item.ask];
    return this.sure === null ? texts.no_sureness : "";
  }

  /**
   * Show what is right, each reason at what it's about; nothing can be changed any more.
   * @param {import("./judge.js").Verdict} verdict
   */
  reveal({ told, moves }) {
    for (const input of inputsIn(this.element)) input.disabled = true;
    for (const button of this.element.querySelectorAll("button")) button.hidden = true;
    this.field.readOnly = true;
    this.sureness.hidden = true;
    this.element.dataset.revealed = "";
    if (moves) this.lines.mark(moves);
    for (const { about, reason } of told) if (about) this.#explain(about, reason);
  }

  /** @param {Option} option @param {string} reason */
  #explain(option, reason) {
    const at = String((this.item.options ?? []).indexOf(option));
    const input = this.#inputs.find(({ value }) => value === at);
    if (!input) return;
    const missed = !input.checked && this.item.ask === "several";
    const mark = missed ? "missed" : option.right ? "right" : "wrong";
    const label = /** @type {HTMLElement} */ (input.closest("label"));
    label.dataset.mark = mark;
    label.append(make("span", "quiz-mark", texts[/** @type {const} */ (`mark_${mark}`)]));
    label.after(html("div", "quiz-reason", reason));
    if (option.place) this.#drawn(option.place)?.setAttribute("data-mark", mark);
  }

  get #inputs() {
    return inputsIn(this.answer);
  }

  #answer() {
    const { ask, drawing } = this.item;
    if (ask === "number") return this.#number();
    if (ask === "order") return this.#ordering();
    const group = make("div", this.item.code ? "quiz-options quiz-code" : "quiz-options");
    group.role = ask === "one" ? "radiogroup" : "group";
    group.setAttribute("aria-labelledby", "quiz-stem");
    if (ask === "several") group.append(make("p", "quiz-hint", texts.several));
    if (drawing) group.append(make("p", "quiz-hint", texts.place), this.#drawing(drawing));
    group.append(...this.order.map((place) => this.#option(place)));
    group.addEventListener("change", () => this.#mark());
    return group;
  }

  /** @param {number} place */
  #option(place) {
    const { text, line, place: letter } = (this.item.options ?? [])[place];
    const label = make("label", "quiz-option");
    const input = make("input");
    input.type = this.item.ask === "one" ? "radio" : "checkbox";
    input.name = "quiz-option";
    input.value = String(place);
    label.append(input);
    const name = letter ?? line;
    if (name) label.append(make("span", "quiz-line-number", String(name)));
    label.append(html(this.item.code ? "code" : "span", "quiz-text", text));
    return label;
  }

  /** @param {string} svg */
  #drawing(svg) {
    const stage = html("div", "quiz-drawing", svg);
    stage.addEventListener("click", ({ target }) => {
      const place = target instanceof Element ? target.closest("[data-place]") : null;
      const name = place?.getAttribute("data-place") ?? null;
      const at = (this.item.options ?? []).findIndex((option) => option.place === name);
      const input = this.#inputs.find(({ value }) => Number(value) === at);
      if (input && !input.disabled) input.click();
    });
    return stage;
  }

  /** Let the drawing show which place is chosen. */
  #mark() {
    for (const input of this.#inputs) {
      const { place } = (this.item.options ?? [])[Number(input.value)];
      if (place) this.#drawn(place)?.toggleAttribute("data-chosen", input.checked);
    }
  }

  /** @param {string} place */
  #drawn(place) {
    return this.answer.querySelector(`[data-place="${CSS.escape(place)}"]`);
  }

  #number() {
    const label = make("label", "quiz-field");
    const { shown = "", unit, slips = [] } = this.item;
    const places = placesOf(shown);
    const signed = [shown, ...slips.map((slip) => slip.shown)].some((one) => one.startsWith("-"));
    this.field.type = "text";
    this.field.inputMode = signed ? "text" : "decimal"; // a phone's decimal keys have no minus
    this.field.autocomplete = "off";
    this.field.size = 10;
    const asked = places ? fill(texts.number, { places }) : texts.whole;
    label.append(make("span", "", asked), this.field);
    if (unit) label.append(make("span", "quiz-unit", unit));
    this.field.setAttribute("aria-describedby", "quiz-stem");
    return label;
  }

  #ordering() {
    const { element } = this.lines;
    element.className = "quiz-order";
    element.role = "group";
    element.setAttribute("aria-labelledby", "quiz-stem");
    this.lines.order = this.order;
    return element;
  }

  #sureness() {
    const group = make("fieldset", "quiz-sure");
    group.append(make("legend", "", texts.sure));
    SURENESS.forEach((text, step) => {
      const label = make("label", "quiz-option");
      const input = make("input");
      input.type = "radio";
      input.name = "quiz-sure";
      input.value = String(step);
      label.append(input, make("span", "", text));
      group.append(label);
    });
    return group;
  }
}

/** @param {HTMLElement} element @returns {HTMLInputElement[]} what can be chosen in it */
function inputsIn(element) {
  return [...element.querySelectorAll("input")].filter(({ type }) => type !== "text");
}

/**
 * An element with markup of our own build.
 * @param {"div" | "span" | "code"} tag @param {string} className @param {string} markup
 */
export function html(tag, className, markup) {
  const element = make(tag, className);
  element.innerHTML = markup;
  return element;
}
