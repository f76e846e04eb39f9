/**
 * Every word that the visitor's page and the widget say by themselves, in Chinese and English.
 *
 * Words of the conversation (greeting, answers, notices) come from the server and are not here.
 */

/** @typedef {import('./protocol.d.ts').Language} Language */

const zh = {
  documentTitle: "{assistant} · {exchange}",
  defaultTitle: "智能接待",
  skipToQuestion: "跳到提问框",
  aiLabel: "数字人 · AI生成",
  stage: "数字人",
  talk: "对话",
  transcript: "问答记录",
  figureAlt: "数字人接待员的插画形象",
  emptyHeading: "您好，想了解什么？",
  emptyBody: "可以直接提问，也可以从下面的问题开始。",
  starters: "常见问题",
  you: "您",
  assistantSaid: "接待助手",
  questionLabel: "您的问题",
  questionPlaceholder: "请输入您的问题",
  send: "发送",
  stop: "停止回答",
  charactersLeft: "还可输入 {count} 字",
  charactersOver: "超出 {count} 字，请精简到 {limit} 字以内",
  thinking: "正在查阅资料",
  sound: "声音",
  muteSound: "关闭声音",
  unmuteSound: "打开声音",
  tapToHear: "点按此处，听语音回答",
  language: "切换到英文",
  languageShort: "EN",
  about: "关于本助手",
  aboutShort: "关于",
  close: "关闭",
  closeChat: "关闭对话窗口",
  cancel: "取消",
  connecting: "正在连接",
  reconnecting: "连接已断开，正在重新连接。已显示的内容不会丢失。",
  reconnected: "连接已恢复。",
  offline: "当前没有网络。网络恢复后会自动重新连接。",
  fallback: "当前网络不支持实时连接，已改用兼容方式，可以照常提问。",
  live: "实时连接已恢复。",
  elsewhere: "这段对话已在另一个窗口中继续。在这里提问会开始新的对话。",
  unreachable: "暂时连接不上服务，正在继续尝试。",
  mismatch: "页面版本与服务不一致，请刷新页面后再试。",
  refusedHere: "本页面未获准在此处使用，请联系网站管理方。",
  lost: "连接中断，这次回答没有完成。",
  askAgain: "重新提问",
  stopped_visitor: "已停止。",
  stopped_barge_in: "已转到您的新问题。",
  stopped_closing: "服务正在重启，这次回答没有完成。",
  stopped_timeout: "等待时间过长，这次回答没有完成。",
  stopped_disconnected: "连接中断，这次回答没有完成。",
  outcome_partial: "只有一部分能够确认",
  outcome_unknown: "这一点目前无法确认",
  outcome_known_part: "不能完全确认，已知的如下",
  outcome_preparing: "正在准备资料",
  outcome_handoff: "请由工作人员为您处理",
  outcome_care: "您不必一个人扛着",
  outcome_refused: "不在本助手的解答范围内",
  outcome_error: "这次没能答上来",
  outcome_clarify: "还需要确认一点",
  errorBody: "不是您的问题有误，请稍后再试一次。",
  nextStep: "下一步",
  sources: "依据",
  sourcesMore: "其余 {count} 条依据",
  sourceArticle: "第{article}条",
  sourcePart: "之{part}",
  sourceItem: "第{item}项",
  sourceParagraph: "第{paragraph}款",
  sourceGrade: "来源类别",
  sourcePublisher: "发布机构",
  sourceDate: "日期",
  sourceSection: "位置",
  sourceForce: "施行日期",
  sourceForceUntil: "{from} 起，至 {to} 止",
  sourceForceFrom: "{from} 起施行",
  sourceForceTo: "有效期至 {to}",
  sourceAsOf: "查询版本",
  sourceAsOfValue: "{date} 有效的版本",
  sourceGist: "要点",
  sourceVersion: "文本版本",
  sourceWords: "条文原文",
  sourceWordsFrom: "文本来源",
  sourceLink: "查看原文（在新窗口打开）",
  grade_法规: "法规",
  grade_标准: "标准",
  grade_官方: "官方",
  grade_媒体: "媒体",
  grade_发言: "发言",
  grade_第三方: "第三方",
  cards: "相关内容",
  cardProduct: "数据产品",
  cardVendor: "数商",
  cardRelated: "可能相关，是否对题未经核实",
  cardWhy: "推荐理由：{why}",
  cardBasis: "依据：{basis}",
  cardAskThis: "对，就问这个",
  cardAsk: "您还可以问",
  cardLink: "打开 {host}（新窗口）",
  cardContactAgain: "{title}（联系方式同上）",
  sample: "示例",
  thumbUp: "有帮助",
  thumbDown: "没有帮助",
  report: "反馈或举报",
  copy: "复制",
  copied: "已复制",
  copyFailed: "复制失败，请手动选择文字",
  feedbackThanks: "谢谢您的反馈。",
  feedbackFailed: "反馈没有提交成功，请稍后再试。",
  reportTitle: "反馈或举报这条回答",
  reportBody: "请说明哪里有问题，例如内容错误、用语不当或侵犯权益。请勿填写个人信息。",
  reportNote: "说明（可不填）",
  reportSend: "提交",
  reportSent: "已收到，工作人员会核查。",
  reportReceipt: "回答编号：{receipt}",
  actions: "对这条回答的操作",
  samplesNotice: "产品与数商均为示例数据。",
  copyLabel: "（{label}）",
  aboutTitle: "关于本助手",
  aboutIdentityTitle: "我是谁",
  aboutIdentity: "我是“{assistant}”，由人工智能驱动的数字人，不是真人。形象为绘制，语音为合成。",
  aboutAnswersTitle: "回答从哪里来",
  aboutAnswers:
    "回答依据经过审核的资料，并标明来源。查不到可靠依据时，我会直接告诉您不知道，并说明可以怎么办。",
  aboutKeptTitle: "保留哪些信息",
  aboutKept:
    "为改进服务和履行安全义务，系统会保存提问、回答、来源和反馈，到期删除；不要求您填写姓名、电话等个人信息，也请不要在问题中写入。对话内容默认不用于训练模型。",
  aboutLegalTitle: "使用须知",
  aboutLegal: "回答供参考，不代替合规评估或法律意见。重要事项请以法规原文和工作人员的答复为准。",
};

/** @type {typeof zh} */
const en = {
  documentTitle: "{assistant} · {exchange}",
  defaultTitle: "Reception assistant",
  skipToQuestion: "Skip to the question box",
  aiLabel: "Digital human · AI-generated",
  stage: "Digital human",
  talk: "Conversation",
  transcript: "Questions and answers",
  figureAlt: "Drawn figure of the digital receptionist",
  emptyHeading: "Hello. What would you like to know?",
  emptyBody: "Ask in your own words, or start with one of these.",
  starters: "Common questions",
  you: "You",
  assistantSaid: "Assistant",
  questionLabel: "Your question",
  questionPlaceholder: "Type your question",
  send: "Send",
  stop: "Stop answering",
  charactersLeft: "{count} characters left",
  charactersOver: "{count} characters too many; the limit is {limit}",
  thinking: "Looking it up",
  sound: "Sound",
  muteSound: "Turn sound off",
  unmuteSound: "Turn sound on",
  tapToHear: "Tap to hear the answer",
  language: "Switch to Chinese",
  languageShort: "中文",
  about: "About this assistant",
  aboutShort: "About",
  close: "Close",
  closeChat: "Close the conversation window",
  cancel: "Cancel",
  connecting: "Connecting",
  reconnecting: "The connection dropped. Reconnecting; nothing shown here is lost.",
  reconnected: "Connected again.",
  offline: "You are offline. The page reconnects by itself once the network is back.",
  fallback: "This network blocks live connections. A slower way is in use; you can ask as usual.",
  live: "The live connection is back.",
  elsewhere: "This conversation goes on in another window. Asking here starts a new one.",
  unreachable: "The service cannot be reached. Still trying.",
  mismatch: "This page and the service are of different versions. Please reload the page.",
  refusedHere: "This page may not be used here. Please contact the site’s operator.",
  lost: "The connection dropped before this answer was complete.",
  askAgain: "Ask again",
  stopped_visitor: "Stopped.",
  stopped_barge_in: "Moved on to your new question.",
  stopped_closing: "The service is restarting; this answer is incomplete.",
  stopped_timeout: "This took too long; the answer is incomplete.",
  stopped_disconnected: "The connection dropped before this answer was complete.",
  outcome_partial: "Only part of this can be confirmed",
  outcome_unknown: "This cannot be confirmed at present",
  outcome_known_part: "Not fully confirmed; what is known follows",
  outcome_preparing: "Still getting ready",
  outcome_handoff: "A member of staff will help you with this",
  outcome_care: "You do not have to bear this alone",
  outcome_refused: "Outside what this assistant answers",
  outcome_error: "No answer this time",
  outcome_clarify: "One thing to confirm first",
  errorBody: "Nothing is wrong with your question. Please try again in a moment.",
  nextStep: "Next step",
  sources: "Sources",
  sourcesMore: "{count} more sources",
  sourceArticle: "Art. {article}",
  sourcePart: "-{part}",
  sourceItem: "item {item}",
  sourceParagraph: "para. {paragraph}",
  sourceGrade: "Kind of source",
  sourcePublisher: "Publisher",
  sourceDate: "Date",
  sourceSection: "Section",
  sourceForce: "In force",
  sourceForceUntil: "from {from} to {to}",
  sourceForceFrom: "from {from}",
  sourceForceTo: "until {to}",
  sourceAsOf: "Version",
  sourceAsOfValue: "as in force on {date}",
  sourceGist: "Gist",
  sourceVersion: "Edition",
  sourceWords: "Wording",
  sourceWordsFrom: "Copied from",
  sourceLink: "Open the original (new window)",
  grade_法规: "Law",
  grade_标准: "Standard",
  grade_官方: "Official",
  grade_媒体: "Press",
  grade_发言: "Statement",
  grade_第三方: "Third party",
  cards: "Related",
  cardProduct: "Data product",
  cardVendor: "Data service provider",
  cardRelated: "Possibly related; whether they fit your question is not verified",
  cardWhy: "Why it is shown: {why}",
  cardBasis: "Rests on {basis}",
  cardAskThis: "Yes, that is it",
  cardAsk: "You may also ask",
  cardLink: "Open {host} (new window)",
  cardContactAgain: "{title} (as shown above)",
  sample: "Sample",
  thumbUp: "Helpful",
  thumbDown: "Not helpful",
  report: "Report",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Copying failed; please select the text yourself",
  feedbackThanks: "Thank you for your feedback.",
  feedbackFailed: "Your feedback did not get through. Please try again in a moment.",
  reportTitle: "Report this answer",
  reportBody:
    "Tell us what is wrong: an error, improper wording or an infringed right. Please leave out personal data.",
  reportNote: "Details (optional)",
  reportSend: "Submit",
  reportSent: "Report received. A member of staff will check it.",
  reportReceipt: "Answer number: {receipt}",
  actions: "Actions for this answer",
  samplesNotice: "Products and providers are sample data.",
  copyLabel: " ({label})",
  aboutTitle: "About this assistant",
  aboutIdentityTitle: "Who is speaking",
  aboutIdentity:
    "“{assistant}” is a digital human driven by artificial intelligence, not a person. The figure is drawn, the voice is synthetic.",
  aboutAnswersTitle: "Where answers come from",
  aboutAnswers:
    "Answers rest on reviewed material and name their sources. Where there is no reliable source, the assistant says that it does not know and what you can do instead.",
  aboutKeptTitle: "What is kept",
  aboutKept:
    "To improve the service and meet security duties, questions, answers, sources and feedback are kept for a limited time, then deleted. No name or phone number is asked for; please do not write any. By default conversations are not used to train models.",
  aboutLegalTitle: "Please note",
  aboutLegal:
    "Answers are for reference and replace neither a compliance assessment nor legal advice. For important matters rely on the text of the law and on staff.",
};

/** @typedef {keyof typeof zh} TextKey */

/** @type {Record<Language, typeof zh>} */
export const TEXTS = { zh, en };

/** The value of the `lang` attribute for a language of the protocol.
 * @type {Record<Language, string>} */
export const LANG_TAG = { zh: "zh-CN", en: "en" };

/**
 * The text under a key, with `{name}` replaced by the values given.
 * @param {Language} language
 * @param {TextKey} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function text(language, key, values = {}) {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (whole, name) =>
    name in values ? String(values[name]) : whole,
  );
}

/**
 * Which language a page starts in: the address, then the visitor's last choice, then the browser.
 * @param {string | null} asked
 * @param {string | null} kept
 * @param {string} browser
 * @returns {Language}
 */
export function firstLanguage(asked, kept, browser) {
  for (const one of [asked, kept]) {
    if (one?.toLowerCase().startsWith("zh")) return "zh";
    if (one?.toLowerCase().startsWith("en")) return "en";
  }
  return browser.toLowerCase().startsWith("en") ? "en" : "zh";
}

/** Small words by which a sentence is English, whatever Chinese names stand in it. */
const ENGLISH = /\b(?:the|an?|is|are|do|does|what|how|which|who|can|i|we|of|to|in|for|and)\b/i;

/**
 * The language in which a visitor writes; null where the words do not tell (GDPR, 2024?).
 * @param {string} words
 * @returns {Language | null}
 */
export function languageUsed(words) {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = words.match(/[a-z]{2,}/gi)?.length ?? 0;
  if (latin > 1 && han < (ENGLISH.test(words) ? 2 * latin + 2 : latin)) return "en";
  return han > 0 ? "zh" : null;
}
