"""What is said of a matter in a law as far as it is held: which articles speak of it, and that an
article does not that is taken to or asked for a point. Pure."""

from __future__ import annotations

from dialog.reply.law_places import chinese_numeral, spoken_date
from knowledge.answers.citing import plain_title
from knowledge.answers.law_findings import LawFinding
from knowledge.types import Language, Law


def places_line(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    """The articles that speak of a matter, all of those that are held, and their number."""
    articles = list(dict.fromkeys(r.article for r in finding.rules))
    if english:
        numbers = ", ".join(map(str, articles))
        text = f"Of the articles of {law.english or plain_title(law.title)} that our knowledge "
        return f"{text}holds, {len(articles)} speak of it: {numbers}. Name one to see it.", "en"
    numbers = "、".join(f"第{chinese_numeral(a)}条" for a in articles)
    text = f"《{plain_title(law.title)}》里，我收录的要点讲到“{finding.matter}”的有"
    return (
        f"{text}{chinese_numeral(len(articles))}条：{numbers}。说出条号，就能看那一条的要点。",
        "zh",
    )


def _choice_line(finding: LawFinding) -> tuple[str, Language]:
    """Which of the articles between which a question lets choose speak of what it names."""
    numbers = "、".join(f"第{chinese_numeral(a)}条" for a in finding.saying)
    asked = 1 + len(finding.also)
    if not finding.saying:
        return f"我收录的要点里，这{_counted(asked)}条都没有讲到“{finding.matter}”。", "zh"
    if len(finding.saying) == asked > 1:
        return f"按我收录的要点，{numbers}都讲到“{finding.matter}”，不是只在一条里。", "zh"
    return f"按我收录的要点，讲到“{finding.matter}”的是{numbers}。", "zh"


def _counted(number: int) -> str:
    return "两" if number == len("两条") else chinese_numeral(number)


def unsaid_line(finding: LawFinding) -> tuple[str, Language]:
    """That nothing held of an article speaks of what it is taken to be about, and which articles of
    its law do."""
    text = f"我收录的这一条要点里，没有讲到“{finding.matter}”"
    if not finding.saying:
        return f"{text}，讲的是下面这些。", "zh"
    numbers = "、".join(f"第{chinese_numeral(a)}条" for a in finding.saying)
    return f"{text}；要点里讲到它的是{numbers}。这一条讲的是下面这些。", "zh"


def leading_lines(finding: LawFinding) -> list[tuple[str, Language]]:
    """What stands before an article that is taken to be about something, or to name a figure or a
    place, of which nothing that is held of it speaks."""
    if finding.aspect == "choice":
        return [_choice_line(finding)]
    if finding.aspect == "all":
        return [("这一条我收录的全部要点就是下面这些，逐字的内容请看官方公布的文本。", "zh")]
    lines = [unsaid_line(finding)] if finding.matter else []
    if finding.denied:
        lines.append((f"不是{finding.denied}：这一条写的是“{finding.instead}”。", "zh"))
    return lines


def fines_line(finding: LawFinding, law: Law) -> tuple[str, Language]:
    """What stands before the highest fines of a law; that no other sum is one, if that is asked."""
    text = (
        f"按{spoken_date(finding.day.isoformat())}适用的《{plain_title(law.title)}》{law.version}，"
    )
    if finding.aspect == "no_figure":
        text = f"我收录的《{plain_title(law.title)}》要点里，没有罚{finding.matter}的规定。"
    text += "在我收录的要点里，罚款数额最高的是下面这些；按倍数、比例计算的没有放在一起比较。"
    return text, "zh"


def nothing_line(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    """That nothing held of a law is on a matter that another law was asked of."""
    if english:
        name = law.english or plain_title(law.title)
        return f"Nothing that our knowledge holds of {name} speaks of this matter.", "en"
    text = f"《{plain_title(law.title)}》里，我收录的要点没有单独讲“{finding.matter}”的"
    return f"{text}。想查它的别的规定，请说出条号或者事情。", "zh"


def point_line(finding: LawFinding, *, english: bool) -> tuple[str, Language]:
    """That what is held of an article does not say the point that was asked for."""
    if english:
        text = (
            f"Our summary does not directly say “{finding.unsaid}”; please check the official text"
        )
        return f"{text} or ask a lawyer.", "en"
    text = f"您问的“{finding.unsaid}”，我收录的这一条要点里没有直接写到"
    return f"{text}，请核对官方公布的全文，或者问律师。", "zh"
