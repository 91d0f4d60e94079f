"""Words of many languages: from the dictionaries of the system where they are, else from our catalogs or Babel."""

from __future__ import annotations

import random
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from babel import Locale

from hrplanner.reports import fonts
from hrplanner.reports.blocks import plain
from hrplanner.reports.boxes import paginate
from hrplanner.reports.fonts import Type
from hrplanner.reports.paragraph import Paragraph, Style
from hrplanner.reports.pdf import Canvas, finished
from hrplanner.reports.shaping import Face, Family, Pair
from hrplanner.reports.tagging import Element

DICTIONARIES = Path("/usr/share/hunspell")
TRANSLATIONS = Path(__file__).parents[2] / "translations"
NOTO = Path("/usr/share/fonts/truetype/noto")
FILES = {"hi": "hi_IN.dic", "ne": "ne_NP.dic", "bn": "bn_BD.dic", "ko": "ko.dic", "th": "th_TH.dic", "ar": "ar.dic"}
BEYOND = {"th": "NotoSansThai", "km": "NotoSansKhmer", "ar": "NotoNaskhArabic", "ur": "NotoNaskhArabic"}


def vocabulary(code: str, count: int) -> list[str]:
    """So many different words, the same ones in every run; skips the test where no list is to be had."""
    if code in FILES:
        words = _from_dictionary(DICTIONARIES / FILES[code])
    else:
        words = _from_names(code) if code in BEYOND else _from_catalog(code)
    if not words:
        pytest.skip(f"no list of words for {code}: hunspell-{code} is not installed")
    return random.Random(code).sample(words, min(count, len(words)))


@cache
def family_of(code: str) -> Family:
    """The program's own fonts, or the system's for a script that the program has none for yet."""
    if code not in BEYOND:
        return fonts.family(code)
    files = [NOTO / f"{BEYOND[code]}-{weight}.ttf" for weight in ("Regular", "Bold")]
    if not all(file.exists() for file in files):
        pytest.skip(f"no font for {code}: fonts-noto-core is not installed")
    return Family(Pair(*(Face(file) for file in files)), *fonts.family("en").pairs)


def pages_of(texts: list[str], code: str, *, size: float = 11) -> bytes:
    """One paragraph a text, as the program prints them."""
    canvas, root = Canvas(width=595, height=842), Element("Document")
    spoken = code if code not in BEYOND else "en"
    style = Style(family_of(code), spoken, Type(size, size * 1.8), size * 1.3)
    boxes = [Paragraph(plain(text), style, root.add("P"), after=4) for text in texts]
    for page in paginate(boxes, width=490, height=740):
        page.draw(canvas, 50, 790, 490)
        canvas.turn_page()
    return finished(canvas, root, title="T", language=spoken)


@cache
def _from_dictionary(file: Path) -> list[str]:
    if not file.exists():
        return []
    lines = file.read_text("utf-8", errors="ignore").splitlines()[1:]
    words = {unicodedata.normalize("NFC", re.split(r"[/\t]", line)[0].strip()) for line in lines}
    return sorted(word for word in words if 2 <= len(word) <= 14 and _of_one_script(word))


@cache
def _from_names(code: str) -> list[str]:
    """The words in the names of countries and languages."""
    locale = Locale.parse(code)
    names = (*locale.territories.values(), *locale.languages.values())
    return sorted({word for name in names for word in str(name).split() if len(word) > 1 and _of_one_script(word)})


@cache
def _from_catalog(code: str) -> list[str]:
    said = (TRANSLATIONS / code / "printouts.po").read_text("utf-8")
    texts = re.findall(r'^msgid "(.+)"$' if code == "en" else r'^msgstr "(.+)"$', said, re.MULTILINE)
    words = {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\w+\}", " ", text))}
    return sorted(words)


def _of_one_script(word: str) -> bool:
    return ord(word[0]) > 0x2FF and all(unicodedata.category(sign)[0] in "LM" for sign in word)
