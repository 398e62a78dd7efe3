import { hasOdd, plain } from "./plain.js";
import { suggestions, takeSuggestion } from "./suggestions.js";

/**
 * @typedef {object} EditorOptions
 * @property {string} text
 * @property {string} label for screen readers
 * @property {() => void} onChange the learner or the page changed the text
 * @property {() => void} onRun Shift+Enter or Ctrl+Enter
 * @property {(before: string) => Promise<import("./suggestions.js").Completions | null>} [complete]
 *   names for a line's text before the cursor; null when nobody can tell at once
 * @property {() => void} onEscape the next Tab leaves the editor
 * @property {(inserted: string) => void} onOdd what was typed or pasted has characters that Python
 *   cannot read
 *
 * @typedef {object} Editor
 * @property {() => string} text
 * @property {(text: string) => void} replace can be undone
 * @property {() => [string, string][]} odd characters that Python cannot read, each with its name
 * @property {() => void} makePlain writes these as Python does
 * @property {(line: number | null) => void} mark shows the line of an error, from 1
 * @property {() => void} focus
 * @property {() => void} destroy
 */

const INDENT = "    ";
const ESCAPED = 2000; // ms within which Tab leaves after Escape

/** Makes editors: CodeMirror's, or a plain textarea if CodeMirror cannot be loaded. */
export class Editors {
  /** @type {Promise<any> | null} */
  #module = null;
  /** @type {Promise<void>} */
  #turns = Promise.resolve();

  /** @param {string} address of the CodeMirror module */
  constructor(address) {
    this.address = address;
  }

  /**
   * @param {HTMLElement} parent
   * @param {EditorOptions} options
   * @returns {Promise<Editor>}
   */
  async open(parent, options) {
    try {
      this.#module ??= import(this.address);
      const module = await this.#module;
      await this.#turn();
      return codeMirror(module, parent, options);
    } catch (error) {
      console.warn("The editor could not be loaded; a plain text field serves.", error);
      return textarea(parent, options);
    }
  }

  /** Editors are made one a task, so that none keeps the page from answering for long. */
  #turn() {
    return (this.#turns = this.#turns.then(() => new Promise((next) => setTimeout(next))));
  }
}

/**
 * @param {any} cm the module of vendor/codemirror.js
 * @param {HTMLElement} parent
 * @param {EditorOptions} options
 * @returns {Editor}
 */
function codeMirror(cm, parent, options) {
  const marks = errorMarks(cm);
  const listener = cm.EditorView.updateListener.of((/** @type {any} */ update) => {
    if (update.docChanged) options.onChange();
    const inserted = insertedIn(update);
    if (hasOdd(inserted) && plain(cm, update.state).found.length) options.onOdd(inserted);
  });
  const view = new cm.EditorView({
    parent,
    doc: options.text,
    extensions: [keys(cm, options), ...look(cm, options.label), suggestions(cm, options.complete), marks.field, listener],
  });
  const change = (/** @type {any} */ changes) =>
    view.dispatch({ changes, annotations: cm.isolateHistory.of("full") }); // one step of undo
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => change(difference(view.state.doc.toString(), text)),
    odd: () => plain(cm, view.state).found,
    makePlain: () => change(plain(cm, view.state).changes),
    mark(line) {
      view.dispatch({ effects: marks.set.of(line) });
      if (line && line <= view.state.doc.lines) scrollTo(view, line);
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** What the learner has put in: typed, pasted, dropped, dictated. @param {any} update */
function insertedIn({ transactions }) {
  let inserted = "";
  for (const transaction of transactions) {
    if (!transaction.isUserEvent("input")) continue;
    transaction.changes.iterChanges((/** @type {any[]} */ ...[, , , , text]) => (inserted += text));
  }
  return inserted;
}

/** What makes one text of another; the cursor stays where nothing changes. @param {string} old @param {string} text */
function difference(old, text) {
  const shorter = Math.min(old.length, text.length);
  let from = 0;
  while (from < shorter && old[from] === text[from]) from++;
  let rest = 0;
  while (rest < shorter - from && old.at(-1 - rest) === text.at(-1 - rest)) rest++;
  return { from, to: old.length - rest, insert: text.slice(from, text.length - rest) };
}

/** Bring a line into the middle of an editor that is lower than its text. @param {any} view @param {number} line */
function scrollTo(view, line) {
  const { top } = view.lineBlockAt(view.state.doc.line(line).from);
  view.scrollDOM.scrollTop = top - view.scrollDOM.clientHeight / 2;
}

/** @param {any} cm @param {string} label */
function look(cm, label) {
  return [
    cm.lineNumbers(),
    cm.history(),
    cm.pythonLanguage,
    cm.bracketMatching(),
    cm.indentUnit.of(INDENT),
    cm.EditorState.tabSize.of(INDENT.length),
    cm.syntaxHighlighting(highlightStyle(cm)),
    cm.EditorView.domEventHandlers({ beforeinput: insertAsItIs(cm) }),
    cm.EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
  ];
}

/**
 * Text that replaces a selection, or comes in one piece (dictated, or put in by a program), goes
 * in as it is. The browser's own way would make elements with style attributes, which the CSP
 * refuses.
 * @param {any} cm
 */
function insertAsItIs({ EditorView }) {
  return (/** @type {InputEvent} */ event, /** @type {any} */ view) => {
    select(view);
    const { from, to, empty } = view.state.selection.main;
    const text = event.inputType === "insertText" ? event.data : null;
    if (!text || event.isComposing || (empty && text.length === 1)) return false;
    event.preventDefault();
    const insert = () =>
      view.state.update(view.state.replaceSelection(text), { userEvent: "input.paste" });
    const handlers = view.state.facet(EditorView.inputHandler);
    const handled = handlers.some((/** @type {any} */ one) => one(view, from, to, text, insert));
    if (!handled) view.dispatch(insert());
    return true;
  };
}

/**
 * What the text replaces: CodeMirror hears of a selection a moment later than a program, which
 * selects and inserts at once, needs it.
 * @param {any} view
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

/** The classes that the build's highlighter writes, so that the code keeps its colours. */
function highlightStyle(/** @type {any} */ { HighlightStyle, tags }) {
  return HighlightStyle.define([
    { tag: [tags.keyword, tags.operatorKeyword, tags.bool, tags.null], class: "k" },
    { tag: [tags.string, tags.special(tags.string)], class: "s1" },
    { tag: tags.number, class: "mi" },
    { tag: tags.comment, class: "c1" },
    { tag: [tags.definition(tags.function(tags.variableName)), tags.className], class: "nf" },
  ]);
}

/** @param {any} cm @param {EditorOptions} options */
function keys(cm, options) {
  let leaveBy = 0;
  const leaving = () => performance.now() < leaveBy;
  const escape = () => {
    leaveBy = performance.now() + ESCAPED;
    options.onEscape();
    return false;
  };
  const run = (/** @type {any} */ view) => {
    cm.closeCompletion(view);
    options.onRun();
    return true;
  };
  return cm.Prec.high(
    cm.keymap.of([
      { key: "Shift-Enter", run },
      { key: "Mod-Enter", run },
      { key: "Ctrl-Enter", run },
      { key: "Escape", run: escape },
      {
        key: "Tab",
        run: (/** @type {any} */ view) => !leaving() && (takeSuggestion(cm, view) || indent(cm, view)),
        shift: (/** @type {any} */ view) => !leaving() && cm.indentLess(view),
      },
      ...cm.defaultKeymap,
      ...cm.historyKeymap,
    ]),
  );
}

/** A selection is indented by lines, a cursor gets spaces. @param {any} cm @param {any} view */
function indent(cm, view) {
  if (view.state.selection.ranges.some((/** @type {any} */ range) => !range.empty)) {
    return cm.indentMore(view);
  }
  view.dispatch(view.state.replaceSelection(INDENT), { userEvent: "input.indent" });
  return true;
}

/** @param {any} cm */
function errorMarks({ StateEffect, StateField, Decoration, EditorView }) {
  const set = StateEffect.define();
  const decoration = Decoration.line({ class: "error-line" });
  const field = StateField.define({
    create: () => Decoration.none,
    update(/** @type {any} */ marks, /** @type {any} */ transaction) {
      const effect = transaction.effects.find((/** @type {any} */ one) => one.is(set));
      if (!effect) return marks.map(transaction.changes);
      const { doc } = transaction.state;
      if (!effect.value || effect.value > doc.lines) return Decoration.none;
      return Decoration.set([decoration.range(doc.line(effect.value).from)]);
    },
    provide: (/** @type {any} */ own) => EditorView.decorations.from(own),
  });
  return { set, field };
}

/** @param {HTMLElement} parent @param {EditorOptions} options @returns {Editor} */
function textarea(parent, options) {
  const area = document.createElement("textarea");
  area.setAttribute("aria-label", options.label);
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
  return {
    text: () => area.value,
    replace(text) {
      area.value = text;
      options.onChange();
    },
    odd: () => [],
    makePlain: () => {},
    mark: () => {},
    focus: () => area.focus(),
    destroy: () => area.remove(),
  };
}
