"""Papers that are to be verified: a PDF, a picture, a text file, standard input, or the text of a code."""

import os
import sys
from pathlib import Path

from hrplanner.model.errors import Refused
from hrplanner.model.page_code import PREFIX, PageCode, parse_code
from hrplanner.reports.reading import PageReading, read_content, read_file
from hrplanner.usecases.ports import Evidence
from hrplanner.words.fingerprint import is_fingerprint


def read_paper(source: str) -> Evidence:
    """What the paper shows; a text that begins like a code is taken as the text itself."""
    if source.startswith(PREFIX):
        return _evidence(read_content(os.fsencode(source), name="HRP1"))
    if source == "-":
        return _evidence(read_content(sys.stdin.buffer.read(), name="-"))
    return _evidence(read_file(Path(source)))


def _evidence(pages: tuple[PageReading, ...]) -> Evidence:
    ours: list[PageCode] = []
    refused: set[str] = set()
    for text in (code for page in pages for code in page.codes):
        try:
            ours.append(parse_code(text))
        except Refused as problem:
            if not is_fingerprint(text.strip().rpartition("\n")[2]):  # the facts in plain words are ours, and no proof
                refused.add(problem.code)
    read = tuple(page.text for page in pages if page.text and _has_words(page))
    codes = tuple(dict.fromkeys(ours))
    return Evidence(codes=codes, pages=read, foreign="not_ours" in refused, damaged="code_damaged" in refused)


def _has_words(page: PageReading) -> bool:
    """Whether a page was read with its words, and is not only the text of its code."""
    left = page.text or ""
    for code in page.codes:
        left = left.replace(code, "")
    return bool(left.strip())
