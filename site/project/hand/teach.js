import { strings } from "../../kit/generated/strings.js";
import { createConfusion } from "../confusion.js";
import { callAll, find, press } from "../../kit/dom.js";
import { showPictures } from "./gallery.js";
import { watchTheme } from "../../kit/picture.js";
import { finish } from "../../progress/done.js";
import { fill, megabytes, reason, share } from "../../kit/text.js";
import { encoded } from "./collection.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("./collection.js").Drawings} drawings
 * @property {import("../project.js").Project} project
 * @property {import("../../kit/store.js").Store} store
 * @property {import("../trainer.js").Trainer} trainer
 */

const texts = strings.hand;

/**
 * @typedef {import("../../kit/generated/operations.js").teaching_Lesson} Lesson
 * @typedef {import("../../kit/generated/operations.js").teaching_Own} Share
 */

/**
 * Both models on the learner's drawings, and teaching: [data-teach].
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const teaching = new Teaching(element, services);
  return () => callAll(teaching.cleanups);
}

class Teaching {
  #busy = false;
  #turn = 0;
  #compared = false; // whether the matrices are shown
  /** @type {Map<string, import("./store.js").Drawing[]>[]} the drawings of every field, by model */
  #fields = [new Map(), new Map()];
  #redraw = () => {};
  /** @type {{ network: unknown, ids: string[] } | null} what was taught with which drawings, until it is kept */
  #offered = null;
  /** @type {import("../project.js").Kept | null} the network before the one that was kept */
  #before = null;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { drawings, project, trainer, store }) {
    this.element = element;
    this.drawings = drawings;
    this.project = project;
    this.trainer = trainer;
    this.store = store;
    this.chunk = element.dataset.chunk ?? ""; // the images to replay, and those to validate by
    this.note = find(element, "[data-teach-note]");
    this.bar = /** @type {HTMLProgressElement} */ (find(element, "[data-progress-bar]"));
    this.replay = /** @type {HTMLInputElement} */ (find(element, "[data-replay]"));
    this.matrices = [...element.querySelectorAll("[data-confusion]")].map((table, model) =>
      createConfusion(/** @type {HTMLTableElement} */ (table), strings.evaluate, (row, column) => this.#choose(model, row, column)),
    );
    const changed = () => {
      this.#offer();
      if (this.#compared) void this.#compare();
    };
    this.cleanups = [
      press(find(element, "[data-read-all]"), () => this.#compare()),
      press(find(element, "[data-begin]"), () => this.#teach()),
      press(find(element, "[data-keep]"), () => this.#keep()),
      press(find(element, "[data-take-back]"), () => this.#takeBack()),
      drawings.changed.on(changed),
      project.changed.on(changed),
      trainer.changed.on(() => this.#offer()),
      watchTheme(() => this.#redraw()),
    ];
    this.#offer();
  }

  /** What can be done now. */
  #offer() {
    const why = this.#missing();
    const enable = (/** @type {string} */ name, /** @type {boolean} */ on) =>
      find(this.element, name).toggleAttribute("disabled", !on);
    enable("[data-begin]", !this.#busy && !why);
    enable("[data-read-all]", this.drawings.list.length > 0);
    enable("[data-keep]", !this.#busy && this.#offered !== null && this.#offered.network === this.project.network);
    find(this.element, "[data-take-back]").hidden = !this.#before;
    enable("[data-take-back]", !this.#busy && !this.#training);
    find(this.element, "[data-why]").textContent = why;
    const size = megabytes(this.project.cost([this.chunk]));
    find(this.element, "[data-cost]").textContent = this.project.loaded.has(this.chunk) ? "" : fill(texts.cost, { size });
  }

  get #training() {
    return this.trainer.busy || this.trainer.state.status === "paused";
  }

  /** What must be there before teaching, in words. */
  #missing() {
    const { length } = this.drawings.list;
    const fewest = Number(this.element.dataset.fewest);
    if (length < fewest) return fill(texts.too_few, { fewest, count: fewest - length });
    if (this.#training) return texts.training;
    return this.project.network ? "" : texts.no_network;
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
      const taught = list.filter(({ id }) => this.project.network?.taught?.includes(id)).length;
      find(this.element, "[data-own-note]").textContent = own ? fill(taught ? texts.own_taught : "", { taught }) : texts.no_own;
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
    this.#redraw = showPictures(find(this.element, "[data-field-drawings]"), chosen, () => [`${row}→${column}`]);
  }

  async #teach() {
    this.#busy = true;
    this.#offered = null;
    this.#offer();
    this.note.textContent = texts.starting;
    try {
      await this.project.load([this.chunk], ({ loaded, total }) => {
        this.note.textContent = fill(texts.loading, { loaded: megabytes(loaded), total: megabytes(total) });
      });
      const { list } = this.drawings;
      const { network } = this.project;
      const lesson = await this.#lesson(list, network?.taught ?? []);
      this.#offered = { network, ids: list.map(({ id }) => id) };
      this.#tell(lesson);
      finish(this.store, "hand/teach");
    } catch (error) {
      this.note.textContent = fill(texts.failed, { reason: reason(error) });
    }
    this.#busy = false;
    this.bar.hidden = true;
    this.#offer();
  }

  /**
   * Slice by slice, so that Python answers others between two.
   * @param {import("./store.js").Drawing[]} list
   * @param {string[]} taught ids of drawings that this network has learnt from
   * @returns {Promise<Lesson>}
   */
  async #lesson(list, taught) {
    const readings = await this.drawings.readings(list);
    const labels = list.map(({ label }) => label);
    const seen = list.map(({ id }) => taught.includes(id));
    const args = { images: encoded(readings), labels, seen, replay: this.replay.checked };
    await this.project.ask("project.begin_teaching", args);
    this.bar.hidden = false;
    this.note.textContent = texts.teaching;
    for (;;) {
      const { done, of, report } = await this.project.python.call("project.teach", {});
      this.bar.value = done / of;
      if (report) return report;
    }
  }

  /** @param {Lesson} lesson */
  #tell(lesson) {
    const { drawings, own, mnist, validation, gained, lost, taught } = lesson;
    const cell = (/** @type {string} */ name, /** @type {string} */ text) => {
      find(this.element, `[data-lesson=${name}]`).textContent = text;
    };
    for (const when of /** @type {const} */ (["before", "after"])) {
      const { right, interval } = own[when];
      cell(`own-${when}`, interval ? fill(texts.of, { right, drawings, interval: interval.map(share).join(" – ") }) : "–");
      cell(`mnist-${when}`, `${share(mnist[when].share)}%`);
    }
    const values = { gained, lost, taught, validation, drawings };
    this.note.textContent = fill(drawings ? texts.told : texts.told_unmeasured, values);
    find(this.element, "[data-lesson-table]").hidden = false;
  }

  async #keep() {
    const offered = this.#offered;
    const before = this.project.network;
    if (!offered || !before) return;
    try {
      await this.project.ask("project.keep_taught", {});
      const taught = [...new Set([...(before.taught ?? []), ...offered.ids])];
      this.#before = before;
      this.#offered = null;
      await this.project.store(before.record, taught);
      this.note.textContent = texts.kept;
    } catch (error) {
      this.note.textContent = fill(texts.failed, { reason: reason(error) });
    }
    this.#offer();
  }

  async #takeBack() {
    const before = this.#before;
    this.#before = null;
    this.#offered = null;
    await this.project.restore(before);
    this.note.textContent = texts.taken_back;
    this.#offer();
  }
}

/**
 * The drawings of each field of a confusion matrix.
 * @param {import("./store.js").Drawing[]} list
 * @param {number[]} digits read in them
 */
function sorted(list, digits) {
  /** @type {Map<string, import("./store.js").Drawing[]>} */
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
