"""Codes of our pages come back from copied, folded, blotted and photographed paper; what comes back is never wrong.

`HRPLANNER_CAPTURES=200` is a campaign: so many captures of each code. At least 95 of 100 must be read.
"""

from __future__ import annotations

import os
from collections import Counter
from functools import cache

import pytest

from hrplanner.model.minutes import PrintOrder
from hrplanner.model.minutes_life import Standing
from hrplanner.reports.press import Press
from hrplanner.reports.reading import read_picture
from hrplanner.usecases.signing import Signer
from hrplanner.usecases.stating import statement_for
from tests.reports.captures import Damage, Seen, codes_on, decoded
from tests.reports.meeting import assembly, office, version

CAPTURES = int(os.environ.get("HRPLANNER_CAPTURES", "12"))
USUAL = Damage(copies=1, blots=0.03)


@cache
def page(kind: str) -> dict[str, Seen]:
    """The codes of the first page of the minutes by what they are: `en`, `ne`, and the same signed."""
    language, _, signed = kind.partition(" ")
    press, of, meeting, frozen = Press(), office(), assembly(), version()
    order = PrintOrder(document="minutes", language=language)
    standing = None
    if signed:
        words = press.facts(order, office=of, session=meeting, version=frozen)
        signer = Signer(bytes(range(32)))
        standing = Standing(statement=statement_for(of, meeting, frozen, language=language, signer=signer, words=words))
    pdf = press.pdf(order, office=of, session=meeting, version=frozen, standing=standing)
    return {_kind(seen.text): seen for seen in codes_on(pdf)}


def _kind(text: str) -> str:
    for name, begins in (("corner", "HRP1:PM:"), ("signed", "HRP1:PF:")):
        if text.startswith(begins):
            return name
    return "facts"


CODES = (
    ("en", "corner"), ("en", "facts"), ("ne", "facts"), ("en signed", "facts"), ("ne signed", "facts"),
    ("en signed", "signed"), ("ne signed", "signed"),
)  # fmt: skip


def counted(kind: str, code: str, damage: Damage, captures: int) -> Counter[str]:
    codes = page(kind)
    others = frozenset(seen.text for seen in codes.values())
    return Counter(
        decoded(codes[code], others, seed=seed, read=read_picture, damage=damage) for seed in range(captures)
    )


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("kind", "code"), CODES)
def test_codes_survive_what_paper_meets(kind: str, code: str) -> None:
    found = counted(kind, code, USUAL, CAPTURES)
    print(f"{code} {kind}: {dict(found)}")
    assert found["wrong"] == 0
    allowed = max(1, CAPTURES // 20)
    assert found["none"] <= allowed, found


@pytest.mark.timeout(3600)
def test_a_worse_copy_is_read_or_not_but_never_wrong() -> None:
    for damage in (Damage(copies=2, blots=0.03), Damage(copies=1, blots=0.1)):
        found = counted("en", "corner", damage, CAPTURES)
        print(f"{damage}: {dict(found)}")
        assert found["wrong"] == 0
