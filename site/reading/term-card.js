import { strings } from "../kit/generated/strings.js";
import { make } from "../kit/dom.js";

const LEAVE = 300; // ms from the mouse's leaving to the note's end
const EDGE = 8; // px between the note and the window, or the link

/**
 * Show what the glossary says of a term, beside the link to it.
 * @param {HTMLAnchorElement} link
 * @param {boolean} focus read it, and come back to the link at its end
 * @returns {Promise<void>} rejects if the glossary can't be had
 */
export async function showTerm(link, focus) {
  const { hash } = new URL(link.href);
  const main = link.closest("main");
  const shown = main?.querySelector(".term-card:popover-open");
  if (shown instanceof HTMLElement && shown.dataset.term === hash)
    return focus ? shown.focus() : undefined;
  const card = await cardOf(link, decodeURIComponent(hash.slice(1)));
  card.dataset.term = hash;
  main?.append(card);
  card.showPopover();
  place(card, link);
  card.addEventListener("toggle", (event) => event.newState === "closed" && card.remove());
  if (focus) card.focus();
  else closeByMouse(card, link);
}

/** @param {HTMLAnchorElement} link @param {string} id */
async function cardOf(link, id) {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(`${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const entry = page.getElementById(id);
  const meaning = entry?.nextElementSibling;
  if (!entry || !meaning) throw new Error(id);
  for (const one of meaning.querySelectorAll("a")) {
    one.href = new URL(one.getAttribute("href") ?? "", link.href).href;
  }
  const card = make("div", "term-card");
  card.popover = "auto";
  card.tabIndex = -1;
  card.role = "note";
  card.ariaLabel = entry.textContent;
  card.lang = page.documentElement.lang; // it may be another than here
  const more = make("a", "", strings.words.glossary);
  more.href = link.href;
  more.lang = document.documentElement.lang;
  card.append(
    make("strong", "", entry.textContent ?? ""),
    ": ",
    ...meaning.childNodes,
    " · ",
    more,
  );
  return card;
}

/** Below the link, or above it where there is no room. @param {HTMLElement} card @param {Element} link */
function place(card, link) {
  const [line] = link.getClientRects();
  const [width, height] = [card.offsetWidth, card.offsetHeight];
  const below = line.bottom + EDGE;
  const top = below + height < innerHeight ? below : Math.max(EDGE, line.top - EDGE - height);
  const left = Math.min(line.left, document.documentElement.clientWidth - width - EDGE);
  card.style.top = `${top + scrollY}px`;
  card.style.left = `${Math.max(EDGE, left)}px`;
}

/** @param {HTMLElement} card @param {Element} link */
function closeByMouse(card, link) {
  let leaving = 0;
  const stay = () => clearTimeout(leaving);
  const leave = () => {
    stay();
    leaving = window.setTimeout(
      () => card.contains(document.activeElement) || card.remove(),
      LEAVE,
    );
  };
  for (const one of [card, link]) {
    one.addEventListener("pointerenter", stay);
    one.addEventListener("pointerleave", leave);
  }
}
