// This page is served for addresses of any depth, below any path: it finds the site's root by
// looking for the service worker's file, from the deepest folder up, and mends its links. Without
// a network nothing is found so, but then it was the service worker that gave this page.
(async () => {
  const root = (await found()) ?? stored();
  if (root === null) return;
  for (const link of document.querySelectorAll("a[data-address]")) {
    link.href = root + link.dataset.address;
  }

  async function found() {
    const folders = location.pathname.split("/").slice(1, -1);
    for (let depth = folders.length; depth >= 0; depth -= 1) {
      const root = ["", ...folders.slice(0, depth), ""].join("/");
      const answer = await fetch(`${root}sw.js`, { method: "HEAD" }).catch(() => null);
      if (answer?.ok) return root;
    }
    return null;
  }

  function stored() {
    const worker = navigator.serviceWorker?.controller;
    return worker ? new URL(".", worker.scriptURL).pathname : null;
  }
})();
