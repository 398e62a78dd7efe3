import { mountAll, startFrame, whenSettled } from "./frame.js";
import { parts, root } from "../kit/generated/parts.js";
import { strings } from "../kit/generated/strings.js";
import { find, whenIdle } from "../kit/dom.js";
import { savesData } from "../kit/download.js";
import { fetchLetters } from "./letters.js";
import { layOutFar } from "./far.js";
import { LIVE } from "./generated/live.js";
import { startNavigation } from "./navigate.js";
import { Drawing } from "../pad/drawing.js";
import { Editors } from "../cells/editor.js";
import { Notebook } from "../cells/notebook.js";
import { Offline } from "../offline/offline.js";
import { Python } from "../python/service.js";
import { QuizItems } from "../quiz/items.js";
import { Recogniser } from "../pad/recogniser.js";
import { createStore } from "../kit/store.js";

/** @typedef {import("./services.js").Services} Services */
/** @typedef {ReturnType<typeof import("./workshop.js").openWorkshop>} Workshop */

const LATER = 1000; // ms until Python starts on a page that does not need it

/** @typedef {Omit<Services, keyof Workshop> & Partial<Workshop>} Opened the workshop opens later */

function createServices() {
  const python = new Python(root, strings.python);
  return {
    python,
    recogniser: new Recogniser(),
    drawing: new Drawing(),
    editors: new Editors(root + parts.codemirror["codemirror.js"].path),
    notebook: new Notebook(python),
    offline: new Offline(root),
    store: createStore(),
    quizItems: new QuizItems(root, parts),
  };
}

/** What the page needs before all else, as builder.pages.content.Page.first has it. */
function needs() {
  return document.documentElement.dataset.needs?.split(" ") ?? [];
}

/**
 * What the page needs comes first: the recogniser, then Python, then what is stored for later.
 * @param {Pick<Services, "python" | "recogniser">} services
 */
async function warmUp({ python, recogniser }) {
  const wanted = needs();
  if (wanted.includes("recogniser")) await recogniser.load();
  if (wanted.includes("python")) python.boot();
  else if (mayPreload()) setTimeout(() => python.boot(), LATER);
}

/**
 * Later pages' letters must not take the line from Python, where this page needs it.
 * @param {Pick<Services, "python" | "store">} services
 */
function bringLetters({ python, store }) {
  const bring = () => fetchLetters(store).catch(() => {}); // the system's letters serve
  if (needs()[0] === "python") whenSettled(python, bring);
  else void bring();
}

/** Whether this device and connection should load what this page does not need. */
function mayPreload() {
  const { deviceMemory } = /** @type {any} */ (navigator);
  return !savesData() && (deviceMemory ?? 8) > 2;
}

/**
 * Load what is on a page, and once what the parts of the project share.
 * @param {HTMLElement} main
 * @param {Opened} services
 * @returns {Promise<import("./frame.js").Components<Services>>}
 */
async function load(main, services) {
  const standing = LIVE.filter(([selector]) => main.querySelector(selector));
  if (standing.some(([, , shares]) => shares) && !services.project) {
    const { openWorkshop } = await import("./generated/workshop.js");
    Object.assign(services, openWorkshop(services));
  }
  return Promise.all(standing.map(async ([selector, module]) => [selector, await module()]));
}

async function start() {
  /** @type {Opened} */
  const services = createServices();
  if (needs()[0] === "python") services.python.boot();
  startFrame(services);
  await startNavigation(root, async (main) => {
    const components = await load(main, services);
    return () => {
      const unmount = mountAll(main, components, /** @type {Services} */ (services));
      main.dataset.live = "";
      layOutFar();
      whenIdle(() => {
        void warmUp(services);
        bringLetters(services);
      });
      return unmount;
    };
  });
}

start().catch((error) => {
  find(document, "[data-incomplete-notice]").hidden = false;
  throw error;
});
