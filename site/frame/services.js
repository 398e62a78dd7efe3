/**
 * What main.js creates once and hands to every component:
 * @typedef {object} Services
 * @property {import("../python/service.js").Python} python
 * @property {import("../pad/recogniser.js").Recogniser} recogniser
 * @property {import("../pad/drawing.js").Drawing} drawing
 * @property {import("../cells/editor.js").Editors} editors
 * @property {import("../cells/notebook.js").Notebook} notebook
 * @property {import("../offline/offline.js").Offline} offline
 * @property {import("../kit/store.js").Store} store
 * @property {import("../quiz/items.js").QuizItems} quizItems
 * @property {import("../project/project.js").Project} project
 * @property {import("../home/dropped-model.js").DroppedModel} dropped
 */
export {};
