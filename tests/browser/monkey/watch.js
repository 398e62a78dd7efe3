// What the monkey needs of a page: what goes wrong in it, where there is something to press, and
// whether it is busy. It's run in every document, and may be run twice.

(() => {
  if (window.monkey) return;
  const LINKS = "a[href]";
  const CONTROLS =
    "button, input, select, textarea, summary, canvas, [tabindex], [data-set], .cm-content";
  const BUSY = "[data-status=running], [data-status=queued], [aria-busy=true]";

  let leaving = false; // Firefox then ends imports that are under way
  addEventListener("beforeunload", () => (leaving = true));

  /** Kept from one document to the next. @param {string} text */
  function problem(text) {
    if (leaving) return;
    const found = JSON.parse(sessionStorage.getItem("monkey") ?? "[]");
    sessionStorage.setItem("monkey", JSON.stringify([...found, text].slice(-50)));
  }

  addEventListener("error", ({ message, filename, lineno, error }) =>
    problem(`error: ${message} (${filename}:${lineno}) ${error?.stack ?? ""}`),
  );
  addEventListener("unhandledrejection", ({ reason }) =>
    problem(`unhandled: ${reason} ${reason?.stack ?? ""}`),
  );
  document.addEventListener("securitypolicyviolation", (event) =>
    problem(
      `CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ` +
        `${event.sample} ${event.target?.outerHTML?.slice(0, 300)}`,
    ),
  );

  /** A window of the system's would end the walk, and so would another site. @param {Event} event */
  function stayHere(event) {
    const at = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (at.closest?.("a[href]"));
    const away = link && (link.origin !== location.origin || link.download || link.target);
    if (away || at.matches?.("input[type=file]")) event.preventDefault();
  }
  addEventListener("click", stayHere, true);
  addEventListener("contextmenu", (event) => event.preventDefault(), true);
  window.print = () => {};

  /** The middles of all that can be pressed now. @param {"link" | "control"} kind */
  function targets(kind) {
    return [...document.querySelectorAll(kind === "link" ? LINKS : CONTROLS)]
      .map((one) => one.getBoundingClientRect())
      .filter((box) => box.width && box.height)
      .map((box) => [box.x + box.width / 2, box.y + box.height / 2].map(Math.round))
      .filter(([x, y]) => x > 0 && y > 0 && x < innerWidth && y < innerHeight);
  }

  const busy = () => [
    ...(document.documentElement.dataset.python === "booting" ? ["Python is booting"] : []),
    ...[...document.querySelectorAll(BUSY)].map((one) => one.outerHTML.slice(0, 120)),
  ];

  /** What has gone wrong since the last time. */
  function problems() {
    const found = JSON.parse(sessionStorage.getItem("monkey") ?? "[]");
    sessionStorage.removeItem("monkey");
    return found;
  }

  window.monkey = { targets, busy, problems };
})();
