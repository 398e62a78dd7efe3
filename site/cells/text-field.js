/**
 * The editor where CodeMirror could not be loaded.
 * @param {HTMLElement} parent
 * @param {import("./editor.js").EditorOptions} options
 * @returns {import("./editor.js").Editor}
 */
export function textField(parent, options) {
  const area = document.createElement("textarea");
  area.setAttribute("aria-label", options.label);
  area.setAttribute("aria-describedby", options.keysId);
  area.spellcheck = false;
  area.value = options.text;
  area.rows = options.text.split("\n").length + 1;
  area.addEventListener("input", options.onChange);
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    options.onRun();
  });
  parent.append(area);
  const insert = (/** @type {string} */ text) => {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    options.onChange();
  };
  return {
    text: () => area.value,
    replace(text) {
      area.value = text;
      options.onChange();
    },
    odd: () => [],
    makePlain: () => {},
    insert,
    tab: () => insert("    "),
    mark: () => {},
    show(line) {
      area.scrollTop = (area.scrollHeight * (line - 1)) / area.value.split("\n").length;
    },
    focus: () => area.focus(),
    destroy: () => area.remove(),
  };
}
