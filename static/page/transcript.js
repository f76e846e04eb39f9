/**
 * The list of turns on the page: keeps it in step with the conversation, scrolls, and tells screen
 * readers each whole sentence once.
 */

import { LANG_TAG } from "../i18n.js";
import { contactsAgain } from "./cards.js";
import { byId, make } from "./dom.js";
import { TurnElement } from "./turn.js";

/** @typedef {import('../protocol.d.ts').Language} Language */
/** @typedef {import('./conversation.js').Turn} Turn */

/** So near to the end the visitor counts as reading along. */
const NEAR_END_PX = 80;
/** Announced sentences that stay in the page. */
const ANNOUNCED = 20;

/** Brings what a chip has opened into view: as much of it as fits, its beginning first.
 * @param {Event} event */
function showOpened({ target }) {
  const chip = target instanceof Element ? target.closest('[aria-expanded="true"]') : null;
  document
    .getElementById(chip?.getAttribute("aria-controls") ?? "")
    ?.scrollIntoView({ block: "nearest" });
}

export class Transcript {
  #home = byId("turns", HTMLElement);
  #scroller = byId("scroller", HTMLElement);
  #announcer = byId("announcer", HTMLElement);
  /** @type {Map<string, { element: TurnElement, turn: Turn, language: Language, contactAgain: boolean }>} */
  #shown = new Map();

  /**
   * @param {{
   *   onRate: (turn: Turn, rating: 'up' | 'down') => void,
   *   onReport: (turn: Turn) => void,
   *   onCopy: (turn: Turn) => void,
   * }} events
   */
  listen({ onRate, onReport, onCopy }) {
    this.#home.addEventListener("rate", (event) => {
      const { detail } = /** @type {CustomEvent<'up' | 'down'>} */ (event);
      this.#withTurn(event, (turn) => onRate(turn, detail));
    });
    this.#home.addEventListener("report", (event) => this.#withTurn(event, onReport));
    this.#home.addEventListener("copy-answer", (event) => this.#withTurn(event, onCopy));
    this.#home.addEventListener("click", showOpened);
  }

  /** @param {readonly Turn[]} turns @param {Language} language */
  render(turns, language) {
    const reading = this.#nearEnd();
    const again = contactsAgain(turns);
    for (const turn of turns) {
      const shown = this.#shown.get(turn.key);
      const contactAgain = again.has(turn.key);
      const same = shown?.turn === turn && shown.contactAgain === contactAgain;
      if (same && shown.language === language) continue;
      const element = shown?.element ?? this.#add();
      element.render(turn, language, { contactAgain });
      this.#shown.set(turn.key, { element, turn, language, contactAgain });
    }
    if (reading) this.toEnd();
  }

  /** Shows the newest words, but never scrolls the beginning of the latest turn out of sight. */
  toEnd() {
    const latest = this.#home.lastElementChild;
    if (!latest) return;
    const scroller = this.#scroller;
    const above = latest.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop = Math.min(scroller.scrollHeight, scroller.scrollTop + above);
  }

  /** @param {string} words @param {Language} language */
  announce(words, language) {
    this.#announcer.append(make("p", { lang: LANG_TAG[language] }, words));
    while (this.#announcer.childElementCount > ANNOUNCED)
      this.#announcer.firstElementChild?.remove();
  }

  #add() {
    const element = /** @type {TurnElement} */ (document.createElement("yingbin-turn"));
    this.#home.append(element);
    return element;
  }

  #nearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  /** @param {Event} event @param {(turn: Turn) => void} act */
  #withTurn(event, act) {
    for (const { element, turn } of this.#shown.values()) {
      if (element === event.target) act(turn);
    }
  }
}
