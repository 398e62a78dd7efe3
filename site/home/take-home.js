import { strings } from "../kit/generated/strings.js";
import { callAll, find, press } from "../kit/dom.js";
import { fromBase64, saveAs } from "../kit/files.js";
import { finish } from "../progress/done.js";
import { fill, kilobytes, reason } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project/project.js").Project} project
 * @property {import("../kit/store.js").Store} store
 */

const texts = strings.home;

/**
 * The learner's network as files, [data-take-home]: a button for each kind, [data-take].
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { project, store }) {
  const note = find(element, "[data-take-note]");
  const buttons = /** @type {HTMLButtonElement[]} */ ([...element.querySelectorAll("[data-take]")]);

  function offer() {
    const { network } = project;
    for (const button of buttons) button.disabled = !network;
    if (!network) note.textContent = texts.no_network;
    else if (!note.dataset.saved) note.textContent = network.code ? texts.ready_own : texts.ready;
  }

  /** @param {HTMLButtonElement} button */
  async function take(button) {
    note.dataset.saved = "no";
    note.textContent = fill(texts.making, { name: button.textContent ?? "" });
    const kind = /** @type {"onnx" | "npz" | "py"} */ (button.dataset.take);
    try {
      const { name, data } = await project.ask("home.take_home", { kind });
      const bytes = fromBase64(data);
      saveAs(name, bytes);
      note.dataset.saved = name;
      note.textContent = fill(texts.saved, { name, size: kilobytes(bytes.length) });
      finish(store, "home/save");
    } catch (error) {
      note.textContent = fill(texts.not_saved, { reason: reason(error) });
    }
  }

  const cleanups = buttons.map((button) => press(button, () => take(button)));
  cleanups.push(
    project.changed.on(() => {
      delete note.dataset.saved;
      offer();
    }),
  );
  offer();
  void project.recall();
  return () => callAll(cleanups);
}
