/**
 * Tones and gestures: what each does to the face. The closed lists are those of the protocol.
 *
 * A tone is a set of offsets to the rest pose at full strength; a gesture is a short movement that
 * begins and ends at nothing. Pure: tone or time in, offsets out.
 */

/** @typedef {import("./parameters.js").Parameters} Parameters */
/** @typedef {"neutral" | "warm" | "glad" | "encouraging" | "calm" | "serious" | "empathetic" | "apologetic" | "curious"} Tone */
/** @typedef {"none" | "nod" | "small_nod" | "bow" | "tilt" | "brows"} Gesture */

/** Whoever is comforted or told of a failure is spoken to softly: a wide round mouth is alarm. */
const SOFT = Object.freeze({ jaw: 0.52, width: 0.5, round: 0.4, teeth: 0.25 });
/** Raised brows over a wide round mouth are a fright; a question is asked with less. */
const ASKING = Object.freeze({ jaw: 0.75, round: 0.6 });
/** Narrow and with hardly a tooth in sight: what is stretched sideways reads as a smile. */
const GRAVE = Object.freeze({ jaw: 0.62, width: 0, round: 0.55, teeth: 0.08 });

/**
 * Offsets at intensity 1, how fast the breath goes (1 = 4 s), and how much of its movements
 * speech keeps (missing = all).
 * @type {Readonly<Record<Tone, { offsets: Partial<Parameters>, breathRate: number,
 *   speech?: Partial<Parameters> }>>}
 */
const TABLE = Object.freeze({
  neutral: { offsets: {}, breathRate: 1 },
  warm: {
    offsets: { smile: 0.6, browOut: 0.15, browIn: 0.12, squint: 0.22, blush: 0.3, roll: 0.12 },
    breathRate: 1,
  },
  glad: {
    offsets: {
      smile: 0.8,
      squint: 0.45,
      browOut: 0.3,
      browIn: 0.2,
      blush: 0.5,
      jaw: 0.26,
      teeth: 0.95,
      upper: 0.3,
      width: 0.2,
      pitch: -0.12,
    },
    breathRate: 1.08,
  },
  encouraging: {
    offsets: {
      smile: 0.6,
      browOut: 0.5,
      browIn: 0.5,
      lidL: -0.2,
      lidR: -0.2,
      pitch: 0.2,
      lean: 0.25,
      blush: 0.25,
    },
    breathRate: 1,
  },
  calm: {
    offsets: {
      smile: 0.3,
      lidL: 0.17,
      lidR: 0.17,
      squint: 0.12,
      browOut: -0.2,
      browIn: 0.1,
      pitch: 0.05,
    },
    breathRate: 0.72,
    speech: SOFT,
  },
  serious: {
    offsets: {
      smile: -0.42,
      browIn: -0.72,
      browOut: -0.42,
      squint: 0.28,
      lidL: 0.05,
      lidR: 0.05,
      upper: -0.34,
      pitch: 0.14,
    },
    breathRate: 0.95,
    speech: GRAVE,
  },
  empathetic: {
    offsets: {
      // Against the rest pose's smile: whoever is comforted is not smiled at.
      smile: -0.34,
      browIn: 0.75,
      browOut: -0.3,
      roll: 0.5,
      pitch: 0.1,
      lidL: 0.08,
      lidR: 0.08,
      lean: 0.2,
    },
    breathRate: 0.85,
    speech: SOFT,
  },
  apologetic: {
    offsets: {
      smile: -0.22,
      browIn: 0.6,
      browOut: -0.35,
      gazeY: 0.42,
      lidL: 0.08,
      lidR: 0.08,
      pitch: 0.55,
      lean: 0.6,
      upper: -0.2,
    },
    breathRate: 0.9,
    speech: SOFT,
  },
  curious: {
    offsets: {
      smile: 0.16,
      browTilt: 0.7,
      browIn: 0.22,
      browOut: 0.2,
      roll: -0.5,
      yaw: 0.15,
      lidL: -0.2,
      lean: 0.15,
    },
    breathRate: 1,
    speech: ASKING,
  },
});

/** @type {readonly Tone[]} */
export const TONES = Object.freeze(/** @type {Tone[]} */ (Object.keys(TABLE)));

/**
 * The tone's offsets at a strength; an unknown tone reads as neutral.
 * @param {string} tone
 * @param {number} intensity 0…1
 * @returns {Partial<Parameters>}
 */
export function toneOffsets(tone, intensity) {
  const { offsets } = TABLE[/** @type {Tone} */ (tone)] ?? TABLE.neutral;
  const share = shareAt(intensity);
  return Object.fromEntries(
    Object.entries(offsets).map(([name, value]) => [name, /** @type {number} */ (value) * share]),
  );
}

/** The first half of the scale already shows the tone; the second deepens it.
 * @param {number} intensity */
function shareAt(intensity) {
  return Number.isFinite(intensity) ? Math.sqrt(Math.min(1, Math.max(0, intensity))) : 0;
}

/** What of the mouth a tone restrains while it speaks. */
const RESTRAINED = Object.freeze(["jaw", "width", "round", "teeth"]);

/**
 * By what the movements of speech are multiplied in a tone, 0…1 each.
 * @param {string} tone
 * @param {number} intensity 0…1
 * @returns {Partial<Parameters>}
 */
export function speechShares(tone, intensity) {
  const { speech = {} } = TABLE[/** @type {Tone} */ (tone)] ?? TABLE.neutral;
  const share = shareAt(intensity);
  return Object.fromEntries(
    RESTRAINED.map((name) => [name, 1 + ((speech[name] ?? 1) - 1) * share]),
  );
}

/** How fast the breath goes in a tone. @param {string} tone @param {number} intensity */
export function breathRate(tone, intensity) {
  const { breathRate: rate } = TABLE[/** @type {Tone} */ (tone)] ?? TABLE.neutral;
  return 1 + (rate - 1) * Math.min(1, Math.max(0, intensity));
}

/** Half a wave: 0 at both ends of `span`, 1 in the middle. @param {number} ms @param {number} span */
const wave = (ms, span) =>
  ms <= 0 || ms >= span ? 0 : (1 - Math.cos((2 * Math.PI * ms) / span)) / 2;

/** Rises, stays, falls. @param {number} ms @param {number} rise @param {number} stay */
function plateau(ms, rise, stay) {
  if (ms < rise) return wave(ms, 2 * rise);
  if (ms <= rise + stay) return 1;
  return wave(ms - stay, 2 * rise);
}

/** Gesture → length in ms and its offsets at a time. */
const GESTURE_TABLE = Object.freeze({
  none: { span: 0, at: () => ({}) },
  nod: {
    span: 980,
    at: (/** @type {number} */ ms) => ({
      pitch: 0.75 * wave(ms, 520) + 0.45 * wave(ms - 480, 500),
    }),
  },
  small_nod: { span: 560, at: (/** @type {number} */ ms) => ({ pitch: 0.5 * wave(ms, 560) }) },
  bow: {
    span: 1700,
    at: (/** @type {number} */ ms) => {
      const down = plateau(ms, 560, 580);
      return { lean: 0.8 * down, pitch: 0.7 * down, gazeY: 0.45 * down };
    },
  },
  tilt: { span: 1500, at: (/** @type {number} */ ms) => ({ roll: 0.45 * plateau(ms, 380, 740) }) },
  brows: {
    span: 620,
    at: (/** @type {number} */ ms) => ({
      browOut: 0.45 * plateau(ms, 180, 260),
      browIn: 0.35 * plateau(ms, 180, 260),
    }),
  },
});

/** @type {readonly Gesture[]} */
export const GESTURES = Object.freeze(/** @type {Gesture[]} */ (Object.keys(GESTURE_TABLE)));

/**
 * A gesture's offsets `ms` after it began; none before and after its time.
 * @param {string} gesture
 * @param {number} ms
 * @returns {Partial<Parameters>}
 */
export function gestureOffsets(gesture, ms) {
  const entry = GESTURE_TABLE[/** @type {Gesture} */ (gesture)] ?? GESTURE_TABLE.none;
  return ms <= 0 || ms >= entry.span ? {} : entry.at(ms);
}
