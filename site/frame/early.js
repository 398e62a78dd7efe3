// A classic script, because it runs before the page is read.
(() => {
  const { dataset } = document.documentElement;

  /** Where the page needs Python before all else, its worker begins to fetch its files now. */
  function startPython() {
    if (location.protocol === "file:" || dataset.needs !== "python") return;
    const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
    const address = new URL("../python/worker/worker.js", src); // python/process.js takes it over
    const page = /** @type {{ earlyPython?: Worker }} */ (globalThis);
    const start = new Blob([`import "${address.href}";`], { type: "text/javascript" });
    const confined = URL.createObjectURL(start); // as kit/workers/confined.js does it for modules
    page.earlyPython = new Worker(confined, { type: "module", name: "early" });
    page.earlyPython.onerror = () => delete page.earlyPython; // the next one's error is told
  }

  /**
   * The site's own letters. Those that an earlier page has fetched (letters.js) are used if they are
   * there before the first paint, which doesn't wait for them: no line ever moves.
   */
  function prepareLetters() {
    const { course, root = "", lettersFrom = "" } = dataset;
    const base = new URL(root, location.href);
    const face = (/** @type {string} */ family, /** @type {string} */ name, style = "normal") => {
      const address = new URL(name, new URL(lettersFrom, base));
      const one = new FontFace(family, `url("${address}")`, { weight: "400 700", style });
      document.fonts.add(one);
      return one;
    };
    const faces = [
      face("Module Text", "text.woff2"),
      face("Module Text", "text-italic.woff2", "italic"),
      face("Module Math", "math.woff2"),
    ];
    if (localStorage.getItem(`${course}:${base.pathname}:letters`) !== lettersFrom) return;
    let painted = false;
    requestAnimationFrame(() => (painted = true));
    void Promise.all(faces.map((one) => one.load())).then(() => {
      if (!painted) dataset.letters = "";
    });
  }

  /** A page in another one's frame may show one part alone, see only.js. */
  function showOnly() {
    const only = new URLSearchParams(location.search).get("only");
    if (!only) return;
    dataset.only = only; // nothing is seen until the rest is left out
    const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
    const script = document.createElement("script");
    script.src = new URL("only.js", src).href;
    script.onerror = () => delete dataset.only;
    document.head.append(script);
  }

  /** A lesson that opens at its top needs no more laid out than what is seen, see far.js. */
  function waitWithWhatIsFar() {
    const [navigation] = performance.getEntriesByType("navigation");
    const returns = /** @type {any} */ (navigation)?.type !== "navigate" || history.state;
    if (dataset.needs === "python" && !location.hash && !returns) dataset.far = "";
  }

  showOnly();
  startPython();
  waitWithWhatIsFar();
  try {
    prepareLetters();
  } catch {
    // Storage is forbidden: the system's letters serve.
  }
})();
