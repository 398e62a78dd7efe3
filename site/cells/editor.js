import { difference, insertAsItIs, insertedIn } from "./inserting.js";
import { hasOdd, plain } from "./plain.js";
import { suggestions, takeSuggestion } from "./suggestions.js";
import { textField } from "./text-field.js";

/**
 * @typedef {object} EditorOptions
 * @property {string} text
 * @property {string} label for screen readers
 * @property {string} keysId the element that says what keys do here
 * @property {() => void} onChange the learner or the page changed the text
 * @property {() => void} onRun Shift+Enter or Ctrl+Enter
 * @property {(before: string) => Promise<import("./suggestions.js").Completions | null>} [complete]
 *   names for a line's text before the cursor; null when nobody can tell at once
 * @property {(on: boolean) => void} onLeaving whether the next Tab leaves the editor
 * @property {(inserted: string) => void} onOdd what was typed or pasted has characters that Python
 *   cannot read
 *
 * @typedef {object} Editor
 * @property {() => string} text
 * @property {(text: string) => void} replace can be undone
 * @property {() => import("./plain.js").Plain["found"]} odd characters that Python cannot read, each with its name
 * @property {() => void} makePlain writes these as Python does
 * @property {(text: string) => void} insert types it
 * @property {() => void} tab what the key Tab does
 * @property {(line: number | null) => void} mark shows the line of an error, from 1
 * @property {(line: number) => void} show brings a line into view, from 1
 * @property {() => void} focus
 * @property {() => void} destroy
 *
 * @typedef {import("@codemirror/view").EditorView} View
 * @typedef {typeof import("@codemirror/autocomplete") & typeof import("@codemirror/commands")
 *   & typeof import("@codemirror/lang-python") & typeof import("@codemirror/language")
 *   & typeof import("@codemirror/state") & typeof import("@codemirror/view")
 *   & typeof import("@lezer/highlight")} CodeMirror what codemirror.js has, and more
 */

const INDENT = "    ";
const BEFORE_TAB = ["Escape", "Tab", "Shift"]; // keys after which Tab still leaves

/** Makes editors: CodeMirror's, or a plain textarea if CodeMirror cannot be loaded. */
export class Editors {
  /** @type {Promise<CodeMirror> | null} */
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
      this.#module ??= import(this.address).catch(() => import(`${this.address}#again`));
      const module = await this.#module;
      await this.#turn();
      return codeMirror(module, parent, options);
    } catch (error) {
      console.warn("The editor could not be loaded; a plain text field serves.", error);
      return textField(parent, options);
    }
  }

  /** Editors are made one a task, so that none keeps the page from answering for long. */
  #turn() {
    return (this.#turns = this.#turns.then(() => new Promise((next) => setTimeout(next))));
  }
}

/**
 * @param {CodeMirror} cm
 * @param {HTMLElement} parent
 * @param {EditorOptions} options
 * @returns {Editor}
 */
function codeMirror(cm, parent, options) {
  const marks = errorMarks(cm);
  const listener = cm.EditorView.updateListener.of((update) => {
    if (update.docChanged) options.onChange();
    const inserted = insertedIn(update);
    if (hasOdd(inserted) && plain(cm, update.state).found.length) options.onOdd(inserted);
  });
  const view = new cm.EditorView({
    parent,
    doc: options.text,
    extensions: [
      keys(cm, options),
      ...look(cm, options),
      suggestions(cm, options.complete),
      marks.field,
      listener,
    ],
  });
  const change = (/** @type {import("@codemirror/state").ChangeSpec} */ changes) =>
    view.dispatch({ changes, annotations: cm.isolateHistory.of("full") }); // one step of undo
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => change(difference(view.state.doc.toString(), text)),
    odd: () => plain(cm, view.state).found,
    makePlain: () => change(plain(cm, view.state).changes),
    insert: (text) => view.dispatch(view.state.replaceSelection(text), { userEvent: "input.type" }),
    tab: () => void (takeSuggestion(cm, view) || indent(cm, view)),
    mark(line) {
      view.dispatch({ effects: marks.set.of(line) });
      if (line && line <= view.state.doc.lines) scrollTo(view, line);
    },
    show: (line) => scrollTo(view, line),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** Bring a line into the upper part of an editor that is lower than its text. @param {View} view @param {number} line */
function scrollTo(view, line) {
  const { top } = view.lineBlockAt(view.state.doc.line(line).from);
  view.scrollDOM.scrollTop = top - view.scrollDOM.clientHeight / 6;
}

/** @param {CodeMirror} cm @param {EditorOptions} options */
function look(cm, { label, keysId }) {
  const named = { "aria-label": label, "aria-describedby": keysId };
  return [
    cm.lineNumbers(),
    cm.history(),
    cm.pythonLanguage,
    cm.bracketMatching(),
    cm.indentUnit.of(INDENT),
    cm.EditorState.tabSize.of(INDENT.length),
    cm.syntaxHighlighting(highlightStyle(cm)),
    cm.EditorView.domEventHandlers({ beforeinput: insertAsItIs(cm) }),
    cm.EditorView.contentAttributes.of({ ...named, spellcheck: "false", tabindex: "0" }),
  ];
}

/** The classes that the build's highlighter writes, so that the code keeps its colours. */
function highlightStyle(/** @type {CodeMirror} */ { HighlightStyle, tags }) {
  return HighlightStyle.define([
    { tag: [tags.keyword, tags.operatorKeyword, tags.bool, tags.null], class: "k" },
    { tag: [tags.string, tags.special(tags.string)], class: "s1" },
    { tag: tags.number, class: "mi" },
    { tag: tags.comment, class: "c1" },
    { tag: [tags.definition(tags.function(tags.variableName)), tags.className], class: "nf" },
  ]);
}

/** @param {CodeMirror} cm @param {EditorOptions} options */
function keys(cm, options) {
  let leaving = false;
  const leave = (/** @type {boolean} */ on) => {
    if (on !== leaving) options.onLeaving((leaving = on));
    return false;
  };
  const stay = cm.EditorView.domEventHandlers({
    keydown: ({ key }) => !BEFORE_TAB.includes(key) && leave(false),
    blur: () => leave(false),
  });
  const run = (/** @type {View} */ view) => {
    cm.closeCompletion(view);
    options.onRun();
    return true;
  };
  return cm.Prec.high([
    stay,
    cm.keymap.of([
      { key: "Shift-Enter", run },
      { key: "Mod-Enter", run },
      { key: "Ctrl-Enter", run },
      { key: "Escape", run: () => leave(true) },
      {
        key: "Tab",
        run: (/** @type {View} */ view) =>
          takeSuggestion(cm, view) || (!leaving && indent(cm, view)),
        shift: (/** @type {View} */ view) => !leaving && cm.indentLess(view),
      },
      ...cm.defaultKeymap,
      ...cm.historyKeymap,
    ]),
  ]);
}

/** A selection is indented by lines, a cursor gets spaces. @param {CodeMirror} cm @param {View} view */
function indent(cm, view) {
  if (view.state.selection.ranges.some((range) => !range.empty)) {
    return cm.indentMore(view);
  }
  view.dispatch(view.state.replaceSelection(INDENT), { userEvent: "input.indent" });
  return true;
}

/** @param {CodeMirror} cm */
function errorMarks({ StateEffect, StateField, Decoration, EditorView }) {
  /** @type {import("@codemirror/state").StateEffectType<number | null>} */
  const set = StateEffect.define();
  const decoration = Decoration.line({ class: "error-line" });
  const field = StateField.define({
    create: () => Decoration.none,
    update(marks, transaction) {
      const effect = transaction.effects.find((one) => one.is(set));
      if (!effect) return marks.map(transaction.changes);
      const { doc } = transaction.state;
      if (!effect.value || effect.value > doc.lines) return Decoration.none;
      return Decoration.set([decoration.range(doc.line(effect.value).from)]);
    },
    provide: (own) => EditorView.decorations.from(own),
  });
  return { set, field };
}
