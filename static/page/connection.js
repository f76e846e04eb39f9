/**
 * The line to the server: dials, says hello, resumes after a break, falls back to streamed POST.
 *
 * It carries messages and knows nothing of what they mean to the visitor, but for `welcome` (the
 * secret to resume with) and the protocol's mismatch (one reload). The secret stays in this tab's
 * session storage and never stands in an address.
 */

import { keepForTab, recallForTab } from "./memory.js";
import { isReachable, Poster, postFeedback } from "./poster.js";
import { backoff, PROTOCOL, parseMessage, readAudioFrame, socketAddress } from "./protocol.js";

/** @typedef {import('../protocol.d.ts').ServerMessage} ServerMessage */
/** @typedef {import('../protocol.d.ts').ClientMessage} ClientMessage */
/** @typedef {import('../protocol.d.ts').Language} Language */
/**
 * `unreachable`: the server answers neither way; still trying. `fallback`: POST only. `resting`: the
 * server closed a line that nobody used. `elsewhere`: another window goes on with the conversation.
 * @typedef {'connecting' | 'open' | 'reconnecting' | 'offline' | 'unreachable' | 'fallback'
 *   | 'resting' | 'elsewhere' | 'mismatch' | 'forbidden'} LineState
 */

const SECRET_KEY = "secret";
const RELOADED_KEY = "reloaded";
/** A network that swallows upgrades leaves the socket hanging; after this it counts as failed. */
const OPEN_TIMEOUT_MS = 6000;
/** Sockets that never opened before the page tries POST. */
const ATTEMPTS_BEFORE_FALLBACK = 2;
/** Sockets that failed in a row after a break: this network may block what the last one let by. */
const ATTEMPTS_AFTER_A_BREAK = 5;
/** In fallback, milliseconds to the next try of a socket. */
const RETURNING = { first: 30_000, most: 600_000 };
/** Close codes of the server: resumed by another window; nobody used the line; our page is old. */
const TAKEN_OVER = 4000;
const IDLE = 4001;
const PROTOCOL_MISMATCH = 4002;
const REFUSED = 1008;
const TRY_LATER = 1013;
/** A server that asks for patience gets it: the back-off starts higher. */
const PATIENT_ATTEMPT = 4;

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
  #opened = false;
  #welcomed = false;
  #greetingAgain = false;
  #timer = 0;
  /** @type {ClientMessage[]} */
  #waiting = [];
  #returns = 0;
  #poster = new Poster((message) => this.#take(message, false));

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
    if (this.state !== "open") return;
    this.#greetingAgain = true;
    this.#socket?.close(1000);
  }

  /**
   * Sends, or keeps a question until the line is open again. Other messages are about a moment that
   * has passed by then and are dropped.
   * @param {ClientMessage} message
   */
  send(message) {
    if (this.state === "fallback" && this.#socket?.readyState !== WebSocket.OPEN) {
      this.#sendByPost(message);
    } else if (this.state === "open" && this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(message));
    } else if (message.type === "ask") {
      this.#waiting = [message];
      if (this.state === "resting" || this.state === "elsewhere") this.#begin();
    }
  }

  /**
   * Sends a thumb or a report, without a socket if need be.
   * @param {import('../protocol.d.ts').Feedback} feedback
   * @param {string} receipt  of the turn
   * @returns {Promise<boolean>} whether it was taken
   */
  async rate(feedback, receipt) {
    if (this.state !== "open") return postFeedback({ feedback, secret: this.#secret, receipt });
    this.send(feedback);
    return true;
  }

  /** A line that rested comes back; a conversation that went elsewhere begins anew here. */
  #begin() {
    if (this.state === "elsewhere") this.#secret = "";
    this.#become("connecting");
    this.#dial();
  }

  /** @param {LineState} state */
  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.#options.onState(state);
  }

  /** The network is back. */
  #redial() {
    if (this.state !== "offline" && this.state !== "reconnecting" && this.state !== "unreachable") {
      return;
    }
    window.clearTimeout(this.#timer);
    this.#attempt = 0;
    // An older socket may not know yet that its network is gone.
    this.#socket?.close();
    this.#dial();
  }

  #dial() {
    const socket = new WebSocket(socketAddress(location.href));
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    const impatience = window.setTimeout(() => {
      if (this.state !== "open") socket.close();
    }, OPEN_TIMEOUT_MS);
    socket.addEventListener("open", () => {
      if (this.state !== "fallback") window.clearTimeout(impatience);
      else if (this.#poster.busy) {
        // The secret is good for one line; the answer that streams by the other comes first.
        socket.close();
        return;
      }
      this.#opened = true;
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
    if (message) this.#take(message, true);
  }

  /** @param {ServerMessage} message @param {boolean} bySocket */
  #take(message, bySocket) {
    if (message.type === "error" && message.code === "protocol") {
      this.#mismatch();
      return;
    }
    if (message.type === "welcome") {
      this.#secret = message.secret;
      keepForTab(SECRET_KEY, message.secret);
      keepForTab(RELOADED_KEY, "");
      this.#attempt = 0;
      this.#welcomed = true;
    }
    this.#options.onMessage(message);
    if (message.type === "welcome" && bySocket) {
      window.clearTimeout(this.#timer);
      this.#returns = 0;
      this.#become("open");
      this.#sendWaiting();
    }
  }

  #sendWaiting() {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const one of waiting) this.send(one);
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
  #closed({ code }) {
    this.#socket = null;
    if (this.state === "mismatch") return;
    if (this.state === "fallback") {
      this.#opened = false;
      this.#sendWaiting();
      this.#returnLater();
    } else if (this.#greetingAgain) {
      this.#greetingAgain = false;
      this.#dial();
    } else if (code === PROTOCOL_MISMATCH) this.#mismatch();
    else if (code === TAKEN_OVER) this.#become("elsewhere");
    else if (code === IDLE) this.#become("resting");
    else if (code === REFUSED && !this.#welcomed) this.#become("forbidden");
    else if (!navigator.onLine) this.#become("offline");
    else this.#tryAgain(code);
  }

  /** @param {number} code */
  #tryAgain(code) {
    this.#attempt =
      code === TRY_LATER ? Math.max(PATIENT_ATTEMPT, this.#attempt + 1) : this.#attempt + 1;
    const patience = this.#welcomed ? ATTEMPTS_AFTER_A_BREAK : ATTEMPTS_BEFORE_FALLBACK;
    const blocked = !this.#opened && this.#attempt >= patience;
    this.#opened = false;
    if (blocked) {
      this.#probe();
      return;
    }
    this.#become(this.#welcomed ? "reconnecting" : "connecting");
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
      this.#sendWaiting();
      this.#returnLater();
    } else {
      this.#become("unreachable");
      this.#retryLater();
    }
  }

  /** The way that worked goes on; now and then a socket is tried beside it. */
  #returnLater() {
    window.clearTimeout(this.#timer);
    const wait = backoff(this.#returns, Math.random(), RETURNING);
    this.#returns += 1;
    this.#timer = window.setTimeout(() => {
      if (this.state !== "fallback") return;
      if (this.#poster.busy) this.#returnLater();
      else this.#dial();
    }, wait);
  }

  /** @param {ClientMessage} message */
  #sendByPost(message) {
    if (message.type === "stop") {
      this.#poster.stop();
      if (message.turn) {
        this.#options.onMessage({ type: "stopped", turn: message.turn, reason: "visitor" });
      } else this.#options.onBreak();
    } else if (message.type === "ask") {
      this.#ask(message);
    }
  }

  /** @param {import('../protocol.d.ts').Ask} ask */
  async #ask(ask) {
    const end = await this.#poster.ask({ hello: this.#hello(), ask });
    if (end === "forbidden") this.#become("forbidden");
    if (end === "forbidden" || end === "broken") this.#options.onBreak();
  }
}
