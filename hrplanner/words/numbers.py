"""Whole numbers as people type them: in the digits of any script, grouped or not."""

from __future__ import annotations

import re
import unicodedata

from hrplanner.model.errors import Refused

_GROUPS = re.compile(r"\d{1,3}(?P<mark>[,.'’   ])\d{2,3}(?:(?P=mark)\d{2,3})*")


def latin_digits(text: str) -> str:
    """The text with the decimal digits of every script written as 0 to 9."""
    return "".join(str(unicodedata.decimal(mark)) if mark.isdecimal() else mark for mark in text)


def whole_number(text: str) -> int:
    """The number that was typed: `१,२३४`, `1.234`, `12,34,567` and `1234` alike; refuses anything else.

    A mark that groups must stand before the last three digits, so that `1.5` is not taken for fifteen.
    """
    plain = latin_digits(text).strip()
    if plain.isascii() and plain.isdigit():
        return int(plain) if len(plain) <= 9 else _refuse(text)
    if _GROUPS.fullmatch(plain) and len(re.split(r"\D", plain)[-1]) == 3:
        joined = re.sub(r"\D", "", plain)
        return int(joined) if len(joined) <= 9 else _refuse(text)
    return _refuse(text)


def _refuse(text: str) -> int:
    raise Refused("not_a_whole_number", text=text)
