// This page is served for addresses of any depth, below any path: it finds the site's root by
// looking for the service worker's file, from the deepest folder up, and mends its links.
(async () => {
  const folders = location.pathname.split("/").slice(1, -1);
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const root = ["", ...folders.slice(0, depth), ""].join("/");
    const answer = await fetch(`${root}sw.js`, { method: "HEAD" }).catch(() => null);
    if (answer && answer.ok) {
      for (const link of document.querySelectorAll("a[data-address]")) {
        link.href = root + link.dataset.address;
      }
      return;
    }
  }
})();
