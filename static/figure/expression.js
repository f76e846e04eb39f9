/**
 * Puts tone, state, gesture, beats and speech together into one pose. Pure.
 *
 * The order of precedence: speech owns the mouth's opening; the tone owns the corners, brows and
 * lids; life adds breath, gaze and drift; a blink closes whatever lid the tone left open.
 */

import { added, clamp, NAMES, REST } from "./parameters.js";
import { gestureOffsets } from "./tones.js";
import { beatOffsets, mouthAt } from "./visemes.js";

/** @typedef {import("./parameters.js").Parameters} Parameters */

export const TONE_BLEND_MS = 250;

/** Time constants in ms with which the body follows what it means to do; lids and breath are exact. */
const FOLLOW_MS = Object.freeze({
  gazeX: 26,
  gazeY: 26,
  yaw: 150,
  pitch: 130,
  roll: 170,
  lean: 190,
});
const FOLLOW_OTHERS_MS = 90;
const EXACT = new Set(["lidL", "lidR", "breath"]);

/** Soft at both ends. @param {number} share 0…1 */
export const eased = (share) => {
  const t = clamp(share, 0, 1);
  return t * t * (3 - 2 * t);
};

/**
 * Offsets between two sets of offsets; a missing one is 0.
 * @param {Partial<Parameters>} first
 * @param {Partial<Parameters>} second
 * @param {number} share
 * @returns {Partial<Parameters>}
 */
export function blended(first, second, share) {
  /** @type {Partial<Parameters>} */
  const result = {};
  for (const name of NAMES) {
    const [a, b] = [first[name] ?? 0, second[name] ?? 0];
    if (a !== 0 || b !== 0) result[name] = a * (1 - share) + b * share;
  }
  return result;
}

/**
 * One step of the body towards what life asks for.
 * @param {Partial<Parameters>} current
 * @param {Partial<Parameters>} target
 * @param {number} elapsed ms since the last step
 * @returns {Partial<Parameters>}
 */
export function followed(current, target, elapsed) {
  /** @type {Partial<Parameters>} */
  const result = {};
  for (const name of NAMES) {
    const [from, to] = [current[name] ?? 0, target[name] ?? 0];
    if (from === to) {
      if (to !== 0) result[name] = to;
      continue;
    }
    const constant = FOLLOW_MS[/** @type {keyof typeof FOLLOW_MS} */ (name)] ?? FOLLOW_OTHERS_MS;
    result[name] = EXACT.has(name) ? to : to + (from - to) * Math.exp(-elapsed / constant);
  }
  return result;
}

/**
 * The pose of a moment.
 * @param {object} parts
 * @param {Partial<Parameters>} parts.tone offsets, already blended
 * @param {Partial<Parameters>} [parts.shares] by what the tone multiplies speech's movements
 * @param {Partial<Parameters>} [parts.life]
 * @param {{ kind: string, ms: number }} [parts.gesture]
 * @param {{ track: import("./visemes.js").VisemeTrack, ms: number, beats: readonly number[] }} [parts.speech]
 * @param {{ x: number, y: number }} [parts.look] where the visitor is, −1…1 each
 * @returns {Parameters}
 */
export function poseOf({ tone, shares = {}, life = {}, gesture, speech, look }) {
  const { lidL = 0, lidR = 0, ...moving } = life;
  const aimed = look
    ? { gazeX: 0.7 * look.x, gazeY: 0.7 * look.y, yaw: 0.35 * look.x, pitch: 0.3 * look.y }
    : {};
  const result = added(
    REST,
    tone,
    moving,
    aimed,
    gesture ? gestureOffsets(gesture.kind, gesture.ms) : {},
    speech ? beatOffsets(speech.beats, speech.ms) : {},
  );
  result.lidL += (1 - result.lidL) * clamp(lidL, 0, 1);
  result.lidR += (1 - result.lidR) * clamp(lidR, 0, 1);
  return speech ? Object.assign(result, mouthAt(speech.track, speech.ms, result, shares)) : result;
}
