"""The signed summary comes back whole from its code, holds no more than it must, and nothing else verifies."""

import os
import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.keys import signing
from hrplanner.model.errors import Refused
from hrplanner.model.office_key import office_key, parse_key
from hrplanner.model.signed_summary import Statement, as_stated, digest_of_words, parse_summary
from hrplanner.usecases.signing import Signer, is_proved, signed_by

EDITS = int(os.environ.get("HRPLANNER_EDITS", "300"))  # 1,000 and more in a campaign
SIGNER = Signer(bytes(range(32)))
OWN = office_key(name="Ward 5, Shantipur", public=SIGNER.public)
STATEMENT = Statement(
    office="Hariyokhola Rural Municipality · Ward 5",
    number="W5-2026-014",
    version=3,
    digest="2d7116416ef26a080a5a93e9ffcf2a5e1f0c2b4a59687786a5b4c3d2e1f00112",
    log_head="ab" * 32,
    words=digest_of_words("Minutes\nW5"),
    date="2026-05-12",
    place="सामुदायिक भवन, मझगाउँ",
    heads="84",
    signatures="71",
    slips="*",
    decisions="2",
    commitments="5",
)
TEXT = SIGNER.signed(STATEMENT)


def test_the_summary_comes_back_from_its_code() -> None:
    read = parse_summary(TEXT)
    assert read.statement == as_stated(STATEMENT)
    assert read.key == signing.key_id(SIGNER.public)
    assert is_proved(read, OWN)
    assert signed_by(read, (OWN,)) is OWN
    assert len(TEXT) < 480


texts = st.text(st.characters(codec="utf-8"), max_size=50)


@given(texts, texts, st.text(min_size=1, max_size=20), st.booleans())
def test_any_name_comes_back_as_it_is_stated(office: str, place: str, number: str, practice: bool) -> None:
    statement = Statement(
        office=office, place=place, number=number, version=1, digest="cd" * 32, log_head="ef" * 16, words="01" * 12,
        practice=practice,
    )  # fmt: skip
    read = parse_summary(SIGNER.signed(statement))
    assert read.statement == as_stated(statement)
    assert is_proved(read, OWN)


def edited(text: str, random: random.Random) -> str:
    """The text after one slip or one lie: a letter changed, put in, left out, swapped, or a part of it repeated."""
    place = random.randrange(len(text))
    sign = random.choice(string.ascii_uppercase + string.digits + ":.%*-/")
    return random.choice(
        (
            text[:place] + sign + text[place + 1 :],
            text[:place] + sign + text[place:],
            text[:place] + text[place + 1 :],
            text[:place] + text[place : place + 2][::-1] + text[place + 2 :],
            text[:place] + text[place : place + 5] * 2 + text[place + 5 :],
            text[: max(9, place)],
        )
    )


def test_no_edited_code_verifies() -> None:
    chance, tried = random.Random(12), 0
    while tried < EDITS:
        other = edited(TEXT, chance)
        if other == TEXT:
            continue
        tried += 1
        try:
            read = parse_summary(other)
        except Refused:
            continue
        key = signed_by(read, (OWN,))
        assert key is None or not is_proved(read, key), other


def test_a_public_key_comes_back_from_its_line_and_a_slip_is_found() -> None:
    again = parse_key(f"the key:\n{OWN.text.lower()}\n")
    assert (again.name, again.public) == (OWN.name, OWN.public)
    chance = random.Random(3)
    for _ in range(200):
        other = edited(OWN.text, chance)
        if other == OWN.text:
            continue
        try:
            read = parse_key(other)
        except Refused:
            continue
        assert read.text == OWN.text  # a slip before or after the line


@pytest.mark.parametrize("text", ["", "HRP1:F:", "HRP1:F:A:1:1/1:" + "A" * 26, TEXT[:-1], TEXT + "A"])
def test_what_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        parse_summary(text)
