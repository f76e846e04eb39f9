/**
 * The numbers that pose the figure: their names, ranges and the rest pose.
 *
 * Every part of the drawing reads only these. Values outside a range are brought back to its edge,
 * so that no caller can break the drawing.
 */

/** @typedef {Record<string, number>} Parameters */

/**
 * Name → [lowest, highest]. At 0 everything rests but the smile, see REST.
 * @type {Readonly<Record<string, readonly [number, number]>>}
 */
export const RANGES = Object.freeze({
  // mouth
  jaw: [0, 1],
  width: [-1, 1],
  round: [0, 1],
  /** −1 lips pressed together, 1 upper lip raised. */
  upper: [-1, 1],
  teeth: [0, 1],
  tongue: [0, 1],
  smile: [-1, 1],
  // eyes; L and R are the figure's own left (seen on the right) and right
  /** −1 wide, 0 rest, 1 closed. */
  lidL: [-1, 1],
  lidR: [-1, 1],
  squint: [0, 1],
  /** −1 to the viewer's left, 1 to the viewer's right. */
  gazeX: [-1, 1],
  /** −1 up, 1 down. */
  gazeY: [-1, 1],
  // brows: 1 is up
  browIn: [-1, 1],
  browOut: [-1, 1],
  /** Lifts the figure's left brow and lowers the right one; negative the other way round. */
  browTilt: [-1, 1],
  // head: yaw 1 turns to the viewer's right, pitch 1 nods down, roll 1 leans to the viewer's right
  yaw: [-1, 1],
  pitch: [-1, 1],
  roll: [-1, 1],
  // body
  breath: [0, 1],
  /** 1 leans (bows) towards the viewer. */
  lean: [-1, 1],
  blush: [0, 1],
});

/** All names, in one order. */
export const NAMES = Object.freeze(Object.keys(RANGES));

/** Those that speech takes over while it sounds. */
export const MOUTH = Object.freeze(["jaw", "width", "round", "upper", "teeth", "tongue", "smile"]);

/** The rest pose: composed, awake, at the edge of a smile. */
export const REST = Object.freeze(
  Object.fromEntries(NAMES.map((name) => [name, name === "smile" ? 0.2 : 0])),
);

/** @param {number} value @param {number} low @param {number} high */
export function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}

/**
 * The rest pose with `changes` put over it, brought into range; what is no number is ignored.
 * @param {Partial<Parameters>} changes
 * @returns {Parameters}
 */
export function pose(changes = {}) {
  const result = { ...REST };
  for (const name of NAMES) {
    const value = changes[name];
    if (Number.isFinite(value)) {
      result[name] = clamp(/** @type {number} */ (value), RANGES[name][0], RANGES[name][1]);
    }
  }
  return result;
}

/**
 * A pose with several sets of offsets added, brought into range.
 * @param {Parameters} base
 * @param {...Partial<Parameters>} offsets
 * @returns {Parameters}
 */
export function added(base, ...offsets) {
  const result = { ...base };
  for (const offset of offsets) {
    for (const name in offset) result[name] += /** @type {number} */ (offset[name]);
  }
  return pose(result);
}

/**
 * Between two poses; `share` 0 gives the first.
 * @param {Parameters} first
 * @param {Parameters} second
 * @param {number} share
 * @returns {Parameters}
 */
export function between(first, second, share) {
  const result = { ...first };
  for (const name of NAMES) result[name] = first[name] + (second[name] - first[name]) * share;
  return result;
}
