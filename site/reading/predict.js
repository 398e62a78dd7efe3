import { strings } from "../kit/generated/strings.js";
import { find } from "../kit/dom.js";
import { readNumber } from "../kit/number.js";
import { fill } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../kit/store.js").Store} store
 */

const texts = strings.predict;

/**
 * A prediction: [data-predict] with a form and [data-outcome], which shows once the learner has
 * committed to an answer. It is kept, shown beside the outcome, and never graded.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { store }) {
  const key = `predicted:${element.dataset.predict}`;
  const form = /** @type {HTMLFormElement} */ (find(element, "form"));
  const outcome = find(element, "[data-outcome]");
  const note = find(element, "[data-note]");

  /** @param {string} answer */
  function reveal(answer) {
    const mine = find(element, "[data-mine]");
    mine.textContent = fill(texts.mine, { answer });
    mine.hidden = false;
    outcome.hidden = false;
    element.dataset.committed = "true";
    enable(false);
  }

  /** @param {boolean} on */
  function enable(on) {
    for (const field of form.elements) field.toggleAttribute("disabled", !on);
  }

  /** @param {SubmitEvent} event */
  function commit(event) {
    event.preventDefault();
    const answer = answerIn(form);
    if (answer === null) {
      note.textContent = form.querySelector("[type=radio]") ? texts.choose : texts.no_number;
      return;
    }
    note.textContent = "";
    store.set(key, answer);
    reveal(answer);
    outcome.focus();
  }

  const before = store.get(key);
  if (before === null) {
    outcome.hidden = true;
    enable(true);
  } else reveal(before);
  form.addEventListener("submit", commit);
  return () => form.removeEventListener("submit", commit);
}

/** The answer as the learner saw or wrote it. @param {HTMLFormElement} form */
function answerIn(form) {
  const chosen = form.querySelector("[type=radio]:checked");
  if (chosen) return chosen.closest("label")?.textContent?.trim() ?? null;
  const field = form.querySelector("[type=text]");
  const written = field instanceof HTMLInputElement ? field.value.trim() : "";
  return readNumber(written) === null ? null : written;
}
