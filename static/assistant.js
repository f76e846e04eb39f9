/**
 * The visitor's page: brings the line, the conversation, the player and the views together.
 *
 * State is a `Conversation` value; messages change it (page/conversation.js) and the views follow.
 * Longer than 400 lines because all parts of the page meet here and nowhere else.
 */

import { firstLanguage, LANG_TAG, languageUsed, text } from "./i18n.js";
import { Bridge } from "./page/bridge.js";
import { copyWords, labelCopies, labelled } from "./page/clipboard.js";
import { Composer } from "./page/composer.js";
import { Connection } from "./page/connection.js";
import {
  apply,
  asked,
  EMPTY,
  isOpen,
  isRepeated,
  lost,
  openTurn,
  plainText,
  rated,
  superseded,
} from "./page/conversation.js";
import { openAbout, openReport } from "./page/dialogs.js";
import { byId, fill, icon, setWords } from "./page/dom.js";
import { button, sayTexts, showWelcome } from "./page/frame.js";
import { keep, keepForTab, recall, recallForTab } from "./page/memory.js";
import { Notice } from "./page/notice.js";
import { Player } from "./page/player.js";
import { fetchAudio } from "./page/poster.js";
import { Soundless } from "./page/soundless.js";
import { Stage } from "./page/stage.js";
import { Transcript } from "./page/transcript.js";

/** @typedef {import('./protocol.d.ts').Language} Language */
/** @typedef {import('./protocol.d.ts').ServerMessage} ServerMessage */
/** @typedef {import('./protocol.d.ts').Sentence} Sentence */
/** @typedef {import('./protocol.d.ts').Welcome} Welcome */

class Assistant {
  #address = new URL(location.href);
  /** @type {Language} */
  #language;
  /** Whether the visitor chose the language; else the page follows the one they write in. */
  #chosen;
  #sound = recall("sound") !== "off";
  /** @type {Welcome | null} */
  #welcome = null;
  #conversation = EMPTY;
  #asked = 0;
  #typing = false;
  /** @type {Map<string, Sentence>} by turn and number; what the player and the figure need */
  #sentences = new Map();
  /** The key of the turn that the visitor stopped: what is still on its way is not spoken. */
  #stopped = "";
  #hadBreak = false;
  #resuming = false;
  /** @type {Language | null} */
  #welcomeLanguage = null;

  #notices = new Notice();
  #soundless = new Soundless();
  #stage = new Stage();
  #transcript;
  #composer;
  #player;
  #line;
  #bridge;

  constructor() {
    const { searchParams } = this.#address;
    const embedded = searchParams.has("embed");
    document.documentElement.classList.toggle("is-embedded", embedded);
    this.#language = firstLanguage(
      recallForTab("language") || searchParams.get("language"),
      recall("language"),
      navigator.language,
    );
    this.#chosen = recall("language") === this.#language;
    this.#transcript = new Transcript();
    this.#composer = new Composer({
      onAsk: (question) => this.ask(question),
      onTyping: (typing) => {
        this.#typing = typing;
        this.#settleStage();
      },
    });
    this.#player = new Player(
      {
        onSentence: (speech, clock) => {
          const sentence = this.#sentences.get(`${speech.turn} ${speech.sentence}`);
          if (sentence) this.#stage.say(sentence, speech, clock);
          this.#settleStop();
        },
        onIdle: () => {
          this.#stage.hush();
          this.#settleStage();
        },
        onPlayed: (turn, sentence, ms) => this.#line.send({ type: "played", turn, sentence, ms }),
        onBlocked: (blocked) => {
          byId("hear", HTMLElement).hidden = !blocked;
        },
      },
      !this.#sound,
    );
    this.#line = new Connection({
      channel: searchParams.get("channel") || (embedded ? "embed" : "page"),
      language: this.#language,
      sound: this.#sound,
      lastSeq: () => this.#conversation.lastSeq,
      onMessage: (message) => this.#take(message),
      onAudio: (frame) => this.#player.addAudio(frame),
      onState: (state) => this.#lineChanged(state),
      onBreak: () => this.#change(lost(this.#conversation)),
    });
    this.#bridge = new Bridge(location.href, (message) => {
      if (message.kind === "ask") this.ask(message.text.trim());
      else if (message.kind === "language")
        this.#chooseLanguage(firstLanguage(message.language, null, "zh"));
      else this.#composer.focus();
    });
  }

  start() {
    this.#listen();
    this.#renderFrame();
    this.#settleStage();
    this.#line.open();
    this.#bridge.tell({ kind: "ready" });
  }

  /** @param {string} question */
  ask(question) {
    const limit = this.#welcome?.question_limit ?? 500;
    if (question === "" || [...question].length > limit) return;
    this.#player.stop();
    // A key press or a tap brought us here: the moment in which the browser lets sound begin.
    this.#player.wake();
    this.#notices.clear();
    this.#asked += 1;
    if (this.#line.state !== "open") this.#conversation = superseded(this.#conversation);
    this.#change(asked(this.#conversation, `asked-${this.#asked}`, question));
    this.#useLanguage(question);
    this.#line.send({ type: "ask", text: question, language: this.#language, sound: this.#sound });
    this.#transcript.toEnd();
    this.#settleStage();
  }

  #listen() {
    document.addEventListener("ask", (event) => {
      this.ask(String(/** @type {CustomEvent<string>} */ (event).detail));
    });
    this.#transcript.listen({
      onRate: async (turn, rating) => {
        this.#change(rated(this.#conversation, turn.key, rating));
        if (await this.#rate(turn, rating, "")) {
          this.#transcript.announce(text(this.#language, "feedbackThanks"), this.#language);
        } else this.#change(rated(this.#conversation, turn.key, turn.rating));
      },
      onReport: (turn) =>
        openReport(this.#language, turn.done?.receipt ?? "", async (note) => {
          if (!(await this.#rate(turn, "report", note))) return;
          this.#change(rated(this.#conversation, turn.key, "report"));
          this.#notices.show("report", text(this.#language, "reportSent"));
        }),
      onCopy: async (turn) => {
        const copied = await copyWords(labelled(plainText(turn), this.#copyLabel()));
        this.#notices.show("copy", text(this.#language, copied ? "copied" : "copyFailed"));
      },
    });
    labelCopies(byId("turns", HTMLElement), () => this.#copyLabel());
    byId("stop", HTMLElement).addEventListener("click", () => this.#stop());
    byId("hear", HTMLElement).addEventListener("click", () => this.#player.hearAgain());
    byId("sound", HTMLElement).addEventListener("click", () => this.#toggleSound());
    byId("language", HTMLElement).addEventListener("click", () =>
      this.#chooseLanguage(this.#language === "zh" ? "en" : "zh"),
    );
    byId("about", HTMLElement).addEventListener("click", () =>
      openAbout(this.#language, this.#welcome?.assistant ?? text(this.#language, "defaultTitle")),
    );
    byId("close-chat", HTMLElement).addEventListener("click", () =>
      this.#bridge.tell({ kind: "close" }),
    );
    byId("notice-close", HTMLElement).addEventListener("click", () => {
      this.#notices.clear();
      this.#composer.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || document.querySelector("dialog[open]"))
        return;
      if (this.#player.speaking || !byId("stop", HTMLElement).hidden) this.#stop();
      else this.#bridge.tell({ kind: "close" });
    });
  }

  /**
   * @param {import('./page/conversation.js').Turn} turn
   * @param {import('./protocol.d.ts').Feedback['rating']} rating @param {string} note
   * @returns {Promise<boolean>} whether it was taken; otherwise the visitor was told
   */
  async #rate(turn, rating, note) {
    const receipt = turn.done?.receipt ?? "";
    const sent = await this.#line.rate({ type: "feedback", turn: turn.id, rating, note }, receipt);
    if (!sent) this.#notices.show("feedback", text(this.#language, "feedbackFailed"));
    return sent;
  }

  /** @param {ServerMessage} message */
  #take(message) {
    if (isRepeated(this.#conversation, message)) return;
    if (message.type === "welcome") this.#greet(message);
    else if (message.type === "notice") this.#notice(message);
    // Only one notice is about the answer itself; the others stand in their own strip.
    const general = message.type === "notice" && message.code !== "chinese_only";
    this.#conversation = apply(this.#conversation, general ? { ...message, turn: "" } : message);
    this.#render();
    this.#follow(message);
    if (message.type === "done" || message.type === "stopped") this.#greetInLanguage();
  }

  /** @param {import('./protocol.d.ts').Notice} notice */
  #notice(notice) {
    const { code, text: words } = notice;
    // The line also opens anew when the language changes; that is no news to the visitor.
    const news = code !== "reconnected" || this.#resuming;
    if (code === "chinese_only" || !news || !this.#soundless.news(notice, this.#sound)) return;
    this.#notices.show(code, words);
  }

  /** What a message sets going besides the text. @param {ServerMessage} message */
  #follow(message) {
    const turn = this.#conversation.turns.find((one) => one.id !== "" && one.id === message.turn);
    if (message.type === "error" && !message.turn) {
      this.#transcript.announce(message.text, this.#language);
      if (!this.#conversation.turns.some((one) => one.error === message.text)) {
        this.#notices.show("error", message.text);
      }
    }
    if (turn?.own) {
      if (message.type === "sentence") this.#heardSentence(message);
      else if (message.type === "speech" && turn.key !== this.#stopped) this.#speak(message);
      else if (message.type === "stopped") this.#player.stop();
      else if (message.type === "clarify" && !plainText(turn).includes(message.question)) {
        this.#transcript.announce(message.question, this.#language);
      } else if (message.type === "done") {
        const { outcome } = message;
        this.#bridge.tell({ kind: "message", turn: turn.id, outcome, text: plainText(turn) });
      }
    }
    this.#settleStage();
  }

  /** @param {Sentence} sentence */
  #heardSentence(sentence) {
    this.#sentences.set(`${sentence.turn} ${sentence.sentence}`, sentence);
    this.#transcript.announce(sentence.text, sentence.language ?? "zh");
    if (!this.#player.speaking) this.#stage.feel(sentence);
  }

  /** @param {import('./protocol.d.ts').Speech} speech */
  async #speak(speech) {
    this.#player.add(speech);
    if (this.#line.state !== "fallback" || !speech.id || !speech.audio) return;
    const bytes = await fetchAudio(speech.id);
    const { turn = "", sentence } = speech;
    if (bytes) this.#player.addAudio({ turn, sentence, bytes });
  }

  /** @param {Welcome} welcome */
  #greet(welcome) {
    this.#welcome = welcome;
    this.#welcomeLanguage = this.#language;
    this.#resuming = this.#hadBreak;
    this.#hadBreak = false;
    if (this.#resuming) this.#notices.show("reconnected", text(this.#language, "reconnected"));
    this.#renderFrame();
  }

  /** @param {import('./page/connection.js').LineState} state */
  #lineChanged(state) {
    const status = byId("line-status", HTMLElement);
    /** @type {Record<import('./page/connection.js').LineState, import('./i18n.js').TextKey | null>} */
    const keys = {
      connecting: "connecting",
      open: null,
      reconnecting: "reconnecting",
      offline: "offline",
      unreachable: "unreachable",
      fallback: "fallback",
      resting: null,
      elsewhere: "elsewhere",
      mismatch: "mismatch",
      forbidden: "refusedHere",
    };
    const key = keys[state];
    if (state === "open" && document.body.dataset.line === "fallback") {
      this.#notices.show("live", text(this.#language, "live"));
    }
    document.body.dataset.line = state;
    status.dataset.state = state;
    status.hidden = key === null;
    setWords(status, key ? text(this.#language, key) : "");
    if (state === "reconnecting" || state === "offline") {
      this.#hadBreak = this.#welcome !== null;
      this.#change(lost(this.#conversation, (turn) => turn.state === "asked"));
    }
  }

  #stop() {
    const turn = openTurn(this.#conversation);
    this.#player.stop();
    this.#stopped = turn?.key ?? "";
    if (turn) this.#line.send({ type: "stop", turn: turn.id });
    this.#settleStage();
    this.#composer.focus();
  }

  #toggleSound() {
    this.#sound = !this.#sound;
    keep("sound", this.#sound ? "on" : "off");
    this.#player.mute(!this.#sound);
    if (this.#sound) this.#player.wake();
    else this.#notices.clear("no_sound");
    const owed = this.#sound && this.#soundless.owed();
    if (owed) this.#notices.show(owed.code, owed.text);
    this.#line.prefer(this.#language, this.#sound);
    this.#renderFrame();
  }

  /** @param {Language} language */
  #chooseLanguage(language) {
    this.#chosen = true;
    keep("language", language);
    keepForTab("language", "");
    this.#speakLanguage(language);
  }

  /** Without a choice the page speaks as the visitor writes. @param {string} question */
  #useLanguage(question) {
    const used = languageUsed(question);
    if (this.#chosen || !used) return;
    keepForTab("language", used);
    this.#speakLanguage(used);
  }

  /** @param {Language} language */
  #speakLanguage(language) {
    if (language === this.#language) return;
    this.#language = language;
    this.#line.prefer(language, this.#sound);
    this.#renderFrame();
    this.#render();
    this.#lineChanged(this.#line.state);
    this.#greetInLanguage();
  }

  /** The server's own words follow the language, once no answer is under way. */
  #greetInLanguage() {
    if (this.#welcomeLanguage === null || this.#welcomeLanguage === this.#language) return;
    if (!openTurn(this.#conversation)) this.#line.greetAgain();
  }

  /** @param {import('./page/conversation.js').Conversation} conversation */
  #change(conversation) {
    this.#conversation = conversation;
    this.#render();
    this.#settleStage();
  }

  #render() {
    this.#transcript.render(this.#conversation.turns, this.#language);
  }

  #settleStage() {
    const open = openTurn(this.#conversation);
    if (!this.#player.speaking) {
      if (open && this.#line.state !== "offline") this.#stage.be("thinking");
      else this.#stage.be(this.#typing ? "listening" : "idle");
    }
    this.#settleStop();
  }

  /** While anything is still being told: who hears nothing may be held up by mouth and captions. */
  #settleStop() {
    const stop = byId("stop", HTMLElement);
    const busy = this.#player.speaking || this.#conversation.turns.some(isOpen);
    if (stop.hidden === !busy) return;
    const focused = document.activeElement === stop;
    stop.hidden = !busy;
    if (focused) this.#composer.focus();
  }

  /** The server's own label, as far as it is in the language of the page. */
  #label() {
    const current = this.#welcomeLanguage === this.#language;
    return (current && this.#welcome?.label) || text(this.#language, "aiLabel");
  }

  #copyLabel() {
    return text(this.#language, "copyLabel", { label: this.#label() }).trim();
  }

  /** Everything around the conversation: names, buttons, greeting. */
  #renderFrame() {
    const language = this.#language;
    const welcome = this.#welcome;
    sayTexts(language);
    byId("figure", HTMLElement).setAttribute("label", text(language, "figureAlt"));
    setWords(byId("ai-label", HTMLElement), this.#label());
    setWords(byId("print-label", HTMLElement), this.#label());
    if (welcome) showWelcome(welcome, language);
    const soundTitle = text(language, this.#sound ? "muteSound" : "unmuteSound");
    button("sound", this.#sound ? "sound" : "muted", text(language, "sound"), soundTitle);
    byId("sound", HTMLElement).setAttribute("aria-pressed", String(this.#sound));
    fill(byId("language", HTMLElement), text(language, "languageShort"));
    byId("language", HTMLElement).lang = LANG_TAG[language === "zh" ? "en" : "zh"];
    byId("language", HTMLElement).title = text(language, "language");
    button("about", "info", text(language, "aboutShort"), text(language, "about"));
    button("close-chat", "close", "", text(language, "closeChat"));
    byId("close-chat", HTMLElement).hidden = !this.#bridge.connected;
    button("stop", "stop", "", text(language, "stop"));
    button("notice-close", "close", "", text(language, "close"));
    fill(byId("hear", HTMLElement), icon("ear"), text(language, "tapToHear"));
    this.#composer.render(language, welcome?.question_limit ?? 500);
  }
}

new Assistant().start();
