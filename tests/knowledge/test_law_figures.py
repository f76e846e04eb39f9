"""What an article, or a law, is wrongly taken to name; which of its numbers, articles and parts are
meant; what goes on with it; laws counted and put in order."""

from __future__ import annotations

import pytest

from knowledge.answers.law_figures import only_a_figure
from tests.knowledge.law_parts import REAL, TODAY, real, told


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("个保法第三十一条说的是十八岁以下对吗", "不是18岁：这一条写的是“处理不满14周岁"),
        ("我记得是个保法第三十一条规定不满十六周岁的是吧", "不是16岁："),
        ("标准合同办法第七条要求三十天内备案吧", "不是30天：这一条写的是“合同生效后10个工作日内”"),
        ("个保法第66条罚多少，是不是最高一千万", "不是1000万元：这一条写的是“最高罚5000万元”"),
        ("个保法第66条最高罚营业额的10%对不对", "不是10%："),
        ("网安法第23条日志留存三个月对吧", "不是3个月："),
        ("安全评估办法第七条省级网信部门是十五个工作日查验吗", "不是15个工作日：这一条写的是“省级"),
        (
            "上海市数据条例第67条说交易所设在徐汇区对吗",
            "不是徐汇区：这一条写的是“数据交易所设在浦东",
        ),
        ("上海市数据条例第67条规定交易所设在北京是吗", "不是北京："),
    ],
)
def test_another_figure_or_place_is_denied(question: str, begins: str) -> None:
    """Who takes an article to name another figure of the same unit, or another place, hears no."""
    outcome, text = told(real(question))
    assert outcome == "answered"
    assert text.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "个保法第三十一条是14岁对吗",
        "个保法第三十一条十二岁的孩子适用吗",
        "网安法第23条日志要保存半年是吗",
        "个保法第66条罚一千万对吗",
        "个保法第66条是不是最高罚五千万",
        "标准合同办法第七条省级网信部门是十五个工作日查验吗",
        "上海市数据条例第67条说交易所设在上海对吗",
        "上海市数据条例第67条说交易所设在浦东对吗",
        "个保法第38条要一百万人对吗",
        "个保法第三十一条规定了什么",
    ],
)
def test_nothing_else_is_denied(question: str) -> None:
    """What the article names, a case within its bound, and what it does not speak of."""
    assert not real(question).denied


@pytest.mark.parametrize(
    ("question", "rules", "said"),
    [
        ("数据安全法规定企业泄密最高罚五个亿对吧", {"dsl"}, "没有罚5亿元的规定"),
        ("个保法最高罚一个亿吗", {"pipl"}, "没有罚1亿元的规定"),
        ("数据安全法规定最高罚一千万对吗", {"dsl"}, "1000万元"),
    ],
)
def test_a_fine_of_the_law_that_is_named(question: str, rules: set[str], said: str) -> None:
    """A sum that is taken for a fine of a law is looked for in that law."""
    finding = real(question)
    assert {r.law for r in finding.rules} == rules
    assert said in told(finding)[1]


def test_only_a_figure_goes_with_its_article() -> None:
    """A clause that asks of nothing but a figure is of the article before it."""
    assert only_a_figure("是不是最高一千万", "个保法第66条罚多少")
    assert only_a_figure("是三十天吗", "标准合同办法第七条几天内备案")
    assert not only_a_figure("是不是要备案", "标准合同办法第七条几天内备案")
    assert not only_a_figure("是不是最高一千万", "个保法罚多少")


@pytest.mark.parametrize(
    ("question", "old", "now"),
    [
        ("网络安全法旧的第四十七条现在排第几", 47, 49),
        ("旧的网安法第二十四条排到第几条了", 24, 26),
        ("网安法原来的第24条挪到哪条了", 24, 26),
        ("网安法2016年版第37条在新法里的序号是多少", 37, 39),
        ("老网安法第21条如今是第几", 21, 23),
    ],
)
def test_the_present_number_in_other_words(question: str, old: int, now: int) -> None:
    """Where an old article stands is asked for in many words."""
    finding = real(question)
    assert (finding.status, finding.article, finding.rules[0].article) == ("moved", old, now)


@pytest.mark.parametrize("question", ["网安法第21条以前排第几", "网安法第24条在第几章"])
def test_another_number_is_no_present_one(question: str) -> None:
    """The number before, or that of a chapter, is another question."""
    assert real(question).status == "found"


@pytest.mark.parametrize(
    ("question", "articles", "said"),
    [
        ("个保法单独同意是在第十三条还是第三十九条", (39,), "讲到“单独同意”的是第三十九条"),
        ("个保法里关于“告知同意”是第十三条还是第十四条", (13, 14), "都讲到“同意”"),
        ("数安法的数据出境在第31条还是第36条", (31,), "讲到“数据出境”的是第三十一条"),
    ],
)
def test_which_of_two_articles(question: str, articles: tuple[int, ...], said: str) -> None:
    """Of two articles that one is named which says it."""
    finding = real(question)
    assert finding.saying == articles
    assert said in told(finding)[1]


def test_all_articles_of_both_halves() -> None:
    """A phrase made of two topics is spoken of wherever one of them is."""
    finding = real("个保法里的告知同意在哪一条")
    assert {13, 14, 17, 39} <= {r.article for r in finding.rules}
    assert "十二条" in told(finding)[1]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("民法典第五百条", "《民法典》第五百条我这里没有收录"),
        ("民法典第1200条说什么", "第九百八十九条到第一千零三十九条"),
        ("GDPR第17条", "没有收录《GDPR》"),
        ("ccpa第1798条规定了什么", "没有收录《CCPA》"),
    ],
)
def test_what_is_not_held(question: str, said: str) -> None:
    """An article of another part of a law, and a law of another country."""
    outcome, text = told(real(question))
    assert outcome == "unknown"
    assert said in text


def test_letters_before_an_article_may_be_no_law() -> None:
    """An app has articles of its own, and a law that is held may be called by letters."""
    assert REAL.look_up("APP第3条", TODAY) is None
    assert real("PIPL第55条").status == "found"


@pytest.mark.parametrize(
    ("before", "text", "said"),
    [
        ("个保法第五十六条", "数安法呢", "没有单独讲“影响评估”"),
        ("数安法第36条", "个保法也有吗", "第四十一条"),
        ("个保法第66条", "数安法呢", "第四十五条"),
        ("个保法什么时候施行", "数安法呢", "2021年9月1日"),
        ("上海市数据条例第六十七条", "由谁制定的", "上海市人民代表大会常务委员会"),
        ("个保法第五十六条第一款", "这一条还说了什么", "留存三年"),
        ("上海市数据条例第六十七条", "我问的是第六十六条第一款", "《上海市数据条例》第六十六条"),
    ],
)
def test_what_goes_on_with_a_law(before: str, text: str, said: str) -> None:
    """The same in another law, who made it, the rest of the article, another article of it."""
    assert said in told(real(text, before))[1]


@pytest.mark.parametrize("text", ["数安法和网安法呢", "数安法有什么用", "数安法第三条呢"])
def test_what_leaves_the_article(text: str) -> None:
    """What asks more of another law than the same."""
    assert REAL.follow_up(text, ("个保法第五十六条",), TODAY) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("收录了多少部法规", "部法律、法规和文件的要点"),
        ("哪些法律在2021年施行", "2021年施行的有5个"),
        ("2022年施行的法规有哪些", "《上海市数据条例》（2022年1月1日）"),
        ("个人信息保护法和数据安全法谁先施行？", "《数据安全法》先施行"),
        ("网安法和数安法谁先施行", "《网络安全法》先施行"),
        ("网安法、数安法、个保法哪部最晚施行", "《个人信息保护法》最后施行"),
    ],
)
def test_laws_counted_and_in_order(question: str, said: str) -> None:
    """How many are held, those of a year, which came first."""
    assert said in told(real(question))[1]


@pytest.mark.parametrize(
    "question",
    ["数据安全法是2021年施行的吗", "2021年施行的个人信息保护法有多少条", "个保法和数安法谁更严"],
)
def test_what_asks_of_one_law(question: str) -> None:
    """What names a law asks of that law, and not of all."""
    finding = REAL.look_up(question, TODAY)
    assert finding is None or not finding.near


def test_an_amendment_does_not_tell_when_a_law_came() -> None:
    """Of an act of which only an amendment is held the first day is not known."""
    finding = REAL.look_up("行政处罚法和数安法谁先施行", TODAY)
    assert finding is None or finding.aspect not in ("earliest", "latest")
