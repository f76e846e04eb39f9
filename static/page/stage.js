/**
 * The figure, its captions and the state it is in: what is said, by which tone, on which clock.
 *
 * The figure is loaded apart; a page without it still talks.
 */

import { LANG_TAG } from "../i18n.js";
import "./captions.js";
import { byId } from "./dom.js";

/** @typedef {import('../protocol.d.ts').Sentence} Sentence */
/** @typedef {import('../protocol.d.ts').Speech} Speech */
/** @typedef {'idle' | 'listening' | 'thinking' | 'speaking'} StageState */
/**
 * What the page uses of `<yingbin-figure>`.
 * @typedef {HTMLElement & Partial<{
 *   setTone(tone: string, intensity: number, gesture: string): void,
 *   setState(state: StageState): void,
 *   speak(track: import('../protocol.d.ts').VisemeTrack, clock: () => number): void,
 *   stopSpeaking(): void,
 * }>} Figure
 */

const WIDE = "(width >= 900px)";

export class Stage {
  #figure = /** @type {Figure} */ (byId("figure", HTMLElement));
  #captions = /** @type {import('./captions.js').CaptionsElement} */ (
    byId("captions", HTMLElement)
  );
  #wide = window.matchMedia(WIDE);

  constructor() {
    const fit = () => this.#figure.toggleAttribute("compact", !this.#wide.matches);
    this.#wide.addEventListener("change", fit);
    fit();
  }

  /** @param {StageState} state */
  be(state) {
    this.#figure.setState?.(state);
    // Words that stay when nothing is said any more would look like the end of the answer.
    if (state !== "speaking") this.#captions.clear();
    document.body.dataset.figure = state;
  }

  /** @param {Sentence} sentence */
  feel(sentence) {
    this.#figure.setTone?.(sentence.tone, sentence.intensity, sentence.gesture ?? "none");
  }

  /** @param {Sentence} sentence @param {Speech} speech @param {import('./player.js').Clock} clock */
  say(sentence, speech, clock) {
    this.be("speaking");
    this.feel(sentence);
    this.#figure.speak?.(speech.visemes, clock);
    this.#captions.show(sentence.text, speech.words, {
      clock,
      duration: speech.duration,
      lang: LANG_TAG[sentence.language ?? "zh"],
    });
  }

  hush() {
    this.#figure.stopSpeaking?.();
    this.#captions.clear();
  }
}
