// What must work in every engine, on a page of the real site that has cells. A driver imports
// this module into the page, with the name of the visit as ?visit=, and reads window.scenarios:
// JSON that holds what each scenario found, and `finished` when all have ended.

const PATIENCE = 40_000; // ms that a boot or a download may take
const STOPPED_WITHIN = 5_000; // ms from Stop to a stopped cell on a slow machine
const AT_WORK = 300; // ms that a loop turns before it is stopped
const THREE = [
  [42, 67],
  [59, 40],
  [87, 31],
  [117, 44],
  [136, 73],
  [131, 107],
  [106, 133],
  [76, 140],
  [107, 151],
  [127, 179],
  [128, 212],
  [107, 239],
  [74, 250],
  [42, 242],
  [22, 217],
];
const CANVAS = 280; // what THREE is drawn on
const PEN = { pointerId: 7, pointerType: "pen", isPrimary: true };
const PALM = { pointerId: 3, pointerType: "touch", isPrimary: true };
const FINGER = { pointerId: 4, pointerType: "touch", isPrimary: true };
const EVICTED = "evicted by scenarios.js"; // where localStorage has what later visits find again

const html = document.documentElement;
const lesson = location.href;
const visit = new URL(import.meta.url).searchParams.get("visit");
const python = [html.dataset.python]; // the states seen
const interrupts = crossOriginIsolated && "SharedArrayBuffer" in window;
const found = { visit, interrupts, problems: [], results: {}, finished: false };

/** What the first visit does, and what a later one does, which the service worker serves. */
const VISITS = {
  first: { contract, numpy, error, confined, stop, digit, hands, navigation, offline, evict },
  later: { contract, numpy, confined, stop, digit, navigation, offline, healed },
};

async function contract() {
  await until("Python is ready", () => html.dataset.python === "ready");
  const allowed = ["off", "booting", "ready"];
  check(
    python.every((state) => allowed.includes(state)),
    `data-python was ${python}`,
  );
  check(["no", "saving", "ready"].includes(html.dataset.offline), "data-offline");
  check(cell().dataset.status === "idle", "a cell that has not run is idle");
  return { python: [...python] };
}

async function numpy() {
  const status = await run("import numpy as np\nnp.arange(6).reshape(2, 3) * 7");
  check(status === "done", `data-status is ${status}`);
  check(/\[21,? +28,? +35\]/.test(output()), `the value is not in ${output()}`);
}

async function error() {
  const status = await run("x = 1\ny = x + unknown_name\n");
  check(status === "error", `data-status is ${status}`);
  check(/NameError/.test(output()), `no NameError in ${output()}`);
  check(/unknown_name/.test(output()), `no message in ${output()}`);
  check(/line 2/.test(output()), `no line in ${output()}`);
}

/** The server knows what was asked of another origin; here each way ends without an answer. */
async function confined() {
  check((await run(ways("localhost"))) === "done", output());
  check(/^\[\]$/m.test(output()), `answered from elsewhere: ${output()}`);
  check((await run(ways(location.hostname))) === "done", output());
  check(/^\['fetch', 'xhr', /m.test(output()), `its own origin does not answer: ${output()}`);
}

/** A program that prints in which ways Python got an answer from a host. */
function ways(host) {
  const address = new URL(`../asked/${visit}/`, lesson);
  address.hostname = host;
  return `
import asyncio, urllib.request, js
from pyodide.code import run_js
from pyodide.http import open_url, pyfetch

HOST = "${address.href}"

async def fetch(): await js.fetch(HOST + "fetch")
async def xhr():
    request = js.XMLHttpRequest.new()
    request.open("GET", HOST + "xhr", False)
    request.send()
async def get(): await pyfetch(HOST + "get")
async def url(): open_url(HOST + "url")
async def library(): urllib.request.urlopen(HOST + "library", timeout=2)
async def module(): await run_js(f"import('{HOST}module')")
async def script(): js.importScripts(HOST + "script")
async def socket(): await opened(js.WebSocket.new(HOST.replace("http", "ws") + "socket"))
async def events(): await opened(js.EventSource.new(HOST + "events"))
async def blob():
    js.Worker.new(js.URL.createObjectURL(js.Blob.new([f"fetch('{HOST}blob')"])))
    await asyncio.sleep(0.3)

async def opened(connection):
    await asyncio.sleep(0.3)
    if connection.readyState != 1:
        raise ConnectionError

got = []
for way in (fetch, xhr, get, url, library, module, script, socket, events, blob):
    try:
        await asyncio.wait_for(way(), 3)
        got.append(way.__name__)
    except Exception:
        pass
print(got)`;
}

/** Where Python can be interrupted, its variables are kept; elsewhere it is started again. */
async function stop() {
  check((await run("kept = 5")) === "done", "the cell before");
  await write("while True: pass");
  const runs = Number(cell().dataset.runs);
  press("Run");
  await until("the loop runs", () => cell().dataset.status === "running");
  await new Promise((resolve) => setTimeout(resolve, AT_WORK));
  const started = performance.now();
  press("Stop");
  await until("it is stopped", () => Number(cell().dataset.runs) > runs, STOPPED_WITHIN);
  const milliseconds = Math.round(performance.now() - started);
  check(cell().dataset.status === "stopped", `data-status is ${cell().dataset.status}`);
  const said = cell().querySelector("[data-note]").textContent;
  const kept = (await run("kept")) === "done";
  check(kept === interrupts, `variables are ${kept ? "kept" : "lost"}`);
  check(kept || /variables are gone/.test(said), `only this is said of the variables: ${said}`);
  check((await run("kept = 6 * 7\nkept")) === "done", "the next cell does not run");
  check(/42/.test(output()), `no value in ${output()}`);
  return { milliseconds, kept };
}

async function digit() {
  await follow(new URL("../", lesson).href);
  const prediction = await until("the pad", () => document.querySelector("[data-prediction]"));
  await until("the recogniser", () => Number(prediction.dataset.revision) > 0);
  draw(PEN);
  await until("the stroke is recognised", () => prediction.dataset.strokes === "1");
  const { state, digit, confidence } = prediction.dataset;
  check(state === "digit" && digit === "3", `it is ${state} ${digit}`);
  return { confidence };
}

/** A palm that rests and a touch that the system takes are no ink; a pen and a finger are. */
async function hands() {
  const { dataset } = document.querySelector("[data-prediction]");
  point("pointerdown", THREE[0], PALM);
  draw(PEN);
  point("pointercancel", THREE[0], PALM);
  draw(FINGER, "pointercancel");
  draw(FINGER);
  await until("three strokes of ink", () => dataset.strokes === "3"); // with that of `digit`
}

/** Comes back by a link to the lesson that `stop` was in: its variable is still there. */
async function navigation() {
  const before = python.length;
  await follow(lesson);
  check((await run("kept")) === "done", `the variable is gone: ${output()}`);
  check(/42/.test(output()), `another value: ${output()}`);
  check(python.length === before, `Python went through ${python.slice(before)}`);
}

/** Everything is stored, or the page says that it is not. */
async function offline() {
  const badge = () => document.querySelector("[data-offline-badge]").textContent.trim();
  const ended = () => html.dataset.offline === "ready" || /not/i.test(badge());
  await until("the offline state is settled", ended);
  return { state: html.dataset.offline, says: badge() };
}

/** Take from what is stored, as browsers do when they need room. */
async function evict() {
  if (html.dataset.offline !== "ready") return;
  const evicted = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (/\/loss\/$|\/main\.js$|\.pack$/.test(url) && (await cache.delete(url))) evicted.push(url);
    }
  }
  check(evicted.length > 2, `only these were stored: ${evicted}`);
  localStorage.setItem(EVICTED, JSON.stringify(evicted));
}

/** What was evicted is stored again. */
async function healed() {
  const evicted = JSON.parse(localStorage.getItem(EVICTED) ?? "[]");
  const stored = (url) => caches.match(url, { ignoreVary: true });
  for (const url of evicted) await until(`${url} is stored again`, () => stored(url));
  return { again: evicted.length };
}

// ---- What scenarios do

function cell() {
  return document.querySelector("[data-cell]");
}

function output() {
  return cell().querySelector("[data-output]").textContent;
}

/** @param {string} name */
function press(name) {
  const named = (button) => button.textContent.trim().startsWith(name);
  [...cell().querySelectorAll("button")].find(named).click();
}

/** Run this code in the first cell; resolves to its data-status. */
async function run(code) {
  await write(code);
  const runs = Number(cell().dataset.runs);
  const before = cell().dataset.status;
  press("Run");
  check(cell().dataset.status !== before, `data-status is still ${before} after the click`);
  await until(`a run of ${code}`, () => Number(cell().dataset.runs) > runs);
  return cell().dataset.status;
}

/** Select all and paste, as far as a program can. */
async function write(code) {
  const box = await until("the code", () => cell()?.querySelector("[data-code]"));
  box.scrollIntoView(); // or the editor doesn't come
  const editor = await until("the editor", () => cell()?.querySelector(".cm-content, textarea"));
  editor.focus();
  if (editor.matches("textarea")) {
    editor.value = code;
    editor.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return;
  }
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", code);
  const options = { bubbles: true, cancelable: true };
  const all = { key: "a", code: "KeyA", keyCode: 65, ctrlKey: true, ...options };
  editor.dispatchEvent(new KeyboardEvent("keydown", all));
  const inFirefox = { dataType: "text/plain", data: code };
  editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, ...inFirefox, ...options }));
  const shown = [...editor.querySelectorAll(".cm-line")].map((line) => line.textContent);
  check(shown.join("\n") === code, `the editor shows ${shown.join("\n")}`);
}

/** Click a link to this address; it must not load the document anew. */
async function follow(address) {
  const link = [...document.links].find(({ href }) => href === address);
  link.click();
  await until(`${address} is shown`, () => location.href === address);
}

/** Draw a 3 with a pen or a finger. */
function draw(who, end = "pointerup") {
  point("pointerdown", THREE[0], who);
  for (const place of THREE) point("pointermove", place, who);
  point(end, THREE.at(-1), who);
}

function point(type, [x, y], who) {
  const canvas = document.querySelector("canvas[data-draw-pad]");
  const box = canvas.getBoundingClientRect();
  const clientX = box.left + (x / CANVAS) * box.width;
  const clientY = box.top + (y / CANVAS) * box.height;
  const options = { ...who, bubbles: true, cancelable: true, clientX, clientY };
  const buttons = type === "pointerup" ? 0 : 1;
  canvas.dispatchEvent(new PointerEvent(type, { ...options, buttons }));
}

function check(holds, message) {
  if (!holds) throw new Error(message);
}

/** Wait until `condition` gives something, and return it. */
async function until(what, condition, patience = PATIENCE) {
  const limit = performance.now() + patience;
  for (;;) {
    const result = await condition();
    if (result) return result;
    check(performance.now() < limit, `it takes too long until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

// ---- Running them

/** Run one scenario and note what it found. */
async function attempt(name, scenario) {
  const started = performance.now();
  try {
    const facts = await scenario();
    found.results[name] = { passed: true, ...facts };
  } catch (error) {
    found.results[name] = { passed: false, reason: String(error) };
  }
  found.results[name].seconds = Math.round(performance.now() - started) / 1000;
  report();
}

function report() {
  window.scenarios = JSON.stringify(found);
}

function watch() {
  const problem = (text) => found.problems.push(String(text));
  addEventListener("error", ({ message }) => problem(message));
  addEventListener("unhandledrejection", ({ reason }) => problem(reason));
  document.addEventListener("securitypolicyviolation", (event) =>
    problem(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`),
  );
  const states = new MutationObserver(() => {
    if (html.dataset.python !== python.at(-1)) python.push(html.dataset.python);
  });
  states.observe(html, { attributeFilter: ["data-python"] });
}

watch();
report();
for (const [name, scenario] of Object.entries(VISITS[visit])) await attempt(name, scenario);
found.finished = true;
report();
