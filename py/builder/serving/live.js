// The development server adds this to every page, see live.py: a page follows the builds.

const EVERY = 700; // ms
const TRIED = "live"; // the build for which this tab was loaded last
let known = new URL(import.meta.url).search.slice(1); // at first the build that the page is of

setInterval(() => {
  if (document.visibilityState === "visible") void look();
}, EVERY);

async function look() {
  const answer = await fetch(new URL("version", import.meta.url)).catch(() => null);
  const version = answer?.ok ? await answer.text() : known; // the server may be off
  if (version === known) return;
  known = version;
  await follow(version);
}

/** Load the page again, once the service worker has the new build, if there is one. */
async function follow(version) {
  const { serviceWorker } = navigator;
  if (!serviceWorker?.controller) return location.reload();
  serviceWorker.addEventListener("controllerchange", () => location.reload());
  const registration = await serviceWorker.getRegistration();
  await registration?.update();
  while (registration?.installing || registration?.waiting) {
    // What a worker asks for itself while it installs is lost where the old one is busy (Chromium).
    registration.waiting?.postMessage({ type: "activate" });
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  if (sessionStorage.getItem(TRIED) === version) return; // never round and round
  sessionStorage.setItem(TRIED, version); // the worker has taken it before this page knew
  location.reload();
}
