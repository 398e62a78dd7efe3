// The worker that owns Pyodide. In: {prepare}, {boot}, then requests as JSON texts.
// Out: {stage} while it starts or dies; events and answers as JSON texts.

/**
 * @typedef {object} Scope
 * @property {(message: any, transfer?: Transferable[]) => void} postMessage
 * @property {((event: MessageEvent) => void) | null} onmessage
 *
 * @typedef {import("../lib/python-assets.js").Assets & { interrupt: Int32Array | null,
 *   snapshot: Uint8Array | null, makeSnapshot: boolean }} Boot
 * @typedef {{ loadPyodide: any, createPyodideModule: any, index: string }} Loader
 * @typedef {(request: string) => any} Dispatch the answer, or a coroutine that ends with it
 */

const COURSE = "/course";
const PACKAGES = "/lib/python3.14/site-packages";
const CANCEL = JSON.stringify({ id: 0, op: "cancel", args: {} });
const WATCH = 50; // ms between two looks
const RESEED = "import sys\nif 'random' in sys.modules: sys.modules['random'].seed()";

/** @param {Scope} scope */
function serve(scope) {
  /** @type {Promise<Loader> | null} */
  let loader = null;
  /** @type {Dispatch | null} */
  let dispatch = null;
  /** @type {Int32Array | null} */
  let interrupt = null;
  let asked = 0; // the id of the request under way

  /** @param {Boot} boot */
  async function start(boot) {
    const pyodide = await load(await /** @type {Promise<Loader>} */ (loader), boot);
    if (boot.makeSnapshot) sendSnapshot(pyodide);
    scope.postMessage({ stage: "unpacking" });
    interrupt = boot.interrupt;
    const progress = (/** @type {object} */ bytes) =>
      scope.postMessage(JSON.stringify({ id: asked, event: "progress", ...bytes }));
    dispatch = unpack(pyodide, boot, (event) => scope.postMessage(event), progress);
    if (interrupt) pyodide.setInterruptBuffer(interrupt);
    scope.postMessage({ stage: "ready" });
  }

  /** The interpreter's memory as it is before any package: the next worker starts from it. */
  function sendSnapshot(/** @type {any} */ pyodide) {
    const snapshot = pyodide.makeMemorySnapshot();
    scope.postMessage({ stage: "snapshot", snapshot }, [snapshot.buffer]);
  }

  /** @param {string} request */
  async function answer(request) {
    try {
      asked = JSON.parse(request).id;
      const reply = dispatch?.(request);
      scope.postMessage(typeof reply === "object" ? await later(reply) : reply);
    } catch (error) {
      scope.postMessage({ stage: "broken", message: String(error) });
    }
  }

  /** Python sees no interrupt while it waits, so this looks for one. @param {any} coroutine */
  async function later(coroutine) {
    const watch = setInterval(() => {
      if (!interrupt || Atomics.exchange(interrupt, 0, 0) === 0) return;
      dispatch?.(CANCEL);
    }, WATCH);
    try {
      return await coroutine;
    } finally {
      clearInterval(watch);
      coroutine.destroy();
    }
  }

  scope.onmessage = ({ data }) => {
    if (typeof data === "string") return void answer(data);
    if (data.prepare) {
      loader = prepare(data.prepare);
      loader.catch((error) => scope.postMessage({ stage: "network", message: error.message }));
    } else {
      start(data.boot).catch((error) =>
        scope.postMessage({ stage: "broken", message: String(error?.message ?? error) }),
      );
    }
  };
}

/** Fetch Pyodide's own two modules. @param {string} index @returns {Promise<Loader>} */
async function prepare(index) {
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    import(index + "pyodide.mjs"),
    import(index + "pyodide.asm.mjs"),
  ]);
  return { loadPyodide, createPyodideModule, index };
}

/**
 * Start Pyodide from what the page has fetched and compiled.
 * @param {Loader} loader
 * @param {Boot} boot
 */
async function load({ loadPyodide, createPyodideModule, index }, boot) {
  const restore = supply(boot.stdlib, boot.core);
  try {
    const pyodide = await loadPyodide({
      _makeSnapshot: boot.makeSnapshot,
      _loadSnapshot: boot.snapshot ?? undefined,
      createPyodideModule,
      indexURL: index,
      packageBaseUrl: index,
      lockFileContents: boot.lock,
      stdout: () => {},
      stderr: () => {},
    });
    if (boot.snapshot) pyodide.runPython(RESEED);
    return pyodide;
  } finally {
    restore();
  }
}

/**
 * Pyodide asks for two files by `fetch`: let it find them in memory. Returns the undo.
 * @param {ArrayBuffer} stdlib
 * @param {WebAssembly.Module} core
 */
function supply(stdlib, core) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = async (input) =>
    new Response(String(input).endsWith("python_stdlib.zip") ? stdlib : null);
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: core,
    instance: await WebAssembly.instantiate(core, imports),
  });
  return () => {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}

/**
 * Put NumPy and the course where Python finds them, and open the course's door.
 * @param {any} pyodide
 * @param {Boot} boot
 * @param {(event: string) => void} emit
 * @param {(bytes: import("../lib/download.js").Bytes) => void} progress of a package's download
 * @returns {Dispatch}
 */
function unpack(pyodide, boot, emit, progress) {
  unpackInto(pyodide.FS, boot.numpy, PACKAGES);
  unpackInto(pyodide.FS, boot.course, COURSE);
  const path = pyodide.pyimport("sys").path;
  path.insert(0, COURSE);
  path.destroy();
  /** @param {string} names a JSON list of packages */
  const load = async (names) => {
    const { fetchPacks } = await import("./packs.js");
    const packs = await fetchPacks(JSON.parse(names), progress);
    for (const pack of packs) unpackInto(pyodide.FS, pack, PACKAGES);
  };
  return pyodide.pyimport("course.worker").start(emit, load);
}

/**
 * Write a pack's files: the index's length, the index, then the files one after the other.
 * @param {any} FS Emscripten's file system
 * @param {ArrayBuffer} pack
 * @param {string} folder
 */
function unpackInto(FS, pack, folder) {
  const length = new DataView(pack).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(new Uint8Array(pack, 4, length)));
  let start = 4 + length;
  for (const [name, size] of index) {
    const path = `${folder}/${name}`;
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, new Uint8Array(pack, start, size), { canOwn: true });
    start += size;
  }
}

serve(/** @type {Scope} */ (/** @type {unknown} */ (self)));
