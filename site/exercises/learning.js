import { strings } from "../kit/generated/strings.js";
import { callAll, find, press } from "../kit/dom.js";
import { showDrawing } from "../kit/drawing.js";
import { PythonError } from "../python/error.js";
import { fill } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../python/service.js").Python} python
 * @property {import("../kit/store.js").Store} store
 */

const texts = strings.learning;
const LIMIT = 10; // seconds that a slice may take; Python itself ends a slow one much earlier
const PACE = 60; // ms from a picture to the next slice: everything else has its turn between
const CALM = 1000; // ms between two pictures for a reader who wants less to move

/**
 * A network that learns, [data-learning] with [data-drawing]: by the program in the exercise of
 * the same name once that is solved, by the module's own before; data-whose tells. Code runs after
 * Play and never by itself. data-state: still, playing, done or failed.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const learning = new Learning(element, services);
  return () => learning.destroy();
}

class Learning {
  /** @type {{ code: string | null } | null} what plays now; another Play is another object */
  #playing = null;
  /** @type {import("../kit/generated/operations.js").operations_Learned | null} the last answer */
  #latest = null;
  #drawn = 0; // when the picture last changed

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { python, store }) {
    this.element = element;
    this.python = python;
    this.store = store;
    this.name = element.dataset.learning ?? "";
    this.lesson = document.documentElement.dataset.lesson ?? "";
    this.button = find(element, "[data-play]");
    this.data = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (find(element, "select")));
    this.pictured = this.data.value; // what the picture is of
    const anew = () => void this.#anew();
    this.data.addEventListener("change", anew);
    this.data.disabled = false;
    this.cleanups = [
      press(this.button, () => (this.#playing ? this.#rest("still", "") : this.#play())),
      press(find(element, "[data-anew]"), anew),
      store.changed.on((key) => key.endsWith(`:${this.lesson}/${this.name}`) && this.#changed()),
      () => this.data.removeEventListener("change", anew),
    ];
    this.#sayWhose();
  }

  destroy() {
    this.#playing = null;
    callAll(this.cleanups);
  }

  /** The learner's program as it stands in the exercise; null while that is not solved. */
  get code() {
    const exercise = `${this.lesson}/${this.name}`;
    const passed = this.store.get(`passed:${exercise}`) !== null;
    const key = `exercise:${exercise}`;
    return passed && !this.store.isBrought(key) ? this.store.get(key) : null;
  }

  #sayWhose() {
    const own = this.code !== null;
    this.element.dataset.whose = own ? "own" : "ours";
    find(this.element, "[data-whose-text]").textContent = own ? texts.own : texts.ours;
  }

  #changed() {
    this.#sayWhose();
    if (this.#playing && this.#playing.code !== this.code) this.#rest("still", texts.changed);
  }

  async #play() {
    const playing = (this.#playing = { code: this.code });
    this.#say("playing", this.python.status.state === "ready" ? "" : texts.waiting);
    const other = this.pictured !== this.data.value;
    for (let anew = other || this.#latest?.done === true; ; anew = false) {
      const answer = await this.#ask(playing.code, anew);
      if (!answer || this.#playing !== playing) return;
      this.#say("playing", "");
      this.#show(answer);
      if (answer.done) return this.#rest("done", texts.done);
      await new Promise((on) => setTimeout(on, PACE));
      if (this.#playing !== playing) return;
    }
  }

  /** Show the untrained network; nothing of the learner's runs for that. */
  async #anew() {
    this.#rest("still", "");
    const answer = await this.#ask(null, true);
    if (!answer || this.#playing) return;
    this.#show(answer);
    this.#rest("still", "");
  }

  /** @param {string | null} code @param {boolean} anew @returns the answer, or null after a failure */
  async #ask(code, anew) {
    const { lesson, name, data, python } = this;
    const onWait = (/** @type {string} */ other) =>
      (find(this.element, "[data-note]").textContent = fill(strings.python.waits, { name: other }));
    try {
      const args = { lesson, name, data: data.value, code, anew };
      return await python.call("exercises.learn", args, {
        timeout: LIMIT,
        name: texts.name,
        onWait,
      });
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      this.#rest("failed", fill(texts.failed, { reason: error.details.message ?? "" }));
      return null;
    }
  }

  /** @param {import("../kit/generated/operations.js").operations_Learned} answer */
  #show(answer) {
    this.#latest = answer;
    this.pictured = answer.data;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!calm || !this.#playing || performance.now() - this.#drawn > CALM) this.#draw();
  }

  #draw() {
    if (!this.#latest) return;
    showDrawing(find(this.element, "[data-drawing]"), this.#latest.svg);
    this.#drawn = performance.now();
  }

  /** Stop, with the newest picture, and have it read out. @param {string} state @param {string} note */
  #rest(state, note) {
    this.#playing = null;
    this.#draw();
    this.#say(state, note);
    find(this.element, "[data-summary]").textContent = this.#latest?.summary ?? "";
  }

  /** @param {string} state @param {string} note */
  #say(state, note) {
    this.element.dataset.state = state;
    this.button.textContent = state === "playing" ? texts.pause : texts.play;
    find(this.element, "[data-note]").textContent = note;
  }
}
