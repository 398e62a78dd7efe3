// What screen readers are told: live regions, and what's wrong with a field.

/**
 * Write what a live region says, if that's something else than before. What only passes by, such as
 * how far a download is, can be read but isn't read out.
 * @param {HTMLElement} region
 * @param {string} text
 * @param {boolean} [aloud]
 */
export function tell(region, text, aloud = true) {
  const live = aloud ? "polite" : "off";
  if (region.ariaLive !== live) region.ariaLive = live;
  if (region.textContent !== text) region.textContent = text;
}

/**
 * Say what is wrong with a field, also to whoever comes to it, until it's changed.
 * @param {HTMLElement} field
 * @param {HTMLElement} note what says it
 * @param {string} text
 */
export function refuse(field, note, text) {
  note.id ||= `note-${Math.random().toString(36).slice(2)}`;
  note.textContent = text;
  const before = field.getAttribute("aria-describedby") ?? "";
  if (before.split(" ").includes(note.id)) return;
  if (!field.matches("[type=radio]")) field.ariaInvalid = "true";
  field.setAttribute("aria-describedby", `${before} ${note.id}`.trim());
  const accept = () => {
    field.ariaInvalid = null;
    if (before) field.setAttribute("aria-describedby", before);
    else field.removeAttribute("aria-describedby");
  };
  (field.closest("form") ?? field).addEventListener("input", accept, { once: true });
}
