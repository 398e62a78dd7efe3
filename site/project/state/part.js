/**
 * A part of the project with a state: who shows it reads it, and every change is told.
 * @template {object} State
 */
export class Part {
  /** @param {State} state @param {() => void} tell */
  constructor(state, tell) {
    this.state = state;
    this.tell = tell;
  }

  /** @param {Partial<State>} changes */
  update(changes) {
    this.state = { ...this.state, ...changes };
    this.tell();
  }
}
