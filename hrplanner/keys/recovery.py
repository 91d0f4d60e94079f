"""The words of the recovery sheet: the secret itself in 24 words of the BIP-39 list, the last of which checks the rest.

One mechanism for every secret of the book: the key of a sealed book and the signing key of the office. The sheet as a
printout is in `reports`.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from mnemonic import Mnemonic

from hrplanner.model.errors import Refused

SECRET_BYTES = 32
WORDS = 24


def recovery_words(secret: bytes) -> tuple[str, ...]:
    """The 24 words of a secret of 32 bytes."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a secret has 32 bytes")
    return tuple(_list().to_mnemonic(secret).split())


def secret_of(words: str) -> bytes:
    """The secret of words as somebody typed them from the sheet; Refused says which word is not of the list."""
    typed = unicodedata.normalize("NFKC", words).casefold().replace(",", " ").split()
    typed = [word for word in typed if not word.rstrip(".").isdigit()]
    if len(typed) != WORDS:
        raise Refused("recovery_words_count", needed=WORDS, given=len(typed))
    for place, word in enumerate(typed, start=1):
        if word not in _known():
            raise Refused("recovery_word_unknown", place=place)
    try:
        return bytes(_list().to_entropy(typed))
    except ValueError:
        raise Refused("recovery_words_wrong") from None


@cache
def _list() -> Mnemonic:
    return Mnemonic("english")


@cache
def _known() -> frozenset[str]:
    return frozenset(_list().wordlist)
