"""A secret comes back by its passphrase or its 24 words, and by nothing else; a signature holds for one message."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.keys import signing
from hrplanner.keys.recovery import recovery_words, secret_of
from hrplanner.keys.wrapping import as_plain, from_plain, unwrap, wrap
from hrplanner.model.errors import Refused

SECRET = bytes(range(32))
WRAPPED = wrap(SECRET, "a meeting at noon", purpose="test")


def test_the_passphrase_opens_what_it_closed() -> None:
    again = from_plain(as_plain(WRAPPED))
    assert again == WRAPPED
    assert unwrap(again, " a meeting at noon ", purpose="test") == SECRET
    assert SECRET not in WRAPPED.content


def test_two_ways_of_typing_one_letter_open_it() -> None:
    closed = wrap(SECRET, "réunion à midi", purpose="test")
    assert unwrap(closed, "re\u0301union a\u0300 midi", purpose="test") == SECRET


def test_another_passphrase_purpose_or_byte_opens_nothing() -> None:
    changed = dataclasses.replace(WRAPPED, content=bytes([WRAPPED.content[0] ^ 1]) + WRAPPED.content[1:])
    for wrapped, phrase, purpose in (
        (WRAPPED, "a meeting at one", "test"),
        (WRAPPED, "a meeting at noon", "other"),
        (changed, "a meeting at noon", "test"),
    ):
        with pytest.raises(Refused, match="passphrase_wrong"):
            unwrap(wrapped, phrase, purpose=purpose)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(Refused, match="passphrase_too_short"):
        wrap(SECRET, "  short ", purpose="test")


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 1 << 30},
        {"rounds": 0},
        {"lanes": True},
        {"salt": "?"},
        {"nonce": ""},
        {"format": "x"},
        {"content": 3},
    ],
)
def test_a_file_that_asks_for_too_much_or_is_none_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(Refused, match="key_file_damaged"):
        from_plain({**as_plain(WRAPPED), **change})


@given(st.binary(min_size=32, max_size=32))
def test_the_words_of_the_sheet_are_the_secret(secret: bytes) -> None:
    words = recovery_words(secret)
    assert len(words) == 24
    numbered = "\n".join(f"{place}. {word.upper()}" for place, word in enumerate(words, start=1))
    assert secret_of(numbered) == secret


def test_a_wrong_word_is_found() -> None:
    words = list(recovery_words(SECRET))
    with pytest.raises(Refused, match="recovery_words_count"):
        secret_of(" ".join(words[:23]))
    with pytest.raises(Refused) as refused:
        secret_of(" ".join([*words[:4], "meetinghouse", *words[5:]]))
    assert (refused.value.code, refused.value.params) == ("recovery_word_unknown", {"place": 5})
    with pytest.raises(Refused, match="recovery_words_wrong"):
        secret_of(" ".join([words[1], words[0], *words[2:]]))


@given(st.binary(max_size=60), st.integers(0, 511))
def test_a_signature_holds_for_its_message_alone(message: bytes, bit: int) -> None:
    seed = SECRET
    public, signature = signing.public_key(seed), signing.sign(seed, message)
    assert signing.is_signed(public, message, signature)
    assert not signing.is_signed(public, message + b".", signature)
    changed = bytearray(signature)
    changed[bit // 8] ^= 1 << bit % 8
    assert not signing.is_signed(public, message, bytes(changed))
    assert not signing.is_signed(signing.public_key(signing.new_seed()), message, signature)


def test_what_is_not_a_key_proves_nothing() -> None:
    assert not signing.is_signed(b"short", b"x", bytes(64))
    assert len(signing.key_id(SECRET)) == 13
