/**
 * The strip above the question box: one notice at a time, which the visitor can put away.
 */

import { byId, setWords } from "./dom.js";

/** Good news needs no dismissing. */
const PASSING_MS = 8000;
const PASSING = new Set(["sound_back", "reconnected", "slow_down", "report", "copy", "live"]);

export class Notice {
  #strip = byId("notice", HTMLElement);
  #words = byId("notice-words", HTMLElement);
  #timer = 0;

  /** @param {string} code  what it is about @param {string} words */
  show(code, words) {
    window.clearTimeout(this.#timer);
    this.#strip.dataset.code = code;
    this.#strip.hidden = words === "";
    setWords(this.#words, words);
    if (PASSING.has(code)) this.#timer = window.setTimeout(() => this.clear(), PASSING_MS);
  }

  /** Takes the notice away. @param {string} [code]  only one of this kind */
  clear(code) {
    if (code === undefined || this.#strip.dataset.code === code) this.show("", "");
  }
}
