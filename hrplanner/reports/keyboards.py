"""What a hand scanner typed on a computer whose keyboard has another layout than the scanner sends.

Scanners press the keys of a US keyboard. On a French, German or Spanish one other characters come out, but each of our
codes comes out in one way only, so that it can be turned back. On layouts of other scripts it cannot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.model.errors import Refused

_PREFIX = "HRP1:"
_SENT = "0123456789:-/.*%"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LAYOUTS: Mapping[str, Mapping[int, int]] = MappingProxyType(
    {
        "French": str.maketrans(
            "\u00e0&\u00e9\"'(-\u00e8_\u00e7M)!:85" + "QBCDEFGHIJKL?NOPARSTUVZXYW", _SENT + _LETTERS
        ),
        "German": str.maketrans("0123456789\u00d6\u00df-.(%" + "ABCDEFGHIJKLMNOPQRSTUVWXZY", _SENT + _LETTERS),
        "Spanish": str.maketrans("0123456789\u00d1'-.(%" + _LETTERS, _SENT + _LETTERS),
    }
)
_LEAST = 20  # characters without a space: no person types so
_OTHER_SCRIPT = re.compile(r"[\u0900-\u0dff\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3\u0600-\u06ff\u0400-\u04ff]")


def as_sent(text: str) -> str:
    """The text as the scanner sent it; the same text where it is one of ours, or of no layout that is known.

    Refuses `scanner_on_other_keyboard` where a code seems to have been typed in the letters of another script.
    """
    if _PREFIX in text.upper():
        return text
    for layout in _LAYOUTS.values():
        for typed in (text, text.swapcase()):  # Caps Lock was on
            sent = typed.translate(layout)
            if sent.lstrip().startswith(_PREFIX):
                return sent
    longest = max(text.split(), key=len, default="")
    if len(longest) >= _LEAST and len(_OTHER_SCRIPT.findall(longest)) * 3 >= len(longest):
        raise Refused("scanner_on_other_keyboard")
    return text
