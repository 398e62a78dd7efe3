import { strings } from "./generated/strings.js";
import { callAll, find, press } from "../kit/dom.js";
import { fromBase64, saveAs } from "../kit/files.js";
import { fill, kilobytes, reason } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project/project.js").Project} project
 */

const texts = strings.home;

/**
 * The learner's network as files, [data-take-home]: a button for each kind, [data-take].
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { project }) {
  const note = find(element, "[data-take-note]");
  const buttons = /** @type {HTMLButtonElement[]} */ ([...element.querySelectorAll("[data-take]")]);

  function offer() {
    const { current } = project.network;
    for (const button of buttons) button.disabled = !current;
    if (!current) note.textContent = texts.no_network;
    else if (!note.dataset.saved) note.textContent = current.code ? texts.ready_own : texts.ready;
  }

  /** @param {HTMLButtonElement} button */
  async function take(button) {
    note.dataset.saved = "no";
    note.textContent = fill(texts.making, { name: button.textContent ?? "" });
    const kind = /** @type {"onnx" | "npz" | "py"} */ (button.dataset.take);
    try {
      const { name, data } = await project.network.ask("home.take_home", { kind });
      const bytes = fromBase64(data);
      saveAs(name, bytes);
      note.dataset.saved = name;
      note.textContent = fill(texts.saved, { name, size: kilobytes(bytes.length) });
      project.finish("home/save");
    } catch (error) {
      note.textContent = fill(texts.not_saved, { reason: reason(error) });
    }
  }

  const cleanups = buttons.map((button) => press(button, () => take(button)));
  cleanups.push(
    project.watch({
      network: () => {
        delete note.dataset.saved;
        offer();
      },
    }),
  );
  offer();
  void project.network.recall();
  return () => callAll(cleanups);
}
