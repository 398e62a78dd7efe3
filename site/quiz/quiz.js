import { strings } from "./generated/strings.js";
import { callAll, find, make, press } from "../kit/dom.js";
import { arranged, chosen } from "./sitting.js";
import { judge } from "./judge.js";
import { solution } from "./lines.js";
import { html, Question } from "./question.js";
import * as record from "./record.js";
import { link, results, score } from "./results.js";
import { refuse } from "../kit/live.js";
import { fill, reason, withMinus } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("./items.js").QuizItems} quizItems
 * @property {import("../kit/store.js").Store} store
 */

const texts = strings.quiz;

/**
 * The quiz, [data-quiz], whose data-state is start, asking, explained or finished. All that it
 * knows stands in the store, so that it can be left at any moment and shows what other tabs do.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const quiz = new Quiz(element, services);
  return () => quiz.unmount();
}

class Quiz {
  /** @type {Question | null} */
  #question = null;
  #writing = false; // what this tab stores is no news to it
  #mounted = true;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { store, quizItems }) {
    this.element = element;
    this.lesson = document.documentElement.dataset.lesson ?? "";
    this.store = store;
    this.items = quizItems;
    this.stage = find(element, "[data-stage]");
    this.title = find(element, "[data-title]");
    this.note = find(element, "[data-note]");
    this.form = /** @type {HTMLFormElement} */ (find(element, "form"));
    /** A version that is fetched before it is asked for. */
    this.version = Math.floor(Math.random() * quizItems.count);
    /** @type {import("./items.js").Version | null} */
    this.loaded = null;
    const button = (/** @type {string} */ name, /** @type {() => unknown} */ action) =>
      press(find(element, `[data-${name}]`), action);
    const submit = (/** @type {Event} */ event) => this.#submit(event);
    const input = () => this.#draft();
    this.form.addEventListener("submit", submit);
    this.form.addEventListener("input", input);
    this.cleanups = [
      button("begin", () => this.#begin(false)),
      button("review-now", () => this.#begin(true)),
      button("continue", () => this.#continue()),
      button("pause", () => this.#pause()),
      button("next", () => this.#next()),
      button("answer", () => {}), // the form's own
      store.changed.on((key) => !this.#writing && record.concerns(key) && void this.#show(false)),
      () => this.form.removeEventListener("submit", submit),
      () => this.form.removeEventListener("input", input),
    ];
    this.items.load(record.sittingIn(store)?.version ?? this.version).catch(() => {});
    void this.#show(false);
  }

  unmount() {
    this.#mounted = false;
    callAll(this.cleanups);
  }

  // ---- What the learner does

  /** @param {boolean} review only what has come back */
  async #begin(review) {
    const version = await this.#load(this.version);
    if (!version) return;
    const due = new Set(record.dueIn(this.store, new Date()));
    const back = (/** @type {{ name: string }} */ { name }) => due.has(name);
    const from = review ? version.items.filter(back) : version.items;
    const asked = (/** @type {{ name: string }} */ { name }) =>
      record.knownOf(this.store, name).asked;
    const drawn = chosen(from, asked, back, Math.random);
    if (!drawn.length) return this.#show(false);
    const items = drawn.map((item) => ({ name: item.name, order: arranged(item, Math.random) }));
    const id = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    this.#write(() => {
      record.begin(this.store, { id, version: this.version, items });
      record.setPlace(this.store, items[0].name);
    });
    this.version = (this.version + 1) % this.items.count; // fresh numbers for the next one
    await this.#show(true);
  }

  #continue() {
    this.#write(() => record.setPlace(this.store, this.#firstOpen()));
    void this.#show(true);
  }

  #pause() {
    this.#write(() => record.setPlace(this.store, ""));
    void this.#show(true);
  }

  #next() {
    this.#write(() => record.setPlace(this.store, this.#firstOpen()));
    void this.#show(true);
  }

  #draft() {
    const [sitting, question] = [this.sitting, this.#question];
    if (!sitting || !question || this.element.dataset.state !== "asking") return;
    const { item, given, sure } = question;
    this.#write(() => record.keepDraft(this.store, sitting, item.name, given, sure));
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const [sitting, question] = [this.sitting, this.#question];
    if (!sitting || !question || this.element.dataset.state !== "asking") return;
    this.note.textContent = "";
    const { item, given, sure, missing } = question;
    if (missing) refuse(question.lacking, this.note, missing);
    if (missing || sure === null) return;
    const { right } = judge(item, given);
    const answer = { given, sure, right };
    this.#write(() => record.note(this.store, sitting, item.name, answer, new Date()));
    void this.#show(true);
  }

  // ---- What is shown

  get sitting() {
    return record.sittingIn(this.store);
  }

  /** The name of the first item without an answer; FINISHED when there is none. */
  #firstOpen() {
    const { sitting } = this;
    const open = sitting?.items.find(({ name }) => !record.answerTo(this.store, sitting, name));
    return open?.name ?? FINISHED;
  }

  /** @param {() => void} work */
  #write(work) {
    this.#writing = true;
    work();
    this.#writing = false;
  }

  /** @param {number} number @returns the version, or null when it cannot be had */
  async #load(number) {
    try {
      return await this.items.load(number);
    } catch (error) {
      if (this.#mounted) this.note.textContent = fill(texts.failed, { reason: reason(error) });
      return null;
    }
  }

  /** Show what the store says. @param {boolean} focus whether the learner has brought it about */
  async #show(focus) {
    const { sitting } = this;
    const place = record.placeIn(this.store);
    if (!sitting || !place) return this.#start(focus);
    const version = await this.#load(sitting.version);
    if (!this.#mounted) return;
    if (!version) return this.#start(focus);
    this.loaded = version;
    const known = sitting.items.filter(({ name }) =>
      version.items.some((one) => one.name === name),
    );
    const asked =
      known.find(({ name }) => name === place) ??
      known.find(({ name }) => !record.answerTo(this.store, sitting, name));
    if (!known.length) return this.#start(focus);
    if (place === FINISHED || !asked) return this.#finished(sitting, version, focus);
    this.#ask(sitting, version, asked, focus);
  }

  /** @param {string} state @param {string} title */
  #state(state, title) {
    this.element.dataset.state = state;
    this.title.textContent = title;
    this.note.textContent = "";
    for (const part of this.element.querySelectorAll("[data-in]")) {
      const states = (part.getAttribute("data-in") ?? "").split(" ");
      /** @type {HTMLElement} */ (part).hidden = !states.includes(state);
    }
  }

  /** @param {boolean} focus */
  #start(focus) {
    const said = this.note.textContent ?? "";
    this.#question = null;
    this.stage.replaceChildren();
    this.#state("start", texts.title);
    this.note.textContent = said; // why it could not go on, for example
    this.#offer();
    if (focus) this.title.focus();
  }

  /** Which buttons there are, before a sitting and after it. */
  #offer() {
    const { sitting } = this;
    const due = record.dueIn(this.store, new Date()).length;
    const review = find(this.element, "[data-review-now]");
    review.hidden = due === 0;
    review.textContent = fill(texts.review, { count: due });
    const done = sitting?.items.filter(({ name }) =>
      record.answerTo(this.store, sitting, name),
    ).length;
    const open = sitting && done !== sitting.items.length;
    const resume = find(this.element, "[data-continue]");
    resume.hidden = !open || this.element.dataset.state !== "start";
    resume.textContent = fill(texts.resume, { done: done ?? 0, count: sitting?.items.length ?? 0 });
  }

  /**
   * @param {import("./record.js").Sitting} sitting
   * @param {import("./items.js").Version} version
   * @param {import("./record.js").Asked} asked
   * @param {boolean} focus
   */
  #ask(sitting, version, { name, order }, focus) {
    const item = /** @type {import("./items.js").Item} */ (
      version.items.find((one) => one.name === name)
    );
    const answer = record.answerTo(this.store, sitting, name);
    const open = this.element.dataset.state === "asking" && this.#question?.item === item;
    if (!answer && open && !focus) return; // another tab has changed something else
    const places = [...(item.options ?? item.lines ?? []).keys()];
    const fits = String([...order].sort((a, b) => a - b)) === String(places);
    const question = new Question(item, fits ? order : places);
    this.#question = question;
    const kept = answer ?? record.draftOf(this.store, sitting, name);
    if (kept) question.fill(kept.given, kept.sure);
    this.stage.replaceChildren(question.element);
    const number = sitting.items.findIndex((one) => one.name === name) + 1;
    const where = { number, count: sitting.items.length, lesson: version.lessons[item.lesson] };
    this.#state(answer ? "explained" : "asking", fill(texts.question, where));
    if (answer) this.#explain(question, answer, focus);
    else if (focus) arriveAt(this.title, "start", this.element);
    else if (!open && arrivedAtTop()) this.element.scrollIntoView({ behavior: "instant" });
  }

  /**
   * @param {Question} question
   * @param {import("./record.js").Answer} answer
   * @param {boolean} focus
   */
  #explain(question, { given, right, sure }, focus) {
    const { item } = question;
    const judged = judge(item, given);
    const verdict = make("h3", "quiz-verdict", verdictOn(right, sure));
    verdict.dataset.result = right ? "right" : "wrong";
    verdict.tabIndex = -1;
    question.reveal(judged);
    question.stem.after(verdict);
    const part = make("div", "quiz-explained");
    if (item.ask === "number") {
      part.append(make("p", "quiz-key", fill(texts.key, { answer: written(item) })));
    }
    if (item.lines && !right) part.append(solution(item.lines));
    for (const { about, reason } of judged.told) {
      if (!about) part.append(html("div", "quiz-reason", reason));
    }
    const links = make("p", "quiz-links");
    links.append(link(item.see.href, fill(texts.see, { place: item.see.text })));
    if (item.figure) links.append(link(item.figure, texts.figure));
    part.append(links);
    question.element.append(part);
    const last = this.#firstOpen() === FINISHED;
    find(this.element, "[data-next]").textContent = last ? texts.finish : texts.next;
    if (focus) arriveAt(verdict, "nearest");
  }

  /**
   * @param {import("./record.js").Sitting} sitting
   * @param {import("./items.js").Version} version
   * @param {boolean} focus
   */
  #finished(sitting, version, focus) {
    const done = sitting.items.flatMap(({ name }) => {
      const item = version.items.find((one) => one.name === name);
      const answer = record.answerTo(this.store, sitting, name);
      return item && answer ? [{ item, answer }] : [];
    });
    this.#question = null;
    this.#write(() => record.finish(this.store, this.lesson));
    const dates = record.datesIn(this.store, new Date());
    this.stage.replaceChildren(results(done, version.lessons, dates));
    this.#state("finished", score(done));
    this.#offer();
    if (focus) this.title.focus();
  }
}

const FINISHED = "finished/"; // no item is called so

/** @param {boolean} right @param {number} sure */
function verdictOn(right, sure) {
  if (right) return sure ? texts.right : texts.right_guess;
  return sure === 2 ? texts.wrong_sure : texts.wrong;
}

/**
 * Read a heading out, and bring what it heads into view.
 * @param {HTMLElement} heading
 * @param {ScrollLogicalPosition} block
 * @param {HTMLElement} [whole]
 */
function arriveAt(heading, block, whole = heading) {
  heading.focus({ preventScroll: true });
  whole.scrollIntoView({ block, behavior: "instant" });
}

/** Whether neither the address nor the history leads to a place. */
function arrivedAtTop() {
  return !location.hash && !history.state?.top;
}

/** The answer with its unit. @param {import("./items.js").Item} item */
function written({ shown = "", unit = "" }) {
  return `${withMinus(shown)}${unit && ` ${unit}`}`;
}
