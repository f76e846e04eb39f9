/**
 * The mouth while speaking: Oculus-15 visemes on the audio's clock, blended in time.
 *
 * Pure. At most two visemes are at work at any moment, the jaw never opens beyond JAW_LIMIT, and
 * speech leaves the corners to the tone, which may also restrain it (tones.js).
 */

import { clamp, MOUTH } from "./parameters.js";

/** @typedef {import("./parameters.js").Parameters} Parameters */
/**
 * @typedef {object} VisemeTrack parallel arrays, sorted by `times`; milliseconds
 * @property {readonly string[]} visemes
 * @property {readonly number[]} times
 * @property {readonly number[]} durations
 * @property {readonly number[]} weights
 */

export const ATTACK_MS = 50;
export const RELEASE_MS = 80;
/** Lips form a sound a little before it is heard. */
export const LEAD_MS = 25;
export const JAW_LIMIT = 0.8;

/** @type {Readonly<Record<string, Partial<Parameters>>>} */
export const VISEMES = Object.freeze({
  sil: {},
  PP: { jaw: 0, upper: -1, width: -0.1 },
  FF: { jaw: 0.06, upper: 0.7, teeth: 0.8 },
  TH: { jaw: 0.26, teeth: 0.09, tongue: 1, width: 0.1 },
  DD: { jaw: 0.25, teeth: 0.3, tongue: 0.8 },
  kk: { jaw: 0.35, teeth: 0.2, tongue: 0.3 },
  CH: { jaw: 0.15, teeth: 1, round: 0.35, upper: 0.3 },
  SS: { jaw: 0.15, teeth: 1, width: 0.3, upper: 0.15 },
  nn: { jaw: 0.25, teeth: 0.12, tongue: 0.8 },
  RR: { jaw: 0.3, round: 0.4, tongue: 0.3 },
  aa: { jaw: 0.8, width: 0.1, teeth: 0.3, tongue: 0.1 },
  E: { jaw: 0.45, width: 0.5, teeth: 0.45, tongue: 0.25 },
  I: { jaw: 0.25, width: 0.7, teeth: 0.7, tongue: 0.2 },
  O: { jaw: 0.55, round: 0.7 },
  U: { jaw: 0.25, round: 1 },
});

/**
 * How strongly the viseme at `index` works at `ms`, 0…1 times its weight.
 *
 * Its hold and its release end before the next but one begins, which is what keeps two at most.
 * @param {VisemeTrack} track
 * @param {number} index
 * @param {number} ms
 */
function strengthAt(track, index, ms) {
  const start = track.times[index] - LEAD_MS;
  const limit = index + 2 < track.times.length ? track.times[index + 2] - LEAD_MS : Infinity;
  const length = Math.min(track.durations[index], limit - start);
  if (length <= 0) return 0;
  const attack = Math.min(ATTACK_MS, length);
  const end = start + length;
  const release = Math.min(RELEASE_MS, limit - end);
  let share = 0;
  if (ms >= start && ms < end) share = Math.min(1, (ms - start) / attack);
  else if (ms >= end && ms < end + release) share = 1 - (ms - end) / release;
  return share * clamp(track.weights[index] ?? 1, 0, 1);
}

/**
 * The visemes at work at a moment, at most two, their strengths summing to at most 1.
 * @param {VisemeTrack} track
 * @param {number} ms on the audio's clock
 * @returns {{ viseme: string, strength: number }[]}
 */
export function activeAt(track, ms) {
  let low = 0;
  let high = track.times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (track.times[middle] - LEAD_MS <= ms) low = middle + 1;
    else high = middle;
  }
  const active = [];
  for (let index = Math.max(0, low - 2); index < low; index += 1) {
    const strength = strengthAt(track, index, ms);
    const viseme = track.visemes[index];
    if (strength > 0 && viseme !== "sil" && viseme in VISEMES) active.push({ viseme, strength });
  }
  const sum = active.reduce((total, { strength }) => total + strength, 0);
  if (sum > 1) for (const entry of active) entry.strength /= sum;
  return active;
}

/** When the last viseme has let go, in ms. @param {VisemeTrack} track */
export function endOf(track) {
  return track.times.reduce(
    (latest, time, i) => Math.max(latest, time + track.durations[i] + RELEASE_MS),
    0,
  );
}

/**
 * The mouth at a moment: speech gives the opening, `quiet` (the tone's mouth) the corners and what
 * speech leaves free.
 * @param {VisemeTrack} track
 * @param {number} ms
 * @param {Parameters} quiet
 * @param {Partial<Parameters>} [shares] by what speech's movements are multiplied; missing = 1
 * @returns {Partial<Parameters>}
 */
export function mouthAt(track, ms, quiet, shares = {}) {
  const active = activeAt(track, ms);
  const spoken = active.reduce((total, { strength }) => total + strength, 0);
  /** @type {Partial<Parameters>} */
  const mouth = {};
  for (const name of MOUTH)
    mouth[name] = name === "smile" ? quiet.smile : quiet[name] * (1 - spoken);
  for (const { viseme, strength } of active) {
    for (const [name, value] of Object.entries(VISEMES[viseme])) {
      mouth[name] =
        /** @type {number} */ (mouth[name]) +
        /** @type {number} */ (value) * strength * (shares[name] ?? 1);
    }
  }
  mouth.jaw = Math.min(JAW_LIMIT, /** @type {number} */ (mouth.jaw));
  return mouth;
}

/** Beats at least this far apart, so that the head does not tick. */
const BEAT_GAP_MS = 900;
const BEAT_MS = 320;
const STRESSED = new Set(["aa", "O", "E", "I", "U"]);

/**
 * Moments for a small nod: the longest, strongest vowels, well apart.
 * @param {VisemeTrack} track
 * @returns {number[]}
 */
export function beatsOf(track) {
  const vowels = track.visemes
    .map((viseme, i) => ({
      viseme,
      time: track.times[i],
      size: track.durations[i] * (track.weights[i] ?? 1),
    }))
    .filter(({ viseme, size }) => STRESSED.has(viseme) && size >= 70)
    .sort((a, b) => b.size - a.size || a.time - b.time);
  /** @type {number[]} */
  const beats = [];
  for (const { time } of vowels) {
    if (beats.every((other) => Math.abs(other - time) >= BEAT_GAP_MS)) beats.push(time);
  }
  return beats.sort((a, b) => a - b);
}

/**
 * The head's and brows' share in a beat.
 * @param {readonly number[]} beats
 * @param {number} ms
 * @returns {Partial<Parameters>}
 */
export function beatOffsets(beats, ms) {
  const beat = beats.find((time) => ms > time - 60 && ms < time - 60 + BEAT_MS);
  if (beat === undefined) return {};
  const size = (1 - Math.cos((2 * Math.PI * (ms - beat + 60)) / BEAT_MS)) / 2;
  return { pitch: 0.3 * size, browIn: 0.16 * size, browOut: 0.2 * size };
}
