import { strings } from "../kit/generated/strings.js";
import { CodeBox } from "../cells/code-box.js";
import { thereAndBack } from "../cells/there-and-back.js";
import { callAll, find, make, press, withCode } from "../kit/dom.js";
import { heatMaps } from "./heat-map.js";
import { offerHints } from "./hints.js";
import { afterPass } from "./passed.js";
import * as scroller from "../reading/scroller.js";
import { PythonError } from "../python/error.js";
import { rulesFor, said } from "../python/said.js";
import { fill } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../cells/editor.js").Editors} editors
 * @property {import("../python/service.js").Python} python
 * @property {import("../kit/store.js").Store} store
 */

const LIMIT = 20; // seconds; the checker ends most endless loops itself, much earlier
const texts = { ...strings.cell, ...strings.exercise };

/** @typedef {import("../kit/generated/operations.js").tell_Verdict} Verdict */

/**
 * An exercise: [data-exercise] with [data-code], [data-feedback], [data-hints] and its buttons.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { store, python, ...services }) {
  const id = element.dataset.exercise ?? "";
  const [lesson, name] = id.split("/");
  const passedKey = `passed:${id}`;
  const note = find(element, "[data-note]");
  const say = (/** @type {string} */ text) => (note.textContent = text);
  const button = find(element, "[data-check]");
  const passed = find(element, "[data-passed]");
  const title = find(element, "[data-title]").textContent ?? "";
  const label = fill(texts.code, { title });
  const box = new CodeBox(
    element,
    { store, python, ...services },
    { key: `exercise:${id}`, label, texts, onRun: () => void check(), onEdit: follow, say },
  );
  const isPassed = (/** @type {string} */ other) => store.get(`passed:${other}`) !== null;
  passed.hidden = !isPassed(id);
  /** @type {string | null} the code that the last verdict is on */
  let checked = null;
  /** @type {number | null} the line that it marks */
  let marked = null;

  async function check() {
    if (button.ariaDisabled === "true") return;
    button.ariaDisabled = "true";
    say(texts.checking);
    box.vouch();
    const code = box.code;
    const verdict = await ask(code);
    const message = said(shortened(verdict), await rulesFor(`exercises/${name}`, "exercises"));
    button.ariaDisabled = null;
    say(box.code === code ? "" : texts.edited_since);
    if (box.code !== code) return;
    [checked, marked] = [code, verdict.line ?? null];
    show(verdict, message);
  }

  /** The verdict is on the code that was checked: it goes with it, and comes back with it. */
  function follow() {
    const same = box.code === checked;
    find(element, "[data-feedback]").hidden = !same;
    box.mark(same ? marked : null);
  }

  /** @param {string} code @returns {Promise<Verdict>} */
  async function ask(code) {
    const options = {
      timeout: LIMIT,
      name: texts.name,
      onWait: (/** @type {string} */ other) => say(fill(strings.python.waits, { name: other })),
      onStart: () => say(texts.checking),
    };
    try {
      return await python.call("exercises.check", { lesson, name, code }, options);
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      return { result: "error", message: error.details.message ?? texts.failed };
    }
  }

  /** @param {Verdict} verdict @param {import("../python/said.js").Part[]} message */
  function show(verdict, message) {
    box.mark(marked);
    if (verdict.result === "pass") {
      store.set(passedKey, box.code); // the project trains with what passed, whatever comes after
      passed.hidden = false;
    }
    showFeedback(feedback, verdict, message);
    if (verdict.result === "pass") feedback.append(afterPass(element, isPassed));
  }

  /** The solution comes after the last hint. @param {number} left */
  const offerSolution = (left) => (find(element, "[data-solution]").hidden = left > 0);

  const feedback = find(element, "[data-feedback]");
  const cleanups = [
    thereAndBack(element, feedback, box),
    press(button, check),
    ...offerHints(element, () => say(texts.no_more_hints), offerSolution),
    () => box.destroy(),
  ];
  return () => callAll(cleanups);
}

/** The message alone tells all, as on a command line; with `actual` there's a table for that. @param {Verdict} verdict */
function shortened({ message, actual }) {
  return actual ? message.split("\n")[0] : message;
}

/** @param {HTMLElement} element @param {Verdict} verdict @param {import("../python/said.js").Part[]} message */
function showFeedback(element, verdict, message) {
  element.dataset.result = verdict.result;
  element.ariaLabel = /** @type {Record<string, string>} */ (texts)[`feedback_${verdict.result}`];
  if (verdict.diagnosis) element.dataset.diagnosis = verdict.diagnosis;
  else delete element.dataset.diagnosis;
  const sentence = make("p", "exercise-message");
  for (const { text, language } of message) {
    const part = language ? make("span") : sentence;
    if (language) part.lang = language;
    part.append(...withCode(text, "").childNodes);
    if (language) sentence.append(part);
  }
  element.replaceChildren(sentence);
  if (verdict.actual) element.append(comparison(verdict));
  if (verdict.gradients) element.append(heatMaps(verdict.gradients, texts));
  if (verdict.printed) element.append(printed(verdict.printed));
  if (verdict.see) {
    const link = make("a", "", texts.see);
    link.href = verdict.see;
    element.append(link);
  }
  element.hidden = false;
  element.focus(); // what was found is read out, and seen on a small screen
}

/** The smallest failing input with what was expected and what came. @param {Verdict} verdict */
function comparison(verdict) {
  const list = make("dl", "exercise-comparison");
  const rows = /** @type {const} */ (["call", "expected", "actual"]);
  for (const row of rows) {
    const text = row !== "call" && verdict.gradients ? null : verdict[row]; // the heat maps show it
    if (text) list.append(make("dt", "", texts[row]), make("dd", "", text));
  }
  return list;
}

/** What the program printed on the way to the shown case. @param {string} text */
function printed(text) {
  const all = make("div", "exercise-printed");
  all.append(make("p", "", texts.printed), make("pre", "", text));
  scroller.mount(find(all, "pre"), {});
  return all;
}
