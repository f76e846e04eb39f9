/**
 * Calls to the staff door. The CSRF token lives here only; refusals become `Refusal` errors.
 */

import { refusalWords, say } from "./words.js";

/** @typedef {{name: string, role: "editor" | "publisher" | "admin", csrf: string}} Account */
/** @typedef {"draft" | "published" | "retired"} State */
/** @typedef {{kind: string, key: string, number: number, state: State, title: string, author: string, at: string, live: boolean}} Line */
/** @typedef {{overview: {lines: Line[], total: number, kinds: Record<string, number>}, size: number, version: number}} Listing */
/** @typedef {{field: string, pieces: Array<["same" | "gone" | "new", string]>}} Change */
/** @typedef {{number: number, state: State, title: string, author: string, at: string, why: string, version: number, against: number, changes: Change[]}} Revision */
/** @typedef {Revision & {act: "draft" | "published" | "retired" | "discarded", drafts: Revision[]}} Step */
/** @typedef {{document: Record<string, unknown>, published: Record<string, unknown> | null, newest: Revision, live: number, history: Step[]}} Life */
/** @typedef {{name: string, form: string, required?: boolean, optional?: boolean, default?: unknown, choices?: string[], fields?: Field[]}} Field */
/** @typedef {{law: Record<string, string>, source: Record<string, string>}} References */

let csrf = "";

/** The door said no, or could not be reached. */
export class Refusal extends Error {
  /** @param {{code: string, field?: string, by?: string, at?: string, retry_after?: number}} told */
  constructor(told) {
    super(told.code === "offline" ? say("offline") : refusalWords(told));
    this.code = told.code;
    this.field = told.field ?? "";
  }
}

/** @param {Account | null} account */
export function remember(account) {
  csrf = account?.csrf ?? "";
}

/** @param {string} path @param {RequestInit} options @returns {Promise<any>} */
async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, { ...options, credentials: "same-origin" });
  } catch {
    throw new Refusal({ code: "offline" });
  }
  const told = await answer.json().catch(() => ({}));
  // The frame asks for the password again, on top of whatever is being written.
  if (told.error?.code === "signed_out") dispatchEvent(new Event("staff-signed-out"));
  if (!answer.ok) throw new Refusal(told.error ?? { code: `http_${answer.status}` });
  return told;
}

/** @param {string} path @param {Record<string, string | number>} [query] @returns {Promise<any>} */
export function get(path, query = {}) {
  const text = new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)]));
  return call(text.size ? `${path}?${text}` : path, {});
}

/** @param {string} path @param {unknown} body @returns {Promise<any>} */
export function post(path, body) {
  return call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
    body: JSON.stringify(body),
  });
}
