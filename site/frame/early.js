// A classic script, because it runs before the page is read.
(() => {
  const { dataset } = document.documentElement;

  /** Where the page needs Python before all else, its worker begins to fetch its files now. */
  function startPython() {
    if (location.protocol === "file:" || dataset.needs !== "python") return;
    const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
    const address = new URL("../python/worker/worker.js", src); // python/process.js takes it over
    const page = /** @type {{ earlyPython?: Worker }} */ (globalThis);
    page.earlyPython = new Worker(address, { type: "module", name: "early" });
    page.earlyPython.onerror = () => delete page.earlyPython; // the next one's error is told
  }

  /** Letters that an earlier page has fetched (letters.js) are there from the first paint on. */
  function useLetters() {
    const { course, root = "", lettersFrom = "" } = dataset;
    const base = new URL(root, location.href);
    if (localStorage.getItem(`${course}:${base.pathname}:letters`) !== lettersFrom) return;
    dataset.letters = "";
    for (const name of ["text.woff2", "math.woff2"]) {
      const link = document.createElement("link");
      const href = new URL(name, new URL(lettersFrom, base)).href;
      Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
      document.head.append(link);
    }
  }

  startPython();
  try {
    useLetters();
  } catch {
    // Storage is forbidden: the system's letters serve.
  }
})();
