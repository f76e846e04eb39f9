"""What is known, as values: entries, claims, laws and rules, lists, procedures, tables, gaps.

Every class is one kind of document of a pack and of the store. Nothing here reads a file or
searches. Dates are ISO strings in the pack and ``datetime.date`` here.

Longer than 400 lines because it is the pack's format: who writes knowledge reads one page.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

import msgspec

Grade = Literal["法规", "标准", "官方", "媒体", "发言", "第三方"]
Language = Literal["zh", "en"]
Weight = Literal["plain", "good_news", "bad_news", "penalty", "caution"]
Intent = Literal[
    "greeting",
    "thanks",
    "goodbye",
    "about_assistant",
    "concept",
    "procedure",
    "documents",
    "compliance",
    "cross_border",
    "recommend_product",
    "recommend_vendor",
    "news",
    "fee_contact_hours",
    "complaint",
    "ask_person",
    "distress",
    "small_talk",
    "out_of_scope",
    "unsafe",
]
INTENTS: tuple[Intent, ...] = get_args(Intent)
Feeling = Literal[
    "neutral", "confused", "anxious", "angry", "disappointed", "urgent", "pleased", "distressed"
]
FEELINGS: tuple[Feeling, ...] = get_args(Feeling)


Side = Literal[
    "meaning",
    "steps",
    "documents",
    "condition",
    "cost",
    "duration",
    "validity",
    "moment",
    "deadline",
    "responsible",
    "where",
    "contact",
    "basis",
    "kinds",
    "duty",
    "helper",
    "permission",
    "penalty",
    "benefit",
    "count",
]
SIDES: tuple[Side, ...] = get_args(Side)

PartialDate = Annotated[str, "partial date"]
"""A day, or only its month or year: ``2023-07-01``, ``2023-07``, ``2023``; empty = not known."""


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The root of everything that has an id of its own and a life cycle."""

    id: str


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The root of values inside documents."""


class Origin(Part, frozen=True):
    """Where a statement stands: an article of a law (``law`` + ``article``), or a section of
    another source (``source`` + ``section``). Exactly one of ``law`` and ``source`` is set."""

    law: str = ""
    article: int | None = None
    paragraph: int | None = None
    item: str = ""
    source: str = ""
    section: str = ""


class English(Part, frozen=True):
    """A reviewed English wording."""

    question: str = ""
    answer: str = ""


class Source(Document, frozen=True):
    """A publication other than a law's text. ``url`` becomes a link only on an official host.
    ``date`` may be partial (``2023``, ``2023-07``). ``english``: its title in English."""

    title: str
    grade: Grade
    publisher: str = ""
    url: str = ""
    date: PartialDate = ""
    speaker: str = ""
    number: str = ""
    note: str = ""
    english: str = ""


class Law(Document, frozen=True):
    """One version of one law. Versions of the same act share ``family``.

    ``articles`` is the number of the last article, set only when the law is known whole;
    ``in_doubt`` lists articles whose text is not certain and must not be quoted. ``paragraphs``:
    the make-up of articles for which it is known: by number, how many items (项) each of their
    paragraphs (款) has; ``{45: [0, 3]}`` is two paragraphs, the second with three items.
    ``span``: the first and the last article of what is held, where that is a part of a longer law.
    ``effective_from`` / ``effective_to`` are inclusive; ``None`` = not known / still in force.
    """

    title: str
    short: tuple[str, ...]
    level: str
    issuer: str
    family: str = ""
    version: str = ""
    number: str = ""
    grade: Grade = "法规"
    published: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    articles: int | None = None
    in_doubt: tuple[int, ...] = ()
    paragraphs: dict[int, tuple[int, ...]] = {}
    span: tuple[int, ...] = ()
    url: str = ""
    note: str = ""
    english: str = ""


class StatuteArticle(Part, frozen=True):
    """An article word for word; its paragraphs (款) are lines. 第一百二十条之一 has ``part`` 1.
    ``doubt`` says why the words must not be quoted; empty = they may be."""

    number: int
    text: str
    part: int = 0
    chapter: str = ""
    heading: str = ""
    doubt: str = ""


class Statute(Document, frozen=True):
    """The imported words of one version of a law, ``statute.`` + its id. ``whole``: every article
    is here, so that a number above the last one does not exist. ``source``: where the words were
    taken from; ``files``: names and digests of what was read."""

    law: str
    title: str
    articles: tuple[StatuteArticle, ...]
    whole: bool = False
    source: str = ""
    files: tuple[str, ...] = ()


class Former(Part, frozen=True):
    """The place where a rule stood in an earlier version of the act."""

    law: str
    article: int


class Rule(Document, frozen=True):
    """The gist of an article, in the project's own words. ``punishes``: the articles of the same
    law whose breach this one answers, where it names them; ``punishes_any``: it answers breaches of
    the law in general. ``leaves``: where it exempts, the words of what is still due, each with its
    alternatives (告知|通知); ``leaves_english``: the same for English. Who tells of the exemption
    must say them (``knowledge.check.exemptions``)."""

    law: str
    article: int
    gist: str
    paragraph: int | None = None
    item: str = ""
    topics: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    effective_from: date | None = None
    effective_to: date | None = None
    overrides: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()
    punishes: tuple[int, ...] = ()
    punishes_any: bool = False
    leaves: tuple[str, ...] = ()
    leaves_english: tuple[str, ...] = ()
    weight: Weight = "plain"
    note: str = ""
    english: str = ""


class Entry(Document, frozen=True):
    """A question with its locked answer. ``sample``: it speaks of the 示例 catalogue, and is told
    only where that is shown."""

    question: str
    answer: str
    intent: Intent
    similar: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    sources: tuple[Origin, ...] = ()
    claims: tuple[str, ...] = ()
    english: English | None = None
    topic: str = ""
    audience: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    as_of: date | None = None
    weight: Weight = "plain"
    advice: bool = False
    contact: bool = False
    sample: bool = False
    related: tuple[str, ...] = ()


class Claim(Document, frozen=True):
    """One dated statement by one source. Claims that disagree stand side by side.

    ``as_of``, the day for which the source says it, may be partial (``2023``, ``2023-07``).
    """

    subject: str
    predicate: str
    object: str
    origin: Origin
    grade: Grade
    speaker: str = ""
    as_of: PartialDate = ""
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


class Predicate(Document, frozen=True):
    """How a predicate is asked and said. ``id`` is the predicate's name in claims.

    ``asks``: phrases that ask for it. ``template`` has ``{subject}`` and ``{object}``.
    """

    asks: tuple[str, ...]
    template: str = "{subject}的{predicate}是{object}"
    many: bool = False


class Term(Document, frozen=True):
    """A name with what people call it and how it sounds. ``id`` is the name itself."""

    kind: str = "concept"
    synonyms: tuple[str, ...] = ()
    homophones: tuple[str, ...] = ()
    pronunciation: str = ""
    broader: tuple[str, ...] = ()
    english: str = ""


class Item(Part, frozen=True):
    """A member of a closed list."""

    name: str
    detail: str = ""
    english: str = ""


class ClosedList(Document, frozen=True):
    """A list that is complete, or says that it is not."""

    name: str
    items: tuple[Item, ...]
    sources: tuple[Origin, ...]
    question: str
    similar: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    complete: bool = True
    intent: Intent = "concept"
    intro: str = ""
    closing: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    weight: Weight = "plain"
    advice: bool = False
    english: English | None = None


class Step(Part, frozen=True):
    """One step of a procedure."""

    name: str
    what: str
    documents: tuple[str, ...] = ()
    responsible: str = ""
    condition: str = ""
    sources: tuple[Origin, ...] = ()


class Procedure(Document, frozen=True):
    """Steps in order."""

    name: str
    question: str
    steps: tuple[Step, ...]
    sources: tuple[Origin, ...]
    similar: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    intro: str = ""
    closing: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    advice: bool = False
    english: English | None = None


class Gap(Document, frozen=True):
    """A known unknown: what is asked, what is known of it, and what to do instead."""

    question: str
    answer: str
    next_step: str
    intent: Intent = "fee_contact_hours"
    similar: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    sources: tuple[Origin, ...] = ()
    english: English | None = None
    contact: bool = True


class CountedFrom(Part, frozen=True):
    """How an earlier law counted: for days up to ``until`` from the first day of the year that is
    so many ``years`` before."""

    until: date
    years: int


class Input(Part, frozen=True):
    """One input of a decision table. ``values`` for a choice; ``lower`` bounds for a number,
    ascending, each opening a band that reaches to the next one (unit in ``unit``).

    ``words``: for each value the phrases that state it; a key ``a|b`` holds phrases that leave only
    those open. ``assume``: the value taken when a question leaves it open, said as ``assumption``.
    ``units``: what a number must be counted in to be meant. ``denied``: what holds where a value is
    denied by the word that its label has (none of it sensitive). ``ask_again``: the question in
    other words, for an answer that did not decide. ``answers``: for each value the phrases that
    state it only where the input was asked for (没签过); a key ``a|b`` holds phrases that leave
    those open. ``spares``: its values, all but the assumed one, are reasons that spare the case
    what would else be needed; each holds of the data alone that it was told of. ``doubtful``: the
    names of fields (身份证) that leave a stricter value open whatever else is named; who names one
    is asked by ``ask_again`` at once. ``held``: the number is of all whose data the asker has
    (处理着200万人的信息), apart from the one of those whose data is given away. ``half``: the input
    is of a zone in which somebody must be registered and from which they must send the data: what
    is said to be assumed where only one of both was told; ``half_lost``: what is said first where
    the zone was told, and of one of both that it is elsewhere. ``counted_from``: how earlier laws
    counted a number that is that of the calendar year today. ``further``: what is said to be
    assumed of a further batch for which no value was told. ``plain``: the names of ordinary fields
    beside those of ``words`` and ``answers``; of a list that names any other, the stricter value
    stays open. ``trade``: its values are scenes of certain trades; who tells of another trade is in
    none of them. ``apart``: what is said to be assumed of a number that is told of several years,
    where the law counts each for itself. ``lasting``: it is what the visitor is (an operator, in
    the zone), so that once told it holds of every case of theirs. ``asked_where``: with these
    values of other inputs it is asked for, and assumed only for who does not know.
    """

    name: str
    label: str
    ask: str
    values: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    lower: tuple[int, ...] = ()
    unit: str = ""
    units: tuple[str, ...] = ()
    words: dict[str, tuple[str, ...]] = {}
    assume: str = ""
    assumption: str = ""
    ask_english: str = ""
    labels_english: tuple[str, ...] = ()
    """In the order of ``values``, like ``labels``."""
    denied: dict[str, str] = {}
    answers: dict[str, tuple[str, ...]] = {}
    ask_again: str = ""
    ask_again_english: str = ""
    label_english: str = ""
    assumption_english: str = ""
    spares: bool = False
    doubtful: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    held: bool = False
    half: str = ""
    half_english: str = ""
    half_lost: str = ""
    half_lost_english: str = ""
    trade: bool = False
    counted_from: tuple[CountedFrom, ...] = ()
    further: str = ""
    further_english: str = ""
    apart: str = ""
    apart_english: str = ""
    asked_where: dict[str, tuple[str, ...]] = {}
    lasting: bool = False


class Row(Part, frozen=True):
    """One row: it holds when every named input is among the listed values (numbers: ``min``
    inclusive, ``max`` exclusive, named per input). ``duties_english``: in the order of
    ``duties``. ``grade``: how strict the conclusion is among those of the table, 1 the lightest;
    0 = not said. ``unsettled``: it does not rule; its conclusion says what is not held or not
    settled of these cases or days, and whom to ask."""

    id: str
    when: dict[str, tuple[str, ...]]
    conclusion: str
    duties: tuple[str, ...] = ()
    sources: tuple[Origin, ...] = ()
    min: dict[str, int] = {}
    max: dict[str, int] = {}
    valid_from: date | None = None
    valid_to: date | None = None
    weight: Weight = "plain"
    conclusion_english: str = ""
    duties_english: tuple[str, ...] = ()
    unsettled: bool = False
    grade: int = 0


class Condition(Part, frozen=True):
    """A condition that stands only in the words of conclusions (集体合同), of all that hold where
    the inputs are as in ``of``. Where a visitor lacks it, by denying one of the ``words`` or by
    one of the phrases in ``lacking``, the case is ruled on with ``instead``, which must be no
    lighter; before that ``said`` tells why. ``lasting``: it is the visitor's own and lacks in every
    case that they tell, not in one of them. ``unsaid``: it is lacking as well where nothing was
    stated of what ``instead`` replaces: 注册时勾过协议 tells of no consent. ``aims``: words for the
    aim that it is (人事管理), lacking where that is denied; ``aims_besides``: words for other aims
    (市场调查, 训练*模型: a few signs for the ``*``), lacking where one is told. ``always``: that
    it lacks is told of whoever is ruled on as ``instead`` says, though they claimed nothing."""

    name: str
    of: dict[str, tuple[str, ...]]
    instead: dict[str, str]
    words: tuple[str, ...]
    said: str
    lacking: tuple[str, ...] = ()
    said_english: str = ""
    sources: tuple[Origin, ...] = ()
    lasting: bool = False
    unsaid: bool = False
    aims: tuple[str, ...] = ()
    aims_besides: tuple[str, ...] = ()
    always: bool = False


class Decides(Part, frozen=True):
    """What a table decides, as it is asked for again after a ruling: ``things`` that must be done
    or need not (标准合同), ``deeds`` that may be done or not (卖). ``asked`` names it. Who tells
    all that it needs and asks by a phrase of ``routes`` (走哪条) is ruled on, whatever was told
    before. Who asks by a phrase of ``counts`` whether such a case is one at all (算出境吗) is first
    told ``counted``."""

    asked: str
    asked_english: str = ""
    things: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    counted: str = ""
    counted_english: str = ""
    counted_sources: tuple[Origin, ...] = ()


class Becomes(Part, frozen=True):
    """What a case becomes where the visitor gives something else instead (统计), named by
    ``words``: no row holds of that; the ``document`` answers."""

    words: tuple[str, ...]
    document: str


class Besides(Part, frozen=True):
    """What is to be done beside the duties of a row where a case is as in ``of`` and its texts tell
    of something (``told``: data on human genes, people below the age that the table knows, or any
    people at all, or else one of the ``words``, where it is ``words`` those alone): it is told
    before them, and changes no conclusion. ``early``: it is told as well while the table asks back
    for what it must know."""

    name: str
    of: dict[str, tuple[str, ...]]
    duties: tuple[str, ...]
    sources: tuple[Origin, ...]
    told: Literal["human_genes", "young", "people", "words"]
    early: bool = False
    words: tuple[str, ...] = ()
    duties_english: tuple[str, ...] = ()
    valid_from: date | None = None


class DecisionTable(Document, frozen=True):
    """Conditions to conclusion, as data. On every day from 2021 to 2027 each combination of inputs
    hits exactly one row, be it one that is ``unsettled``, or the check names the hole or the
    overlap. Outside of ``valid_from``…``valid_to`` no row holds.

    A question that has one of the ``triggers`` and states all inputs in ``needs`` is this table's,
    whatever else resembles it: a near entry with other numbers must not answer it. One that has a
    trigger and a phrase of each group in ``case`` (whose, what, given) tells such a case without
    its figures: the table asks for them where nothing answers it better, unless a phrase of
    ``unless`` stands in it, which asks for something else. Who wishes to get such a thing, by a
    phrase of ``wishes``, cannot know what the table would ask: all that may hold is told. With
    ``places_abroad`` the name of a place outside of the mainland is a trigger, too."""

    name: str
    question: str
    inputs: tuple[Input, ...]
    rows: tuple[Row, ...]
    similar: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    intent: Intent = "compliance"
    triggers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    case: dict[str, tuple[str, ...]] = {}
    unless: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    decides: Decides | None = None
    becomes: tuple[Becomes, ...] = ()
    besides: tuple[Besides, ...] = ()
    question_english: str = ""
    places_abroad: bool = False


class Product(Document, frozen=True):
    """A data product of the catalogue. ``sample`` marks 示例 data."""

    name: str
    kind: str
    scenes: tuple[str, ...]
    description: str
    vendor: str
    update: str = ""
    coverage: str = ""
    keywords: tuple[str, ...] = ()
    delivery: str = ""
    personal: bool = False
    sample: bool = True
    name_english: str = ""
    description_english: str = ""


class Vendor(Document, frozen=True):
    """A 数商 of the catalogue. ``sample`` marks 示例 data."""

    name: str
    classes: tuple[str, ...]
    services: tuple[str, ...]
    description: str
    scenes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    sample: bool = True
    name_english: str = ""
    description_english: str = ""


class NewsItem(Document, frozen=True):
    """A dated event, told in own words."""

    title: str
    date: PartialDate
    summary: str
    sources: tuple[Origin, ...]
    similar: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()


class Reply(Document, frozen=True):
    """Stored words for a turn that is not about knowledge: greeting, thanks, refusal, distress.
    ``variants`` are equally right; the first is used unless it was just said. ``sources``: where a
    fact in them stands, such as a helpline's number."""

    intent: Intent
    variants: tuple[str, ...]
    english: tuple[str, ...]
    topics: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    contact: bool = False
    sources: tuple[Origin, ...] = ()


class MatterSide(Part, frozen=True):
    """One side of a matter and the id of the document that answers it."""

    side: Side
    document: str


class Matter(Document, frozen=True):
    """A matter (事项) of the desk by all its names, and the sides of it that people ask
    for plainly, each with the document that answers, alone and rightly, under every name."""

    names: tuple[str, ...]
    sides: tuple[MatterSide, ...]


class Opener(Document, frozen=True):
    """A short caring sentence said before the locked text. ``when`` names outcomes."""

    feeling: Feeling
    when: tuple[str, ...]
    text: str
    english: str


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A labelled sentence for the small models."""

    text: str
    label: str
    persona: str
    language: Language = "zh"
    topic: str = ""


class SourceItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One citation as shown. ``law`` and ``article`` are set for law; ``url`` only on an
    official host; ``as_of`` is the day for which the version was looked up. ``words``: the article
    as imported, only where it may be quoted on that day, taken from ``words_from``. ``english``:
    the title as English readers know it. ``part``: 1 for 第N条之一."""

    title: str
    grade: Grade
    law: str = ""
    article: int | None = None
    paragraph: int | None = None
    section: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    as_of: str = ""
    gist: str = ""
    effective_from: str = ""
    effective_to: str = ""
    version: str = ""
    words: str = ""
    words_from: str = ""
    english: str = ""
    part: int = 0


class Wordings(Part, frozen=True):
    """Further ways of asking for a document, and further near misses, kept apart from it."""

    id: str
    similar: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()


class Consultation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A question that somebody wrote who had not seen the knowledge, and the ids of the documents
    that answer it rightly, as judged by reading; none = nothing in the knowledge answers it.
    ``fresh``: the knowledge was not mended for it and does not hold it as a wording, so that it
    stands for the questions still to come."""

    text: str
    right: tuple[str, ...] = ()
    persona: str = ""
    language: Language = "zh"
    fresh: bool = False


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``pack.yaml``: who speaks, for whom, and which hosts count as official."""

    id: str
    name: str
    version: str
    as_of: date
    exchange: str
    assistant: str
    greeting: str
    greeting_english: str
    closing: str
    closing_english: str
    unknown: tuple[str, ...]
    unknown_english: tuple[str, ...]
    related: str
    related_english: str
    contact: str
    contact_english: str
    official_hosts: tuple[str, ...]
    starters: tuple[str, ...]
    starters_english: tuple[str, ...]
    unsure: tuple[str, ...] = ()
    """Said where one of the pointers probably answers; without these words, ``unknown`` is said."""
    unsure_english: tuple[str, ...] = ()
    exchange_english: str = ""
    """Shown on an English page; without it, the Chinese name."""
    assistant_english: str = ""
    contact_url: str = ""
    """The page that says how to reach a person, on an official host; shown with ``contact``."""


KINDS: dict[str, type[Document] | type[Profile]] = {
    "entry": Entry,
    "claim": Claim,
    "rule": Rule,
    "law": Law,
    "source": Source,
    "predicate": Predicate,
    "term": Term,
    "closed_list": ClosedList,
    "procedure": Procedure,
    "decision_table": DecisionTable,
    "gap": Gap,
    "product": Product,
    "vendor": Vendor,
    "news_item": NewsItem,
    "reply": Reply,
    "opener": Opener,
    "matter": Matter,
    "profile": Profile,
    "statute": Statute,
}
"""Every kind of document that the store keeps, by the name that its rows carry."""
