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
  "M44 153 C52 145 63 145 62.5 158 C62 170 59 184 52.5 186 C47 186 44 178 44 153",
);
export const EAR_SHADE = curveOf(
  "M52 157 C55 152 59 153 58.6 160 C58 168 56 176 53 179 C54.5 171 54 164 52 157",
);

/** From behind the chin down to the blouse's opening. */
export const NECK = symmetric(
  curveOf("M0 180 L24 180 C24 206 22.5 224 24.5 242 C29 262 18 288 0 304"),
);

/** Behind everything: the bob's inner volume. */
export const HAIR_BACK = curveOf(
  "M0 64 C38 63 64 88 70 132 C73 160 76 190 73 216 C70 240 63 255 51 264 L46 286 L-46 286 L-51 264 C-63 255 -70 240 -73 216 C-76 190 -73 160 -70 132 C-64 88 -38 63 0 64",
);

/** From the parting over the forehead to the viewer's left, down in front of the ear. */
export const HAIR_LEFT = curveOf(
  "M15 91 C4 102 -16 112 -32 121 C-44 128 -48 144 -49 164 C-49.5 188 -48 208 -45.5 230 C-44 244 -43 258 -45 268 C-64 258 -76 238 -78 210 C-79 186 -74 162 -71 134 C-65 88 -38 60 -2 61 C10 63 21 76 15 91",
);
/** From the parting to the viewer's right, tucked behind the ear. */
export const HAIR_RIGHT = curveOf(
  "M13 90 C26 98 42 110 48 132 C50 142 52 148 55 152 C61 148 66 151 66 160 C66 174 62 184 61 196 C60 216 57 240 46 268 C64 258 75 238 77 212 C78 188 74 162 71 134 C66 90 42 62 -2 61 C6 64 10 76 13 90",
);
export const HAIR_LIGHT = curveOf(
  "M7 75 C-12 92 -42 100 -56 128 C-63 142 -66 168 -68 196 C-71 170 -69 142 -60 121 C-49 97 -19 85 7 75",
);
export const HAIR_LIGHT_RIGHT = curveOf(
  "M20 75 C38 83 55 102 61 130 C63 140 66 150 68 160 C69 140 65 120 59 108 C49 90 36 79 20 75",
);

export const FACE_SHADE = curveOf(
  "M60 84 L62 236 L8 236 C26 226 37 206 40 184 C42.5 166 47 153 48.6 140 L60 84",
);

export const NOSE_SIDE = curveOf(
  "M5 141 C4.5 152 5 166 8.5 178 C10.5 183 10 187 6 189 C7 182 3 168 5 141",
);
export const NOSE_UNDER = symmetric(
  curveOf(
    "M0 191.4 C3 190 4.2 189.4 5.4 189.4 C7.2 189.2 8.2 188 8.2 186 C9.8 189.4 8 192 5.6 192 C3.8 192.2 2.4 193.6 0 193.6",
  ),
);
export const NOSE_LIGHT = curveOf(
  "M-2.6 160 C-1 162 -0.6 172 -1 180 C-1.4 184 -4.4 184 -4.6 180 C-4.6 174 -3.8 166 -2.6 160",
);

/** The jacket's outline, shoulders to the lower edge. */
export const JACKET = symmetric(
  curveOf(
    "M0 256 L27 250 C39 265 68 273 89 281 C113 291 123 314 127 346 C131 384 133 430 132 512 L0 512",
  ),
);
export const SLEEVE_SHADE = curveOf(
  "M87 348 C92 384 88 424 78 466 L78 512 L99 512 C100 450 98 390 87 348",
);
export const JACKET_SHADE = curveOf(
  "M58 269 C72 275 82 278 89 281 C113 291 123 314 127 346 C131 384 133 430 132 512 L99 512 C100 450 98 390 87 348 C84 320 76 292 58 269",
);
export const LAPEL = curveOf(
  "M34 257 C37 316 25 388 -3 449 C32 416 62 373 78 331 L60 323 L71 307 C64 292 55 279 44 266 L34 257",
);
export const LAPEL_SHADE = curveOf(
  "M78 331 C62 373 32 416 -3 449 C36 422 65 380 81.5 333.5 L78 331",
);

export const BLOUSE = symmetric(curveOf("M0 258 L22 246 L34 257 L52 282 L36 390 L0 440"));
/** The open collar: throat to the meeting point, then its outer point. */
export const COLLAR = curveOf(
  "M23.6 243 C29 262 18 288 0 307 L32 316 C40 301 44.5 285 45 270 C37 263 29 254 23.6 243",
);
export const PLACKET = curveOf("M0 309 C2 345 2 395 0.5 440 L2.5 434 C4 394 4 345 0 309");
export const COLLARBONE = curveOf("M6 282 C11 278.6 16 276.4 22 275 C17 279 12 281.6 6 282");

export const DESK_Y = 462;
