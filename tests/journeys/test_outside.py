"""Nothing hidden is recovered from all that a random office hands out: papers, packets, yearly tables, in any order."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from hrplanner.entry.wiring import Wiring
from hrplanner.model import disclosure
from hrplanner.model.changes import changes_between
from hrplanner.model.disclosure import Smallest
from hrplanner.model.groups import GroupCode, standard_groups
from hrplanner.model.guards import guarded
from hrplanner.model.lines import NewEntry
from hrplanner.model.minutes import PrintOrder
from hrplanner.model.office import new_office
from hrplanner.model.record.sessions import session_from
from hrplanner.model.session import Session
from hrplanner.reports.plain import text_of
from hrplanner.reports.press import Press
from hrplanner.reports.year_table import year_blocks
from hrplanner.storage.opening import create_book, open_book
from hrplanner.usecases.checking import add_rules
from hrplanner.usecases.ports import Book
from hrplanner.usecases.printing import print_document, protection_for
from hrplanner.usecases.sharing import share
from hrplanner.usecases.year_printing import year_sheet
from hrplanner.words.almanac import CountryAlmanac
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.records import DOCUMENTS
from hrplanner.words.labels.words import group as name_of_group
from tests.journeys.outside import Reader

BOOKS = max(20, int(os.environ.get("HRPLANNER_CASES", "0")) // 50)
PAPERS = Catalog("en", domain="printouts")
TABLES = ("summary", "minutes", "targets", "unknowns", "answers", "read-back")
SHEETS = ("notice", "agenda", "sign-in", "tally", "script", "rights", "kit")
SEXES, OTHERS = ("women", "men", "another_gender"), ("dalit", "janajati", "persons_with_disabilities")
BANDS = ("age_0_14", "age_15_17", "age_18_24", "age_25_39", "age_40_59", "age_60_up")
SHARES = ("1/3", "1/10", "5 %", "1/2")
NAMED = {name_of_group(PAPERS, code, "np"): code for code in standard_groups()}


@pytest.mark.parametrize("seed", range(BOOKS))
def test_nothing_hidden_is_recovered_from_what_is_handed_out(tmp_path: Path, seed: int) -> None:
    reader = handed_out(tmp_path, random.Random(seed))
    assert reader.recovered() == []


def test_who_reads_it_all_is_no_straw_man(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With small counts hidden alone, and not what gives them away, some are recovered."""
    monkeypatch.setattr(disclosure, "_enough", lambda *_: True)
    monkeypatch.setattr(disclosure, "_far_or_equal", lambda *_: True)
    assert any(handed_out(_folder(tmp_path, seed), random.Random(seed)).recovered() for seed in range(8))


def test_every_printout_is_read() -> None:
    assert {*TABLES, *SHEETS} == set(DOCUMENTS)


def _folder(above: Path, seed: int) -> Path:
    (above / str(seed)).mkdir()
    return above / str(seed)


def handed_out(folder: Path, chance: random.Random) -> Reader:
    """All that a random office gives to readers outside over up to three rounds, as somebody reads it."""
    book, asked = _book(folder / "ward.hrplan", chance)
    reader = Reader(NAMED, asked)
    for round_ in range(chance.randint(1, 3)):
        for line in book.session_lines():
            if round_:
                _more_come(book, book.session_of_id(line.id), chance)
        for line in book.session_lines():
            _print_some(book, book.session_of_id(line.id), reader, chance)
        if chance.random() < 0.4:
            out = folder / f"packet{round_}.hrplan"
            share(book, Wiring(), out, chance.choice(("public", "partner")), clock=lambda: 1)
            packet = open_book(out, access="read")
            reader.packet(packet)
            packet.close()
        if chance.random() < 0.6:
            _print_year(book, reader, chance)
    book.close()
    return reader


def _print_some(book: Book, session: Session, reader: Reader, chance: random.Random) -> None:
    sheets = chance.sample(SHEETS, chance.choice((0, 0, 1, 2)))
    for document in (*chance.sample(TABLES, chance.choice((0, 1, 2, 3))), *sheets):
        order = PrintOrder(
            document=document, language="en", reader=chance.choice(("public", "partner")), file="txt"
        )  # fmt: skip
        text = print_document(book, Press(), session, order).content.decode()
        reader.paper(session.number, text, lambda: _figures(book, session)[1])


def _print_year(book: Book, reader: Reader, chance: random.Random) -> None:
    almanac = CountryAlmanac("np")
    sheet = year_sheet(book, None, reader=chance.choice(("public", "partner")), almanac=almanac)
    text = text_of(tuple(year_blocks(sheet, book.office(), "Year", PAPERS)))
    reader.year(text, (_figures(book, book.session_of_id(line.id)) for line in book.session_lines()))


def _figures(book: Book, session: Session) -> tuple[str, int]:
    order = PrintOrder(document="summary", language="en", reader="public")
    protection = protection_for(book, book.office(), session, order)
    assert protection is not None and protection.figures.heads is not None
    return session.number, protection.figures.heads


# ------------------------------------------------------------------------------------------ a random office


def _book(path: Path, chance: random.Random) -> tuple[Book, dict[str, tuple[GroupCode, Fraction]]]:
    office = new_office(name="Ward", country="np")
    if chance.random() < 0.4:
        larger = Smallest(chance.choice((5, 7, 10)), chance.choice((10, 15)))
        office = guarded(office, larger, focal_point="Focal point", secretary="Secretary")
    asked: dict[str, tuple[GroupCode, Fraction]] = {}
    tables = []
    for place, code in enumerate(chance.sample((*SEXES, *OTHERS, *BANDS), 5)):
        share_text, title = chance.choice(SHARES), f"rule {place}-{code}"
        asked[title] = GroupCode(code), Fraction(5, 100) if "%" in share_text else Fraction(share_text)
        tables.append(
            {
                "id": f"r{place}", "title": title, "kind": "share", "numerator": code, "denominator": "attendees",
                "threshold": share_text,
            }
        )  # fmt: skip
    book = create_book(path, add_rules(office, tables))
    for number in range(chance.randint(2, 5)):
        book.write(NewEntry(step="add_session"), changes_between(None, _meeting(number, chance)))
    return book, asked


def _meeting(number: int, chance: random.Random) -> Session:
    heads = chance.randint(3, 120)
    counts = {**_spread(chance, SEXES, heads), **_spread(chance, BANDS, heads)}
    counts |= {code: chance.randint(0, min(heads, chance.choice((12, 120)))) for code in OTHERS}
    room = heads - max(counts[code] for code in OTHERS[:2])
    return session_from(
        {
            "format": "hrplan-session/1", "number": f"S{number}", "title": f"Meeting {number}", "country": "np",
            "kind": "ward_assembly", "held": True, "date": f"2026-0{number + 1}-10", "heads": heads,
            "signatures": max(0, heads - chance.randint(0, 6)),
            "tallies": [{"group": code, "count": count} for code, count in counts.items()],
            "not_stated": {"caste": min(room, chance.choice((0, 0, 3)))},
            "issues": [{"text": "Water", "raised_by": [chance.choice(OTHERS), chance.choice(SEXES)]}],
        }
    )  # fmt: skip


def _more_come(book: Book, session: Session, chance: random.Random) -> None:
    """None, one or a few people more, or many."""
    after = session
    for _ in range(chance.choice((0, 1, 2, 3, 30))):
        joined = {chance.choice(SEXES), chance.choice(BANDS), *(code for code in OTHERS if chance.random() < 0.2)}
        after = replace(
            after,
            heads=(after.heads or 0) + 1,
            tallies=tuple(
                replace(one, count=(one.count or 0) + 1) if one.group in joined else one for one in after.tallies
            ),
        )
    if after is not session:
        book.write(NewEntry(step="describe_session", session=session.id), changes_between(session, after))


def _spread(chance: random.Random, codes: tuple[str, ...], heads: int) -> dict[str, int]:
    """The heads over the codes, some of them rare, and a few not stated."""
    weights = [10, *(chance.choice((0, 1, 10)) for _ in codes[1:])]
    chosen = chance.choices(codes, weights, k=max(0, heads - chance.choice((0, 0, 1, 2, 5))))
    return {code: chosen.count(code) for code in codes}
