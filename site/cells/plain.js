/**
 * Characters of typesetting that Python cannot read: name in the strings of [cell], what Python
 * reads instead, which they are.
 * @type {[string, string, string][]}
 */
const KINDS = [
  ["curly_quote", '"', "\u201c\u201d\u201e\u201f\u00ab\u00bb"],
  ["curly_quote", "'", "\u2018\u2019\u201a\u201b"],
  ["minus", "-", "\u2212"],
  ["dash", "-", "\u2010\u2011\u2012\u2013\u2014"],
  ["dot", "*", "\u00b7\u22c5\u2219"],
  ["times", "*", "\u00d7\u2217"],
  ["division", "/", "\u00f7\u2215\u2044"],
  ["comparison", "<=", "\u2264"],
  ["comparison", ">=", "\u2265"],
  ["comparison", "!=", "\u2260"],
  ["hard_space", " ", "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000"],
  ["zero_width", "", "\u00ad\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064"],
  ["byte_order", "", "\ufeff"],
];
const QUOTES = 2; // the kinds that come first, since they decide what is inside a string
const INVISIBLE = ["hard_space", "zero_width", "byte_order"];
const WORDS = ["String", "FormatString", "Comment"]; // where every character is welcome
const ENOUGH = 200; // ms for reading a text of any length

/** @typedef {{ changes: import("@codemirror/state").ChangeSet, found: (readonly [string, string])[] }} Plain by name and character */

/** Whether a text has such a character at all. @param {string} text */
export function hasOdd(text) {
  return KINDS.some(([, , characters]) => [...characters].some((one) => text.includes(one)));
}

/**
 * How to write the odd characters of a text as Python does, but for those in strings and comments.
 * @param {import("./editor.js").CodeMirror} cm
 * @param {import("@codemirror/state").EditorState} state the editor's
 * @returns {Plain}
 */
export function plain(cm, state) {
  const quotes = replacements(cm, state, KINDS.slice(0, QUOTES));
  const quoted = state.update({ changes: quotes.changes });
  const others = replacements(cm, quoted.state, KINDS.slice(QUOTES));
  const changes = quoted.changes.compose(quoted.state.changes(others.changes));
  return { changes, found: [...quotes.found, ...others.found] };
}

/** @param {import("./editor.js").CodeMirror} cm @param {import("@codemirror/state").EditorState} state @param {[string, string, string][]} kinds */
function replacements(cm, state, kinds) {
  const tree = cm.ensureSyntaxTree(state, state.doc.length, ENOUGH) ?? cm.syntaxTree(state);
  const text = state.doc.toString();
  /** @type {Map<string, string>} names by character */
  const found = new Map();
  const changes = [];
  for (let from = 0; from < text.length; from++) {
    const kind = kinds.find(([, , characters]) => characters.includes(text[from]));
    if (!kind || inWords(tree, from)) continue;
    found.set(text[from], kind[0]);
    changes.push({ from, to: from + 1, insert: kind[1] });
  }
  return {
    changes,
    found: [...found].map(([character, name]) => /** @type {const} */ ([name, character])),
  };
}

/** Whether what stands at a position is in a string or a comment. @param {import("@lezer/common").Tree} tree @param {number} at */
function inWords(tree, at) {
  /** @type {import("@lezer/common").SyntaxNode | null} */
  let node = tree.resolveInner(at, 1);
  for (; node; node = node.parent) {
    if (WORDS.includes(node.name)) return true;
  }
  return false;
}

/**
 * What was found, in words, each kind once; what cannot be seen is only named.
 * @param {Plain["found"]} found
 * @param {Record<string, string>} texts
 */
export function inWordsOf(found, texts) {
  const named = found.map(([name, character]) =>
    INVISIBLE.includes(name) ? texts[name] : `${texts[name]} ${character}`,
  );
  return [...new Set(named)].join(", ");
}
