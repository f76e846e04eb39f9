/**
 * The mouth: from its seven parameters to the curves of lips, opening, teeth and tongue.
 *
 * Upper and lower lines share their x values and their ends, so they meet in the corners and
 * can never cross: only the y values differ, and they are kept in order here.
 */

import { across, band, ellipse } from "./geometry.js";
import { clamp } from "./parameters.js";

/** @typedef {import("./geometry.js").Curve} Curve */

/** Height of the closed mouth's line. */
export const MOUTH_Y = 206;

/** How far the chin goes down at jaw 1. */
export const JAW_DROP = 9;

/**
 * A line from the left corner over the middle to the right corner.
 * @param {number} half half of its width
 * @param {number} cornerY
 * @param {number} middleY
 * @param {number} fullness 0.4 pointed … 0.95 round
 */
function line(half, cornerY, middleY, fullness) {
  const shoulder = half * fullness;
  return across([
    half, cornerY,
    shoulder, cornerY + (middleY - cornerY) * 0.82, half * 0.36, middleY,
    0, middleY,
  ]);
}

/**
 * @param {import("./parameters.js").Parameters} p
 * @returns {{ upperLip: Curve, lowerLip: Curve, inside: Curve, teeth: Curve, lowerTeeth: Curve,
 *   tongue: Curve, shine: Curve, shadow: Curve, corners: Curve[], cornerOpacity: number }}
 */
export function mouthCurves(p) {
  const pressed = Math.max(0, -p.upper);
  const raised = Math.max(0, p.upper);
  const smiling = Math.max(0, p.smile);
  const half = clamp(
    18 + 4.2 * p.width - 8.5 * p.round + 3.4 * p.smile * (1 - 0.7 * p.round) - 1.6 * p.jaw,
    7.5,
    25,
  );
  const cornerY = MOUTH_Y - 4.2 * p.smile + 3.4 * p.jaw + 0.8 * pressed;
  const fullness = clamp(0.58 + 0.22 * p.jaw + 0.3 * p.round, 0.4, 0.95);

  const upperY = MOUTH_Y + 0.7 * smiling - 1.8 * p.jaw - 2.4 * raised + 0.6 * pressed;
  const opening = Math.max(0.9, 15.5 * p.jaw * (1 - 0.18 * p.round) + 2.2 * raised);
  const lowerY = upperY + opening;

  const thin = 1 - 0.62 * pressed - 0.14 * smiling;
  const upperThick = (4.9 + 1.1 * p.round) * thin * (1 - 0.1 * p.jaw);
  const lowerThick = (7 + 0.8 * p.round) * thin * (1 - 0.1 * p.jaw);
  const lipHalf = half + 1.2;

  const innerUpper = line(half, cornerY, upperY, fullness);
  const innerLower = line(half, cornerY, lowerY, fullness);
  // The bow: two low peaks beside the axis.
  const peakX = half * 0.27;
  const top = upperY - upperThick;
  const outerUpper = across([
    lipHalf, cornerY,
    half * 0.78, cornerY + (top - cornerY) * 0.42, half * 0.5, top - 0.1,
    peakX, top,
    peakX * 0.6, top, peakX * 0.4, top + 1.5,
    0, top + 1.5,
  ]);
  const outerLower = line(lipHalf, cornerY, lowerY + lowerThick, fullness + 0.1);

  const teethY = upperY + Math.min(opening - 0.4, 1 + 5.2 * p.teeth);
  const lowerTeethY = lowerY - 3.2 * p.teeth;
  const tongueY = lowerY - opening * (0.22 + 0.5 * p.tongue);
  return {
    upperLip: band(outerUpper, line(half, cornerY, upperY + 0.5, fullness)),
    lowerLip: band(line(half, cornerY, lowerY - 0.5, fullness), outerLower),
    inside: band(innerUpper, innerLower),
    teeth: band(
      line(half, cornerY - 8, upperY - 6, 0.8),
      line(half, cornerY + (teethY - cornerY) * 0.5, teethY, 0.72),
    ),
    lowerTeeth: band(
      line(half * 0.86, lowerTeethY + 0.6, lowerTeethY, 0.7),
      line(half * 0.86, lowerY + 8, lowerY + 8, 0.7),
    ),
    tongue: ellipse(0, tongueY + 9, half * 0.68, 9),
    shine: ellipse(-1.5, lowerY + lowerThick * 0.42, half * 0.3, lowerThick * 0.16),
    shadow: ellipse(0, lowerY + lowerThick + 3.4, half * 0.5, 1.8),
    corners: [-1, 1].map((side) => [
      side * (half + 0.6), cornerY - 1.4,
      side * (half + 2.6), cornerY - 1.2, side * (half + 3), cornerY + 0.6,
      side * (half + 2.2), cornerY + 1.8,
      side * (half + 2), cornerY + 0.6, side * (half + 1.6), cornerY - 0.2,
      side * (half + 0.6), cornerY - 1.4,
    ]),
    cornerOpacity: clamp(0.25 + 0.6 * smiling, 0, 1),
  };
}
