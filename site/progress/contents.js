import { decoded } from "../kit/fragment.js";
import { strings } from "../kit/generated/strings.js";
import { callAll, find } from "../kit/dom.js";
import { fill } from "../kit/text.js";
import { remember } from "./place.js";
import { counts, noted } from "./tally.js";

const LINE = 0.3; // of the window's height: the section that has passed it is being read

/**
 * The list of a page's sections, [data-contents]: marks the one that is being read and the exercises
 * that have passed, and remembers the place. On a small screen it is a bar that opens.
 * @type {import("../kit/mount.js").Mount<{ store: import("../kit/store.js").Store }>}
 */
export function mount(element, { store }) {
  const slug = element.dataset.contents ?? "";
  const toggle = find(element, "[data-toggle]");
  const sections = [...element.querySelectorAll("li")].map(sectionOf);
  /** @type {ReturnType<typeof sectionOf> | undefined} */
  let here;
  let frame = 0;
  const top = element.offsetTop;

  function showDone() {
    for (const { entry } of sections) showExercises(store, slug, entry);
  }

  function follow() {
    frame = 0;
    const found = sections.findLast(({ heading }) => {
      return heading && heading.getBoundingClientRect().top < innerHeight * LINE;
    });
    element.toggleAttribute("data-away", scrollY > top);
    if (found !== here) arrive(found);
  }

  function arrive(/** @type {typeof here} */ section) {
    here?.link.removeAttribute("aria-current");
    here = section;
    find(element, "[data-here]").textContent = section?.title ?? strings.contents.label;
    if (!section) return;
    section.link.setAttribute("aria-current", "location");
    if (!scrollY) return; // just opened: that mustn't replace the place of the last visit
    remember(store, { slug, anchor: section.anchor, section: section.title, when: Date.now() });
  }

  function open(/** @type {boolean} */ yes) {
    toggle.setAttribute("aria-expanded", String(yes));
  }

  const isOpen = () => toggle.getAttribute("aria-expanded") === "true";
  const cleanups = [
    store.changed.on((key) => counts(key) && showDone()),
    on(window, "scroll", () => (frame ||= requestAnimationFrame(follow))),
    on(toggle, "click", () => open(!isOpen())),
    on(document, "click", ({ target }) => {
      const within = target instanceof Node && element.contains(target);
      if (!within || (target instanceof Element && target.closest("a"))) open(false);
    }),
    on(element, "keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== "Escape" || !isOpen()) return;
      open(false);
      toggle.focus();
    }),
    () => cancelAnimationFrame(frame),
  ];
  showDone();
  follow();
  return () => callAll(cleanups);
}

/** @param {HTMLLIElement} entry */
function sectionOf(entry) {
  const link = /** @type {HTMLAnchorElement} */ (find(entry, "a"));
  const anchor = decoded(link.hash);
  return { entry, link, anchor, title: link.textContent, heading: document.getElementById(anchor) };
}

/** @param {import("../kit/store.js").Store} store @param {string} slug @param {HTMLElement} entry */
function showExercises(store, slug, entry) {
  const dots = /** @type {HTMLElement[]} */ ([...entry.querySelectorAll("[data-dot]")]);
  const done = dots.filter(({ dataset }) => noted(store, "exercises", `${slug}/${dataset.dot}`));
  for (const dot of dots) dot.toggleAttribute("data-done", done.includes(dot));
  if (!dots.length) return;
  const counted = fill(strings.contents.exercises, { done: done.length, total: dots.length });
  find(entry, "[data-done-text]").textContent = `, ${counted}`;
}

/** @param {EventTarget} target @param {string} type @param {(event: Event) => void} listener */
function on(target, type, listener) {
  target.addEventListener(type, listener, { passive: true });
  return () => target.removeEventListener(type, listener);
}
