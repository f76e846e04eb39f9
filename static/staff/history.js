/**
 * The life of a document: every step with who, when, why, and what it changed for visitors.
 */

import { make } from "../page/dom.js";
import { authorName, choiceName, fieldName, momentName, say } from "./words.js";

/** @typedef {import("./api.js").Revision} Revision */
/** @typedef {import("./api.js").Step} Step */
/** @typedef {import("./api.js").Change} Change */

const CONTEXT = 24;

/**
 * @param {string} kind @param {Step[]} steps newest first @param {number} live
 * @param {((revision: Revision) => void) | null} restore
 */
export function historyList(kind, steps, live, restore) {
  if (!steps.length) return make("p", { class: "hint" }, say("historyEmpty"));
  const items = steps.map((step, index) => {
    const first = index === steps.length - 1;
    return make(
      "li",
      {},
      heading(step, step.act, { live, restore }),
      make("p", { class: "key" }, `${doers(step)} · `, moment(step)),
      step.why ? make("p", { class: "why" }, reason(step)) : null,
      ...difference(kind, step, first ? "first" : "firstPublished"),
      step.drafts.length ? drafts(kind, step.drafts, { live, restore }) : null,
    );
  });
  return make("ol", { class: "history" }, ...items);
}

/**
 * Which revision it is, and the way back to it.
 * @param {Revision} revision @param {string} act
 * @param {{live: number, restore: ((revision: Revision) => void) | null}} desk
 */
function heading(revision, act, { live, restore }) {
  const { number } = revision;
  return make(
    "div",
    { class: "line" },
    make("strong", {}, say("version", { number })),
    make("span", { class: `badge ${act}` }, choiceName(act)),
    number === live ? make("span", { class: "badge live" }, say("current")) : null,
    restore && number !== live
      ? make(
          "button",
          {
            type: "button",
            class: "quiet",
            "aria-label": `${say("restore")}：${say("version", { number })}`,
            onclick: () => restore(revision),
          },
          say("restore"),
        )
      : null,
  );
}

/**
 * Who did a step: who drafted the words, and who published or discarded them.
 * @param {{act: string, author: string, drafts: readonly {author: string}[]}} step
 * @returns {string}
 */
export function doers({ act, author, drafts }) {
  const by = authorName(author);
  if (author === "pack" || act === "draft") return by;
  const end = /** @type {import("./words.js").Key} */ (`by_${act}`);
  const before = [...new Set(drafts.map((one) => one.author))].reverse();
  if (!before.length) return say(end, { by });
  if (act === "published" && before.length === 1 && before[0] === author)
    return say("byBoth", { by });
  const drafted = before.map(authorName).join("、");
  return `${say("byDrafted", { by: drafted })} · ${say(end, { by })}`;
}

/** @param {Revision} revision */
function moment({ at }) {
  return make("time", { datetime: at }, momentName(at));
}

/** What a revision changed for visitors, or why it changed nothing.
 * @param {string} kind @param {Revision} revision @param {"first" | "firstPublished"} new_ */
function difference(kind, { number, against, changes }, new_) {
  if (!changes.length) {
    const nothing = against ? say("same", { number: against }) : say(new_);
    return [make("p", { class: "hint" }, nothing)];
  }
  return [
    against < number - 1 ? make("p", { class: "hint" }, say("against", { number: against })) : null,
    make("dl", {}, ...changes.flatMap((change) => changed(kind, change))),
  ];
}

/**
 * The drafts of a publication, folded: each can still be seen and brought back.
 * @param {string} kind @param {Revision[]} revisions
 * @param {{live: number, restore: ((revision: Revision) => void) | null}} desk
 */
function drafts(kind, revisions, desk) {
  const items = revisions.map((one) =>
    make(
      "li",
      {},
      heading(one, "draft", desk),
      make("p", { class: "key" }, `${authorName(one.author)} · `, moment(one)),
      one.why ? make("p", { class: "why" }, one.why) : null,
      ...difference(kind, one, "first"),
    ),
  );
  return make(
    "details",
    {},
    make("summary", {}, say("draftsBefore", { count: revisions.length })),
    make("ol", { class: "history" }, ...items),
  );
}

/** @param {Revision} revision */
function reason(revision) {
  if (revision.author !== "pack") return revision.why;
  return say("packVersion", { version: revision.why.replace(/^pack /, "") });
}

/** @param {string} kind @param {Change} change */
function changed(kind, change) {
  const runs = change.pieces.map(([what, text], index) => {
    if (what === "gone") return make("del", {}, text);
    if (what === "new") return make("ins", {}, text);
    return make("span", {}, shortened(text, index === 0, index === change.pieces.length - 1));
  });
  return [make("dt", {}, fieldName(kind, change.field)), make("dd", {}, ...runs)];
}

/** Unchanged text keeps only what stands beside a change.
 * @param {string} text @param {boolean} first @param {boolean} last */
function shortened(text, first, last) {
  if (text.length <= CONTEXT * 2) return text;
  const before = first ? "" : text.slice(0, CONTEXT);
  const after = last ? "" : text.slice(-CONTEXT);
  return `${before}…${after}`;
}
