/** The drawing in every corner of its parameters: nothing leaves its place, crosses or gaps. */

import assert from "node:assert/strict";
import test from "node:test";
import { eyeCurves } from "../../static/figure/eyes.js";
import { curveOf, samples } from "../../static/figure/geometry.js";
import { randomFrom } from "../../static/figure/life.js";
import { mouthCurves } from "../../static/figure/mouth.js";
import { MOUTH, NAMES, pose, RANGES } from "../../static/figure/parameters.js";
import { shapes } from "../../static/figure/shapes.js";
import { PARTS } from "../../static/figure/drawing.js";

const EYES = ["lidL", "lidR", "squint", "gazeX", "gazeY", "smile"];
const HEAD = ["jaw", "width", "round", "upper", "smile", "yaw", "pitch"];

/** Every combination of the lowest, rest and highest values of some parameters. */
function* corners(names) {
  const values = names.map((name) => [...new Set([RANGES[name][0], 0, RANGES[name][1]])]);
  const total = values.reduce((product, list) => product * list.length, 1);
  for (let index = 0; index < total; index += 1) {
    let rest = index;
    const changes = {};
    names.forEach((name, i) => {
      changes[name] = values[i][rest % values[i].length];
      rest = Math.floor(rest / values[i].length);
    });
    yield pose(changes);
  }
}

/** Random points of the whole space. */
function* anywhere(count, seed = 11) {
  const random = randomFrom(seed);
  for (let i = 0; i < count; i += 1) {
    const changes = {};
    for (const name of NAMES) changes[name] = RANGES[name][0] + (RANGES[name][1] - RANGES[name][0]) * random();
    yield pose(changes);
  }
}

const pointsOf = (d, count = 10) => samples(curveOf(d.replace("Z", "")), count);

/** Whether a point lies in a closed line of points (even-odd). */
function inside([x, y], line) {
  let odd = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i, i += 1) {
    const [xi, yi] = line[i];
    const [xj, yj] = line[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

function assertMouthInFace(p) {
  const drawing = shapes(p);
  const face = pointsOf(drawing.face.d, 24);
  for (const part of ["upperLip", "lowerLip", "mouthInside", "cornerLeft", "cornerRight"]) {
    for (const point of pointsOf(drawing[part].d, 6)) {
      assert.ok(inside(point, face), `${part} leaves the face at ${point} in ${JSON.stringify(p)}`);
    }
  }
}

test("the mouth stays inside the face in every corner of its parameters", () => {
  for (const p of corners(HEAD)) assertMouthInFace(p);
});

test("the mouth stays inside the face anywhere in the space", () => {
  for (const p of anywhere(1500)) assertMouthInFace(p);
});

test("no part of the drawing holds anything but finite numbers, and every path begins with a move", () => {
  for (const p of [...anywhere(400), ...corners(MOUTH)]) {
    for (const [id, attributes] of Object.entries(shapes(p))) {
      for (const value of Object.values(attributes)) {
        assert.doesNotMatch(String(value), /NaN|Infinity|undefined|e-/, id);
      }
      if ("d" in attributes) assert.match(String(attributes.d), /^M-?[\d.]+ -?[\d.]+C/, id);
    }
  }
});

test("every drawn part has a shape or fixed outlines, and every shape has its part", () => {
  const drawing = shapes(pose());
  const ids = new Set();
  const walk = (parts) => {
    for (const part of parts) {
      ids.add(part.id);
      if (part.tag === "path") assert.ok(part.id in drawing || part.fixed?.d, `${part.id} has no outline`);
      walk(part.parts ?? []);
    }
  };
  walk(PARTS);
  for (const id of Object.keys(drawing)) assert.ok(ids.has(id), `${id} is drawn nowhere`);
});

test("the lids never cross", () => {
  for (const p of [...corners(EYES), ...anywhere(800)]) {
    for (const side of [-1, 1]) {
      const { upper, lower } = eyeCurves(p, side);
      const [above, below] = [samples(upper), samples(lower)];
      above.forEach(([x, y], i) => {
        assert.equal(x, below[i][0]);
        assert.ok(y <= below[i][1] + 1e-9, `lids cross at ${x} in ${JSON.stringify(p)}`);
      });
    }
  }
});

test("a closed eye is closed, an open one open", () => {
  const height = (p) => {
    const { upper, lower } = eyeCurves(p, 1);
    return Math.max(...samples(lower).map(([, y], i) => y - samples(upper)[i][1]));
  };
  for (const squint of [0, 0.5, 1]) assert.ok(height(pose({ lidL: 1, squint })) < 0.01);
  assert.ok(height(pose()) > 8);
  assert.ok(height(pose({ squint: 1, gazeY: 1, smile: 1 })) > 3, "squinting is not closing");
});

test("the lips' lines never cross and leave no gap between lips and opening", () => {
  for (const p of [...corners(MOUTH), ...anywhere(800)]) {
    const { inside: opening, upperLip, lowerLip } = mouthCurves(p);
    const points = samples(opening, 8);
    const xs = points.map(([x]) => x);
    const middle = points.filter(([x]) => Math.abs(x) < 0.01).map(([, y]) => y);
    assert.ok(Math.max(...middle) - Math.min(...middle) >= 0.8, "the mouth's line vanished");
    const top = samples(upperLip, 8).filter(([x]) => Math.abs(x) < 0.01).map(([, y]) => y);
    const bottom = samples(lowerLip, 8).filter(([x]) => Math.abs(x) < 0.01).map(([, y]) => y);
    assert.ok(Math.max(...top) >= Math.min(...middle), "a gap below the upper lip");
    assert.ok(Math.min(...bottom) <= Math.max(...middle), "a gap above the lower lip");
    assert.ok(Math.min(...top) < Math.min(...middle) && Math.max(...bottom) > Math.max(...middle));
    assert.ok(Math.max(...xs) <= 25.01 && Math.max(...xs) >= 7.4);
  }
});

test("no skin shows between an open mouth and its lower lip", () => {
  for (const p of [...corners(MOUTH), ...anywhere(400)]) {
    if (p.jaw < 0.2) continue;
    const { inside: opening, lowerLip } = mouthCurves(p);
    const lip = samples(lowerLip, 24);
    const half = Math.max(...samples(opening).map(([x]) => x));
    const middle = Math.max(...samples(opening).map(([, y]) => y)) - 0.5;
    for (const [x, y] of samples(opening, 12)) {
      if (Math.abs(x) > half * 0.94 || y < middle - 6) continue;
      assert.ok(inside([x, y + 0.05], lip) || inside([x, y + 0.6], lip), `${x}, ${y} in ${JSON.stringify(p)}`);
    }
  }
});

test("eyes and brows are level and mirrored when the head is straight", () => {
  for (const smile of [0, 1]) {
    for (const squint of [0, 1]) {
      const drawing = shapes(pose({ smile, squint, browIn: 0.5, browOut: -0.5, gazeY: 0.5, jaw: 0.6 }));
      for (const part of ["white", "lash", "crease", "lowerLash", "pouch", "brow", "lidSkin"]) {
        const [left, right] = [pointsOf(drawing[`${part}R`].d), pointsOf(drawing[`${part}L`].d)];
        left.forEach(([x, y], i) => {
          assert.ok(Math.abs(y - right[i][1]) < 0.02, `${part} is not level`);
          assert.ok(Math.abs(x - 200 + (right[i][0] - 200)) < 0.03, `${part} is not mirrored`);
        });
      }
    }
  }
});

test("mouth, nose and face are mirrored at the axis when the head is straight", () => {
  const drawing = shapes(pose({ jaw: 0.5, smile: 0.5, width: 0.4 }));
  for (const part of ["face", "upperLip", "lowerLip", "mouthInside", "teeth", "noseUnder", "neck", "jacket"]) {
    const xs = pointsOf(drawing[part].d).map(([x]) => x);
    assert.ok(Math.abs(Math.min(...xs) + Math.max(...xs) - 400) < 0.1, `${part} is not mirrored`);
  }
});

test("the gaze keeps the pupil within the eye", () => {
  for (const gazeX of [-1, 0, 1]) {
    for (const gazeY of [-1, 0, 1]) {
      const drawing = shapes(pose({ gazeX, gazeY }));
      for (const side of ["L", "R"]) {
        const eye = pointsOf(drawing[`white${side}`].d, 24);
        const pupil = pointsOf(drawing[`pupil${side}`].d, 4);
        const xs = pupil.map(([x]) => x);
        const ys = pupil.map(([, y]) => y);
        const centre = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
        assert.ok(inside(centre, eye), `pupil outside at ${gazeX}, ${gazeY}`);
      }
    }
  }
});

test("values beyond a range or no numbers at all do not break the drawing", () => {
  const wild = pose({ jaw: 9, smile: Number.NaN, lidL: Infinity, gazeX: -40, yaw: "x" });
  assert.equal(wild.jaw, 1);
  assert.equal(wild.smile, pose().smile);
  assert.equal(wild.gazeX, -1);
  assertMouthInFace(wild);
});

test("the parting closes over the top of the forehead in every turn", () => {
  for (const p of corners(["yaw", "pitch", "roll"])) {
    const drawing = shapes(p);
    const locks = [pointsOf(drawing.hairLeft.d, 24), pointsOf(drawing.hairRight.d, 24)];
    const topY = Math.min(...pointsOf(drawing.face.d, 24).map(([, y]) => y));
    for (const [x, y] of pointsOf(drawing.face.d, 24)) {
      if (y > topY + 2) continue;
      assert.ok(locks.some((lock) => inside([x, y], lock)), `bare crown at ${x}, ${y}`);
    }
  }
});

test("ear and earring keep their form in every turn", () => {
  const size = (d) => {
    const points = pointsOf(d);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  };
  const rest = shapes(pose());
  for (const p of corners(["yaw", "pitch"])) {
    for (const part of ["earRight", "earring"]) {
      const expected = size(rest[part].d);
      size(shapes(p)[part].d).forEach((value, i) => assert.ok(Math.abs(value - expected[i]) < 0.05, part));
    }
  }
});
