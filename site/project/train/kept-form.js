const CHOSEN = "settings";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/**
 * What the learner chose is there again at the next visit, where it is still offered.
 * @param {HTMLFormElement} form
 * @param {import("../project.js").Project} project
 */
export function keepForm(form, project) {
  const fields = named(form);
  const kept = parsed(project.remembered(CHOSEN));
  for (const [name, field] of fields) restore(field, kept[name]);
  const note = () => {
    const chosen = [...fields].map(([name, field]) => [name, chosenIn(field)]);
    project.remember(CHOSEN, JSON.stringify(Object.fromEntries(chosen)));
  };
  form.addEventListener("change", note);
  return () => form.removeEventListener("change", note);
}

/** The fields by name and, where several have it, place. @param {HTMLFormElement} form @returns {Map<string, Field>} */
function named(form) {
  const all = /** @type {Field[]} */ ([...form.querySelectorAll("input[name], select[name]")]);
  return new Map(
    all.map((field) => [
      `${field.name} ${all.filter((one) => one.name === field.name).indexOf(field)}`,
      field,
    ]),
  );
}

/** @param {Field} field @returns {field is HTMLInputElement} */
function isSwitch(field) {
  return field.type === "radio" || field.type === "checkbox";
}

/** @param {Field} field */
function chosenIn(field) {
  return isSwitch(field) ? field.checked : field.value;
}

/** @param {Field} field @param {unknown} value what another version or a file left may be anything */
function restore(field, value) {
  if (isSwitch(field)) {
    if (typeof value === "boolean" && !field.disabled) field.checked = value;
  } else if (typeof value === "string" && value.length < 20) {
    const { options = null } = /** @type {HTMLSelectElement} */ (field);
    if (!options || [...options].some((option) => option.value === value)) field.value = value;
  }
}

/** @param {string | null} text @returns {Record<string, unknown>} */
function parsed(text) {
  try {
    return Object(JSON.parse(text ?? ""));
  } catch {
    return {};
  }
}
