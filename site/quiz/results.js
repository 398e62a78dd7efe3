import { strings as shared } from "../kit/generated/strings.js";
import { strings } from "./generated/strings.js";
import { make } from "../kit/dom.js";
import { SURENESS } from "./question.js";
import { fill } from "../kit/text.js";

/**
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./record.js").Answer} Answer
 * @typedef {{ item: Item, answer: Answer }} Done
 */

const texts = strings.quiz;

/**
 * What a sitting has shown: by lesson, by how sure, what to read again; and what comes back when.
 * @param {Done[]} done
 * @param {Record<string, string>} titles of the lessons
 * @param {string[]} dates at which questions come back, of all sittings
 */
export function results(done, titles, dates) {
  const element = make("div", "quiz-results");
  const lessons = Object.keys(titles).filter((slug) =>
    done.some((one) => one.item.lesson === slug),
  );
  element.append(
    table(
      texts.by_lesson,
      lessons.map((slug) => [titles[slug], done.filter((one) => one.item.lesson === slug)]),
    ),
    table(
      texts.by_sureness,
      SURENESS.map((text, step) => [text, done.filter(({ answer }) => answer.sure === step)]),
    ),
    make("p", "", calibration(done)),
    ...again(done),
    ...comingBack(dates),
  );
  return element;
}

/** @param {Done[]} done */
export function score(done) {
  return fill(texts.score, { right: countRight(done), count: done.length });
}

/** @param {Done[]} done */
function countRight(done) {
  return done.filter(({ answer }) => answer.right).length;
}

/** @param {string} title @param {[string, Done[]][]} rows */
function table(title, rows) {
  const element = make("table", "quiz-table");
  element.append(make("caption", "", title));
  const body = element.createTBody();
  for (const [name, done] of rows) {
    const row = body.insertRow();
    const head = make("th", "", name);
    head.scope = "row";
    const count = fill(texts.of, { right: countRight(done), count: done.length });
    row.append(head, make("td", "", done.length ? count : texts.none));
  }
  return element;
}

/** What it says that one was sure and wrong, or unsure and right. @param {Done[]} done */
function calibration(done) {
  const overrated = done.filter(({ answer }) => answer.sure === 2 && !answer.right).length;
  const lucky = done.filter(({ answer }) => answer.sure === 0 && answer.right).length;
  if (overrated) return fill(texts.overrated, { count: overrated });
  const fairly = done.filter(({ answer }) => answer.sure === 1);
  const right = countRight(fairly);
  if (right < fairly.length / 2) return fill(texts.shaky, { right, count: fairly.length });
  return lucky ? fill(texts.lucky, { count: lucky }) : texts.calibrated;
}

/** @param {Done[]} done */
function again(done) {
  const missed = done
    .filter(({ answer }) => !answer.right)
    .sort((one, other) => other.answer.sure - one.answer.sure);
  /** @type {Map<string, Done>} */
  const places = new Map();
  for (const one of missed) if (!places.has(one.item.see.href)) places.set(one.item.see.href, one);
  if (!places.size) return [make("p", "", texts.nothing_again)];
  const list = make("ul", "quiz-again");
  for (const [href, { item, answer }] of places) {
    const entry = make("li");
    entry.append(link(href, item.see.text), answer.sure === 2 ? ` ${texts.was_certain}` : "");
    list.append(entry);
  }
  return [make("h3", "", texts.again), list];
}

/** @param {string[]} dates */
function comingBack(dates) {
  if (!dates.length) return [make("p", "", texts.nothing_back)];
  const list = make("ul", "quiz-back");
  for (const date of new Set([...dates].sort())) {
    const count = dates.filter((other) => other === date).length;
    const on = new Date(`${date}T12:00`).toLocaleDateString(shared.words.language, {
      dateStyle: "full",
    });
    list.append(make("li", "", fill(texts.back, { count, on })));
  }
  return [make("h3", "", texts.coming_back), list];
}

/** @param {string} href @param {string} text */
export function link(href, text) {
  const element = make("a", "", text);
  element.href = href;
  return element;
}
