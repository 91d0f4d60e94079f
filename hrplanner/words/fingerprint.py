"""The fingerprint of a record in six words: what eyes, ears and a telephone can compare."""

from __future__ import annotations

from functools import cache

from mnemonic import Mnemonic

_WORDS = 6
_BITS_A_WORD = 11  # the English BIP-39 list has 2,048 words


def fingerprint_words(digest: bytes) -> tuple[str, ...]:
    """Six words for the first 66 bits of a digest of at least nine bytes, the same words in every language."""
    bits = int.from_bytes(digest[:9], "big") >> (9 * 8 - _WORDS * _BITS_A_WORD)
    return tuple(_word_list()[bits >> (_BITS_A_WORD * later) & 0x7FF] for later in reversed(range(_WORDS)))


def is_fingerprint(text: str) -> bool:
    """Whether a line is six words of the list, as the code with the facts ends."""
    words = text.split()
    return len(words) == _WORDS and set(words) <= set(_word_list())


@cache
def _word_list() -> tuple[str, ...]:
    return tuple(Mnemonic("english").wordlist)
