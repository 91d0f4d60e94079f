"""The fingerprint of a record in six words: what eyes, ears and a telephone can compare."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache

from mnemonic import Mnemonic

_WORDS = 6
_LONGEST_TYPED = 200
_SPELLED = re.compile(r"[A-Z2-7]{26}")
_BITS_A_WORD = 11  # the English BIP-39 list has 2,048 words


def fingerprint_words(digest: bytes) -> tuple[str, ...]:
    """Six words for the first 66 bits of a digest of at least nine bytes, the same words in every language."""
    bits = int.from_bytes(digest[:9], "big") >> (9 * 8 - _WORDS * _BITS_A_WORD)
    return tuple(_word_list()[bits >> (_BITS_A_WORD * later) & 0x7FF] for later in reversed(range(_WORDS)))


def key_words(public: bytes) -> tuple[str, ...]:
    """Six words for a public key, to be compared before it is trusted."""
    return fingerprint_words(hashlib.sha256(public).digest())


def is_fingerprint(text: str) -> bool:
    """Whether a line is six words of the list, as the code with the facts ends."""
    words = text.split()
    return len(words) == _WORDS and set(words) <= set(_word_list())


def digest_beginning(text: str) -> str | None:
    """The first 16 characters in hex of the digest that a typed fingerprint belongs to: six words, or 26 characters.

    None where the text is neither. Words may be parted by dots or commas, as they are on paper.
    """
    if len(text) > _LONGEST_TYPED:
        return None
    words = re.sub(r"[\u00b7,;.]+", " ", text.casefold()).split()
    if len(words) == _WORDS and set(words) <= set(_word_list()):
        places = [_word_list().index(word) for word in words]
        bits = sum(place << _BITS_A_WORD * later for later, place in zip(reversed(range(_WORDS)), places, strict=True))
        return f"{bits >> (_WORDS * _BITS_A_WORD - 64):016x}"
    spelled = re.sub(r"[\s-]", "", text).upper()
    return base64.b32decode(f"{spelled}======").hex()[:16] if _SPELLED.fullmatch(spelled) else None


@cache
def _word_list() -> tuple[str, ...]:
    return tuple(Mnemonic("english").wordlist)
