/**
 * The drawing's order from back to front, its colours, and the whole picture as SVG text.
 *
 * The element builds its nodes from PARTS; the poster and the icon are written from the same list,
 * so the first paint and the living figure are one drawing. No DOM here.
 */

import { DESK_Y } from "./artwork.js";
import { shapes } from "./shapes.js";

/**
 * @typedef {object} Part
 * @property {string} id
 * @property {"path" | "g" | "rect" | "clipPath" | "radialGradient" | "stop"} tag
 * @property {string} [paint] class that gives the colour
 * @property {string} [clip] id of a clip path
 * @property {Record<string, string | number>} [fixed] attributes that never change
 * @property {Part[]} [parts] what it contains
 */

/** @param {string} id @param {string} [paint] @param {Partial<Part>} [more] @returns {Part} */
const path = (id, paint = id, more = {}) => ({ id, tag: "path", paint, ...more });
/** @param {string} id @param {Part[]} parts @param {Partial<Part>} [more] @returns {Part} */
const group = (id, parts, more = {}) => ({ id, tag: "g", parts, ...more });
/** @param {string} id @param {string} shape @returns {Part} */
const clipPath = (id, shape) => ({ id, tag: "clipPath", parts: [path(shape, "")] });

const BLUSH = Object.freeze({ fill: "url(#blushPaint)" });

/** @param {"L" | "R"} side @returns {Part[]} */
const eyeParts = (side) => [
  path(`pouch${side}`, "pouch"),
  clipPath(`clipEye${side}`, `eyeClip${side}`),
  path(`white${side}`, "white"),
  group(
    `eyeball${side}`,
    [
      path(`iris${side}`, "iris"),
      path(`irisGlow${side}`, "irisGlow"),
      path(`pupil${side}`, "pupil"),
      path(`eyeShade${side}`, "eyeShade"),
      path(`glint${side}`, "glint"),
      path(`glintSmall${side}`, "glintSmall"),
    ],
    { clip: `clipEye${side}` },
  ),
  path(`lidSkin${side}`, "lidSkin"),
  path(`crease${side}`, "crease"),
  path(`lowerLash${side}`, "lowerLash"),
  path(`lash${side}`, "lash"),
];

/** @type {Part[]} */
export const PARTS = [
  group("plate", [
    {
      id: "plateBack",
      tag: "path",
      paint: "plateBack",
      fixed: { d: "M24 500V196A176 176 0 0 1 376 196V500Z" },
    },
    {
      id: "plateDisc",
      tag: "path",
      paint: "plateDisc",
      fixed: { d: "M200 37A147 147 0 1 1 200 331A147 147 0 1 1 200 37Z" },
    },
  ]),
  group("figure", [
    group("headBack", [path("hairBack")]),
    group("body", [
      path("jacket"),
      path("blouse"),
      path("placket"),
      path("collarShadeLeft", "blouseShade"),
      path("collarShadeRight", "blouseShade"),
      clipPath("clipNeck", "neckClip"),
      path("neck"),
      group(
        "neckShades",
        [
          path("collarboneLeft", "skinShade"),
          path("collarboneRight", "skinShade"),
          group("chinShade", [path("chinShadow", "skinDeep")]),
        ],
        { clip: "clipNeck" },
      ),
      path("collarLeft", "collar"),
      path("collarRight", "collarDim"),
      path("jacketShade"),
      path("sleeveLeft", "jacketShade"),
      path("sleeveRight", "jacketDeep"),
      path("lapelShadeRight", "jacketDeep"),
      path("lapelRight", "lapelDim"),
      path("lapelShadeLeft", "jacketShade"),
      path("lapelLeft", "lapel"),
      path("pin"),
      path("pinLight"),
    ]),
    group("head", [
      path("earRight", "ear"),
      path("earShadeRight", "skinDeep"),
      path("earring"),
      clipPath("clipFace", "faceClip"),
      path("face", "skin"),
      group(
        "faceShades",
        [
          path("blushLeft", "", { fixed: BLUSH }),
          path("blushRight", "", { fixed: BLUSH }),
          path("faceShade", "skinShade"),
          path("hairShadeLeft", "skinShade"),
          path("hairShadeRight", "skinShade"),
        ],
        { clip: "clipFace" },
      ),
      path("lipShadow"),
      path("cornerLeft", "mouthCorner"),
      path("cornerRight", "mouthCorner"),
      path("lowerLip"),
      path("upperLip"),
      path("mouthInside"),
      clipPath("clipMouth", "mouthClip"),
      group("mouthParts", [path("tongue"), path("lowerTeeth", "teeth"), path("teeth")], {
        clip: "clipMouth",
      }),
      path("lipShine"),
      path("noseSide", "skinShade"),
      path("noseUnder", "skinDeep"),
      path("noseLight"),
      ...eyeParts("R"),
      ...eyeParts("L"),
      path("browR", "brow"),
      path("browL", "brow"),
      path("hairRight", "hair"),
      path("hairLeft", "hair"),
      path("hairLight"),
      path("hairLightRight", "hairLight"),
    ]),
  ]),
  group("desk", [
    {
      id: "deskShadow",
      tag: "rect",
      paint: "deskShadow",
      fixed: { x: 24, y: DESK_Y - 7, width: 352, height: 10 },
    },
    {
      id: "deskTop",
      tag: "rect",
      paint: "deskTop",
      // Reaches under the front, so that no jacket shows through the seam.
      fixed: { x: 0, y: DESK_Y, width: 400, height: 14 },
    },
    {
      id: "deskFront",
      tag: "rect",
      paint: "deskFront",
      fixed: { x: 0, y: DESK_Y + 10, width: 400, height: 28 },
    },
    {
      id: "deskLine",
      tag: "rect",
      paint: "accent",
      fixed: { x: 0, y: DESK_Y + 16, width: 400, height: 2.5 },
    },
  ]),
];

/** Colour names → [light theme, dark theme]. Each can be set from outside as `--figure-<name>`. */
export const COLOURS = Object.freeze({
  plate: ["#dde8e5", "#1d3236"],
  "plate-disc": ["#e8f1ee", "#2a464a"],
  skin: ["#f4d3bb", "#edc9b0"],
  "skin-shade": ["#e6b598", "#dca98c"],
  "skin-deep": ["#cf9377", "#c4886c"],
  blush: ["#e2836f", "#d97a67"],
  lip: ["#cc7370", "#c26a69"],
  "lip-shade": ["#b9595b", "#ae5357"],
  mouth: ["#5a2329", "#4d1c22"],
  hair: ["#2c2525", "#2a2425"],
  "hair-back": ["#1d1919", "#171415"],
  "hair-light": ["#54443f", "#5a4a45"],
  iris: ["#46301f", "#46301f"],
  lash: ["#231a19", "#1f1717"],
  jacket: ["#155055", "#1a5a5f"],
  "jacket-shade": ["#0f4044", "#13474c"],
  "jacket-deep": ["#0a3034", "#0d363a"],
  lapel: ["#1b5f64", "#226a6f"],
  "lapel-dim": ["#17585d", "#1e6267"],
  blouse: ["#f7f2e9", "#ece6db"],
  "blouse-shade": ["#dcd6ca", "#cbc4b7"],
  metal: ["#d8b36a", "#d8b36a"],
  desk: ["#f3ede3", "#3a4344"],
  "desk-front": ["#e2dacd", "#2c3435"],
  accent: ["#0f6b6e", "#3fa6a3"],
});

/** Class → declarations. */
const PAINTS = `
.plateBack{fill:var(--_plate)}.plateDisc{fill:var(--_plate-disc)}
.hairBack{fill:var(--_hair-back)}.hair{fill:var(--_hair)}.hairLight{fill:var(--_hair-light);opacity:.55}
.skin,.neck,.ear{fill:var(--_skin)}.skinShade{fill:var(--_skin-shade)}.skinDeep{fill:var(--_skin-deep)}
.blushIn{stop-color:var(--_blush);stop-opacity:.42}.blushOut{stop-color:var(--_blush);stop-opacity:0}
.noseLight{fill:#fff;opacity:.35}
.lowerLip{fill:var(--_lip)}.upperLip{fill:var(--_lip-shade)}.lipShine{fill:#fff;opacity:.28}
.mouthInside{fill:var(--_mouth)}.mouthCorner{fill:var(--_lip-shade)}.teeth{fill:#fbf6ef}.tongue{fill:#a8474f}.lipShadow{fill:var(--_skin-shade);opacity:.6}
.white{fill:#fcf8f4}.iris{fill:var(--_iris)}.irisGlow{fill:#7a5638;opacity:.75}.pupil{fill:#17100d}
.glint{fill:#fff}.glintSmall{fill:#fff;opacity:.6}.eyeShade{fill:#7d6a66;opacity:.24}
.lidSkin{fill:var(--_skin-shade);opacity:.55}.lash,.brow{fill:var(--_lash)}.brow{opacity:.86}
.crease{fill:var(--_skin-deep);opacity:.8}.lowerLash{fill:var(--_skin-deep);opacity:.75}.pouch{fill:var(--_skin-shade);opacity:.28}
.jacket{fill:var(--_jacket)}.jacketShade{fill:var(--_jacket-shade)}.jacketDeep{fill:var(--_jacket-deep)}
.lapel{fill:var(--_lapel)}.lapelDim{fill:var(--_lapel-dim)}
.blouse,.collar{fill:var(--_blouse)}.collarDim{fill:var(--_blouse)}.blouseShade,.placket{fill:var(--_blouse-shade)}
.pin,.earring{fill:var(--_metal)}.pinLight{fill:#fff;opacity:.5}
.deskTop{fill:var(--_desk)}.deskFront{fill:var(--_desk-front)}.deskShadow{fill:#000;opacity:.14}.accent{fill:var(--_accent)}
`.trim();

const colourLines = (/** @type {0 | 1} */ theme, /** @type {boolean} */ open) =>
  Object.entries(COLOURS)
    .map(
      ([name, pair]) => `--_${name}:${open ? `var(--figure-${name},${pair[theme]})` : pair[theme]}`,
    )
    .join(";");

/** The element's colours: they follow the system, or the host's `theme` attribute. */
export const ELEMENT_STYLE = `
:host{${colourLines(0, true)}}
@media (prefers-color-scheme:dark){:host(:not([theme="light"])){${colourLines(1, true)}}}
:host([theme="dark"]){${colourLines(1, true)}}
${PAINTS}`;

const PICTURE_STYLE = `svg{${colourLines(0, false)}}@media (prefers-color-scheme:dark){svg{${colourLines(1, false)}}}${PAINTS}`;

/** Gradients, only where the skin turns. @type {Part[]} */
export const DEFINITIONS = [
  {
    id: "blushPaint",
    tag: "radialGradient",
    parts: [
      { id: "blushIn", tag: "stop", paint: "blushIn", fixed: { offset: 0 } },
      { id: "blushOut", tag: "stop", paint: "blushOut", fixed: { offset: 1 } },
    ],
  },
];

/** Parts that others point at by their id. */
export const NAMED = Object.freeze(["clipPath", "radialGradient"]);

export const VIEW_WHOLE = "0 0 400 500";
export const VIEW_HEAD = "66 40 268 268";

/**
 * @param {Part} part
 * @param {import("./shapes.js").Drawing} drawing
 * @param {Record<string, boolean>} without
 * @returns {string}
 */
function partText(part, drawing, without) {
  if (without[part.id]) return "";
  const attributes = { ...part.fixed, ...drawing[part.id] };
  let text = `<${part.tag}`;
  if (NAMED.includes(part.tag)) text += ` id="${part.id}"`;
  if (part.paint) text += ` class="${part.paint}"`;
  if (part.clip) text += ` clip-path="url(#${part.clip})"`;
  for (const [name, value] of Object.entries(attributes)) text += ` ${name}="${value}"`;
  if (!part.parts) return `${text}/>`;
  return `${text}>${part.parts.map((inner) => partText(inner, drawing, without)).join("")}</${part.tag}>`;
}

/**
 * The picture as a file of its own.
 * @param {import("./parameters.js").Parameters} parameters
 * @param {{ viewBox?: string, title?: string, without?: string[] }} [options]
 * @returns {string}
 */
export function pictureText(parameters, { viewBox = VIEW_WHOLE, title = "", without = [] } = {}) {
  const left = Object.fromEntries(without.map((id) => [id, true]));
  const drawing = shapes(parameters);
  const body = PARTS.map((part) => partText(part, drawing, left)).join("");
  const heading = title ? `<title>${title}</title>` : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${heading}` +
    `<style>${PICTURE_STYLE}</style><defs>${DEFINITIONS.map((part) => partText(part, drawing, left)).join("")}</defs>${body}</svg>\n`
  );
}

/** Nearer than the compact crop: a tab has 16 px. */
const VIEW_ICON = "98 52 204 204";

/** What is too fine to be seen at 16 to 48 px. */
const TOO_FINE = [
  "plate",
  "desk",
  "earring",
  "pin",
  "pinLight",
  "hairLightRight",
  "noseSide",
  "noseLight",
  "creaseL",
  "creaseR",
  "lowerLashL",
  "lowerLashR",
  "pouchL",
  "pouchR",
  "lidSkinL",
  "lidSkinR",
  "lipShine",
  "lipShadow",
];

/**
 * The head on a disc, for the browser's tab.
 * @param {import("./parameters.js").Parameters} parameters
 */
export function iconText(parameters) {
  const inner = pictureText(parameters, { viewBox: VIEW_ICON, without: TOO_FINE })
    .replace("<svg ", '<svg width="64" height="64" ')
    .trim();
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><clipPath id="round"><circle cx="32" cy="32" r="32"/></clipPath>' +
    `<g clip-path="url(#round)"><circle cx="32" cy="32" r="32" fill="#bfd8d4"/>${inner}</g></svg>\n`
  );
}
