import { strings } from "../generated/strings.js";
import { find } from "../../kit/dom.js";
import { readNumber } from "../../kit/number.js";
import { fill } from "../../kit/text.js";

const texts = strings.train;

/** @typedef {import("../state/training.js").Settings} Settings */

/**
 * Read what the learner chose. What may be chosen is in the form, from course.project.settings.
 * @param {HTMLFormElement} form
 * @returns {import("../state/training.js").Chosen | { problem: string, field: string }}
 */
export function readForm(form) {
  const data = new FormData(form);
  const text = (/** @type {string} */ name) => String(data.get(name) ?? "");
  const rate = readNumber(text("learning_rate"));
  const { dataset } = /** @type {HTMLInputElement} */ (form.elements.namedItem("learning_rate"));
  const [low, high] = [Number(dataset.low), Number(dataset.high)];
  if (rate === null || rate < low || rate > high) {
    return { problem: fill(texts.bad_rate, { low, high }), field: "learning_rate" };
  }
  for (const name of /** @type {const} */ (["epochs", "seed"])) {
    const { min, max } = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    const value = Number(text(name));
    if (text(name) && Number.isInteger(value) && value >= Number(min) && value <= Number(max))
      continue;
    return {
      problem: fill(texts.bad_whole, { name: texts[name], low: min, high: max }),
      field: name,
    };
  }
  const guess = text("guess").trim() ? readNumber(text("guess")) : undefined;
  if (guess === null || (guess ?? 0) < 0 || (guess ?? 0) > 100) {
    return { problem: texts.bad_guess, field: "guess" };
  }
  const settings = {
    hidden: data.getAll("hidden").filter(Boolean).map(Number), // none where there are filters
    filters: Number(text("filters")),
    activation: /** @type {Settings["activation"]} */ (text("activation")),
    optimiser: /** @type {Settings["optimiser"]} */ (text("optimiser")),
    learning_rate: rate,
    decay: data.has("decay"),
    weight_decay: Number(text("weight_decay")),
    shifts: data.has("shifts"),
    batch: Number(text("batch")),
    epochs: Number(text("epochs")),
    examples: Number(text("examples")),
    seed: Number(text("seed")),
  };
  const theirs = text("whose") === "theirs";
  const { ownLayers, ownActivation } = find(form, "[data-own-layers]").dataset;
  const knows =
    String(settings.hidden.length) === ownLayers && settings.activation === ownActivation;
  if (theirs && !knows) {
    return { problem: texts.one_hidden, field: "whose" };
  }
  const [examples] = /** @type {HTMLSelectElement} */ (form.elements.namedItem("examples"))
    .selectedOptions;
  return {
    settings,
    chunks: (examples.dataset.chunks ?? "").split(" "),
    theirs,
    guess: guess ?? null,
  };
}

/** Filters are in the hidden layers' place. @param {HTMLFormElement} form */
export function chooseLayers(form) {
  const { value } = /** @type {HTMLSelectElement} */ (form.elements.namedItem("filters"));
  for (const layer of form.querySelectorAll("[name=hidden]")) {
    layer.toggleAttribute("disabled", value !== "0");
  }
}

/** The settings in words; runs of earlier versions lack some. @param {Settings} settings */
export function describeSettings({ optimiser, learning_rate, decay, weight_decay, ...rest }) {
  return fill(texts.settings, {
    ...rest,
    hidden: "",
    optimiser: texts[optimiser],
    rate: learning_rate,
    decay: decay ? ` (${texts.decay})` : "",
    weight_decay: weight_decay ? fill(texts.with_weight_decay, { weight_decay }) : "",
    shifts: rest.shifts ? texts.with_shifts : "",
    examples: rest.examples.toLocaleString("en"),
  });
}

/**
 * The network in words: 784-128-10, ReLU.
 * @param {Settings} settings
 * @param {string[]} ends how many inputs and outputs it has
 */
export function describeNetwork({ hidden, filters, activation }, [inputs, outputs]) {
  const layers = filters ? [fill(texts.some_filters, { count: filters })] : hidden;
  const named = [inputs, ...layers, outputs].join(filters ? " – " : "-");
  return `${named}${layers.length ? `, ${texts[activation]}` : ""}`;
}
