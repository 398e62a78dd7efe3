import { mountAll, startFrame } from "./frame.js";
import { parts, root } from "./generated/parts.js";
import { strings } from "./generated/strings.js";
import { find, whenIdle } from "./lib/dom.js";
import { startNavigation } from "./navigate.js";
import { DroppedModel } from "./services/dropped-model.js";
import { Drawing } from "./services/drawing.js";
import { Drawings } from "./services/drawings.js";
import { Editors } from "./services/editor.js";
import { Keep } from "./services/keep.js";
import { Notebook } from "./services/notebook.js";
import { Offline } from "./services/offline.js";
import { Project } from "./services/project.js";
import { Python } from "./services/python.js";
import { QuizItems } from "./services/quiz-items.js";
import { Recogniser } from "./services/recogniser.js";
import { createStore } from "./services/store.js";
import { Trainer } from "./services/trainer.js";

/** @typedef {import("./lib/types.js").Services} Services */

/**
 * What can stand on a page, and what makes it live: loaded with the page where it stands. The
 * build reads this table to name in each page's head what it will load (builder/scripts.py).
 * @type {[string, () => Promise<{ mount: import("./lib/types.js").Mount }>][]}
 */
const IN_PAGE = [
  ["[data-cell]", () => import("./components/cell.js")],
  ["[data-exercise]", () => import("./components/exercise.js")],
  ["[data-pad]", () => import("./components/draw.js")],
  ["[data-figure]", () => import("./components/figure.js")],
  ["[data-learning]", () => import("./components/learning.js")],
  ["[data-predict]", () => import("./components/predict.js")],
  ["[data-blank]", () => import("./components/blank.js")],
  ["[data-worked]", () => import("./components/worked.js")],
  ["[data-progress-page]", () => import("./components/progress.js")],
  ["[data-quiz]", () => import("./components/quiz.js")],
  ["[data-review]", () => import("./components/review.js")],
  ["[data-project=data]", () => import("./components/project-data.js")],
  ["[data-project=train]", () => import("./components/project-train.js")],
  ["[data-take-home]", () => import("./components/take-home.js")],
  ["[data-dropped]", () => import("./components/dropped.js")],
  ["[data-project=draw]", () => import("./components/project-draw.js")],
  ["[data-draw-strip]", () => import("./components/project-strip.js")],
  ["[data-draw-maps]", () => import("./components/project-maps.js")],
  ["[data-draw-inside]", () => import("./components/project-inside.js")],
  ["[data-project=evaluate]", () => import("./components/project-evaluate.js")],
  ["[data-project=hand]", () => import("./components/project-hand.js")],
  ["[data-teach]", () => import("./components/project-teach.js")],
  ["[data-tasks]", () => import("./components/tasks.js")],
];
const BUSY = 1500; // ms after which work starts even on a page that is never idle
const LATER = 1000; // ms until Python starts on a page that does not need it

/** @returns {Services} */
function createServices() {
  const python = new Python(root, strings.python);
  const project = new Project(python, new Keep(), parts.mnist);
  const recogniser = new Recogniser(root, parts);
  const store = createStore();
  return {
    project,
    drawings: new Drawings(store, recogniser, project),
    trainer: new Trainer(project),
    dropped: new DroppedModel(strings.home),
    python,
    recogniser,
    drawing: new Drawing(),
    editors: new Editors(root + parts.codemirror["codemirror.js"].path),
    notebook: new Notebook(python),
    offline: new Offline(root),
    store,
    quizItems: new QuizItems(root, parts),
  };
}

/** What the page needs before all else, as builder.content.Page.needs has it. */
function needs() {
  return document.documentElement.dataset.needs?.split(" ") ?? [];
}

/**
 * What the page needs comes first: the recogniser, then Python, then what is stored for later.
 * @param {Services} services
 */
async function warmUp({ python, recogniser }) {
  const wanted = needs();
  if (wanted.includes("recogniser")) await recogniser.load();
  if (wanted.includes("python")) python.boot();
  else if (mayPreload()) setTimeout(() => python.boot(), LATER);
}

/** Whether this device and connection should load what this page does not need. */
function mayPreload() {
  const { connection, deviceMemory } = /** @type {any} */ (navigator);
  return !connection?.saveData && (deviceMemory ?? 8) > 2;
}

/**
 * Load what stands on a page.
 * @param {HTMLElement} main
 * @returns {Promise<import("./frame.js").Components>}
 */
function load(main) {
  const standing = IN_PAGE.filter(([selector]) => main.querySelector(selector));
  return Promise.all(standing.map(async ([selector, module]) => [selector, await module()]));
}

async function start() {
  const services = createServices();
  if (needs()[0] === "python") services.python.boot();
  startFrame(services);
  await startNavigation(root, async (main) => {
    const components = await load(main);
    return () => {
      const unmount = mountAll(main, components, services);
      whenIdle(() => void warmUp(services), BUSY);
      return unmount;
    };
  });
}

start().catch((error) => {
  find(document, "[data-incomplete-notice]").hidden = false;
  throw error;
});
