import { make } from "../kit/dom.js";
import { fill } from "../kit/text.js";

/**
 * A confusion matrix as a table: what was meant down, what was read across. Its fields are
 * buttons; one of them takes the focus, arrow keys move it.
 */
const CLASSES = 10;
/** Where a key moves the focus: rows, columns. @type {Record<string, [number, number]>} */
const MOVES = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -CLASSES],
  End: [0, CLASSES],
};

/**
 * @typedef {object} Texts
 * @property {string} corner what rows and columns are
 * @property {string} field with {count}, {row}, {column}
 *
 * @param {HTMLTableElement} table with a caption; the rest is made here
 * @param {Texts} texts
 * @param {(row: number, column: number) => void} choose
 */
export function createConfusion(table, texts, choose) {
  /** @type {HTMLButtonElement[][]} */
  const fields = [];
  const head = table.createTHead().insertRow();
  head.append(header("col", texts.corner));
  const body = table.createTBody();
  for (let row = 0; row < CLASSES; row += 1) {
    head.append(header("col", String(row)));
    const line = body.insertRow();
    line.append(header("row", String(row)));
    fields.push([]);
    for (let column = 0; column < CLASSES; column += 1) {
      const field = make("button");
      field.type = "button";
      field.tabIndex = row + column ? -1 : 0;
      field.toggleAttribute("data-diagonal", row === column);
      field.addEventListener("click", () => press(row, column));
      field.addEventListener("keydown", (event) => move(event, row, column));
      line.insertCell().append(field);
      fields[row].push(field);
    }
  }

  /** @param {number} row @param {number} column */
  function press(row, column) {
    for (const field of fields.flat()) {
      field.tabIndex = -1;
      field.removeAttribute("aria-current");
    }
    fields[row][column].tabIndex = 0;
    fields[row][column].setAttribute("aria-current", "true");
    choose(row, column);
  }

  /** @param {KeyboardEvent} event @param {number} row @param {number} column */
  function move(event, row, column) {
    const by = MOVES[event.key];
    if (!by) return;
    event.preventDefault();
    const next = fields[within(row + by[0])][within(column + by[1])];
    fields[row][column].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  return {
    /** @param {number[][]} counts */
    show(counts) {
      const most = strongest(counts);
      counts.forEach((line, row) =>
        line.forEach((count, column) => {
          const field = fields[row][column];
          field.textContent = count ? String(count) : "";
          field.ariaLabel = fill(texts.field, { count, row, column });
          field.removeAttribute("aria-current");
          const share = count / Math.max(1, row === column ? most.right : most.wrong);
          field.style.setProperty("--strength", `${Math.round(100 * Math.sqrt(share))}%`);
        }),
      );
    },
  };
}

/** The highest count on the diagonal, and beside it. @param {number[][]} counts */
function strongest(counts) {
  const right = counts.map((line, i) => line[i]);
  const wrong = counts.map((line, i) => line.filter((_, j) => j !== i));
  return { right: Math.max(...right), wrong: Math.max(...wrong.flat()) };
}

/** @param {number} place */
function within(place) {
  return Math.min(CLASSES - 1, Math.max(0, place));
}

/** @param {"row" | "col"} scope @param {string} text */
function header(scope, text) {
  const cell = make("th", "", text);
  cell.scope = scope;
  return cell;
}
