"""Six words for a fingerprint: always the same, and different for digests that differ in their first 66 bits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrplanner.words.fingerprint import fingerprint_words

DIGESTS = st.binary(min_size=32, max_size=32)


def test_the_words_of_a_known_digest() -> None:
    digest = bytes.fromhex("2d7116416ef26a080a5a93e9ffcf2a5e")
    assert fingerprint_words(digest) == ("coin", "master", "motion", "target", "chase", "advice")


@given(DIGESTS, DIGESTS)
def test_words_differ_where_the_first_66_bits_do(one: bytes, other: bytes) -> None:
    alike = int.from_bytes(one[:9], "big") >> 6 == int.from_bytes(other[:9], "big") >> 6
    assert (fingerprint_words(one) == fingerprint_words(other)) == alike
    assert len(fingerprint_words(one)) == 6
