import { decoded } from "../kit/fragment.js";
import { strings as shared } from "../kit/generated/strings.js";
import { strings } from "./generated/strings.js";
import { callAll, find, press } from "../kit/dom.js";
import { PythonError } from "../python/error.js";
import { drawingIn, inWords, rulesFor } from "../python/said.js";
import { linkTo } from "./link.js";
import { tell } from "../kit/live.js";
import { fill, withMinus } from "../kit/text.js";
import { Grip } from "./grip.js";
import { reach } from "./reach.js";
import { replace } from "./tween.js";
import { Walk } from "./walk.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../python/service.js").Python} python
 */

const texts = strings.figure;
const LIMIT = 20; // seconds that one drawing may take
const PACE = 900; // ms between two steps while playing
const PATIENCE = 300; // ms of waiting until it says what for
const SPEAK_AFTER = 500; // ms of rest before the summary is read out
const QUICK = 200; // ms between two drawings below which they follow each other without motion

/** @typedef {Record<string, string | number | boolean | [number, number]>} Values */

/**
 * A live figure: [data-figure] with [data-drawing], which Python draws anew for every value of
 * the controls in [data-controls] and of the grips, [data-point], that lie over the drawing.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { python }) {
  const figure = new LiveFigure(element, python);
  return () => figure.destroy();
}

class LiveFigure {
  /** @type {Values} */
  #values = {};
  #wanted = false; // values have changed since the last request
  #asking = false;
  #playing = 0;
  #speaking = 0;
  #waiting = 0;
  #placing = 0;
  #shown = 0; // when the newest drawing came
  #summary = ""; // its own
  #stop = () => {}; // its motion
  /** @type {Promise<import("../python/said.js").Rule[]>} */
  #rules;
  /** @type {(() => void)[]} */
  #cleanups = [];

  /** @param {HTMLElement} element @param {import("../python/service.js").Python} python */
  constructor(element, python) {
    this.element = element;
    this.python = python;
    this.name = element.dataset.figure ?? "";
    this.lesson = document.documentElement.dataset.lesson ?? "";
    this.#rules = rulesFor(`figures/${this.name}`);
    this.drawing = find(element, "[data-drawing]");
    this.stage = find(element, "[data-stage]");
    this.note = find(element, "[data-note]");
    this.share = find(element, "[data-share]");
    this.form = /** @type {HTMLFormElement} */ (find(element, "[data-controls]"));
    /** @type {Grip[]} */
    this.grips = [...element.querySelectorAll("[data-point]")].map(
      (grip) => new Grip(/** @type {HTMLElement} */ (grip), this),
    );
    this.walk = this.#makeWalk();
    // a picture's description isn't read to those who read line by line
    const { textContent: summary } = find(this.drawing, "desc");
    tell(find(element, "[data-summary]"), summary ?? "", false);
    this.#listen();
    this.#readControls();
    this.#follow(python.status.state);
    this.#openState();
  }

  destroy() {
    this.#pause();
    clearTimeout(this.#speaking);
    clearTimeout(this.#waiting);
    cancelAnimationFrame(this.#placing);
    this.#stop();
    callAll(this.#cleanups);
    for (const grip of this.grips) grip.destroy();
    this.element.dataset.live = "false";
  }

  #listen() {
    /** @param {EventTarget} target @param {string} type @param {(event: any) => void} listener */
    const on = (target, type, listener) => {
      target.addEventListener(type, listener);
      this.#cleanups.push(() => target.removeEventListener(type, listener));
    };
    on(this.form, "input", () => this.#changed());
    on(this.form, "submit", (event) => event.preventDefault());
    on(this.form, "click", (event) => this.#clicked(event.target));
    this.#cleanups.push(press(this.share, () => this.#share()));
    this.share.hidden = false;
    on(window, "hashchange", () => this.#openState() && this.element.scrollIntoView());
    on(window, "resize", () => this.#placeGrips());
    for (const type of ["pointerover", "focusin"]) on(this.drawing, type, (e) => this.#light(e));
    for (const type of ["pointerout", "focusout"]) on(this.drawing, type, () => this.#light(null));
    this.#cleanups.push(reach(this.drawing, (wanted) => this.touched(wanted)));
    this.#cleanups.push(this.python.changed.on(({ state }) => this.#follow(state)));
  }

  /** @param {string} state Python's */
  #follow(state) {
    const live = state === "ready";
    const before = this.element.dataset.live === "true";
    this.element.dataset.live = String(live);
    if (live !== before || !live) this.#enable(live);
    if (live && this.#wanted) this.#request();
    if (!live) tell(this.note, texts.waiting, false);
    else if (!before) tell(this.note, "");
  }

  /** @param {boolean} on */
  #enable(on) {
    for (const field of this.form.elements) field.toggleAttribute("disabled", !on);
    for (const grip of this.grips) grip.element.hidden = !on;
    if (on) this.#placeGrips();
  }

  // ---- Values

  #readControls() {
    for (const field of this.form.elements) {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
      if (field.name) this.#values[field.name] = fieldValue(field);
    }
    for (const { name, value } of this.grips) this.#values[name] = value;
  }

  /** Some control has another value. */
  #changed() {
    this.#readControls();
    this.#showNumbers();
    this.#wanted = true;
    this.#request();
  }

  /** The numbers beside sliders and steps. */
  #showNumbers() {
    for (const output of this.form.querySelectorAll("output")) {
      const steps = /** @type {HTMLElement | null} */ (output.closest("[data-steps]"));
      const field = (steps ?? output.parentElement)?.querySelector("input");
      const first = Number(steps?.dataset.steps);
      if (!field) continue;
      output.value = steps ? String(Number(field.value) + first) : withMinus(field.value);
      if (steps)
        field.setAttribute("aria-valuetext", find(steps, ".figure-place").textContent ?? "");
    }
  }

  /** A grip waits for the place where it should go, or not anymore. */
  picked() {
    this.note.textContent = this.grips.some(({ picked }) => picked) ? texts.goal : "";
  }

  /** A grip was moved. */
  moved() {
    this.#changed();
  }

  /** Set controls from outside. @param {Record<string, string>} wanted as in an address */
  #set(wanted) {
    this.#setControls(wanted);
    this.#changed();
  }

  /** @param {Record<string, string>} wanted */
  #setControls(wanted) {
    for (const field of this.form.elements) {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
      const value = wanted[field.name];
      if (value === undefined) continue;
      if (field.type === "checkbox") /** @type {any} */ (field).checked = value === "true";
      else field.value = value;
    }
    for (const grip of this.grips) {
      const [x, y] = (wanted[grip.name] ?? "").split(",").map(Number);
      if (Number.isFinite(x) && Number.isFinite(y)) grip.set([x, y]);
    }
  }

  /** A control was set in the drawing itself. @param {Record<string, string>} wanted */
  touched(wanted) {
    if (this.element.dataset.live !== "true") return;
    const before = JSON.stringify(this.#values);
    this.#pause();
    this.#setControls(wanted);
    this.#readControls();
    if (JSON.stringify(this.#values) !== before) this.#changed();
  }

  /** An address such as #figure-boundary?w1=0.5&on=true opens the figure in that state. */
  #openState() {
    const [id, state] = decoded(location.hash).split("?");
    if (id !== this.element.id || state === undefined) return false;
    this.#set(Object.fromEntries(new URLSearchParams(state)));
    return true;
  }

  /** Give the reader a link to the figure in its present state. */
  async #share() {
    const state = Object.entries(this.#values).map(([name, value]) => [name, String(value)]);
    const copied = await linkTo(`${this.element.id}?${new URLSearchParams(state)}`);
    tell(this.note, copied ? texts.shared : texts.shared_above);
  }

  #restore() {
    this.form.reset();
    for (const grip of this.grips) grip.set(grip.start);
    this.#changed();
  }

  // ---- Steps

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if (button.matches("[data-restore]")) return this.#restore();
    const field = button.closest("[data-steps]")?.querySelector("input");
    if (!field) return;
    if (button.matches("[data-play]")) return this.#playing ? this.#pause() : this.#play(field);
    this.#pause();
    this.#step(field, Number(button.dataset.move));
  }

  /** @param {HTMLInputElement} field @param {number} by */
  #step(field, by) {
    field.value = String(Number(field.value) + by); // the browser keeps it within its limits
    this.#changed();
  }

  /** @param {HTMLInputElement} field */
  #play(field) {
    if (field.value === field.max) field.value = field.min;
    clearTimeout(this.#speaking);
    this.#sayPlay(texts.pause);
    this.#playing = window.setInterval(() => {
      if (field.value === field.max) return this.#pause();
      this.#step(field, 1);
    }, PACE);
    this.#step(field, field.value === field.min ? 0 : 1);
  }

  #pause() {
    const played = this.#playing;
    clearInterval(this.#playing);
    this.#playing = 0;
    this.#sayPlay(texts.play);
    if (played) this.#speak();
  }

  /** @param {string} text */
  #sayPlay(text) {
    const button = this.form.querySelector("[data-play]");
    if (button) button.textContent = text;
  }

  // ---- Drawing

  /** Ask for a drawing of the newest values; one request at a time, none is queued. */
  #request() {
    if (this.#asking || this.element.dataset.live !== "true") return;
    this.#wanted = false;
    this.#asking = true;
    const args = { lesson: this.lesson, name: this.name, values: this.#values };
    const options = {
      timeout: LIMIT,
      name: texts.name,
      onWait: (/** @type {string} */ other) => this.#waitFor(other),
      onStart: () => clearTimeout(this.#waiting),
    };
    this.python
      .call("figures.draw", args, options)
      .then(async (answer) => this.#show(answer, await this.#rules))
      .catch((error) => this.#failed(error))
      .finally(() => {
        this.#asking = false;
        if (this.#wanted) this.#request();
      });
  }

  /** Python is busy with something else. @param {string} name */
  #waitFor(name) {
    clearTimeout(this.#waiting);
    const say = () => (this.note.textContent = fill(shared.python.waits, { name }));
    this.#waiting = window.setTimeout(say, PATIENCE);
  }

  /** @param {{ svg: string, summary: string }} answer @param {import("../python/said.js").Rule[]} rules */
  #show({ svg, summary }, rules) {
    if (!this.element.isConnected) return;
    this.#stop();
    const now = performance.now();
    this.#placeGrips(); // where its parts will be, not where their motion begins
    this.#stop = replace(this.drawing, drawingIn(svg, rules), now - this.#shown < QUICK);
    this.#shown = now;
    this.picked();
    this.walk?.renew();
    this.#summary = inWords(summary, rules);
    this.#speak();
  }

  /** Say what is shown, once it rests: neither while a control is moved nor while steps play. */
  #speak() {
    clearTimeout(this.#speaking);
    if (this.#playing) return;
    const speak = () => {
      tell(find(this.element, "[data-summary]"), this.#summary);
    };
    this.#speaking = window.setTimeout(speak, SPEAK_AFTER);
  }

  /** @param {unknown} error */
  #failed(error) {
    if (!(error instanceof PythonError)) throw error;
    if (error.kind === "stopped")
      this.#wanted = true; // by a Stop elsewhere: drawn after the restart
    else this.note.textContent = fill(texts.failed, { reason: error.details.message ?? "" });
  }

  /** Before the next picture, when the page is laid out anyway. */
  #placeGrips() {
    cancelAnimationFrame(this.#placing);
    if (!this.grips.length) return;
    this.#placing = requestAnimationFrame(() => {
      if (this.element.dataset.live !== "true") return;
      callAll(this.grips.map((grip) => grip.find()));
    });
  }

  /** What can be read place by place, if there's more than the summary says. */
  #makeWalk() {
    if (!("walk" in this.element.dataset)) return null;
    const args = () => ({ lesson: this.lesson, name: this.name, values: this.#values });
    const ask = async () => {
      const options = { timeout: LIMIT, name: texts.name };
      const stops = await this.python.call("figures.walk", args(), options);
      const rules = await this.#rules;
      return stops.map((stop) => ({ ...stop, said: inWords(stop.said, rules) }));
    };
    return new Walk(this.form, this.drawing, ask, (link) => this.#lightLinks(link ? [link] : []));
  }

  /** Light up all parts that carry the same data-link. @param {Event | null} event */
  #light(event) {
    const part = event?.target instanceof Element ? event.target.closest("[data-link]") : null;
    this.#lightLinks(part?.getAttribute("data-link")?.split(" ") ?? []);
  }

  /** @param {string[]} links */
  #lightLinks(links) {
    for (const one of this.drawing.querySelectorAll("[data-link]")) {
      const own = one.getAttribute("data-link")?.split(" ") ?? [];
      one.toggleAttribute(
        "data-lit",
        own.some((link) => links.includes(link)),
      );
    }
  }
}

/** @param {HTMLInputElement | HTMLSelectElement} field */
function fieldValue(field) {
  if (field.type === "checkbox") return /** @type {HTMLInputElement} */ (field).checked;
  return field.type === "range" ? Number(field.value) : field.value;
}
