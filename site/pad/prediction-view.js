import { find } from "../kit/dom.js";
import { withArticle } from "./article.js";
import { drawOpacity } from "../kit/picture.js";
import { fill, percent } from "../kit/text.js";

const SIDE = 28;

/**
 * Shows a prediction inside `element`: attributes, bars, the sentence, where there is a place for
 * it the image seen.
 * @param {HTMLElement} element
 * @param {Record<string, string>} texts the strings of [pad]
 * @param {"" | "-own"} whose the full model's answer, or that of the learner's network
 */
export function createPredictionView(element, texts, whose = "") {
  const target = find(element, `[data-prediction${whose}]`);
  const verdict = find(element, `[data-verdict${whose}]`);
  const spoken = find(element, `[data-spoken${whose}]`);
  const seen = /** @type {HTMLCanvasElement | null} */ (
    element.querySelector(`[data-seen${whose}]`)
  );
  const bars = [...element.querySelectorAll(`[data-bar${whose}]`)];
  /** @type {import("./recogniser.js").Prediction | null} */
  let shown = null;

  function drawSeen() {
    if (!seen) return;
    if (shown) drawOpacity(seen, shown.image, SIDE);
    seen.setAttribute("aria-label", blank(shown) ? texts.seen_blank : texts.seen_image);
  }

  return {
    /**
     * @param {import("./recogniser.js").Prediction} prediction
     * @param {number} strokes finished strokes that it covers
     * @param {boolean} drawing whether the pen is down
     * @param {string} [before] what only screen readers are told first
     */
    show(prediction, strokes, drawing, before = "") {
      shown = prediction;
      writeAttributes(target, prediction, strokes);
      bars.forEach((bar, digit) => showBar(bar, digit, prediction));
      verdict.textContent = sentence(prediction, texts);
      if (!drawing) spoken.textContent = `${before} ${verdict.textContent}`.trim();
      drawSeen();
    },
    /**
     * @param {string} text why there is no prediction
     * @param {boolean} aloud also to screen readers
     */
    say(text, aloud) {
      verdict.textContent = text;
      if (aloud) spoken.textContent = text;
    },
    /** The theme changed. */
    drawSeen,
  };
}

/** @param {{ state: string } | null} prediction */
function blank(prediction) {
  return !prediction || prediction.state === "blank";
}

/**
 * The page contract: a blank pad has no likeliest digit.
 * @param {HTMLElement} target
 * @param {import("./recogniser.js").Reading} prediction
 * @param {number} strokes
 */
export function writeAttributes({ dataset }, prediction, strokes) {
  const nothing = blank(prediction);
  const probabilities = prediction.probabilities.map((share) => (nothing ? 0 : share));
  dataset.state = prediction.state;
  dataset.strokes = String(strokes);
  dataset.confidence = String(nothing ? 0 : prediction.confidence);
  dataset.probabilities = JSON.stringify(probabilities);
  if (nothing) delete dataset.digit;
  else dataset.digit = String(prediction.digit);
  dataset.revision = String(Number(dataset.revision) + 1);
}

/**
 * @param {Element} bar
 * @param {number} digit
 * @param {import("./recogniser.js").Reading} prediction
 */
export function showBar(bar, digit, prediction) {
  const share = blank(prediction) ? 0 : prediction.probabilities[digit];
  const likeliest = !blank(prediction) && digit === prediction.digit;
  bar.classList.toggle("likeliest", likeliest && prediction.state === "digit");
  find(bar, "[data-fill]").style.width = `${(100 * share).toFixed(1)}%`;
  find(bar, "[data-percent]").textContent = `${percent(share)}%`;
}

/**
 * What the page says of a prediction.
 * @param {import("./recogniser.js").Reading} prediction
 * @param {Record<string, string>} texts
 */
export function sentence({ state, reason, digit, confidence, probabilities }, texts) {
  if (state === "not-a-digit") return texts[`not_${reason}`];
  const second = probabilities.indexOf(Math.max(...probabilities.filter((_, i) => i !== digit)));
  const second_percent = percent(probabilities[second]);
  const alone = state === "unsure" && second_percent === "0" ? "_alone" : "";
  const candidates = fill(texts[state + alone], {
    a_digit: withArticle(digit),
    a_second: withArticle(second),
    percent: percent(confidence),
    second_percent,
  });
  const why = state === "unsure" && texts[`why_${reason}`]; // none where it is like a digit
  return why ? `${candidates} ${why}` : candidates;
}
