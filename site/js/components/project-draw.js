import { strings } from "../generated/strings.js";
import { callAll, find } from "../lib/dom.js";
import { createLatest } from "../lib/latest.js";
import { bytesOf, ownState, watchOwn } from "../lib/own-network.js";
import { createPredictionView } from "../lib/prediction-view.js";
import { finish } from "../lib/tasks.js";
import { fill, reason } from "../lib/text.js";
import { isWhole } from "../services/drawing.js";

const texts = strings.draw;
const REFRESH = 300; // ms between two answers to one drawing while the network trains

/**
 * Two models beside one pad, [data-project=draw]: the learner's own network answers, too.
 * @type {import("../lib/types.js").Mount}
 */
export function mount(element, services) {
  const draw = new Draw(element, services);
  return () => callAll(draw.cleanups);
}

class Draw {
  #answered = 0;

  /** @param {HTMLElement} element @param {import("../lib/types.js").Services} services */
  constructor(element, services) {
    this.element = element;
    this.services = services;
    this.view = createPredictionView(element, strings.pad, "-own");
    const newest = createLatest(() => this.#answer());
    this.cleanups = [
      newest.stop,
      services.drawing.read.on((reading) => {
        this.#showRates(reading);
        newest.ask();
      }),
      services.trainer.changed.on(({ status }) => {
        if (status === "running" && performance.now() - this.#answered > REFRESH) newest.ask();
      }),
      ...watchOwn(services, newest.ask),
    ];
    newest.ask();
  }

  async #answer() {
    const { drawing, project, recogniser } = this.services;
    const { reading } = drawing;
    const state = ownState(this.services);
    this.element.dataset.own = state;
    if (state === "none" || state === "failed") return this.view.say(texts[`own_${state}`], false);
    if (!reading) return this.view.say(texts.own_waiting, false);
    if (state === "waiting") this.view.say(texts.own_waiting, false);
    try {
      const { logits } = await project.ask("predict_own", { image: bytesOf(reading.prediction.image) });
      const own = await recogniser.readOut(logits, reading.prediction);
      this.view.show(own, reading.finished, !reading.lifted);
      this.#answered = performance.now();
      this.#compare(reading, own);
    } catch (error) {
      this.element.dataset.own = "failed";
      this.view.say(fill(texts.own_error, { reason: reason(error) }), true);
    }
  }

  /**
   * How often an answer such as this one is right. It was measured with all steps done.
   * @param {import("../services/drawing.js").Reading} reading
   */
  #showRates({ prediction, steps }) {
    for (const rate of this.element.querySelectorAll("[data-rate]")) {
      const fits = isWhole(steps) && rate.getAttribute("data-rate") === prediction.state;
      rate.toggleAttribute("hidden", !fits);
    }
  }

  /**
   * @param {import("../services/drawing.js").Reading} reading
   * @param {import("../services/recogniser.js").Prediction} own
   */
  #compare({ prediction: full, lifted, steps }, own) {
    const together = verdict(full, own);
    this.element.dataset.together = together;
    mark(this.element, "[data-bar]", together === "disagree" ? own.digit : null);
    mark(this.element, "[data-bar-own]", together === "disagree" ? full.digit : null);
    if (!lifted) return;
    const said = together === "blank" ? "" : fill(texts[together], { full: full.digit, own: own.digit });
    find(this.element, "[data-together-said]").textContent = said;
    const { store } = this.services;
    if (together === "agree" && own.state === "digit") finish(store, "draw/both");
    if (together === "disagree") finish(store, "draw/disagree");
    if (together === "refused" && isWhole(steps)) finish(store, "draw/refuse");
  }
}

/**
 * @param {import("../services/recogniser.js").Prediction} full
 * @param {import("../services/recogniser.js").Prediction} own
 * @returns {"blank" | "refused" | "agree" | "disagree"}
 */
function verdict(full, own) {
  if (full.state === "blank") return "blank";
  if (full.state === "not-a-digit") return "refused";
  return full.digit === own.digit ? "agree" : "disagree";
}

/** Mark the bar that the other model believes in. @param {HTMLElement} element @param {string} bars @param {number | null} digit */
function mark(element, bars, digit) {
  element.querySelectorAll(bars).forEach((bar, i) => bar.toggleAttribute("data-other", i === digit));
}
