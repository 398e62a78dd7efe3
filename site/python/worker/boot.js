// Starts Pyodide: the first time from its files, later from a snapshot of its memory.
//
// NumPy's own libraries are linked before Python runs, so that they lie at the same addresses
// in every start: only then may a snapshot hold NumPy. Pyodide has the two options for snapshots
// without promising them, so the page starts once more without (`quick` is false) if this fails.

import { LIBRARY, LIBRARY_FILE, filesOf, unpack, unpackInto } from "../pack.js";

/**
 * @typedef {import("../snapshot-store.js").Layout} Layout
 * @typedef {import("../snapshot-store.js").Snapshot} Snapshot
 * @typedef {import("../snapshot-store.js").Keepsake} Keepsake
 *
 * @typedef {import("../assets.js").Assets} Assets
 * @typedef {import("../assets.js").Parts} Parts
 *
 * What the page asks for. Without assets the worker fetches them; without a snapshot, where one
 * may be made, it looks for a stored one.
 * @typedef {{ assets: Assets | null, interrupt: Int32Array | null, line: SharedArrayBuffer | null,
 *   snapshot: Keepsake | null, makeSnapshot: boolean, quick: boolean, reloads: boolean }} Boot
 *
 * @typedef {{ snapshot: Snapshot | null, makeSnapshot: boolean, quick: boolean }} How
 * @typedef {{ loadPyodide: any, createPyodideModule: any, index: string }} Loader
 * @typedef {[path: string, data: Uint8Array<ArrayBuffer>]} File
 * @typedef {Map<string, Uint8Array<ArrayBuffer>>} Libraries their files, by path
 * @typedef {{ pyodide: any, table: number, libraries: Libraries, snapshot: Snapshot | null,
 *   making: boolean }} Started
 */

export const COURSE = "/course";
export const PACKAGES = "/lib/python3.14/site-packages";
const NUMPY = /\/numpy\/(_core\/_multiarray_umath|linalg\/_umath_linalg)\..*\.so$/;
// What's imported stays, so Python's garbage collector never has to look at it: in WebAssembly, each time would take 30 ms.
const IMPORT = `import gc, sys
gc.disable()
sys.path.insert(0, "${COURSE}")
import course.worker
gc.freeze()
gc.enable()`;
const PAGE = 65536; // bytes of WebAssembly memory
// The seed of hash() cannot be changed in a running Python: it is the one of this browser's first
// start. The generators can; numpy.random is imported later, and then takes a fresh seed itself.
const WAKE = `import sys, numpy
for name in ("random", "numpy.random"):
    if name in sys.modules:
        sys.modules[name].seed()
assert (numpy.linalg.solve(numpy.eye(2), numpy.arange(2.0)) == [0, 1]).all()`;

/**
 * Fetch Pyodide's own two modules.
 * @param {import("../../kit/download.js").Download} download
 * @param {Parts} parts
 * @returns {Promise<Loader>}
 */
export async function prepare(download, { pyodide }) {
  const index = new URL(".", download.root + pyodide["pyodide.js"].path).href;
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    download.module(pyodide["pyodide.js"]),
    download.module(pyodide["pyodide.asm.js"]),
  ]);
  return { loadPyodide, createPyodideModule, index };
}

/**
 * Start Python, which may still lack the files of NumPy and of the course.
 * @param {Loader} loader
 * @param {Assets} assets
 * @param {How} how
 * @returns {Promise<Started>}
 */
export async function start(loader, assets, { snapshot, makeSnapshot, quick }) {
  const files = filesOf(assets.start);
  const libraries = new Map(quick ? librariesIn(files) : []);
  const making = makeSnapshot && !snapshot && libraries.size > 0;
  const [, stdlib] = /** @type {File} */ (files.find(([name]) => name === LIBRARY));
  const how = { stdlib, libraries, snapshot, making };
  const { pyodide, table } = await load(loader, assets, how);
  if (snapshot) relink(pyodide, snapshot.layout);
  const others = files.filter(([name]) => name !== LIBRARY);
  unpackInto(pyodide.FS, others, "");
  return { pyodide, table, ...how };
}

/**
 * Import NumPy and the course.
 * @param {Started} started
 * @param {ArrayBuffer} first their pack
 * @returns {Snapshot | null} a new one, where one was wanted
 */
export function complete({ pyodide, table, libraries, snapshot, making }, first) {
  unpack(pyodide.FS, first, "");
  pyodide.runPython(snapshot ? WAKE : IMPORT);
  return making ? copied(pyodide, table, libraries) : null;
}

/**
 * @param {Loader} loader
 * @param {Assets} assets
 * @param {{ stdlib: Uint8Array<ArrayBuffer>, libraries: Libraries, snapshot: Snapshot | null,
 *   making: boolean }} how
 */
async function load(loader, assets, { stdlib, libraries, snapshot, making }) {
  let table = 0;
  const files = new Map([...libraries, [LIBRARY_FILE, stdlib]]);
  const restore = supply(assets.core, files, snapshot);
  try {
    const pyodide = await loader.loadPyodide({
      _makeSnapshot: making,
      _loadSnapshot: snapshot?.memory,
      createPyodideModule: async (/** @type {any} */ settings) => {
        if (libraries.size) settings.dynamicLibraries = [...libraries.keys()];
        const module = await loader.createPyodideModule(settings);
        table = module.wasmTable.length;
        if (snapshot && table !== snapshot.layout.table) throw new Error("another table");
        return module;
      },
      indexURL: loader.index,
      packageBaseUrl: loader.index,
      lockFileContents: assets.lock,
      stdout: () => {},
      stderr: () => {},
    });
    return { pyodide, table };
  } finally {
    restore();
  }
}

/**
 * Pyodide asks for its files by `fetch`: let it find them in memory. Returns the undo.
 * @param {WebAssembly.Module} core
 * @param {Libraries} files by the ends of their addresses
 * @param {Snapshot | null} snapshot
 */
function supply(core, files, snapshot) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = async (input, options) => {
    const end = [...files.keys()].find((path) => String(input).endsWith(path));
    if (end) return new Response(files.get(end));
    const here = String(input).endsWith(".wasm"); // compiled already, see below
    return here ? new Response() : fetch(input, options); // our own, for what's on its way meanwhile
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const instance = await WebAssembly.instantiate(core, imports);
    if (snapshot)
      grow(/** @type {WebAssembly.Memory} */ (instance.exports.memory), snapshot.memory);
    return { module: core, instance };
  };
  return () => {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}

/** @param {WebAssembly.Memory} memory @param {Snapshot["memory"]} copy behind a header */
function grow(memory, copy) {
  const [, header] = new Uint32Array(copy.buffer, 0, 2);
  const missing = copy.length - header - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}

/** Let Python find the libraries that a snapshot has opened. @param {any} pyodide @param {Layout} layout */
function relink({ _module: { LDSO } }, { handles }) {
  for (const [handle, name] of Object.entries(handles)) {
    LDSO.loadedLibsByHandle[handle] = LDSO.loadedLibsByName[name];
  }
}

/**
 * Copy Python's memory, if nothing in it would be elsewhere next time.
 * @param {any} pyodide
 * @param {number} table
 * @param {Libraries} libraries
 * @returns {Snapshot | null}
 */
function copied(pyodide, table, libraries) {
  const { 0: _main, ...opened } = pyodide._module.LDSO.loadedLibsByHandle;
  /** @type {[string, any][]} */
  const entries = Object.entries(opened);
  if (!entries.every(([, { name }]) => libraries.has(name))) return null;
  const handles = Object.fromEntries(entries.map(([handle, { name }]) => [handle, name]));
  try {
    return { memory: pyodide.makeMemorySnapshot(), layout: { table, handles } };
  } catch {
    return null;
  }
}

/** @param {File[]} files @returns {File[]} */
function librariesIn(files) {
  const found = files.filter(([name]) => NUMPY.test(name));
  return found.map(([name, data]) => [`/${name}`, data]);
}
