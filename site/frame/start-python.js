// A classic script, because it runs before the page is read: where the page needs Python before
// all else, Python's worker begins to fetch its files now. python/process.js takes it over.
(() => {
  if (location.protocol === "file:" || document.documentElement.dataset.needs !== "python") return;
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const address = new URL("../python/worker/worker.js", src);
  const page = /** @type {{ earlyPython?: Worker }} */ (globalThis);
  const start = new Blob([`import "${address.href}";`], { type: "text/javascript" });
  const confined = URL.createObjectURL(start); // see kit/confined.js, which no classic script can use
  page.earlyPython = new Worker(confined, { type: "module", name: "early" });
  page.earlyPython.onerror = () => delete page.earlyPython; // the next one's error is told
})();
