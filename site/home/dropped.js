import { strings as shared } from "../pad/generated/strings.js";
import { strings } from "./generated/strings.js";
import { callAll, find, hide, press } from "../kit/dom.js";
import { tell } from "../kit/live.js";
import { acceptFiles, base64 } from "../kit/files.js";
import { drawTen, readTen, recolourTen, showReport, writeTen } from "./model-report.js";
import { watchTheme } from "../kit/picture.js";
import { sentence, showBar, writeAttributes } from "../pad/prediction-view.js";
import { fill, reason } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../pad/drawing.js").Drawing} drawing
 * @property {import("./dropped-model.js").DroppedModel} dropped
 * @property {import("../project/project.js").Project} project
 * @property {import("../pad/recogniser.js").Recogniser} recogniser
 */

/** @typedef {import("../pad/recogniser.js").Recogniser} Recogniser */

const texts = strings.home;

/**
 * A model that the learner drops on the page, [data-dropped], whose data-state is none, reading,
 * starting or running: Python says what it is, then it runs apart from all else, or is refused.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const dropped = new Dropped(element, services);
  return () => dropped.unmount();
}

class Dropped {
  #turn = 0; // of files: an older one that is still being read is forgotten
  #asking = false;
  #stale = false;
  #mounted = true;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { project, recogniser, drawing, dropped }) {
    this.element = element;
    this.project = project;
    this.recogniser = recogniser;
    this.drawing = drawing;
    this.model = dropped;
    this.note = find(element, "[data-note]");
    this.target = find(element, "[data-prediction-dropped]");
    this.bars = [...element.querySelectorAll("[data-bar]")];
    this.ten = readTen(find(element, "[data-ten]"));
    const file = /** @type {HTMLInputElement} */ (find(element, "[data-file]"));
    this.most = Number(file.dataset.most);
    this.cleanups = [
      acceptFiles(find(element, "[data-drop]"), file, (files) => void this.#take(files)),
      press(find(element, "[data-choose]"), () => file.click()),
      press(find(element, "[data-remove]"), () => this.#remove()),
      dropped.changed.on(() => this.#show()),
      watchTheme(() => recolourTen(find(element, "[data-ten]"), this.ten)),
      drawing.read.on(() => void this.#answer()),
    ];
    this.#show();
  }

  unmount() {
    this.#mounted = false;
    callAll(this.cleanups);
  }

  /** @param {File[]} files */
  async #take(files) {
    if (files.length !== 1) return this.#say(texts.one);
    const [file] = files;
    const turn = ++this.#turn;
    const current = () => this.#mounted && turn === this.#turn;
    try {
      this.#step("reading", fill(texts.reading, { name: file.name }));
      const { bytes, report } = await this.#judged(file);
      if (!current()) return;
      if (report.reason) throw new Error(report.reason);
      this.#step("starting", fill(texts.starting, { name: file.name }));
      await this.model.open(file.name, bytes, report, this.ten.images, current);
      this.project.finish("home/bring");
    } catch (error) {
      if (current()) this.#refused(file.name, reason(error));
    }
  }

  /** Have Python say what a file is, all of it unless it is too large. @param {File} file */
  async #judged(file) {
    const small = file.size <= this.most;
    const bytes = await (small ? file : file.slice(0, 0)).arrayBuffer().catch((error) => {
      throw new Error(fill(texts.unreadable, { reason: reason(error) }));
    });
    const data = await base64(new Blob([bytes]));
    const args = { size: file.size, data };
    /** @type {import("./dropped-model.js").Report} */
    const report = await this.project.ask("home.judge_model", args);
    return { bytes, report };
  }

  /** What the model reads on the ten images, and then on the pad. */
  async #read() {
    if (!(await loaded(this.recogniser))) return this.#say(texts.no_recogniser);
    const readings = [];
    for (const image of this.ten.images) {
      readings.push(await this.recogniser.readOutImage(await this.model.run(image), image));
    }
    writeTen(this.element, readings);
    await this.#answer();
  }

  /** @param {string} name @param {string} why */
  #refused(name, why) {
    const { opened } = this.model;
    const still = opened ? ` ${fill(texts.still, { name: opened.name })}` : "";
    this.#step(opened ? "running" : "none", fill(texts.refused, { name, reason: why }) + still);
    this.element.dataset.refused = why;
  }

  /** The model reads what is on the pad; what is drawn meanwhile comes after it. */
  async #answer() {
    const prediction = this.drawing.reading?.prediction;
    this.#stale = true;
    if (!prediction || !this.model.opened || this.#asking) return;
    this.#asking = true;
    this.#stale = false;
    try {
      const logits = await this.model.run(prediction.image);
      this.#tell(await this.recogniser.readOut(logits, prediction));
    } catch (error) {
      if (this.model.opened) this.#say(reason(error));
    }
    this.#asking = false;
    if (this.#stale && this.#mounted) void this.#answer();
  }

  /** @param {import("../pad/recogniser.js").Reading} reading */
  #tell(reading) {
    writeAttributes(this.target, reading, 0);
    delete this.target.dataset.strokes; // the pad knows them
    this.bars.forEach((bar, digit) => showBar(bar, digit, reading));
    const blank = reading.state === "blank";
    find(this.element, "[data-dropped-verdict]").textContent = blank
      ? texts.draw
      : sentence(reading, shared.pad);
  }

  #remove() {
    const name = this.model.opened?.name ?? "";
    this.model.close();
    this.#step("none", fill(texts.removed, { name }));
  }

  /** What is there now, also after another page. */
  #show() {
    const { opened, ended } = this.model;
    const part = find(this.element, "[data-model]");
    if (opened) part.hidden = false;
    else {
      hide(part, find(this.element, "[data-choose]"));
      if (ended) this.#step("none", fill(texts.ended, ended));
      return;
    }
    showReport(this.element, opened.report);
    drawTen(find(this.element, "[data-ten]"), this.ten);
    this.#step("running", fill(texts.running, { name: opened.name }));
    this.#read().catch((error) => this.#say(reason(error)));
  }

  /** @param {string} state @param {string} text */
  #step(state, text) {
    this.element.dataset.state = state;
    delete this.element.dataset.refused;
    this.#say(text);
  }

  /** @param {string} text */
  #say(text) {
    tell(this.note, text);
  }
}

/** Whether the recogniser is there, once that is known. @param {Recogniser} recogniser */
async function loaded(recogniser) {
  await recogniser.load(); // which returns at once where it is being loaded already
  while (recogniser.status.state === "loading") {
    await new Promise((resolve) => {
      const off = recogniser.changed.on(() => {
        off();
        resolve(undefined);
      });
    });
  }
  return recogniser.status.state === "ready";
}
