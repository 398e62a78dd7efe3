import { make } from "../kit/dom.js";

/** A sentence and a button beside the code, shown as long as the button makes a difference. */
export class Remedy {
  #matters = () => false;

  /** @param {HTMLElement} place empty while nothing is offered */
  constructor(place) {
    this.place = place;
  }

  /**
   * @param {string} text
   * @param {string} label of the button
   * @param {() => void} accept changes the code
   * @param {() => boolean} matters whether it still would
   */
  make(text, label, accept, matters) {
    const button = make("button", "quiet", label);
    button.type = "button";
    button.addEventListener("click", accept);
    this.#matters = matters;
    this.place.replaceChildren(make("span", "", text), button);
  }

  /** The code is another now. */
  check() {
    if (!this.#matters()) this.place.replaceChildren();
  }
}
