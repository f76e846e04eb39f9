/**
 * The widget for portals: one script tag makes a launcher button and a frame with the assistant.
 *
 *   <script async src="https://assistant.example/embed.js" data-channel="portal" data-language="zh"></script>
 *
 * Attributes: `data-channel`, `data-language` (zh or en), `data-side` (right or left), `data-manual`
 * (present: wait for `init`).
 *
 * `window.Yingbin`: `init(options)`, `open()`, `close()`, `toggle()`, `destroy()`, `send(text)`,
 * `setLanguage(language)`, `on(event, listener)`, `off(event, listener)`. Before the script has
 * loaded, commands may wait in a plain array:
 *
 *   window.Yingbin = window.Yingbin || [];
 *   Yingbin.push(['open']);
 *
 * Events: `ready` (the assistant's page listens), `opened`, `closed`, `message` (an answer is
 * complete: `{ turn, outcome, text }`), `error` (the frame did not load: `{ reason }`).
 *
 * The widget lives in a shadow root and changes nothing else on the page. It talks with its own
 * frame at the script's own origin only. Whether a site may frame the assistant is the server's
 * decision (`embed.origins`).
 */

(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const home = new URL(script.src).origin;
  /** Also stands in page/bridge.js: the two sides know each other's messages by it. */
  const MARK = "yingbin";
  const LOAD_TIMEOUT_MS = 12_000;
  /** A page that has loaded says so at once; a refused frame loads, too, but says nothing. */
  const READY_TIMEOUT_MS = 1500;

  const WORDS = {
    zh: {
      launch: "咨询",
      open: "打开咨询窗口",
      close: "关闭咨询窗口",
      title: "数字人咨询窗口",
      failed: "咨询窗口暂时打不开。",
      elsewhere: "在新窗口中打开",
    },
    en: {
      launch: "Ask us",
      open: "Open the enquiry window",
      close: "Close the enquiry window",
      title: "Enquiry window with a digital human",
      failed: "The enquiry window cannot be opened right now.",
      elsewhere: "Open in a new window",
    },
  };

  const STYLE = `
:host { all: initial; position: fixed; z-index: 2147483000; inset: auto 20px 20px auto; font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color-scheme: light dark; }
:host([data-side="left"]) { inset: auto auto 20px 20px; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button { font: inherit; font-size: 16px; line-height: 1.4; cursor: pointer; }
.launch { display: flex; align-items: center; gap: 8px; min-height: 52px; margin-inline-start: auto; padding: 0 20px 0 16px; border: 0; border-radius: 26px; background: #0f5c61; color: #fff; box-shadow: 0 2px 6px rgb(20 30 30 / 22%), 0 10px 28px rgb(20 30 30 / 20%); transition: background 180ms ease-out; }
.launch:hover { background: #0a464a; }
:host([data-side="left"]) .launch { margin-inline: 0 auto; }
button:focus-visible, a:focus-visible { outline: 3px solid #0f5c61; outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
svg { width: 24px; height: 24px; fill: none; stroke: currentcolor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.panel { position: fixed; inset: auto 20px 84px auto; width: 400px; height: min(680px, calc(100vh - 108px)); height: min(680px, calc(100dvh - 108px)); overflow: hidden; border: 1px solid #d5d0c4; border-radius: 16px; background: #f5f2ec; color: #24292b; box-shadow: 0 2px 8px rgb(20 30 30 / 14%), 0 18px 48px rgb(20 30 30 / 24%); }
:host([data-side="left"]) .panel { inset: auto auto 84px 20px; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
.failed { position: absolute; inset: 0; display: grid; align-content: center; justify-items: center; gap: 12px; padding: 24px; background: #f5f2ec; color: #24292b; font-size: 16px; line-height: 1.7; text-align: center; }
.failed a { min-height: 44px; align-content: center; color: #0a464a; }
.failed button { min-height: 44px; padding: 0 18px; border: 1px solid #8b867b; border-radius: 22px; background: #fffdf9; color: #24292b; }
@media (prefers-color-scheme: dark) {
  .launch { background: #78c6c2; color: #0c2527; }
  .launch:hover { background: #98d8d4; }
  .panel, .failed { border-color: #333d3e; background: #14191a; color: #e9e6df; }
  .failed a { color: #98d8d4; }
  .failed button { border-color: #7b8788; background: #1b2223; color: #e9e6df; }
  button:focus-visible, a:focus-visible { outline-color: #98d8d4; box-shadow: 0 0 0 3px #14191a; }
}
@media (max-width: 520px) {
  .panel, :host([data-side="left"]) .panel { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; }
  :host([data-open]) .launch { display: none; }
}
@media (prefers-reduced-motion: reduce) { .launch { transition: none; } }
@media print { :host { display: none; } }
`;

  /** @typedef {'zh' | 'en'} Language */
  /** @typedef {{ channel?: string, language?: string, side?: string }} Options */
  /** @typedef {'ready' | 'opened' | 'closed' | 'message' | 'error'} EventName */
  /** @typedef {(detail: unknown) => void} Listener */

  /** @type {Map<string, Set<Listener>>} */
  const listeners = new Map();
  /** @type {Widget | null} */
  let widget = null;

  /** @param {EventName} name @param {unknown} [detail] */
  function tell(name, detail) {
    for (const listener of [...(listeners.get(name) ?? [])]) listener(detail);
  }

  /** @param {string | undefined} value @returns {Language} */
  function languageOf(value) {
    const wanted = (value || document.documentElement.lang || navigator.language).toLowerCase();
    return wanted.startsWith("en") ? "en" : "zh";
  }

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag @param {string} name @param {ShadowRoot | HTMLElement} parent
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  function put(tag, name, parent) {
    const element = document.createElement(tag);
    element.className = name;
    parent.append(element);
    return element;
  }

  class Widget {
    /** @param {Options} options */
    constructor(options) {
      this.options = options;
      this.language = languageOf(options.language);
      this.ready = false;
      this.timer = 0;
      /** @type {object[]} what waits until the frame listens */
      this.waiting = [];
      /** @type {HTMLIFrameElement | null} */
      this.frame = null;
      this.host = document.createElement("yingbin-widget");
      this.host.dataset.side = options.side === "left" ? "left" : "right";
      const root = this.host.attachShadow({ mode: "open" });
      // A constructed sheet needs no exception from the portal's content policy.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      this.panel = put("div", "panel", root);
      this.panel.id = "panel";
      this.panel.hidden = true;
      this.failed = put("div", "failed", this.panel);
      this.failed.hidden = true;
      this.button = put("button", "launch", root);
      this.button.type = "button";
      this.button.setAttribute("aria-controls", "panel");
      this.button.append(bubble(), put("span", "", this.button));
      this.button.addEventListener("click", () => this.toggle());
      this.onKey = (/** @type {KeyboardEvent} */ event) => {
        if (event.key === "Escape" && !event.isComposing && this.isOpen) this.close();
      };
      this.onMessage = (/** @type {MessageEvent} */ event) => this.take(event);
      window.addEventListener("keydown", this.onKey);
      window.addEventListener("message", this.onMessage);
      this.label();
      document.body.append(this.host);
    }

    get isOpen() {
      return !this.panel.hidden;
    }

    label() {
      const words = WORDS[this.language];
      const { button } = this;
      this.host.lang = this.language === "zh" ? "zh-CN" : "en";
      button.lastElementChild?.replaceChildren(words.launch);
      // The visible word stands in the name, so that voice control finds the button by it.
      button.setAttribute(
        "aria-label",
        `${words.launch}: ${this.isOpen ? words.close : words.open}`,
      );
      button.setAttribute("aria-expanded", String(this.isOpen));
      if (this.frame) this.frame.title = words.title;
    }

    open() {
      if (this.isOpen) return;
      this.panel.hidden = false;
      this.host.toggleAttribute("data-open", true);
      if (!this.frame) this.load();
      this.label();
      this.frame?.focus();
      this.post({ kind: "focus" });
      tell("opened");
    }

    close() {
      if (!this.isOpen) return;
      this.panel.hidden = true;
      this.host.removeAttribute("data-open");
      this.label();
      this.button.focus();
      tell("closed");
    }

    toggle() {
      if (this.isOpen) this.close();
      else this.open();
    }

    address() {
      const address = new URL("/", home);
      address.searchParams.set("embed", "1");
      address.searchParams.set("origin", location.origin);
      address.searchParams.set("language", this.language);
      if (this.options.channel) address.searchParams.set("channel", this.options.channel);
      return address.href;
    }

    load() {
      const frame = document.createElement("iframe");
      frame.title = WORDS[this.language].title;
      frame.allow = "autoplay; clipboard-write";
      // The server checks which site frames it; a portal that hides its name would be refused.
      frame.referrerPolicy = "origin";
      frame.src = this.address();
      this.frame = frame;
      this.failed.hidden = true;
      frame.addEventListener("load", () => this.failAfter(READY_TIMEOUT_MS));
      this.panel.prepend(frame);
      this.failAfter(LOAD_TIMEOUT_MS);
    }

    /** @param {number} milliseconds */
    failAfter(milliseconds) {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.fail(), milliseconds);
    }

    fail() {
      if (this.ready) return;
      const words = WORDS[this.language];
      this.frame?.remove();
      this.frame = null;
      this.failed.replaceChildren();
      put("span", "", this.failed).textContent = words.failed;
      const link = put("a", "", this.failed);
      link.href = new URL("/", home).href;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = words.elsewhere;
      const close = put("button", "", this.failed);
      close.type = "button";
      close.textContent = words.close;
      close.addEventListener("click", () => this.close());
      this.failed.hidden = false;
      tell("error", { reason: "unavailable" });
    }

    /** @param {object} message */
    post(message) {
      if (!this.ready) this.waiting.push(message);
      else this.frame?.contentWindow?.postMessage({ mark: MARK, ...message }, home);
    }

    /** @param {MessageEvent} event */
    take(event) {
      const { data, origin, source } = event;
      if (origin !== home || !this.frame || source !== this.frame.contentWindow) return;
      if (typeof data !== "object" || data === null || data.mark !== MARK) return;
      if (data.kind === "ready") this.begin();
      else if (data.kind === "close") this.close();
      else if (data.kind === "message") {
        tell("message", { turn: data.turn, outcome: data.outcome, text: data.text });
      }
    }

    begin() {
      window.clearTimeout(this.timer);
      this.ready = true;
      const waiting = this.waiting;
      this.waiting = [];
      for (const message of waiting) this.post(message);
      tell("ready");
    }

    /** @param {string} question */
    send(question) {
      this.open();
      this.post({ kind: "ask", text: String(question) });
    }

    /** @param {string} language */
    setLanguage(language) {
      this.language = languageOf(language);
      this.label();
      if (this.frame) this.post({ kind: "language", language: this.language });
    }

    destroy() {
      window.clearTimeout(this.timer);
      window.removeEventListener("keydown", this.onKey);
      window.removeEventListener("message", this.onMessage);
      this.host.remove();
    }
  }

  /** A speech bubble, drawn. */
  function bubble() {
    const space = "http://www.w3.org/2000/svg";
    const drawing = document.createElementNS(space, "svg");
    drawing.setAttribute("viewBox", "0 0 24 24");
    drawing.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", "M5 5h14v10.5h-7L7.5 19.5v-4H5zM8.5 9h7M8.5 12h4.5");
    drawing.append(path);
    return drawing;
  }

  const api = {
    /** @param {Options} [options] */
    init(options = {}) {
      if (widget) return;
      const { channel, language, side } = script.dataset;
      widget = new Widget({ channel, language, side, ...options });
    },
    open: () => widget?.open(),
    close: () => widget?.close(),
    toggle: () => widget?.toggle(),
    destroy() {
      widget?.destroy();
      widget = null;
    },
    /** @param {string} question */
    send: (question) => widget?.send(question),
    /** @param {string} language */
    setLanguage: (language) => widget?.setLanguage(language),
    /** @param {EventName} name @param {Listener} listener */
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
    },
    /** @param {EventName} name @param {Listener} listener */
    off: (name, listener) => void listeners.get(name)?.delete(listener),
    /** One command in the queue's form. @param {[string, ...unknown[]]} command */
    push([name, ...values]) {
      const method = /** @type {Record<string, unknown>} */ (api)[name];
      if (name !== "push" && typeof method === "function") method.apply(api, values);
    },
  };

  const page = /** @type {Window & { Yingbin?: unknown }} */ (window);
  const queued = Array.isArray(page.Yingbin) ? page.Yingbin : [];
  page.Yingbin = api;
  const begin = () => {
    if (!("manual" in script.dataset)) api.init();
    for (const command of queued) api.push(command);
  };
  if (document.body) begin();
  else document.addEventListener("DOMContentLoaded", begin, { once: true });
})();
