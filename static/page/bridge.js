/**
 * The page's side of the widget: talks with the portal's page that frames it, and with nobody else.
 *
 * The portal's origin stands in the address (it is no secret: the server decides who may frame).
 * Messages go to that origin only, and are taken only from the parent window of that origin.
 */

/** Marks our messages among all others that a portal's windows exchange. */
export const MARK = "yingbin";

/**
 * @typedef {{ kind: 'ask', text: string } | { kind: 'language', language: string } | { kind: 'focus' }} FromPortal
 * @typedef {{ kind: 'ready' } | { kind: 'close' } | { kind: 'message', turn: string, outcome: string, text: string }} ToPortal
 */

/**
 * What a portal may say, checked; null for anything else.
 * @param {unknown} data
 * @returns {FromPortal | null}
 */
export function readPortalMessage(data) {
  if (typeof data !== "object" || data === null || !("mark" in data) || data.mark !== MARK)
    return null;
  const { kind, text, language } = /** @type {Record<string, unknown>} */ (data);
  if (kind === "ask" && typeof text === "string") return { kind, text };
  if (kind === "language" && typeof language === "string") return { kind, language };
  return kind === "focus" ? { kind } : null;
}

/**
 * The portal's origin out of the page's address; empty when the page stands alone.
 * @param {string} address
 * @returns {string}
 */
export function portalOrigin(address) {
  const { searchParams } = new URL(address);
  const stated = searchParams.get("origin") ?? "";
  if (!searchParams.has("embed") || !URL.canParse(stated)) return "";
  const { origin, protocol } = new URL(stated);
  return protocol === "https:" || protocol === "http:" ? origin : "";
}

export class Bridge {
  #origin;

  /** @param {string} address @param {(message: FromPortal) => void} take */
  constructor(address, take) {
    const stated = window.parent === window ? "" : portalOrigin(address);
    // Where the browser tells who frames us, a portal that states another's origin gets nothing.
    const framing = window.location.ancestorOrigins?.[0];
    this.#origin = framing && framing !== stated ? "" : stated;
    if (!this.#origin) return;
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent || event.origin !== this.#origin) return;
      const message = readPortalMessage(event.data);
      if (message) take(message);
    });
  }

  get connected() {
    return this.#origin !== "";
  }

  /** @param {ToPortal} message */
  tell(message) {
    if (this.#origin) window.parent.postMessage({ mark: MARK, ...message }, this.#origin);
  }
}
