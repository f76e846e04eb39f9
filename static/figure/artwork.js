/**
 * The receptionist's fixed outlines, drawn for this project: cubic curves in a 400 × 500 picture.
 *
 * x counts from the middle axis, so mirrored parts are given as one half; y counts from the top.
 * The light comes from the upper left. Only the hair and the shadows are not mirrored.
 */

import { curveOf, symmetric } from "./geometry.js";

/** Crown to chin along the right edge. */
export const FACE = symmetric(
  curveOf("M0 86 C30 86 52 106 53 144 C53.5 168 49 190 40 205 C33 217 17 231 0 231"),
);

export const EAR = curveOf(
  "M50 153 C54 145 63 146 62.5 158 C62 170 59 184 52.5 186 C50 186 48 178 50 153",
);
export const EAR_SHADE = curveOf(
  "M52 157 C55 152 59 153 58.6 160 C58 168 56 176 53 179 C54.5 171 54 164 52 157",
);

/** From behind the chin down to the blouse's opening. */
export const NECK = symmetric(
  curveOf("M0 180 L24 180 C24 206 22.5 224 25 240 C30 262 20 290 0 311"),
);

/** Behind everything: the bob's inner volume. */
export const HAIR_BACK = curveOf(
  "M0 64 C46 60 72 96 74 146 C76 190 82 226 70 258 C58 268 34 268 20 262 L-20 262 C-36 268 -60 268 -72 258 C-84 224 -76 190 -74 146 C-72 96 -46 60 0 64",
);

/** From the parting over the forehead to the viewer's left, down in front of the ear. */
export const HAIR_LEFT = curveOf(
  "M16 76 C6 92 -16 112 -36 124 C-46 132 -50 150 -51 172 C-51 200 -50 226 -58 254 C-62 264 -74 262 -78 250 C-84 220 -74 190 -75 150 C-77 96 -46 58 2 60 C12 60 18 66 16 76",
);
/** From the parting to the viewer's right, tucked behind the ear. */
export const HAIR_RIGHT = curveOf(
  "M14 74 C26 94 44 110 50 136 C51 142 52 148 54 152 C60 148 66 150 66 160 C66 176 62 190 62 206 C62 226 66 240 62 256 C72 260 78 250 79 240 C82 214 75 186 75 150 C75 92 46 58 2 60 C8 62 12 68 14 74",
);
export const HAIR_LIGHT = curveOf(
  "M-4 74 C-30 84 -52 106 -60 142 C-62 120 -52 92 -30 78 C-22 73 -12 71 -4 74",
);
export const HAIR_LIGHT_RIGHT = curveOf(
  "M24 76 C42 88 56 108 62 136 C62 112 50 86 24 76",
);

export const FACE_SHADE = curveOf(
  "M60 84 L62 236 L8 236 C26 226 37 206 40 184 C42 166 45 150 41 128 C39 116 40 100 34 86 L60 84",
);

export const NOSE_SIDE = curveOf(
  "M5 141 C4.5 152 5 166 8.5 178 C10.5 183 10 187 6 189 C7 182 3 168 5 141",
);
export const NOSE_UNDER = symmetric(
  curveOf("M0 191.4 C3 190 4.5 189.4 6 189.4 C7.8 189.2 8.8 188 9 186 C10.6 189.4 8.6 192.2 6 192.2 C4 192.4 2.6 193.8 0 193.8"),
);
export const NOSE_LIGHT = curveOf(
  "M-2.6 160 C-1 162 -0.6 172 -1 180 C-1.4 184 -4.4 184 -4.6 180 C-4.6 174 -3.8 166 -2.6 160",
);

/** The jacket's outline, shoulders to the lower edge. */
export const JACKET = symmetric(
  curveOf("M0 256 L28 252 C44 268 82 278 106 291 C130 303 141 330 146 372 C150 410 154 460 156 512 L0 512"),
);
export const SLEEVE_SHADE = curveOf(
  "M98 360 C102 392 106 430 106 512 L114 512 C115 452 110 398 98 360",
);
export const JACKET_SHADE = curveOf(
  "M64 274 C82 280 96 285 106 291 C130 303 141 330 146 372 C150 410 154 460 156 512 L116 512 C122 440 116 352 64 274",
);
export const LAPEL = curveOf(
  "M37 259 C38 320 24 392 1 452 C36 424 66 378 84 332 L64 325 L74 309 C68 294 60 281 47 268 L37 259",
);
export const LAPEL_SHADE = curveOf(
  "M84 332 C66 378 36 424 1 452 C40 430 74 386 90 336 L84 332",
);

export const BLOUSE = symmetric(curveOf("M0 250 L40 254 L58 280 L40 400 L0 470"));
/** The open collar: throat to the meeting point, then its outer point. */
export const COLLAR = curveOf(
  "M25 245 C30 262 20 288 2 306 L34 316 C42 300 47 284 48 268 C40 262 31 254 25 245",
);
export const COLLAR_SHADE = curveOf("M2 306 L34 316 C30 322 27 325 26 326 L2 306");
export const PLACKET = curveOf("M1 306 C3 350 3 400 1 460 L5 460 C7 400 7 350 1 306");
export const COLLARBONE = curveOf("M8 279 C16 275 24 273 34 268 C26 276 18 279 8 279");

export const DESK_Y = 462;
