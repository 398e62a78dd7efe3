// Serves the whole site from the browser's own storage once it is there, and gives every
// answer the headers that make a page cross-origin isolated, which GitHub Pages cannot.
// Pages and static files belong to one version and are stored together when it is installed;
// the large parts have their hash in their path, so versions share them.

/**
 * @typedef {{ bytes: number, sha256: string, sent?: { bytes: number } }} Entry
 * @typedef {{ course: string, version: string, static: string, zstd: string, pages: string[], files: Record<string, Entry>,
 *   parts: Record<string, Entry>, optional: Record<string, Entry>,
 *   languages: Record<string, { pages: string[], files: Record<string, Entry> }> }} Build
 * What is optional is stored once somebody has asked for it, and a language once a page in it is read.
 */

/** @type {any} */
const BUILD = null;

const worker = /** @type {any} */ (self);
const build = /** @type {Build} */ (BUILD);
const SCOPE = worker.registration.scope;
const PREFIX = `${build.course}:${new URL(SCOPE).pathname}:`;
const VERSION = `${PREFIX}version:${build.version}`;
const PARTS = `${PREFIX}parts`;
const TABS = "open-tabs"; // in an earlier version's cache, which those that were open then may need
const HASHED = /^(static|parts)\//; // paths that are another's in another version
const NOT_FOUND = "404.html";
const AT_ONCE = 4; // downloads side by side
const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};
const CHECKED = { "X-Checked": "sha256" }; // what is stored need not be hashed again, see download.js
const TYPE = "Content-Type";
/** What is stored is what its name says, whatever the host said of it. @type {Record<string, string>} */
const TYPES = {
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};
const SQUEEZED = ".zst"; // behind the name of what is sent compressed, and stored as it was before
const SUM = "X-Sum"; // a page's own hash when it was stored: no build knows what a server adds to it

worker.importScripts(SCOPE + build.zstd);

/** @type {Promise<void> | null} the storing, while it goes on */
let storing = null;
/** @typedef {"" | "space" | "network"} Problem why storing has ended early */
let problem = /** @type {Problem} */ ("");
let everything = false; // the learner wants what is optional, too

worker.addEventListener("install", (/** @type {any} */ event) => {
  route(event);
  event.waitUntil(install());
});
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE)) {
    event.respondWith(answer(event));
  }
});
worker.addEventListener("message", (/** @type {any} */ event) => {
  const actions = {
    status: tidyAndTell,
    store: storeAndTell,
    everything: storeEverything,
    heal,
    prefetch: storeQuietly,
    activate: skip,
  };
  const { type } = /** @type {{ type?: keyof typeof actions }} */ (event.data ?? {});
  const action = type && actions[type];
  if (action) event.waitUntil(action());
});

/**
 * Pages and static files come from the cache without asking this script, where the browser can do
 * that: to start it, and to ask it for every module, would delay each visit.
 * @param {any} event
 */
function route(event) {
  const base = new URL(SCOPE).pathname;
  const pages = build.pages.filter((page) => page !== NOT_FOUND);
  const stored = [`${build.static}/*`, ...pages].map((path) => ({
    urlPattern: { pathname: base + path, search: "" },
  }));
  event.addRoutes?.({ condition: { or: stored }, source: { cacheName: VERSION } });
}

// ---- Storing

async function install() {
  try {
    await storeVersion();
  } catch (error) {
    problem = problemOf(error);
    if (!worker.registration.active) await tell(); // nobody else can; a newer version tries again
    throw error;
  }
}

/** Store the pages and files of this version that are not there. */
async function storeVersion() {
  const cache = await caches.open(VERSION);
  const stored = await storedIn(VERSION);
  const missing = (/** @type {string} */ path) => !stored.has(path);
  const wanted = await ofVersion();
  await each(wanted.pages.filter(missing), (page) => keepPage(cache, page));
  const files = Object.entries(wanted.files).filter(([path]) => missing(path));
  await each(files, ([path, entry]) => keep(cache, path, entry));
}

/** What this version consists of for those who read here: not the languages that nobody does. */
async function ofVersion() {
  const stored = await Promise.all((await versions()).map(storedIn));
  const paths = stored.flatMap((names) => [...names]);
  paths.push(...(await tabs()).map(({ url }) => url.replace(SCOPE, "")));
  const read = Object.entries(build.languages)
    .filter(([language]) => paths.some((path) => path.startsWith(`${language}/`)))
    .map(([, theirs]) => theirs);
  return {
    pages: [build, ...read].flatMap(({ pages }) => pages),
    files: Object.assign({}, build.files, ...read.map(({ files }) => files)),
  };
}

/** A page of another version is a deployment under way: then install later. So is half a page. */
async function keepPage(/** @type {Cache} */ cache, /** @type {string} */ page) {
  const named = page.replace(/(^|\/)$/, "$1index.html"); // some hosts don't find it by its folder
  return keepPageFrom(page, cache, page).catch(() => keepPageFrom(named, cache, page));
}

/** @param {string} address @param {Cache} cache @param {string} page */
async function keepPageFrom(address, cache, page) {
  const response = await fetchOk(address, "reload");
  const bytes = await response.clone().arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  const ours = page === NOT_FOUND || text.includes(`data-version="${build.version}"`);
  if (!ours || !text.trimEnd().endsWith("</html>")) throw new Error(`${page}: another version`);
  return store(
    cache,
    page,
    isolated(response, { [TYPE]: "text/html; charset=utf-8", [SUM]: await hash(bytes) }),
  );
}

/**
 * Fetch, check and store one file; a wrong copy is thrown away and asked for once more.
 * @param {Cache} cache
 * @param {string} path
 * @param {Entry} entry
 */
async function keep(cache, path, entry) {
  const sent = entry.sent ? path + SQUEEZED : path;
  for (const mode of /** @type {RequestCache[]} */ (["default", "reload"])) {
    const whole = await sound(path, entry, await fetchOk(sent, mode));
    if (whole) return store(cache, path, whole);
  }
  throw new Error(`${path}: not the file that belongs to this version`);
}

/**
 * A file to be stored, if it's the one that the build wrote.
 * @param {string} path
 * @param {Entry} entry
 * @param {Response} response as it was sent
 */
async function sound(path, { sha256, sent }, response) {
  const came = new Uint8Array(await response.clone().arrayBuffer());
  const whole = sent ? unsqueezed(came) : came;
  if (!whole || (await hash(whole)) !== sha256) return null;
  const type = TYPES[path.split(".").at(-1) ?? ""];
  const answer = sent ? new Response(whole, response) : response;
  return isolated(answer, { ...CHECKED, ...(type && { [TYPE]: type }) });
}

/** @param {Uint8Array} sent */
function unsqueezed(sent) {
  try {
    return worker.zstd.decompress(sent);
  } catch {
    return null;
  }
}

/** @param {string} path @param {RequestCache} mode */
async function fetchOk(path, mode) {
  const response = await fetch(SCOPE + path, { cache: mode, priority: "low" }); // pages come first
  if (!response.ok && path !== NOT_FOUND) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** @param {Cache} cache @param {string} path @param {Response} response */
async function store(cache, path, response) {
  await cache.put(SCOPE + path, response);
}

/** @param {BufferSource} bytes */
async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Do `work` for all items, AT_ONCE side by side; where it fails, no more is begun, and what was
 * under way has ended before the failure is told.
 * @template T
 * @param {T[]} items
 * @param {(item: T) => Promise<void>} work
 */
async function each(items, work) {
  const waiting = [...items];
  const /** @type {unknown[]} */ failures = [];
  const lane = async () => {
    while (waiting.length && !failures.length) {
      const item = /** @type {T} */ (waiting.shift());
      await work(item).catch((error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (failures.length) throw failures[0];
}

let checked = false; // since this worker was started

/** Throw away what is not as it was when it was stored: a bad disk, or somebody's hand. */
async function discardDamaged() {
  if (checked) return;
  checked = true;
  const { files } = await ofVersion();
  for (const name of [VERSION, PARTS]) {
    const cache = await caches.open(name);
    await each([...(await storedIn(name))], async (path) => {
      const response = await cache.match(SCOPE + path, { ignoreVary: true });
      const entry = files[path] ?? build.parts[path] ?? build.optional[path];
      const sum = entry?.sha256 ?? response?.headers.get(SUM);
      if (response && (await hash(await response.arrayBuffer())) !== sum) {
        await cache.delete(SCOPE + path);
      }
    });
  }
}

/** Store whatever is not there yet, or no longer, telling the pages how far it is. */
async function storeAll() {
  try {
    await discardDamaged();
    await storeVersion();
    await storeParts(build.parts, tell);
    if (everything) await storeParts(build.optional, tell);
  } finally {
    storing = null;
  }
}

/** @param {Record<string, Entry>} wanted @param {() => Promise<void>} told after each part */
async function storeParts(wanted, told) {
  const cache = await caches.open(PARTS);
  const stored = await storedIn(PARTS);
  const missing = Object.entries(wanted).filter(([path]) => !stored.has(path));
  await each(missing, async ([path, entry]) => {
    await keep(cache, path, entry);
    await told();
  });
}

async function activate() {
  const ids = JSON.stringify((await tabs()).map(({ id }) => id));
  for (const name of await earlier()) {
    const cache = await caches.open(name);
    await store(cache, TABS, new Response(ids));
  }
  await tidy();
  await discardParts();
  await worker.clients.claim();
}

/** An open tab goes on with the files of its version, and starts Python from them again. */
async function tidy() {
  const names = await earlier();
  if (!names.length) return;
  const open = (await tabs()).map(({ id }) => id);
  for (const name of names) {
    const known = await caches.match(SCOPE + TABS, { cacheName: name });
    const /** @type {string[]} */ ids = (await known?.json()) ?? [];
    if (!ids.some((id) => open.includes(id))) await caches.delete(name);
  }
  await discardParts();
}

/** Throw away the parts that no version needs any more. */
async function discardParts() {
  if ((await earlier()).length) return;
  const cache = await caches.open(PARTS);
  for (const path of await storedIn(PARTS)) {
    if (!isPart(path)) await cache.delete(SCOPE + path);
  }
}

/** The caches of all versions. */
async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(`${PREFIX}version:`));
}

/** The caches of versions before this one. */
async function earlier() {
  return (await versions()).filter((name) => name !== VERSION);
}

/** The pages that are open; each load of one has another id. */
async function tabs() {
  const /** @type {{ id: string, url: string }[]} */ open = await worker.clients.matchAll({
      includeUncontrolled: true,
    });
  return open.filter(({ url }) => url.startsWith(SCOPE));
}

// ---- Telling the truth about it

/** The paths that a cache really holds. @param {string} name */
async function storedIn(name) {
  const cache = await caches.open(name);
  return new Set((await cache.keys()).map((request) => request.url.slice(SCOPE.length)));
}

async function status() {
  const [files, parts] = await Promise.all([storedIn(VERSION), storedIn(PARTS)]);
  const stored = new Set([...files, ...parts]);
  const wanted = await ofVersion();
  const entries = Object.entries({ ...wanted.files, ...build.parts });
  const saved = entries.filter(([path]) => stored.has(path));
  const complete =
    saved.length === entries.length && wanted.pages.every((page) => stored.has(page));
  const state = complete ? "ready" : storing ? "saving" : "no";
  const optional = Object.entries(build.optional);
  const lacking = bytes(optional.filter(([path]) => !stored.has(path)));
  const sizes = { saved: bytes(saved), total: bytes(entries), lacking, optional: bytes(optional) };
  return { type: "offline", state, problem, ...sizes };
}

/** @param {[string, Entry][]} entries */
function bytes(entries) {
  return entries.reduce((sum, [, { bytes, sent }]) => sum + (sent?.bytes ?? bytes), 0);
}

/** @param {unknown} error @returns {Problem} */
function problemOf(error) {
  return error instanceof Error && error.name === "QuotaExceededError" ? "space" : "network";
}

async function tell() {
  const message = await status();
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) {
    if (client.url.startsWith(SCOPE)) client.postMessage(message);
  }
}

async function tidyAndTell() {
  await tidy();
  await tell();
}

async function storeAndTell() {
  problem = "";
  storing ??= storeAll();
  await tell();
  await storing.catch((error) => (problem = problemOf(error)));
  await tell();
}

/** Store what is optional, too. */
async function storeEverything() {
  await storing?.catch(() => {}); // which may be past its end already
  everything = true;
  await storeAndTell();
}

/** Something that is stored doesn't work. */
async function heal() {
  checked = false;
  await storeAndTell();
}

/** For a version that waits: its parts are there when it is taken. */
async function storeQuietly() {
  await storeParts(build.parts, async () => {}).catch(() => {});
}

async function skip() {
  await worker.skipWaiting();
}

// ---- Answering

/** @param {any} event */
async function answer(event) {
  const /** @type {Request} */ request = event.request;
  const asked = new URL(request.url).pathname.slice(new URL(SCOPE).pathname.length);
  const path = asked.endsWith(SQUEEZED) ? asked.slice(0, -SQUEEZED.length) : asked;
  const stored = await find(path);
  if (stored) return stored;
  try {
    const response = isolated(await fetch(request));
    if (path in build.optional) event.waitUntil(keepCopy(path, response.clone()));
    return response;
  } catch (error) {
    const page = request.mode === "navigate" && (await find(NOT_FOUND));
    if (!page) throw error;
    return new Response(page.body, { status: 404, headers: page.headers });
  }
}

/** Store what a page has asked for, if it is whole. @param {string} path @param {Response} copy */
async function keepCopy(path, copy) {
  const whole = await sound(path, build.optional[path], copy);
  if (!whole) return;
  const cache = await caches.open(PARTS);
  await cache.put(SCOPE + path, whole).catch(() => {}); // without room it is fetched again
}

/** @param {string} path */
function isPart(path) {
  return path in build.parts || path in build.optional;
}

/** What is stored for a path: "forward/", "forward/index.html" and "forward" are one page. */
async function find(/** @type {string} */ path) {
  const page = path.replace(/(^|\/)index\.html$/, "$1");
  if (build.pages.includes(`${page}/`)) return Response.redirect(`${SCOPE}${page}/`);
  const cache = await caches.open(isPart(page) ? PARTS : VERSION);
  const stored = await cache.match(SCOPE + page, { ignoreVary: true });
  return stored ?? (HASHED.test(page) ? caches.match(SCOPE + page, { ignoreVary: true }) : null);
}

/**
 * The same response with the isolation headers.
 * @param {Response} response
 * @param {Record<string, string>} [more] headers
 */
function isolated(response, more = {}) {
  if (!response.body || !["basic", "default"].includes(response.type)) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries({ ...ISOLATION, ...more })) headers.set(name, value);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name); // of the wire
  return new Response(response.body, { status: response.status, headers });
}
