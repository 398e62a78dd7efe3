import { strings } from "../kit/generated/strings.js";
import { callAll, find, make, press } from "../kit/dom.js";
import { tell } from "../kit/live.js";
import { fill } from "../kit/text.js";
import * as cell from "./cell.js";

/** @typedef {import("./cell.js").Services} Services */
/** @typedef {import("../kit/generated/operations.js").Operations["cells.variables"]["answer"][number]} Variable */

const texts = strings.desk;

/** What's on the desk once it's open: the page's cells as a whole, the variables, a scratch cell. */
export class Desk {
  /** @type {AbortController | null} of all that run one after the other */
  #running = null;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, services) {
    this.element = element;
    this.services = services;
    this.lesson = document.documentElement.dataset.lesson ?? "";
    this.note = find(element, "[data-desk-note]");
    const { content } = /** @type {HTMLTemplateElement} */ (find(element, "template"));
    const scratch = /** @type {HTMLElement} */ (find(content, "[data-cell]").cloneNode(true));
    element.append(scratch);
    this.cleanups = [
      cell.mount(scratch, services),
      services.notebook.changed.on(() => void this.#show()),
      services.python.changed.on(() => void this.#show()),
      this.#press("all", () => this.#runAll()),
      this.#press("clear", () => this.#clear()),
      this.#press("restart", () => this.#restart()),
      () => scratch.remove(),
    ];
    void this.#show();
  }

  unmount() {
    this.#running?.abort();
    callAll(this.cleanups);
  }

  /** A page without cells of its own has fewer buttons. @param {string} name @param {() => unknown} action */
  #press(name, action) {
    const button = /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-${name}]`));
    return button ? press(button, action) : () => {};
  }

  async #runAll() {
    if (this.#running) return this.#running.abort();
    const { signal } = (this.#running = new AbortController());
    find(this.element, "[data-all]").textContent = texts.stop;
    const ended = await this.services.notebook.runAll(signal, ({ dataset: { number = "" } }) => {
      tell(this.note, fill(texts.running, { number }), false);
    });
    const said = { done: texts.all_done, error: texts.all_failed, stopped: texts.all_stopped };
    tell(this.note, said[ended === "done" || ended === "error" ? ended : "stopped"]);
    find(this.element, "[data-all]").textContent = texts.all;
    this.#running = null;
  }

  #clear() {
    for (const one of this.services.notebook.cells) one.clear();
    tell(this.note, texts.cleared);
  }

  #restart() {
    this.#running?.abort();
    this.services.python.restart();
    tell(this.note, texts.restarted);
  }

  /** Show the variables, unless Python has something better to do: then they come after it. */
  async #show() {
    const { python } = this.services;
    if (!python.idle) return;
    const found = await python.call("cells.variables", { lesson: this.lesson }).catch(() => null);
    if (found) find(this.element, "[data-variables]").replaceChildren(...shown(found));
  }
}

/** @param {Variable[]} found */
function shown(found) {
  if (!found.length) return [make("p", "desk-none", texts.none)];
  const table = make("table");
  table.append(make("caption", "visually-hidden", texts.variables));
  const head = table.createTHead().insertRow();
  for (const text of [texts.name, texts.kind, texts.value]) {
    const cell = make("th", "", text);
    cell.scope = "col";
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { name, kind, shape, value } of found) {
    const head = make("th", "", name);
    head.scope = "row";
    const told = shape ? fill(texts.shaped, { kind, shape }) : kind;
    body.insertRow().append(head, make("td", "", told), make("td", "desk-value", value));
  }
  return [table];
}
