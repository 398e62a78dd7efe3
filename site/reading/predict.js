import { strings } from "./generated/strings.js";
import { callAll, find, make, press } from "../kit/dom.js";
import { refuse } from "../kit/live.js";
import { agrees, readNumbers } from "../kit/number.js";
import { withMinus } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../kit/store.js").Store} store
 */

const texts = strings.predict;

/**
 * A prediction: [data-predict] with a form and [data-outcome], which shows once the learner has
 * committed to an answer. The right one is the label with data-right, or the number in data-answer;
 * one with data-unsure predicts nothing, so it isn't wrong.
 * What was predicted first is kept; a wrong one may be tried again, once. It is never graded.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { store }) {
  const key = `predicted:${element.dataset.predict}`;
  const form = /** @type {HTMLFormElement} */ (find(element, "form"));
  const outcome = find(element, "[data-outcome]");
  const note = find(element, "[data-note]");
  const again = find(element, "[data-again]");
  const verdict = find(element, "[data-judged]");
  /** @type {string | null} */
  let first = store.get(key);

  /** @param {string} given @param {boolean} [second] */
  function reveal(given, second = false) {
    const right = mark(element, given);
    const changed = second && !isUnsure(element, first ?? given);
    const [yes, wrong] = changed ? [texts.now_right, texts.now_wrong] : [texts.right, texts.wrong];
    const no = isUnsure(element, given) ? texts.unsure : wrong;
    const answer = nodesOf(element, null);
    const [mine, before] = [nodesOf(element, given), nodesOf(element, first ?? given)];
    say(verdict, right ? yes : no, { mine, answer, first: before });
    /** @type {HTMLElement} */ (verdict.parentElement).hidden = false;
    again.hidden = right || second;
    outcome.hidden = false;
    element.dataset.committed = "true";
    enable(false);
  }

  /** @param {boolean} on */
  function enable(on) {
    for (const field of form.elements) field.toggleAttribute("disabled", !on);
  }

  function ask() {
    delete element.dataset.committed;
    outcome.hidden = true;
    form.reset();
    enable(true);
  }

  /** @param {SubmitEvent} event */
  function commit(event) {
    event.preventDefault();
    const given = answerIn(form);
    if (given === null) {
      const field = /** @type {HTMLInputElement} */ (form.querySelector("[name=answer]"));
      refuse(field, note, field.type === "radio" ? texts.choose : texts.no_number);
      return field.focus();
    }
    note.textContent = "";
    const second = first !== null;
    if (!second) store.set(key, (first = given));
    reveal(given, second);
    outcome.focus();
  }

  function tryAgain() {
    ask();
    mark(element, null);
    form.querySelector("input")?.focus();
  }

  if (first === null) ask();
  else reveal(first);
  form.addEventListener("submit", commit);
  const cleanups = [press(again, tryAgain), () => form.removeEventListener("submit", commit)];
  return () => callAll(cleanups);
}

/** The answer as the learner saw or wrote it. @param {HTMLFormElement} form */
function answerIn(form) {
  const chosen = form.querySelector("[type=radio]:checked");
  if (chosen) return textOf(/** @type {HTMLLabelElement} */ (chosen.closest("label")));
  const field = form.querySelector("[type=text]");
  const written = field instanceof HTMLInputElement ? field.value.trim() : "";
  return readNumbers(written).length ? written : null;
}

/** @param {HTMLElement} element @returns {HTMLLabelElement[]} its answers to choose from */
function options(element) {
  return [...element.querySelectorAll("label")].filter((one) => one.querySelector("[data-text]"));
}

/** @param {HTMLLabelElement} option */
function textOf(option) {
  const text = find(option, "[data-text]");
  return text.dataset.text || text.textContent.trim(); // the original's, in every language
}

/** Whether an answer predicts nothing. @param {HTMLElement} element @param {string} given */
function isUnsure(element, given) {
  return options(element).some((one) => "unsure" in one.dataset && textOf(one) === given);
}

/**
 * Mark the right answer and the learner's; without one, none.
 * @param {HTMLElement} element @param {string | null} given
 * @returns {boolean} whether it is the right one
 */
function mark(element, given) {
  for (const option of options(element)) {
    const [right, mine] = ["right" in option.dataset, textOf(option) === given];
    const predicted = mine && !("unsure" in option.dataset);
    const words = [right && texts.mark_right, predicted && texts.mark_mine].filter(Boolean);
    find(option, "[data-mark]").textContent = given === null ? "" : words.join(", ");
    option.dataset.result = given === null ? "" : right ? "right" : predicted ? "wrong" : "";
    /** @type {HTMLInputElement} */ (find(option, "input")).checked = mine;
  }
  const { answer } = element.dataset;
  if (answer === undefined) return element.querySelector("[data-result=right] :checked") !== null;
  return readNumbers(given ?? "").some((number) => agrees(number, answer));
}

/**
 * What an answer looks like; an earlier one may no longer be among those to choose from.
 * @param {HTMLElement} element @param {string | null} given the right one if null
 * @returns {Node[]}
 */
function nodesOf(element, given) {
  const option = options(element).find((one) => {
    return given === null ? "right" in one.dataset : textOf(one) === given;
  });
  if (!option) return [new Text(given ?? withMinus(element.dataset.answer ?? ""))];
  return [...find(option, "[data-text]").cloneNode(true).childNodes];
}

/** Say a text whose {names} are nodes. @param {HTMLElement} place @param {string} text @param {Record<string, Node[]>} named */
function say(place, text, named) {
  const pieces = text.split(/\{(\w+)\}/).map((piece, at) => {
    if (at % 2 === 0) return piece;
    const shown = make("strong");
    shown.append(...named[piece]);
    return shown;
  });
  place.replaceChildren(...pieces);
}
