import { strings } from "../kit/generated/strings.js";
import { find, make } from "../kit/dom.js";
import { fill } from "../kit/text.js";

const texts = strings.exercise;

/**
 * What a pass leads to: how many of the page's exercises are solved, our solution to compare with,
 * and the next exercise, or else the next page.
 * @param {HTMLElement} element the exercise
 * @param {(id: string) => boolean} isPassed
 */
export function afterPass(element, isPassed) {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-exercise]")]);
  const open = all.filter((one) => !isPassed(one.dataset.exercise ?? ""));
  const later = open.find((one) => all.indexOf(one) > all.indexOf(element)) ?? open[0];
  const counts = { done: all.length - open.length, total: all.length };
  const part = make("div", "exercise-next");
  part.append(make("p", "", fill(open.length ? texts.solved : texts.all_solved, counts)));
  part.append(ours(element), ...(later ? [exerciseLink(later)] : onward()));
  return part;
}

/** @param {HTMLElement} element */
function ours(element) {
  const details = make("details");
  const solution = find(element, "[data-solution] pre").cloneNode(true);
  details.append(make("summary", "", texts.ours), solution);
  return details;
}

/** @param {HTMLElement} exercise */
function exerciseLink(exercise) {
  const link = make("a", "button");
  link.href = `#${find(exercise, "h3").id}`;
  link.textContent = fill(texts.next, { title: find(exercise, "[data-title]").textContent });
  return link;
}

/** The way to the next page, as it stands at this one's end. */
function onward() {
  const next = document.querySelector(".onward [rel=next]");
  if (!(next instanceof HTMLAnchorElement)) return [];
  const link = make(
    "a",
    "button",
    fill(texts.next_page, { title: next.lastChild?.textContent ?? "" }),
  );
  link.href = next.href;
  return [link];
}
