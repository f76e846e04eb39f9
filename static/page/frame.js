/**
 * Everything around the conversation: the page's own words, its buttons, the greeting.
 */

import { LANG_TAG, text } from "../i18n.js";
import { askChips } from "./cards.js";
import { byId, fill, icon, make, setWords } from "./dom.js";

/** @typedef {import('../protocol.d.ts').Language} Language */

/** Says all texts of the skeleton in a language. @param {Language} language */
export function sayTexts(language) {
  document.documentElement.lang = LANG_TAG[language];
  for (const element of document.querySelectorAll("[data-text]")) {
    setWords(element, text(language, keyOf(element, "text")));
  }
  for (const element of document.querySelectorAll("[data-label]:not(.next-step)")) {
    element.setAttribute("aria-label", text(language, keyOf(element, "label")));
  }
}

/** @param {import('../protocol.d.ts').Welcome} welcome @param {Language} language */
export function showWelcome(welcome, language) {
  const { assistant, exchange, greeting, starters } = welcome;
  document.title = text(language, "documentTitle", { assistant, exchange });
  setWords(byId("assistant-name", HTMLElement), assistant);
  setWords(byId("exchange-name", HTMLElement), exchange);
  setWords(byId("greeting-words", HTMLElement), greeting);
  byId("greeting-hint", HTMLElement).hidden = starters.length === 0;
  fill(byId("starters", HTMLElement), starters.length > 0 && askChips(starters));
  byId("samples", HTMLElement).hidden = !welcome.samples;
}

/** @param {Element} element @param {'text' | 'label'} name */
function keyOf(element, name) {
  return /** @type {import('../i18n.js').TextKey} */ (element.getAttribute(`data-${name}`));
}

/**
 * Draws a button of the skeleton and names it.
 * @param {string} id @param {import('./dom.js').IconName} drawing @param {string} words
 * @param {string} label
 */
export function button(id, drawing, words, label) {
  const element = byId(id, HTMLButtonElement);
  element.title = label;
  // The name begins with the visible words, so that voice control finds the button by them.
  if (words) element.removeAttribute("aria-label");
  else element.setAttribute("aria-label", label);
  fill(element, icon(drawing), words && make("span", { class: "words" }, words));
}
