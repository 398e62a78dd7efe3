// A classic script, for pages whose modules don't run.

// Blocked, missing or damaged ones are told; a damaged copy is thrown away for the next visit.
addEventListener("load", () => {
  if (location.protocol === "file:" || "alive" in document.documentElement.dataset) return;
  document.querySelector("[data-incomplete-notice]")?.removeAttribute("hidden");
  navigator.serviceWorker?.controller?.postMessage({ type: "heal" });
});

// Browsers run no modules from disk: this tells how to serve the folder, and lets links to folders
// find their index.html meanwhile.
(() => {
  if (location.protocol !== "file:") return;
  const root = new URL(document.documentElement.dataset.root || ".", location.href);
  const folder = decodeURIComponent(root.pathname).replace(/^\/(?=[A-Za-z]:)/, ""); // C:/ of Windows
  for (const notice of document.querySelectorAll("[data-file-notice]")) {
    notice.textContent = (notice.textContent ?? "").replace("{folder}", () => folder);
    notice.removeAttribute("hidden");
  }
  for (const link of document.querySelectorAll("a[href]")) {
    const address = new URL(link.getAttribute("href") ?? "", location.href);
    if (address.protocol !== "file:" || !address.pathname.endsWith("/")) continue;
    address.pathname += "index.html";
    link.setAttribute("href", address.href);
  }
})();
