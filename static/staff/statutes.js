/**
 * The import of statutes: choose files, read the preview, take them.
 */

import { fill, make } from "../page/dom.js";
import { post } from "./api.js";
import { askWhy, labelled, notify, tell } from "./parts.js";
import { REMARKS, WORDS } from "./statute_words.js";
import { isEnglish } from "./words.js";

/** @typedef {{severity: string, code: string, file: string, line: number, article: string, detail: string, words: string}} Remark */
/** @typedef {{added: string[], changed: string[], gone: string[], same: number}} Changes */
/** @typedef {{files: string[], law: string, title: string, effective_from: string | null, articles: number, last: number, whole: boolean, doubts: number, errors: number, changes: Changes, remarks: Remark[], untold: number}} Proposal */

/** @param {string} key @param {Record<string, string | number>} [values] */
function say(key, values = {}) {
  const words = (WORDS[key] ?? [key, key])[isEnglish() ? 1 : 0];
  return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** The bytes of a file as base64, in pieces that the stack can hold. @param {File} file */
async function packed(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return { name: file.name, content: btoa(text) };
}

/** @param {HTMLElement} place */
export function showStatutes(place) {
  const files = make("input", {
    type: "file",
    multiple: true,
    required: true,
    accept: ".jsonl,.docx,.html,.htm,.txt,.md,.markdown",
  });
  const law = make("input", { type: "text", maxlength: 200, autocomplete: "off" });
  const source = make("input", { type: "text", maxlength: 200, autocomplete: "off" });
  const checked = make("input", { type: "checkbox" });
  const fewer = make("input", { type: "checkbox" });
  const report = make("section", { "aria-live": "polite" });
  const form = make(
    "form",
    { class: "small" },
    labelled(say("files"), files),
    labelled(say("law"), law, say("lawHint")),
    labelled(say("source"), source),
    make("label", { class: "check" }, checked, ` ${say("checked")}`),
    make("label", { class: "check" }, fewer, ` ${say("fewer")}`),
    make(
      "div",
      { class: "buttons" },
      make("button", { type: "submit", class: "primary" }, say("preview")),
    ),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    notify("");
    try {
      const body = {
        files: await Promise.all([...(files.files ?? [])].map(packed)),
        given: {
          law: law.value.trim(),
          source: source.value.trim(),
          checked: checked.checked,
          fewer: fewer.checked,
        },
      };
      draw(report, body, await post("/api/statutes/preview", body));
    } catch (error) {
      fill(report);
      tell(error);
    }
  });
  // What was previewed must be what is taken.
  form.addEventListener("input", () => fill(report));
  fill(place, make("h1", {}, say("title")), make("p", {}, say("intro")), form, report);
}

/** @param {HTMLElement} place @param {object} body
 * @param {{proposals: Proposal[], seen: object[]}} told */
function draw(place, body, told) {
  const blocked = told.proposals.some((one) => one.errors > 0);
  const take = make(
    "button",
    { type: "button", class: "primary", disabled: blocked, onclick: act },
    say("take"),
  );
  async function act() {
    const why = await askWhy(say("takeTitle"), say("takeBody"), say("take"));
    if (why === null) return;
    try {
      const done = await post("/api/statutes/take", { ...body, seen: told.seen, why });
      fill(place);
      notify(done.taken ? say("taken", { version: done.version }) : say("nothing"));
    } catch (error) {
      tell(error);
    }
  }
  fill(
    place,
    ...told.proposals.flatMap(proposed),
    blocked ? make("p", { class: "hint" }, say("blocked")) : null,
    make("div", { class: "buttons" }, take),
  );
}

/** @param {Proposal} one */
function proposed(one) {
  const { added, changed, gone, same } = one.changes;
  const counts = { added: added.length, changed: changed.length, gone: gone.length, same };
  const { articles, last, doubts } = one;
  const summed = { articles, last, doubts, whole: say(one.whole ? "whole" : "parts") };
  const force = one.effective_from ?? "?";
  const seen = one.law ? null : say("seen", { force, articles, last });
  return [
    make("h2", {}, one.title || say("noLaw"), make("span", {}, ` · ${one.files.join("、")}`)),
    seen && one.articles ? make("p", {}, seen) : null,
    one.law && one.articles ? make("p", {}, say("summary", summed)) : null,
    one.law && one.articles ? make("p", {}, say("changes", counts)) : null,
    make("ul", {}, ...one.remarks.map(remarked)),
    one.untold ? make("p", { class: "hint" }, say("untold", { count: one.untold })) : null,
  ];
}

/** @param {Remark} one */
function remarked(one) {
  const words = isEnglish() ? one.words : (REMARKS[one.code] ?? one.words);
  const place = [one.file, one.line ? say("line", { line: one.line }) : "", one.article];
  const text = `${place.filter(Boolean).join(" · ")}：${words}${one.detail ? `（${one.detail}）` : ""}`;
  return make("li", {}, make("strong", {}, say(one.severity)), ` ${text}`);
}
