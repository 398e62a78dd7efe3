import { strings as shared } from "../../kit/generated/strings.js";
import { strings } from "../generated/strings.js";
import { callAll, find, hide, offer, press } from "../../kit/dom.js";
import { tell } from "../../kit/live.js";
import { fill, megabytes, reason } from "../../kit/text.js";
import { Labelled } from "../labelled.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project.js").Project} project
 */

const texts = strings.project;

/**
 * The project's data, [data-project=data]: MNIST by chunks, loaded when it is asked for.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const data = new Data(element, services);
  return () => callAll(data.cleanups);
}

class Data {
  #page = 0;
  #turn = 0; // an answer that is not to the newest question is not shown

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { project }) {
    this.element = element;
    this.project = project;
    this.chunk = /** @type {HTMLSelectElement} */ (find(element, "[data-chunk]"));
    this.view = /** @type {HTMLSelectElement} */ (find(element, "[data-view]"));
    this.digit = /** @type {HTMLSelectElement} */ (find(element, "[data-digit]"));
    this.images = new Labelled(find(element, "[data-images]"));
    this.note = find(element, "[data-note]");
    const choose = () => this.#choose();
    for (const select of [this.chunk, this.view, this.digit])
      select.addEventListener("change", choose);
    this.pages = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-page]")]);
    this.cleanups = [
      ...this.pages.map((one) => press(one, () => this.#turnPage(Number(one.dataset.page)))),
      press(find(element, "[data-load]"), () => this.#load()),
      project.watch({ images: () => this.#offer() }),
      this.images.unmount,
    ];
    this.#offer();
  }

  /** Whether the chosen chunk is here, and else what it costs. */
  #offer() {
    const here = this.project.images.has(this.chunk.value);
    const load = find(this.element, "[data-load]");
    const size = megabytes(this.project.images.cost([this.chunk.value]));
    load.textContent = fill(texts.load, { size });
    find(this.element, "[data-views]").hidden = !here;
    if (here) hide(load, this.view);
    else load.hidden = false;
    if (here && this.element.dataset.state === "off") void this.#show(); // training has loaded it
    this.element.dataset.state = here ? "ready" : "off";
  }

  #choose() {
    this.#page = 0;
    this.element.dataset.state = "off";
    this.#offer();
  }

  async #load() {
    this.element.dataset.state = "loading";
    tell(this.note, texts.starting);
    try {
      await this.project.images.load([this.chunk.value], ({ loaded, total }) => {
        const values = { loaded: megabytes(loaded), total: megabytes(total) };
        tell(this.note, fill(texts.loading, values), false);
      });
      tell(this.note, "");
      await this.#show();
    } catch (error) {
      tell(this.note, fill(texts.load_failed, { reason: reason(error) }));
      this.#offer();
    }
  }

  /** @param {number} by */
  #turnPage(by) {
    this.#page += by;
    void this.#show();
  }

  /** What the learner chose to see. */
  async #show() {
    const turn = ++this.#turn;
    const view = this.view.value;
    const chunk = this.chunk.value;
    for (const part of this.element.querySelectorAll("[data-for]")) {
      const views = (part.getAttribute("data-for") ?? "").split(" ");
      /** @type {HTMLElement} */ (part).hidden = !views.includes(view);
    }
    try {
      const answer = await (view === "means"
        ? this.project.ask("project.mean_images", { chunk })
        : this.project.ask("project.browse", {
            chunk,
            view,
            digit: this.#digit(view),
            page: this.#page,
          }));
      if (turn === this.#turn) this.#tell(view, answer);
    } catch (error) {
      tell(this.note, reason(error));
    }
  }

  /** @param {string} view */
  #digit(view) {
    return view === "disputed" || this.digit.value === "" ? null : Number(this.digit.value);
  }

  /** @param {string} view @param {any} answer */
  #tell(view, answer) {
    const disputed = view === "disputed";
    const said = find(this.element, "[data-said]");
    const shown = view === "means" ? texts.means : told(answer);
    const asked = this.element.contains(document.activeElement); // and not loaded for a run
    tell(said, disputed && answer.labels.length ? `${shown} ${texts.dispute}` : shown, asked);
    const dispute = (/** @type {number[]} */ { length }) => {
      said.textContent = fill(texts.disputed, { count: length, all: answer.labels.length });
      if (length) this.project.finish("data/disputed");
    };
    const under = view === "means" ? counts(answer) : captions(answer);
    this.images.show(answer.pixels, under, disputed ? dispute : undefined);
    const [before, after] = this.pages;
    offer(before, this.#page > 0);
    offer(after, this.#page + 1 < (answer.pages ?? 0));
    if (view !== "means" && !answer.labels.length) return; // nothing was seen
    if (view === "means" || view === "hardest") this.project.finish(`data/${view}`);
    else if (view === "all" && this.digit.value) this.project.finish("data/classes");
  }
}

/** How many images are in each mean. @param {{ counts: number[] }} means */
function counts({ counts }) {
  return counts.map((count, digit) => `${digit}: ${count.toLocaleString(shared.words.language)}`);
}

/** Labels, and what the model reads where that's another digit. @param {{ labels: number[], said: number[] | null }} sheet */
function captions({ labels, said }) {
  return labels.map((label, i) => (said && said[i] !== label ? `${label}→${said[i]}` : `${label}`));
}

/** @param {{ labels: number[], said: number[] | null, count: number, first: number }} sheet */
function told({ labels, said, count, first }) {
  const all = count.toLocaleString(shared.words.language);
  const values = { from: first + 1, to: first + labels.length, count: all };
  if (!labels.length) return texts.none;
  return fill(said ? texts.shown_said : texts.shown, values);
}
