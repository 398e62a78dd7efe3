import * as blank from "./components/blank.js";
import * as cell from "./components/cell.js";
import * as draw from "./components/draw.js";
import * as dropped from "./components/dropped.js";
import * as exercise from "./components/exercise.js";
import * as figure from "./components/figure.js";
import * as learning from "./components/learning.js";
import * as predict from "./components/predict.js";
import * as progress from "./components/progress.js";
import * as projectData from "./components/project-data.js";
import * as projectDraw from "./components/project-draw.js";
import * as projectInside from "./components/project-inside.js";
import * as projectMaps from "./components/project-maps.js";
import * as projectStrip from "./components/project-strip.js";
import * as projectEvaluate from "./components/project-evaluate.js";
import * as projectHand from "./components/project-hand.js";
import * as projectTeach from "./components/project-teach.js";
import * as projectTrain from "./components/project-train.js";
import * as quiz from "./components/quiz.js";
import * as review from "./components/review.js";
import * as takeHome from "./components/take-home.js";
import * as tasks from "./components/tasks.js";
import * as worked from "./components/worked.js";
import { mountAll, startFrame } from "./frame.js";
import { parts, root } from "./generated/parts.js";
import { strings } from "./generated/strings.js";
import { whenIdle } from "./lib/dom.js";
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

/** What can stand on a page. @type {import("./frame.js").Components} */
const IN_PAGE = [
  ["[data-cell]", cell],
  ["[data-exercise]", exercise],
  ["[data-pad]", draw],
  ["[data-figure]", figure],
  ["[data-learning]", learning],
  ["[data-predict]", predict],
  ["[data-blank]", blank],
  ["[data-worked]", worked],
  ["[data-progress-page]", progress],
  ["[data-quiz]", quiz],
  ["[data-review]", review],
  ["[data-project=data]", projectData],
  ["[data-project=train]", projectTrain],
  ["[data-take-home]", takeHome],
  ["[data-dropped]", dropped],
  ["[data-project=draw]", projectDraw],
  ["[data-draw-strip]", projectStrip],
  ["[data-draw-maps]", projectMaps],
  ["[data-draw-inside]", projectInside],
  ["[data-project=evaluate]", projectEvaluate],
  ["[data-project=hand]", projectHand],
  ["[data-teach]", projectTeach],
  ["[data-tasks]", tasks],
];
const BUSY = 1500; // ms after which work starts even on a page that is never idle
const LATER = 1000; // ms until Python starts on a page that does not need it

/** @returns {Services} */
function createServices() {
  const python = new Python(root, parts, strings.python);
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

function start() {
  const services = createServices();
  if (needs()[0] === "python") services.python.boot();
  startFrame(services);
  startNavigation(root, (main) => {
    const unmount = mountAll(main, IN_PAGE, services);
    whenIdle(() => void warmUp(services), BUSY);
    return unmount;
  });
}

start();
