import { strings } from "../generated/strings.js";
import { createConfusion } from "../confusion.js";
import { callAll, find, hide, offer, press } from "../../kit/dom.js";
import { tell } from "../../kit/live.js";
import { showPictures } from "./gallery.js";
import { watchTheme } from "../../kit/picture.js";
import { fill, megabytes, reason, share } from "../../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project.js").Project} project
 */

const texts = strings.hand;

/**
 * Both models on the learner's drawings, and teaching: [data-teach].
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const view = new View(element, services);
  return () => callAll(view.cleanups);
}

class View {
  #turn = 0;
  #compared = false; // whether the matrices are shown
  /** @type {Map<string, import("../state/drawing.js").Drawing[]>[]} the drawings of every field, by model */
  #fields = [new Map(), new Map()];
  #redraw = () => {};
  #step = ""; // what teaching was at when that was last shown
  /** @type {import("../state/teaching.js").Lesson | null} the one that is shown */
  #lesson = null;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { project }) {
    const { teaching, drawings } = project;
    this.element = element;
    this.project = project;
    this.drawings = drawings;
    this.chunk = element.dataset.chunk ?? ""; // the images to replay, and those to validate by
    this.note = find(element, "[data-teach-note]");
    this.bar = /** @type {HTMLProgressElement} */ (find(element, "[data-progress-bar]"));
    this.replay = /** @type {HTMLInputElement} */ (find(element, "[data-replay]"));
    this.matrices = [...element.querySelectorAll("[data-confusion]")].map((table, model) =>
      createConfusion(/** @type {HTMLTableElement} */ (table), strings.evaluate, (row, column) =>
        this.#choose(model, row, column),
      ),
    );
    const offer = () => this.#offer();
    const changed = () => {
      this.#offer();
      if (this.#compared) void this.#compare();
    };
    this.cleanups = [
      press(find(element, "[data-read-all]"), () => this.#compare()),
      press(find(element, "[data-begin]"), () => teaching.teach(this.chunk, this.replay.checked)),
      press(find(element, "[data-keep]"), () => this.#change(teaching.keep(), texts.kept)),
      press(find(element, "[data-take-back]"), () =>
        this.#change(teaching.takeBack(), texts.taken_back),
      ),
      project.watch({
        drawings: changed,
        network: changed,
        images: offer,
        training: offer,
        teaching: () => this.#show(),
      }),
      watchTheme(() => this.#redraw()),
    ];
    this.#show();
  }

  /** What teaching does or has brought, and what can be done now. */
  #show() {
    const { state, lesson } = this.project.teaching;
    const { step, bytes, share, message } = state;
    this.bar.hidden = step !== "teaching";
    this.bar.value = share;
    if (step === "loading" && bytes) {
      const values = { loaded: megabytes(bytes.loaded), total: megabytes(bytes.total) };
      tell(this.note, fill(texts.loading, values), false);
    } else if (step) tell(this.note, texts[step]);
    else if (this.#step && message) tell(this.note, fill(texts.failed, { reason: message }));
    if (lesson && lesson !== this.#lesson) this.#tell(lesson);
    this.#step = step;
    this.#lesson = lesson;
    this.#offer();
  }

  /** What can be done now. */
  #offer() {
    const { images, teaching } = this.project;
    const why = this.#missing();
    const enable = (/** @type {string} */ name, /** @type {boolean} */ on) =>
      offer(find(this.element, name), on);
    enable("[data-begin]", !teaching.busy && !why);
    enable("[data-read-all]", this.drawings.list.length > 0);
    enable("[data-keep]", !teaching.busy && teaching.lesson !== null);
    const back = find(this.element, "[data-take-back]");
    if (teaching.before) back.hidden = false;
    else hide(back, find(this.element, "[data-begin]"));
    enable("[data-take-back]", !teaching.busy);
    find(this.element, "[data-why]").textContent = why;
    const size = megabytes(images.cost([this.chunk]));
    find(this.element, "[data-cost]").textContent = images.has(this.chunk)
      ? ""
      : fill(texts.cost, { size });
  }

  /** What must be there before teaching, in words. */
  #missing() {
    const { length } = this.drawings.list;
    const fewest = Number(this.element.dataset.fewest);
    if (length < fewest) return fill(texts.too_few, { fewest, count: fewest - length });
    if (this.project.training.busy) return texts.training;
    return this.project.network.current ? "" : texts.no_network;
  }

  /** Both matrices. */
  async #compare() {
    const turn = ++this.#turn;
    const { list } = this.drawings;
    const said = find(this.element, "[data-field-said]");
    said.textContent = texts.reading;
    try {
      const readings = await this.drawings.readings(list);
      const own = await this.drawings.own(readings);
      if (turn !== this.#turn) return;
      this.#compared = true;
      const full = readings.map(({ digit }) => digit);
      this.#fields = [full, own?.digits ?? []].map((digits) => sorted(list, digits));
      this.matrices.forEach((matrix, model) => matrix.show(counted(this.#fields[model])));
      find(this.element, "[data-matrices]").hidden = false;
      const taught = list.filter(({ id }) =>
        this.project.network.current?.taught.includes(id),
      ).length;
      find(this.element, "[data-own-note]").textContent = own
        ? fill(taught ? texts.own_taught : "", { taught })
        : texts.no_own;
      find(this.element, "[data-field-drawings]").replaceChildren();
      said.textContent = strings.evaluate.choose;
    } catch (error) {
      if (turn === this.#turn) said.textContent = fill(texts.failed, { reason: reason(error) });
    }
  }

  /** @param {number} model @param {number} row @param {number} column */
  #choose(model, row, column) {
    const chosen = this.#fields[model].get(`${row} ${column}`) ?? [];
    const name = model ? texts.your_network : texts.full_model;
    const values = { count: chosen.length, row, column, model: name };
    find(this.element, "[data-field-said]").textContent = fill(texts.chosen, values);
    this.#redraw = showPictures(find(this.element, "[data-field-drawings]"), chosen, () => [
      `${row}→${column}`,
    ]);
  }

  /** @param {import("../state/teaching.js").Lesson} lesson */
  #tell(lesson) {
    const { drawings, own, mnist, validation, gained, lost, taught } = lesson;
    const cell = (/** @type {string} */ name, /** @type {string} */ text) => {
      find(this.element, `[data-lesson=${name}]`).textContent = text;
    };
    for (const when of /** @type {const} */ (["before", "after"])) {
      const { right, interval } = own[when];
      cell(
        `own-${when}`,
        interval
          ? fill(texts.of, { right, drawings, interval: interval.map(roughly).join(" – ") })
          : "–",
      );
      cell(`mnist-${when}`, `${share(mnist[when].share)}%`);
    }
    const values = { gained, lost, taught, validation, drawings };
    tell(this.note, fill(drawings ? texts.told : texts.told_unmeasured, values));
    find(this.element, "[data-lesson-table]").hidden = false;
  }

  /** The network becomes another. @param {Promise<void>} change @param {string} said */
  async #change(change, said) {
    try {
      await change;
      tell(this.note, said);
    } catch (error) {
      tell(this.note, fill(texts.failed, { reason: reason(error) }));
    }
    this.#offer();
  }
}

/**
 * The drawings of each field of a confusion matrix.
 * @param {import("../state/drawing.js").Drawing[]} list
 * @param {number[]} digits read in them
 */
function sorted(list, digits) {
  /** @type {Map<string, import("../state/drawing.js").Drawing[]>} */
  const fields = new Map();
  digits.forEach((digit, i) => {
    const key = `${list[i].label} ${digit}`;
    fields.set(key, [...(fields.get(key) ?? []), list[i]]);
  });
  return fields;
}

/** @param {Map<string, unknown[]>} fields */
function counted(fields) {
  const digits = Array.from({ length: 10 }, (_, digit) => digit);
  return digits.map((row) => digits.map((column) => fields.get(`${row} ${column}`)?.length ?? 0));
}

/** A share of few drawings in percent: decimals would promise too much. @param {number} value */
function roughly(value) {
  return Math.round(100 * value);
}
