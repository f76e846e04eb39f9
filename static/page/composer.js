/**
 * The question box: sends on Enter, never while an input method composes, and names the limit.
 */

import { text } from "../i18n.js";
import { byId, fill, icon, setWords } from "./dom.js";

/** @typedef {import('../protocol.d.ts').Language} Language */

/** The counter appears when so many characters or fewer are left. */
export const NEAR_LIMIT = 60;

/**
 * Whether a key press sends: Enter alone. An input method confirms its choice with Enter, too; such
 * a press says isComposing, or key code 229 in browsers that end composing before the key.
 * @param {{ key: string, shiftKey: boolean, isComposing: boolean, keyCode: number }} event
 */
export function sends(event) {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}

/** Characters as the server counts them: code points. @param {string} words */
export function lengthOf(words) {
  return [...words].length;
}

/**
 * What the counter says; empty far from the limit.
 * @param {number} length @param {number} limit @param {Language} language
 * @returns {{ words: string, over: boolean }}
 */
export function counterText(length, limit, language) {
  const left = limit - length;
  if (left < 0)
    return { words: text(language, "charactersOver", { count: -left, limit }), over: true };
  const words = left <= NEAR_LIMIT ? text(language, "charactersLeft", { count: left }) : "";
  return { words, over: false };
}

export class Composer {
  #form = byId("form", HTMLFormElement);
  #field = byId("question", HTMLTextAreaElement);
  #send = byId("send", HTMLButtonElement);
  #counter = byId("counter", HTMLElement);
  #limit = 500;
  /** @type {Language} */
  #language = "zh";
  #events;

  /**
   * @param {{ onAsk: (question: string) => void, onTyping: (typing: boolean) => void }} events
   */
  constructor(events) {
    this.#events = events;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener("keydown", (event) => {
      if (sends(event)) {
        event.preventDefault();
        this.#submit();
      }
    });
    this.#field.addEventListener("input", () => {
      this.#update();
      this.#events.onTyping(this.#field.value !== "");
    });
    this.#field.addEventListener("blur", () => this.#events.onTyping(false));
    fill(this.#send, icon("send"));
  }

  /** @param {Language} language @param {number} limit */
  render(language, limit) {
    this.#language = language;
    this.#limit = limit;
    this.#field.placeholder = text(language, "questionPlaceholder");
    this.#send.setAttribute("aria-label", text(language, "send"));
    this.#send.title = text(language, "send");
    this.#update();
  }

  focus() {
    this.#field.focus();
  }

  #update() {
    const { words, over } = counterText(
      lengthOf(this.#field.value.trim()),
      this.#limit,
      this.#language,
    );
    setWords(this.#counter, words);
    this.#counter.toggleAttribute("data-over", over);
    this.#field.setAttribute("aria-invalid", String(over));
    this.#send.setAttribute("aria-disabled", String(over || this.#field.value.trim() === ""));
  }

  #submit() {
    const question = this.#field.value.trim();
    if (question === "" || lengthOf(question) > this.#limit) {
      this.#field.focus();
      return;
    }
    this.#field.value = "";
    this.#update();
    this.#events.onTyping(false);
    this.#events.onAsk(question);
  }
}
