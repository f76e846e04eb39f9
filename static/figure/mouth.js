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
 * @param {number} [wave] how much higher the line runs beside the middle than a plain arc
 */
function line(half, cornerY, middleY, fullness, wave = 0) {
  return across([
    half,
    cornerY,
    half * fullness,
    cornerY + (middleY - cornerY) * 0.86 - wave,
    half * 0.3,
    middleY - wave * 0.45,
    0,
    middleY,
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
    18 + 4 * p.width - 8.5 * p.round + 4.6 * p.smile * (1 - 0.7 * p.round) - 1.6 * p.jaw,
    7.5,
    25,
  );
  const fullness = clamp(0.62 + 0.24 * p.jaw + 0.3 * p.round, 0.4, 0.97);
  // A closed mouth dips in the middle; an open or rounded one is a plain arc.
  const wave = 1 * (1 - Math.min(1, 4 * p.jaw)) * (1 - p.round);

  // A rounded opening arches upwards as well, or it would look like a cup.
  const arch = 1.7 * p.round * Math.min(1, 4 * p.jaw);
  const upperY = MOUTH_Y + 0.8 * smiling - 1.8 * p.jaw - 2.4 * raised + 0.6 * pressed - arch;
  const opening = Math.max(1, 15.5 * p.jaw * (1 - 0.18 * p.round) + 2.2 * raised + arch);
  const lowerY = upperY + opening;
  // Corners stand near the upper lip at rest and sink to the middle of a rounded opening, or of
  // one without a smile: an opening that only hangs below its corners is a laugh.
  const sink =
    clamp(0.24 + 0.5 * p.round + 0.7 * Math.max(0, 0.2 - p.smile), 0, 0.62) *
    Math.max(0, opening - 2);
  const cornerY =
    MOUTH_Y -
    2 -
    4.6 * p.smile * (1 - 0.6 * p.round) +
    sink +
    0.6 * pressed +
    1.4 * p.round * (p.smile + 0.6);

  const thin = 1 - 0.5 * pressed - 0.2 * smiling;
  const upperThick = (4 + 0.9 * p.round) * thin * (1 - 0.1 * p.jaw);
  // Under raised teeth (f) the lower lip is drawn in.
  const tucked = clamp((raised - 0.35) / 0.4, 0, 1);
  const lowerThick = (6.2 + 1.4 * p.round) * thin * (1 - 0.1 * p.jaw) * (1 - 0.5 * tucked);
  const lipHalf = half + 1;

  const innerUpper = line(half, cornerY, upperY, fullness, wave);
  const innerLower = line(half, cornerY, lowerY, fullness, wave);
  // The bow: two low peaks beside the axis.
  const peakX = half * 0.28;
  const top = upperY - upperThick;
  const dip = Math.min(1.3, upperThick * 0.3) * (1 - 0.4 * p.round);
  const outerUpper = across([
    lipHalf,
    cornerY,
    half * 0.72,
    cornerY + (top - cornerY) * 0.62,
    half * 0.5,
    top,
    peakX,
    top,
    peakX * 0.6,
    top,
    peakX * 0.4,
    top + dip,
    0,
    top + dip,
  ]);
  // A closed lower lip leaves the corners gently; an open one hangs around the opening.
  const gentle = (1 - Math.min(1, 5 * p.jaw)) * (1 - raised) * (1 - p.round);
  const lowHalf = half * (0.94 + 0.05 * gentle + 0.09 * Math.min(1, 3 * p.jaw));
  const lowCornerY = cornerY + (lowerY - cornerY) * 0.06 + 0.3;
  const lowest = lowerY + lowerThick;
  const outerLower = across([
    lowHalf,
    lowCornerY,
    lowHalf * (Math.min(0.98, fullness + 0.08) + 0.04 * gentle),
    lowCornerY + (lowest - lowCornerY) * (0.86 - 0.42 * gentle),
    lowHalf * (0.3 + 0.2 * gentle),
    lowest,
    0,
    lowest,
  ]);

  const teethY = upperY + Math.min(opening - 0.4, 1 + 5.2 * p.teeth);
  const lowerTeethY = lowerY - 3.2 * p.teeth;
  const tongueY = lowerY - opening * (0.06 + 0.66 * p.tongue);
  return {
    upperLip: band(outerUpper, line(half, cornerY, upperY + 0.4, fullness, wave)),
    // It reaches up behind the opening, so that no skin can show between them.
    lowerLip: band(innerUpper, outerLower),
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
    shadow: ellipse(0, lowerY + lowerThick + 3.4, half * 0.42, 1.6),
    corners: [-1, 1].map((side) => [
      side * (half - 3.4),
      cornerY + 0.35 + 1.4 * p.smile,
      side * (half - 1.6),
      cornerY - 0.5,
      side * (half + 0.4),
      cornerY - 0.9 - 0.3 * p.smile,
      side * (half + 1.9),
      cornerY - 0.4 - 1.5 * p.smile,
      side * (half + 1.2),
      cornerY + 0.5 - 0.4 * p.smile,
      side * (half - 0.4),
      cornerY + 0.8,
      side * (half - 3.4),
      cornerY + 0.35 + 1.4 * p.smile,
    ]),
    cornerOpacity:
      (0.7 + 0.3 * smiling) * (1 - Math.min(1, 1.6 * p.round)) * (1 - Math.min(1, 1.1 * p.jaw)),
  };
}
