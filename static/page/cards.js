/**
 * Things to act on beside an answer: questions to ask next, a person to reach, catalogue items with
 * the reason they are shown, pointers of which nobody has verified that they fit.
 */

import { text } from "../i18n.js";
import { fill, icon, make } from "./dom.js";
import { safeLink } from "./sources.js";

/** @typedef {import('../protocol.d.ts').Card} Card */
/** @typedef {import('../protocol.d.ts').Language} Language */

/** What kind of thing a card is; a contact card's own title says it.
 * @type {Partial<Record<Card['kind'], import('../i18n.js').TextKey>>} */
const KIND = { product: "cardProduct", vendor: "cardVendor" };

/**
 * A card in the language of the page, as far as the server knows it in it.
 * @param {Card} card @param {Language} language @returns {Card}
 */
export function inLanguage(card, language) {
  if ((card.language ?? "zh") === language || !card.other_title) return card;
  return {
    ...card,
    title: card.other_title,
    body: card.other_body || card.body,
    why: card.other_why || card.why,
  };
}

/**
 * What tells a contact from another one, in whichever of its languages a reply has shown it.
 * @param {Card} card
 */
function contactName(card) {
  const said = inLanguage(card, "zh");
  return [said.title, said.body, card.url].join("\n");
}

/**
 * The turns whose way to a person an earlier turn has shown already: there it stands in full.
 * @param {readonly { key: string, cards: readonly Card[] }[]} turns
 * @returns {ReadonlySet<string>} their keys
 */
export function contactsAgain(turns) {
  /** @type {Set<string>} */
  const shown = new Set();
  /** @type {Set<string>} */
  const again = new Set();
  for (const { key, cards } of turns) {
    for (const card of cards) {
      if (card.kind !== "contact") continue;
      if (shown.has(contactName(card))) again.add(key);
      shown.add(contactName(card));
    }
  }
  return again;
}

/**
 * The choices of a question back in the language of the page, each as far as it is known in it.
 * @param {import('../protocol.d.ts').Clarify} asks @param {Language} language
 * @returns {readonly string[]}
 */
export function choicesIn({ choices, language: own, other_choices }, language) {
  if ((own ?? "zh") === language) return choices;
  return choices.map((choice, place) => other_choices?.[place] || choice);
}

/**
 * `<yingbin-cards>`. Fires `ask` (detail: the question) when a chip is chosen: a question to go on
 * with, or a pointer, which says of itself that it may not fit.
 */
export class CardsElement extends HTMLElement {
  /** @type {readonly Card[] | null} */
  #items = null;
  /** @type {Language | null} */
  #language = null;
  #again = false;

  /**
   * @param {readonly Card[]} items @param {Language} language
   * @param {{ again: boolean }} contact  whether the way to a person was shown before
   */
  render(items, language, { again }) {
    if (items === this.#items && language === this.#language && again === this.#again) return;
    this.#items = items;
    this.#language = language;
    this.#again = again;
    this.hidden = items.length === 0;
    const said = items.map((card) => inLanguage(card, language));
    /** @param {Card['kind']} kind */
    const questionsOf = (kind) =>
      said.filter((card) => card.kind === kind).map((card) => card.title);
    const things = said.filter((card) => card.kind !== "ask" && card.kind !== "related");
    const related = said.filter((card) => card.kind === "related");
    const closed = related.filter((card) => !card.body);
    const questions = questionsOf("ask");
    const list = make(
      "ul",
      { class: "cards" },
      ...things.map((card) =>
        make(
          "li",
          {},
          again && card.kind === "contact" ? folded(card, language) : view(card, language),
        ),
      ),
    );
    fill(
      this,
      related.length > 0 &&
        make("h3", { class: "quiet-heading unverified" }, text(language, "cardRelated")),
      ...related.filter((card) => card.body).map((card, n) => shown(card, language, n === 0)),
      closed.length > 0 &&
        askChips(
          closed.map((card) => card.title),
          closed.map((card) => basisOf(card, language)),
        ),
      things.length > 0 && list,
      questions.length > 0 && make("h3", { class: "quiet-heading" }, text(language, "cardAsk")),
      questions.length > 0 && askChips(questions),
    );
  }
}

/** @param {Card} card @param {Language} language */
function view(card, language) {
  const kind = KIND[card.kind];
  const tags = card.tags ?? [];
  return make(
    "article",
    { class: `card card-${card.kind}` },
    (kind || card.sample) &&
      make(
        "p",
        { class: "card-kind" },
        make("span", {}, kind && text(language, kind)),
        card.sample && make("span", { class: "tag tag-sample" }, text(language, "sample")),
      ),
    make("h3", { class: "card-title" }, card.title),
    card.body && make("p", { class: "card-body" }, card.body),
    tags.length > 0 &&
      make("ul", { class: "tags" }, ...tags.map((tag) => make("li", { class: "tag" }, tag))),
    card.why && make("p", { class: "card-why" }, text(language, "cardWhy", { why: card.why })),
    linkOf(card, language),
  );
}

/**
 * A pointer with what is stored under its question, to be read at once and asked by a tap; one
 * beside the nearest opens when it is wanted.
 * @param {Card} card @param {Language} language @param {boolean} first
 */
function shown(card, language, first) {
  const held = [
    make("p", { class: "card-body" }, card.body),
    card.why && make("p", { class: "card-why" }, basisOf(card, language)),
    askChips([card.title], [], text(language, "cardAskThis")),
  ];
  return first
    ? make(
        "article",
        { class: "card card-related" },
        make("h3", { class: "card-title" }, card.title),
        ...held,
      )
    : make(
        "details",
        { class: "card card-related" },
        make("summary", { class: "card-title" }, card.title, icon("chevron")),
        ...held,
      );
}

/** What a pointer rests on, in small print. @param {Card} card @param {Language} language */
function basisOf(card, language) {
  return card.why && text(language, "cardBasis", { basis: card.why });
}

/**
 * A contact that stands in full further up: one line, which opens.
 * @param {Card} card @param {Language} language
 */
function folded(card, language) {
  return make(
    "details",
    { class: "contact-again" },
    make(
      "summary",
      { class: "chip" },
      text(language, "cardContactAgain", { title: card.title }),
      icon("chevron"),
    ),
    view(card, language),
  );
}

/** Where a card leads on, by the name of the host. @param {Card} card @param {Language} language */
function linkOf(card, language) {
  const href = safeLink(card.url);
  if (!href) return null;
  const words = text(language, "cardLink", { host: new URL(href).hostname });
  return make(
    "a",
    { href, target: "_blank", rel: "noopener noreferrer", class: "card-link" },
    words,
  );
}

/**
 * Chips that ask their own words, by a bubbling `ask` event.
 * @param {readonly string[]} questions
 * @param {readonly (string | undefined)[]} [bases] what each rests on, in small print
 * @param {string} [label] what they say instead of the question that they ask
 * @returns {HTMLUListElement}
 */
export function askChips(questions, bases = [], label = "") {
  const list = make("ul", { class: "chips ask-chips" });
  for (const [place, question] of questions.entries()) {
    const basis = bases[place];
    const chip = make(
      "button",
      {
        type: "button",
        class: "chip ask-chip",
        onclick: () => {
          chip.dispatchEvent(new CustomEvent("ask", { bubbles: true, detail: question }));
        },
      },
      label || question,
      basis && make("small", { class: "chip-basis" }, basis),
    );
    list.append(make("li", {}, chip));
  }
  return list;
}

customElements.define("yingbin-cards", CardsElement);
