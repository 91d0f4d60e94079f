"""Real records of consultations, taken in through the real book, with the figures that were counted by hand.

The records are not part of the project: they lie beside the checkout, or where HRPLANNER_RECORDS points.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.groups import GroupCode
from hrplanner.model.issues import Answer
from hrplanner.model.minutes import PrintOrder
from hrplanner.model.office import new_office
from hrplanner.model.page_code import parse_code
from hrplanner.model.rules.reading import read_rule
from hrplanner.model.rules.verdicts import Finding, Verdict, check_all
from hrplanner.model.session import Session
from hrplanner.reports.press import Press
from hrplanner.reports.reading import read_pdf
from hrplanner.storage.book import Book
from hrplanner.storage.exchange.opening import open_source
from hrplanner.storage.opening import create_book
from hrplanner.usecases import verifying
from hrplanner.usecases.importing import Report, import_file
from hrplanner.usecases.ports import Evidence
from hrplanner.usecases.printing import print_document

ROOT = Path(__file__).resolve().parents[2]
MAPPINGS = ROOT / "tests" / "data" / "mappings"
RECORDS = Path(os.environ.get("HRPLANNER_RECORDS") or ROOT.parent / "shared" / "records")

pytestmark = pytest.mark.skipif(not RECORDS.is_dir(), reason=f"the real records are not at {RECORDS}")

# The source, its mapping (None where it is known by its kind), and its rows: taken, refused, sessions spoken of.
SOURCES = {
    "01": ("01-*/meetings.csv", "01-barcelona-meetings", 410, 0, 410),
    "02": ("02-*/action_plans.csv", "02-barcelona-plans", 1_467, 0, 1),
    "03 csv": ("03-*/*.csv", "03-uzbekistan", 104, 0, 104),
    "03 xlsx": ("03-*/*.xlsx", "03-uzbekistan", 104, 0, 104),
    "04": ("04-*/*.pb", None, 1 + 2 + 2 + 91, 0, 1),
    "05": ("05-*/*.pb", None, 1 + 10 + 93, 0, 1),
    "07": ("07-*/*.csv", "07-chile", 59, 2, 1),
    "08": ("08-*/*.json", "08-bangladesh", 5, 0, 5),
    "09": ("09-*/*.json", "09-nepal", 3, 0, 3),
    "10": ("10-*/*.csv", "10-korea", 5, 0, 5),
    "12": ("12-*/*.json", "12-indonesia", 3, 0, 3),
    "13": ("13-*/*.json", "13-india", 2, 0, 2),
    "14": ("14-*/*.csv", "14-palafrugell", 27, 0, 1),
    "15": ("15-*/*.csv", "15-lao", 1, 0, 1),
    "16": ("16-*/*.json", "16-uk", 2, 0, 2),
    "17 monthly": ("17-*/shahapara*.csv", "17-shahapara", 1, 0, 1),
    "17 wards": ("17-*/ward*.csv", "17-ward-shava", 6, 0, 6),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """A book, and the way of one record into it."""

    book: Book

    def take(self, name: str, *, rehearse: bool = False) -> Report:
        pattern, mapping, *_ = SOURCES[name]
        path = None if mapping is None else MAPPINGS / f"{mapping}.toml"
        return import_file(self.book, open_source, next(RECORDS.glob(pattern)), mapping=path, rehearse=rehearse)

    def sessions(self, name: str) -> list[Session]:
        return [self.book.session(number) for number in self.take(name).sessions]

    def only(self, name: str) -> Session:
        [session] = self.sessions(name)
        return session


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    book = create_book(tmp_path / "book.hrplan", new_office(name="Records"))
    yield Desk(book)
    book.close()


def women(session: Session, threshold: str = "1/3", **more: Any) -> Finding:
    rule = {"id": "women", "title": "Women", "kind": "share", "force": "own_target", "confidence": "S",
            "numerator": "women", "denominator": "attendees", "comparison": ">=", "threshold": threshold}  # fmt: skip
    return _checked({**rule, **more}, session)


def heads(session: Session, threshold: str) -> Finding:
    return _checked(
        {"id": "heads", "title": "Heads", "kind": "count", "force": "own_target", "confidence": "S",
         "numerator": "attendees", "comparison": ">=", "threshold": threshold},
        session,
    )  # fmt: skip


def _checked(rule: dict[str, Any], session: Session) -> Finding:
    [finding] = check_all({rule["id"]: read_rule(rule)}, session)
    return finding


def count(session: Session, code: str) -> tuple[int, int | None]:
    found = in_group_alone(session, GroupCode(code))
    return found.low, found.high


@pytest.mark.parametrize("name", SOURCES)
def test_every_record_comes_in_as_previewed_and_a_second_time_changes_nothing(desk: Desk, name: str) -> None:
    *_, taken, refused, sessions = SOURCES[name]
    preview = desk.take(name, rehearse=True)
    first = desk.take(name)
    assert first == preview
    assert (first.new, first.changed, first.duplicate) == (taken, 0, 0)
    assert (len(first.refused), len(first.sessions)) == (refused, sessions)
    head = desk.book.log_head()
    second = desk.take(name)
    assert (second.new, second.changed, second.duplicate) == (0, 0, taken)
    assert second.refused == first.refused
    assert desk.book.log_head() == head


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_every_record_prints_a_summary_that_verifies(desk: Desk, name: str) -> None:
    session = desk.book.session(min(desk.take(name).sessions))
    order = PrintOrder(document="summary", language="en")
    pdf = print_document(desk.book, Press(), session, order).content
    pages = read_pdf(pdf)
    codes = tuple(parse_code(code) for page in pages for code in page.codes)
    evidence = Evidence(codes=codes, pages=tuple(page.text or "" for page in pages))
    assert verifying.verify(evidence, desk.book).answer is verifying.Answer.GENUINE
    words = " ".join(page.text or "" for page in pages)
    assert str(session.heads) in words if session.heads is not None else "not known" in words


def test_barcelona_tells_blank_from_zero(desk: Desk) -> None:
    sessions = desk.sessions("01")
    known = [session.heads for session in sessions if session.heads is not None]
    assert len(sessions) - len(known) == 22
    assert (sum(known), known.count(0), max(known)) == (11_577, 3, 1_030)
    assert min(session.date for session in sessions if session.date).isoformat() == "2015-03-29"
    assert max(session.date for session in sessions if session.date).isoformat() == "2016-04-11"
    assert sum(not session.turns for session in sessions) == 61
    louder = [one for one in sessions if one.heads is not None and one.turns and one.turns[0].count > one.heads]
    assert len(louder) == 179
    assert not [
        session.title for session in sessions if session.title != session.title.strip() or "\t" in session.title
    ]


def test_barcelona_has_no_word_on_women(desk: Desk) -> None:
    verdicts = Counter(women(session).verdict for session in desk.sessions("01"))
    assert verdicts[Verdict.CANNOT_DETERMINE] == 410


def test_plans_lose_their_markup_and_nothing_else(desk: Desk) -> None:
    promises = desk.only("02").commitments
    assert len(promises) == len({promise.code for promise in promises}) == 1_467
    assert not [promise for promise in promises if "<div" in promise.text or "&nbsp;" in promise.text]
    assert all(promise.text.strip() for promise in promises)


def test_uzbekistan_is_the_same_from_both_files(desk: Desk, tmp_path: Path) -> None:
    sessions = desk.sessions("03 csv")
    answers = Counter(session.issues[0].answer for session in sessions)
    assert (answers[Answer.ACCEPTED], answers[None]) == (32, 72)
    assert not [session for session in sessions if session.heads is not None or session.date is None]
    other = create_book(tmp_path / "other.hrplan", new_office(name="Records"))
    from_sheet = {session.number: session for session in Desk(other).sessions("03 xlsx")}
    other.close()
    for session in sessions:
        twin = from_sheet[session.number]
        assert (session.title, session.date, session.body) == (twin.title, twin.date, twin.body)
        assert session.issues[0].answer == twin.issues[0].answer


def test_warsaw_counts_anonymous_people(desk: Desk) -> None:
    session = desk.only("04")
    assert session.number == "Poland_Warszawa_2018_Sadul"
    assert attendees(session).known == 91
    assert (count(session, "women"), count(session, "men")) == ((50, 50), (41, 41))
    bands = {"age_0_14": 8, "age_0_17": 10, "age_15_24": 2, "age_25_59": 72, "age_60_up": 9, "age_65_up": 4}
    assert {band: count(session, band) for band in bands} == {band: (n, n) for band, n in bands.items()}
    assert min(person.age for person in session.people if person.age is not None) == 2
    assert not [person for person in session.people if person.name]
    assert women(session).verdict is Verdict.MET
    assert women(session, "50/91").verdict is Verdict.MET
    assert women(session, "51/91").verdict is Verdict.NOT_MET
    assert [promise.money for promise in session.commitments] == [64_000, 48_600]


def test_toulouse_did_not_ask(desk: Desk) -> None:
    session = desk.only("05")
    assert attendees(session).known == 93
    assert len(session.issues) == 10
    assert women(session).verdict is Verdict.CANNOT_DETERMINE


def test_chile_keeps_odd_texts_and_refuses_empty_ones(desk: Desk) -> None:
    report = desk.take("07")
    assert {(row.column, row.code) for row in report.refused} == {("texto", "required")}
    assert "." in {issue.text for issue in desk.book.session("ELA-2016").issues}


def test_bangladesh_keeps_half_a_date_as_written(desk: Desk) -> None:
    _, thakurgaon, _, _, notice = desk.sessions("08")
    assert thakurgaon.date is None
    assert thakurgaon.date_as_written == "বৃহস্পতিবার (১০ নভেম্বর) দুপুর ১২টা"
    assert thakurgaon.commitments[0].status == "done"
    assert notice.date is not None
    assert notice.date.isoformat() == "2018-05-08"
    assert attendees(thakurgaon).known is None
    assert women(thakurgaon).verdict is Verdict.CANNOT_DETERMINE


def test_nepal_reads_bikram_sambat(desk: Desk) -> None:
    vyas, lekam, hearing = desk.sessions("09")
    assert (vyas.date, vyas.date_as_written) == (None, "३१ साउन")
    assert lekam.issues == ()
    assert hearing.date is not None
    assert hearing.date.isoformat() == "2025-06-04"
    assert hearing.date_as_written == "२१ जेठ २०८२ (प्रकाशन मिति)"


def test_korea_is_not_decided_inside_about_eighty(desk: Desk) -> None:
    bulgwang, jinjam, *_, dobong = desk.sessions("10")
    assert (bulgwang.heads, dobong.heads, attendees(dobong).known) == (25, None, None)
    assert jinjam.heads is None
    assert (jinjam.heads_low, jinjam.heads_high) == (72, 90)
    assert heads(jinjam, "72").verdict is Verdict.MET
    assert heads(jinjam, "80").verdict is Verdict.CANNOT_DETERMINE
    assert heads(jinjam, "91").verdict is Verdict.NOT_MET
    assert [decision.text for decision in bulgwang.decisions] == [
        "위원장 재선임(후보 2인 투표, 임기 만료 2019. 12. 31.)",
        "구 주민참여예산 홍보 위원 5인 선정",
    ]


def test_indonesia_writes_dates_in_three_ways(desk: Desk) -> None:
    dates = [session.date.isoformat() for session in desk.sessions("12") if session.date]
    assert dates == ["2024-09-27", "2020-02-11", "2025-09-19"]


def test_india_leaves_the_year_open(desk: Desk) -> None:
    audit, pesa = desk.sessions("13")
    assert (audit.date, audit.date_as_written) == (None, None)
    assert (pesa.date, pesa.date_as_written) == (None, "7 फ़रवरी दिन बुधवार")


def test_palafrugell_counts_children_apart_from_adults(desk: Desk) -> None:
    session = desk.only("14")
    assert len(session.people) == 27
    assert attendees(session).known == 20
    assert count(session, "age_0_17") == (20, 20)


def test_lao_percent_is_a_range(desk: Desk) -> None:
    session = desk.only("15")
    assert session.heads == 443
    assert count(session, "women") == (82, 86)
    assert women(session, "82/443").verdict is Verdict.MET
    assert women(session, "84/443").verdict is Verdict.CANNOT_DETERMINE
    assert women(session, "87/443").verdict is Verdict.NOT_MET


def test_a_written_consultation_has_slips_and_invitations(desk: Desk) -> None:
    answered, told = desk.sessions("16")
    assert answered.slips is not None
    assert answered.invitees is not None
    assert Fraction(answered.slips, answered.invitees) == Fraction(62, 198)
    assert (told.slips, told.heads) == (None, None)


def test_shahapara_counts_with_units(desk: Desk) -> None:
    session = desk.only("17 monthly")
    assert attendees(session).known == 102
    assert count(session, "women") == (18, 18)
    assert women(session, "18/102").verdict is Verdict.MET
    assert women(session).verdict is Verdict.NOT_MET


def test_ward_meetings_agree_with_their_weekdays(desk: Desk) -> None:
    days = [session.date.strftime("%d %a") if session.date else None for session in desk.sessions("17 wards")]
    assert days == ["21 Sun", "22 Mon", None, "16 Sun", "17 Mon", "18 Tue"]
