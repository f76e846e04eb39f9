/**
 * One pure function from parameters to what every part of the drawing looks like.
 *
 * No DOM here. The head is a shallow shell: a point in front of it moves more than one at its rim,
 * which gives a turn its depth. Leaning sideways (roll) and breathing move whole groups.
 */

import * as art from "./artwork.js";
import { browCurve, disc, EYE_X, EYE_Y, eyeCurves, IRIS_RADIUS } from "./eyes.js";
import { band, ellipse, mirrored, moved, pathOf } from "./geometry.js";
import { JAW_DROP, mouthCurves } from "./mouth.js";

/** @typedef {import("./parameters.js").Parameters} Parameters */
/** @typedef {Record<string, Record<string, string | number>>} Drawing part → attribute → value */

const AXIS = 200;
const TURN = 8;
const NOD = 5.5;
/** The head leans about the top of the spine. */
const PIVOT = [200, 240];
const ROLL_DEGREES = 6;

/** How far a point stands out of the picture, 0 at the head's rim. @param {number} x @param {number} y */
function depthAt(x, y) {
  return Math.sqrt(Math.max(0, 1 - (x / 62) ** 2 - ((y - 158) / 96) ** 2));
}

/**
 * Where the points of a part of the head lie.
 * @param {Parameters} p
 * @param {{ depth?: number, jaw?: boolean }} [options] `depth` is added to the shell's own depth
 * @returns {import("./geometry.js").Place}
 */
function headPlace(p, { depth = 0, jaw = false } = {}) {
  return (x, y) => {
    const out = depthAt(x, y) + depth;
    let down = NOD * p.pitch * out;
    if (jaw) {
      const share = Math.min(1, Math.max(0, (y - 196) / 35));
      down += JAW_DROP * p.jaw * share * share * (3 - 2 * share);
    }
    return [AXIS + x + TURN * p.yaw * out, y + down];
  };
}

/** @type {import("./geometry.js").Place} */
const bodyPlace = (x, y) => [AXIS + x, y];

/** @param {number} value */
const short = (value) => Math.round(value * 1000) / 1000;

/** @param {Parameters} p */
function groups(p) {
  const bodyY = -1.3 * p.breath + 3 * p.lean;
  const headY = -1.8 * p.breath + 9 * p.lean;
  const wide = 1 + 0.004 * p.breath + 0.012 * p.lean;
  const head = `translate(0 ${short(headY)}) rotate(${short(ROLL_DEGREES * p.roll)} ${PIVOT[0]} ${PIVOT[1]})`;
  return {
    body: {
      transform: `translate(0 ${short(bodyY)}) translate(200 400) scale(${short(wide)} 1) translate(-200 -400)`,
    },
    headBack: { transform: head },
    head: { transform: head },
    chinShade: { transform: head },
  };
}

/** @param {Parameters} p */
function hair(p) {
  const front = headPlace(p, { depth: 0.12 });
  const back = headPlace(p, { depth: -0.3 });
  return {
    hairBack: { d: pathOf(art.HAIR_BACK, back) },
    hairLeft: { d: pathOf(art.HAIR_LEFT, front) },
    hairRight: { d: pathOf(art.HAIR_RIGHT, front) },
    hairLight: { d: pathOf(art.HAIR_LIGHT, front) },
    hairLightRight: { d: pathOf(art.HAIR_LIGHT_RIGHT, front) },
    hairShadeLeft: { d: pathOf(moved(art.HAIR_LEFT, 2, 6), front) },
    hairShadeRight: { d: pathOf(moved(art.HAIR_RIGHT, -1, 5), front) },
  };
}

/** @param {Parameters} p */
function face(p) {
  const rim = headPlace(p, { depth: 0.1, jaw: true });
  const skin = headPlace(p, { jaw: true });
  // Ear and earring move as one piece: at the rim the shell is too steep to bend them along.
  const [earX, earY] = headPlace(p, { depth: -0.35 })(54, 168);
  /** @type {import("./geometry.js").Place} */
  const ears = (x, y) => [earX + x - 54, earY + y - 168];
  const tip = headPlace(p, { depth: 0.28 });
  const bridge = headPlace(p, { depth: 0.1 });
  const outline = pathOf(art.FACE, rim);
  return {
    face: { d: outline },
    faceClip: { d: outline },
    faceShade: { d: pathOf(art.FACE_SHADE, rim) },
    chinShadow: { d: pathOf(moved(art.FACE, 3, 15), rim) },
    earRight: { d: pathOf(art.EAR, ears) },
    earShadeRight: { d: pathOf(art.EAR_SHADE, ears) },
    earring: { d: pathOf(disc(55, 189, 2.6), ears) },
    blushLeft: {
      d: pathOf(ellipse(-33, 181, 17, 12), skin),
      opacity: short(0.55 + 0.45 * p.blush),
    },
    blushRight: {
      d: pathOf(ellipse(33, 181, 17, 12), skin),
      opacity: short(0.55 + 0.45 * p.blush),
    },
    noseSide: { d: pathOf(art.NOSE_SIDE, bridge) },
    noseUnder: { d: pathOf(art.NOSE_UNDER, tip) },
    noseLight: { d: pathOf(art.NOSE_LIGHT, tip) },
  };
}

/** @param {Parameters} p */
function mouth(p) {
  const curves = mouthCurves(p);
  const place = headPlace(p, { depth: 0.06 });
  const inside = pathOf(curves.inside, place);
  return {
    lipShadow: { d: pathOf(curves.shadow, place) },
    upperLip: { d: pathOf(curves.upperLip, place) },
    lowerLip: { d: pathOf(curves.lowerLip, place) },
    lipShine: { d: pathOf(curves.shine, place) },
    mouthInside: { d: inside },
    mouthClip: { d: inside },
    teeth: { d: pathOf(curves.teeth, place), opacity: short(Math.min(1, p.teeth * 12)) },
    lowerTeeth: {
      d: pathOf(curves.lowerTeeth, place),
      opacity: p.teeth > 0.7 ? short((p.teeth - 0.7) / 0.3) : 0,
    },
    tongue: { d: pathOf(curves.tongue, place) },
    cornerLeft: { d: pathOf(curves.corners[0], place), opacity: short(curves.cornerOpacity) },
    cornerRight: { d: pathOf(curves.corners[1], place), opacity: short(curves.cornerOpacity) },
  };
}

/** @param {Parameters} p @param {number} side */
function eye(p, side) {
  const name = side > 0 ? "L" : "R";
  const curves = eyeCurves(p, side);
  const skin = headPlace(p);
  /** @type {import("./geometry.js").Place} */
  const place = (x, y) => skin(side * (EYE_X + x), EYE_Y + y);
  const [x, y] = [curves.irisX, curves.irisY];
  const white = pathOf(curves.white, place);
  return {
    [`white${name}`]: { d: white },
    [`eyeClip${name}`]: { d: white },
    [`eyeShade${name}`]: { d: pathOf(band(curves.upper, moved(curves.upper, 0, 3)), place) },
    [`iris${name}`]: { d: pathOf(disc(x, y, IRIS_RADIUS), place) },
    [`irisGlow${name}`]: { d: pathOf(ellipse(x, y + 3.4, 4.6, 3), place) },
    [`pupil${name}`]: { d: pathOf(disc(x, y, 3.7), place) },
    [`glint${name}`]: { d: pathOf(disc(x - 2.5 * side, y - 2.6, 1.8), place) },
    [`glintSmall${name}`]: { d: pathOf(disc(x + 2.6 * side, y + 2.8, 0.9), place) },
    [`lidSkin${name}`]: { d: pathOf(curves.lidSkin, place) },
    [`lash${name}`]: { d: pathOf(curves.lash, place) },
    [`crease${name}`]: { d: pathOf(curves.crease, place) },
    [`lowerLash${name}`]: { d: pathOf(curves.lowerLash, place) },
    [`pouch${name}`]: { d: pathOf(curves.pouch, place) },
    [`brow${name}`]: { d: pathOf(browCurve(p, side), (bx, by) => skin(side * bx, by)) },
  };
}

const BODY = Object.freeze({
  neck: { d: pathOf(art.NECK, bodyPlace) },
  neckClip: { d: pathOf(art.NECK, bodyPlace) },
  collarboneLeft: { d: pathOf(mirrored(art.COLLARBONE), bodyPlace) },
  collarboneRight: { d: pathOf(art.COLLARBONE, bodyPlace) },
  jacket: { d: pathOf(art.JACKET, bodyPlace) },
  jacketShade: { d: pathOf(art.JACKET_SHADE, bodyPlace) },
  sleeveLeft: { d: pathOf(mirrored(art.SLEEVE_SHADE), bodyPlace) },
  sleeveRight: { d: pathOf(art.SLEEVE_SHADE, bodyPlace) },
  blouse: { d: pathOf(art.BLOUSE, bodyPlace) },
  placket: { d: pathOf(art.PLACKET, bodyPlace) },
  collarLeft: { d: pathOf(mirrored(art.COLLAR), bodyPlace) },
  collarRight: { d: pathOf(art.COLLAR, bodyPlace) },
  collarShadeLeft: { d: pathOf(moved(mirrored(art.COLLAR), 1.5, 5), bodyPlace) },
  collarShadeRight: { d: pathOf(moved(art.COLLAR, 1.5, 5), bodyPlace) },
  lapelShadeLeft: { d: pathOf(mirrored(art.LAPEL_SHADE), bodyPlace) },
  lapelShadeRight: { d: pathOf(art.LAPEL_SHADE, bodyPlace) },
  lapelLeft: { d: pathOf(mirrored(art.LAPEL), bodyPlace) },
  lapelRight: { d: pathOf(art.LAPEL, bodyPlace) },
  pin: { d: pathOf(disc(52, 352, 4.6), bodyPlace) },
  pinLight: { d: pathOf(disc(52, 352, 2), bodyPlace) },
});

/**
 * The whole figure in one pose.
 * @param {Parameters} p as `pose()` gives them
 * @returns {Drawing}
 */
export function shapes(p) {
  return {
    ...BODY,
    ...groups(p),
    ...hair(p),
    ...face(p),
    ...mouth(p),
    ...eye(p, 1),
    ...eye(p, -1),
  };
}
