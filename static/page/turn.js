/**
 * One question with its answer, as shown. Reads a `Turn` value and mends the page to match it.
 */

import { LANG_TAG, languageUsed, text } from "../i18n.js";
import { askChips, choicesIn } from "./cards.js";
import { isOpen, paragraphs, separator } from "./conversation.js";
import { fill, icon, make, setWords } from "./dom.js";
import "./sources.js";

/** @typedef {import('./conversation.js').Turn} Turn */
/** @typedef {import('./conversation.js').Paragraph} Paragraph */
/** @typedef {import('../protocol.d.ts').Language} Language */

/** Outcomes that are named above the answer; the others speak for themselves.
 * @type {Partial<Record<import('../protocol.d.ts').Outcome, import('../i18n.js').TextKey>>} */
const OUTCOME_LINES = {
  partial: "outcome_partial",
  unknown: "outcome_unknown",
  handoff: "outcome_handoff",
  refused: "outcome_refused",
  error: "outcome_error",
  clarify: "outcome_clarify",
};

/** Ways of an answer whose name tells more than its outcome.
 * @type {Record<string, import('../i18n.js').TextKey>} */
const ROUTE_LINES = {
  preparing: "outcome_preparing",
  care: "outcome_care",
  // Who is asked whether this was meant has not been told that it is not known.
  near: "outcome_clarify",
};

/** Conclusion first, then short lists: a line that begins like a list's item hangs like one. */
const LIST_ITEM = /^\s*(\d{1,2}\s*[.．、)）]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[-•·])/;

/** Several questions in one are answered one by one; each begins by naming its own. */
const PART = /^关于“[^”]+”：$|^About “[^”]+”:$/;

/** What the turn asks of the page.
 * @typedef {'ask' | 'rate' | 'report' | 'copy'} TurnEvent */

/**
 * `<yingbin-turn>`. Fires bubbling events: `ask` (detail: a question), `rate` (detail: up or down),
 * `report`, `copy-answer`.
 */
export class TurnElement extends HTMLElement {
  #question = make("p", { class: "question-words" });
  #questionLabel = make("span", { class: "sr-only" });
  #replyLabel = make("h3", { class: "sr-only" });
  #outcome = make("p", { class: "outcome-line", hidden: true });
  #thinking = make("p", { class: "thinking", hidden: true });
  #opener = make("div", { class: "opener", hidden: true });
  #body = make("div", { class: "answer", hidden: true });
  #clarify = make("div", { class: "clarify", hidden: true });
  #closing = make("div", { class: "closing", hidden: true });
  #notices = make("div", { class: "turn-notices", hidden: true });
  #sources = /** @type {import("./sources.js").SourcesElement} */ (
    document.createElement("yingbin-sources")
  );
  #cards = /** @type {import("./cards.js").CardsElement} */ (
    document.createElement("yingbin-cards")
  );
  #ending = make("div", { class: "ending", hidden: true });
  #actions = make("div", { class: "actions", hidden: true, role: "group" });
  /** @type {Map<string, HTMLParagraphElement>} */
  #paragraphs = new Map();
  /** @type {string} */
  #drawn = "";

  connectedCallback() {
    if (this.childElementCount > 0) return;
    this.append(
      make("div", { class: "question" }, this.#questionLabel, this.#question),
      make(
        "div",
        { class: "reply" },
        this.#replyLabel,
        this.#thinking,
        this.#outcome,
        this.#opener,
        this.#body,
        this.#clarify,
        this.#closing,
        this.#notices,
        this.#sources,
        this.#cards,
        this.#ending,
        this.#actions,
      ),
    );
  }

  /**
   * @param {Turn} turn @param {Language} language
   * @param {{ contactAgain: boolean }} before  whether an earlier turn led to the same person
   */
  render(turn, language, { contactAgain }) {
    this.dataset.state = turn.state;
    this.dataset.outcome = turn.done?.outcome ?? (turn.state === "failed" ? "error" : "");
    setWords(this.#questionLabel, `${text(language, "you")}: `);
    setWords(this.#question, turn.question);
    setWords(this.#replyLabel, text(language, "assistantSaid"));
    this.#thinking.hidden = !isOpen(turn) || turn.sentences.length > 0;
    setWords(this.#thinking, text(language, "thinking"));
    const spoken = spokenIn(turn) ?? language;
    this.#renderOutcome(turn, spoken);
    this.#renderText(turn, spoken);
    this.#renderClarify(turn, language);
    this.#notices.hidden = turn.notices.length === 0;
    if (this.#notices.childElementCount !== turn.notices.length) {
      fill(this.#notices, ...turn.notices.map((words) => make("p", {}, words)));
    }
    this.#sources.render(turn.sources, spoken);
    // What can be tapped follows the page: it is asked in the language that is chosen now.
    this.#cards.render(turn.cards, language, { again: contactAgain });
    this.#renderEnding(turn, language);
    this.#renderActions(turn, language);
  }

  /** @param {Turn} turn @param {Language} language */
  #renderOutcome(turn, language) {
    const key = headingOf(turn);
    this.#outcome.hidden = !key;
    setWords(this.#outcome, key ? text(language, key) : "");
  }

  /** @param {Turn} turn @param {Language} language */
  #renderText(turn, language) {
    const wanted = paragraphs(turn.sentences);
    const keys = new Set(wanted.map((paragraph) => paragraph.key));
    for (const [key, element] of this.#paragraphs) {
      if (!keys.has(key)) {
        element.remove();
        this.#paragraphs.delete(key);
      }
    }
    for (const paragraph of wanted) this.#renderParagraph(paragraph, language);
    for (const part of [this.#opener, this.#body, this.#closing]) {
      part.hidden = part.childElementCount === 0;
    }
  }

  /** @param {Paragraph} paragraph @param {Language} language */
  #renderParagraph(paragraph, language) {
    const first = paragraph.sentences[0];
    if (!first) return;
    let element = this.#paragraphs.get(paragraph.key);
    if (!element) {
      element = make("p", {});
      this.#paragraphs.set(paragraph.key, element);
    }
    const home = this.#home(paragraph.role);
    if (element.parentElement !== home) home.append(element);
    element.className = paragraph.role === "next_step" ? "next-step" : "";
    if (LIST_ITEM.test(first.text)) element.classList.add("list-item");
    if (PART.test(first.text)) element.classList.add("part");
    if (paragraph.role === "next_step") element.dataset.label = text(language, "nextStep");
    element.toggleAttribute("data-locked", paragraph.locked);
    let before = "";
    paragraph.sentences.forEach((sentence, index) => {
      const words = separator(before, sentence.text) + sentence.text;
      before = sentence.text;
      const span = /** @type {HTMLSpanElement} */ (
        element.children[index] ?? element.appendChild(make("span"))
      );
      span.lang = LANG_TAG[sentence.language];
      growWords(span, words);
    });
    while (element.childElementCount > paragraph.sentences.length)
      element.lastElementChild?.remove();
  }

  /** @param {Paragraph['role']} role */
  #home(role) {
    if (role === "opener") return this.#opener;
    return role === "closing" ? this.#closing : this.#body;
  }

  /** What can be tapped follows the page. @param {Turn} turn @param {Language} language */
  #renderClarify(turn, language) {
    const asks = turn.clarify;
    this.#clarify.hidden = !asks;
    if (!asks || this.#clarify.dataset.drawn === language) return;
    this.#clarify.dataset.drawn = language;
    // A question back of several sentences stands in the answer sentence by sentence.
    const said = squeezed(turn.sentences.map((one) => one.text).join("")).includes(
      squeezed(asks.question),
    );
    fill(
      this.#clarify,
      !said && make("p", { class: "clarify-question" }, asks.question),
      asks.choices.length > 0 && askChips(choicesIn(asks, language)),
    );
  }

  /** Why nothing more comes, and the way on. @param {Turn} turn @param {Language} language */
  #renderEnding(turn, language) {
    const words = ending(turn, language);
    const preparing = isPreparing(turn);
    const drawn = `${language}:${words}:${preparing}`;
    this.#ending.hidden = words === "" && !preparing;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    // What the visitor stopped, they know; everything else can be asked again.
    const wanted = turn.stopped === "visitor" || turn.stopped === "barge_in";
    const again = preparing || (words !== "" && !wanted);
    fill(
      this.#ending,
      words !== "" && make("p", {}, words),
      again &&
        make(
          "button",
          {
            type: "button",
            class: "plain-button",
            onclick: () => this.#fire("ask", turn.question),
          },
          icon("again"),
          text(language, "askAgain"),
        ),
    );
  }

  /** @param {Turn} turn @param {Language} language */
  #renderActions(turn, language) {
    this.#actions.hidden = turn.state !== "done" || turn.sentences.length === 0;
    if (this.#actions.hidden) return;
    this.#actions.setAttribute("aria-label", text(language, "actions"));
    const drawn = `${language}:${turn.rating}:${turn.reported}:${turn.retired}`;
    if (this.#actions.dataset.drawn === drawn) return;
    this.#actions.dataset.drawn = drawn;
    const focused = [...this.#actions.children].indexOf(
      /** @type {Element} */ (document.activeElement ?? document.body),
    );
    fill(this.#actions, ...this.#actionsOf(turn, language));
    const again = this.#actions.children[focused];
    if (again instanceof HTMLElement) again.focus();
  }

  /** @param {Turn} turn @param {Language} language */
  #actionsOf(turn, language) {
    /** @param {'up' | 'down'} rating */
    const rate = (rating) => () => this.#fire("rate", rating);
    const copy = this.#action("copy", text(language, "copy"), () => this.#fire("copy-answer", ""));
    // A turn that the server no longer knows can be copied, but not rated.
    if (turn.retired) return [copy];
    return [
      this.#action("up", text(language, "thumbUp"), rate("up"), turn.rating === "up"),
      this.#action("down", text(language, "thumbDown"), rate("down"), turn.rating === "down"),
      copy,
      this.#action("flag", text(language, "report"), () => this.#fire("report", ""), turn.reported),
    ];
  }

  /**
   * @param {import('./dom.js').IconName} name @param {string} label @param {() => void} act
   * @param {boolean} [pressed]
   */
  #action(name, label, act, pressed) {
    return make(
      "button",
      {
        type: "button",
        class: "icon-button",
        title: label,
        "aria-label": label,
        "aria-pressed": pressed === undefined ? null : String(pressed),
        onclick: act,
      },
      icon(name),
    );
  }

  /** @param {string} name @param {string} detail */
  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

/**
 * The language of a turn as a whole: that of the answer, or of the question where the answer is
 * in both or Chinese for want of English words; null where neither tells.
 * @param {Turn} turn @returns {Language | null}
 */
function spokenIn({ question, sentences }) {
  if (sentences.length > 0 && sentences.every((one) => one.language === "en")) return "en";
  return languageUsed(question);
}

/**
 * What stands above an answer. Something is confirmed where it rests on a source, though the point
 * asked for is not known.
 * @param {Turn} turn @returns {import('../i18n.js').TextKey | undefined}
 */
function headingOf({ state, done, sources }) {
  if (state === "failed") return OUTCOME_LINES.error;
  if (!done) return undefined;
  const named = ROUTE_LINES[done.route ?? ""];
  if (named) return named;
  if (done.outcome === "unknown" && sources.length > 0) return "outcome_known_part";
  return OUTCOME_LINES[done.outcome];
}

/** Words without the spaces between them. @param {string} words */
function squeezed(words) {
  return words.replace(/\s+/gu, "");
}

/** Whether the answer will be another one soon. @param {Turn} turn */
function isPreparing(turn) {
  return turn.done?.route === "preparing";
}

/** @param {Turn} turn @param {Language} language @returns {string} */
function ending(turn, language) {
  if (turn.state === "lost") return text(language, "lost");
  if (turn.state === "failed") return turn.error || text(language, "errorBody");
  if (turn.state === "stopped" && turn.stopped) return text(language, `stopped_${turn.stopped}`);
  if (turn.done?.outcome === "error" && turn.sentences.length === 0)
    return text(language, "errorBody");
  return "";
}

/** Appends what is new, so that a selection made by the visitor survives.
 * @param {HTMLElement} element @param {string} words */
function growWords(element, words) {
  const node = element.firstChild;
  if (node instanceof Text && words.startsWith(node.data)) {
    if (words.length > node.data.length) node.appendData(words.slice(node.data.length));
  } else {
    element.textContent = words;
  }
}

customElements.define("yingbin-turn", TurnElement);
