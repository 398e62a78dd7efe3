import { strings } from "../kit/generated/strings.js";
import { make } from "../kit/dom.js";
import { agrees, readNumber } from "../kit/number.js";
import { fill } from "../kit/text.js";

const texts = strings.blank;
const TRIES = 2; // wrong ones, after which the number may be shown

/**
 * A number that the reader works out: [data-blank] with the answer, as shown, [data-within],
 * how far off is still right, and [data-slips], which names the mistake behind a wrong number.
 * @type {import("../kit/mount.js").Mount}
 */
export function mount(element) {
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
  field.ariaLabel = texts.label;
  said.role = "status";
  show.type = "button";
  show.hidden = true;

  function judge() {
    const written = field.value.trim();
    if (!written || written === judged) return;
    judged = written;
    const given = readNumber(written);
    const right = given !== null && Math.abs(given - Number(answer)) <= within;
    element.dataset.result = right ? "right" : "wrong";
    said.textContent = right ? texts.right : refusal(given, written);
    if (right) return settle();
    wrong += 1;
    show.hidden = wrong < TRIES;
  }

  /** @param {number | null} given @param {string} written */
  function refusal(given, written) {
    if (given === null) return texts.no_number;
    const slip = Object.keys(slips).find((number) => agrees(given, number));
    return slip
      ? fill(texts.slip, { given: written, reason: slips[slip] })
      : fill(texts.wrong, { given: written });
  }

  function settle() {
    field.value = answer;
    field.readOnly = true;
    show.hidden = true;
  }

  field.addEventListener("change", judge);
  field.addEventListener("keydown", ({ key }) => key === "Enter" && judge());
  show.addEventListener("click", () => {
    element.dataset.result = "shown";
    said.textContent = "";
    settle();
    field.focus();
  });
  element.replaceChildren(field, said, show);
  return () => element.replaceChildren();
}
