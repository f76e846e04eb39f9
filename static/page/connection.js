/**
 * The line to the server: dials, says hello, resumes after a break, falls back to streamed POST.
 *
 * It carries messages and knows nothing of what they mean to the visitor, but for `welcome` (the
 * secret to resume with) and the protocol's mismatch (one reload). The secret stays in this tab's
 * session storage and never stands in an address.
 */

import { keepForTab, recallForTab } from "./memory.js";
import {
  backoff,
  messageOfLine,
  PROTOCOL,
  parseMessage,
  readAudioFrame,
  socketAddress,
  takeLines,
} from "./protocol.js";

/** @typedef {import('../protocol.d.ts').ServerMessage} ServerMessage */
/** @typedef {import('../protocol.d.ts').ClientMessage} ClientMessage */
/** @typedef {import('../protocol.d.ts').Language} Language */
/**
 * `unreachable`: the server answers neither way; still trying. `fallback`: POST only.
 * @typedef {'connecting' | 'open' | 'reconnecting' | 'offline' | 'unreachable' | 'fallback' | 'mismatch' | 'forbidden'} LineState
 */

const SECRET_KEY = "secret";
const RELOADED_KEY = "reloaded";
/** A network that swallows upgrades leaves the socket hanging; after this it counts as failed. */
const OPEN_TIMEOUT_MS = 6000;
/** Sockets that never opened before the page tries POST. */
const ATTEMPTS_BEFORE_FALLBACK = 2;
const PROBE_TIMEOUT_MS = 5000;

/**
 * @typedef {object} LineOptions
 * @property {string} channel
 * @property {Language} language
 * @property {boolean} sound
 * @property {() => number} lastSeq  the last message that the page has
 * @property {(message: ServerMessage) => void} onMessage
 * @property {(frame: import('./protocol.js').AudioFrame) => void} onAudio
 * @property {(state: LineState) => void} onState
 * @property {() => void} onBreak  a question was on its way and its answer will not come whole
 */

export class Connection {
  /** @type {LineState} */
  state = "connecting";
  #options;
  /** @type {WebSocket | null} */
  #socket = null;
  #secret = recallForTab(SECRET_KEY);
  #attempt = 0;
  #everOpen = false;
  #timer = 0;
  /** @type {ClientMessage[]} */
  #waiting = [];
  /** @type {AbortController | null} */
  #posting = null;

  /** @param {LineOptions} options */
  constructor(options) {
    this.#options = options;
    window.addEventListener("online", () => this.#redial());
    window.addEventListener("offline", () => this.#become("offline"));
  }

  open() {
    this.#dial();
  }

  /** What the next hello and the next question say. @param {Language} language @param {boolean} sound */
  prefer(language, sound) {
    this.#options = { ...this.#options, language, sound };
  }

  /** Greets anew, so that the server's words come in the language now preferred. */
  greetAgain() {
    if (this.state === "open") this.#socket?.close(1000, "greet again");
  }

  /**
   * Sends, or keeps a question until the line is open again. Other messages are about a moment that
   * has passed by then and are dropped.
   * @param {ClientMessage} message
   */
  send(message) {
    if (this.state === "fallback") {
      this.#sendByPost(message);
    } else if (this.state === "open" && this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(message));
    } else if (message.type === "ask") {
      this.#waiting = [message];
    }
  }

  /** @param {LineState} state */
  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.#options.onState(state);
  }

  #redial() {
    if (this.state === "open" || this.state === "fallback" || this.state === "mismatch") return;
    window.clearTimeout(this.#timer);
    this.#attempt = 0;
    if (this.#socket?.readyState !== WebSocket.CONNECTING) this.#dial();
  }

  #dial() {
    const socket = new WebSocket(socketAddress(location.href));
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    const impatience = window.setTimeout(() => socket.close(), OPEN_TIMEOUT_MS);
    socket.addEventListener("open", () => {
      window.clearTimeout(impatience);
      socket.send(JSON.stringify(this.#hello()));
    });
    socket.addEventListener("message", (event) => this.#receive(socket, event.data));
    socket.addEventListener("close", (event) => {
      window.clearTimeout(impatience);
      if (socket === this.#socket) this.#closed(event);
    });
  }

  /** @returns {import('../protocol.d.ts').Hello} */
  #hello() {
    const { language, sound, channel, lastSeq } = this.#options;
    /** @type {import('../protocol.d.ts').Hello} */
    const hello = { type: "hello", protocol: PROTOCOL, language, sound, channel };
    return this.#secret ? { ...hello, secret: this.#secret, last_seq: lastSeq() } : hello;
  }

  /** @param {WebSocket} socket @param {string | ArrayBuffer} data */
  #receive(socket, data) {
    if (socket !== this.#socket) return;
    if (typeof data !== "string") {
      const frame = readAudioFrame(data);
      if (frame) this.#options.onAudio(frame);
      return;
    }
    const message = parseMessage(data);
    if (message) this.#take(message);
  }

  /** @param {ServerMessage} message */
  #take(message) {
    if (message.type === "error" && message.code === "protocol") {
      this.#mismatch();
      return;
    }
    if (message.type === "welcome") {
      this.#secret = message.secret;
      keepForTab(SECRET_KEY, message.secret);
      keepForTab(RELOADED_KEY, "");
      this.#attempt = 0;
      this.#everOpen = true;
    }
    this.#options.onMessage(message);
    if (message.type === "welcome" && this.state !== "fallback") {
      this.#become("open");
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const one of waiting) this.send(one);
    }
  }

  #mismatch() {
    if (recallForTab(RELOADED_KEY)) {
      this.#become("mismatch");
      this.#socket?.close(1000);
    } else {
      keepForTab(RELOADED_KEY, "yes");
      keepForTab(SECRET_KEY, "");
      location.reload();
    }
  }

  /** @param {CloseEvent} event */
  #closed(event) {
    this.#socket = null;
    if (this.state === "mismatch") return;
    if (event.code === 1000 && event.reason === "greet again") {
      this.#dial();
      return;
    }
    if (!navigator.onLine) {
      this.#become("offline");
      return;
    }
    this.#attempt += 1;
    if (!this.#everOpen && this.#attempt >= ATTEMPTS_BEFORE_FALLBACK) {
      this.#probe();
      return;
    }
    this.#become(this.#everOpen ? "reconnecting" : "connecting");
    this.#retryLater();
  }

  #retryLater() {
    window.clearTimeout(this.#timer);
    const wait = this.#attempt === 0 ? 0 : backoff(this.#attempt - 1, Math.random());
    this.#timer = window.setTimeout(() => this.#dial(), wait);
  }

  /** Sockets never opened: is the server there at all? */
  async #probe() {
    if (await isReachable()) {
      this.#become("fallback");
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const one of waiting) this.send(one);
    } else {
      this.#become("unreachable");
      this.#retryLater();
    }
  }

  /** @param {ClientMessage} message */
  #sendByPost(message) {
    if (message.type === "stop") {
      this.#posting?.abort();
      this.#posting = null;
      this.#options.onMessage({ type: "stopped", turn: message.turn, reason: "visitor" });
    } else if (message.type === "ask") {
      this.#posting?.abort();
      const posting = new AbortController();
      this.#posting = posting;
      this.#post({ ...message, sound: false }, posting.signal);
    }
  }

  /** @param {import('../protocol.d.ts').Ask} ask @param {AbortSignal} signal */
  async #post(ask, signal) {
    let finished = false;
    /** @param {ServerMessage} message */
    const take = (message) => {
      if (signal.aborted) return;
      if (message.type === "done" || message.type === "stopped" || message.type === "error") {
        finished = true;
      }
      this.#take(message);
    };
    try {
      const response = await fetch("/ask", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ hello: { ...this.#hello(), sound: false }, ask }),
        signal,
      });
      if (response.status === 403) this.#become("forbidden");
      else if (response.body) await readMessages(response.body, take);
    } catch (problem) {
      if (signal.aborted) return;
      if (!(problem instanceof TypeError)) throw problem;
    }
    if (!finished && !signal.aborted) this.#options.onBreak();
  }
}

/** @returns {Promise<boolean>} */
async function isReachable() {
  try {
    const answer = await fetch("/healthz", {
      cache: "no-store",
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return answer.status < 600;
  } catch (problem) {
    if (problem instanceof TypeError || problem instanceof DOMException) return false;
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
