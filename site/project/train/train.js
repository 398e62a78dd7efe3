import { strings } from "../generated/strings.js";
import { callAll, find, hide, make, offer, press } from "../../kit/dom.js";
import { refuse, tell } from "../../kit/live.js";
import { Charts, swatch } from "./charts.js";
import { RunsTable } from "./runs-table.js";
import { drawPixels } from "../../kit/picture.js";
import { duration, fill, megabytes, reason, share } from "../../kit/text.js";
import { chooseLayers, readForm } from "./form.js";
import { keepForm } from "./kept-form.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project.js").Project} project
 */

const texts = strings.train;
const COMPARED = "compared"; // ids of the runs whose curves are shown
const REDRAW = 500; // ms between two drawings of the curves while it trains

/**
 * Training, [data-project=train]: settings, a run with its curves, and the runs so far.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const training = new Training(element, services);
  return () => callAll(training.cleanups);
}

class Training {
  /** @type {Set<string>} ids of the runs whose curves are shown */
  #compared;
  #drawn = 0;
  #drawing = false;
  #again = false; // whether something has changed while it was drawn
  /** @type {(() => unknown) | null} */
  #undo = null;
  #status = "";
  #ended = -1; // epochs whose end has been announced
  /** @type {string | null} the run that was under way when that was last shown */
  #id = null;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { project }) {
    const { training, network } = project;
    this.element = element;
    this.project = project;
    this.training = training;
    this.#compared = new Set((project.remembered(COMPARED) ?? "").split(" ").filter(Boolean));
    this.charts = new Charts(find(element, "[data-curves-figure]"));
    this.table = new RunsTable(element, project, {
      compare: (id, chosen) => this.#compare(id, chosen),
      use: (run) => this.#use(run),
      forget: (run) => this.#forget(run),
    });
    this.form = /** @type {HTMLFormElement} */ (find(element, "[data-settings]"));
    this.note = find(element, "[data-note]");
    const begin = (/** @type {Event} */ event) => {
      event.preventDefault();
      void this.#begin();
    };
    this.form.addEventListener("submit", begin);
    const choose = () => chooseLayers(this.form);
    this.form.addEventListener("change", choose);
    this.cleanups = [
      () => this.form.removeEventListener("change", choose),
      press(find(element, "[data-pause]"), () => this.#pause()),
      press(find(element, "[data-step-once]"), () => training.step()),
      press(find(element, "[data-stop]"), () => training.stop()),
      press(find(element, "[data-use]"), () => this.#useThis()),
      press(find(element, "[data-undo]"), () => this.#takeBack()),
      project.watch({
        training: () => this.#show(),
        slice: () => this.#show(),
        runs: () => this.#showRuns(),
        network: () => this.#showRuns(),
        code: () => this.#offerOwn(),
      }),
    ];
    find(element, "[data-begin]").removeAttribute("disabled");
    this.#status = training.state.status;
    this.#id = training.id;
    this.#offerOwn();
    this.cleanups.push(keepForm(this.form, project));
    choose();
    this.#showRuns();
    this.#show();
    void network.recall().then(() => training.recall());
    if (project.runs.list.some(({ id }) => this.#compared.has(id))) void this.#draw();
  }

  /** The learner's own code may train where it passed its check. */
  #offerOwn() {
    const code = this.project.code.text;
    const own = /** @type {HTMLInputElement} */ (find(this.form, "[name=whose][value=theirs]"));
    if (code !== null && own.disabled) own.checked = true;
    own.disabled = code === null;
    find(this.element, "[data-whose]").textContent =
      code === null ? texts.whose_none : texts.whose_ready;
    find(this.element, "[data-code-details]").hidden = code === null;
    find(this.element, "[data-your-code]").textContent = code;
  }

  async #begin() {
    if (this.training.busy) return;
    const chosen = readForm(this.form);
    if ("problem" in chosen) return this.#refuse(chosen);
    const code = chosen.theirs ? this.project.code.text : null;
    if (code !== null && !(await this.#stillPasses(code))) return;
    await this.training.begin(chosen, code);
  }

  /** @param {{ problem: string, field: string }} chosen */
  #refuse({ problem, field }) {
    const found = this.form.elements.namedItem(field);
    const one = found instanceof RadioNodeList ? found[0] : found;
    if (!(one instanceof HTMLElement)) return;
    refuse(one, this.note, problem);
    find(this.element, "[data-progress-bar]").hidden = true; // it's the last run's
    one.focus();
  }

  /** @param {string} code */
  async #stillPasses(code) {
    this.note.textContent = texts.starting;
    const why = await this.project.code.refused(code);
    if (why !== null) this.note.textContent = fill(texts.not_passed, { reason: why });
    return why === null;
  }

  #pause() {
    if (this.training.state.status === "paused") return this.training.resume();
    return this.training.pause();
  }

  /** Where the run is. */
  #show() {
    const { status, run } = this.training.state;
    if (this.#id !== this.training.id && this.training.busy) this.#showAlone();
    const ended = status !== this.#status && (status === "done" || status === "paused");
    this.#status = status;
    this.element.dataset.state = status;
    tell(this.note, this.#said(), !this.training.busy);
    this.#announce();
    const paused = status === "paused";
    const pause = find(this.element, "[data-pause]");
    pause.textContent = paused ? texts.resume : texts.pause;
    pause.classList.toggle("primary", paused);
    find(this.element, "[data-begin]").classList.toggle("primary", !paused);
    this.#enable("[data-pause]", status === "running" || paused);
    this.#enable("[data-stop]", status === "running" || paused);
    this.#enable("[data-step-once]", paused);
    this.#enable("[data-begin]", !this.training.busy);
    const bar = /** @type {HTMLProgressElement} */ (find(this.element, "[data-progress-bar]"));
    bar.hidden = status === "idle" || status === "failed";
    bar.value = run ? run.images / run.of_images : 0;
    this.#showNow();
    this.#offerThis();
    if (run && (ended || performance.now() - this.#drawn > REDRAW)) void this.#draw();
  }

  /** Announce a run's start, and its accuracy after each epoch; the rest is there to be read. */
  #announce() {
    const { status, run, settings } = this.training.state;
    const spoken = find(this.element, "[data-spoken]");
    if (status === "loading") this.#ended = -1;
    if (status !== "running") return tell(spoken, status === "loading" ? texts.starting : "");
    const epoch = (run?.epoch ?? 1) - 1;
    if (epoch === this.#ended) return;
    this.#ended = epoch;
    const last = run?.last.validation ?? run?.last.train;
    const values = { epoch, epochs: settings?.epochs ?? 0, right: share(last?.accuracy ?? 0) };
    tell(spoken, epoch ? fill(texts.epoch_ended, values) : texts.begun);
  }

  /** @param {string} button @param {boolean} on */
  #enable(button, on) {
    offer(find(this.element, button), on);
  }

  /** The network of the run under way, or of the last, becomes the learner's when they say so. */
  #offerThis() {
    const { training, network } = this.project;
    const run = this.project.runs.find(training.id);
    const use = find(this.element, "[data-use]");
    const useless = !run || network.current?.run === run.id || !network.ids.has(run.id);
    if (useless) hide(use, find(this.element, "[data-begin]"));
    else use.hidden = false;
    if (run) use.textContent = fill(texts.use_this, { name: run.name });
  }

  /** What the state is, in words. */
  #said() {
    const { status, run, bytes, message, settings, kept, lost } = this.training.state;
    if (status === "failed") return fill(texts.failed, { reason: message });
    if (lost) return texts.lost;
    if (bytes) {
      return fill(texts.loading, {
        loaded: megabytes(bytes.loaded),
        total: megabytes(bytes.total),
      });
    }
    if (!run) return status === "idle" ? "" : texts.starting;
    const values = {
      epoch: run.epoch,
      batches: run.batches,
      of_batches: run.of_batches,
      epochs: settings?.epochs ?? 0,
      speed: Math.round(run.speed).toLocaleString("en"),
      left: run.left === null ? "?" : duration(1000 * run.left),
      images: run.images.toLocaleString("en"),
      time: duration(1000 * run.seconds),
    };
    const ended = run.done ? texts.done : texts.ended;
    const text = fill(
      status === "done" ? ended : texts[status === "paused" ? "paused" : "running"],
      values,
    );
    return `${text} ${status === "done" ? this.#whose() : ""} ${kept ? "" : texts.not_kept}`.trim();
  }

  /** Whether the run that has ended has made the learner's network. */
  #whose() {
    const { network, runs, training } = this.project;
    if (network.current?.run === training.id) return texts.now_yours;
    return fill(texts.still, {
      name: runs.find(network.current?.run ?? null)?.name ?? texts.earlier,
    });
  }

  #showNow() {
    const last = this.training.state.run?.last;
    const now = last?.train
      ? fill(texts.now, {
          train_loss: last.train.loss.toFixed(3),
          train_right: share(last.train.accuracy),
        })
      : "";
    const measured = last?.validation
      ? fill(texts.now_validation, {
          loss: last.validation.loss.toFixed(3),
          right: share(last.validation.accuracy),
        })
      : "";
    find(this.element, "[data-now]").textContent = now && now + measured;
  }

  /** Curves and weights; never two drawings at once, so that they hold up no training. */
  async #draw() {
    this.#again = true;
    if (this.#drawing) return;
    this.#drawing = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#drawRuns();
      }
    } catch (error) {
      this.note.textContent = reason(error);
    }
    this.#drawn = performance.now();
    this.#drawing = false;
  }

  async #drawRuns() {
    const { training, project } = this;
    const runs = project.runs.list.filter(({ id }) => this.#compared.has(id)).reverse();
    const live = training.there && this.#compared.has(training.id ?? "");
    if (live) {
      const record = await project.ask("project.training_record", {});
      const place = runs.findIndex(({ id }) => id === record.id);
      if (place >= 0) runs[place] = { ...runs[place], ...record };
    }
    if (runs.length) {
      const shown = runs.map((run) => ({ name: run.name, color: run.color, record: run }));
      const curves = await project.ask("project.training_curves", { runs: shown });
      this.charts.show(runs, curves.svg);
      if (!training.busy) find(this.element, "[data-curves-said]").textContent = curves.summary;
    }
    find(this.element, "[data-curves-figure]").hidden = !runs.length;
    await this.#drawWeights(runs);
  }

  /** @param {import("../state/runs.js").Run[]} runs */
  async #drawWeights(runs) {
    const list = find(this.element, "[data-weights]");
    const figures = [];
    for (const run of runs) {
      const pixels = await this.project.network.weights(run.id);
      if (!pixels) continue;
      const canvas = make("canvas", "sheet");
      drawPixels(canvas, pixels);
      const { filters, hidden } = run.settings;
      const kind = filters ? "filters" : hidden.length ? "of" : "digits";
      const count = filters || hidden[0] || Number(this.table.ends[1]);
      const name = make("p");
      name.append(swatch(run), " ", fill(texts[`weights_${kind}`], { name: run.name, count }));
      const figure = make("div");
      figure.append(name, canvas);
      figures.push(figure);
    }
    list.replaceChildren(...figures);
    find(this.element, "[data-weights-figure]").hidden = !figures.length;
  }

  // ---- The runs so far

  #showRuns() {
    this.table.show(this.#compared);
    this.#offerThis();
  }

  /** A run that begins is shown alone at first. */
  #showAlone() {
    this.#id = this.training.id;
    this.#compared = new Set(this.#id ? [this.#id] : []);
    this.#noteCompared();
  }

  /** @param {string} id @param {boolean} chosen */
  #compare(id, chosen) {
    if (chosen) {
      this.#compared.add(id);
      this.project.runs.tellApart(id, this.#compared);
    } else this.#compared.delete(id);
    this.#noteCompared();
    if (this.#compared.size > 1) this.project.finish("train/compare");
    void this.#draw();
  }

  #noteCompared() {
    this.project.remember(COMPARED, [...this.#compared].join(" "));
    this.#showRuns();
  }

  #useThis() {
    const run = this.project.runs.find(this.training.id);
    return run && this.#use(run);
  }

  /** @param {import("../state/runs.js").Run} run */
  async #use(run) {
    const { network } = this.project;
    const before = network.current;
    const kept = await network.choose(run.id);
    const text = fill(texts.used, { name: run.name });
    this.#say(kept ? text : `${text} ${texts.not_kept}`, before && (() => network.put(before)));
    this.#show();
  }

  /** @param {string} text @param {(() => unknown) | null} undo */
  #say(text, undo) {
    this.#undo = undo;
    find(this.element, "[data-runs-note]").textContent = text;
    const button = find(this.element, "[data-undo]");
    if (undo) button.hidden = false;
    else hide(button, find(this.element, "[data-begin]"));
  }

  /** @param {import("../state/runs.js").Run} run */
  async #forget(run) {
    const { runs, network } = this.project;
    this.#compared.delete(run.id);
    this.#noteCompared();
    runs.forget(run.id);
    const kept = await network.drop(run.id);
    this.#say(fill(texts.forgotten, { name: run.name }), () => {
      runs.put(run);
      return kept && network.store(kept);
    });
    find(this.element, "[data-undo]").focus(); // the row that had the focus is gone
    void this.#draw();
  }

  async #takeBack() {
    await this.#undo?.();
    this.#say(texts.undone, null);
    this.#show();
  }
}
