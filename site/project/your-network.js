import { strings } from "./generated/strings.js";
import { describeNetwork } from "./train/form.js";
import { fill } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("./project.js").Project} project
 */

const texts = strings.train;

/**
 * Which network a part of the page uses, [data-your-network].
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { project }) {
  const ends = (element.dataset.ends ?? "").split(" ");
  function show() {
    const { current } = project.network;
    const run = project.runs.find(current?.run ?? null);
    if (!current) element.textContent = texts.uses_none;
    else if (!run) element.textContent = texts.uses_earlier;
    else {
      const network = describeNetwork(run.settings, ends);
      element.textContent = fill(texts.uses, { name: run.name, network });
    }
  }
  show();
  void project.network.recall();
  return project.watch({ network: show, runs: show });
}
