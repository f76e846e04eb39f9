/**
 * The evidence of an answer: quiet chips, each opening its particulars in place.
 */

import { LANG_TAG, text } from "../i18n.js";
import { fill, icon, make } from "./dom.js";
import { spokenLanguage } from "./player.js";

/** @typedef {import('../protocol.d.ts').SourceItem} SourceItem */
/** @typedef {import('../protocol.d.ts').Language} Language */

/**
 * What a chip says: 《law》第 n 条第（一）项, or the title; in English by the English name, where the
 * server knows one.
 * @param {SourceItem} item @param {Language} language @returns {string}
 */
export function sourceName(item, language) {
  const name = (language === "en" && item.english) || item.law || item.title;
  // Only publications stand in title marks; a speech or a talk does not.
  const marked = Boolean(item.law) || item.grade === "法规" || item.grade === "标准";
  const titled = language === "zh" && marked && !/^[《“"]/.test(name) ? `《${name}》` : name;
  if (item.grade === "标准" && item.section) return titled + clause(item.section, language);
  if (!item.law || typeof item.article !== "number") return titled;
  const gap = language === "zh" ? "" : ", ";
  const within = item.part ? text(language, "sourcePart", { part: item.part }) : "";
  const article = text(language, "sourceArticle", { article: item.article }) + within;
  const paragraph =
    typeof item.paragraph === "number"
      ? gap + text(language, "sourceParagraph", { paragraph: item.paragraph })
      : "";
  const [number, digits = ""] = /^（([一二三四五六七八九十]+)）$/.exec(item.section ?? "") ?? [];
  const spoken = language === "zh" ? number : figure(digits);
  const part = number ? gap + text(language, "sourceItem", { item: spoken ?? "" }) : "";
  return `${titled}${gap}${article}${paragraph}${part}`;
}

/** A Chinese numeral under a hundred in figures. @param {string} digits @returns {number} */
function figure(digits) {
  const value = (/** @type {string} */ digit) => "零一二三四五六七八九".indexOf(digit);
  const [tens = "", ones = ""] = digits.split("十");
  if (!digits.includes("十")) return value(digits);
  return (tens ? value(tens) : 1) * 10 + (ones ? value(ones) : 0);
}

/** A place in a standard as the field writes it, 8.2 a) or 3.5: the numbers of its clauses and the
 * letters of their items, without 条; empty for a word like a cover.
 * @param {string} section @param {Language} language @returns {string} */
function clause(section, language) {
  if (!/^\d/.test(section)) return "";
  // A space before the first letter and before a note, none between letters and numbers of items.
  const places = section.split("；").map((place) =>
    place
      .trim()
      .replace(/^(\d+(?:\.\d+)*)\s*(?=[^\d.])/, "$1 ")
      .replace(/\)\s+(?=[a-z\d])/g, ")")
      .replace(/\s*(?=注)/, " "),
  );
  return language === "zh" ? ` ${places.join("、")}` : `, ${places.join("; ")}`;
}

/** From when to when it holds. @param {SourceItem} item @param {Language} language */
export function force(item, language) {
  const from = item.effective_from ?? "";
  const to = item.effective_to ?? "";
  if (from && to) return text(language, "sourceForceUntil", { from, to });
  if (from) return text(language, "sourceForceFrom", { from });
  return to ? text(language, "sourceForceTo", { to }) : "";
}

/** Only web addresses become links, whatever the server sent.
 * @param {string | undefined} url @returns {string} */
export function safeLink(url) {
  if (!url || !URL.canParse(url)) return "";
  return ["https:", "http:"].includes(new URL(url).protocol) ? url : "";
}

/**
 * The rows of an opened source, in reading order.
 * @param {SourceItem} item @param {Language} language
 * @returns {[string, string][]}
 */
export function particulars(item, language) {
  /** @type {[string, string][]} */
  const rows = [
    [text(language, "sourceGist"), item.gist ?? ""],
    [text(language, "sourceWords"), item.words ?? ""],
    [text(language, "sourceWordsFrom"), item.words_from ?? ""],
    [text(language, "sourceVersion"), item.version ?? ""],
    [text(language, "sourceGrade"), text(language, `grade_${item.grade}`)],
    [text(language, "sourceSection"), item.section ?? ""],
    [text(language, "sourcePublisher"), item.publisher ?? ""],
    [text(language, "sourceDate"), item.date ?? ""],
    [text(language, "sourceForce"), force(item, language)],
    [
      text(language, "sourceAsOf"),
      item.as_of ? text(language, "sourceAsOfValue", { date: item.as_of }) : "",
    ],
  ];
  return rows.filter(([, value]) => value !== "");
}

/** So many sources are shown at once; a longer list is folded behind its last chip. */
const SHOWN = 4;

/** `<yingbin-sources>`: chips with particulars that open below them. */
export class SourcesElement extends HTMLElement {
  /** @type {readonly SourceItem[] | null} */
  #items = null;
  /** @type {Language | null} */
  #language = null;

  /** @param {readonly SourceItem[]} items @param {Language} language */
  render(items, language) {
    if (items === this.#items && language === this.#language) return;
    this.#items = items;
    this.#language = language;
    this.hidden = items.length === 0;
    if (this.hidden) return;
    const heading = make("h3", { class: "quiet-heading" }, text(language, "sources"));
    const list = make("ul", { class: "chips" });
    const panel = make("div", { class: "source-panel", hidden: true });
    panel.id = `source-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
    items.forEach((item, index) => {
      const folded = items.length > SHOWN + 1 && index >= SHOWN;
      list.append(make("li", { hidden: folded }, this.#chip(item, index, panel, list)));
    });
    if (items.length > SHOWN + 1) list.append(this.#unfold(items.length - SHOWN, list));
    fill(this, heading, list, panel);
  }

  /** The chip that shows the rest, and goes. @param {number} count @param {HTMLElement} list */
  #unfold(count, list) {
    const more = make("li");
    more.append(
      make(
        "button",
        {
          type: "button",
          class: "chip source-chip source-more",
          onclick: () => {
            const folded = [...list.querySelectorAll("li[hidden]")];
            for (const one of folded) one.removeAttribute("hidden");
            more.remove();
            folded[0]?.querySelector("button")?.focus();
          },
        },
        text(this.#language ?? "zh", "sourcesMore", { count }),
      ),
    );
    return more;
  }

  /** @param {SourceItem} item @param {number} index @param {HTMLElement} panel @param {HTMLElement} list */
  #chip(item, index, panel, list) {
    const language = this.#language ?? "zh";
    const words = sourceName(item, language);
    // A number is not parted from its 第 and 条.
    const [place = ""] = /第\d+条.*$|Art\. \d+.*$/.exec(words) ?? [];
    const name = make(
      "span",
      { class: "chip-words", lang: LANG_TAG[spokenLanguage(words)] },
      words.slice(0, words.length - place.length),
      place && make("span", { class: "chip-place" }, place),
    );
    const chip = make(
      "button",
      {
        type: "button",
        class: "chip source-chip",
        "aria-expanded": "false",
        "aria-controls": panel.id,
        onclick: () => {
          const open = chip.getAttribute("aria-expanded") === "true";
          for (const other of list.querySelectorAll("button"))
            other.setAttribute("aria-expanded", "false");
          chip.setAttribute("aria-expanded", String(!open));
          panel.hidden = open;
          if (!open) fill(panel, ...particularsOf(item, language));
        },
      },
      make("span", { class: "number", "aria-hidden": "true" }, String(index + 1)),
      name,
      icon("chevron"),
    );
    return chip;
  }
}

/** @param {SourceItem} item @param {Language} language */
function particularsOf(item, language) {
  const list = make("dl", { class: "particulars" });
  for (const [label, value] of particulars(item, language)) {
    list.append(make("dt", {}, label), make("dd", {}, value));
  }
  const link = safeLink(item.url);
  const english = language === "en" && item.english;
  return [
    english && make("p", { class: "source-title", lang: "en" }, english),
    make("p", { class: english ? "source-own-title" : "source-title", lang: "zh-CN" }, item.title),
    list,
    link &&
      make(
        "a",
        { href: link, target: "_blank", rel: "noopener noreferrer", class: "source-link" },
        text(language, "sourceLink"),
      ),
  ];
}

customElements.define("yingbin-sources", SourcesElement);
