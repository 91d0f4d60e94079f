"""In which script a text is written, so that a screen reader takes the right voice for a name or a remark."""

from __future__ import annotations

import re
from functools import cache

from hrplanner.words.languages import LANGUAGES, language

_LETTERS = {
    "Latn": re.compile("[A-Za-z\u00c0-\u024f]"),
    "Deva": re.compile("[\u0904-\u0939\u0958-\u0961]"),
    "Beng": re.compile("[\u0985-\u09b9\u09ce-\u09e1]"),
    "Kore": re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"),
    "Arab": re.compile("[\u0620-\u064a\u066e-\u06d3]"),
    "Thai": re.compile("[\u0e01-\u0e30]"),
    "Khmr": re.compile("[\u1780-\u17b3]"),
}


def foreign_script(text: str, code: str) -> str | None:
    """The script of most letters of a text, where it is not that of the language."""
    own = language(code).script
    if text.isascii() and own == "Latn":
        return None
    counts = {script: len(letters.findall(text)) for script, letters in _LETTERS.items()}
    most = max(counts, key=lambda script: (counts[script], script == own))
    return most if counts[most] and most != own else None


@cache
def language_of(script: str, languages: tuple[str, ...]) -> str:
    """The first of the languages that is written in the script; else the only one there is, or none by name."""
    known = [code for code in (*languages, *LANGUAGES) if language(code).script == script]
    if not known or (known[0] not in languages and len(set(known)) > 1):
        return f"und-{script}"
    return known[0]
