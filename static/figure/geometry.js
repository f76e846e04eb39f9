/**
 * Small pure helpers that turn lists of points into path data. Nothing here knows the figure.
 *
 * A curve is a flat list of numbers: a start point, then six numbers for every cubic piece.
 */

/** @typedef {number[]} Curve */
/** @typedef {(x: number, y: number) => [number, number]} Place */

/** @type {Place} */
export const asIs = (x, y) => [x, y];

/** One decimal more than the eye can see at 600 px. */
const rounded = (/** @type {number} */ value) => Math.round(value * 100) / 100;

/**
 * Path data of one curve, every point put through `place`.
 * @param {Curve} curve
 * @param {Place} [place]
 * @param {{ closed?: boolean }} [options]
 */
export function pathOf(curve, place = asIs, { closed = true } = {}) {
  let text = "";
  for (let i = 0; i < curve.length; i += 2) {
    const [x, y] = place(curve[i], curve[i + 1]);
    text += i === 0 ? "M" : i % 6 === 2 ? "C" : " ";
    text += `${rounded(x)} ${rounded(y)}`;
  }
  return closed ? `${text}Z` : text;
}

/** The same curve walked from its end. @param {Curve} curve @returns {Curve} */
export function reversed(curve) {
  const result = [];
  for (let i = curve.length - 2; i >= 0; i -= 2) result.push(curve[i], curve[i + 1]);
  return result;
}

/** Mirrored at the axis x = 0. @param {Curve} curve @returns {Curve} */
export function mirrored(curve) {
  return curve.map((value, i) => (i % 2 === 0 ? -value : value));
}

/** Two curves that share a point, as one. @param {Curve} first @param {Curve} second @returns {Curve} */
export function joined(first, second) {
  return [...first, ...second.slice(2)];
}

/**
 * A half that begins and ends on the axis, completed by its mirror image.
 * @param {Curve} half
 * @returns {Curve}
 */
export function symmetric(half) {
  return joined(half, reversed(mirrored(half)));
}

/**
 * A whole line whose middle is the end of `half` (from the outer end to the axis).
 * @param {Curve} half
 * @returns {Curve}
 */
export function across(half) {
  return joined(mirrored(half), reversed(half));
}

/**
 * A closed shape between two lines with the same direction, joined by straight ends.
 * @param {Curve} upper
 * @param {Curve} lower
 * @returns {Curve}
 */
export function band(upper, lower) {
  const back = reversed(lower);
  const [x, y] = upper.slice(-2);
  return [...upper, x, y, back[0], back[1], ...back];
}

/** @param {Curve} curve @param {number} dx @param {number} dy @returns {Curve} */
export function moved(curve, dx, dy) {
  return curve.map((value, i) => value + (i % 2 === 0 ? dx : dy));
}

/**
 * Reads absolute M, L, C path text into one curve; straight pieces become cubic ones.
 * @param {string} text
 * @returns {Curve}
 */
export function curveOf(text) {
  /** @type {Curve} */
  const curve = [];
  for (const [, command, rest] of text.matchAll(/([MLC])([^MLC]*)/g)) {
    const numbers = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    if (command === "L") {
      for (let i = 0; i < numbers.length; i += 2) {
        const [x, y] = curve.slice(-2);
        curve.push(x, y, numbers[i], numbers[i + 1], numbers[i], numbers[i + 1]);
      }
    } else {
      curve.push(...numbers);
    }
  }
  return curve;
}

/** An ellipse as a curve. @returns {Curve} @param {number} x @param {number} y @param {number} rx @param {number} ry */
export function ellipse(x, y, rx, ry) {
  const kx = rx * 0.5523;
  const ky = ry * 0.5523;
  return [
    x - rx,
    y,
    x - rx,
    y - ky,
    x - kx,
    y - ry,
    x,
    y - ry,
    x + kx,
    y - ry,
    x + rx,
    y - ky,
    x + rx,
    y,
    x + rx,
    y + ky,
    x + kx,
    y + ry,
    x,
    y + ry,
    x - kx,
    y + ry,
    x - rx,
    y + ky,
    x - rx,
    y,
  ];
}

/**
 * Points along a curve, `count` to each cubic piece.
 * @param {Curve} curve
 * @param {number} [count]
 * @returns {[number, number][]}
 */
export function samples(curve, count = 12) {
  /** @type {[number, number][]} */
  const points = [];
  for (let i = 0; i + 7 < curve.length; i += 6) {
    for (let step = 0; step <= count; step += 1) {
      const t = step / count;
      const u = 1 - t;
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      points.push([
        a * curve[i] + b * curve[i + 2] + c * curve[i + 4] + d * curve[i + 6],
        a * curve[i + 1] + b * curve[i + 3] + c * curve[i + 5] + d * curve[i + 7],
      ]);
    }
  }
  return points;
}
