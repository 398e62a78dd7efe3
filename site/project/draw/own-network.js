/**
 * The learner's network as the drawing's components meet it.
 * @typedef {object} Services
 * @property {import("../project.js").Project} project
 * @property {import("../../python/service.js").Python} python
 * @property {import("../trainer.js").Trainer} trainer
 */

/**
 * Whether it can be asked. Python that has failed is not started again by a pen.
 * @param {Pick<Services, "project" | "trainer" | "python">} services
 * @returns {"none" | "failed" | "waiting" | "ready"}
 */
export function ownState({ project, trainer, python }) {
  if (!project.network && !trainer.state.run) return "none";
  if (python.status.state === "failed") return "failed";
  return python.status.state === "ready" ? "ready" : "waiting";
}

/** An image as Python takes it: 0 to 255. @param {Float32Array} image in 0..1 */
export function bytesOf(image) {
  return Array.from(image, (ink) => Math.round(255 * ink));
}

/**
 * Call `ask` when the network, or whether it can be asked, may have changed.
 * @param {Pick<Services, "project" | "python">} services
 * @param {() => void} ask
 * @returns {(() => void)[]} what ends it
 */
export function watchOwn({ project, python }, ask) {
  void project.recall();
  let before = python.status.state;
  const booted = python.changed.on(({ state }) => {
    if (state !== before) ask();
    before = state;
  });
  return [booted, project.changed.on(ask)];
}
