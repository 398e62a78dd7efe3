// A classic script, for pages whose modules don't run.
(() => {
  const fromDisk = location.protocol === "file:";
  const closed = !fromDisk && window.origin === "null"; // a frame with `sandbox` and without `allow-same-origin`

  /** @param {string} selector @param {Record<string, string>} [values] for its {placeholders} */
  function show(selector, values = {}) {
    for (const notice of document.querySelectorAll(selector)) {
      const text = /** @type {HTMLElement} */ (notice);
      const filled = (/** @type {string} */ whole, /** @type {string} */ name) =>
        values[name] ?? whole;
      for (const part of text.childNodes) {
        if (part instanceof Text) part.data = part.data.replace(/\{(\w+)\}/g, filled);
      }
      text.hidden = false;
    }
  }

  // Blocked, missing or damaged ones are told; a damaged copy is thrown away for the next visit.
  addEventListener("load", () => {
    if (fromDisk || "alive" in document.documentElement.dataset) return;
    show("[data-incomplete-notice]");
    if (!closed) navigator.serviceWorker?.controller?.postMessage({ type: "heal" });
  });

  if (closed) {
    const link = /** @type {HTMLAnchorElement} */ (
      document.querySelector("[data-framed-notice] a")
    );
    link.href = link.textContent = location.href;
    show("[data-framed-notice]");
    addEventListener("click", submit);
  }

  /** A closed frame submits no forms, and nothing hears of it: so tell those who listen. @param {Event} event */
  function submit(event) {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button || button.type !== "submit" || !button.form || event.defaultPrevented) return;
    event.preventDefault();
    const { form } = button;
    if (form.method === "dialog") return form.closest("dialog")?.close(button.value);
    const told = { bubbles: true, cancelable: true, submitter: button };
    if (form.reportValidity()) form.dispatchEvent(new SubmitEvent("submit", told));
  }

  // Browsers run no modules from disk: this tells how to serve the folder.
  if (fromDisk) {
    const root = new URL(document.documentElement.dataset.root || ".", location.href);
    const folder = decodeURIComponent(root.pathname).replace(/^\/(?=[A-Za-z]:)/, ""); // C:/ of Windows
    show("[data-file-notice]", { folder });
  }

  // Some hosts answer a folder's address with its index.html, others don't, and a disk doesn't either. Whoever
  // has come by a name goes on by names.
  if (fromDisk || location.pathname.endsWith("/index.html")) {
    const { href } = new URL(document.documentElement.dataset.root || ".", location.href);
    const mend = (/** @type {Event} */ { target }) => {
      const link = target instanceof Element && target.closest("a[href]");
      const address = link && new URL(link.getAttribute("href") ?? "", location.href);
      if (!address || !address.href.startsWith(href) || !address.pathname.endsWith("/")) return;
      address.pathname += "index.html";
      link.setAttribute("href", address.href);
    };
    for (const type of ["click", "auxclick", "contextmenu"]) addEventListener(type, mend, true);
  }
})();
