/**
 * Says sentences one after another: sound, mouth and captions of each on one clock.
 *
 * The rungs, from the best: the server's sound on the AudioContext's clock; a voice of the device
 * itself (never one that sends words elsewhere); captions alone on the page's clock. Which of them
 * a sentence takes is decided when its turn to speak comes.
 */

import { pcmSamples } from "./protocol.js";

/** @typedef {import('../protocol.d.ts').Speech} Speech */
/** @typedef {() => number} Clock  milliseconds since the sentence began to sound; may begin below 0 */
/** @typedef {'sound' | 'local' | 'captions'} Rung */

/** Between two sentences, as a speaker breathes. */
const PAUSE_MS = 180;
/** Sound that is announced but does not come by then is passed over. */
const AUDIO_WAIT_MS = 4000;
/** How many times its predicted length a voice of the device may take. */
const LOCAL_VOICE_PATIENCE = 3;
/** Starting a little ahead lets the mouth begin exactly with the sound. */
const LEAD_SECONDS = 0.03;

/**
 * @typedef {object} PlayerEvents
 * @property {(speech: Speech, clock: Clock, rung: Rung) => void} onSentence
 * @property {() => void} onIdle  nothing is being said any more
 * @property {(turn: string, sentence: number, ms: number) => void} onPlayed
 * @property {(blocked: boolean) => void} onBlocked  the browser wants a tap before it sounds
 */

/**
 * @typedef {object} Item
 * @property {Speech} speech
 * @property {AudioBuffer | null} buffer
 * @property {'none' | 'awaited' | 'ready'} sound
 */

/**
 * Whether a voice may be used: Chinese words only by a voice that lives on this device.
 * @param {readonly { lang: string, localService: boolean }[]} voices
 * @param {string} language  zh | en
 * @returns {number} its index, −1 when there is none
 */
export function localVoiceIndex(voices, language) {
  return voices.findIndex(
    (voice) =>
      voice.localService === true &&
      voice.lang.toLowerCase().replace("_", "-").startsWith(language),
  );
}

/** The language of words: any Han character makes them Chinese.
 * @param {string} words @returns {'zh' | 'en'} */
export function spokenLanguage(words) {
  return /\p{Script=Han}/u.test(words) ? "zh" : "en";
}

/** The device's own voice for a sentence, if it has one. @param {Item} item */
function localVoice(item) {
  const voices = window.speechSynthesis?.getVoices() ?? [];
  return voices[localVoiceIndex(voices, spokenLanguage(item.speech.spoken))];
}

export class Player {
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {GainNode | null} */
  #gain = null;
  #muted;
  #events;
  /** @type {Item[]} */
  #queue = [];
  /** @type {{ item: Item, clock: Clock, end: () => void } | null} */
  #current = null;
  /** @type {Item[]} what the latest turn said, for hearing it after the tap */
  #said = [];
  #generation = 0;
  #timer = 0;

  /** @param {PlayerEvents} events @param {boolean} muted */
  constructor(events, muted) {
    this.#events = events;
    this.#muted = muted;
  }

  get speaking() {
    return this.#current !== null || this.#queue.length > 0;
  }

  /** The context must be born, or woken, inside a tap or a key press. */
  async wake() {
    if (this.#muted) return;
    const context = this.#ensureContext();
    if (context.state === "suspended") await context.resume();
    if (context.state === "running") this.#events.onBlocked(false);
  }

  /** After the tap: says the latest turn again from its beginning, now with sound. */
  async hearAgain() {
    await this.wake();
    const again = [...this.#said, ...this.#queue].filter((item) => item.sound !== "none");
    if (again.length === 0) return;
    this.#cut();
    this.#said = [];
    this.#queue = again;
    this.#next();
  }

  /** @param {boolean} muted */
  mute(muted) {
    this.#muted = muted;
    if (this.#gain) this.#gain.gain.value = muted ? 0 : 1;
    if (muted) {
      window.speechSynthesis?.cancel();
      this.#events.onBlocked(false);
    }
  }

  /** @param {Speech} speech */
  add(speech) {
    const turn = speech.turn ?? "";
    if (this.#said.some((item) => item.speech.turn !== turn)) this.#said = [];
    const announced = (speech.audio ?? 0) > 0 && (speech.format ?? "none") !== "none";
    this.#queue.push({ speech, buffer: null, sound: announced ? "awaited" : "none" });
    if (!this.#current) this.#next();
  }

  /** @param {import('./protocol.js').AudioFrame} frame */
  async addAudio(frame) {
    const item = this.#queue.find(
      (one) => one.speech.turn === frame.turn && one.speech.sentence === frame.sentence,
    );
    if (!item) return;
    const generation = this.#generation;
    item.buffer = await this.#decode(item.speech, frame.bytes);
    item.sound = item.buffer ? "ready" : "none";
    if (generation === this.#generation && !this.#current && this.#queue[0] === item) this.#next();
  }

  /** Everything falls silent at once; what was heard is told. */
  stop() {
    if (this.#current) {
      const { item, clock } = this.#current;
      const heard = Math.max(0, Math.min(Math.round(clock()), item.speech.duration));
      this.#events.onPlayed(item.speech.turn ?? "", item.speech.sentence, heard);
    }
    const busy = this.speaking;
    this.#cut();
    this.#said = [];
    if (busy) this.#events.onIdle();
  }

  #cut() {
    this.#generation += 1;
    window.clearTimeout(this.#timer);
    window.speechSynthesis?.cancel();
    const current = this.#current;
    this.#current = null;
    this.#queue = [];
    current?.end();
  }

  #ensureContext() {
    if (!this.#context) {
      this.#context = new AudioContext();
      this.#gain = this.#context.createGain();
      this.#gain.gain.value = this.#muted ? 0 : 1;
      this.#gain.connect(this.#context.destination);
    }
    return this.#context;
  }

  /** @param {Speech} speech @param {ArrayBuffer} bytes @returns {Promise<AudioBuffer | null>} */
  async #decode(speech, bytes) {
    const context = this.#ensureContext();
    if (speech.format === "pcm") {
      const samples = pcmSamples(bytes);
      if (samples.length === 0) return null;
      const buffer = context.createBuffer(1, samples.length, speech.sample_rate ?? 24_000);
      buffer.copyToChannel(samples, 0);
      return buffer;
    }
    try {
      return await context.decodeAudioData(bytes);
    } catch (problem) {
      // Broken sound must not cost the captions.
      if (problem instanceof DOMException) return null;
      throw problem;
    }
  }

  #next() {
    const item = this.#queue[0];
    if (!item) {
      this.#events.onIdle();
      return;
    }
    if (item.sound === "awaited") {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        item.sound = "none";
        if (!this.#current && this.#queue[0] === item) this.#next();
      }, AUDIO_WAIT_MS);
      return;
    }
    window.clearTimeout(this.#timer);
    this.#queue.shift();
    this.#said.push(item);
    this.#say(item);
  }

  /** The best rung that a sentence can take now. @param {Item} item @returns {Rung} */
  #rung(item) {
    // Muted in the middle: the silent sound keeps its clock, so unmuting joins in at once.
    if (item.buffer && this.#context?.state === "running") return "sound";
    const device = !item.buffer && !this.#muted && localVoice(item);
    return device ? "local" : "captions";
  }

  /** @param {Item} item */
  #say(item) {
    const rung = this.#rung(item);
    if (rung === "sound" && item.buffer && this.#context) {
      this.#sound(item, item.buffer, this.#context);
      return;
    }
    const voice = rung === "local" && localVoice(item);
    if (voice) {
      this.#speakLocally(item, voice);
      return;
    }
    if (item.buffer && !this.#muted) this.#events.onBlocked(true);
    this.#caption(item);
  }

  /** @param {Item} item @param {AudioBuffer} buffer @param {AudioContext} context */
  #sound(item, buffer, context) {
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#gain ?? context.destination);
    const start = context.currentTime + LEAD_SECONDS;
    source.start(start);
    source.addEventListener("ended", () => this.#ended(item));
    // A context that the system has taken away (a call, another device) never reports the end; the
    // sentence must not stand there for ever.
    const watchdog = window.setTimeout(
      () => this.#ended(item),
      buffer.duration * 1000 + AUDIO_WAIT_MS,
    );
    this.#begin(
      item,
      () => (context.currentTime - start) * 1000,
      "sound",
      () => {
        window.clearTimeout(watchdog);
        source.stop();
      },
    );
  }

  /** @param {Item} item @param {SpeechSynthesisVoice} voice */
  #speakLocally(item, voice) {
    const synthesis = window.speechSynthesis;
    const words = new SpeechSynthesisUtterance(item.speech.spoken);
    words.voice = voice;
    words.lang = voice.lang;
    let started = Number.POSITIVE_INFINITY;
    words.addEventListener("start", () => {
      started = performance.now();
    });
    words.addEventListener("end", () => this.#ended(item));
    words.addEventListener("error", () => this.#ended(item));
    synthesis.speak(words);
    // Some engines never report the end; the queue must not wait for them for ever.
    const limit = item.speech.duration * LOCAL_VOICE_PATIENCE + AUDIO_WAIT_MS;
    const watchdog = window.setTimeout(() => {
      synthesis.cancel();
      this.#ended(item);
    }, limit);
    const clock = () => Math.max(0, performance.now() - started);
    this.#begin(item, clock, "local", () => {
      window.clearTimeout(watchdog);
      synthesis.cancel();
    });
  }

  /** @param {Item} item */
  #caption(item) {
    const start = performance.now();
    const timer = window.setTimeout(() => this.#ended(item), item.speech.duration);
    const clock = () => performance.now() - start;
    this.#begin(item, clock, "captions", () => window.clearTimeout(timer));
  }

  /** @param {Item} item @param {Clock} clock @param {Rung} rung @param {() => void} end */
  #begin(item, clock, rung, end) {
    this.#current = { item, clock, end };
    this.#events.onSentence(item.speech, clock, rung);
  }

  /** @param {Item} item */
  #ended(item) {
    const current = this.#current;
    if (current?.item !== item) return;
    this.#current = null;
    // What still waits for this sentence (its watchdog) must not cut a later one.
    current.end();
    this.#events.onPlayed(item.speech.turn ?? "", item.speech.sentence, item.speech.duration);
    if (this.#queue.length === 0) {
      this.#events.onIdle();
      return;
    }
    this.#timer = window.setTimeout(() => {
      if (!this.#current) this.#next();
    }, PAUSE_MS);
  }
}
