"""Papers that are to be verified: a PDF, a picture, a text file, standard input, a code or a fingerprint as text."""

import sys
from dataclasses import replace
from pathlib import Path

from hrplanner.model.errors import Refused
from hrplanner.model.office_key import OfficeKey, parse_key
from hrplanner.model.page_code import PREFIX, PageCode, parse_code
from hrplanner.model.signed_summary import SignedSummary, is_summary, parse_summary
from hrplanner.reports.keyboards import as_sent
from hrplanner.reports.reading import PageReading, codes_in_text, read_content, read_file
from hrplanner.usecases.ports import Evidence
from hrplanner.words.fingerprint import digest_beginning, is_fingerprint

KEY = f"{PREFIX}K:"


def read_paper(source: str) -> Evidence:
    """What the paper shows; a text that begins like a code, or is a fingerprint, is taken as the text itself."""
    if source.strip()[: len(PREFIX)].upper() == PREFIX or digest_beginning(source) is not None:
        return read_given(source.encode("utf-8", "surrogatepass"), "HRP1")
    if source == "-":
        return read_given(sys.stdin.buffer.read(), "-")
    return _evidence(read_file(Path(source)))


def read_given(content: bytes, name: str) -> Evidence:
    """What bytes show that came another way; a line that is a fingerprint alone is one that somebody typed."""
    pages = read_content(content, name=name)
    text = pages[0].text if len(pages) == 1 else None
    if text is not None and not pages[0].codes and (sent := as_sent(text)) != text:
        return replace(_evidence((PageReading(1, codes_in_text(sent), sent),)), words=())
    beginning = digest_beginning(text) if text is not None else None
    return Evidence(beginning=beginning) if beginning is not None else _evidence(pages)


def _evidence(pages: tuple[PageReading, ...]) -> Evidence:
    ours: dict[PageCode, None] = {}
    summaries: dict[str, SignedSummary] = {}
    keys: dict[str, OfficeKey] = {}
    words: dict[str, None] = {}
    refused: set[str] = set()
    for text in (code for page in pages for code in page.codes):
        lines = codes_in_text(text)
        plain = _without(text, lines)
        if lines or is_fingerprint(plain.rpartition("\n")[2]):  # the facts in plain words are ours, and no proof
            words |= {plain: None} if plain else {}
        elif not text.strip().startswith(PREFIX):
            refused.add("not_ours")
        for line in lines:
            try:
                if is_summary(line):
                    summaries[line] = parse_summary(line)
                elif line.startswith(KEY):
                    keys[line] = parse_key(line)
                else:
                    ours[parse_code(line)] = None
            except Refused as problem:
                refused.add("code_damaged" if problem.code == "not_a_public_key" else problem.code)
    return Evidence(
        codes=tuple(ours),
        summaries=tuple(summaries.values()),
        keys=tuple(keys.values()),
        words=tuple(words),
        pages=tuple(page.text for page in pages if page.text and _has_words(page)),
        foreign="not_ours" in refused,
        damaged="code_damaged" in refused,
    )


def _without(text: str, lines: tuple[str, ...]) -> str:
    for line in lines:
        text = text.replace(line, "")
    return text.strip()


def _has_words(page: PageReading) -> bool:
    """Whether a page was read with its words, and is not only the text of its code."""
    return bool(_without(page.text or "", page.codes))
