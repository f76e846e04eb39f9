/**
 * What the import of statutes says, in Chinese and English: the view's own words, and a sentence
 * for each remark of the report.
 */

/** @type {Record<string, readonly [string, string]>} */
export const WORDS = {
  title: ["导入法规原文", "Import the words of laws"],
  intro: [
    "选择文件后先预览：预览不会改动任何内容。可读 JSONL、DOCX、HTML、Markdown 和纯文本，每次合计不超过约 6 MB，更大的文件请在服务器终端用 yingbin law import 导入。",
    "Choose files and look at the preview first; it changes nothing. JSONL, DOCX, HTML, Markdown and plain text, about 6 MB at a time; larger ones go through yingbin law import at the terminal.",
  ],
  files: ["文件", "Files"],
  law: ["法律编号", "Law id"],
  lawHint: ["留空则按文件里的标题和施行日期辨认", "Empty: told by title and date in the file"],
  source: ["文本来源", "Where the text is from"],
  checked: ["已与官方文本核对", "Compared with the official text"],
  fewer: [
    "允许完整收录的法律减少条文（只在确实要去掉时勾选）",
    "Articles of a law that is held whole may go (only where they really are to)",
  ],
  preview: ["预览", "Preview"],
  take: ["导入", "Take"],
  takeTitle: ["导入这些原文？", "Take these words?"],
  takeBody: [
    "导入后，访客问到可引用的条文时会看到原文。以后可以从历史版本恢复。",
    "Visitors who ask for a quotable article will then see its words. Earlier words can be restored.",
  ],
  taken: ["已导入（知识版本 {version}）", "Taken (knowledge version {version})"],
  nothing: ["这些原文已经收录，没有变化", "All of it is held in these words already"],
  blocked: ["有错误，不能导入；请先改正。", "There are errors; mend them first."],
  noLaw: ["没有认出是哪部法律", "no law was recognised"],
  summary: [
    "共 {articles} 条，最后一条是第 {last} 条；{whole}；存疑 {doubts} 条（收录但不引用）",
    "{articles} articles, the last is {last}; {whole}; {doubts} in doubt (kept, never quoted)",
  ],
  seen: [
    "文件写明：施行日期 {force}；共 {articles} 条，最后一条是第 {last} 条",
    "The file says: in force from {force}; {articles} articles, the last is {last}",
  ],
  whole: ["全文收录完整", "held whole"],
  parts: ["全文不完整", "not held whole"],
  changes: [
    "与已收录的相比：新增 {added} 条，改动 {changed} 条，减少 {gone} 条，相同 {same} 条",
    "Against what is held: {added} new, {changed} changed, {gone} gone, {same} the same",
  ],
  untold: ["还有 {count} 条提示没有列出", "{count} more remarks are not shown"],
  error: ["错误", "Error"],
  doubt: ["存疑", "Doubt"],
  warning: ["提示", "Note"],
  line: ["第 {line} 行", "line {line}"],
};

/** The Chinese sentence of each remark; in English the server's own words are shown.
 * @type {Record<string, string>} */
export const REMARKS = {
  missing: "文件打不开",
  format: "不支持这种格式，请用 .jsonl、.docx、.html、.txt 或 .md",
  too_large: "文件超过导入上限，请拆分",
  encoding: "既不是 UTF-8 也不是 GB18030，请另存为 UTF-8",
  cut_off: "文件在中途断开，请重新获取",
  json: "这一行不是 JSON",
  row: "这一行的字段不符合要求",
  docx: "无法读取这个 DOCX 文件，请重新保存",
  docx_bomb: "DOCX 解压后超过上限，已停止解压",
  docx_entities: "DOCX 里声明了 XML 实体，不予读取",
  no_articles: "没有以“第X条”开头的行；文字处理软件的自动编号不算文字",
  empty: "这一条没有正文",
  label: "条号的两种写法不一致",
  duplicate: "同一条出现两次，文字相同",
  differs: "同一条出现两次，文字不同",
  gap: "这一条之后缺少条文",
  swallowed: "后面缺条，这一条里可能混入了缺失的文字",
  order: "条号没有递增",
  unsplit: "以“第X条”开头，但按正文处理",
  cut_text: "有标记表明文字不全",
  unfinished: "有一款没有正常结束",
  no_such_day: "写有不存在的日期",
  not_quotable: "文件注明不得引用",
  check: "文件要求与官方文本核对；核对后请勾选“已与官方文本核对”",
  in_doubt: "这部法律的记录注明此条文字存疑",
  stray: "章名与第一条之间有不属于任何条的文字",
  after: "按附件处理，未收录",
  law_unknown: "没有收录对应的法律，请填写法律编号；新的法律请在服务器终端导入",
  law_several: "有几个版本都符合，请填写法律编号",
  law_fields: "尚未收录的法律还需要更多信息，请在服务器终端导入",
  law_mixed: "一个文件里有几部法律或几个版本，请拆分",
  title: "文件写的是另一部法律的名称",
  date: "日期格式应为 2026-03-09",
  dates_differ: "文件内的日期相互矛盾",
  dates_reversed: "失效日期早于施行日期",
  dates_contradict: "日期与已收录的法律不一致",
  from_differs: "正文写的施行日期与填写的不同，以填写的为准",
  overlap: "同一部法律的两个版本会在同一天施行",
  no_dates: "不知道何时起施行，原文不会被引用；请在法律的记录里补上施行日期",
  beyond: "条号大于记录中的最后一条",
  not_whole: "全文不完整，不会据此说某一条不存在",
  whole_gaps: "声明了全文完整，但有缺条；请补齐，或不要声明全文完整",
  fewer:
    "这部法律已完整收录，而文件里缺少条文；请重新获取文件；确实要减少条文的，请勾选“允许完整收录的法律减少条文”",
  fewer_words:
    "此条已完整收录，而文件里的文字可能不全；请重新获取文件；确实要替换的，请勾选“允许完整收录的法律减少条文”",
  whole_doubt: "声明了全文完整，但此条文字可能不全；请重新获取全文或改正此条，或不要声明全文完整",
  whole_more: "声明了全文完整，但这一行可能是另一条；请在“第X条”后空一格，或不要声明全文完整",
  too_much: "文字超过一份文档的上限",
};
