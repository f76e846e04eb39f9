"""The words that a visitor reads from the plumbing itself: limits, notices, refusals.

One table, Chinese and English. Words about knowledge live in the pack, never here.
Longer than 400 lines because it is that one table.
"""

from __future__ import annotations

from knowledge.types import Language

LABEL = {"zh": "数字人 · AI生成", "en": "Digital human · AI-generated"}

PHRASES: dict[str, tuple[str, str]] = {
    "compared": (
        "我这里没有专门比较这两样的条目，下面把收录的要点分别列出来，供您对照。",
        "No reviewed text compares these two. What is held of each is shown below.",
    ),
    "compared_of": ("{name}：", "{name}:"),
    "ruling_assumes": (
        "这是按一般情形判断的：{assumed}。情况不同，结论会变。",
        "This takes the usual case for granted ({assumed}). Otherwise the result may differ.",
    ),
    "named_firm": (
        "“{name}”今天是不是数商、接不接这件事，没有收录，我不能替它说。",
        "Whether “{name}” is a data vendor today, or takes this on, is not in my knowledge.",
    ),
    "ruling_alike": (
        "不用先分清是哪一种，结论都一样。",
        "Whichever kind it is, it comes to the same.",
    ),
    "ruling_kind": (
        "种类按{kind}算（您说的“{named}”）",
        "read as: {kind}, by “{named}”",
    ),
    "ruling_without": (
        "“{named}”不算在内了，看剩下的。",
        "“{named}” counts no more; what is left decides.",
    ),
    "ruling_stays": (
        "前面还提到了“{named}”，这一类也按敏感个人信息看，所以下面还按敏感的来说。要是它也不传，请说“不传{named}”。",
        (
            "“{named}” was mentioned as well, which counts as sensitive personal information, too; "
            "so the following still goes by that. If it is not sent either, please say “no "
            "{named}”."
        ),
    ),
    "ruling_told": (
        "前面说过里面有“{named}”的，所以下面还按敏感个人信息来看。要是其实没有，请说“不含{named}”。",
        (
            "It was told before that some of it is “{named}”; so the following still goes by that. "
            "If there is none of it after all, please say “no {named}”."
        ),
    ),
    "ruling_whose": (
        "前面说的是“{named}”的信息。这类人的信息，传哪几项都按敏感个人信息看，所以下面还按敏感的来说。要是其实不含他们，请说“不含{named}”。",
        (
            "What was told of is information about “{named}”. Whichever fields of theirs are sent, "
            "it is read as sensitive personal information; so the following still goes by that. If "
            "they are not in the data after all, please say “no {named}”."
        ),
    ),
    "ruling_despite": (
        "您说不含敏感的，可是前面提到了“{named}”，这一类按敏感个人信息看，所以下面按敏感的来说。要是其实不传它，请说“不含{named}”。",
        (
            "You say that none of it is sensitive, yet “{named}” was mentioned, which counts as "
            "sensitive personal information; so that is what the following goes by. If it is not "
            "sent after all, please say “no {named}”."
        ),
    ),
    "ruling_same": (
        "{asked}，看的还是您这个情况的结论：",
        "As to {asked}, the result for your case tells it:",
    ),
    "ruling_duty": (
        "说到“{asked}”的是这一条：",
        "This is what it says of “{asked}”:",
    ),
    "ruling_settles": (
        "两个结论各有各的条件，分开它们的是：{parted}。按您前后说的，算数的是这个：",
        (
            "The two results hold under different conditions; what parts them is: {parted}. By "
            "what you have told in all, this one counts:"
        ),
    ),
    "ruling_other": (
        "另一个只在这个条件下成立（{when}）：{conclusion}",
        "The other holds only under its own condition ({when}): {conclusion}",
    ),
    "ruling_rest": (
        "以上说的是您提到的这一部分。其余的，结论是：{conclusion}。两样都有，从严办。",
        (
            "The above is for the part that you named. For the rest the result is: "
            "{conclusion}. Where both apply, the stricter one is to be followed."
        ),
    ),
    "ruling_rest_kind": (
        "以上说的是您提到的这一部分。其余的按“{kind}”看，结论是：{conclusion}。",
        (
            "The above is for the part that you named. For the rest, read as “{kind}”, the result "
            "is: {conclusion}."
        ),
    ),
    "ruling_part_kind": (
        "以上说的是其余的人，按“{kind}”看。您提到的这一部分，结论是：{conclusion}。",
        (
            "The above is for the rest, read as “{kind}”. For the part that you named the result "
            "is: {conclusion}."
        ),
    ),
    "ruling_stricter": (
        "两样都有，从严办。",
        "Where both apply, the stricter one is to be followed.",
    ),
    "ruling_stricter_part": (
        "两个数都算，从严办：照前面这一部分的结论。",
        "Both numbers count and the stricter result holds: the first one, for that part.",
    ),
    "ruling_stricter_rest": (
        "两个数都算，从严办：照前面那个结论。",
        "Both numbers count and the stricter result holds: the first one.",
    ),
    "ruling_stricter_same": (
        "两个数都算，两个结论一样严，都要满足。",
        "Both numbers count; the two results are equally strict and both must be met.",
    ),
    "ruling_part_number": (
        "{all}是全部的人数，不能都按“{kind}”算。其中属于“{kind}”的有多少人？同一个人只算一次。",
        (
            "{all} is the number of all people; not all of them count as “{kind}”. How many of "
            "them are concerned by “{kind}”, each person counted once?"
        ),
    ),
    "ruling_lapsed": (
        "“{reason}”这个理由是就前面那部分数据说的，没有算到这里；这些数据要是也确需为此出境，请说明，结论会变。",
        (
            "The reason “{reason}” was told of other data and is not counted here; if these data "
            "must truly be sent for it as well, please say so, as the result would differ."
        ),
    ),
    "ruling_open": (
        "{named}不清楚，就定不下来是哪一种。可能是下面这几种，弄清楚以后再对号：",
        "This is still open ({named}), so it is not settled which one applies. It may be one of:",
    ),
    "ruling_more": (
        "另外还有别的可能，没有全部列出。",
        "There are further possibilities that are not listed.",
    ),
    "standard_not_held": (
        "我这里没有收录{number}，它写了什么、现在有没有效，都不便说，请到国家标准的官方平台查原文。",
        "{number} is not in our knowledge, so I cannot say what it contains or whether it applies.",
    ),
    "standard_others": (
        "我收录了要点的标准是{held}，那是另外的标准，不能拿来代替。",
        "The standards that we hold are others and cannot stand in for it: {held}.",
    ),
    "standard_is": ("{number}是《{title}》。", "{number} is “{title}”."),
    "standard_sections": (
        "标准的原文受版权保护，没有收录；有要点可查的是{sections}，说出条号就能看。",
        (
            "Its text is protected and not held; something is held of {sections}. Name one to see "
            "it."
        ),
    ),
    "standard_section": (
        "{number}的原文受版权保护，没有收录；出自{section}的要点，我收录了这些：",
        "The text of {number} is protected and not held; of {section} we hold these points:",
    ),
    "standard_section_resting": (
        "{number}{section}没有单独收录的要点；下面列的答复依据的是它，可以点开看。",
        "Of {number}, {section}, no point is held by itself; the answers below rest on it.",
    ),
    "standard_no_section": (
        "{number}{section}的要点，我这里没有收录，也不便说有没有这一条，请查阅标准原文。",
        (
            "Of {number}, {section}, nothing is held, nor can I say whether it exists; please see "
            "the standard itself."
        ),
    ),
    "standard_more": (
        "这里面还有{left}个方面没有念出来，可以接着问。",
        "There are {left} further points that I did not read out; please ask on.",
    ),
    "english_name": ("“{asked}”的英文是 {english}。", "“{asked}” is “{english}” in English."),
    "english_name_held": (
        "术语表里记的名称是“{known}”，英文是 {english}。",
        "The glossary holds it as “{known}”, in English “{english}”.",
    ),
    "english_name_none": (
        "“{asked}”的英文名没有收录，我不自己翻译，免得和正式译名不一致。",
        "No reviewed English name of “{asked}” is held, and I do not translate it myself.",
    ),
    "other_place": (
        "我答的是上海数据交易所的事；这一点在{place}怎么规定、那边的交易所怎么做，我不能说。",
        (
            "I answer for the Shanghai Data Exchange; how {place} or the exchange there rules on "
            "this I cannot say."
        ),
    ),
    "other_place_national": (
        "刚才说的依据的是全国性的法律法规，在{place}同样适用。",
        "What was said rests on national law, which holds in {place} as well.",
    ),
    "other_place_local": (
        "刚才说的依据里有上海的地方规定，那一部分在{place}不适用；依据国家法律的部分，在{place}同样适用。",
        (
            "What was said rests in part on rules of Shanghai, which do not hold in {place}; what "
            "rests on national law holds there as well."
        ),
    ),
    "other_place_ask": (
        "具体请向{place}的数据交易所或者数据主管部门核实。",
        "Please ask the exchange or the data authority of {place}.",
    ),
    "holds_elsewhere": (
        "刚才的结论依据的是全国统一的规定，公司在{place}也按它办，向所在地的省级网信部门办理；{place}有没有自己的自贸区负面清单，没有收录，请向当地核实。结论还是：",
        (
            "The result rests on national rules and holds in {place} as well; the provincial "
            "cyberspace administration there is the one to go to. Whether {place} has a negative "
            "list of a free trade zone of its own is not held here. The result is still:"
        ),
    ),
    "told_why": (
        "因为您说的情形对上的是这一条结论：",
        "Because the case that you told meets this conclusion:",
    ),
    "told_as_law_says": (
        "理由就在这里规定的内容里：",
        "The reason is what is laid down there:",
    ),
    "told_gist_only": (
        "这是要点，不是逐字的原文；要逐字引用，请核对官方公布的文本。",
        "These are gists, not the whole words; to quote them, please go by the official text.",
    ),
    "said_before": ("这一点前面说过：", "This was said before:"),
    "said_near": ("前面说到这件事的，是这一句：", "What was said of this before is:"),
    "said_beyond": (
        "除了这一句，您现在问的我没有查到依据，不替您下结论，请向工作人员核实。",
        "Beyond that I found nothing on what you ask now and draw no conclusion; check with staff.",
    ),
    "said_on_card": (
        "刚才卡片上的那条里，说到这一点的是：",
        "The card shown above says of this:",
    ),
    "card_beyond": (
        "除此之外，您现在问的我没有查到依据，不替您下结论，请向工作人员核实。",
        "Beyond that I found nothing on what you ask now and draw no conclusion; check with staff.",
    ),
    "card_is_all": (
        "这一点上，我知道的只有前面卡片上“{title}”那一条，没有更多，不往下猜；内容再放在下面。",
        (
            "On this I know no more than the card above, “{title}”, and will not guess beyond it: "
            "it stands below once more."
        ),
    ),
    "said_test": ("前面说过，要看的是这一条：", "What decides was said before:"),
    "said_test_open": (
        "您这样算不算，要拿实际的数据对着它看，我不替您下结论。",
        "Whether your case meets that, only your own data can show; I do not conclude it for you.",
    ),
    "said_rests_on": ("这句话依据的是{named}。", "That rests on {named}."),
    "told_rests_on": (
        "刚才的回答依据的是{named}。",
        "The reply before rests on {named}.",
    ),
    "told_rests_on_more": (
        "刚才的回答依据的主要是{named}，其余的列在来源里。",
        "The reply before rests mainly on {named}; the rest is listed with the sources.",
    ),
    "told_punished_by": (
        "由谁处罚，收录的要点是这样说的：",
        "On who punishes a breach, our knowledge says this:",
    ),
    "told_in_charge": (
        "具体由哪个部门处罚，我收录的要点没有写明；这部法规由谁主管，要点是这样说的：",
        (
            "Which authority imposes the penalty is not said in what we hold. This is on who is in"
            " charge of that law:"
        ),
    ),
    "told_nobody_named": (
        "刚才的回答依据的是{named}。由哪个部门处罚，我收录的内容没有写明，不便说，请核对官方公布的文本。",
        (
            "The reply before rests on {named}. Which authority punishes a breach of it is not said"
            " in what we hold; please check the official text."
        ),
    ),
    "told_no_penalty": (
        "刚才的回答依据的是{named}。不照办怎么处罚，我这里没有收录，罚不罚、罚多少都不便说。",
        (
            "The reply before rests on {named}. What a breach of it costs is not in our knowledge,"
            " so I will not say whether there is a fine or how high it is."
        ),
    ),
    "told_no_dates": (
        "刚才的回答依据的是{named}。它从哪一天起施行，我这里没有收录，请核对官方公布的文本。",
        (
            "The reply before rests on {named}. Since when it applies is not in our knowledge; "
            "please check the official text."
        ),
    ),
    "as_before": (
        "这一点我查到的还是刚才那一条，除了其中写的，没有另外收录，我不猜。请把您的情况告诉工作人员核实。",
        (
            "On this I find what I said before and hold nothing beyond it, so I will not guess. "
            "Please tell the staff your case."
        ),
    ),
    "as_before_denied": (
        (
            "刚才的回答不是您要问的，抱歉。您说的这一点，我查到的还是那一条，除了其中写的，没有另外收录，"
            "我不猜。请向工作人员核实。"
        ),
        (
            "Sorry, the answer before was not what you asked. On this I find that same answer and "
            "hold nothing beyond it, so I will not guess. Please ask the staff."
        ),
    ),
    "not_asked": (
        "刚才的回答不是您要问的，抱歉。",
        "Sorry, the answer before was not what you asked.",
    ),
    "recalled_said": (
        "前面说到这一点的原话是这样，请连条件一起看：",
        "This is what I said of it, with its conditions:",
    ),
    "recalled_whole": (
        "前面的原话是这样，请连条件一起看：",
        "These were my words, with their conditions:",
    ),
    "recalled_never": (
        "这一点前面没有说过。前面的答复是：",
        "I have not said that. What I said is this:",
    ),
    "recalled_undecided": (
        "前面还没有下结论，要先问清楚这一点：",
        "I have drawn no conclusion yet; first I must ask this:",
    ),
    "recalled_figure": (
        "前面没有说过“{figure}”这个数。前面的答复是：",
        "I have not named the figure “{figure}”. What I said is this:",
    ),
    "told_already": (
        "刚才的答复里说到这一点的，就是这一句：",
        "Of what I told you just now, this is what speaks of it:",
    ),
    "fact_noted": ("记下了：{facts}；结论不变。", "Noted: {facts}. The conclusion stays."),
    "fact_noted_open": (
        "记下了：{facts}；还差一项才能定。",
        "Noted: {facts}. One thing is still missing.",
    ),
    "as_added": (
        "照您说的情况，还是这样：",
        "With what you tell me, it stays like this:",
    ),
    "protest_misread": ("不好意思，刚才理解错了。", "Sorry, I took you wrong just now."),
    "protest_unclear": (
        "不好意思，刚才没说明白，您慢慢看。",
        "Sorry that I did not make it clear just now.",
    ),
    "protest_misguessed": ("不好意思，刚才猜得不对。", "Sorry, I guessed wrong just now."),
    "heard_unclear": ("刚才没说明白，您慢慢看。", "I did not make it clear just now."),
    "heard_misguessed": ("明白了，刚才那条不是您要问的。", "I see: not the one that I guessed."),
    "protest_repeated": ("刚才重复了，抱歉。", "Sorry for saying the same again."),
    "side_not_known": (
        "刚才说的就是这件事上我知道的全部，您现在问的这一面没有收录，我不猜。",
        "What I just told is all that I know of this; the side that you ask for is not in it.",
    ),
    "still_unknown": (
        "刚才那件事我没有答上来，这一点也就没有依据，我不猜。",
        "I could not answer the matter itself, so I have no basis for this point of it either.",
    ),
    "item_of": (
        "{listed}里的第{part}项：",
        "Number {part} of those in “{listed}”:",
    ),
    "item_unexplained": (
        "它具体指什么，我这里没有另外收录。",
        "What it means in detail is not held here.",
    ),
    "bad_json": (
        "这条消息不是有效的 JSON，服务器没有处理。",
        "This message is not valid JSON; it was not processed.",
    ),
    "json_only": (
        "请以 application/json 类型提交问题。",
        "Please send the question as application/json.",
    ),
    "body_too_long": (
        "提交的内容超过了 {limit} 字节的上限。",
        "The body is larger than {limit} bytes.",
    ),
    "binary": (
        "这里只接收文本消息，不接收二进制数据。",
        "Only text messages are accepted here, no binary data.",
    ),
    "no_type": (
        "消息缺少 type 字段。可用的类型：{known}。",
        "The message has no field “type”. Known types: {known}.",
    ),
    "unknown_type": (
        "不认识的消息类型“{name}”。可用的类型：{known}。",
        "Unknown message type “{name}”. Known types: {known}.",
    ),
    "unknown_field": (
        "消息 {type} 没有“{name}”这个字段。可用的字段：{known}。",
        "The message {type} has no field “{name}”. Known fields: {known}.",
    ),
    "wrong_value": (
        "消息 {type} 的内容不符合协议：{detail}。",
        "The message {type} does not follow the protocol: {detail}.",
    ),
    "hello_first": (
        "对话的第一条消息必须是 hello。",
        "The first message of a conversation must be hello.",
    ),
    "hello_again": (
        "对话已经建立，hello 只能发送一次。",
        "The conversation is already open; hello can be sent only once.",
    ),
    "hello_late": (
        "{seconds} 秒内没有收到 hello，连接已关闭。",
        "No hello arrived within {seconds} seconds; the connection was closed.",
    ),
    "protocol": (
        "页面的协议版本（{lowest}–{highest}）与服务器的版本（{ours}）不一致，请刷新页面。",
        (
            "The page speaks protocol {lowest}–{highest}, the server speaks {ours}. "
            "Please reload the page."
        ),
    ),
    "channel": (
        "渠道“{name}”没有登记。已登记的渠道：{known}。",
        "The channel “{name}” is not registered. Registered channels: {known}.",
    ),
    "empty": (
        "请先写下您的问题，再发送（1 至 {limit} 个字）。",
        "Please write your question first (1 to {limit} characters).",
    ),
    "too_long": (
        "问题有 {length} 个字，超过了 {limit} 个字的上限，请缩短后再发送。",
        "The question has {length} characters; the limit is {limit}. Please shorten it.",
    ),
    "control": (
        "问题里含有无法显示的控制字符（{name}），请删去后再发送（上限 {limit} 个字）。",
        (
            "The question contains a control character ({name}). "
            "Please remove it (limit: {limit} characters)."
        ),
    ),
    "too_fast": (
        "提问太快了，请在 {seconds} 秒后再试。",
        "That was too fast. Please try again in {seconds} seconds.",
    ),
    "too_fast_shared": (
        "当前网络的提问较多，请在 {seconds} 秒后再试。",
        (
            "There are many questions from your network right now. "
            "Please try again in {seconds} seconds."
        ),
    ),
    "too_many_here": (
        "您所在网络同时打开的对话已达上限（{limit} 个），请关闭其他页面后再试。",
        (
            "Your network already has {limit} open conversations. "
            "Please close other pages and try again."
        ),
    ),
    "too_many": (
        "同时来访的人较多，请稍后再试。",
        "There are many visitors right now. Please try again shortly.",
    ),
    "too_many_mistakes": (
        "连续收到 {limit} 条无法处理的消息，连接已关闭。",
        "{limit} messages in a row could not be processed; the connection was closed.",
    ),
    "not_allowed": (
        "不允许从这个网站发起对话。",
        "Conversations from this website are not allowed.",
    ),
    "note_too_long": (
        "说明有 {length} 个字，超过了 {limit} 个字的上限，请缩短后再发送。",
        "The note has {length} characters; the limit is {limit}. Please shorten it.",
    ),
    "unknown_turn": (
        "没有找到这一轮对话，反馈没有记录。",
        "That turn was not found; the feedback was not recorded.",
    ),
    "closing": (
        "服务即将重启，页面会自动重新连接。",
        "The service is about to restart; the page reconnects by itself.",
    ),
    "idle": (
        "由于长时间没有新的问题，本次对话已结束。需要时刷新页面即可继续咨询。",
        "The conversation was closed because it was idle. Reload the page to go on.",
    ),
    "internal": (
        "抱歉，处理这个问题时出了故障，没有得到答案。请稍后再问一次。",
        "Sorry, something failed while this question was handled. Please ask again shortly.",
    ),
    "preparing": (
        "我刚刚启动，资料还在准备中，这个问题暂时查不了。请过几分钟再问一次。",
        (
            "I have just started and am still getting ready, so I cannot look this up yet. "
            "Please ask again in a few minutes."
        ),
    ),
    "ask_characters": (
        "您打的像是拼音，我怕认错字。请用汉字再写一遍，英文也可以。",
        (
            "This looks like pinyin, which I may misread. "
            "Please write it in Chinese characters, or in English."
        ),
    ),
    "say_again_what": (
        "您想让我重复哪一条？请把问题再问一次。",
        "Which answer shall I say again? Please ask the question once more.",
    ),
    "as_reviewed": (
        "我只能照核对过的原文说，不敢换说法，免得走样。这已经是最短的说法：",
        (
            "I may only use the reviewed words, so that nothing is changed by rewording. "
            "This is the shortest that I have:"
        ),
    ),
    "plainer_first": (
        "最要紧的是这些，还是核对过的原话：",
        "The gist, still in the reviewed words:",
    ),
    "ask_which": (
        "您问的是哪件事？可以从下面选一个，也可以把事情说完整。",
        "Which matter do you mean? Choose one, or name the matter.",
    ),
    "ask_what": (
        "您问的是哪件事？请把事情说完整，比如“数据产品挂牌要哪些材料”。",
        "Which matter do you mean? Please name the matter.",
    ),
    "of_pointer": (
        "您是接着“{near}”问的吗？还是问“{other}”？从下面选一个，或者把事情说完整，我就按那件说。",
        (
            "Do you ask this about “{near}”, or do you mean “{other}”? Choose one, or name the "
            "matter, and I will go by that."
        ),
    ),
    "recalled": (
        "您前面问的“{asked}”，一句话说：",
        "On what you asked before, “{asked}”, in one sentence:",
    ),
    "same_kind": (
        "“{goods}”跟前面说的是一类，还按那条来，最要紧的是：",
        "For {goods} the same holds as before; the gist is:",
    ),
    "recalled_open": (
        "您前面问的“{asked}”，还差这一点才能定：",
        "On what you asked before, “{asked}”: this alone is still open:",
    ),
    "plainer_rest": (
        "条件和例外看刚才完整的回答。",
        "Conditions and exceptions stand in the full answer before.",
    ),
    "plainer_terms": (
        "里面的词可以单独问我，比如{named}。",
        "You can ask me for the terms in it by themselves, such as {named}.",
    ),
    "plainer_again": (
        "再往简单说，我怕说走样。请告诉我是哪个词、哪一步不明白，我单讲这一点；也可以请工作人员当面讲，联系方式在下面。",
        (
            "Any plainer and I might get it wrong. Tell me which word or step is unclear and I "
            "will take that alone, or ask the staff; how to reach them is shown below."
        ),
    ),
    "plainer_no_example": (
        "例子我没有核对过的，不敢现编。",
        "I hold no reviewed example of this, and I do not make one up.",
    ),
    "plainer_unknown": (
        "简单说：您问的这件事，我不知道。您可以说清楚是什么数据、要办什么事，再问我一次；等不及就找工作人员，联系方式在下面。",
        (
            "In short: I do not know this. Tell me which data it is about and what you want to do, "
            "and ask once more, or ask the staff; how to reach them is shown below."
        ),
    ),
    "plainer_unsure": (
        "简单说：我没把握您问的是哪件事，所以没有回答。",
        "In short: I am not sure what you mean, so I have not answered.",
    ),
    "plainer_gap": (
        "简单说：这件事我这里没有现成的答案。",
        "In short: I do not have the answer to this.",
    ),
    "plainer_choose": (
        "简单说：我要先知道这一点，从下面选一个就行；不清楚就说“不知道”。",
        "In short: I need to know this first. Choose one below, or say that you do not know.",
    ),
    "no_numbers": (
        "请不要在这里输入身份证号、手机号这类个人信息：我用不着，也不能凭它查到您的记录。",
        (
            "Please do not type identity or phone numbers here: I have no use for them and cannot "
            "look up your records with them."
        ),
    ),
    "held": (
        "我手上核对过的内容是这样，来源和日期列在下面：",
        "This is what I have in reviewed words; source and date are shown below:",
    ),
    "held_otherwise": (
        "您记的是“{figure}”，我核对过的内容里没有这个数。原话是这样，来源和日期列在下面：",
        (
            "You remember “{figure}”; my reviewed words do not hold that figure. They are these, "
            "with source and date below:"
        ),
    ),
    "held_among_others": (
        "您记的“{figure}”，核对过的内容里有，但不止这一个数，请看它说的是哪一种：",
        (
            "The “{figure}” that you remember stands in my reviewed words, among other figures. "
            "Please see what it is said of:"
        ),
    ),
    "held_agreeing": (
        "您记的“{figure}”和核对过的内容对得上：",
        "The “{figure}” that you remember agrees with my reviewed words:",
    ),
    "report_error": (
        "要是您手上的文件不一样，请点这条回答下面的“反馈或举报”，写明文件和条款，会有人复查。",
        (
            "If a document of yours says otherwise, please use the report button under this answer "
            "and name the document and article, so that somebody reviews it."
        ),
    ),
    "ask_narrower": (
        "也可以问得更细，比如{named}。",
        "You can also ask more narrowly, such as {named}.",
    ),
    "closest": (
        "最接近的是“{title}”，要看吗？",
        "The closest is “{title}”. Shall I read it?",
    ),
    "no_match": (
        "这一问没有正好对上的答复，我不替您猜。",
        "I hold no answer that fits this exactly, and I do not guess.",
    ),
    "no_match_again": (
        "这一点我没有对得上的答复，不敢乱说。",
        "None of my answers fits this one, so I would rather not say.",
    ),
    "holds_here": (
        "{laws}是本市的规定，只在上海适用。{place}当地怎么规定没有收录，在那边办的事，请问当地的数据主管部门。",
        (
            "{laws} holds in Shanghai only. What {place} rules is not in my knowledge; for what is "
            "done there, please ask the data authority there."
        ),
    ),
    "holds_here_theirs": (
        "{laws}是本市的规定，只在上海适用。{place}的规定收录了{theirs}的几条，可以接着问我；没有收录的，请问当地的数据主管部门。",
        (
            "{laws} holds in Shanghai only. Of the rules of {place} I hold some articles of "
            "{theirs}, which you may ask me about; for the rest, please ask the data authority "
            "there."
        ),
    ),
    "record_within": (
        "照您说的，这件事还在下面说的年限以内，这一条现在不符合。",
        "As you tell it, that lies within the time named below, so this condition is not met now.",
    ),
    "record_open": (
        "照您说的，这件事是不是还在下面说的年限以内，要看具体是哪一天，请从那天起数一下。",
        "As you tell it, whether that lies within the time named below hangs on its exact day.",
    ),
    "record_over": (
        "照您说的，这件事已经过了下面说的年限，这一条不挡您；别的条件照样要看。",
        "As you tell it, that is past the time named below and no bar; the other conditions count.",
    ),
    "valid_until": (
        "照您说的{given}出具，按下面的年限算，到{last}为止。",
        "Issued on {given}, as you tell it, it counts until {last} by the years named below.",
    ),
    "valid_over": (
        "照您说的{given}出具，按下面的年限算，{last}已经届满；没有延长过的，要继续出境得重新申报。",
        (
            "Issued on {given}, as you tell it, it ended on {last} by the years named below; "
            "unless it was extended, apply anew to go on."
        ),
    ),
    "valid_before": (
        (
            "不过那天现行的规定还没施行，当时写的年限短些；以前出具的结果怎么接着算没有收录，"
            "用之前请向省级网信部门核实。"
        ),
        (
            "But the present provisions did not apply on that day, and the years named then were "
            "fewer; how earlier results are counted on is not in my knowledge, so ask the "
            "provincial cyberspace administration before you rely on it."
        ),
    ),
    "destroy_may": (
        "可以。照您说的时间，下面的年限已经满了；合同或者别的法律要求更久的，照更久的。",
        (
            "Yes: by the time that you tell, the least time named below is over. Where a contract "
            "or another law asks for longer, keep to that."
        ),
    ),
    "destroy_not": (
        "还不能。照您说的时间和下面的年限，要存到{last}。",
        "Not yet: by the time that you tell and the one named below it is kept until {last}.",
    ),
    "destroy_day": (
        "要看具体是哪一天：下面的年限从那天起算，最晚到{last}才满，没满的不能销毁。",
        (
            "It hangs on the exact day: the time named below runs from it, to {last} at the "
            "latest, and before that it may not be destroyed."
        ),
    ),
    "destroy_open": (
        "没满下面的年限就不能，满了可以；合同或者别的法律要求更久的，照更久的。",
        (
            "Not before the time named below is over, then yes; where a contract or another law "
            "asks for longer, keep to that."
        ),
    ),
    "of_today": (
        "这是按现在的规定说的。您问的那个时候，{named}还没有施行；当时怎么办，请向工作人员或者律师核实。",
        (
            "This is what holds today. At the time that you ask about, {named} did not apply yet; "
            "please check with the staff or a lawyer what held then."
        ),
    ),
    "of_today_within": (
        "这是按现在的规定说的。{named}是在您问的那段时间里才施行的；在那以前怎么办，请向工作人员或者律师核实。",
        (
            "This is what holds today. Only within the time that you ask about did {named} begin "
            "to apply; please check with the staff or a lawyer what held before."
        ),
    ),
    "ruling_periods": (
        "这段时间里规定变过，按日子分开说。",
        "The law changed within that time; here is each part of it.",
    ),
    "ruling_period": (
        "{first}到{last}：",
        "From {first} to {last}:",
    ),
    "since_then": (
        "《{name}》（{since}起施行）",
        "{name} (in force since {since})",
    ),
    "nearest": (
        "您是想问“{title}”{rests}吗？是就说“是”，不是请换个说法。",
        "Did you mean “{title}”{rests}? Say yes, or put it another way.",
    ),
    "nearest_shown": (
        "您问的可能是“{title}”{rests}，答复在下面，请看是不是这件事；不是的话，请换个说法。",
        (
            "You may be asking “{title}”{rests}: the answer stands below. Please see whether it "
            "is what you mean; if not, put it another way."
        ),
    ),
    "nearest_shown_again": (
        "我想您问的是“{title}”{rests}，但没有十足把握。答复在下面，请您对一下；不对就换个说法。",
        (
            "I think that you ask “{title}”{rests}, but I am not certain. The answer stands "
            "below for you to check; if it is something else, put it another way."
        ),
    ),
    "closest_shown": (
        "最接近的是“{title}”，内容在下面，您看有没有用。",
        "The closest is “{title}”: it stands below, in case it helps.",
    ),
    "stored_under": (
        "收录的答复：{body}",
        "The stored answer: {body}",
    ),
    "say_otherwise": (
        "请换个说法再问，或者找工作人员，联系方式在下面。",
        "Please put it another way, or ask the staff; how to reach them is shown below.",
    ),
    "pick_what": (
        "我分不清您指的是哪一个。您想问哪一件，请直接说出名字。",
        "I cannot tell which one you mean. Please name it.",
    ),
    "two_languages": (
        "我只会用中文和英语回答，请换其中一种再问一遍。",
        "I answer in Chinese and in English only. Please ask again in one of them.",
    ),
    "wish_what": (
        (
            "好的，知道了。您想办哪一件：卖数据、买数据、入驻当数商，还是问合规或者数据出境？"
            "说一句想办的事，我就去查。"
        ),
        (
            "Thank you. What would you like to know: selling data, buying data, joining as a "
            "vendor, or a question of compliance or of sending data abroad? Name it, and I look "
            "it up."
        ),
    ),
    "recommend_what": (
        (
            "要推荐哪一样：数据产品，还是数商？请告诉我行业和用途，我从目录里找，目录里的都是示例。"
            "别的事选哪个，我不能替您定，可以请教工作人员或律师。"
        ),
        (
            "What shall I recommend: a data product, or a data vendor? Tell me the field and the "
            "use, and I look in the catalogue, which holds samples. In other matters I cannot "
            "choose for you; the staff or a lawyer can advise."
        ),
    ),
    "pick_which": (
        "您说的是哪一个：{named}？说出名字，或者点下面的一个。",
        "Which one do you mean: {named}? Name it, or choose it below.",
    ),
    "if_meant": (
        "如果问的是“{title}”：",
        "If you ask “{title}”:",
    ),
    "group_open": (
        "上面说的只是{ruled}。{open}还没有定：里面是哪种数据？有哪些字段，请说一下。",
        (
            "That is for {ruled} alone. {open} is still open: what kind of data is it? Please name "
            "the fields."
        ),
    ),
    "half_open": (
        "上面说的只是{ruled}。{open}还没有定，请单独说一遍：是哪种数据，涉及多少人。",
        (
            "That is for {ruled} alone. {open} is still open: please tell me by itself what kind "
            "of data it is and how many people it concerns."
        ),
    ),
    "aside_food": (
        "味道我可说不上来，我是程序，不吃不喝；附近哪里好吃，前台的同事比我清楚。",
        (
            "I could not say; I am a program and neither eat nor drink. The staff at the desk know "
            "the places nearby."
        ),
    ),
    "aside_weather": (
        "外面的天气我看不到，您出门多看一眼。",
        "I cannot see the weather from in here, so please look out before you go.",
    ),
    "aside_weather_fine": (
        "外面天好就好，来一趟心情也舒服些；我在里头看不到。",
        "I am glad that it is nice out; I see none of it from in here.",
    ),
    "aside_weather_foul": (
        "这样的天您还跑一趟，辛苦了，回去路上慢点。",
        "Thank you for coming out in such weather; mind your way home.",
    ),
    "aside_wellbeing": (
        "谢谢您惦记。我是程序，不累也不忙，您今天顺不顺？",
        "Kind of you to ask. I am a program, and no day is long for me; I hope yours goes well.",
    ),
    "aside_meeting": (
        "我也很高兴见到您，我叫迎宾。",
        "It is a pleasure to meet you, too. I am Yingbin.",
    ),
    "aside_looking": (
        "您随便看，不着急，想起什么问什么。",
        "By all means look around, and ask me whatever comes to mind.",
    ),
    "worry_what": (
        (
            "听到别人出事，心里不踏实很正常，先看您自己的：您手里是哪些数据，里面有没有个人信息，"
            "打算自己用、卖、买，还是传到境外？"
        ),
        (
            "It is natural to worry when that happens to others; let us look at your own case: "
            "which data do you hold, is there personal information among them, and would you use, "
            "sell, buy them or send them abroad?"
        ),
    ),
    "felt_afraid_1": (
        "心里不踏实，我听出来了，我们一件一件来。",
        "I can hear that this worries you; let us take it one thing at a time.",
    ),
    "felt_afraid_2": (
        "会担心很正常，这种事谁遇上都不轻松。",
        "It is natural to be worried; this would be hard for anybody.",
    ),
    "felt_afraid_3": (
        "您的顾虑我记着，我们说慢一点。",
        "I have your concern in mind; let us go slowly.",
    ),
    "felt_pressed_1": (
        "这么大的压力，换谁都不轻松。",
        "That is a lot of pressure to be under.",
    ),
    "felt_pressed_2": (
        "顶着压力办事不好受，我说得短一点。",
        "It is hard to work under such pressure; I will keep it short.",
    ),
    "felt_pressed_3": (
        "压力大的时候，我们只看要紧的。",
        "Under pressure, let us look at the essentials alone.",
    ),
    "felt_confused_1": (
        "这里头绕，听糊涂了不怪您。",
        "It is a tangle; no wonder that it is confusing.",
    ),
    "felt_confused_2": (
        "听晕了很正常，我们把线头理一理。",
        "It is easy to get lost here; let us sort it out.",
    ),
    "felt_confused_3": (
        "没听明白，是我没讲清楚。",
        "If it is not clear, that is on me, not on you.",
    ),
    "felt_tired_1": (
        "折腾到现在，辛苦您了。",
        "You have been at this for a while, and it is tiring.",
    ),
    "felt_tired_2": (
        "听得出您累了，我尽量简短。",
        "I can hear that you are tired; I will be brief.",
    ),
    "felt_tired_3": (
        "这些事确实磨人，我们挑省力的来。",
        "This does wear one out; let us save your strength.",
    ),
    "felt_discouraged_1": (
        "会灰心、想停下来，我能理解。",
        "I can understand that this is discouraging.",
    ),
    "felt_discouraged_2": (
        "听得出您有些灰心，这一路不容易。",
        "I can hear that you are discouraged; this has not been easy.",
    ),
    "felt_discouraged_3": (
        "泄气的时候，不用马上定去留。",
        "When it is discouraging, nothing needs to be decided at once.",
    ),
    "felt_put_off_1": (
        "让您费劲了，我说得短一点。",
        "I am sorry that this is such a toil; I will keep it short.",
    ),
    "felt_put_off_2": (
        "嫌麻烦很正常，我们只看要办的那一件。",
        "No wonder that it is tiresome; let us look only at the one thing you need.",
    ),
    "felt_put_off_3": (
        "这些手续不好啃，先办最要紧的就够了。",
        "It is a lot of bother; what matters most is enough for now.",
    ),
    "felt_sent_away_1": (
        "一家推一家，跑了还没着落，换谁都着急，辛苦您了。",
        "Being sent from one office to the next is wearing; I am sorry that it went so.",
    ),
    "felt_sent_away_2": (
        "来回被推，确实让人窝火，我们把该找谁理清楚。",
        "It is frustrating to be passed on again; let us sort out whom to turn to.",
    ),
    "felt_sent_away_3": (
        "这样跑下去太耗人，先认准一家。",
        "Going on like that wears one out; let us settle on one office first.",
    ),
    "felt_struck_1": (
        "碰上这种事，换谁都不好受。",
        "I am sorry to hear that; that is hard luck.",
    ),
    "felt_struck_2": (
        "这一下真够您受的。",
        "That is a lot to bear at once.",
    ),
    "felt_struck_3": (
        "事情一件接一件，辛苦您了。",
        "One thing after another; I am sorry.",
    ),
    "felt_ill_1": (
        "身体上的事最揪心，人最要紧，您多保重。",
        "I am sorry to hear that; health comes first, and this must be a great worry.",
    ),
    "felt_ill_2": (
        "这种事最熬人，您自己也要顾着点身体。",
        "Such things are hard on everybody near; do look after yourself as well.",
    ),
    "felt_ill_3": (
        "盼着早点好起来，这些天辛苦您了。",
        "I hope things get better soon; these must be hard days.",
    ),
    "felt_parted_1": (
        "感情上出了这样的事，心里一定很难受。",
        "I am sorry; that must hurt a great deal.",
    ),
    "felt_parted_2": (
        "这种时候还要撑着办事，真不容易。",
        "Having to see to things at such a time is hard.",
    ),
    "felt_parted_3": (
        "难受就缓一缓，不用硬撑。",
        "Take the time that you need; nobody has to be strong all day.",
    ),
    "felt_owing_1": (
        "被钱压着，日子难熬，这段时间您不容易。",
        "I am sorry; money trouble weighs on every day.",
    ),
    "felt_owing_2": (
        "钱上的难处最磨人，您别太逼自己。",
        "Few things wear one down like debts; do not be too hard on yourself.",
    ),
    "felt_owing_3": (
        "难关要一道一道过，您辛苦了。",
        "One hurdle at a time; I am sorry that it is so hard.",
    ),
    "felt_losing_1": (
        "一手撑起来的，眼看要丢，换谁都心疼。",
        "I am sorry; losing what you have built would be hard for anybody.",
    ),
    "felt_losing_2": (
        "花了那么多心血，哪能不难过。",
        "After all that you have put into it, of course it hurts.",
    ),
    "felt_losing_3": (
        "这段日子，您扛得不轻。",
        "You have been carrying a lot.",
    ),
    "condolence": ("请节哀。", "I am very sorry for your loss."),
    "trouble_here": (
        "我这边的事不急，您什么时候想问，说一声就行。",
        "Nothing here is urgent; ask me whenever you like.",
    ),
    "trouble_asked": (
        "这件事本身我帮不上，抱歉；要是有数据上的事得办，告诉我是哪一件，我替您理。",
        (
            "With that itself I cannot help, I am sorry; if there is something to see to about "
            "data, tell me what it is, and I sort it out with you."
        ),
    ),
    "struck_lost": (
        "先理一理还剩什么：哪些有备份，哪些别处还有一份，丢的里面有没有客户、员工的个人信息。您说一声，我查要不要上报、剩下的还能做什么。",
        (
            "First see what is left: which parts have a backup or a copy elsewhere, and whether "
            "personal information of customers or staff is among what is gone. Tell me, and I look "
            "up whether it must be reported and what can be done with the rest."
        ),
    ),
    "struck_left": (
        "先弄清两样：现在谁能代表公司签字盖章，账号和资料在谁手里。再说说您要办哪一件，我按那件查。",
        (
            "First settle two things: who may sign for the company now, and who holds the accounts "
            "and papers. Then tell me what has to be done, and I look that up."
        ),
    ),
    "struck_cheated": (
        "先别再付钱，合同、聊天和转账的记录都留好。您要是想问怎么报警、怎么投诉，说一声，我讲给您听。",
        (
            "Please pay nothing more, and keep the contract, chats and proof of payment. If "
            "you would like to know how to go to the police or complain, just ask."
        ),
    ),
    "struck_fallen": (
        "手里的数据、合同和账，先列一张单子，看哪些还在自己名下。您想问哪一样，我接着查。",
        (
            "Start with a list of the data, contracts and books that are still in your name. Tell "
            "me which of them you would like to ask about, and I look it up."
        ),
    ),
    "closing_all": (
        "对，“{title}”这件事，我收录的就是刚才说的那些。",
        "Yes: on “{title}”, what I hold is what I have told you.",
    ),
    "closing_more": (
        "“{title}”这件事，我收录的刚才都说了，没有瞒着的。",
        "On “{title}” I have told you all that I hold.",
    ),
    "closing_next": (
        "挨着它的几件放在下面，用得上就点一下；没有别的事，就按刚才的办，随时再来问。",
        (
            "Below are a few things that lie beside it, if they are of use. If not, go by what was "
            "said, and come back whenever you like."
        ),
    ),
    "closing_open": (
        "没有别的事，就按刚才的办，随时再来问。",
        "If there is nothing else, go by what was said, and come back whenever you like.",
    ),
    "closing_send": (
        "我在这里发不了邮件和微信，也打印不了；屏幕上的答复和出处您可以拍下来，或者请工作人员给您一份。",
        (
            "I cannot send or print anything from here. Please take a picture of the answer and "
            "its sources on the screen, or ask the staff for a copy."
        ),
    ),
    "closing_none": (
        "我这边没有要补充的了。您手里有具体的数据或者想办的事，说一句，我再替您看。",
        (
            "I have nothing to add. If you have data or a plan in mind, tell me in a sentence, "
            "and I will look into it."
        ),
    ),
    "sent_away_which": (
        "您要办的是哪件事，跑过哪几家，说给我，我按这件事查该找谁。",
        "Tell me which matter it is and where you have been, and I look up who is in charge of it.",
    ),
    "felt_unsure_1": (
        "不知道下一步怎么走，我们一起理一理。",
        "Let us sort out together where you stand.",
    ),
    "felt_unsure_2": (
        "一时没主意不要紧，先把手里有的摆出来。",
        "Not knowing what to do yet is all right; let us lay out what you have.",
    ),
    "felt_unsure_3": (
        "拿主意之前，再看一眼手里有的。",
        "Before you decide, one more look at what you have.",
    ),
    "felt_settled_1": (
        "前面您问过、有出处答上来的是：{titles}。",
        "Of what you asked, these were answered with a source: {titles}.",
    ),
    "felt_settled_2": (
        "到现在已经有依据的，是这些：{titles}。",
        "What stands on a source so far: {titles}.",
    ),
    "felt_settled_3": (
        "可以靠得住的还是这些：{titles}。",
        "What you can still rely on: {titles}.",
    ),
    "felt_next_1": (
        "点一条，我再讲一遍；您自己的情况要人拿主意，请找工作人员，联系方式在下面。",
        (
            "Tap one and I will go through it again; for a decision on your own case, ask the "
            "staff; how to reach them is shown below."
        ),
    ),
    "felt_next_2": (
        "先挑一条重新过一遍，剩下的可以当面问工作人员，联系方式在下面。",
        (
            "Pick one to go through again first; the rest you can put to the staff; how to reach "
            "them is shown below."
        ),
    ),
    "felt_next_3": (
        "哪一条最让您放不下，就先点哪一条。",
        "Start with the one that weighs on you most: tap it.",
    ),
    "felt_plainer_1": (
        (
            "刚才那条我可以说得简单些，也可以一条一条慢慢来，点下面的就行；想找人当面讲，"
            "联系方式也在下面。"
        ),
        (
            "I can put the last answer more simply, or we go step by step, one point at a time: "
            "tap below; if you would rather talk to a person, how to reach them is shown there, "
            "too."
        ),
    ),
    "felt_plainer_2": (
        "从最绕的那一条开始，点一下，我挑要紧的讲；想请人一起看，联系方式在下面。",
        (
            "Start with the point that is least clear and I will give its gist; to look at it with "
            "a person, use the contact below."
        ),
    ),
    "felt_plainer_3": (
        "一次看一条就够了，点“请说得简单一点”，我换短的说。",
        'One point at a time is enough; tap "Please say it more simply" for a shorter version.',
    ),
    "felt_ask_plainer": ("请说得简单一点", "Please say it more simply"),
    "felt_ask_first_step": ("第一步做什么", "What is the first step?"),
    "felt_due": (
        "先抓要交的那一份：是入驻、挂牌、评估还是出境的材料？说一样，我列出它要什么。",
        (
            "First, what is due: papers for joining, listing, an assessment or sending data "
            "abroad? Name one and I will list what it needs."
        ),
    ),
    "felt_tell": (
        "跟对方可以只说这几条和它们的出处，别的先不下结论；点一条，我再讲一遍。",
        (
            "You can tell them just these points with their sources and leave the rest open; tap "
            "one and I will go through it again."
        ),
    ),
    "felt_start_1": (
        "眼前先弄清一件就行，可以从下面挑一个开始，也可以说说您手里是什么数据、想拿它做什么。",
        (
            "One thing at a time is enough: pick one below to start with, or tell me which data "
            "you have and what you would like to do with it."
        ),
    ),
    "felt_start_2": (
        "从最要紧的那一件说起就好，下面几件是大家常先问的。",
        "Start with what matters most; below is what people often ask first.",
    ),
    "felt_start_3": (
        "下面几件里有您要的就点一下，没有的话，请工作人员当面看。",
        "Tap one of these if it is what you need; if not, let the staff look at it with you.",
    ),
    "aside_leisure": (
        "我是程序，没有周末，也不出去玩。",
        "I am a program, so I have no weekends and go nowhere.",
    ),
    "aside_looks": (
        "谢谢您这么说，我一并收下了。",
        "Thank you, that is kind of you.",
    ),
    "aside_back": (
        "刚才的事，您接着问。",
        "Please go on with what you were asking.",
    ),
    "aside_begin": (
        "数据交易的事，您尽管问。",
        "Ask me anything about data trading.",
    ),
    "before_opening": (
        "{year}年还没有这家交易所，也就没有那一年的数字。",
        "The exchange was not there yet in {year}, so that there is no figure of that year.",
    ),
    "premise_said": (
        "您说的这个说法，我手里没有能证实它的出处，请先不要照着它办，也不要引用。",
        "I hold no source that bears this out. Please do not rely on it or quote it for now.",
    ),
    "premise_unknown": (
        "“{statement}”这个说法，我手里没有能证实它的出处，请先不要照着它办，也不要引用。",
        (
            "I hold no source that bears out “{statement}”. Please do not rely on it or quote it "
            "for now."
        ),
    ),
    "not_that": (
        "那就不是这件。您想问的是哪件事，请直接说出来，或者换个说法。",
        "Not that one, then. Please name the matter, or put it in other words.",
    ),
    "depends": (
        "这要看下面这一点，请先告诉我：",
        "That depends on this; please tell me first:",
    ),
    "choose_by_case": (
        "我不替您挑，走哪一种由您的情形定。请先告诉我这一点：",
        "I do not choose for you; it depends on your case. Please tell me this first:",
    ),
    "choose_among_items": (
        (
            "目录里的是示例，哪个更好我不能说。请告诉我用途、地区和多久更新一次，我再按这些找；"
            "真实产品请找供方或工作人员比较。"
        ),
        (
            "The catalogue items are samples, so I cannot say which is better. Tell me the use, "
            "the area and how often it must be updated; for real products ask the staff."
        ),
    ),
    "choose_among_classed": (
        (
            "您这边算哪一种，我不能替您定，要看您手里是什么、拿它做什么、谁来买。"
            "请把这几样说给我，我再查；拿不准的请问工作人员。"
        ),
        (
            "Which of them you are I cannot decide for you: it depends on what you hold, what you "
            "do with it and who buys it. Tell me that and I look further, or ask the staff."
        ),
    ),
    "choose_among_told": (
        (
            "选哪一个我不能替您定，只能说核对过的区别。请说您的情形，比如什么数据、做什么用、"
            "您是买方还是卖方；拿不准的请问工作人员或律师。"
        ),
        (
            "I cannot choose for you; I can only tell what sets them apart. Tell me your case, "
            "such as the kind of data, its use and whether you buy or sell, or ask the staff."
        ),
    ),
    "items_invented": (
        "{named}是示例，不是真的产品：买不到，背后没有真实的供方，也没有价格。",
        (
            "{named}: a sample (示例), not a real product. It cannot be bought, and there is no "
            "real supplier and no price behind it."
        ),
    ),
    "items_real": (
        "真实的产品请在官网目录里查，或者把要的数据告诉工作人员。",
        (
            "Please look for real products in the catalogue of the website, or tell the staff "
            "what you need."
        ),
    ),
    "items_span": (
        "历史数据有没有、能往前多少年，目录里没有写，我不知道。目录里只写了这些：",
        "Whether there is past data, and for how many years, the catalogue does not say. It holds:",
    ),
    "items_ask": (
        "还要确认的，请问供方或工作人员。",
        "Please ask the supplier or the staff for the rest.",
    ),
    "no_prices": (
        "目录里没有收录价格，我不能按贵贱来挑。要问价，请找供方或工作人员。",
        (
            "The catalogue holds no prices, so I cannot choose by price. Please ask the supplier "
            "or the staff."
        ),
    ),
    "price_of_supplier": (
        (
            "目录里没有收录价格，价格由供需双方自己谈，请向供方询价，或请工作人员对接。"
            "您要是想卖自己的数据，可以问我怎么挂牌。"
        ),
        (
            "The catalogue holds no prices; supplier and buyer agree on them. Please ask the "
            "supplier or the staff. If you want to sell data of your own, ask me how to list it."
        ),
    ),
    "no_more": (
        "和您这个需求对得上的，目录里的都已经给您看过了。可以换个行业或场景再问我。",
        (
            "All catalogue items that match your wish have been shown. You can name another "
            "field or use."
        ),
    ),
    "no_such": (
        "目录里没有找到和您说的对得上的。可以换个行业或场景再问我，也可以请工作人员查完整的目录。",
        (
            "I found nothing in my catalogue that matches. You can name another field or use, or "
            "ask the staff for the whole catalogue."
        ),
    ),
    "reconnected": (
        "连接已恢复。",
        "The connection is back.",
    ),
    "reconnected_gap": (
        "连接已恢复，但断开期间的部分内容没有保留，请按需再问一次。",
        (
            "The connection is back, but a part of what was said meanwhile is lost. "
            "Please ask again if you need it."
        ),
    ),
    "no_sound": (
        "语音暂时不可用，回答以文字显示。",
        "Sound is not available right now; answers are shown as text.",
    ),
    "sound_back": (
        "语音已恢复。",
        "Sound is back.",
    ),
    "two_hours": (
        (
            "您已连续使用两小时，建议休息一下。我是人工智能数字人，不是真人；"
            "您可以随时关闭页面，结束对话。"
        ),
        (
            "You have been here for two hours; a short break may do you good. I am a digital human "
            "run by AI, not a person, and you can end the conversation at any time by closing "
            "the page."
        ),
    ),
}


def phrase(name: str, language: Language, /, **values: str | int) -> str:
    """The words called ``name`` in ``language``, with their values filled in."""
    chinese, english = PHRASES[name]
    return (chinese if language == "zh" else english).format(**values)
