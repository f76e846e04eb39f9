/**
 * The two panels over the page: about this assistant, and the report of an answer.
 */

import { LANG_TAG, text } from "../i18n.js";
import { icon, make } from "./dom.js";

/** @typedef {import('../protocol.d.ts').Language} Language */

const NOTE_LIMIT = 500;

/**
 * A modal panel that leaves the page when it closes; the browser returns the focus.
 * @param {string} title @param {Language} language @param {...import('./dom.js').Child} children
 * @returns {HTMLDialogElement}
 */
function panel(title, language, ...children) {
  const heading = make("h2", { id: "panel-title", class: "panel-title" }, title);
  const dialog = make(
    "dialog",
    { class: "panel", "aria-labelledby": "panel-title", lang: LANG_TAG[language] },
    make(
      "div",
      { class: "panel-head" },
      heading,
      make(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": text(language, "close"),
          title: text(language, "close"),
          onclick: () => dialog.close(),
        },
        icon("close"),
      ),
    ),
    ...children,
  );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Who speaks, where answers come from, what is kept. @param {Language} language @param {string} assistant */
export function openAbout(language, assistant) {
  /** @param {import('../i18n.js').TextKey} title @param {import('../i18n.js').TextKey} body */
  const part = (title, body) => [
    make("h3", {}, text(language, title)),
    make("p", {}, text(language, body, { assistant })),
  ];
  panel(
    text(language, "aboutTitle"),
    language,
    ...part("aboutIdentityTitle", "aboutIdentity"),
    ...part("aboutAnswersTitle", "aboutAnswers"),
    ...part("aboutKeptTitle", "aboutKept"),
    ...part("aboutLegalTitle", "aboutLegal"),
  );
}

/**
 * Asks what is wrong with an answer.
 * @param {Language} language @param {string} receipt @param {(note: string) => void} send
 */
export function openReport(language, receipt, send) {
  const note = make("textarea", { id: "report-note", rows: 4, maxlength: NOTE_LIMIT });
  const form = make(
    "form",
    { method: "dialog", class: "report-form" },
    make("p", {}, text(language, "reportBody")),
    make("label", { for: "report-note" }, text(language, "reportNote")),
    note,
    receipt && make("p", { class: "quiet" }, text(language, "reportReceipt", { receipt })),
    make(
      "div",
      { class: "panel-buttons" },
      make(
        "button",
        { type: "button", class: "plain-button", onclick: () => dialog.close() },
        text(language, "cancel"),
      ),
      make("button", { type: "submit", class: "main-button" }, text(language, "reportSend")),
    ),
  );
  form.addEventListener("submit", () => send(note.value.trim()));
  const dialog = panel(text(language, "reportTitle"), language, form);
}
