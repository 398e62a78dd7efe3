import { decoded } from "../kit/fragment.js";
import { useLetters } from "./letters.js";
import { strings } from "../kit/generated/strings.js";
import { make } from "../kit/dom.js";
import { focusAt, focusOn, moveOn, recoverPlace, rememberPlace, returnTo } from "./scroll-place.js";
import { fill } from "../kit/text.js";

/**
 * @typedef {() => () => void} Mount makes a page's #main live and returns the undo
 * @typedef {(main: HTMLElement) => Promise<Mount>} Prepare loads what that needs
 */

/**
 * Links inside the module swap #main in the same document, so that Python and the recogniser
 * live on. Whatever is unusual becomes a full load.
 * @param {string} root the site's root
 * @param {Prepare} prepare
 * @returns {Promise<void>} once the open page is live; rejects if it cannot be
 */
export function startNavigation(root, prepare) {
  return new Navigator(root, prepare).start();
}

class Navigator {
  #announcer = make("p", "visually-hidden");
  #shown = location.pathname + location.search;
  /** @type {AbortController | null} */
  #loading = null;
  #unmount = () => {};

  /** @param {string} root @param {Prepare} prepare */
  constructor(root, prepare) {
    this.root = root;
    this.prepare = prepare;
  }

  async start() {
    recoverPlace();
    const mount = await this.prepare(mainOf(document));
    this.#unmount = mount();
    pinAddresses();
    this.#announcer.setAttribute("aria-live", "polite");
    document.body.append(this.#announcer);
    history.scrollRestoration = "manual";
    // A page that has just come is at its top, and to scroll it there would lay all of it out at once.
    if (history.state || location.hash) this.#restoreScroll();
    document.addEventListener("click", (event) => this.#clicked(event));
    addEventListener("popstate", () => this.#moved());
    addEventListener("pagehide", () => rememberPlace());
    addEventListener("scrollend", () => rememberPlace());
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const address = this.#addressOf(link);
    if (!address) return void (link.matches("[href^='#']") && rememberPlace(link));
    event.preventDefault();
    rememberPlace(link);
    const again = address.pathname + address.search === this.#shown;
    void this.#go(address, () => history[again ? "replaceState" : "pushState"](null, "", address));
  }

  /** Where a link leads, if that can be swapped in. @param {Element} link */
  #addressOf(link) {
    if (link.matches("[data-full-load], [download], [target]:not([target=_self])")) return null;
    const href = /** @type {HTMLAnchorElement | SVGAElement} */ (link).href;
    const address = new URL(typeof href === "string" ? href : href.baseVal, document.baseURI);
    const here = address.pathname + address.search === location.pathname + location.search;
    if (here && address.hash) return null;
    return address.href.startsWith(this.root) ? address : null;
  }

  /** Back and forward. */
  #moved() {
    const address = new URL(location.href);
    if (address.pathname + address.search === this.#shown) {
      this.#restoreScroll();
      return this.#focus(mainOf(document));
    }
    void this.#go(address, () => {});
  }

  /**
   * Fetch a page and show it.
   * @param {URL} address
   * @param {() => void} record puts it into the history
   */
  async #go(address, record) {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    try {
      const page = await fetchPage(address, loading.signal);
      const [mount] = await Promise.all([this.prepare(mainOf(page)), addStyles(page, address)]);
      if (loading.signal.aborted) return;
      record();
      this.#show(page, address, mount);
    } catch {
      if (!loading.signal.aborted) location.assign(address);
    }
  }

  /** @param {Document} page @param {URL} address @param {Mount} mount */
  #show(page, address, mount) {
    this.#unmount();
    this.#shown = address.pathname + address.search;
    document.title = page.title;
    for (const name of ["lesson", "needs", "root", "said"]) {
      document.documentElement.dataset[name] = page.documentElement.dataset[name] ?? "";
    }
    markCurrent(page, address);
    const main = document.adoptNode(mainOf(page));
    mainOf(document).replaceWith(main);
    useLetters();
    this.#unmount = mount();
    this.#announcer.textContent = fill(strings.navigate.arrived, { title: page.title });
    this.#restoreScroll();
    this.#focus(main);
  }

  /** To where the page is now: the link that was left, the part that the address names, or the top. @param {HTMLElement} main */
  #focus(main) {
    if (history.state && focusAt(history.state)) return;
    const target = targetOf(location.hash) ?? main.querySelector("h1");
    if (target) focusOn(target);
  }

  /** To where the reader was, else to the part that the address names, else to the top. */
  #restoreScroll() {
    moveOn(); // from where the page before was to be
    const target = targetOf(location.hash);
    if (history.state) returnTo(history.state);
    else if (target) target.scrollIntoView();
    else scrollTo({ top: 0, behavior: "instant" });
  }
}

/** @param {string} hash */
function targetOf(hash) {
  const [id] = decoded(hash).split("?"); // then a figure's state
  return document.getElementById(id);
}

/** @param {Document} page */
function mainOf(page) {
  return /** @type {HTMLElement} */ (page.getElementById("main"));
}

/**
 * What stays while pages change must not depend on the page's own address. Style sheets are left
 * alone: setting their address loads them again, and the page would stand there without meanwhile.
 */
function pinAddresses() {
  const staying = "body > :not(main) a[href], head link[rel=icon]";
  for (const element of document.querySelectorAll(staying)) {
    const link = /** @type {HTMLAnchorElement} */ (element);
    link.setAttribute("href", link.href);
  }
}

/**
 * @param {URL} address
 * @param {AbortSignal} signal
 * @returns {Promise<Document>} rejects for what is no page of this version of the site
 */
async function fetchPage(address, signal) {
  const response = await fetch(address, { signal });
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !type.startsWith("text/html")) throw new Error(`${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const other = page.documentElement.lang !== document.documentElement.lang;
  if (other || !page.getElementById("main") || scriptOf(page) !== scriptOf(document)) {
    throw new Error("another kind of page, language, or version");
  }
  return page;
}

/**
 * Load the styles that a page has and this document doesn't.
 * @param {Document} page
 * @param {URL} address
 */
async function addStyles(page, address) {
  const known = new Set([...document.styleSheets].map(({ href }) => href));
  const links = [...page.querySelectorAll("link[rel=stylesheet]")];
  const wanted = links.map((link) => new URL(link.getAttribute("href") ?? "", address).href);
  await Promise.all(wanted.filter((href) => !known.has(href)).map(addStyle));
}

/** @param {string} href @returns {Promise<Event>} rejects if it can't be loaded */
function addStyle(href) {
  const link = make("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
}

/** The path of a page's main module, which names its version. @param {Document} page */
function scriptOf(page) {
  const source = page.querySelector("script[type=module]")?.getAttribute("src") ?? "";
  return new URL(source.replace(/^(\.\.?\/)+/, ""), "http://site/").pathname;
}

/** Mark the open page in the navigation. @param {Document} page @param {URL} address */
function markCurrent(page, address) {
  const current = page.querySelector("header [aria-current]")?.getAttribute("href");
  const target = current && folderOf(new URL(current, address).href);
  for (const link of document.querySelectorAll("header nav a")) {
    if (folderOf(/** @type {HTMLAnchorElement} */ (link).href) === target) {
      link.setAttribute("aria-current", "page");
    } else link.removeAttribute("aria-current");
  }
}

/** A page's address as most hosts have it; see notices.js. @param {string} href */
function folderOf(href) {
  return href.replace(/index\.html$/, "");
}
