import { course } from "../kit/generated/course.js";
import { strings } from "./generated/strings.js";
import { callAll, find, hide, inNextFrame, press } from "../kit/dom.js";
import { saveAs } from "../kit/files.js";
import { exported, forgetAll, parsed, tally, takeOver } from "./tally.js";
import { fill } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../kit/store.js").Store} store
 */

const texts = strings.progress;
const KINDS = /** @type {const} */ ([
  "cells",
  "exercises",
  "predictions",
  "blanks",
  "tasks",
  "questions",
]);
const FILE = `${course.id}-progress`;

/**
 * The page of the learner's progress, [data-progress-page]: what is done in each lesson, and
 * taking it along as a file, bringing it back, forgetting it.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { store }) {
  const note = find(element, "[data-note]");
  const undoButton = find(element, "[data-undo]");
  const file = /** @type {HTMLInputElement} */ (find(element, "[data-file]"));
  const learner = /** @type {HTMLInputElement} */ (find(element, "[data-learner]"));
  /** @type {(() => void) | null} */
  let undo = null;

  function show() {
    for (const row of element.querySelectorAll("[data-progress]")) {
      const found = tally(store, /** @type {HTMLElement} */ (row));
      for (const kind of KINDS) {
        const { done, total } = found[kind];
        find(row, `[data-count=${kind}]`).textContent = total ? `${done} / ${total}` : "–";
      }
    }
  }

  /** @param {string} text @param {() => void} [back] undoes what was done */
  function say(text, back) {
    note.textContent = text;
    undo = back ?? null;
    if (back) undoButton.hidden = false;
    else hide(undoButton, find(element, "[data-export]"));
  }

  function save() {
    const name = learner.value.trim();
    const saved = `${[FILE, inFileName(name)].filter(Boolean).join("-")}.json`;
    saveAs(saved, exported(store, name), "application/json");
    say(fill(texts.exported, { file: saved }));
  }

  async function bring() {
    const chosen = file.files?.[0];
    file.value = ""; // so that the same file can be chosen again
    if (!chosen) return;
    const read = parsed(await chosen.text().catch(() => ""));
    if ("refused" in read) {
      const reason = texts[/** @type {const} */ (`refused_${read.refused}`)];
      return say(fill(texts.refused, { file: chosen.name, reason }));
    }
    const count = Object.keys(read.entries).length;
    say(fill(texts.imported, { count }), takeOver(store, read.entries));
  }

  const asked = /** @type {HTMLDialogElement} */ (find(element, "[data-forget-asked]"));
  const answered = () => asked.returnValue === "yes" && say(texts.forgotten, forgetAll(store));
  asked.addEventListener("close", answered);

  show();
  const cleanups = [
    store.changed.on(inNextFrame(show)), // once for all that a file brings
    press(find(element, "[data-export]"), save),
    press(find(element, "[data-import]"), () => file.click()),
    press(find(element, "[data-forget]"), () => {
      asked.returnValue = "";
      asked.showModal();
    }),
    () => asked.removeEventListener("close", answered),
    press(undoButton, () => {
      undo?.();
      say(texts.undone);
    }),
  ];
  file.addEventListener("change", bring);
  cleanups.push(() => file.removeEventListener("change", bring));
  return () => callAll(cleanups);
}

/** A name without what a file's name may not have. @param {string} name */
function inFileName(name) {
  return name
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
