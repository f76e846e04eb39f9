/**
 * The line under the figure: the sentence being said, its spoken part brighter, in step with the
 * sentence's clock. Screen readers hear the sentence from the transcript's announcer instead.
 */

import { make, setWords } from "./dom.js";

/** @typedef {import('../protocol.d.ts').WordTrack} WordTrack */
/** @typedef {import('./player.js').Clock} Clock */

/**
 * How many characters of the shown sentence have sounded by then.
 * @param {WordTrack} words
 * @param {number} length  of the sentence
 * @param {number} duration  milliseconds
 * @param {number} now  milliseconds
 * @returns {number}
 */
export function spokenUntil(words, length, duration, now) {
  if (now >= duration) return length;
  if (words.times.length === 0)
    return duration > 0 ? Math.floor((length * Math.max(0, now)) / duration) : length;
  let until = 0;
  for (let index = 0; index < words.times.length && (words.times[index] ?? 0) <= now; index += 1) {
    until = Math.max(until, words.ends[index] ?? 0);
  }
  return Math.min(until, length);
}

/**
 * `<yingbin-captions>`.
 */
export class CaptionsElement extends HTMLElement {
  #spoken = make("span", { class: "spoken" });
  #rest = make("span", { class: "rest" });
  #frame = 0;
  #line = -1;

  connectedCallback() {
    this.setAttribute("aria-hidden", "true");
    this.replaceChildren(this.#spoken, this.#rest);
  }

  /**
   * @param {string} sentence @param {WordTrack} words @param {{ clock: Clock, duration: number, lang: string }} timing
   */
  show(sentence, words, { clock, duration, lang }) {
    cancelAnimationFrame(this.#frame);
    this.lang = lang;
    // The track counts characters, not the halves of a surrogate pair.
    const characters = [...sentence];
    const step = () => {
      const now = clock();
      const until = spokenUntil(words, characters.length, duration, now);
      setWords(this.#spoken, characters.slice(0, until).join(""));
      setWords(this.#rest, characters.slice(until).join(""));
      this.#follow();
      if (now < duration) this.#frame = requestAnimationFrame(step);
    };
    step();
  }

  /** Long sentences scroll by lines, so that what is being said is always in sight. */
  #follow() {
    const line = this.#rest.offsetTop;
    if (line === this.#line) return;
    this.#line = line;
    this.scrollTop =
      line + Number.parseFloat(getComputedStyle(this).lineHeight) - this.clientHeight;
  }

  clear() {
    cancelAnimationFrame(this.#frame);
    setWords(this.#spoken, "");
    setWords(this.#rest, "");
  }
}

customElements.define("yingbin-captions", CaptionsElement);
