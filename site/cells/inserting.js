// How text gets into an editor by other ways than key by key.

/** What the learner has put in: typed, pasted, dropped, dictated. @param {import("@codemirror/view").ViewUpdate} update */
export function insertedIn({ transactions }) {
  let inserted = "";
  for (const transaction of transactions) {
    if (!transaction.isUserEvent("input")) continue;
    transaction.changes.iterChanges((...[, , , , text]) => (inserted += text));
  }
  return inserted;
}

/** What makes one text of another; the cursor stays where nothing changes. @param {string} old @param {string} text */
export function difference(old, text) {
  const shorter = Math.min(old.length, text.length);
  let from = 0;
  while (from < shorter && old[from] === text[from]) from++;
  let rest = 0;
  while (rest < shorter - from && old.at(-1 - rest) === text.at(-1 - rest)) rest++;
  return { from, to: old.length - rest, insert: text.slice(from, text.length - rest) };
}

/**
 * Text that replaces a selection, or comes in one piece (dictated, or put in by a program), goes
 * in as it is. The browser's own way would make elements with style attributes, which the CSP
 * refuses.
 * @param {import("./editor.js").CodeMirror} cm
 */
export function insertAsItIs({ EditorView }) {
  return (/** @type {InputEvent} */ event, /** @type {import("./editor.js").View} */ view) => {
    select(view);
    const { from, to, empty } = view.state.selection.main;
    const text = event.inputType === "insertText" ? event.data : null;
    if (!text || event.isComposing || (empty && text.length === 1)) return false;
    event.preventDefault();
    const insert = () =>
      view.state.update(view.state.replaceSelection(text), { userEvent: "input.paste" });
    const handlers = view.state.facet(EditorView.inputHandler);
    const handled = handlers.some((one) => one(view, from, to, text, insert));
    if (!handled) view.dispatch(insert());
    return true;
  };
}

/**
 * What the text replaces: CodeMirror hears of a selection a moment later than a program, which
 * selects and inserts at once, needs it.
 * @param {import("./editor.js").View} view
 */
function select(view) {
  const selection = document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  if (!range || !view.contentDOM.contains(range.commonAncestorContainer)) return;
  const anchor = view.posAtDOM(range.startContainer, range.startOffset);
  const head = view.posAtDOM(range.endContainer, range.endOffset);
  const { main } = view.state.selection;
  if (anchor !== main.from || head !== main.to) view.dispatch({ selection: { anchor, head } });
}
