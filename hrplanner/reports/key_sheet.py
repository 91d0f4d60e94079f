"""The page with an office's public key: for whoever is to check its papers, to be hung up and handed out.

The code holds the line of `model.office_key`; the six words are of the key, to be compared by telephone.
"""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.office_key import OfficeKey
from hrplanner.reports.blocks import Block, Code, Fact, Facts, Heading, Note, Paragraph, Title, bold, plain
from hrplanner.reports.layout import render
from hrplanner.reports.page import Layer, PageFrame
from hrplanner.words.catalog import Catalog
from hrplanner.words.fingerprint import key_words


def key_sheet(key: OfficeKey, *, short: str, language: str, paper: str, practice: bool) -> bytes:
    """The page as a PDF; `short` is the name of the key in groups of four."""
    catalog = Catalog(language, domain="printouts")
    title = catalog.say("Public key")

    def head_right(page: int, pages: int) -> str:
        return catalog.say("page {page} of {pages}", page=page, pages=pages)

    layers = (Layer(catalog.say("PRACTICE"), catalog.say("invented data, not a record")),) if practice else ()
    frame = PageFrame(
        language=language,
        title=f"{title} {short}",
        head_left=key.name,
        head_right=head_right,
        copy=catalog.say("For everybody: this page holds no secret"),
        layers=layers,
        paper=paper,
    )
    return render(tuple(_blocks(key, short, title, catalog)), frame)


def _blocks(key: OfficeKey, short: str, title: str, catalog: Catalog) -> Iterator[Block]:
    say = catalog.say
    yield Title(title)
    rows = (
        Fact(say("Office"), plain(key.name)),
        Fact(say("Key"), bold(short)),
        Fact(say("Fingerprint"), bold(" \u00b7 ".join(key_words(key.public)))),
    )
    code = Code(
        text=key.text,
        caption=say("The public key as a code."),
        alt=say("Code with the public key"),
    )
    yield Facts(rows, code)
    yield Paragraph(
        plain(say("Minutes that this office signs carry its signature in a code. With this key anybody can check it."))
    )
    yield Heading(say("How to check a paper"))
    steps = (
        say("Show this page to the program under Check a paper, and compare the six words with the office."),
        say("Let the program know the key. This is done once."),
        say("Show the first page of the minutes. The answer says which office signed it."),
    )
    for number, step in enumerate(steps, start=1):
        yield Paragraph(plain(f"{catalog.number(number)}. {step}"))
    yield Note(plain(say("The same key as a line, to be typed:")))
    yield Paragraph(plain(key.text))
