"""Titles that only contain a held law's name are of other texts, and never answered with it."""

from __future__ import annotations

import pytest

from tests.knowledge.law_parts import REAL, TODAY, real, told


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("江苏省数据条例第20条讲什么", "江苏省数据条例"),
        ("江苏的数据条例什么时候施行", "江苏数据条例"),
        ("听说广东那边的数据条例第5条很严", "广东那边数据条例"),
        ("浙江省公共数据条例第5条", "浙江省公共数据条例"),
        ("北京数据条例有多少条", "北京数据条例"),
        ("个人信息保护法实施条例第5条", "个人信息保护法实施条例"),
        ("《个人信息保护法实施条例》第5条", "个人信息保护法实施条例"),
        ("《数据安全法》实施条例第5条", "数据安全法实施条例"),
        ("数据安全法的实施细则什么时候生效", "数据安全法实施细则"),
        ("数据安全法草案第12条", "数据安全法草案"),
        ("网络数据安全管理条例征求意见稿第55条", "网络数据安全管理条例征求意见稿"),
        ("民法典司法解释第5条", "民法典司法解释"),
        ("治安管理处罚法第42条", "治安管理处罚法"),
        ("韩国个人信息保护法第5条", "韩国个人信息保护法"),
        ("网络产品认证办法第5条", "网络产品认证办法"),
    ],
)
def test_a_like_name_is_another_text(question: str, title: str) -> None:
    """It is said not to be held, with the held texts of a like name beside it."""
    finding = real(question)
    assert (finding.status, finding.title) == ("not_held", title)
    outcome, text = told(finding)
    assert outcome == "unknown"
    assert f"没有收录《{title}》" in text
    assert "名称相近" in text
    assert "的要点" not in text


@pytest.mark.parametrize(
    ("question", "law"),
    [
        ("数据条例第20条", "sh-data-reg"),
        ("我们上海的数据条例第20条", "sh-data-reg"),
        ("江苏的企业违反上海市数据条例第20条", "sh-data-reg"),
        ("深圳的数据条例第58条", "sz-data-reg"),
        ("深圳数据条例第58条", "sz-data-reg"),
        ("广州的数据条例第5条", "gz-data-reg"),
        ("数据安全法规定第30条是什么", "dsl"),
        ("《网络安全法（2025年修正）》第21条", "csl-2025"),
        ("《中华人民共和国网络安全法》第21条", "csl-2025"),
        ("在上海网络安全法第21条谁来执行", "csl-2025"),
        ("按照处罚法第29条", "penalty"),
        ("个人信息认证办法第5条", "pi-export-cert"),
        ("自贸区负面清单管理办法第2条", "sh-ftz-neglist"),
        ("我们公司违反网安法第21条", "csl-2025"),
        ("给图片打标识，想问标识办法第4条", "ai-label"),
        ("想咨询标识办法第4条", "ai-label"),
    ],
)
def test_a_held_law_is_known_by_what_people_call_it(question: str, law: str) -> None:
    """A short name, a place that is the law's own, and words around it change nothing."""
    finding = real(question)
    assert finding.law is not None, finding
    assert finding.law.id == law


def test_local_laws_of_a_like_name_are_offered() -> None:
    """Another province's regulations are answered with which local ones are held."""
    near = {law.id for law in real("江苏省数据条例").near}
    assert {"sh-data-reg", "sz-data-reg", "gz-data-reg"} <= near


def test_nothing_is_claimed_of_a_text_that_only_follows() -> None:
    """数据安全法实施以后 names the law itself."""
    finding = REAL.look_up("数据安全法实施以后第30条还要不要做", TODAY)
    assert finding is None or finding.status != "not_held"
