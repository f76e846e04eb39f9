/**
 * Small pieces that every view uses: labelled inputs, the notice, dialogs that ask.
 */

import { byId, make } from "../page/dom.js";
import { Refusal } from "./api.js";
import { say } from "./words.js";

let made = 0;
let told = 0;
const SHOWN = 8000;

/** A fresh id for a label and its input. */
export function freshId() {
  made += 1;
  return `f${made}`;
}

/** Says something at the foot of the page, and to screen readers.
 * @param {string} words @param {boolean} [bad] */
export function notify(words, bad = false) {
  const place = byId("notice", HTMLElement);
  place.classList.toggle("bad", bad);
  place.textContent = words;
  clearTimeout(told);
  // Good news goes by itself; what went wrong stays until the next act.
  if (!bad) told = setTimeout(() => place.replaceChildren(), SHOWN);
}

/** Tells a failed act in words; what is no refusal is thrown on.
 * @param {unknown} error */
export function tell(error) {
  if (!(error instanceof Refusal)) throw error;
  notify(error.message, true);
}

/**
 * A label over its input, with a hint below.
 * @template {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Input
 * @param {string} words @param {Input} input @param {string} [hint] @returns {HTMLElement}
 */
export function labelled(words, input, hint = "") {
  input.id ||= freshId();
  const below = hint ? make("p", { class: "hint", id: `${input.id}h` }, hint) : null;
  if (below) input.setAttribute("aria-describedby", below.id);
  return make("div", { class: "field" }, make("label", { for: input.id }, words), input, below);
}

/** @param {ReadonlyArray<readonly [string, string]>} options @param {string} chosen */
export function choice(options, chosen) {
  const select = make("select");
  for (const [value, words] of options) select.append(make("option", { value }, words));
  select.value = chosen;
  return select;
}

/**
 * Asks in a dialog; resolves to the values of its inputs, or to null when it was closed.
 * @param {{title: string, body: string, warning?: string, act: string, stay?: string, danger?: boolean,
 *   inputs?: Array<{name: string, label: string, hint?: string, type: "password" | "why"}>}} asked
 * @returns {Promise<Record<string, string> | null>}
 */
export function ask(asked) {
  const heading = freshId();
  /** @type {Record<string, HTMLInputElement | HTMLTextAreaElement>} */
  const inputs = {};
  const fields = (asked.inputs ?? []).map((one) => {
    const input =
      one.type === "why"
        ? make("textarea", { rows: 3, maxlength: 500, required: true })
        : make("input", { type: one.type, required: true, autocomplete: "new-password" });
    inputs[one.name] = input;
    return labelled(one.label, input, one.hint);
  });
  const dialog = make("dialog", { "aria-labelledby": heading });
  const form = make(
    "form",
    { method: "dialog" },
    make("h2", { id: heading }, asked.title),
    make("p", {}, asked.body),
    asked.warning ? make("p", { class: "warning" }, asked.warning) : null,
    ...fields,
    make(
      "div",
      { class: "buttons end" },
      make(
        "button",
        { type: "button", onclick: () => dialog.close() },
        asked.stay ?? say("cancel"),
      ),
      make("button", { type: "submit", class: asked.danger ? "danger" : "primary" }, asked.act),
    ),
  );
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    /** @type {Record<string, string> | null} */
    let given = null;
    form.addEventListener("submit", (event) => {
      const values = Object.entries(inputs).map(([name, input]) => [
        name,
        input instanceof HTMLTextAreaElement ? input.value.trim() : input.value,
      ]);
      const missing = values.find(([, value]) => !value)?.[0];
      if (missing) {
        event.preventDefault();
        inputs[missing]?.focus();
        return;
      }
      given = Object.fromEntries(values);
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(given);
    });
  });
}

/** Asks for the reason of an act on a named thing.
 * @param {string} title @param {string} body @param {string} act
 * @param {{danger?: boolean, warning?: string}} [more]
 * @returns {Promise<string | null>} */
export async function askWhy(title, body, act, { danger = false, warning = "" } = {}) {
  const inputs = [
    { name: "why", label: say("why"), hint: say("whyHint"), type: /** @type {const} */ ("why") },
  ];
  const given = await ask({ title, body, warning, act, danger, inputs });
  return given === null ? null : (given.why ?? "");
}
