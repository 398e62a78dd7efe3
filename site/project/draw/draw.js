import { strings as shared } from "../../pad/generated/strings.js";
import { withArticle } from "../../pad/article.js";
import { strings } from "../generated/strings.js";
import { callAll, find } from "../../kit/dom.js";
import { createLatest } from "../../kit/latest.js";
import { bytesOf } from "../state/images.js";
import { createPredictionView } from "../../pad/prediction-view.js";
import { fill, reason } from "../../kit/text.js";
import { isWhole } from "../../pad/drawing.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../../pad/drawing.js").Drawing} drawing
 * @property {import("../project.js").Project} project
 * @property {import("../../pad/recogniser.js").Recogniser} recogniser
 */

const texts = strings.draw;
const REFRESH = 300; // ms between two answers to one drawing while the network trains
const PATIENCE = 100; // ms that the pictures wait for the learner's network, which may be busy

/**
 * Two models beside one pad, [data-project=draw]: the learner's own network answers, too.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const draw = new Draw(element, services);
  return () => callAll(draw.cleanups);
}

class Draw {
  #answered = 0;
  /** @type {import("../../pad/drawing.js").Drawn | null} told to screen readers, once */
  #spoken = null;
  #timer = 0;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, services) {
    this.element = element;
    this.services = services;
    this.view = createPredictionView(element, shared.pad, "-own");
    const { project } = services;
    const newest = createLatest(() => this.#answer());
    this.cleanups = [
      newest.stop,
      services.drawing.read.on((reading) => {
        this.#showRates(reading);
        newest.ask();
        this.#timer ||= window.setTimeout(() => this.#settle(services.drawing.reading), PATIENCE);
      }),
      () => clearTimeout(this.#timer),
      project.watch({
        network: newest.ask,
        python: newest.ask,
        slice: () => performance.now() - this.#answered > REFRESH && newest.ask(),
      }),
    ];
    void project.network.recall();
    newest.ask();
  }

  /** @param {import("../../pad/drawing.js").Drawn | null} reading */
  #settle(reading) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.services.drawing.settle(reading);
  }

  async #answer() {
    const { reading } = this.services.drawing;
    await this.#ask(reading);
    this.#settle(reading);
  }

  /** @param {import("../../pad/drawing.js").Drawn | null} reading */
  async #ask(reading) {
    const { project, recogniser } = this.services;
    const { state } = project.network;
    this.element.dataset.own = state;
    if (state === "none" || state === "failed") return this.view.say(texts[`own_${state}`], false);
    if (!reading) return this.view.say(texts.own_no_image, false);
    if (state === "waiting") this.view.say(texts.own_waiting, false);
    try {
      const { logits } = await project.network.ask("project.predict_own", {
        image: [...bytesOf(reading.prediction.image)],
      });
      const own = await recogniser.readOut(logits, reading.prediction);
      this.view.show(own, reading.finished, !reading.lifted || reading === this.#spoken);
      this.#spoken = reading;
      this.#answered = performance.now();
      this.#compare(reading, own);
    } catch (error) {
      this.element.dataset.own = "failed";
      this.view.say(fill(texts.own_error, { reason: reason(error) }), true);
    }
  }

  /**
   * How often an answer such as this one is right. It was measured with all steps done.
   * @param {import("../../pad/drawing.js").Drawn} reading
   */
  #showRates({ prediction, steps, lifted }) {
    const refused = prediction.state === "unsure" || prediction.state === "not-a-digit";
    if (refused && lifted && isWhole(steps)) this.services.project.finish("draw/refuse");
    for (const rate of this.element.querySelectorAll("[data-rate]")) {
      const fits = isWhole(steps) && rate.getAttribute("data-rate") === prediction.state;
      rate.toggleAttribute("hidden", !fits);
    }
  }

  /**
   * @param {import("../../pad/drawing.js").Drawn} reading
   * @param {import("../../pad/recogniser.js").Prediction} own
   */
  #compare({ prediction: full, lifted, steps }, own) {
    const together = verdict(full, own);
    this.element.dataset.together = together;
    mark(this.element, "[data-bar]", together === "disagree" ? own.digit : null);
    mark(this.element, "[data-bar-own]", together === "disagree" ? full.digit : null);
    if (!lifted) return;
    const said =
      together === "blank"
        ? ""
        : fill(texts[together], { a_full: withArticle(full.digit), a_own: withArticle(own.digit) });
    const note = find(this.element, "[data-together-said]");
    if (note.textContent !== said) note.textContent = said;
    const { project } = this.services;
    const read = [full, own].every(({ state }) => state === "digit");
    if (together === "agree" && read && isWhole(steps)) project.finish("draw/both");
    if (together === "disagree") project.finish("draw/disagree");
  }
}

/**
 * @param {import("../../pad/recogniser.js").Prediction} full
 * @param {import("../../pad/recogniser.js").Prediction} own
 * @returns {"blank" | "refused" | "agree" | "disagree"}
 */
function verdict(full, own) {
  if (full.state === "blank") return "blank";
  if (full.state === "not-a-digit") return "refused";
  return full.digit === own.digit ? "agree" : "disagree";
}

/** Mark the bar that the other model believes in. @param {HTMLElement} element @param {string} bars @param {number | null} digit */
function mark(element, bars, digit) {
  element
    .querySelectorAll(bars)
    .forEach((bar, i) => bar.toggleAttribute("data-other", i === digit));
}
