/**
 * `<yingbin-figure>`: the drawn receptionist as a custom element.
 *
 * Attributes
 *   state      idle | listening | thinking | speaking (default idle)
 *   tone       neutral | warm | glad | encouraging | calm | serious | empathetic | apologetic | curious
 *   intensity  0…1 (default 0.5)
 *   compact    present: only the head, for small places
 *   theme      light | dark; absent: as the system says
 *   still      present: as with reduced motion
 *   seed       a whole number; the same seed blinks at the same moments
 *   label      what a screen reader calls the picture; absent: the picture is decoration
 *
 * Methods: setTone, setState, speak, stopSpeaking, lookAt, setParameters.
 *
 * Events (none bubbles)
 *   figure-speech-start   the first sound's time was reached
 *   figure-speech-end     the track's last sound is over, or stopSpeaking was called
 *
 * CSS: the host is a block; give it a width. Colours: `--figure-<name>`, names in drawing.js;
 * `--figure-radius` rounds the compact crop (default 50%).
 * Parts: `picture` (the svg).
 *
 * Until the element is defined its children show: put `<img src="poster.svg" alt="">` inside.
 */

import { DEFINITIONS, ELEMENT_STYLE, NAMED, PARTS, VIEW_HEAD, VIEW_WHOLE } from "./drawing.js";
import { blended, eased, followed, poseOf, TONE_BLEND_MS } from "./expression.js";
import { life, STATES } from "./life.js";
import { clamp, MOUTH, pose } from "./parameters.js";
import { shapes } from "./shapes.js";
import { breathRate, speechShares, toneOffsets } from "./tones.js";
import { beatsOf, endOf, RELEASE_MS } from "./visemes.js";

/** @typedef {import("./parameters.js").Parameters} Parameters */

const SVG = "http://www.w3.org/2000/svg";
/** After a pause (hidden page, slow frame) time goes on from there instead of jumping. */
const LONGEST_STEP_MS = 100;

const HOST_STYLE = `
:host{display:block;aspect-ratio:4/5;contain:content}
:host([compact]){aspect-ratio:1;border-radius:var(--figure-radius,50%);background:var(--_plate)}
:host([hidden]){display:none}
svg{display:block;width:100%;height:100%}
`;

/** One sheet for all figures; a constructed one needs no permission for inline styles. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(HOST_STYLE + ELEMENT_STYLE);

export class YingbinFigure extends HTMLElement {
  static observedAttributes = ["state", "tone", "intensity", "compact", "still", "seed", "label"];

  /** @type {Map<string, SVGElement>} */
  #nodes = new Map();
  /** @type {Map<string, string | number>} what was written last, by "part attribute" */
  #written = new Map();
  #picture = document.createElementNS(SVG, "svg");
  #frame = 0;
  #last = 0;
  #time = 0;
  #breath = 0;
  #onScreen = true;
  #reduced = matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {IntersectionObserver | undefined} */
  #watcher;

  /** @type {import("./life.js").State} */
  #state = "idle";
  #tone = "neutral";
  #intensity = 0.5;
  /** @type {Partial<Parameters>} */
  #toneFrom = {};
  #sharesFrom = speechShares("neutral", 0);
  #toneSince = -Infinity;
  #gesture = { kind: "none", since: 0 };
  /** @type {Partial<Parameters>} */
  #life = {};
  #look = { x: 0, y: 0 };
  /** @type {Partial<Parameters> | undefined} */
  #fixed;
  /** @type {{ track: import("./visemes.js").VisemeTrack, clock: () => number, end: number, beats: number[], begun: boolean } | undefined} */
  #speech;
  /** The mouth where the last speech was cut, let go over one release. @type {Partial<Parameters>} */
  #cut = {};
  #cutSince = -Infinity;
  /** @type {Parameters} */
  #pose = pose();

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const definitions = document.createElementNS(SVG, "defs");
    for (const part of DEFINITIONS) this.#build(part, definitions);
    this.#picture.append(definitions);
    for (const part of PARTS) this.#build(part, this.#picture);
    this.#picture.setAttribute("part", "picture");
    root.append(this.#picture);
  }

  connectedCallback() {
    this.#describe();
    document.addEventListener("visibilitychange", this.#wake);
    this.#reduced.addEventListener("change", this.#wake);
    this.#watcher = new IntersectionObserver(([entry]) => {
      this.#onScreen = entry.isIntersecting;
      this.#wake();
    });
    this.#watcher.observe(this);
    this.#paint(0);
    this.#wake();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.#wake);
    this.#reduced.removeEventListener("change", this.#wake);
    this.#watcher?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** @param {string} name @param {string | null} _before @param {string | null} value */
  attributeChangedCallback(name, _before, value) {
    if (name === "state") this.setState(value ?? "idle");
    else if (name === "tone" || name === "intensity") {
      const strength = Number.parseFloat(this.getAttribute("intensity") ?? "0.5");
      this.setTone(this.getAttribute("tone") ?? "neutral", strength);
    } else this.#describe();
    if (this.isConnected) this.#wake();
  }

  get compact() {
    return this.hasAttribute("compact");
  }

  set compact(value) {
    this.toggleAttribute("compact", Boolean(value));
  }

  /** Reduced motion, from the system or the `still` attribute. */
  get still() {
    return this.#reduced.matches || this.hasAttribute("still");
  }

  /** The pose that is drawn now. @returns {Readonly<Parameters>} */
  get parameters() {
    return { ...this.#pose };
  }

  /**
   * Change the expression within 250 ms; with a gesture, make it once.
   * @param {string} tone
   * @param {number} [intensity] 0…1
   * @param {string} [gesture] none | nod | small_nod | bow | tilt | brows
   */
  setTone(tone, intensity = 0.5, gesture = "none") {
    [this.#toneFrom, this.#sharesFrom] = [this.#toneNow(), this.#sharesNow()];
    this.#tone = tone;
    this.#intensity = Number.isFinite(intensity) ? clamp(intensity, 0, 1) : 0.5;
    this.#toneSince = this.#time;
    if (gesture !== "none") this.#gesture = { kind: gesture, since: this.#time };
    this.#wake();
  }

  /** @param {string} state idle | listening | thinking | speaking; anything else is idle */
  setState(state) {
    const known = STATES.find((name) => name === state);
    this.#state = known ?? "idle";
    this.#wake();
  }

  /**
   * Move the mouth along a track. A running one is replaced.
   * @param {import("./visemes.js").VisemeTrack} track
   * @param {() => number} clock milliseconds on the track's (the audio's) clock; may begin below 0
   */
  speak(track, clock) {
    this.#letGo();
    this.#speech = { track, clock, end: endOf(track), beats: beatsOf(track), begun: false };
    this.#wake();
  }

  /** Close the mouth within one release; nothing happens when it does not speak. */
  stopSpeaking() {
    if (!this.#speech) return;
    this.#letGo();
    this.#speech = undefined;
    this.dispatchEvent(new Event("figure-speech-end"));
    this.#wake();
  }

  /**
   * Where the visitor is, seen from the figure: −1…1 to the viewer's right and downwards.
   * @param {number} x
   * @param {number} y
   */
  lookAt(x, y) {
    this.#look = { x: clamp(x || 0, -1, 1), y: clamp(y || 0, -1, 1) };
    this.#wake();
  }

  /**
   * Hold exactly this pose (what is missing rests) until called with nothing. For tests and sheets.
   * @param {Partial<Parameters>} [parameters]
   */
  setParameters(parameters) {
    this.#fixed = parameters;
    this.#paint(0);
    this.#wake();
  }

  /** @param {import("./drawing.js").Part} part @param {Element} parent */
  #build(part, parent) {
    const node = /** @type {SVGElement} */ (document.createElementNS(SVG, part.tag));
    if (NAMED.includes(part.tag)) node.id = part.id;
    if (part.paint) node.setAttribute("class", part.paint);
    if (part.clip) node.setAttribute("clip-path", `url(#${part.clip})`);
    for (const [name, value] of Object.entries(part.fixed ?? {}))
      node.setAttribute(name, String(value));
    for (const inner of part.parts ?? []) this.#build(inner, node);
    this.#nodes.set(part.id, node);
    parent.append(node);
  }

  #describe() {
    const label = this.getAttribute("label");
    this.#picture.setAttribute("viewBox", this.compact ? VIEW_HEAD : VIEW_WHOLE);
    if (label) {
      this.#picture.setAttribute("role", "img");
      this.#picture.setAttribute("aria-label", label);
      this.#picture.removeAttribute("aria-hidden");
    } else {
      this.#picture.removeAttribute("role");
      this.#picture.removeAttribute("aria-label");
      this.#picture.setAttribute("aria-hidden", "true");
    }
  }

  get #seed() {
    return Number.parseInt(this.getAttribute("seed") ?? "7", 10) || 7;
  }

  /** How far the change to the present tone has come, 0…1. */
  get #toneShare() {
    return this.still ? 1 : eased((this.#time - this.#toneSince) / TONE_BLEND_MS);
  }

  #toneNow() {
    return blended(this.#toneFrom, toneOffsets(this.#tone, this.#intensity), this.#toneShare);
  }

  #sharesNow() {
    return blended(this.#sharesFrom, speechShares(this.#tone, this.#intensity), this.#toneShare);
  }

  /** Remember the mouth as it is, so that it closes instead of jumping. */
  #letGo() {
    if (!this.#speech) return;
    this.#cut = Object.fromEntries(MOUTH.map((name) => [name, this.#pose[name]]));
    this.#cutSince = this.#time;
  }

  #wake = () => {
    if (this.#frame !== 0 || !this.isConnected || document.hidden || !this.#onScreen) return;
    this.#last = 0;
    this.#frame = requestAnimationFrame(this.#step);
  };

  #step = (/** @type {number} */ now) => {
    this.#frame = 0;
    if (!this.isConnected || document.hidden || !this.#onScreen) return;
    const elapsed = this.#last === 0 ? 0 : Math.min(now - this.#last, LONGEST_STEP_MS);
    this.#last = now;
    this.#paint(elapsed);
    // A still figure, or one held in a pose, needs frames only while it speaks.
    const quiet = this.#fixed !== undefined || (this.still && !this.#speech);
    if (!quiet) this.#frame = requestAnimationFrame(this.#step);
  };

  /** @param {number} elapsed */
  #paint(elapsed) {
    this.#time += elapsed;
    this.#breath += elapsed * breathRate(this.#tone, this.#intensity);
    this.#pose = this.#fixed ? pose(this.#fixed) : this.#poseNow(elapsed);
    const drawing = shapes(this.#pose);
    for (const id in drawing) {
      const attributes = drawing[id];
      for (const name in attributes) {
        const key = `${id} ${name}`;
        const value = attributes[name];
        if (this.#written.get(key) === value) continue;
        this.#written.set(key, value);
        this.#nodes.get(id)?.setAttribute(name, String(value));
      }
    }
  }

  /** @param {number} elapsed @returns {Parameters} */
  #poseNow(elapsed) {
    const { still } = this;
    const wished = life(this.#time, {
      seed: this.#seed,
      state: this.#state,
      breathMs: this.#breath,
      still,
    });
    this.#life = still ? wished : followed(this.#life, wished, elapsed);
    const result = poseOf({
      tone: this.#toneNow(),
      shares: this.#sharesNow(),
      life: this.#life,
      gesture: still
        ? undefined
        : { kind: this.#gesture.kind, ms: this.#time - this.#gesture.since },
      speech: this.#speechNow(),
      look: this.#look,
    });
    const share = (this.#time - this.#cutSince) / RELEASE_MS;
    if (share < 1 && !still) {
      for (const name of MOUTH) {
        const from = this.#cut[name] ?? result[name];
        result[name] = from + (result[name] - from) * share;
      }
    }
    return result;
  }

  #speechNow() {
    const speech = this.#speech;
    if (!speech) return undefined;
    const ms = speech.clock();
    if (!Number.isFinite(ms)) return undefined;
    if (!speech.begun && ms >= (speech.track.times[0] ?? 0)) {
      speech.begun = true;
      this.dispatchEvent(new Event("figure-speech-start"));
    }
    if (ms > speech.end) {
      this.#speech = undefined;
      this.dispatchEvent(new Event("figure-speech-end"));
      return undefined;
    }
    return { track: speech.track, ms, beats: this.still ? [] : speech.beats };
  }
}

if (!customElements.get("yingbin-figure")) customElements.define("yingbin-figure", YingbinFigure);
