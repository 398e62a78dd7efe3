/**
 * @typedef {import("../kit/generated/operations.js").Operations["cells.complete"]["answer"]} Completions
 * @typedef {{ label: string, type?: string, boost?: number }} Suggestion
 * @typedef {import("@codemirror/autocomplete").CompletionResult | null} Result at once: of the text
 */

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const CHAIN = new RegExp(String.raw`(?<![\p{L}\p{N}_.)\]}'"])((?:${NAME}\.)*)(${NAME})?$`, "u");
const WORD = new RegExp(`^(?:${NAME})?$`, "u");
const QUIET = ["String", "FormatString", "Comment"];
const KEYWORDS =
  "False None True and as assert async await break case class continue def del elif else except " +
  "finally for from global if import in is lambda match nonlocal not or pass raise return try " +
  "type while with yield";

/**
 * Names offered while typing: after a letter or a dot, and only as long as the word is not
 * complete. Enter takes one only once the learner has moved into the list; Tab takes one always.
 * @param {import("./editor.js").CodeMirror} cm
 * @param {((before: string) => Promise<Completions | null>) | undefined} complete what Python knows
 */
export function suggestions(cm, complete) {
  const source = async (
    /** @type {import("@codemirror/autocomplete").CompletionContext} */ context,
  ) => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const found = CHAIN.exec(before);
    if (!found || !(context.explicit || /[\p{L}.]$/u.test(before))) return null;
    const [, owner, typed = ""] = found;
    const python = toSuggestions(await complete?.(before));
    const options = owner ? python : [...python, ...known(cm, context)];
    const labels = new Set(options.map(({ label }) => label));
    const open = (/** @type {string} */ word) =>
      WORD.test(word) && !/\p{N}$/u.test(word) && word.startsWith(typed) && !labels.has(word);
    if (!open(typed)) return null;
    return { from: context.pos - typed.length, options, validFor: open };
  };
  return cm.autocompletion({
    override: [cm.ifNotIn(QUIET, source)],
    selectOnOpen: false,
    filterStrict: true,
    icons: false,
  });
}

/** Take the suggestion that is chosen, or else the first. @param {import("./editor.js").CodeMirror} cm @param {import("@codemirror/view").EditorView} view */
export function takeSuggestion(cm, view) {
  if (!cm.currentCompletions(view.state).length) return false;
  if (cm.selectedCompletionIndex(view.state) === null) {
    view.dispatch({ effects: cm.setSelectedCompletion(0) });
  }
  return cm.acceptCompletion(view);
}

/** The learner's own come first. @param {Completions | null | undefined} found @returns {Suggestion[]} */
function toSuggestions(found) {
  return (found?.names ?? []).map(({ label, kind }) => ({ label, type: kind, boost: 1 }));
}

/**
 * Python's own words, and the names of the text, which CodeMirror finds.
 * @param {import("./editor.js").CodeMirror} cm
 * @param {import("@codemirror/autocomplete").CompletionContext} context
 * @returns {Suggestion[]}
 */
function known({ localCompletionSource, globalCompletion }, context) {
  const keywords = KEYWORDS.split(" ").map((label) => ({ label, type: "keyword" }));
  const sources = [localCompletionSource, globalCompletion];
  const others = sources.flatMap(
    (source) => /** @type {Result} */ (source(context))?.options ?? [],
  );
  const names = others.map(({ label, type }) => ({ label, type })); // without the templates
  return [...keywords, ...names];
}
