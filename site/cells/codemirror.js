// What editor.js and its helpers take from CodeMirror 6; the build bundles it into one module.
import { StyleModule } from "style-mod";

export {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  currentCompletions,
  ifNotIn,
  selectedCompletionIndex,
  setSelectedCompletion,
} from "@codemirror/autocomplete";
export {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  isolateHistory,
} from "@codemirror/commands";
export { globalCompletion, localCompletionSource, pythonLanguage } from "@codemirror/lang-python";
export {
  bracketMatching,
  ensureSyntaxTree,
  HighlightStyle,
  indentUnit,
  syntaxHighlighting,
  syntaxTree,
} from "@codemirror/language";
export { EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
export { Decoration, EditorView, keymap, lineNumbers } from "@codemirror/view";
export { tags } from "@lezer/highlight";

/** @type {WeakMap<Document | ShadowRoot, Set<StyleModule>>} */
const mounted = new WeakMap();

/**
 * The site's CSP refuses the <style> element that style-mod adds to a document, so its rules
 * become constructed style sheets, which the CSP lets pass.
 * @param {Document | ShadowRoot} root
 * @param {StyleModule | readonly StyleModule[]} modules
 */
function adopt(root, modules) {
  const known = mounted.get(root) ?? new Set();
  mounted.set(root, known);
  for (const module of [modules].flat()) {
    if (known.has(module)) continue;
    known.add(module);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(module.getRules());
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

StyleModule.mount = adopt;
