/**
 * The life of a document: every revision with who, when, why, and what it changed for visitors.
 */

import { make } from "../page/dom.js";
import { authorName, choiceName, fieldName, momentName, say } from "./words.js";

/** @typedef {import("./api.js").Revision} Revision */
/** @typedef {import("./api.js").Change} Change */

const CONTEXT = 24;

/**
 * @param {string} kind @param {Revision[]} revisions @param {number} live
 * @param {((revision: Revision) => void) | null} restore
 */
export function historyList(kind, revisions, live, restore) {
  if (!revisions.length) return make("p", { class: "hint" }, say("historyEmpty"));
  const items = revisions.map((revision, index) => {
    const number = revision.number;
    const last = index === revisions.length - 1;
    const changes = revision.changes.map((change) => changed(kind, change));
    const { against } = revision;
    let nothing = last ? say("first") : say("firstPublished");
    if (against) nothing = say("same", { number: against });
    const button =
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
        : null;
    return make(
      "li",
      {},
      make(
        "div",
        { class: "line" },
        make("strong", {}, say("version", { number })),
        make("span", { class: `badge ${revision.state}` }, choiceName(revision.state)),
        number === live ? make("span", { class: "badge live" }, say("current")) : null,
        button,
      ),
      make(
        "p",
        { class: "key" },
        `${authorName(revision.author)} · `,
        make("time", { datetime: revision.at }, momentName(revision.at)),
      ),
      revision.why ? make("p", { class: "why" }, reason(revision)) : null,
      changes.length && against < number - 1
        ? make("p", { class: "hint" }, say("against", { number: against }))
        : null,
      changes.length ? make("dl", {}, ...changes.flat()) : make("p", { class: "hint" }, nothing),
    );
  });
  return make("ol", { class: "history" }, ...items);
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
