import { strings } from "../generated/strings.js";
import { callAll, find, whenIdle } from "../../kit/dom.js";
import { createLatest } from "../../kit/latest.js";
import { bytesOf } from "../state/images.js";
import { drawPixels } from "../../kit/picture.js";
import { sumTable } from "./sum-table.js";
import { fill, reason } from "../../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../../pad/drawing.js").Drawing} drawing
 * @property {import("../project.js").Project} project
 */

const texts = /** @type {Record<string, string>} */ (strings.draw);
const SOON = 400; // ms

/**
 * Inside the learner's network, [data-draw-inside]: the sums behind two logits and the input's
 * slope, once the pen is lifted.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const inside = new Inside(element, services);
  return () => callAll(inside.cleanups);
}

class Inside {
  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, services) {
    this.element = element;
    this.services = services;
    const newest = createLatest(
      () => this.#explain(),
      (run) => whenIdle(run, SOON),
    );
    this.cleanups = [
      newest.stop,
      services.drawing.settled.on(({ lifted }) => lifted && newest.ask()),
      services.project.watch({ network: newest.ask, python: newest.ask }),
    ];
    void services.project.network.recall();
  }

  async #explain() {
    const { drawing, project } = this.services;
    const { reading } = drawing;
    const { state } = project.network;
    if (state === "none" || state === "failed") return this.#say(texts[`own_${state}`]);
    if (!reading?.lifted) return;
    const { prediction } = reading;
    if (prediction.state === "blank") return this.#say(texts.inside_blank);
    try {
      const args = { image: [...bytesOf(prediction.image)], against: prediction.digit };
      this.#show(await project.network.ask("project.explain_own", args));
    } catch (error) {
      this.#say(fill(texts.own_error, { reason: reason(error) }));
    }
  }

  /** @param {string} text why nothing is shown */
  #say(text) {
    find(this.element, "[data-shown]").hidden = true;
    const note = find(this.element, "[data-empty]");
    note.hidden = false;
    note.textContent = text;
  }

  /** @param {{ sums: import("./sum-table.js").Sum[], slope: import("../../kit/picture.js").Pixels, layers: number, maps: import("../../kit/picture.js").Pixels | null }} answer */
  #show({ sums, slope, layers, maps }) {
    find(this.element, "[data-empty]").hidden = true;
    find(this.element, "[data-shown]").hidden = false;
    find(this.element, "[data-sums]").replaceChildren(...sums.map((sum) => sumTable(sum, texts)));
    find(this.element, "[data-own-maps]").hidden = !maps;
    if (maps) drawPixels(find(this.element, "[data-own-maps] canvas"), maps);
    find(this.element, "[data-pictures-said]").textContent =
      texts[maps ? "pictures_filters" : `pictures_${Math.min(layers, 2)}`];
    drawPixels(find(this.element, "[data-slope]"), slope);
    const [first, second] = sums.map(({ digit }) => digit);
    find(this.element, "[data-slope-said]").textContent = fill(texts.slope, { first, second });
    this.element.dataset.digits = `${first} ${second}`;
  }
}
