"""What encoding and which delimiter a text file is written with, when nobody says so."""

from __future__ import annotations

import codecs
import csv
from pathlib import Path

from charset_normalizer import from_bytes

from hrplanner.model.errors import FileProblem
from hrplanner.storage.exchange.rows import MAX_TEXT_BYTES

_SAMPLE = 1 << 18
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = (",", ";", "\t", "|")


def encoding_of(path: Path, declared: str | None = None) -> str:
    """The name of the encoding: as declared, by byte order mark, as UTF-8 where it is that, else the likeliest."""
    if path.stat().st_size > MAX_TEXT_BYTES:
        raise FileProblem("file_too_large", limit=MAX_TEXT_BYTES)
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    if declared is not None:
        return _known(declared, sample)
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    wide = _wide(sample)
    if wide is not None:
        return wide
    if _mostly_utf8(path):
        return "utf-8"
    guess = from_bytes(sample).best()
    if guess is None:
        raise FileProblem("encoding_unknown")
    return guess.encoding


def delimiter_of(sample: str) -> str:
    """The mark between cells: the one that cuts the first lines into the same number of cells, the more the better."""
    lines = sample.splitlines()[:60]
    best = max(_DELIMITERS, key=lambda mark: _agreement(lines, mark))
    return best if _agreement(lines, best) > (0, 0) else ","


def _known(declared: str, sample: bytes) -> str:
    try:
        name = codecs.lookup(declared).name
        "a".encode(declared)  # refuses codecs that are not of text, such as base64
    except (LookupError, ValueError):
        raise FileProblem("encoding_unknown", encoding=declared) from None
    return "utf-8-sig" if name == "utf-8" and sample.startswith(codecs.BOM_UTF8) else name


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark shows a zero in every second byte of its commas, digits and line ends."""
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.1 and even * 10 < odd:
        return "utf-16-le"
    if even > half * 0.1 and odd * 10 < even:
        return "utf-16-be"
    return None


def _mostly_utf8(path: Path) -> bool:
    """Whether the file is UTF-8, or UTF-8 with a few lines that somebody pasted in from elsewhere."""
    good = bad = 0
    with path.open("rb") as file:
        for line in file:
            if line.isascii():
                continue
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                bad += 1
            else:
                good += 1
    return bad == 0 or good > bad


def _agreement(lines: list[str], mark: str) -> tuple[int, int]:
    """How many of the first records have as many cells as the header, and how many cells that is."""
    widths = [len(cells) for cells in csv.reader(lines, delimiter=mark) if cells]
    if not widths or widths[0] < 2:
        return (0, 0)
    same = sum(width == widths[0] for width in widths)
    return (same * 10 // len(widths), widths[0])
