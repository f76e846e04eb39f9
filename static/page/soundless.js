/**
 * What was told of missing sound in this visit. A visitor who wants no sound misses none, and the
 * same reason is told once.
 */

import { keepForTab, recallForTab } from "./memory.js";

/** @typedef {import('../protocol.d.ts').Notice} Notice */

const KEY = "soundless";

export class Soundless {
  #told = new Set(recallForTab(KEY).split("\n").filter(Boolean));
  /** Whether the visitor was told of what is missing now. */
  #missed = false;
  /** @type {Notice | null} what a muted visitor would miss, if they listened */
  #withheld = null;

  /** Whether a notice is to be shown. @param {Notice} notice @param {boolean} listening */
  news(notice, listening) {
    if (notice.code === "sound_back") {
      const missed = this.#missed;
      this.#missed = false;
      this.#withheld = null;
      return missed && listening;
    }
    if (notice.code !== "no_sound") return true;
    const name = notice.reason || notice.text;
    if (this.#told.has(name)) return false;
    this.#withheld = listening ? null : notice;
    if (!listening) return false;
    this.#told.add(name);
    this.#missed = true;
    keepForTab(KEY, [...this.#told].join("\n"));
    return true;
  }

  /** What is to be told to somebody who listens again. @returns {Notice | null} */
  owed() {
    const notice = this.#withheld;
    return notice && this.news(notice, true) ? notice : null;
  }
}
