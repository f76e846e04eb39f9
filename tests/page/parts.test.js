import assert from "node:assert/strict";
import { test } from "node:test";

// The views extend the browser's own classes; their pure parts are tested here without one.
globalThis.HTMLElement ??= class {};
globalThis.customElements ??= { define() {} };

const { MARK, portalOrigin, readPortalMessage } = await import("../../static/page/bridge.js");
const { contactsAgain, inLanguage } = await import("../../static/page/cards.js");
const { spokenUntil } = await import("../../static/page/captions.js");
const { labelled } = await import("../../static/page/clipboard.js");
const { counterText, lengthOf, sends } = await import("../../static/page/composer.js");
const { localVoiceIndex, spokenLanguage } = await import("../../static/page/player.js");
const protocol = await import("../../static/page/protocol.js");
const { force, particulars, safeLink, sourceName } = await import("../../static/page/sources.js");
const { firstLanguage, languageUsed, TEXTS, text } = await import("../../static/i18n.js");

/** @param {object} header @param {number[]} sound */
function frame(header, sound) {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(4 + head.length + sound.length);
  new DataView(bytes.buffer).setUint32(0, head.length, false);
  bytes.set(head, 4);
  bytes.set(sound, 4 + head.length);
  return bytes.buffer;
}

test("an audio frame gives its header and its bytes", () => {
  const read = protocol.readAudioFrame(frame({ turn: "t1", sentence: 2 }, [1, 2, 3]));
  assert.equal(read.turn, "t1");
  assert.equal(read.sentence, 2);
  assert.deepEqual([...new Uint8Array(read.bytes)], [1, 2, 3]);
});

test("a broken audio frame is none, however it is cut", () => {
  const whole = frame({ turn: "t1", sentence: 2 }, []);
  for (let length = 0; length < whole.byteLength; length += 1) {
    assert.equal(protocol.readAudioFrame(whole.slice(0, length)), null);
  }
  assert.equal(protocol.readAudioFrame(frame({ turn: 1 }, [0])), null);
});

test("PCM becomes floats within one", () => {
  const bytes = new Int16Array([0, 32767, -32768, 16384]).buffer;
  const samples = [...protocol.pcmSamples(bytes)];
  assert.equal(samples[0], 0);
  assert.equal(samples[2], -1);
  assert.equal(samples[3], 0.5);
  assert.ok(samples.every((one) => one >= -1 && one < 1));
});

test("the back-off grows, is capped and is spread", () => {
  assert.deepEqual([protocol.backoff(0, 0), protocol.backoff(0, 1)], [250, 500]);
  assert.deepEqual([protocol.backoff(50, 0), protocol.backoff(50, 1)], [7500, 15000]);
  for (let attempt = 1; attempt < 12; attempt += 1) {
    assert.ok(protocol.backoff(attempt, 0.5) >= protocol.backoff(attempt - 1, 0.5));
  }
});

test("streamed lines come whole, however the stream is cut", () => {
  const stream = '{"type":"a"}\n\ndata: {"type":"b"}\n: comment\n';
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const first = protocol.takeLines("", stream.slice(0, cut));
    const second = protocol.takeLines(first.rest, stream.slice(cut));
    const messages = [...first.lines, ...second.lines].map(protocol.messageOfLine).filter(Boolean);
    assert.deepEqual(
      messages.map((one) => one.type),
      ["a", "b"],
    );
  }
  assert.equal(protocol.messageOfLine("{broken"), null);
  assert.equal(protocol.parseMessage("[1]"), null);
});

test("the socket is dialled beside the page", () => {
  assert.equal(protocol.socketAddress("https://a.example/?embed=1"), "wss://a.example/ws");
  assert.equal(protocol.socketAddress("http://10.0.0.2:8080/x"), "ws://10.0.0.2:8080/ws");
});

test("Enter sends, but neither with Shift nor while an input method composes", () => {
  const enter = { key: "Enter", shiftKey: false, isComposing: false, keyCode: 13 };
  assert.equal(sends(enter), true);
  assert.equal(sends({ ...enter, shiftKey: true }), false);
  assert.equal(sends({ ...enter, isComposing: true }), false);
  assert.equal(sends({ ...enter, keyCode: 229 }), false);
  assert.equal(sends({ ...enter, key: "a" }), false);
});

test("the counter speaks near the limit and past it; a pair of surrogates is one character", () => {
  assert.equal(lengthOf("问𠀀"), 2);
  assert.deepEqual(counterText(439, 500, "zh"), { words: "", over: false });
  assert.deepEqual(counterText(440, 500, "zh"), { words: "还可输入 60 字", over: false });
  assert.deepEqual(counterText(500, 500, "zh"), { words: "还可输入 0 字", over: false });
  assert.equal(counterText(501, 500, "zh").over, true);
});

test("captions never run back and end whole", () => {
  const words = { starts: [0, 2, 4], ends: [2, 4, 6], times: [0, 200, 400], durations: [] };
  const seen = [-50, 0, 199, 200, 399, 400, 599, 600].map((now) => spokenUntil(words, 6, 600, now));
  assert.deepEqual(seen, [0, 2, 2, 4, 4, 6, 6, 6]);
  const empty = { starts: [], ends: [], times: [], durations: [] };
  assert.equal(spokenUntil(empty, 10, 1000, 500), 5);
  assert.equal(spokenUntil(empty, 10, 0, 0), 10);
});

test("only a voice of the device itself is taken", () => {
  const voices = [
    { lang: "zh-CN", localService: false },
    { lang: "en-US", localService: true },
    { lang: "zh_TW", localService: true },
  ];
  assert.equal(localVoiceIndex(voices, "zh"), 2);
  assert.equal(localVoiceIndex(voices.slice(0, 2), "zh"), -1);
  assert.equal(spokenLanguage("API 接口"), "zh");
  assert.equal(spokenLanguage("An API"), "en");
});

test("a source is named by law and article, or by its title", () => {
  const law = { title: "全文", grade: "法规", law: "网络安全法", article: 23, paragraph: 3 };
  assert.equal(sourceName(law, "zh"), "《网络安全法》第23条第3款");
  assert.equal(sourceName(law, "en"), "网络安全法, Art. 23, para. 3");
  const item = { ...law, paragraph: null, section: "（三）" };
  assert.equal(sourceName(item, "zh"), "《网络安全法》第23条第（三）项");
  assert.equal(sourceName(item, "en"), "网络安全法, Art. 23, item 3");
  const within = { title: "甲", grade: "法规", law: "刑法", article: 120, part: 1 };
  assert.equal(sourceName(within, "zh"), "《刑法》第120条之1");
  assert.equal(sourceName(within, "en"), "刑法, Art. 120-1");
  for (const [section, number] of [
    ["（十）", 10],
    ["（十二）", 12],
    ["（二十一）", 21],
  ]) {
    assert.equal(sourceName({ ...item, section }, "en"), `网络安全法, Art. 23, item ${number}`);
  }
  assert.equal(sourceName({ ...law, section: "附则" }, "zh"), "《网络安全法》第23条第3款");
  const house = { title: "规范", grade: "官方", law: "数商管理规范", article: 4 };
  assert.equal(sourceName(house, "zh"), "《数商管理规范》第4条");
  assert.equal(sourceName({ title: "一次圆桌", grade: "发言" }, "zh"), "一次圆桌");
  assert.equal(sourceName({ title: "《甲》", grade: "标准" }, "zh"), "《甲》");
  const standard = { title: "甲", grade: "标准", section: "8.2 a)" };
  assert.equal(sourceName(standard, "zh"), "《甲》 8.2 a)");
  assert.equal(sourceName(standard, "en"), "甲, 8.2 a)");
  for (const [section, shown] of [
    ["4.2", "4.2"],
    ["8.2a)", "8.2 a)"],
    ["8.1 b) 9)", "8.1 b)9)"],
    ["9.1 c)、h)", "9.1 c)、h)"],
    ["9.1 g) 注", "9.1 g) 注"],
    ["4.2 注2", "4.2 注2"],
    ["4.2 b)；8.2 a)", "4.2 b)、8.2 a)"],
  ]) {
    assert.equal(sourceName({ ...standard, section }, "zh"), `《甲》 ${shown}`);
  }
  assert.equal(sourceName({ ...standard, section: "封面" }, "zh"), "《甲》");
});

test("in English a source has its English name, where there is one", () => {
  const law = { title: "全文", grade: "法规", law: "网络安全法", english: "Cybersecurity Law" };
  assert.equal(sourceName({ ...law, article: 23 }, "en"), "Cybersecurity Law, Art. 23");
  assert.equal(sourceName({ ...law, article: 23 }, "zh"), "《网络安全法》第23条");
  const standard = { title: "甲", grade: "标准", section: "8.2 a)", english: "Alpha (GB 1)" };
  assert.equal(sourceName(standard, "en"), "Alpha (GB 1), 8.2 a)");
});

test("a card follows the language of the page, as far as it is known in it", () => {
  const card = { kind: "related", title: "登记收费吗？", other_title: "Is there a fee?" };
  assert.equal(inLanguage(card, "zh").title, "登记收费吗？");
  assert.equal(inLanguage(card, "en").title, "Is there a fee?");
  const based = { ...card, why: "《条例》第五条", other_why: "Regulations, Art. 5" };
  assert.equal(inLanguage(based, "en").why, "Regulations, Art. 5");
  assert.equal(inLanguage({ ...card, why: "《条例》" }, "en").why, "《条例》");
  const english = {
    ...card,
    title: "Is there a fee?",
    other_title: "登记收费吗？",
    language: "en",
  };
  assert.equal(inLanguage(english, "zh").title, "登记收费吗？");
  assert.equal(inLanguage({ kind: "ask", title: "只有中文" }, "en").title, "只有中文");
});

test("dates of force are told as far as they are known", () => {
  const item = { title: "甲", grade: "法规" };
  assert.equal(force(item, "zh"), "");
  assert.equal(force({ ...item, effective_from: "2026-01-01" }, "zh"), "2026-01-01 起施行");
  const ended = { ...item, effective_from: "2020-01-01", effective_to: "2025-12-31" };
  assert.equal(force(ended, "zh"), "2020-01-01 起，至 2025-12-31 止");
  assert.deepEqual(particulars(item, "zh"), [["来源类别", "法规"]]);
});

test("a quoted article shows its words, their version and where they are from", () => {
  const item = { title: "甲", grade: "法规", words: "一款。\n二款。", words_from: "官网" };
  assert.deepEqual(particulars({ ...item, version: "2025年修正" }, "zh"), [
    ["条文原文", "一款。\n二款。"],
    ["文本来源", "官网"],
    ["文本版本", "2025年修正"],
    ["来源类别", "法规"],
  ]);
});

test("only web addresses become links", () => {
  assert.equal(safeLink("https://www.gov.cn/"), "https://www.gov.cn/");
  for (const bad of [
    undefined,
    "",
    "javascript:alert(1)",
    "data:text/html,x",
    "/here",
    "nonsense",
  ]) {
    assert.equal(safeLink(bad), "");
  }
});

test("a copy carries its label once", () => {
  assert.equal(labelled("答", "（数字人 · AI生成）"), "答\n\n（数字人 · AI生成）");
  assert.equal(labelled("答（数字人 · AI生成）", "（数字人 · AI生成）"), "答（数字人 · AI生成）");
});

test("a portal's message is taken only with the mark and in the known form", () => {
  assert.deepEqual(readPortalMessage({ mark: MARK, kind: "ask", text: "问" }), {
    kind: "ask",
    text: "问",
  });
  assert.deepEqual(readPortalMessage({ mark: MARK, kind: "focus", more: 1 }), { kind: "focus" });
  for (const bad of [
    null,
    "ask",
    { kind: "ask", text: "问" },
    { mark: MARK, kind: "ask", text: 1 },
    { mark: MARK, kind: "close" },
  ]) {
    assert.equal(readPortalMessage(bad), null);
  }
});

test("the portal's origin is an origin of the web, and only inside a frame", () => {
  const page = "https://a.example/?embed=1&origin=";
  assert.equal(portalOrigin(`${page}https://b.example`), "https://b.example");
  assert.equal(portalOrigin(`${page}https://b.example/path`), "https://b.example");
  assert.equal(portalOrigin(`${page}null`), "");
  assert.equal(portalOrigin(`${page}javascript:1`), "");
  assert.equal(portalOrigin("https://a.example/?origin=https://b.example"), "");
});

test("both languages say everything, with the same blanks", () => {
  const blanks = (words) => [...words.matchAll(/\{\w+\}/g)].map(String).sort();
  assert.deepEqual(Object.keys(TEXTS.zh).sort(), Object.keys(TEXTS.en).sort());
  for (const key of Object.keys(TEXTS.zh)) {
    assert.notEqual(TEXTS.zh[key].trim(), "", key);
    assert.deepEqual(blanks(TEXTS.zh[key]), blanks(TEXTS.en[key]), key);
  }
  assert.equal(text("zh", "charactersLeft", { count: 3 }), "还可输入 3 字");
});

test("the language comes from the address, then the last choice, then the browser", () => {
  assert.equal(firstLanguage("en", "zh", "zh-CN"), "en");
  assert.equal(firstLanguage(null, "zh", "en-GB"), "zh");
  assert.equal(firstLanguage("xx", "", "en-GB"), "en");
  assert.equal(firstLanguage(null, "", "fr-FR"), "zh");
});

test("a question tells the language in which it is written, a name alone does not", () => {
  for (const words of ["数据产品怎么登记？", "GDPR和个保法有什么区别", "API怎么接"])
    assert.equal(languageUsed(words), "zh");
  for (const words of ["How do I register?", "What is 数据交易所?", "traffic data"])
    assert.equal(languageUsed(words), "en");
  for (const words of ["GDPR", "2024?", "…", ""]) assert.equal(languageUsed(words), null);
});

test("a contact is shown before where an earlier turn led to it, in either language", () => {
  const zh = { kind: "contact", title: "转人工", body: "请看官网。", other_title: "Ask a person" };
  const en = { ...zh, language: "en", title: zh.other_title, body: "See the site." };
  const chinese = { ...zh, other_body: "See the site." };
  const english = { ...en, other_title: "转人工", other_body: "请看官网。" };
  const elsewhere = { ...zh, body: "请打电话。" };
  const turns = [
    { key: "a", cards: [chinese] },
    { key: "b", cards: [{ kind: "ask", title: "转人工" }] },
    { key: "c", cards: [english] },
    { key: "d", cards: [elsewhere] },
  ];
  assert.deepEqual([...contactsAgain(turns)], ["c"]);
});
