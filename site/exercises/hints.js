import { strings } from "../kit/generated/strings.js";
import { find, make, press } from "../kit/dom.js";

/**
 * Hints, [data-hints], that [data-hint] shows one by one. A button beside it puts them away; then the
 * first one brings them back as they were.
 * @param {HTMLElement} element
 * @param {() => void} atEnd there are no more
 * @param {(left: number) => void} [shown] how many are still to come
 * @returns {(() => void)[]} each ends a part of it
 */
export function offerHints(element, atEnd, shown = () => {}) {
  const list = find(element, "[data-hints]");
  const more = find(element, "[data-hint]");
  const hide = make("button", "quiet", strings.exercise.hide);
  hide.type = "button";
  hide.title = strings.exercise.hide_hints;
  hide.hidden = true;
  more.after(hide);
  const hints = /** @type {HTMLElement[]} */ ([...list.children]);
  const open = (/** @type {boolean} */ is) => {
    list.hidden = !is;
    hide.hidden = !is;
  };

  function next() {
    const seen = hints.findLast(({ hidden }) => !hidden);
    const hint = list.hidden && seen ? seen : hints.find(({ hidden }) => hidden);
    if (!hint) return atEnd();
    open(true);
    hint.hidden = false;
    hint.focus();
    shown(hints.filter(({ hidden }) => hidden).length);
  }

  function away() {
    open(false);
    more.focus();
  }

  return [press(more, next), press(hide, away), () => hide.remove()];
}
