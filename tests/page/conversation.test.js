import assert from "node:assert/strict";
import { test } from "node:test";
import {
  apply,
  asked,
  EMPTY,
  isOpen,
  lost,
  openTurn,
  paragraphs,
  plainText,
  rated,
  superseded,
} from "../../static/page/conversation.js";

/** @param {object[]} messages */
const after = (messages, start = EMPTY) => messages.reduce(apply, start);
const accepted = { type: "accepted", turn: "t1", seq: 1, text: "问" };
const sentence = (index, text, more = {}) => ({
  type: "sentence",
  turn: "t1",
  sentence: index,
  text,
  tone: "warm",
  intensity: 0.5,
  ...more,
});

test("text grows by deltas, and the whole sentence takes their place", () => {
  const begun = after([
    accepted,
    { type: "delta", turn: "t1", seq: 2, sentence: 0, text: "数据" },
    { type: "delta", turn: "t1", seq: 3, sentence: 0, text: "产品" },
  ]);
  assert.equal(begun.turns[0].sentences[0].text, "数据产品");
  assert.equal(begun.turns[0].sentences[0].whole, false);
  const whole = apply(begun, { ...sentence(0, "数据产品。"), seq: 4 });
  assert.equal(whole.turns[0].sentences[0].text, "数据产品。");
  const late = apply(whole, { type: "delta", turn: "t1", seq: 5, sentence: 0, text: "多余" });
  assert.equal(late.turns[0].sentences[0].text, "数据产品。");
});

test("a repeated message changes nothing", () => {
  const delta = { type: "delta", turn: "t1", seq: 2, sentence: 0, text: "一" };
  const once = after([accepted, delta]);
  assert.equal(apply(once, delta), once);
});

test("accepted names the question that waits, in order", () => {
  const waiting = asked(asked(EMPTY, "a", "一"), "b", "二");
  const first = apply(waiting, { ...accepted, text: "一" });
  assert.deepEqual(
    first.turns.map((turn) => [turn.key, turn.id, turn.state]),
    [
      ["a", "t1", "running"],
      ["b", "", "asked"],
    ],
  );
});

test("a replayed turn of before a reload is not this page's own", () => {
  const replayed = after([accepted]);
  assert.equal(replayed.turns[0].own, false);
  assert.equal(replayed.turns[0].question, "问");
});

test("a lost question that the server had taken after all is found again", () => {
  const gone = lost(asked(EMPTY, "a", "问"));
  assert.equal(gone.turns[0].state, "lost");
  const found = apply(gone, accepted);
  assert.equal(found.turns.length, 1);
  assert.equal(found.turns[0].state, "running");
});

test("a fresh session's names never meet the old ones", () => {
  const old = after([accepted, { ...sentence(0, "旧。"), seq: 2 }], asked(EMPTY, "a", "问"));
  const fresh = apply(old, { type: "welcome", resumed: false });
  assert.equal(fresh.lastSeq, 0);
  assert.deepEqual([fresh.turns[0].id, fresh.turns[0].state], ["", "lost"]);
  const again = after([accepted, { ...sentence(0, "新。"), seq: 2 }], asked(fresh, "b", "问"));
  assert.deepEqual(
    again.turns.map((turn) => plainText(turn)),
    ["旧。", "新。"],
  );
});

test("a fresh session keeps a question that still waits to be sent", () => {
  const fresh = apply(asked(EMPTY, "a", "问"), { type: "welcome", resumed: false });
  assert.equal(fresh.turns[0].state, "asked");
});

test("a resumed session changes nothing", () => {
  const running = after([accepted]);
  assert.equal(apply(running, { type: "welcome", resumed: true }), running);
});

test("an error without a turn is about the latest question", () => {
  const failed = apply(asked(EMPTY, "a", "问"), { type: "error", code: "too_fast", text: "太快" });
  assert.deepEqual([failed.turns[0].state, failed.turns[0].error], ["failed", "太快"]);
});

test("an error inside a turn stays visible when done follows", () => {
  const failed = after([
    accepted,
    { type: "error", turn: "t1", seq: 2, code: "internal", text: "出错" },
    { type: "done", turn: "t1", seq: 3, outcome: "error", tone: "apologetic", confidence: 0 },
  ]);
  assert.equal(failed.turns[0].state, "failed");
  assert.equal(failed.turns[0].error, "出错");
});

test("sentences of one block and role form a paragraph; opener and closing stand apart", () => {
  const turn = after([
    accepted,
    { ...sentence(0, "别急。", { role: "opener" }), seq: 2 },
    { ...sentence(1, "甲。", { block: 1 }), seq: 3 },
    { ...sentence(2, "乙。", { block: 1 }), seq: 4 },
    { ...sentence(3, "丙。", { block: 2 }), seq: 5 },
    { ...sentence(4, "供参考。", { role: "closing", block: 3 }), seq: 6 },
  ]).turns[0];
  assert.deepEqual(
    paragraphs(turn.sentences).map((one) => [one.role, one.sentences.length]),
    [
      ["opener", 1],
      ["answer", 2],
      ["answer", 1],
      ["closing", 1],
    ],
  );
  assert.equal(plainText(turn), "别急。\n甲。乙。\n丙。\n供参考。");
});

test("English sentences are parted by a space", () => {
  const turn = after([
    accepted,
    { ...sentence(0, "First."), seq: 2 },
    { ...sentence(1, "Second."), seq: 3 },
  ]).turns[0];
  assert.equal(plainText(turn), "First. Second.");
});

test("stopping, superseding and rating leave other turns alone", () => {
  const two = asked(apply(asked(EMPTY, "a", "问"), accepted), "b", "二");
  const stopped = apply(two, { type: "stopped", turn: "t1", seq: 2, reason: "barge_in" });
  assert.deepEqual(
    stopped.turns.map((turn) => turn.state),
    ["stopped", "asked"],
  );
  assert.equal(openTurn(stopped)?.key, "b");
  assert.equal(superseded(stopped).turns.some(isOpen), false);
  const liked = rated(rated(stopped, "a", "up"), "a", "report");
  assert.deepEqual([liked.turns[0].rating, liked.turns[0].reported], ["up", true]);
  assert.equal(liked.turns[1].rating, null);
});
