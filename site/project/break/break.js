import { strings } from "../generated/strings.js";
import { callAll, find, hide, make, offer, press } from "../../kit/dom.js";
import { showDrawing } from "../../kit/drawing.js";
import { tell } from "../../kit/live.js";
import { fill, megabytes, share } from "../../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project.js").Project} project
 */

const texts = strings.break;
const PREDICTED = "predicted:project/break"; // the prediction that comes first

/**
 * Damage to copies of the learner's network, [data-project=break].
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, { project }) {
  const chunk = element.dataset.chunk ?? "";
  const kind = /** @type {HTMLSelectElement} */ (find(element, "[data-kind]"));
  const button = find(element, "[data-break]");
  const stop = find(element, "[data-stop]");
  const bar = /** @type {HTMLProgressElement} */ (find(element, "[data-progress-bar]"));
  const { breaking, images, network, store, training } = project;

  function show() {
    const { step, broken } = breaking.state;
    const size = megabytes(images.cost([chunk]));
    const ready = network.current && !training.busy && store.get(PREDICTED) !== null;
    button.textContent = fill(images.has(chunk) ? texts.again : texts.start, { size });
    offer(button, !breaking.busy && Boolean(ready));
    kind.disabled = breaking.busy;
    if (breaking.busy) stop.hidden = false;
    else hide(stop, button);
    tell(find(element, "[data-note]"), said(), hasNews());
    bar.hidden = step !== "testing";
    bar.value = broken?.share ?? 0;
    element.dataset.state = breaking.busy ? "testing" : broken?.done ? "ready" : "off";
    find(element, "[data-stale]").hidden = !broken || network.is(breaking.about);
    if (broken) draw(broken);
  }

  /** Whether its own step has changed: what else keeps it waiting is announced where that is. */
  function hasNews() {
    const { step, bytes, message, broken } = breaking.state;
    return step ? !bytes : !training.busy && (message !== "" || broken !== null);
  }

  function said() {
    const { step, bytes, message, broken } = breaking.state;
    if (step === "loading" && bytes) {
      const [loaded, total] = [megabytes(bytes.loaded), megabytes(bytes.total)];
      return fill(texts.loading, { loaded, total });
    }
    if (step) return texts[step];
    if (training.busy) return texts.training;
    if (!network.current) return texts.no_network;
    if (store.get(PREDICTED) === null) return texts.predict;
    if (message) return fill(texts.failed, { reason: message });
    if (!broken) return "";
    if (!broken.done) return texts.stopped;
    const found = broken.points.map(({ accuracy }) => accuracy);
    const [whole, worst] = [found[0], Math.min(...found)].map((one) => `${share(one)}%`);
    return fill(texts.done, { whole, worst });
  }

  /** @param {import("../state/breaking.js").Broken} broken */
  function draw({ points, drawing }) {
    find(element, "[data-result]").hidden = false;
    showDrawing(find(element, "[data-curve]"), drawing.svg);
    const rows = points.map(({ damage, accuracy }) => {
      const row = make("tr");
      const head = make("th", "", String(damage));
      head.setAttribute("scope", "row");
      row.append(head, make("td", "", `${share(accuracy)}%`));
      return row;
    });
    find(element, "[data-points]").replaceChildren(...rows);
  }

  const cleanups = [
    press(button, () => breaking.start(kind.value, chunk)),
    press(stop, () => breaking.stop()),
    project.watch({ images: show, network: show, training: show, breaking: show }),
    store.changed.on((key) => key === PREDICTED && show()),
  ];
  show();
  void network.recall();
  return () => callAll(cleanups);
}
