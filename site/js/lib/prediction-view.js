import { find } from "./dom.js";
import { fill, percent } from "./text.js";

const SIDE = 28;

/**
 * Shows a prediction inside `element`: attributes, bars, the sentence, the image seen.
 * @param {HTMLElement} element
 * @param {Record<string, string>} texts the strings of [pad]
 */
export function createPredictionView(element, texts) {
  const target = find(element, "[data-prediction]");
  const verdict = find(element, "[data-verdict]");
  const spoken = find(element, "[data-spoken]");
  const seen = /** @type {HTMLCanvasElement} */ (find(element, "[data-seen]"));
  const bars = [...element.querySelectorAll("[data-bar]")];
  /** @type {import("../services/recogniser.js").Prediction | null} */
  let shown = null;

  function drawSeen() {
    if (shown) drawImage(seen, shown.image);
    seen.setAttribute("aria-label", blank(shown) ? texts.seen_blank : texts.seen_image);
  }

  return {
    /**
     * @param {import("../services/recogniser.js").Prediction} prediction
     * @param {number} strokes finished strokes that it covers
     * @param {boolean} drawing whether the pen is down
     */
    show(prediction, strokes, drawing) {
      shown = prediction;
      writeAttributes(target, prediction, strokes);
      bars.forEach((bar, digit) => showBar(bar, digit, prediction));
      verdict.textContent = sentence(prediction, texts);
      if (!drawing) spoken.textContent = verdict.textContent;
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
 * @param {import("../services/recogniser.js").Reading} prediction
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
 * @param {import("../services/recogniser.js").Reading} prediction
 */
export function showBar(bar, digit, prediction) {
  const share = blank(prediction) ? 0 : prediction.probabilities[digit];
  const likeliest = !blank(prediction) && digit === prediction.digit;
  bar.classList.toggle("likeliest", likeliest && prediction.state === "digit");
  find(bar, "[data-fill]").style.width = `${(100 * share).toFixed(1)}%`;
  find(bar, "[data-percent]").textContent = `${percent(share)} %`;
}

/**
 * What the page says of a prediction.
 * @param {import("../services/recogniser.js").Reading} prediction
 * @param {Record<string, string>} texts
 */
export function sentence({ state, reason, digit, confidence, probabilities }, texts) {
  if (state === "not-a-digit") return texts[`not_${reason}`];
  const second = probabilities.indexOf(Math.max(...probabilities.filter((_, i) => i !== digit)));
  const candidates = fill(texts[state], {
    digit,
    second,
    percent: percent(confidence),
    second_percent: percent(probabilities[second]),
  });
  const why = state === "unsure" && texts[`why_${reason}`]; // none where it is like a digit
  return why ? `${candidates} ${why}` : candidates;
}

/**
 * Each of the 28 x 28 values as one square of the text's colour, the more ink the darker.
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} image
 */
function drawImage(canvas, image) {
  const context = canvas.getContext("2d");
  if (!context) return;
  context.clearRect(0, 0, SIDE, SIDE);
  context.fillStyle = getComputedStyle(canvas).color;
  image.forEach((value, i) => {
    context.globalAlpha = Math.min(1, Math.max(0, value));
    context.fillRect(i % SIDE, Math.floor(i / SIDE), 1, 1);
  });
}
