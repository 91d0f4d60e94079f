"""Codes of our pages come back from copied, folded, blotted and photographed paper; what comes back is never wrong.

`HRPLANNER_CAPTURES=200` is a campaign: so many captures of each code. At least 95 of 100 must be read.
"""

from __future__ import annotations

import os
from collections import Counter

import pytest

from hrplanner.model.minutes import PrintOrder
from hrplanner.model.page_code import PageCode, fingerprint
from hrplanner.reports import qr
from hrplanner.reports.press import Press
from hrplanner.reports.reading import read_picture
from hrplanner.usecases.signing import Signer
from hrplanner.usecases.stating import statement_of
from tests.reports.captures import Damage, decoded
from tests.reports.meeting import DIGEST, assembly, office, version

CAPTURES = int(os.environ.get("HRPLANNER_CAPTURES", "12"))
USUAL = Damage(copies=1, blots=0.03)
CORNER = PageCode(
    document="minutes", number="W5-2026-014", version=3, page=1, pages=2, fingerprint=fingerprint(bytes.fromhex(DIGEST))
).text


def facts(language: str) -> str:
    order = PrintOrder(document="minutes", language=language)
    return Press().facts(order, office=office(), session=assembly(), version=version())


def signed(language: str) -> str:
    statement = statement_of(office(), assembly(), version(), facts(language))
    return Signer(bytes(range(32))).signed(statement)


TEXTS = {"corner": CORNER, "facts": facts("en"), "facts in Nepali": facts("ne"), "signed": signed("en")}


def counted(text: str, damage: Damage, captures: int) -> Counter[str]:
    code = qr.matrix(text)
    return Counter(decoded(code, text, seed=seed, read=read_picture, damage=damage) for seed in range(captures))


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", TEXTS)
def test_codes_survive_what_paper_meets(name: str) -> None:
    found = counted(TEXTS[name], USUAL, CAPTURES)
    print(f"{name}: {dict(found)}")
    assert found["wrong"] == 0
    allowed = max(1, CAPTURES // 20)
    assert found["none"] <= allowed, found


def test_a_worse_copy_is_read_or_not_but_never_wrong() -> None:
    for damage in (Damage(copies=2, blots=0.03), Damage(copies=1, blots=0.1)):
        found = counted(CORNER, damage, CAPTURES)
        print(f"{damage}: {dict(found)}")
        assert found["wrong"] == 0
