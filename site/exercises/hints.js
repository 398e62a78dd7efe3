/**
 * Show the next of the hints. @param {HTMLElement} list whose items are hidden at first
 * @param {() => void} atEnd there are no more
 */
export function nextHint(list, atEnd) {
  const hint = list.querySelector("li[hidden]");
  if (!(hint instanceof HTMLElement)) return atEnd();
  list.hidden = false;
  hint.hidden = false;
  hint.focus();
}
