/**
 * Every word of the console, in Chinese and English, and the chosen language.
 * Longer than 400 lines because both languages stand side by side in one table.
 */

import { CHOICES, FIELDS, KINDS, PARTS, STANDINGS, VOICE } from "./labels.js";

const zh = {
  product: "知识管理",
  skip: "跳到正文",
  voiceFailing: "{reason}，从 {at} 起",
  voiceSpoke: "最近一次出声：{at}",
  knowledge: "知识",
  people: "账户",
  statutes: "导入法规",
  audit: "记录",
  status: "运行状态",
  myPassword: "修改密码",
  signOut: "退出",
  language: "English",
  signInTitle: "登录知识管理",
  signInAgain: "登录已过期，请重新登录。您未保存的内容还在。",
  name: "用户名",
  password: "密码",
  passwordHint: "至少 10 个字符",
  signIn: "登录",
  setUpTitle: "创建管理员",
  setUpBody: "此链接 15 分钟内有效，只能使用一次。请设置管理员的用户名和密码。",
  setUpNoToken: "链接不完整。请从服务器终端复制完整的设置链接。",
  nameHint: "2–40 个字符：字母、数字、汉字或 . _ - @",
  create: "创建",
  search: "搜索",
  searchHint: "词语之间用空格分开",
  allKinds: "全部类别",
  anyState: "全部状态",
  statusBody: "答复靠下面几部分。没有就绪的部分不影响其他部分。",
  kind: "类别",
  state: "状态",
  title: "标题",
  changed: "最近修改",
  by: "修改人",
  live: "访客可见",
  liveOld: "访客仍看到旧版",
  count: "共 {total} 条",
  countPages: "共 {total} 条，第 {page} / {pages} 页",
  emptyAll: "知识库里还没有内容。服务启动时会载入知识包，也可以在此新建。",
  emptyWords: "没有找到同时包含“{words}”的内容。试试更少的词，或清除筛选条件。",
  emptyFilter: "没有符合筛选条件的内容。可以清除筛选条件再看。",
  emptyDrafts: "没有等待发布的草稿。",
  clearFilter: "清除筛选",
  previous: "上一页",
  next: "下一页",
  newTitle: "新建{kind}",
  back: "返回列表",
  loading: "正在载入…",
  saveDraft: "保存草稿",
  publish: "发布",
  discard: "放弃草稿",
  retire: "停用",
  restore: "恢复此版本",
  cancel: "取消",
  ok: "确定",
  why: "原因",
  whyHint: "写给以后查看记录的同事，例如：按 2026 年新规更正门槛",
  publishTitle: "发布“{title}”？",
  publishBody: "发布后几秒，访客的提问就用新内容回答；原样的问法和意思相同的问法一起生效。",
  retireTitle: "停用“{title}”？",
  retireBody: "停用后访客将看不到这条内容，以后可以从历史版本恢复。",
  discardTitle: "放弃“{title}”的草稿？",
  discardBody: "草稿会留在历史版本里，访客看到的内容不变。",
  restoreTitle: "把“{title}”恢复到第 {number} 版？",
  restoreBody: "第 {number} 版的内容会作为新版本立即发布。",
  englishOld: "英文回答没有一起改。用英文提问的访客看到的还是旧内容，请先核对英文。",
  leaveTitle: "离开“{title}”？",
  leaveBody: "还有未保存的修改，离开后会丢失。",
  leave: "离开",
  stay: "继续编辑",
  saved: "草稿已保存（第 {number} 版）",
  publishedNow: "已发布（知识版本 {version}）：几秒后访客就能问到，在那以前答的还是旧内容",
  retiredNow: "已停用",
  discardedNow: "已放弃草稿",
  restoredNow: "已恢复并发布（知识版本 {version}）",
  publishNeedsRole: "您可以保存草稿；发布由发布员或管理员完成。",
  unsaved: "有未保存的修改",
  allSaved: "没有未保存的修改",
  preview: "访客看到的样子",
  previewEmpty: "填写答案后，这里显示访客看到的样子。",
  previewAdvice: "供参考，不代替合规评估或法律意见",
  sourcesNone: "还没有依据来源",
  history: "历史版本",
  byDrafted: "{by} 起草",
  byBoth: "{by} 起草并发布",
  by_published: "{by} 发布",
  by_retired: "{by} 停用",
  by_discarded: "{by} 放弃",
  draftsBefore: "之前的草稿（{count}）",
  historyEmpty: "保存后，这里会列出每一个版本。",
  version: "第 {number} 版",
  first: "第一个版本",
  same: "内容与第 {number} 版相同",
  firstPublished: "第一次发布",
  against: "与第 {number} 版相比",
  current: "访客当前看到",
  characters: "{count} 字",
  charactersShort: "{count} 字，建议 40–180 字，现在偏短",
  charactersLong: "{count} 字，建议 40–180 字，现在偏长",
  onePerLine: "每行一条",
  more: "更多设置",
  folded: "{name}（{count} 条）",
  add: "添加一项",
  remove: "删除",
  removeNamed: "删除{name}第 {number} 项",
  itemNamed: "{name}第 {number} 项",
  notSet: "未设置",
  yes: "是",
  no: "否",
  pack: "知识包",
  packVersion: "随知识包 {version} 载入",
  required: "必填",
  conflict: "{by} 在 {at} 修改了这条内容，所以没有保存。您的文字还在下面的表单里。",
  takeTheirs: "载入对方的版本，放弃我的修改",
  keepMine: "保留我的修改，接着对方的版本继续",
  keptMine: "已接着最新版本，请核对后再保存",
  addPerson: "添加账户",
  countPeople: "共 {total} 人",
  created: "创建时间",
  role: "角色",
  roleHint: "编辑员写草稿；发布员还能发布、停用和恢复；管理员还能管理账户。",
  active: "启用",
  closed: "已停用",
  closeAccount: "停用账户",
  openAccount: "启用账户",
  closeTitle: "停用账户“{name}”？",
  closeBody: "此人会立即退出登录，以后也不能登录。",
  resetPassword: "重设密码",
  resetTitle: "重设“{name}”的密码",
  resetBody: "此人会立即退出登录。请用安全的方式告知新密码。",
  newPassword: "新密码",
  oldPassword: "当前密码",
  passwordChanged: "密码已修改，其他设备上的登录已退出",
  accountSaved: "账户已更新",
  accountAdded: "账户已添加",
  actions: "操作",
  auditDoor: "登录与账户",
  auditChanges: "知识修改",
  auditEmpty: "还没有记录。",
  when: "时间",
  who: "谁",
  what: "做了什么",
  object: "对象",
  address: "来自",
  offline: "连不上服务。请检查网络后再试，您填写的内容还在。",
  e_signed_out: "登录已过期，请重新登录。",
  e_csrf: "登录状态已更新，请刷新页面后再试。",
  e_role: "您的角色不能做这件事。",
  e_host: "这个网址不在允许的名单里。",
  e_origin: "请求来自其他网站，已拒绝。",
  e_wrong_password: "用户名或密码不对。",
  e_too_many_attempts: "尝试次数太多，请在 {minutes} 分钟后再试。",
  e_password: "密码至少需要 10 个字符，最多 200 个。",
  e_busy: "系统正忙，请稍后再试。",
  e_timeout: "系统没有及时回应，可能已经保存。请刷新后核对。",
  e_store: "知识库出错，没有保存。请联系管理员查看日志。",
  e_internal: "系统出错，没有完成。请联系管理员查看日志。",
  e_too_large: "内容太大，无法保存。",
  e_statute_errors: "文件里有错误，不能导入；请先改正再预览。",
  e_not_json: "请求格式不对，请刷新页面后再试。",
  e_no_such_page: "没有这个页面。",
  e_not_found: "这条内容不存在，可能已被移走。",
  e_no_draft: "没有等待发布的草稿。",
  e_field: "“{field}”填写得不对。",
  e_missing_field: "缺少“{field}”。",
  e_unknown_field: "不认识“{field}”这一项，请刷新页面后再试。",
  e_account_name: "用户名应为 2–40 个字符：字母、数字、汉字或 . _ - @。",
  e_account_name_taken: "这个用户名已有人使用。",
  e_account_last_admin: "这是最后一位管理员，不能停用或降级。",
  e_account_no_account: "没有这个账户。",
  e_account_token: "链接已过期或已使用。请在服务器终端重新生成。",
  e_account_closed: "已有管理员，此链接不再有效。",
  e_document_missing: "请填写。",
  e_document_empty: "不能为空，请填写或删除。",
  e_document_unknown: "不认识这一项，请刷新页面后再试。",
  e_document_type: "格式不对，请检查。",
  e_document_choice: "请从列表中选择。",
  e_document_id: "编号应为 1–200 个字符，首尾没有空格，且不能重复。",
  e_document_date: "没有这个日期。请写成 2026、2026-07 或 2026-07-31，须是日历上有的。",
  e_document_dates: "结束日期早于开始日期。",
  e_document_origin: "请填写法律规章或其他资料中的一项，只填一项；条款号只用于法律规章。",
  e_document_too_long: "太长，请缩短。",
  e_document_kind: "不认识这个类别。",
  e_finding: "发布后访客会得到错误的内容，未发布：{detail}",
  e_finding_dangling: "提到的内容不存在，未发布。请改正名称，或先添加它。（{detail}）",
  e_finding_same_wording: "这个问法已在别的内容里，未发布。请只留在一处。（{detail}）",
  e_finding_cycle: "引用绕了一圈又回到自己，未发布。请去掉其中一处。（{detail}）",
  e_finding_contradiction: "与已发布的内容矛盾，未发布。请写明各自的日期或说话人。（{detail}）",
  e_finding_versions: "同一部法规有两个版本同时有效，未发布。请先结束旧版本。（{detail}）",
  e_finding_article: "这部法规没有这一条，未发布。请核对条款号。（{detail}）",
  e_finding_paragraph: "这一条没有这一款或这一项，未发布。请核对。（{detail}）",
  e_finding_negative: "同一问法既算提问又算排除，未发布。请删去一处。（{detail}）",
  e_finding_file_path: "写着文件的路径，访客打不开，未发布。请改成出处的名称。（{detail}）",
  e_finding_half_english: "英文只有问或只有答，未发布。请写全，或整个删去。（{detail}）",
  e_finding_grade: "写的来源级别高于出处本身，未发布。请改低，或换出处。（{detail}）",
  e_finding_rule_days: "规则生效的日子超出了法规本身，未发布。请核对日期或版本。（{detail}）",
  e_finding_not_yet_in_force:
    "有一行引用了当时还没施行的规定，未发布。请按施行日期拆行。（{detail}）",
  e_finding_date: "写着日历上没有的日期，未发布。请照出处改正。（{detail}）",
  e_finding_host: "网址不在官方网站名单里，未发布。请删去，或请管理员列入名单。（{detail}）",
  e_other: "没有完成（{code}）。",
};

/** @type {Record<keyof typeof zh, string>} */
const en = {
  product: "Knowledge desk",
  skip: "Skip to the content",
  voiceFailing: "{reason}, since {at}",
  voiceSpoke: "It last spoke at {at}",
  knowledge: "Knowledge",
  people: "Accounts",
  statutes: "Import laws",
  audit: "Records",
  status: "Status",
  myPassword: "Change password",
  signOut: "Sign out",
  language: "中文",
  signInTitle: "Sign in to the knowledge desk",
  signInAgain: "Your sign-in has ended. Sign in again; what you have not saved is still here.",
  name: "User name",
  password: "Password",
  passwordHint: "At least 10 characters",
  signIn: "Sign in",
  setUpTitle: "Create the administrator",
  setUpBody:
    "This link works for 15 minutes and once. Choose the administrator's name and password.",
  setUpNoToken: "The link is incomplete. Copy the whole set-up link from the server's terminal.",
  nameHint: "2–40 characters: letters, digits, Chinese characters or . _ - @",
  create: "Create",
  search: "Search",
  searchHint: "Separate words with spaces",
  allKinds: "All kinds",
  anyState: "Any state",
  statusBody: "Answers rest on these parts. One that is not ready does not hold up the others.",
  kind: "Kind",
  state: "State",
  title: "Title",
  changed: "Last change",
  by: "Changed by",
  live: "Visitors see it",
  liveOld: "Visitors still see the older words",
  count: "{total} in all",
  countPages: "{total} in all, page {page} of {pages}",
  emptyAll:
    "There is no knowledge yet. The pack is loaded at start; you can also create something here.",
  emptyWords: "Nothing holds all of “{words}”. Try fewer words or clear the filters.",
  emptyFilter: "Nothing matches the filters. Clear them to see more.",
  emptyDrafts: "No draft waits to be published.",
  clearFilter: "Clear filters",
  previous: "Previous",
  next: "Next",
  newTitle: "New: {kind}",
  back: "Back to the list",
  loading: "Loading…",
  saveDraft: "Save draft",
  publish: "Publish",
  discard: "Discard draft",
  retire: "Retire",
  restore: "Restore this one",
  cancel: "Cancel",
  ok: "OK",
  why: "Reason",
  whyHint: "For a colleague who reads the history, such as: threshold mended after the 2026 rule",
  publishTitle: "Publish “{title}”?",
  publishBody:
    "Within seconds visitors' questions are answered with the new words, in whatever way they are put.",
  retireTitle: "Retire “{title}”?",
  retireBody: "Visitors no longer get it. It can be restored from the history.",
  discardTitle: "Discard the draft of “{title}”?",
  discardBody: "The draft stays in the history; what visitors get does not change.",
  restoreTitle: "Restore “{title}” to revision {number}?",
  restoreBody: "The words of revision {number} are published at once as a new revision.",
  englishOld:
    "The English answer was not changed with it. Visitors who ask in English still get the old words; check them first.",
  leaveTitle: "Leave “{title}”?",
  leaveBody: "There are changes that are not saved; they would be lost.",
  leave: "Leave",
  stay: "Keep editing",
  saved: "Draft saved (revision {number})",
  publishedNow:
    "Published (knowledge version {version}): visitors get it in a few seconds, until then the old words",
  retiredNow: "Retired",
  discardedNow: "Draft discarded",
  restoredNow: "Restored and published (knowledge version {version})",
  publishNeedsRole: "You can save drafts; a publisher or an administrator publishes them.",
  unsaved: "Changes not saved",
  allSaved: "Everything is saved",
  preview: "As visitors see it",
  previewEmpty: "Write an answer to see it as visitors do.",
  previewAdvice: "For reference; no substitute for a compliance assessment or legal advice",
  sourcesNone: "No source yet",
  history: "History",
  byDrafted: "drafted by {by}",
  byBoth: "drafted and published by {by}",
  by_published: "published by {by}",
  by_retired: "retired by {by}",
  by_discarded: "discarded by {by}",
  draftsBefore: "Drafts before it ({count})",
  historyEmpty: "Once saved, every revision is listed here.",
  version: "Revision {number}",
  first: "The first revision",
  same: "The same words as revision {number}",
  firstPublished: "Published for the first time",
  against: "Compared with revision {number}",
  current: "Visitors see this",
  characters: "{count} characters",
  charactersShort: "{count} characters; 40–180 are advised, this is short",
  charactersLong: "{count} characters; 40–180 are advised, this is long",
  onePerLine: "One a line",
  more: "More settings",
  folded: "{name} ({count})",
  add: "Add one",
  remove: "Remove",
  removeNamed: "Remove {name}, number {number}",
  itemNamed: "{name}, number {number}",
  notSet: "Not set",
  yes: "Yes",
  no: "No",
  pack: "the pack",
  packVersion: "Came with pack {version}",
  required: "required",
  conflict: "{by} changed this at {at}, so nothing was saved. Your words are still in the form.",
  takeTheirs: "Load their version and drop mine",
  keepMine: "Keep mine and go on from their version",
  keptMine: "You now go on from the newest revision; check it, then save again",
  addPerson: "Add an account",
  countPeople: "{total} in all",
  created: "Created",
  role: "Role",
  roleHint:
    "Editors write drafts; publishers also publish, retire and restore; administrators also manage accounts.",
  active: "Active",
  closed: "Closed",
  closeAccount: "Close account",
  openAccount: "Open account",
  closeTitle: "Close the account “{name}”?",
  closeBody: "This person is signed out at once and cannot sign in again.",
  resetPassword: "Reset password",
  resetTitle: "Reset the password of “{name}”",
  resetBody: "This person is signed out at once. Pass the new password on safely.",
  newPassword: "New password",
  oldPassword: "Current password",
  passwordChanged: "Password changed; sign-ins elsewhere have ended",
  accountSaved: "Account updated",
  accountAdded: "Account added",
  actions: "Actions",
  auditDoor: "Sign-ins and accounts",
  auditChanges: "Changes to knowledge",
  auditEmpty: "Nothing is recorded yet.",
  when: "When",
  who: "Who",
  what: "What",
  object: "On what",
  address: "From",
  offline: "The server cannot be reached. Check the network; your words are still here.",
  e_signed_out: "Your sign-in has ended. Sign in again.",
  e_csrf: "Your sign-in has changed. Reload the page and try again.",
  e_role: "Your role may not do this.",
  e_host: "This address is not on the list of allowed names.",
  e_origin: "The request came from another site and was refused.",
  e_wrong_password: "The name or the password is wrong.",
  e_too_many_attempts: "Too many tries. Try again in {minutes} minutes.",
  e_password: "A password has at least 10 characters and at most 200.",
  e_busy: "The system is busy. Try again in a moment.",
  e_timeout: "The system did not answer in time; it may have saved. Reload and check.",
  e_store: "The knowledge store failed; nothing was saved. Ask the administrator to see the log.",
  e_internal: "The system failed. Ask the administrator to see the log.",
  e_too_large: "This is too large to be saved.",
  e_statute_errors: "The files have errors; mend them and look at the preview again.",
  e_not_json: "The request was malformed. Reload the page and try again.",
  e_no_such_page: "There is no such page.",
  e_not_found: "This is not there; it may have been moved.",
  e_no_draft: "No draft waits to be published.",
  e_field: "“{field}” is not right.",
  e_missing_field: "“{field}” is missing.",
  e_unknown_field: "“{field}” is not known. Reload the page and try again.",
  e_account_name: "A name has 2–40 characters: letters, digits, Chinese characters or . _ - @.",
  e_account_name_taken: "This name is taken.",
  e_account_last_admin: "This is the last administrator and must stay one.",
  e_account_no_account: "There is no such account.",
  e_account_token: "The link has expired or was used. Make a new one at the server's terminal.",
  e_account_closed: "There is an administrator already; this link no longer works.",
  e_document_missing: "Please fill this in.",
  e_document_empty: "This must not be empty: fill it in or remove it.",
  e_document_unknown: "This is not known. Reload the page and try again.",
  e_document_type: "This is not in the right form.",
  e_document_choice: "Choose from the list.",
  e_document_id: "An id has 1–200 characters without spaces at its ends, and is used once.",
  e_document_date: "There is no such date: write 2026, 2026-07 or 2026-07-31.",
  e_document_dates: "The end lies before the beginning.",
  e_document_origin: "Name a law or another source, just one; article numbers belong to laws.",
  e_document_too_long: "This is too long.",
  e_document_kind: "This kind is not known.",
  e_finding: "Not published: visitors would get something wrong: {detail}",
  e_finding_dangling:
    "Not published: this is named and does not exist. Mend the name, or add it first. ({detail})",
  e_finding_same_wording:
    "Not published: another document has this wording. Keep it in one place. ({detail})",
  e_finding_cycle: "Not published: this leads back to itself. Remove one of the links. ({detail})",
  e_finding_contradiction:
    "Not published: this contradicts what visitors get. Give both their dates or speakers. ({detail})",
  e_finding_versions:
    "Not published: two versions of a law would be in force together. End the older one first. ({detail})",
  e_finding_article: "Not published: the law has no such article. Check the number. ({detail})",
  e_finding_paragraph:
    "Not published: the article has no such paragraph or item. Check it. ({detail})",
  e_finding_negative:
    "Not published: one wording is both asked and ruled out. Remove one. ({detail})",
  e_finding_file_path:
    "Not published: this names a file, which no visitor can open. Name the publication. ({detail})",
  e_finding_half_english:
    "Not published: the English lacks its question or its answer. Write both or none. ({detail})",
  e_finding_grade:
    "Not published: the grade is higher than that of its source. Lower it or cite another. ({detail})",
  e_finding_rule_days:
    "Not published: the rule is in force on days on which its law is not. Check them. ({detail})",
  e_finding_not_yet_in_force:
    "Not published: a row cites law from before its first day. Split the row there. ({detail})",
  e_finding_date: "Not published: there is no such date. Look it up and mend it. ({detail})",
  e_finding_host:
    "Not published: the address is not on the list of official sites. Remove it, or have it listed. ({detail})",
  e_other: "This was not done ({code}).",
};

const STORED = "yingbin.staff.language";
let language = localStorage.getItem(STORED) === "en" ? "en" : "zh";

/** @typedef {keyof typeof zh} Key */

/** @returns {boolean} */
export function isEnglish() {
  return language === "en";
}

/** Switches between Chinese and English, and remembers it. */
export function switchLanguage() {
  language = isEnglish() ? "zh" : "en";
  localStorage.setItem(STORED, language);
}

/** Words with their places filled.
 * @param {Key} key @param {Record<string, string | number>} [values] @returns {string} */
export function say(key, values = {}) {
  const table = isEnglish() ? en : zh;
  return table[key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {readonly [string, string] | undefined} pair @param {string} name */
function pick(pair, name) {
  return pair ? pair[isEnglish() ? 1 : 0] : name;
}

/** @param {string} kind */
export function kindName(kind) {
  return pick(KINDS[kind], kind);
}

/** @param {string} kind @param {string} name */
export function fieldName(kind, name) {
  return pick(FIELDS[`${kind}.${name}`] ?? FIELDS[name], name);
}

/** @param {string} value */
export function choiceName(value) {
  return pick(CHOICES[value], value);
}

/** A part of the running service: its name, and what it is for.
 * @param {string} part @returns {{name: string, meaning: string}} */
export function partName(part) {
  const [name, meaning] = PARTS[part] ?? [];
  return { name: pick(name, part), meaning: pick(meaning, "") };
}

/** A word for how the cloud voice fares, or for why it fails. @param {string} word */
export function voiceName(word) {
  return pick(VOICE[word], word);
}

/** @param {string} standing */
export function standingName(standing) {
  return pick(STANDINGS[standing], standing);
}

/** @param {string} author */
export function authorName(author) {
  return author === "pack" ? say("pack") : author;
}

/** A moment in the reader's own time zone. @param {string} text */
export function momentName(text) {
  const moment = new Date(text);
  const style = /** @type {const} */ ({ dateStyle: "medium", timeStyle: "short" });
  return new Intl.DateTimeFormat(isEnglish() ? "en-GB" : "zh-CN", style).format(moment);
}

/** The words of a refusal.
 * @param {{code: string, field?: string, detail?: string, by?: string, at?: string, retry_after?: number}} error */
export function refusalWords(error) {
  if (error.code === "conflict") {
    return say("conflict", { by: authorName(error.by ?? ""), at: momentName(error.at ?? "") });
  }
  let key = /** @type {Key} */ (`e_${error.code}`);
  if (!(key in zh) && error.code.startsWith("finding_")) key = "e_finding";
  if (!(key in zh)) return say("e_other", { code: error.code });
  const minutes = Math.ceil((error.retry_after ?? 0) / 60);
  const detail = error.detail ?? "";
  return say(key, { field: fieldName("", error.field ?? ""), minutes, detail });
}
