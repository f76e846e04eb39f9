/** Speech, tones and life over time. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { blended, followed, poseOf } from "../../static/figure/expression.js";
import {
  blinkAt, blinksUpTo, breathAt, BREATH_MS, gazeAt, life, randomFrom, STATES,
} from "../../static/figure/life.js";
import { mouthCurves } from "../../static/figure/mouth.js";
import { NAMES, pose, RANGES, REST } from "../../static/figure/parameters.js";
import {
  breathRate, GESTURES, gestureOffsets, speechShares, toneOffsets, TONES,
} from "../../static/figure/tones.js";
import { activeAt, beatsOf, endOf, mouthAt, VISEMES } from "../../static/figure/visemes.js";

const NAMES_OF_VISEMES = Object.keys(VISEMES);

/** A random track; short sounds and overlaps included. */
function randomTrack(seed, count = 60) {
  const random = randomFrom(seed);
  const track = { visemes: [], times: [], durations: [], weights: [] };
  let time = 0;
  for (let i = 0; i < count; i += 1) {
    track.visemes.push(NAMES_OF_VISEMES[Math.floor(random() * NAMES_OF_VISEMES.length)]);
    track.times.push(Math.round(time));
    const duration = 15 + random() * 180;
    track.durations.push(Math.round(duration));
    track.weights.push(random());
    time += duration * (0.6 + 0.5 * random());
  }
  return track;
}

const closedList = (file, name) => {
  const text = readFileSync(new URL(`../../avatar/${file}`, import.meta.url), "utf-8");
  const body = text.match(new RegExp(`^${name} = Literal\\[([^\\]]*)\\]`, "m"))[1];
  return [...body.matchAll(/"(\w+)"/g)].map(([, word]) => word);
};

test("tones, gestures and visemes are exactly the closed lists of the server", () => {
  assert.deepEqual([...TONES], closedList("tone.py", "Tone"));
  assert.deepEqual([...GESTURES], closedList("tone.py", "Gesture"));
  assert.deepEqual([...NAMES_OF_VISEMES].sort(), closedList("cues.py", "Viseme").sort());
});

test("speech never opens wider than 0.8, whatever the track and the tone", () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const track = randomTrack(seed);
    for (const tone of TONES) {
      for (let ms = -50; ms < endOf(track); ms += 37) {
        const p = poseOf({ tone: toneOffsets(tone, 1), speech: { track, ms, beats: [] } });
        assert.ok(p.jaw <= 0.8, `${p.jaw} at ${ms}`);
        for (const name of NAMES) assert.ok(p[name] >= RANGES[name][0] - 1e-9 && p[name] <= RANGES[name][1] + 1e-9, name);
      }
    }
  }
});

test("at most two visemes work at once and their strengths sum to at most 1", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const track = randomTrack(seed);
    for (let ms = -50; ms < endOf(track); ms += 5) {
      const active = activeAt(track, ms);
      assert.ok(active.length <= 2);
      assert.ok(active.reduce((sum, { strength }) => sum + strength, 0) <= 1 + 1e-9);
    }
  }
});

test("a sound opens within 50 ms, holds and lets go within 80 ms", () => {
  const track = { visemes: ["aa"], times: [100], durations: [200], weights: [1] };
  const jaw = (ms) => mouthAt(track, ms, REST).jaw;
  assert.equal(jaw(74), 0);
  assert.ok(jaw(100) > 0.3 && jaw(100) < 0.5);
  assert.equal(jaw(125), 0.8);
  assert.equal(jaw(270), 0.8);
  assert.ok(jaw(315) > 0.3 && jaw(315) < 0.5);
  assert.equal(jaw(356), 0);
});

test("the mouth moves without jumps through a dense track", () => {
  const track = { visemes: [], times: [], durations: [], weights: [] };
  for (let i = 0; i < 40; i += 1) {
    track.visemes.push(NAMES_OF_VISEMES[1 + (i % 14)]);
    track.times.push(i * 90);
    track.durations.push(90);
    track.weights.push(0.9);
  }
  for (let ms = 0; ms < 3600; ms += 1) {
    const step = Math.abs(mouthAt(track, ms + 1, REST).jaw - mouthAt(track, ms, REST).jaw);
    assert.ok(step < 0.05, `jump of ${step} at ${ms}`);
  }
});

test("emotion keeps the corners while speech opens the mouth", () => {
  const track = { visemes: ["aa"], times: [0], durations: [200], weights: [1] };
  const spoken = poseOf({ tone: toneOffsets("glad", 1), speech: { track, ms: 100, beats: [] } });
  const silent = poseOf({ tone: toneOffsets("glad", 1) });
  assert.equal(spoken.smile, silent.smile);
  assert.equal(spoken.jaw, 0.8);
});

test("beats keep their distance and fall on vowels", () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const track = randomTrack(seed, 120);
    const beats = beatsOf(track);
    beats.slice(1).forEach((time, i) => assert.ok(time - beats[i] >= 900));
    for (const time of beats) assert.ok("aaOEIU".includes(track.visemes[track.times.indexOf(time)]));
  }
});

test("an empty track is silence that ends at once", () => {
  const track = { visemes: [], times: [], durations: [], weights: [] };
  assert.equal(endOf(track), 0);
  assert.deepEqual(activeAt(track, 10), []);
  assert.deepEqual(beatsOf(track), []);
});

test("blinks come 2 to 6 seconds apart, not in step, some of them doubled", () => {
  for (const seed of [1, 7, 99]) {
    const blinks = blinksUpTo(1_800_000, seed);
    const gaps = blinks.slice(1).map((time, i) => time - blinks[i]);
    for (const gap of gaps) assert.ok(gap >= 2000 && gap <= 6000, `${gap}`);
    assert.ok(new Set(gaps.map((gap) => Math.round(gap / 100))).size > 15);
    const doubled = blinks.filter((time) => blinkAt(time + 240 + 60, seed) > 0.5).length;
    assert.ok(doubled > 0.05 * blinks.length && doubled < 0.3 * blinks.length);
    for (const time of blinks.slice(0, 50)) {
      assert.ok(blinkAt(time + 65, seed) > 0.95, "the lids do not meet");
      assert.equal(blinkAt(time + 151, seed), 0);
    }
  }
});

test("a blink closes the eye in every tone", () => {
  for (const tone of TONES) {
    const p = poseOf({ tone: toneOffsets(tone, 1), life: { lidL: 1, lidR: 1 } });
    assert.ok(p.lidL > 0.9999 && p.lidR > 0.9999, tone);
  }
});

test("listening, the eyes are on the visitor 70 % of the time; thinking, they go up and aside", () => {
  let on = 0;
  let up = 0;
  const count = 30_000;
  for (let i = 0; i < count; i += 1) {
    if (gazeAt(i * 100, 5, "listening").onVisitor) on += 1;
    const { x, y } = gazeAt(i * 100, 5, "thinking");
    if (x > 0.3 && y < -0.3) up += 1;
  }
  assert.ok(on / count > 0.66 && on / count < 0.74, `${on / count}`);
  assert.ok(up / count > 0.85, `${up / count}`);
});

test("life is a pure function of time and seed", () => {
  const options = { seed: 21, state: "listening", breathMs: 5000 };
  const late = life(60_000, options);
  life(1000, options);
  assert.deepEqual(life(60_000, options), late);
  assert.notDeepEqual(life(60_000, { ...options, seed: 22 }), late);
});

test("life goes on after days", () => {
  const days = 20 * 86_400_000;
  for (const state of STATES) {
    for (const value of Object.values(life(days + 1234, { seed: 3, state, breathMs: days }))) assert.ok(Number.isFinite(value));
  }
});

test("the breath takes four seconds and has no jump", () => {
  assert.equal(breathAt(0), 0);
  for (let ms = 0; ms < 2 * BREATH_MS; ms += 10) {
    assert.ok(Math.abs(breathAt(ms + 10) - breathAt(ms)) < 0.02);
    assert.ok(Math.abs(breathAt(ms + BREATH_MS) - breathAt(ms)) < 1e-9);
  }
  assert.ok(breathRate("calm", 1) < 0.8);
});

test("with reduced motion nothing moves by itself", () => {
  for (const state of STATES) {
    const first = life(0, { seed: 7, state, breathMs: 0, still: true });
    for (let ms = 0; ms < 20_000; ms += 250) {
      assert.deepEqual(life(ms, { seed: 7, state, breathMs: ms, still: true }), first);
    }
    assert.equal(first.lidL, undefined);
    assert.equal(first.breath, undefined);
  }
});

test("the tones differ from one another, and grow with their strength", () => {
  for (const tone of TONES) {
    for (const other of TONES) {
      if (tone === other) continue;
      const [a, b] = [toneOffsets(tone, 1), toneOffsets(other, 1)];
      const apart = NAMES.reduce((sum, name) => sum + Math.abs((a[name] ?? 0) - (b[name] ?? 0)), 0);
      assert.ok(apart > 0.35, `${tone} looks like ${other}`);
    }
    for (const [name, value] of Object.entries(toneOffsets(tone, 1))) {
      assert.ok(Math.abs(toneOffsets(tone, 0.4)[name]) < Math.abs(value));
    }
  }
});

test("intensity 0 and unknown tones read as neutral", () => {
  for (const tone of TONES) assert.ok(Object.values(toneOffsets(tone, 0)).every((value) => Math.abs(value) === 0));
  assert.deepEqual(toneOffsets("furious", 1), {});
  assert.deepEqual(toneOffsets("glad", Number.NaN), toneOffsets("glad", 0));
});

test("a sad or grave tone never smiles more than the rest pose does", () => {
  for (const tone of ["serious", "apologetic"]) {
    assert.ok(poseOf({ tone: toneOffsets(tone, 1) }).smile <= REST.smile);
  }
});

test("gestures begin and end at nothing and never jump", () => {
  for (const gesture of GESTURES) {
    assert.deepEqual(gestureOffsets(gesture, 0), {});
    assert.deepEqual(gestureOffsets(gesture, 5000), {});
    for (let ms = 0; ms < 2500; ms += 10) {
      const [a, b] = [gestureOffsets(gesture, ms), gestureOffsets(gesture, ms + 10)];
      for (const name of NAMES) assert.ok(Math.abs((a[name] ?? 0) - (b[name] ?? 0)) < 0.08, `${gesture} ${name} at ${ms}`);
    }
  }
});

test("blending starts at the first and ends at the second set of offsets", () => {
  const [warm, serious] = [toneOffsets("warm", 1), toneOffsets("serious", 1)];
  assert.deepEqual(pose(blended(warm, serious, 0)), pose(warm));
  assert.deepEqual(pose(blended(warm, serious, 1)), pose(serious));
});

test("the body follows smoothly and arrives; lids and breath follow at once", () => {
  let current = {};
  const target = { yaw: 0.5, lidL: 1, breath: 0.4 };
  current = followed(current, target, 16);
  assert.equal(current.lidL, 1);
  assert.equal(current.breath, 0.4);
  assert.ok(current.yaw > 0 && current.yaw < 0.1);
  for (let i = 0; i < 120; i += 1) current = followed(current, target, 16);
  assert.ok(Math.abs(current.yaw - 0.5) < 0.001);
});

test("nobody is smiled at in comfort, in apology or in earnest", () => {
  for (const tone of ["empathetic", "apologetic", "serious"]) {
    for (const strength of [0.6, 0.8, 1]) {
      const { smile } = poseOf({ tone: toneOffsets(tone, strength), speech: null });
      assert.ok(smile <= 0.05, `${tone} at ${strength}: ${smile}`);
    }
  }
});

/** The pose in the middle of a sound, said in a tone. */
function saying(viseme, tone, intensity) {
  const track = { visemes: [viseme], times: [0], durations: [200], weights: [1] };
  const speech = { track, ms: 100, beats: [] };
  return poseOf({ tone: toneOffsets(tone, intensity), shares: speechShares(tone, intensity), speech });
}

test("comfort and apology are never spoken with a startled mouth", () => {
  for (const tone of ["calm", "empathetic", "apologetic"]) {
    for (const viseme of ["O", "U"]) {
      const [soft, plain] = [saying(viseme, tone, 0.7), saying(viseme, "neutral", 0.7)];
      assert.ok(soft.jaw < 0.7 * plain.jaw, `${tone} ${viseme}: jaw ${soft.jaw}`);
      assert.ok(soft.round < 0.65 * plain.round, `${tone} ${viseme}: round ${soft.round}`);
    }
  }
});

test("what is serious is spoken without smiling corners and with few teeth", () => {
  for (const viseme of NAMES_OF_VISEMES) {
    const p = saying(viseme, "serious", 0.6);
    assert.ok(p.teeth <= 0.4, `${viseme}: teeth ${p.teeth}`);
    assert.ok(p.width <= 0.2, `${viseme}: width ${p.width}`);
    // An opening that only hangs below its corners is a laugh.
    const hangs = (moment) => {
      const line = mouthCurves(moment).inside;
      const lowest = Math.max(...line.filter((_, i) => i % 2 === 1));
      return lowest - line[1];
    };
    const plain = saying(viseme, "neutral", 0.6);
    const spread = !VISEMES[viseme].round && p.jaw > 0.1;
    if (spread) assert.ok(hangs(p) <= 0.75 * hangs(plain), `${viseme}: ${hangs(p)} of ${hangs(plain)}`);
  }
});

test("a tone that restrains nothing speaks as before, at every strength", () => {
  for (const tone of ["neutral", "warm", "glad", "encouraging", "furious"]) {
    assert.ok(Object.values(speechShares(tone, 1)).every((share) => share === 1), tone);
  }
  for (const tone of TONES) {
    assert.ok(Object.values(speechShares(tone, 0)).every((share) => share === 1), tone);
  }
});
