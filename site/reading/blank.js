import { strings } from "./generated/strings.js";
import { make } from "../kit/dom.js";
import { agrees, readNumbers } from "../kit/number.js";
import { refuse } from "../kit/live.js";
import { fill } from "../kit/text.js";

const texts = strings.blank;
const TRIES = 2; // wrong ones, after which the number may be shown
const WORDS = 8; // before a blank, by which it is told from others

/**
 * A number that the reader works out: [data-blank] with the answer, as shown, [data-within],
 * how far off is still right, and [data-slips], which names the mistake behind a wrong number.
 * Once it is right or shown, that is kept under [data-name].
 * @type {import("../kit/mount.js").Mount<{ store: import("../kit/store.js").Store }>}
 */
export function mount(element, { store }) {
  const key = `filled:${element.dataset.name}`;
  const answer = element.dataset.blank ?? "";
  /** @type {Record<string, string>} */
  const slips = JSON.parse(element.dataset.slips ?? "{}");
  const within = Number(element.dataset.within);
  const field = make("input", "blank-field");
  const said = make("span", "blank-said");
  const show = make("button", "quiet blank-show", texts.show);
  let wrong = 0;
  let judged = ""; // leaving the field after Enter is no second try
  field.type = "text";
  field.inputMode = "decimal";
  field.autocomplete = "off";
  field.size = answer.length + 1;
  field.ariaLabel = nameOf(element);
  said.ariaLive = "polite";
  show.type = "button";
  show.hidden = true;

  function judge() {
    const written = field.value.trim();
    if (!written || written === judged) return;
    judged = written;
    const given = readNumbers(written);
    if (given.some((number) => Math.abs(number - Number(answer)) <= within)) return settle("right");
    element.dataset.result = "wrong";
    refuse(field, said, refusal(given, written));
    wrong += 1;
    show.hidden = wrong < TRIES;
  }

  /** @param {number[]} given what may be meant @param {string} written */
  function refusal(given, written) {
    if (!given.length) return texts.no_number;
    const slip = Object.keys(slips).find((shown) => given.some((number) => agrees(number, shown)));
    return slip
      ? fill(texts.slip, { given: written, reason: slips[slip] })
      : fill(texts.wrong, { given: written });
  }

  /** @param {"right" | "shown"} result */
  function settle(result) {
    element.dataset.result = result;
    said.textContent = result === "right" ? texts.right : "";
    field.value = answer;
    field.ariaInvalid = null;
    field.readOnly = true;
    show.hidden = true;
    if (store.get(key) !== result) store.set(key, result);
  }

  field.addEventListener("change", judge);
  field.addEventListener("keydown", ({ key }) => key === "Enter" && judge());
  show.addEventListener("click", () => {
    settle("shown");
    field.focus();
  });
  const before = store.get(key);
  if (before !== null) settle(before === "shown" ? "shown" : "right");
  element.replaceChildren(field, said, show);
  return () => element.replaceChildren();
}

/**
 * What a blank is called: which of its page's it is, and the words before it in its line, or the
 * heads of its row and its column.
 * @param {HTMLElement} element
 */
function nameOf(element) {
  const all = [...document.querySelectorAll("[data-blank]")];
  const before = inTable(element) || wordsBefore(element);
  return fill(texts.label, { number: all.indexOf(element) + 1, before }).trim();
}

/** @param {HTMLElement} element */
function inTable(element) {
  const cell = element.closest("td");
  const row = cell?.closest("tr");
  const head = cell?.closest("table")?.tHead?.rows[0]?.cells[cell.cellIndex];
  const side = row?.cells[0] === cell ? undefined : row?.cells[0];
  return [side, head]
    .map((one) => tidy(one?.textContent ?? ""))
    .filter(Boolean)
    .join(", ");
}

/** @param {HTMLElement} element */
function wordsBefore(element) {
  const line = element.closest("p, li, dd, figcaption, td") ?? element;
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEndBefore(element);
  const blanks = [...line.querySelectorAll("[data-blank]")];
  const last = blanks[blanks.indexOf(element) - 1];
  if (last) range.setStartAfter(last);
  const words = tidy(range.toString().replace(/^[\s,;.:)]+/, "")).split(" ");
  return words.slice(-WORDS).join(" ");
}

/** @param {string} text */
function tidy(text) {
  return text.replace(/\s+/g, " ").trim();
}
