/**
 * The cells of the open page, and which of them have run in the lesson's namespace.
 * @typedef {object} NotebookCell
 * @property {string} id
 * @property {HTMLElement} element
 * @property {() => Promise<boolean>} run resolves to whether it ended well
 */

/** Running a cell first runs the cells above it that have not run. */
export class Notebook {
  /** @type {Set<NotebookCell>} */
  #cells = new Set();
  /** @type {Set<string>} */
  #ran = new Set();

  /** @param {import("../python/service.js").Python} python */
  constructor(python) {
    python.lost.on(() => this.#ran.clear());
  }

  /** @param {NotebookCell} cell @returns {() => void} takes it out again */
  add(cell) {
    this.#cells.add(cell);
    return () => this.#cells.delete(cell);
  }

  /** The cell with this id has run and left its names behind. @param {string} id */
  hasRun(id) {
    this.#ran.add(id);
  }

  /**
   * Run what stands above `element` and has not run.
   * @param {HTMLElement} element
   * @returns {Promise<boolean>} whether all of them ended well
   */
  async runAbove(element) {
    const above = [...this.#cells].filter((cell) => precedes(cell.element, element));
    above.sort((one, other) => (precedes(one.element, other.element) ? -1 : 1));
    for (const cell of above) {
      if (!this.#ran.has(cell.id) && !(await cell.run())) return false;
    }
    return true;
  }
}

/** @param {Node} one @param {Node} other */
function precedes(one, other) {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}
