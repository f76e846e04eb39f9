"""Short questions behind a case, in the words of those who hope to be spared."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

SOLD = "今年上半年给大阪发了九万六千个买家的姓名电话"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((SOLD, "下半年又给大阪发了七千个买家的姓名电话，不是同一批", "要办什么？"),
         "national-ordinary-contract"),
        (("今年上半年往大阪发了九万六千个买家的姓名电话，下半年又发了七千个新买家的，要办什么？",),
         "national-ordinary-contract"),
        (("接到通知说我们是关基了", "每年给柏林发两千个车主的姓名电话", "人这么少总可以免了吧？"),
         "ciio"),
        (("给柏林发了两千个病人的病历", "With so few people we are surely exempt?"),
         "national-sensitive-contract"),
        (("面馆，在嘉定，不在自贸区", "今年给大阪发了两百万会员的姓名电话",
          "隔壁临港的店说一千万才评估，我们是不是也不用？"), "national-ordinary-assessment"),
        (("滑雪俱乐部，会员都是外国人在瑞士官网自己填的", "传来上海打标签再传回瑞士",
          "没混进国内的人", "两百万人，要评估吗"), "transit"),
        (("2023年我们诊所给米兰发了一万五千个病人的病历", "照那时候的规矩本来该办什么？"),
         "old-sensitive-many"),
        (("医院把五千个病人的病历发给米兰总部", "算员工管理豁免吗？"),
         "national-sensitive-contract"),
    ],
)  # fmt: skip
async def test_it_is_ruled_on(prepared: Prepared, texts: tuple[str, ...], expected: str) -> None:
    heard = await talk(prepared, *texts)
    assert heard.done.entries[1:2] == (expected,)


async def test_parents_are_no_victims(prepared: Prepared) -> None:
    """How to deal with them is asked, and nothing done to them."""
    heard = await talk(prepared, "六千个孩子的录像要给国外的老师看", "家长那边怎么弄？")
    assert heard.done.outcome != "refused"


async def test_the_contract_behind_an_export_is_that_of_the_export(prepared: Prepared) -> None:
    heard = await talk(prepared, "今年给柏林发了十二万个客户姓名电话", "要不要签那个合同备案？")
    assert "entry.contract-filing" not in heard.done.entries
