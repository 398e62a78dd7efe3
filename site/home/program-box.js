import { strings } from "./generated/strings.js";
import { callAll, find, press } from "../kit/dom.js";
import { saveAs } from "../kit/files.js";
import { finish } from "../progress/done.js";
import { fill, megabytes, reason } from "../kit/text.js";
import { chosenNetwork } from "../project/state/network.js";
import { Runs } from "../project/state/runs.js";
import { ProgramPad } from "./program-pad.js";
import { ProgramStep } from "./program-step.js";

/**
 * What is used here of what the page has; its Python is a program's, in PyScript.
 * @typedef {object} Services
 * @property {import("../cells/editor.js").Editors} editors
 * @property {import("./folder.js").Folder} folder
 * @property {import("../kit/keep.js").Keep} keep
 * @property {import("./pyscript.js").PyScript} python
 * @property {import("../kit/store.js").Store} store
 *
 * @typedef {import("./pyscript.js").Lacking} Lacking
 */

const texts = strings.app;
const WHOLE = "whole"; // beside the steps: the finished program, to change and to take home
const EDIT = "project:app"; // the learner's text, which a file of progress may bring back
const OPEN = "project:app-step"; // which text was open last
const PASSED = "project:app-passed";
const HAS_RUN = "app-has-run"; // the text that the learner has run here, which no file brings
const STARTING = "app-starting"; // stands while the program starts: left behind, it got stuck
const ENDLESS = "EndlessLoop"; // the error of one
const OWN = "models/my_network.onnx"; // the learner's network, where the program reads it

/**
 * A program in PyScript, [data-app], built in steps: edited, run again, checked, reset, downloaded.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const program = new ProgramBox(element, services);
  return () => program.unmount();
}

class ProgramBox {
  /** @type {Map<string, ProgramStep>} those that have been open */
  #steps = new Map();
  #open = "";
  #asked = false; // the learner asked for this run, so they hear what the step lacks
  #running = false;
  #endless = false; // this run has had a loop that didn't end

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, services) {
    this.element = element;
    this.services = services;
    this.pad = new ProgramPad(find(element, ".app-program"));
    this.panels = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-app-step]")]);
    const { python, store } = services;
    const leave = () => store.remove(STARTING); // a page that got stuck cannot
    const follow = () => this.#turnTo(location.hash.slice(1));
    addEventListener("pagehide", leave);
    addEventListener("hashchange", follow);
    this.cleanups = [
      python.changed.on((status) => this.#showBoot(status)),
      python.news.on((news) => this.#hear(news)),
      press(find(element, "[data-download]"), () => this.#download()),
      () => removeEventListener("pagehide", leave),
      () => removeEventListener("hashchange", follow),
    ];
    find(element, "[data-steps]").hidden = false;
    this.#showPassed();
    this.#turnTo(location.hash.slice(1) || (store.get(OPEN) ?? ""));
  }

  unmount() {
    callAll(this.cleanups);
    for (const step of this.#steps.values()) step.destroy();
  }

  get #names() {
    return this.panels.map(({ dataset }) => dataset.appStep ?? "");
  }

  get #step() {
    return /** @type {ProgramStep} */ (this.#steps.get(this.#open));
  }

  /** The number of the step that is open, from 1; none for the whole program. */
  get #number() {
    const place = this.#names.indexOf(this.#open);
    return this.#open === WHOLE ? null : place + 1;
  }

  /** Where something of the open text is kept. @param {string} key */
  #of(key) {
    return this.#open === WHOLE ? key : `${key}/${this.#number}`;
  }

  /** Open one of the texts, and start it, unless there is a reason to wait for the learner. @param {string} name */
  #turnTo(name) {
    const wanted = this.#names.includes(name) ? name : this.#names[0];
    if (wanted === this.#open) return;
    const { store } = this.services;
    this.#open = wanted;
    store.set(OPEN, wanted);
    this.element.dataset.step = String(this.#number ?? WHOLE);
    for (const panel of this.panels) panel.hidden = panel.dataset.appStep !== wanted;
    for (const link of this.element.querySelectorAll("[data-steps] a")) {
      if (link.getAttribute("href") === `#${wanted}`) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    this.#steps.set(wanted, this.#steps.get(wanted) ?? this.#made(wanted));
    this.#step.carry.offer();
    const why = this.#whyNot();
    if (!why) return void this.#run(false);
    store.remove(STARTING);
    this.services.python.stop();
    this.#show("stopped", fill(why, { run: this.#step.label }));
  }

  /** @param {string} name */
  #made(name) {
    const panel = /** @type {HTMLElement} */ (this.panels[this.#names.indexOf(name)]);
    return new ProgramStep(panel, this.services, {
      key: this.#of(EDIT),
      onRun: () => (this.#running ? this.#stop() : this.#run(true)),
      onNext: () => this.#goOn(),
      before: () => this.#ownBefore(name),
    });
  }

  /** The learner's program of the step before this one, if it has passed its check. @param {string} name */
  #ownBefore(name) {
    const { store } = this.services;
    const before = this.#names.indexOf(name);
    return store.get(`${PASSED}/${before}`) && store.get(`${EDIT}/${before}`);
  }

  #goOn() {
    const { length } = this.#names;
    location.hash = this.#names[Math.min(length - 1, this.#names.indexOf(this.#open) + 1)];
    find(this.element, "[data-steps] [aria-current]").focus();
  }

  #whyNot() {
    const { store } = this.services;
    if (new URLSearchParams(location.search).has("safe")) return texts.safe;
    if (store.get(STARTING)) return texts.stuck;
    const { code, original } = this.#step.box;
    return code === original || code === store.get(this.#of(HAS_RUN)) ? "" : texts.unknown;
  }

  /** Run the open text on a new pad. @param {boolean} asked by the learner */
  async #run(asked) {
    const { store, keep, python } = this.services;
    if (python.status.state === "failed") return location.reload();
    const [step, { code }] = [this.#step, this.#step.box];
    this.#asked = asked;
    this.#running = true;
    this.#endless = false;
    if (asked) store.set(this.#of(HAS_RUN), code);
    if (asked) history.replaceState(null, "", `${location.pathname}${location.hash}`); // without ?safe
    this.#show("running", "");
    step.begin();
    if (python.status.state !== "ready") step.say(texts.waiting);
    const network = await chosenNetwork(keep);
    await python.boot();
    if (step !== this.#step || !this.#running) return;
    this.pad.renew(network && this.#nameOf(network.run));
    python.run({ code, step: asked ? this.#number : null, network });
  }

  /** @param {string | null} run */
  #nameOf(run) {
    const name = new Runs(this.services.store, () => {}).find(run)?.name;
    return name ? fill(texts.network_own_named, { name }) : texts.network_own;
  }

  #stop() {
    this.services.python.stop();
    this.#ended("stopped", texts.stopped);
  }

  /** @param {import("./pyscript.js").News} news */
  #hear({ state, printed, error, lines, lacking, ended }) {
    const { store } = this.services;
    if (printed) this.#step.output.print({ stream: "stdout", text: printed });
    if (error) this.#showError(error, lines ?? []);
    if (state === "running") store.set(STARTING, "1");
    else if (state) store.remove(STARTING);
    if (state === "started" || state === "failed") this.#ended(state, texts[state]);
    if (ended) this.#hasRun(state === "started", lacking ?? null);
  }

  /** The program has run to its end, and what it has set up goes on. @param {boolean} well @param {Lacking | null} lacking */
  #hasRun(well, lacking) {
    this.pad.replay(() => !this.#endless);
    const { code, original } = this.#step.box;
    if (well && this.#open === WHOLE && code !== original)
      finish(this.services.store, "app/change");
    if (!this.#asked || !this.#number) return;
    if (lacking) this.#step.lacks(lacking);
    else if (well) this.#passed(this.#number);
  }

  /** @param {number} number of the step */
  #passed(number) {
    const { store } = this.services;
    store.set(`${PASSED}/${number}`, "1");
    const all = this.#showPassed();
    if (all) finish(store, "app/build");
    const passed = all && number === this.panels.length - 1 ? texts.passed_all : texts.passed;
    const next = this.panels[number].dataset.title ?? "";
    this.#step.passes(fill(passed, { number }), next);
  }

  /** Tick off the steps that are done. @returns {boolean} whether all are */
  #showPassed() {
    const ticks = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll("[data-done]")]);
    for (const [place, tick] of ticks.entries()) {
      tick.hidden = this.services.store.get(`${PASSED}/${place + 1}`) === null;
    }
    return ticks.every(({ hidden }) => !hidden);
  }

  /** @param {import("../python/error.js").Details} error @param {number[]} lines */
  #showError(error, lines) {
    this.#endless ||= error.type === ENDLESS;
    const help = error.type === ENDLESS ? texts.endless : error.help;
    this.#step.fail({ ...error, help }, lines);
  }

  /** @param {import("../python/service.js").Status} status */
  #showBoot({ state, message }) {
    if (state === "failed") this.#ended("failed", fill(texts.boot, { reason: message }));
  }

  /** @param {"started" | "failed" | "stopped"} state @param {string} note */
  #ended(state, note) {
    this.#running = false;
    this.#step.settle(note);
    this.#show(state, note);
  }

  /** @param {"running" | "started" | "failed" | "stopped"} state @param {string} note */
  #show(state, note) {
    this.element.dataset.state = state;
    find(this.element, "[data-app-note]").textContent = state === "started" ? "" : note;
    if (state !== "failed" && state !== "stopped") return;
    find(this.pad.element, "[data-verdict]").textContent = texts.off;
  }

  async #download() {
    const { folder, python, store } = this.services;
    const step = this.#step;
    step.say(texts.packing);
    try {
      const own = python.file(OWN);
      const zip = await folder.zipped(step.box.code, own ? { [OWN]: own } : {});
      saveAs(folder.name, zip, zip.type);
      finish(store, "app/take");
      step.say(fill(texts.packed, { file: folder.name, size: megabytes(zip.size) }));
    } catch (error) {
      step.say(fill(texts.pack_failed, { reason: reason(error) }));
    }
  }
}
