/**
 * Eyes and brows: from their parameters to curves.
 *
 * Both lids share their ends and the x values of their handles; the upper one is reckoned from the
 * lower one upwards, so that they can touch but never cross.
 */

import { band, ellipse } from "./geometry.js";
import { clamp } from "./parameters.js";

/** @typedef {import("./geometry.js").Curve} Curve */

export const EYE_X = 26;
export const EYE_Y = 154;
export const IRIS_RADIUS = 7.4;
const INNER = [-12.6, 2.4];
const OUTER = [13.6, -1];
const HANDLES_X = [-7.8, 7.2];
const UPPER_OPEN = [-8.4, -10.2];
const LOWER_OPEN = [6.6, 6.4];

/**
 * @param {number} firstY
 * @param {number} secondY
 * @returns {Curve}
 */
function lid(firstY, secondY) {
  return [INNER[0], INNER[1], HANDLES_X[0], firstY, HANDLES_X[1], secondY, OUTER[0], OUTER[1]];
}

/**
 * One eye, seen on the right; the other is its mirror image except for the gaze.
 * @param {import("./parameters.js").Parameters} p
 * @param {number} side 1 on the viewer's right (the figure's left), −1 on the viewer's left
 */
export function eyeCurves(p, side) {
  const closing = side > 0 ? p.lidL : p.lidR;
  const smiling = Math.max(0, p.smile);
  const rise = 3.4 * p.squint + 0.7 * smiling;
  const lookDown = Math.max(0, p.gazeY);
  const lookUp = Math.max(0, -p.gazeY);
  const open =
    closing < 0
      ? 1 - 0.2 * closing
      : (1 - closing) * (1 - 0.1 * p.squint - 0.24 * lookDown + 0.05 * lookUp);
  const lowerY = LOWER_OPEN.map((y) => y - rise + 0.8 * lookDown);
  const upperY = UPPER_OPEN.map(
    (y, i) => lowerY[i] - (LOWER_OPEN[i] - y) * open + rise * 0.35 * Math.min(1, open),
  );
  const upper = lid(Math.min(upperY[0], lowerY[0]), Math.min(upperY[1], lowerY[1]));
  const lower = lid(lowerY[0], lowerY[1]);

  const lashTop = upper.slice();
  lashTop[1] -= 0.3;
  lashTop[3] -= 2.1;
  lashTop[5] -= 3;
  lashTop[6] += 3.2;
  lashTop[7] -= 2.6;
  const lash = [
    ...lashTop,
    OUTER[0] + 2,
    OUTER[1] - 0.6,
    OUTER[0] + 1,
    OUTER[1] + 0.2,
    OUTER[0],
    OUTER[1],
    upper[4],
    upper[5],
    upper[2],
    upper[3],
    upper[0],
    upper[1],
  ];

  // The crease keeps its place while the lid below it moves.
  const creaseLift = 2.6 + 1.3 * (1 - clamp(open, 0, 1));
  const creaseY = (/** @type {number} */ i) =>
    Math.min(UPPER_OPEN[i] * (0.55 + 0.45 * Math.min(open, 1.1)), upper[3 + 2 * i]) - creaseLift;
  const crease = [
    INNER[0] + 2,
    INNER[1] - 3.4,
    HANDLES_X[0],
    creaseY(0),
    HANDLES_X[1],
    creaseY(1) - 0.6,
    OUTER[0] + 2,
    OUTER[1] - 4.4,
  ];
  const creaseLow = crease.slice();
  creaseLow[3] += 1.3;
  creaseLow[5] += 1.3;

  const lowerLash = lower.slice();
  lowerLash[3] += 0.5;
  lowerLash[5] += 1.4;
  return {
    upper,
    lower,
    white: band(upper, lower),
    lash,
    lidSkin: band(crease, upper),
    crease: band(crease, creaseLow),
    lowerLash: band(lower, lowerLash),
    pouch: [
      -8,
      9.4 - rise * 0.4,
      -3,
      11.6 - rise * 0.4,
      5,
      11.4 - rise * 0.4,
      10,
      7.6 - rise * 0.4,
      5,
      10.4 - rise * 0.4,
      -2,
      10.6 - rise * 0.4,
      -8,
      9.4 - rise * 0.4,
    ],
    irisX: p.gazeX * 5 * side,
    irisY: -0.5 + p.gazeY * 3.2,
  };
}

/**
 * One brow, seen on the right, in head coordinates.
 * @param {import("./parameters.js").Parameters} p
 * @param {number} side
 * @returns {Curve}
 */
export function browCurve(p, side) {
  const tilt = p.browTilt * side;
  const inner = 135 - 5.5 * p.browIn - 3.6 * tilt + 1.2 * p.squint;
  const arch = 129.6 - 2.2 * p.browIn - 3.6 * p.browOut - 4.4 * tilt + p.squint;
  const outer = 136.4 + 0.6 * p.browIn - 4.6 * p.browOut - 3 * tilt + p.squint;
  return [
    11.4,
    inner - 1.6,
    19,
    arch + 0.4,
    30,
    arch - 2,
    43,
    outer,
    33,
    arch + 2.5,
    22,
    arch + 3.2,
    12.2,
    inner + 2.4,
    10.7,
    inner + 1.7,
    10.7,
    inner - 0.8,
    11.4,
    inner - 1.6,
  ];
}

/** A round highlight or pupil. @param {number} x @param {number} y @param {number} radius */
export const disc = (x, y, radius) => ellipse(x, y, radius, radius);
