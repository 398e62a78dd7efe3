// Printed text as a terminal or a notebook shows it: a carriage return goes back to the beginning of
// its line, colors are colors, and other control sequences are left out.

/**
 * @typedef {{ text: string, style: string }} Run some text and its classes
 */

const TOKEN =
  /\x1b\[[0-9;?]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[^[\]]?|[\n\r\b]|[^\x1b\n\r\b]+/g;
const UNFINISHED = /\x1b(?:\[[0-9;?]*|\][^\x07\x1b]*)?$/;
const WIDE = 2_000; // characters after which a line counts as ended
const COLORS = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

export class Screen {
  /** @type {Run[][]} lines that have ended, for whoever takes them */
  ended = [];
  #pending = ""; // the beginning of a control sequence
  /** @type {string[]} the letters of the line that is being written */
  #letters = [];
  /** @type {string[]} and their classes */
  #styles = [];
  #column = 0;
  /** @type {Set<string>} what control sequences have switched on */
  #on = new Set();

  /** @param {string} stream @param {string} text */
  write(stream, text) {
    const whole = this.#pending + text;
    const cut = UNFINISHED.exec(whole)?.index ?? whole.length;
    this.#pending = whole.slice(cut);
    for (const token of whole.slice(0, cut).match(TOKEN) ?? []) this.#take(stream, token);
  }

  /** The line that is being written. */
  get line() {
    return runs(this.#letters, this.#styles);
  }

  /** @param {string} stream @param {string} token */
  #take(stream, token) {
    if (token === "\n") this.#end(stream, "\n");
    else if (token === "\r") this.#column = 0;
    else if (token === "\b") this.#column = Math.max(0, this.#column - 1);
    else if (token[0] === "\x1b") this.#control(token);
    else this.#put(stream, token);
  }

  /** @param {string} stream @param {string} text */
  #put(stream, text) {
    const style = [stream, ...this.#on].join(" ");
    for (const letter of text) {
      if (this.#letters.length >= WIDE && this.#column >= WIDE) this.#end(stream, "");
      this.#letters[this.#column] = letter;
      this.#styles[this.#column++] = style;
    }
  }

  /** @param {string} stream @param {string} text */
  #end(stream, text) {
    const line = this.line;
    if (text) line.push({ text, style: line.at(-1)?.style ?? stream });
    this.ended.push(line);
    [this.#letters, this.#styles, this.#column] = [[], [], 0];
  }

  /** @param {string} token */
  #control(token) {
    if (token.endsWith("m")) token.slice(2, -1).split(";").reduce(this.#color, 0);
    if (/\[0?K$/.test(token)) this.#letters.length = this.#styles.length = this.#column;
    if (token.endsWith("[2K")) this.#letters.length = this.#styles.length = this.#column = 0;
  }

  /**
   * One number of a color's sequence; returns how many of those that follow belong to it.
   * @param {number} skip @param {string} code
   */
  #color = (skip, code) => {
    const number = Number(code);
    if (skip < 0) return number === 5 ? 1 : 3; // of 38;5;N and 38;2;R;G;B, which no class has
    if (skip > 0) return skip - 1;
    if (number === 38 || number === 48) return -1;
    if (number === 0) this.#on.clear();
    else if (number === 1) this.#on.add("ansi-bold");
    else if (number === 22) this.#on.delete("ansi-bold");
    else if ((number >= 30 && number <= 39) || (number >= 90 && number <= 97)) {
      for (const color of COLORS) this.#on.delete(`ansi-${color}`);
      if (number !== 39) this.#on.add(`ansi-${COLORS[number % 10]}`);
    }
    return 0;
  };
}

/** @param {string[]} letters @param {string[]} styles @returns {Run[]} */
function runs(letters, styles) {
  /** @type {Run[]} */
  const found = [];
  for (let i = 0; i < letters.length; i++) {
    const last = found.at(-1);
    if (last && last.style === styles[i]) last.text += letters[i];
    else found.push({ text: letters[i], style: styles[i] });
  }
  return found;
}

/** @param {Run[]} line */
export function lengthOf(line) {
  return line.reduce((sum, run) => sum + run.text.length, 0);
}
