// A classic script, because browsers run no modules from disk: it tells how to serve the
// folder, and lets links to folders find their index.html meanwhile.
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
