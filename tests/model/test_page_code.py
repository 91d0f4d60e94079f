"""The codes on paper: what is written is read again, and nothing that was changed is read as something else."""

import contextlib
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.errors import Refused
from hrplanner.model.page_code import PageCode, fingerprint, parse_code

ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
NUMBERS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


def made(number: str = "W5-2026-014", content: bytes = b"record") -> PageCode:
    digest = hashlib.sha256(content).digest()
    return PageCode(document="minutes", number=number, version=3, page=1, pages=2, fingerprint=fingerprint(digest))


@given(NUMBERS)
def test_every_number_comes_back(number: str) -> None:
    code = made(number)
    assert set(code.text) <= ALPHANUMERIC
    assert parse_code(code.text) == code


@given(st.integers(0, 70), st.sampled_from(sorted(ALPHANUMERIC)), st.binary(min_size=1, max_size=8))
def test_a_changed_character_is_never_read_as_the_same_page(place: int, character: str, content: bytes) -> None:
    code = made(content=content)
    text = code.text
    changed = text[: place % len(text)] + character + text[place % len(text) + 1 :]
    try:
        other = parse_code(changed)
    except Refused:
        return
    assert changed == text or other != code


def test_spare_bits_of_the_last_character_are_not_free() -> None:
    """130 bits are written for 128, so three other last letters would decode to the same 16 bytes."""
    text, read = made().text, []
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567":
        with contextlib.suppress(Refused):
            read.append(parse_code(text[:-1] + letter).digest_start)
    assert read.count(made().digest_start) == 1
    assert len(read) == len(set(read)) == 8


@pytest.mark.parametrize("text", ["", "https://example.org", "CM1:M:1:1:1/1:AAAA"])
def test_other_codes_are_not_ours(text: str) -> None:
    with pytest.raises(Refused) as problem:
        parse_code(text)
    assert problem.value.code == "not_ours"
