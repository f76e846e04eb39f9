"""What a visitor says of a case that a decision table has ruled on, without telling a new one: that
a condition of the ruling is not met (我们没有集体合同), whether something is needed then (那还要签
标准合同吗), which of two rulings is right, or that something else is given (只卖统计). Pure.

Such a text names too little to be searched; the facts of the case stand in the texts before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.context import supposes
from dialog.reply.question import Question
from dialog.reply.still_personal import asks_if_still_personal
from dialog.reply.told_cases import Case, case_before
from knowledge.answers.compared import compares
from knowledge.answers.conditions import claims_without, lacked_in, speaks_of_condition
from knowledge.answers.no_reason import told_as_none
from knowledge.answers.other_years import adds_years, asks_of_a_year
from knowledge.answers.reasons import reason_in
from knowledge.answers.table_words import has_any, stated
from knowledge.answers.tables import Ruling, rule_on
from knowledge.answers.vague_counts import says_how_many
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import key, normalise
from knowledge.types import Decides, Row

_CLAUSES = re.compile(r"[,，;；。?？!！\n]+|\.(?=\s|$)")
_FILL = (
    r"(?:所以|那么?|这么[说看]|这样(?:[1一]?来|的话|说)?|照这么?[说看]|也?就是说?|意思是|你的意思是|按(?:这个|[你您]说的|这样)|根据这个"
    r"|我们?|咱们?|公司|我司|这边|到底|究竟|是不是|是否|还|也|就|都|仍然?|依然|总|真的?|一定|另外|再|单独|那时候?|那会儿?|那年|当时|当年|岂不是|不就是|合着|今年|本年|这次|[1一]共|总共|合计|加(?:在)?[1一]?起来?|合起来|,"
    r"|[这那](?:些|批|个|种|份)[^,。?!要用得]{0,6}?(?:数据|信息|资料|记录|情况)"
    r"|[这那](?:些|批|个|种|份|类)[^,。?!要用得能可免算]{0,4}的)*"
)
_NEED = r"(?:要不要|用不用|需不需要|不需要|不用|不必|不要|需要|必须要?|非得|得|要|用|应该|应当)"
_DO = (
    r"(?:做|签订?|签署|签个?|办理?|走|跑|订立?|申报|过|通过|申请|搞|弄|取得|拿|提交|准备|履行"
    r"|另外|再|先|[1一]?个|[1一]?份|[1一]?次)*"
)
_WITH = r"(?:[和跟与同向找](?!法)[^,。?!]{1,8}?(?=签|订|做|办|走|过|通过|申请|搞|取得|提交|要|用))?"
_END = (
    r"(?:才行|才可以|了|的|呢|吗|么|吧|啊|呀|嘛|是吧|是吗|对吧|对不对|对吗"
    r"|还是(?:不用|不要|不需要|可以不).{0,4}|怎么办)*不?"
)
_NEEDS = re.compile(rf"{_FILL}{_WITH}{_NEED}{_WITH}{_DO}(?P<what>[^,。?!]{{2,14}}?){_END}")
_NEEDED = re.compile(
    rf"{_FILL}(?P<what>[^,。?!]{{2,14}}?)(?:是不是|还|也|都|就|仍然?)*{_NEED}{_DO}{_END}"
)
_BARE = re.compile(
    rf"{_FILL}{_NEED}(?:再|先|另外)*(?:做|签订?|签署|办理?|走|跑|报备?|申报|备案?|搞|弄|填|管)"
    rf"(?:点|些|个|1个)?(?:什么|啥|哪样|哪些)?{_END}"
)
"""The same without a name for it: 还要签吗, 还用报啥不."""
_NOW = re.compile(
    rf"{_FILL}(?:这下|现在|接下来|那现在|该|应该)*(?:怎么|咋|如何)(?:办理?|弄|搞|做|走){_END}"
)
"""What asks what to do, of a case of which it was told how many there are."""
_OR_NOT = re.compile(
    r"(?:so|and|then|but|[, ])*(?:(?:is|are) )?(?P<what>[a-z][a-z -]{2,40}?) or (?:not|no)"
    r"|(?:so|and|then|but|[, ])*no (?P<none>[a-z][a-z -]{2,40}?)(?: (?:needed|required))?"
    r"(?: (?:then|any ?more|at all|after all))*"
)
_MAY = re.compile(
    rf"{_FILL}(?:能不能|可不可以|不能|不可以|不准|能|可以|可|准|算不算|算|不)(?:直接|继续|接着|全|都|再|够|按这个|靠这个|是)*"
    rf"(?P<what>[^,。?!]{{1,4}}?){_END}"
)
_LEAD_ENGLISH = (
    r"(?:(?:so|then|and|but|ok(?:ay)?|well|in that case|if so|does (?:that|this|it) mean(?: that)?"
    r"|that means|you mean(?: that)?|in other words|or)[, ]+)*"
)
_BEHIND_ENGLISH = (
    r"(?: (?:then|now|too|as well|anyway|at all|or not|after all|in (?:this|that|our) case|right"
    r"|(?:with|for|to|under|from|between) [^,.;?!]{2,40}))*"
)
_NEEDS_ENGLISH = re.compile(
    rf"{_LEAD_ENGLISH}(?:do|does|must|should|will|would|are|is|have) "
    r"(?:we|i|they|our \w+|my \w+|it|there)"
    r"(?: (?:still|also|then|really|even|again|nevertheless|be|to))*"
    r"(?: (?:need(?:ed)?|have|has|required?|obliged|supposed|got))*(?: to)?"
    r"(?: (?:do|sign|file|conclude|make|go through|apply for|get|obtain|undergo|carry out|have|pass"
    r"|enter into|submit|complete|perform|put in place))?(?: (?:the|a|an|any|another|our|this|that"
    r"|separate|such))*"
    rf" (?P<what>[a-z][a-z -]{{1,44}}?){_BEHIND_ENGLISH}"
)
_NEED_ENGLISH = re.compile(
    rf"{_LEAD_ENGLISH}(?:still |also |will )?needs? (?:(?:the|an?|any) )?"
    r"(?P<what>[a-z][a-z -]{1,44}?)"
    rf"{_BEHIND_ENGLISH}"
)
_NEEDED_ENGLISH = re.compile(
    rf"{_LEAD_ENGLISH}(?:is|are|was) (?:the|a|an|any|our|such)? ?(?P<what>[a-z][a-z -]{{1,44}}?)"
    r"(?: (?:still|also|then|really))* (?:needed|required|necessary|mandatory|waived|due)"
    rf"{_BEHIND_ENGLISH}"
)
_MAY_ENGLISH = re.compile(
    rf"{_LEAD_ENGLISH}(?:can|may|could|are|is) (?:we|i|they|it|this|that)"
    r"(?: (?:still|then|now|really|also|be|not))* (?P<what>[a-z]+)"
    rf"(?: (?:it|this|that|them|the data|these data))?(?: from it)?{_BEHIND_ENGLISH}"
)
_EXEMPT_ENGLISH = re.compile(
    rf"{_LEAD_ENGLISH}(?:we|they|it|this|that) (?:are|is|should be|must be)"
    r"(?: (?:surely|certainly|probably|then|still|also|all|therefore|now|well))* (?P<what>[a-z]+)"
    rf"{_BEHIND_ENGLISH}"
)
"""The same as a claim: we are surely exempt."""
_BEING_THERE = re.compile(
    r"^(?:那么?|所以|是不是|是否)*(?:因为|既然|只要)?(?:我们?|咱们?|公司)?(?:都|是)?(?:注册)?在[^,。;?!]{2,8}?(?:注册|里面?|内|的话|,)*"
    r"(?:是不是|是否)?就(?=可以不|能不(?!能)|不用|不必|不需要|可以免|能免|免)"
)
"""Being in a zone as the reason of what is asked: 因为在临港就可以不用评估了."""
_MAY_NOT = re.compile(r"(?:可以|能)不(?:用|必|需要)?(?=[^能可])(?!是)")
_THAT_CONTRACT = re.compile(r"(?:[那这][个份]的?)(?:标准)?合同(?:备案)?|(?<!标准)合同备案")
_FILING = re.compile(
    r"(?:那个|这个|那份|这份|标准)的?合同(?:[^,。;?!]{0,3}备案)?|合同[^,。;?!]{0,3}备案|备案(?:那|这)[个份]合同"
    r"|\b(?:that|this|the standard) contract\b|\bfil(?:e|ing) (?:of )?(?:the|that) contract"
)
"""What asks for the contract that a case which is open still may need."""
_FEW = re.compile(
    r"^(?:既然|因为|反正|毕竟|我们?|咱们?)*(?:人数?|数?量|规模)?(?:才|就|只有?)?(?:这么|那么|如此|这|那|很|不|并不|太|挺|比较)*"
    r"(?:[一1]?点儿?|些|少|多|小)(?:个?人|个|数据)?(?:的话|了)?(?=.{3})"
    r"|^(?:with|for|given|being) (?:so |such |only )?(?:few|a few|a small number of|a handful of)"
    r"(?: (?:people|persons|records|of them|customers))?,? "
)
"""How few they are, in front of what is asked (人数这么少总可以免了吧)."""
_YEAR_AHEAD = re.compile(r"^(?:那么?|到)?(?:明年|来年|20\d\d年)(?:的话)?")
_OUTCOME = re.compile(
    r"(?:能|可以|行|算|可)(?:不能|不可以|不行|不算)?(?:免|豁免|走|用|出境|传|发|卖|交易|这样)?(?:掉|除)?了?(?:吗|么|吧|不|嘛|呢)$"
    r"|(?:怎么办|咋办|怎么弄|怎么处理|会怎[么样]样?|结论(?:会|要|还)?(?:变|改|[1一]样|不[1一]样)了?吗?|有(?:没有)?影响吗?|行不行|行吗|可以吗|能行吗|要紧吗|呢|还免不?免?吗?)$"
    r"|\b(?:what (?:then|now|happens)|does (?:that|this|it) (?:change|matter)\b.*"
    r"|(?:are|is) (?:we|it|this) (?:still )?(?:exempt(?:ed)?|ok(?:ay)?|allowed|covered)"
    r"|can we (?:still )?(?:rely on|use|claim) .*|is (?:that|this|it) (?:a problem|still .*))$"
)
"""What asks for the outcome of what a text says of a condition."""
_CHANGED = re.compile(
    r"有(?:没有)?(?:什么)?(?:区别|差别|影响|关系|不同)|[1一]样吗|要紧|\b(?:chang|matter|differen|affect)"
)
_ROUTE = re.compile(
    r"(?:(?:按照?|照|依照?|根据)?(?:当时|那时候?|那会儿?|那年|当年|以前|过去|旧)的?(?:规矩|规定|规则|法律?|办法|政策|门槛|标准)(?:来|的话)?"
    r"|那么?|所以|这样|当时|那时候?|那会儿?|那年|本来|原来|原本|现在|今年|本年|这次|我们?|咱们?|该|应该|应当|要|得|需要|到底|究竟|具体|又|是|就|,)*"
    r"(?:走(?:哪|什么|啥)(?:[1一]?[条个种])?(?:路径?|道|流程|手续|程序)?|办(?:哪[1一]?[样种个]|什么|啥)(?:手续)?"
    r"|(?:咋|怎么)(?:办|弄|走|整|搞|处理)|(?:是)?(?:什么|啥)结论|结论(?:是|呢)(?:什么|啥)?)"
    r"(?:呢|啊|呀|哈|才[对行]|才合规|好|的|了)*"
    r"|(?:(?:so|and|then|ok(?:ay)?|well|now)[, ]+)*(?:what (?:do|did|must|should|shall) (?:we|i)"
    r" (?:need|do|have to do|need to do)|what (?:now|then|next)|which (?:route|path|way|procedure)"
    r"(?: (?:do|did|must|should) (?:we|i) (?:take|go|have to take|need(?: to take)?)"
    r"| (?:is|was) (?:it|ours|right))?|what is (?:needed|required))(?: then| now)?"
)
"""What asks for the way that a case goes, and names nothing else."""
_WHICH_RIGHT = re.compile(
    r"(?:到底|究竟)?(?:[以听按信照]|听谁的|看)?哪(?:1|一)?(?:个|句|条|种|次|边)(?:说法|答案|回答|结论|答复|话)?"
    r"(?:才|是|算|更|为)*(?:对的?|准|正确|算数|准确|为准|真的?)"
    r"|(?:以|听|按|信|照)哪(?:1|一)?(?:个|句|条|种|次)(?:说法|答案|回答|结论)?(?:的|为准|办|来)?(?:呢|啊|呀)?$"
    r"|(?:前后|前面和后面|两次|两个(?:回答|答案|结论|说法)?|刚才和现在)[^,。?!]{0,8}?(?:矛盾|不[1一]样|不[1一]致|打架|对不上|冲突)"
    r"|(?:跟|和|与)(?:前面|刚才|之前|上面|先前|开头)[^,。?!]{0,10}(?:矛盾|不[1一]样|不[1一]致|打架|对不上|冲突)"
    r"|\bwhich (?:one|answer|of (?:the|your|these|those)(?: two)?(?: answers| statements)?"
    r"|statement)(?: of (?:the|your|these) (?:two|answers))?"
    r" (?:is|was|holds|counts|applies|should (?:we|i)|do (?:we|i)|can (?:we|i))\b"
    r"|\b(?:contradict\w*|inconsistent|at odds with)\b"
)
"""What asks which of two answers holds."""
_SAID_EARLIER = re.compile(
    r"(?:你|您)?(?:刚才|刚刚|前面|之前|上面|先前|开头|[1一]开始|第[1一]次)[^,。?!]{0,4}(?:说|讲|答|告诉|回答)[^。?!]{2,40}"
    r"(?:现在|这会儿|怎么|后来|又)[^。?!]{0,6}(?:说|讲|答|变|成|要|不)"
    r"|\b(?:you (?:first |just |earlier )?(?:said|told)|your (?:first|earlier|previous|last)"
    r" answer)\b.{3,80}\b(?:now|but then|which|then you)\b"
)
"""Who holds an earlier answer against the last."""
_GIVES = (
    r"(?:只|仅|光|就|改成|改为|换成|变成|做成|说的?是|指的?是|卖的?是|给的?是|提供的?是|要的?是)"
    r"(?:想|要|会|打算|能)*(?:卖|给|提供|交易|出|做|挂|出售|传)?"
)
_PER_PERSON = re.compile(
    r"每(?:1|一)?(?:个|位|名)?(?:人|孩子|客户|用户|员工|会员|患者|病人|学生)|逐(?:人|条)|[1一]人[1一]|[1一]户[1一]|单个|个人的统计"
    r"|\bper (?:person|child|customer|user|head|patient|employee)|\beach (?:person|child|customer"
    r"|user|patient)|\bindividual\b"
)
_STILL_NAMED = re.compile(
    r"(?<![不没])(?:带|含|留|保留|附)(?:着|上)?(?:名字|姓名|手机|电话|身份证|编号|学号)"
)


_ANYTHING = {
    key(t)
    for t in (
        "anything",
        "something",
        "anything at all",
        "paperwork",
        "forms",
        "formalities",
        "red tape",
        "什么",
        "什么手续",
        "啥",
        "啥手续",
        "手续",
    )
}
"""What leaves open which of the things that a table decides is meant."""
_AGREES = re.compile(r"\b(?:agree|say yes|say ok(?:ay)?|give their (?:ok|consent|permission))\b")
"""Plain words for the consent that a duty names."""
_EXEMPT = re.compile(
    r"免|例外|除外|算不算|算吗|算的?吧|符合|属于|\b(?:exempt\w*|waive\w*|exception|count|counts|cover|covers|covered"
    r"|apply|applies|qualif\w+|fit|fits)\b"
)
"""What asks whether a reason that was told spares the case."""


def of_same_case(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What is known of the case that was ruled on last, where a text says something of that."""
    case = case_before(snapshot, asked)
    if case is None or asks_if_still_personal(text):
        return None
    return _becomes(snapshot, text, case, asked.today) or _ruled_again(snapshot, text, asked, case)


def _ruled_again(snapshot: Snapshot, text: str, asked: Question, case: Case) -> Findings | None:
    adds = adds_years(case.table, [*case.texts, text], asked.today)
    whole = snapshot.ruling(text, asked.today)
    if whole is not None and whole.settled and not adds:
        return None  # It tells a whole case of its own.
    before = rule_on(case.table, case.texts, asked.today)
    compared = compares(case.table, normalise(text))
    if not before.settled and not adds:
        return _found(before, same=False) if _FILING.search(normalise(text)) else None
    ruling = rule_on(case.table, [*case.texts, text], asked.today)
    if adds or compared:
        return _found(ruling, same=before.settled)
    if _compares(text) and ruling.row is not None:
        other = _other_row(case, ruling.row)
        return _found(ruling, same=True, other=other) if other or case.near else None
    if (
        ruling.row is not None
        and ruling.row == before.row
        and _lacks_what_is_not_needed(case, text)
    ):
        return _found(ruling, same=True)
    own = bool(stated(case.table, text))
    resting = {**before.slots}
    for condition in before.lacking:
        resting |= {n: condition.of[n][0] for n in condition.instead if n in condition.of}
    plain = _THAT_CONTRACT.sub("标准合同", normalise(text))
    plain = _MAY_NOT.sub("不用", _BEING_THERE.sub("", plain))
    clauses = [c.strip() for c in _CLAUSES.split(plain) if c.strip()]
    if asks_of_a_year(case.table, [*case.texts, text], asked.today):
        clauses = [_YEAR_AHEAD.sub("", c) for c in clauses]
    clauses = [_FEW.sub("", c) for c in clauses] if says_how_many(text) else clauses
    asking = [c for c in clauses if asks(c) or _what(c, case.table.decides)]
    few = says_how_many(text) and any(_NOW.fullmatch(c) for c in asking)
    asking = [c for c in asking if not (few and _NOW.fullmatch(c))]
    denied = bool(reason_in(case.table, before.slots) and told_as_none(case.table, text))
    claims = ruling.lacking != before.lacking and claims_without(case.table, resting, text)
    reason = reason_in(case.table, ruling.slots)
    claims = claims or bool(reason and reason != reason_in(case.table, before.slots))
    condition = denied or claims or few or speaks_of_condition(case.table, resting, text)
    about = ""
    for clause in asking:
        named = _asked_again(clause, case.table.decides, ruling)
        routes = case.table.decides.routes if case.table.decides is not None else ()
        which = _OUTCOME.search(clause) or has_any(routes, clause)
        outcome = condition and (supposes(text) or which)
        told = claims and (ruling.lacking or _EXEMPT.search(clause))
        bare = case.near and _ROUTE.fullmatch(clause) is not None
        if named is None and not outcome and not told and not bare:
            return None
        about = named or about
    if not condition and not (asking and (case.near or own)):
        return None
    lost = ruling.lacking != before.lacking
    return _found(ruling, same=bool(asking or few) and not (lost or denied), about=about)


def _lacks_what_is_not_needed(case: Case, text: str) -> bool:
    """Whether a text says that a condition is not met on which the case does not rest (they are not
    our people), and asks at most what comes of that."""
    asking = [c for c in _CLAUSES.split(normalise(text)) if asks(c)]
    asking = [c for c in asking if not (_OUTCOME.search(c.strip()) or _CHANGED.search(c))]
    lacked = any(lacked_in(condition, (text,)) for condition in case.table.conditions)
    return case.near and lacked and not asking


def _found(
    ruling: Ruling, *, same: bool, about: str = "", other: Row | None = None
) -> Findings | None:
    if not (ruling.settled or ruling.ask is not None):
        return None
    ruling = msgspec.structs.replace(
        ruling, same=same and ruling.settled, about=about if ruling.row else "", other=other
    )
    return Findings("none", ruling=ruling)


def _compares(text: str) -> bool:
    text = normalise(text)
    return _WHICH_RIGHT.search(text) is not None or _SAID_EARLIER.search(text) is not None


def _other_row(case: Case, row: Row) -> Row | None:
    """The last row other than the one that counts that was told in a case."""
    told = [name for name in case.rows if name != row.id]
    return next((r for r in case.table.rows if told and r.id == told[-1]), None)


def _what(clause: str, decides: Decides | None) -> bool:
    return decides is not None and _decided(clause, decides)


def _decided(clause: str, decides: Decides) -> bool:
    """Whether a clause asks for what a table decides, and for nothing else."""
    things = {key(t) for t in decides.things} | _ANYTHING
    if _BARE.fullmatch(clause):
        return True
    if any(key(what) in things for what in _things_asked(clause)):
        return True
    deeds = {key(d) for d in decides.deeds}
    return any(key(what) in deeds for what in _deeds_asked(clause))


def _asked_again(clause: str, decides: Decides | None, ruling: Ruling) -> str | None:
    """The thing of a duty that a clause asks for, empty where it asks for what the table itself
    decides; ``None`` where it asks for anything else."""
    if decides is not None and _decided(clause, decides):
        return ""
    duties = normalise("\n".join((*_duties(ruling), "")))
    return next((w for w in _things_asked(clause) if len(key(w)) > 1 and w in duties), None)


def _duties(ruling: Ruling) -> Sequence[str]:
    row = ruling.row
    return (*row.duties, *row.duties_english) if row is not None else ()


def _things_asked(clause: str) -> list[str]:
    shapes = (_NEEDS, _NEEDED, _OR_NOT, _NEEDS_ENGLISH, _NEED_ENGLISH, _NEEDED_ENGLISH)
    read = (shape.fullmatch(_AGREES.sub("consent", clause)) for shape in shapes)
    found = (m.groupdict() for m in read if m is not None)
    return [(m["what"] or m.get("none") or "").strip() for m in found]


def _deeds_asked(clause: str) -> list[str]:
    read = (shape.fullmatch(clause) for shape in (_MAY, _MAY_ENGLISH, _EXEMPT_ENGLISH))
    return [m["what"].strip() for m in read if m is not None]


def _becomes(snapshot: Snapshot, text: str, case: Case, today: date) -> Findings | None:
    """What answers where something else is given instead of the data of the case: its figures in
    all, and nobody's own."""
    text = normalise(text)
    still = _PER_PERSON.search(text) or _STILL_NAMED.search(text)
    for other in case.table.becomes:
        named = "|".join(map(re.escape, sorted(other.words, key=len, reverse=True)))
        gives = rf"{_GIVES}[^,。;?!不没]{{0,12}}?(?:{named})(?!过|了|局|[1一]下)"
        english = rf"\b(?:only|just|instead|rather)\b[^.;?!]{{0,40}}\b(?:{named})\b"
        if re.search(rf"(?<!不)(?<!不会)(?:{gives})|{english}", text):
            if still is not None:  # A line for each is the case that was ruled on.
                return Findings("none", ruling=rule_on(case.table, case.texts, today))
            target = snapshot.index.target(other.document)
            if target is not None:
                return Findings("exact", exact=target, chance=PLAIN, band="answer")
    return None
