"""The recovery sheet: the words of secrets, to be printed once and kept in an envelope. It is no document of a session.

The words themselves are the same in every language; they come from `keys`.
"""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.sealing import Opens, Recovery, SheetWords
from hrplanner.reports.blocks import (
    Block,
    Fact,
    Facts,
    Framed,
    Heading,
    KeepTogether,
    Note,
    Paragraph,
    Run,
    Runs,
    Subtitle,
    Table,
    Title,
    bold,
    plain,
)
from hrplanner.reports.layout import render
from hrplanner.reports.page import Layer, PageFrame
from hrplanner.words.catalog import Catalog

_SIDE_BY_SIDE = 4
_WIDTHS = (42.5,) * _SIDE_BY_SIDE


def recovery_sheet(recovery: Recovery, *, language: str, paper: str) -> bytes:
    """The page as a PDF."""
    catalog = Catalog(language, domain="printouts")
    title = catalog.say("Recovery sheet")

    def head_right(page: int, pages: int) -> str:
        return catalog.say("page {page} of {pages}", page=page, pages=pages)

    frame = PageFrame(
        language=language,
        title=title,
        head_left=recovery.office,
        head_right=head_right,
        copy=catalog.say("Secret: keep apart from the computer"),
        layers=_layers(recovery, catalog),
        paper=paper,
    )
    return render(tuple(_blocks(recovery, title, catalog)), frame)


def _blocks(recovery: Recovery, title: str, catalog: Catalog) -> Iterator[Block]:
    say = catalog.say
    yield Title(title)
    yield Subtitle(recovery.office)
    yield Framed(
        (
            Paragraph(bold(say("Whoever has this page needs no password."))),
            Paragraph(plain(say("Put it into a closed envelope, far from the computer. Make no photo and no copy."))),
        )
    )
    for secret in recovery.secrets:
        yield KeepTogether(tuple(_secret(secret, recovery, catalog)))
    yield Note(plain(say("Type the words in their order, each as it stands here, where the program asks for them.")))


def _secret(secret: SheetWords, recovery: Recovery, catalog: Catalog) -> Iterator[Block]:
    say = catalog.say
    of_book = secret.opens is Opens.BOOK
    yield Heading(say("Opens the record book") if of_book else say("Is the key that the office signs with"))
    yield Facts(
        (
            Fact(say("File") if of_book else say("Key"), bold(secret.name)),
            Fact(say("Made on"), plain(catalog.date(recovery.made))),
        )
    )
    yield _table(secret.words, catalog)
    if of_book:
        yield Note(plain(say("When the password is changed, this page opens only older copies: print a new one.")))


def _table(words: tuple[str, ...], catalog: Catalog) -> Table:
    """Read from left to right; each word with its number, which is not typed."""
    cells = tuple(_word(number, word, catalog) for number, word in enumerate(words, start=1))
    rows = tuple(cells[at : at + _SIDE_BY_SIDE] for at in range(0, len(cells), _SIDE_BY_SIDE))
    return Table(head=("",) * _SIDE_BY_SIDE, rows=rows, widths=_WIDTHS)


def _word(number: int, word: str, catalog: Catalog) -> Runs:
    return (Run(f"{catalog.number(number)}. "), Run(word, bold=True))


def _layers(recovery: Recovery, catalog: Catalog) -> tuple[Layer, ...]:
    if not recovery.practice:
        return ()
    return (Layer(catalog.say("PRACTICE"), catalog.say("invented data, not a record")),)
