/**
 * The element that must stand inside `parent`; a template without it is a bug, so it throws.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {T}
 */
export function find(parent, selector) {
  const found = parent.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return /** @type {T} */ (found);
}

/**
 * Make an element with a class and text (never markup).
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} [className]
 * @param {string} [text]
 */
export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/**
 * Run `work` when the page has nothing else to do, at the latest after `timeout` ms.
 * @param {() => void} work
 * @param {number} [timeout] some pages are never idle
 * @returns {() => void} cancels it
 */
export function whenIdle(work, timeout = 1500) {
  if ("requestIdleCallback" in window) {
    const handle = requestIdleCallback(work, { timeout });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(work, Math.min(timeout, 200));
  return () => clearTimeout(handle);
}

/**
 * A function that has `work` done before the next frame, once however often it's called.
 * @param {() => void} work
 * @returns {() => void}
 */
export function inNextFrame(work) {
  let asked = 0;
  return () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      work();
    });
  };
}

/** Call all of them, in order. @param {(() => void)[]} functions */
export function callAll(functions) {
  for (const one of functions) one();
}

/**
 * Hide an element; whoever is in it goes on at `next`.
 * @param {HTMLElement} element
 * @param {HTMLElement} next
 */
export function hide(element, next) {
  const inside = element.contains(document.activeElement);
  element.hidden = true;
  if (inside) next.focus();
}

/**
 * Enable a button; the returned function disables it again.
 * @param {HTMLElement} button
 * @param {() => unknown} action
 */
export function press(button, action) {
  const listener = () => void (button.ariaDisabled !== "true" && action());
  button.addEventListener("click", listener);
  button.removeAttribute("disabled");
  return () => {
    button.removeEventListener("click", listener);
    button.setAttribute("disabled", "");
  };
}

/**
 * Say whether an enabled button has anything to do now. `disabled` would take the focus from whoever
 * presses it by keyboard.
 * @param {HTMLElement} button
 * @param {boolean} able
 */
export function offer(button, able) {
  button.setAttribute("aria-disabled", String(!able));
}

/** A sentence in which `backticks` mark code. @param {string} text @param {string} className */
export function withCode(text, className) {
  const sentence = make("p", className);
  text.split("`").forEach((part, i) => sentence.append(i % 2 ? make("code", "", part) : part));
  return sentence;
}
