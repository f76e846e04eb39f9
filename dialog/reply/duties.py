"""What is to be done about several things that are ruled on in one reply, and about which. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answers.tables import Of


def of_whom(each: Sequence[Of]) -> dict[str, str]:
    """The duties of several things with their English, those of all of them last."""
    english = {
        duty: given
        for of in each
        for duty, given in zip(
            of.row.duties, of.row.duties_english or ("",) * len(of.row.duties), strict=True
        )
    }
    own: dict[str, str] = {}
    of_all: dict[str, str] = {}
    for duty, given in english.items():
        whose = [of for of in each if duty in of.row.duties]
        if len(whose) == len(each):
            of_all[duty] = given
            continue
        labels = "、".join(of.label for of in whose)
        names = ", ".join(of.label_english for of in whose)
        own[f"{labels}：{duty}"] = f"{names}: {given}" if given and names else ""
    return own | of_all
