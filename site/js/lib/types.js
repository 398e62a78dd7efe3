/**
 * Shapes that more than one module speaks of.
 *
 * What main.js creates once and hands to every component:
 * @typedef {object} Services
 * @property {import("../services/python.js").Python} python
 * @property {import("../services/recogniser.js").Recogniser} recogniser
 * @property {import("../services/drawing.js").Drawing} drawing
 * @property {import("../services/editor.js").Editors} editors
 * @property {import("../services/notebook.js").Notebook} notebook
 * @property {import("../services/offline.js").Offline} offline
 * @property {import("../services/store.js").Store} store
 * @property {import("../services/quiz-items.js").QuizItems} quizItems
 * @property {import("../services/project.js").Project} project
 * @property {import("../services/trainer.js").Trainer} trainer
 * @property {import("../services/dropped-model.js").DroppedModel} dropped
 *
 * Every component makes `element` live; the returned function lets go of it.
 * @typedef {(element: HTMLElement, services: Services) => () => void} Mount
 */
export {};
