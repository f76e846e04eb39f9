/**
 * What never stops: breath, blinks, glances and the head's small drift.
 *
 * Pure functions of a time in ms and a seed: the same seed lives the same life. Schedules are laid
 * out from the seed as far as they are asked for and remembered.
 */

import { clamp } from "./parameters.js";

/** @typedef {import("./parameters.js").Parameters} Parameters */
/** @typedef {"idle" | "listening" | "thinking" | "speaking"} State */

/** @type {readonly State[]} */
export const STATES = Object.freeze(["idle", "listening", "thinking", "speaking"]);

export const BREATH_MS = 4000;
export const BLINK_MS = 150;
export const BLINK_GAP_MS = Object.freeze([2000, 6000]);
export const GLANCE_GAP_MS = Object.freeze([800, 2500]);
/** Of a doubled blink, from the first's start to the second's. */
const DOUBLE_MS = 240;
const DOUBLE_SHARE = 0.14;

/** Part of the time that the eyes rest on the visitor. */
export const ON_VISITOR = Object.freeze({
  idle: 0.6,
  listening: 0.7,
  thinking: 0.08,
  speaking: 0.76,
});

/** Schedules repeat after an hour, so that a screen which runs for weeks remembers no more than that. */
const HORIZON_MS = 3_600_000;

/** A small seeded generator of numbers in 0…1 (mulberry32). @param {number} seed */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @typedef {object} Moment
 * @property {number} time when it begins
 * @property {number} until when the next one begins
 * @property {number} first a random number of its own
 * @property {number} second
 * @property {number} third
 */

/** @typedef {{ at: (ms: number) => Moment, upTo: (ms: number) => Moment[] }} Schedule */

/**
 * Moments one after another, the gap between two drawn by `gap`.
 * @param {number} seed
 * @param {(random: () => number) => number} gap
 * @returns {Schedule}
 */
function schedule(seed, gap) {
  const random = randomFrom(seed);
  /** @type {Moment[]} */
  const moments = [];
  let next = 0;
  const extend = (/** @type {number} */ ms) => {
    while (next <= ms) {
      const time = next;
      next += Math.round(gap(random));
      moments.push({ time, until: next, first: random(), second: random(), third: random() });
    }
  };
  return {
    at(clock) {
      const ms = ((clock % HORIZON_MS) + HORIZON_MS) % HORIZON_MS;
      extend(ms);
      let low = 0;
      let high = moments.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (moments[middle].time <= ms) low = middle;
        else high = middle - 1;
      }
      return moments[low];
    },
    upTo(ms) {
      extend(ms);
      return moments.filter(({ time }) => time <= ms);
    },
  };
}

/** A gap between blinks: log-normal about 3.4 s, kept in range. @param {() => number} random */
function blinkGap(random) {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return clamp(3400 * Math.exp(0.36 * normal), BLINK_GAP_MS[0], BLINK_GAP_MS[1]);
}

/** @param {() => number} random */
const glanceGap = (random) => GLANCE_GAP_MS[0] + (GLANCE_GAP_MS[1] - GLANCE_GAP_MS[0]) * random();

/** @type {Map<number, { blinks: Schedule, glances: Schedule }>} */
const known = new Map();

/** @param {number} seed */
function schedules(seed) {
  let found = known.get(seed);
  if (!found) {
    found = { blinks: schedule(seed, blinkGap), glances: schedule(seed ^ 0x51f15e, glanceGap) };
    known.set(seed, found);
  }
  return found;
}

/** How far the breath is in, 0…1; in goes faster than out. @param {number} ms */
export function breathAt(ms) {
  const phase = (((ms % BREATH_MS) + BREATH_MS) % BREATH_MS) / BREATH_MS;
  const inhale = 0.42;
  return phase < inhale
    ? (1 - Math.cos((Math.PI * phase) / inhale)) / 2
    : (1 + Math.cos((Math.PI * (phase - inhale)) / (1 - inhale))) / 2;
}

/** How closed the lids are `ms` into a blink: down fast, up slower. @param {number} ms */
function blinkShape(ms) {
  if (ms <= 0 || ms >= BLINK_MS) return 0;
  const down = BLINK_MS * 0.36;
  const shut = BLINK_MS * 0.5;
  if (ms < down) return ms / down;
  if (ms < shut) return 1;
  const left = 1 - (ms - shut) / (BLINK_MS - shut);
  return left * left * (3 - 2 * left);
}

/**
 * How closed the lids are, 0…1.
 * @param {number} ms
 * @param {number} seed
 */
export function blinkAt(ms, seed) {
  const { time, first } = schedules(seed).blinks.at(ms);
  if (time === 0) return 0;
  const since = (ms % HORIZON_MS) - time;
  const once = blinkShape(since);
  return first < DOUBLE_SHARE ? Math.max(once, blinkShape(since - DOUBLE_MS)) : once;
}

/** The beginnings of all blinks up to a time (a doubled blink counts once). @param {number} ms @param {number} seed */
export function blinksUpTo(ms, seed) {
  return schedules(seed)
    .blinks.upTo(ms)
    .map(({ time }) => time)
    .filter((time) => time > 0);
}

/**
 * Where the eyes are aimed, −1…1 each, and whether at the visitor.
 * @param {number} ms
 * @param {number} seed
 * @param {State} state
 * @returns {{ x: number, y: number, onVisitor: boolean }}
 */
export function gazeAt(ms, seed, state) {
  const { first, second, third } = schedules(seed).glances.at(ms);
  const onVisitor = first < ON_VISITOR[state];
  const [a, b] = [second - 0.5, third - 0.5];
  // Even on the visitor the eyes wander over the other's face.
  if (onVisitor) return { x: 0.09 * a, y: 0.07 * b, onVisitor };
  if (state === "thinking") return { x: 0.68 + 0.22 * a, y: -0.72 + 0.24 * b, onVisitor };
  if (state === "idle") return { x: 0.7 * a, y: 0.1 + 0.3 * b, onVisitor };
  return { x: 0.5 * a, y: 0.12 + 0.22 * b, onVisitor };
}

/**
 * The slow drift of the head, and what the state adds to it.
 * @param {number} ms
 * @param {number} seed
 * @param {State} state
 * @returns {Partial<Parameters>}
 */
export function headAt(ms, seed, state) {
  const phase = (seed % 997) * 0.7;
  const slow = (/** @type {number} */ period, /** @type {number} */ shift) =>
    Math.sin((2 * Math.PI * ms) / period + phase + shift);
  const size = state === "speaking" ? 1.5 : 1;
  return {
    yaw: size * (0.07 * slow(7300, 0) + 0.04 * slow(3100, 1)) + (state === "thinking" ? 0.34 : 0),
    pitch:
      size * (0.05 * slow(5900, 2) + 0.02 * slow(2300, 4)) +
      (state === "thinking" ? -0.24 : state === "listening" ? 0.06 : 0),
    roll:
      size * (0.06 * slow(8700, 3)) +
      (state === "thinking" ? 0.16 : state === "listening" ? 0.14 : 0),
  };
}

/** What a state does to the face besides gaze and head. @type {Readonly<Record<State, Partial<Parameters>>>} */
const STATE_FACE = Object.freeze({
  idle: {},
  listening: { browIn: 0.14, browOut: 0.16, lean: 0.16, smile: 0.06 },
  thinking: { browIn: 0.06, browTilt: 0.2, squint: 0.14, upper: -0.12 },
  speaking: {},
});

/**
 * All of it as offsets to a pose.
 * @param {number} ms
 * @param {{ seed: number, state: State, breathMs: number, still?: boolean }} options `breathMs` is
 *   the breath's own clock, which a calm tone slows; `still` is reduced motion: only what the state
 *   means remains
 * @returns {Partial<Parameters>}
 */
export function life(ms, { seed, state, breathMs, still = false }) {
  const face = STATE_FACE[state];
  if (still) {
    const thinking = state === "thinking";
    return {
      ...face,
      gazeX: thinking ? 0.68 : 0,
      gazeY: thinking ? -0.72 : 0,
      yaw: thinking ? 0.34 : 0,
    };
  }
  const gaze = gazeAt(ms, seed, state);
  const lids = blinkAt(ms, seed);
  return {
    ...face,
    ...headAt(ms, seed, state),
    gazeX: gaze.x,
    gazeY: gaze.y,
    lidL: lids,
    lidR: lids,
    breath: breathAt(breathMs),
  };
}
