/**
 * A document as visitors see it: question, answer, sources, the line for advice.
 */

import { make } from "../page/dom.js";
import { sourceName } from "../page/sources.js";
import { choiceName, say } from "./words.js";

/** @typedef {import('../protocol.d.ts').SourceItem} SourceItem */
/** @typedef {Record<string, unknown>} Value */

/** Kinds whose words visitors read, and of these the ones that must name their sources. */
export const READ = [
  "entry",
  "gap",
  "closed_list",
  "procedure",
  "claim",
  "rule",
  "news_item",
  "reply",
  "opener",
];
const SOURCED = ["entry", "closed_list", "procedure", "news_item"];

/** @param {unknown} value @returns {string} */
function text(value) {
  return typeof value === "string" ? value : "";
}

/** @param {unknown} value @returns {Value[]} */
function list(value) {
  return Array.isArray(value) ? value : [];
}

/** A law's title as people say it. @param {string} title */
export function shortTitle(title) {
  return title.replace(/^中华人民共和国/, "");
}

/**
 * @param {string} kind @param {Value} value
 * @param {readonly SourceItem[] | null} sources as the server cites them; null while it is asked
 * @returns {Node[]}
 */
export function preview(kind, value, sources) {
  const question = text(value.question) || text(value.title) || text(value.name);
  const answers = body(kind, value);
  if (!question && !answers.length) return [make("p", { class: "hint" }, say("previewEmpty"))];
  const weight = text(value.weight);
  const bubble = make(
    "div",
    { class: "bubble" },
    weight && weight !== "plain"
      ? make("span", { class: `badge ${weight}` }, choiceName(weight))
      : null,
    ...answers.map((one) => make("p", {}, one)),
    make(
      "ul",
      { class: "chips" },
      ...(sources ?? []).map((one) => make("li", {}, sourceName(one, "zh"))),
      ...(SOURCED.includes(kind) && sources?.length === 0
        ? [make("li", { class: "none" }, say("sourcesNone"))]
        : []),
    ),
    value.advice === true ? make("p", { class: "advice" }, say("previewAdvice")) : null,
  );
  return question ? [make("p", { class: "asked" }, question), bubble] : [bubble];
}

/** @param {string} kind @param {Value} value @returns {string[]} */
function body(kind, value) {
  const one = (/** @type {unknown} */ words) => (text(words) ? [text(words)] : []);
  const numbered = (/** @type {string[]} */ words) => words.map((word, n) => `${n + 1}. ${word}`);
  const named = (/** @type {Value} */ item, /** @type {string} */ more) =>
    text(item[more]) ? `${text(item.name)}：${text(item[more])}` : text(item.name);
  if (kind === "gap") return [...one(value.answer), ...one(value.next_step)];
  if (kind === "claim")
    return [[value.subject, value.predicate, value.object].map(text).filter(Boolean).join(" · ")];
  if (kind === "closed_list" || kind === "procedure") {
    const items = list(value.items ?? value.steps);
    const more = kind === "procedure" ? "what" : "detail";
    const lines = numbered(items.map((item) => named(item, more)));
    return [...one(value.intro), ...lines, ...one(value.closing)];
  }
  if (kind === "reply") return list(value.variants).map(String);
  for (const name of ["answer", "gist", "summary", "description", "text", "note"])
    if (text(value[name])) return [text(value[name])];
  return [];
}
