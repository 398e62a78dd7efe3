import { strings } from "../generated/strings.js";
import { find, make } from "../../kit/dom.js";
import { describeNetwork, describeSettings } from "./form.js";
import { duration, fill, share } from "../../kit/text.js";
import { swatch } from "./charts.js";

/**
 * @typedef {import("../state/runs.js").Run} Run
 *
 * What can be done with a run.
 * @typedef {object} Actions
 * @property {(id: string, chosen: boolean) => unknown} compare
 * @property {(run: Run) => unknown} use
 * @property {(run: Run) => unknown} forget
 */

const texts = strings.train;

/** The runs so far, [data-runs-table]: each can be compared, named, used, and deleted. */
export class RunsTable {
  /**
   * @param {HTMLElement} element the training
   * @param {import("../project.js").Project} project
   * @param {Actions} actions
   */
  constructor(element, project, actions) {
    this.element = find(element, "[data-runs-table]");
    this.body = find(element, "[data-runs-body]");
    this.room = find(element, "[data-runs-room]");
    this.project = project;
    this.actions = actions;
    this.most = Number(this.element.dataset.most);
    this.ends = (this.element.dataset.ends ?? "").split(" ");
  }

  /** @param {Set<string>} compared */
  show(compared) {
    const { runs, network } = this.project;
    const { list } = runs;
    this.element.hidden = list.length === 0;
    const focused = document.activeElement?.getAttribute("data-keep-focus");
    this.body.replaceChildren(...list.map((run) => this.#row(run, compared)));
    if (focused) this.#focus(focused);
    const next = runs.surplus(network.current?.run, 1).map(({ name }) => name);
    this.room.textContent = [
      compared.size >= this.most ? fill(texts.most_compared, { most: this.most }) : "",
      next.length ? fill(texts.full, { most: runs.most, names: next.join(", ") }) : "",
    ].join(" ");
  }

  /** The same control again, else the first of its run. @param {string} name "CONTROL ID" */
  #focus(name) {
    const [, id] = name.split(" ");
    const find = (/** @type {string} */ one) =>
      /** @type {HTMLElement | null} */ (this.body.querySelector(`[data-keep-focus="${one}"]`));
    (find(name) ?? find(`box ${id}`))?.focus();
  }

  /** @param {Run} run @param {Set<string>} compared */
  #row(run, compared) {
    const network = describeNetwork(run.settings, this.ends);
    const called = `${run.name}, ${network}`;
    const box = make("input");
    box.type = "checkbox";
    box.checked = compared.has(run.id);
    box.disabled = !box.checked && compared.size >= this.most;
    box.ariaLabel = `${texts.compare}: ${called}`;
    box.addEventListener("change", () => this.actions.compare(run.id, box.checked));
    const name = make("input", "run-name");
    name.value = run.name;
    name.ariaLabel = `${texts.name}: ${called}`;
    name.addEventListener("change", () => this.project.runs.rename(run.id, name.value));
    box.dataset.keepFocus = `box ${run.id}`;
    name.dataset.keepFocus = `name ${run.id}`;
    const { training } = this.project;
    const forget = make("button", "quiet", "✕");
    forget.type = "button";
    forget.ariaLabel = `${texts.forget}: ${called}`;
    forget.disabled = this.project.network.current?.run === run.id;
    if (training.busy || training.status === "paused") forget.disabled ||= training.id === run.id;
    forget.dataset.keepFocus = `forget ${run.id}`;
    forget.addEventListener("click", () => this.actions.forget(run));
    const how = [
      describeSettings(run.settings),
      run.theirs ? texts.by_you : "",
      run.taught ? fill(texts.taught, { count: run.taught }) : "",
      run.done ? "" : texts[run.paused ? "unfinished" : "stopped_early"],
    ];
    const first = make("span", "run-first");
    first.append(box, swatch(run), name);
    const kind = make("div", "run-how", network);
    kind.append(make("div", "cell-note", how.filter(Boolean).join(" · ")));
    const cells = [
      first,
      this.#use(run, called),
      kind,
      run.taught ? "–" : right(run.validation),
      run.parameters.toLocaleString("en"),
      run.taught ? "–" : right(run.train),
      run.test === undefined ? "–" : `${share(run.test)}%`,
      run.guess === null ? "–" : `${run.guess}%`,
      duration(1000 * run.seconds),
      forget,
    ];
    const row = make("tr");
    for (const content of cells) row.insertCell().append(content);
    return row;
  }

  /** @param {Run} run @param {string} called */
  #use(run, called) {
    const { network } = this.project;
    if (network.current?.run === run.id) return make("strong", "", texts.in_use);
    if (!network.ids.has(run.id)) return texts.no_weights;
    const use = make("button", "", texts.use);
    use.type = "button";
    use.ariaLabel = `${texts.use}: ${called}`;
    use.dataset.keepFocus = `use ${run.id}`;
    use.addEventListener("click", () => this.actions.use(run));
    return use;
  }
}

/** @param {import("../../kit/generated/operations.js").trainer_Points} curve */
function right({ accuracy }) {
  const last = accuracy.at(-1);
  return last === undefined ? "–" : `${share(last)}%`;
}
