/**
 * Questions by POST with streamed answers, for networks that block sockets.
 */

import { messageOfLine, takeLines } from "./protocol.js";

/** @typedef {import('../protocol.d.ts').ServerMessage} ServerMessage */
/**
 * `broken`: the stream ended before its turn did. `cut`: this page stopped it.
 * @typedef {'whole' | 'broken' | 'cut' | 'forbidden'} End
 */
/** @typedef {import('../protocol.d.ts').Posted} Posted */

const PROBE_TIMEOUT_MS = 5000;

export class Poster {
  #take;
  /** @type {AbortController | null} */
  #running = null;

  /** @param {(message: ServerMessage) => void} take */
  constructor(take) {
    this.#take = take;
  }

  /** Whether an answer is being streamed. */
  get busy() {
    return this.#running !== null;
  }

  stop() {
    this.#running?.abort();
    this.#running = null;
  }

  /**
   * Asks; an older question is cut. Messages go to `take` as they come.
   * @param {Posted} posted
   * @returns {Promise<End>}
   */
  async ask(posted) {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    let whole = false;
    try {
      const response = await fetch("/ask", {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/x-ndjson" },
        body: JSON.stringify(posted),
        signal,
      });
      const json = response.headers.get("content-type")?.includes("json");
      if (response.status === 403 && !json) return "forbidden";
      if (response.body) {
        await readMessages(response.body, (message) => {
          if (signal.aborted) return;
          whole ||= ["done", "stopped", "error"].includes(message.type);
          this.#take(message);
        });
      }
    } catch (problem) {
      const broken = problem instanceof TypeError || problem instanceof DOMException;
      if (!broken) throw problem;
    } finally {
      if (this.#running === running) this.#running = null;
    }
    if (signal.aborted) return "cut";
    return whole ? "whole" : "broken";
  }
}

/**
 * A thumb or a report without a socket.
 * @param {import('../protocol.d.ts').PostedFeedback} posted
 * @returns {Promise<boolean>} whether the server took it
 */
export async function postFeedback(posted) {
  try {
    const answer = await fetch("/feedback", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(posted),
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return answer.ok;
  } catch (problem) {
    if (problem instanceof TypeError || problem instanceof DOMException) return false;
    throw problem;
  }
}

/** Whether the server is there and can serve visitors. @returns {Promise<boolean>} */
export async function isReachable() {
  try {
    const answer = await fetch("/healthz", {
      cache: "no-store",
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return answer.ok;
  } catch (problem) {
    if (problem instanceof TypeError || problem instanceof DOMException) return false;
    throw problem;
  }
}

/**
 * Sound by its content hash; null when the server no longer has it.
 * @param {string} id
 * @returns {Promise<ArrayBuffer | null>}
 */
export async function fetchAudio(id) {
  try {
    const answer = await fetch(`/audio/${encodeURIComponent(id)}`, {
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return answer.ok ? await answer.arrayBuffer() : null;
  } catch (problem) {
    if (problem instanceof TypeError || problem instanceof DOMException) return null;
    throw problem;
  }
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {(message: ServerMessage) => void} take
 */
async function readMessages(body, take) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  for (;;) {
    const { done, value } = await reader.read();
    const { lines, rest } = takeLines(pending, done ? "\n" : value);
    pending = rest;
    for (const line of lines) {
      const message = messageOfLine(line);
      if (message) take(message);
    }
    if (done) return;
  }
}
