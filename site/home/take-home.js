import { strings } from "./generated/strings.js";
import { callAll, find, offer, press } from "../kit/dom.js";
import { tell } from "../kit/live.js";
import { fromBase64, saveAs } from "../kit/files.js";
import { fill, kilobytes, megabytes, reason } from "../kit/text.js";
import { mnist, myDigits, tenDigits } from "./images-files.js";
import { zipped } from "./zip.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project/project.js").Project} project
 */

/** @typedef {"onnx" | "npz" | "py" | "train"} OfNetwork the files that Python makes */

const texts = strings.home;
const OF_NETWORK = /** @type {OfNetwork[]} */ (["onnx", "npz", "py", "train"]);
const WITH_NETWORK = ["onnx", "npz", "folder"];
const FOLDER = "my-network";

/**
 * The learner's network as files, and images for it, [data-take-home]: a button for each, [data-take].
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const home = new TakeHome(element, services);
  return () => callAll(home.cleanups);
}

class TakeHome {
  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { project }) {
    this.project = project;
    this.note = find(element, "[data-take-note]");
    this.ten = element.querySelector("[data-ten]")?.getAttribute("data-images") ?? "";
    const buttons = element.querySelectorAll("[data-take]");
    this.buttons = /** @type {HTMLButtonElement[]} */ ([...buttons]);
    const offer = () => this.#offer();
    this.cleanups = [
      ...this.buttons.map((button) => press(button, () => this.#take(button))),
      project.watch({
        drawings: offer,
        network: () => {
          delete this.note.dataset.saved;
          offer();
        },
      }),
    ];
    offer();
    void project.network.recall();
  }

  /** What can be taken: images of others always, the rest once it is there. */
  #offer() {
    const { network, drawings } = this.project;
    const { current } = network;
    /** @type {Record<string, boolean>} */
    const there = { digits: true, mnist: true, drawings: drawings.list.length > 0 };
    for (const button of this.buttons) {
      offer(button, Boolean(there[button.dataset.take ?? ""] ?? current));
    }
    if (this.note.dataset.saved) return;
    const ready = current?.code ? texts.ready_own : texts.ready;
    tell(this.note, current ? ready : texts.no_network, false);
  }

  /** @param {HTMLButtonElement} button */
  async #take(button) {
    this.note.dataset.saved = "no";
    tell(this.note, fill(texts.making, { name: button.textContent ?? "" }));
    try {
      const [name, content] = await this.#made(button.dataset.take ?? "");
      saveAs(name, content);
      this.note.dataset.saved = name;
      tell(this.note, fill(texts.saved, { name, size: kilobytes(content.size) }));
      if (WITH_NETWORK.includes(button.dataset.take ?? "")) this.project.finish("home/save");
    } catch (error) {
      tell(this.note, fill(texts.not_saved, { reason: reason(error) }));
    }
  }

  /** @param {string} kind @returns {Promise<[string, Blob]>} */
  async #made(kind) {
    if (kind === "folder") return [`${FOLDER}.zip`, await this.#folder()];
    if (kind === "digits") return [texts.digits, await tenDigits(this.ten)];
    if (kind === "drawings") return [texts.drawings, await myDigits(this.project)];
    if (kind === "mnist") return [texts.mnist, await mnist((bytes) => this.#loading(bytes))];
    return this.#ofNetwork(/** @type {OfNetwork} */ (kind));
  }

  /** All but MNIST, which is large, as a folder in which my_network.py runs at once. */
  async #folder() {
    const drawn = this.project.drawings.list.length > 0;
    /** @type {[string, Blob][]} */
    const files = [];
    for (const kind of [...OF_NETWORK, "digits", ...(drawn ? ["drawings"] : [])]) {
      const [name, content] = await this.#made(kind);
      files.push([`${FOLDER}/${name}`, content]);
    }
    return zipped(files);
  }

  /** @param {OfNetwork} kind @returns {Promise<[string, Blob]>} */
  async #ofNetwork(kind) {
    const { network, runs } = this.project;
    const settings = runs.find(network.current?.run ?? null)?.settings ?? null;
    const { name, data } = await network.ask("home.take_home", { kind, settings });
    return [name, new Blob([fromBase64(data)])];
  }

  /** @param {{ loaded: number, total: number }} bytes */
  #loading({ loaded, total }) {
    const values = { loaded: megabytes(loaded), total: megabytes(total) };
    tell(this.note, fill(texts.loading, values), false);
  }
}
