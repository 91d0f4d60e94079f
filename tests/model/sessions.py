"""Any session and any frame of a book, for round trips; ids are given in order, as they are made."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from hrplanner.model.attendance import Tally
from hrplanner.model.commitments import Commitment, MoneyLine, Status
from hrplanner.model.formalities import Event, Evidence, Moment, OfficeSignature, Publication
from hrplanner.model.groups import standard_dimensions, standard_groups
from hrplanner.model.ids import PersonId, RowId, SessionId
from hrplanner.model.issues import AgendaItem, Answer, Decision, HowDecided, Issue
from hrplanner.model.people import Person, Purpose, Role
from hrplanner.model.session import PARTS, Session
from hrplanner.model.voice import Turn, TurnRole

SESSION_ID = SessionId(bytes(16))

ids = st.integers(1, 12).map(lambda number: RowId(number.to_bytes(16, "big")))
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(
    str.strip
)
maybe_words = st.none() | words
codes = st.sampled_from(standard_groups())
group_sets = st.frozensets(codes, max_size=3)
numbers = st.none() | st.integers(0, 2**53 - 1)
dates = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
times = st.none() | st.times().map(lambda time: time.strftime("%H:%M"))
yes_no = st.none() | st.booleans()
issue_codes = st.lists(st.sampled_from(("i1", "i2", "i3")), max_size=2).map(tuple)

persons = st.builds(
    Person, id=ids.map(PersonId), code=maybe_words, name=maybe_words, age=st.none() | st.integers(0, 120),
    role=st.sampled_from(Role), groups=group_sets, not_in=group_sets, place=maybe_words, signed=yes_no, at=maybe_words,
    resident=yes_no, consent=st.dictionaries(st.sampled_from(Purpose), st.booleans(), max_size=3),
)  # fmt: skip
tallies = st.one_of(
    st.builds(Tally, id=ids, group=codes, count=st.integers(0, 999), counted_by=maybe_words),
    st.builds(Tally, id=ids, group=codes, low=st.integers(0, 50), high=st.none() | st.integers(50, 99)),
    st.builds(Tally, id=ids, group=codes, percent=st.integers(0, 100).map(str)),
)
turns = st.builds(
    Turn, id=ids, group=st.none() | codes, role=st.sampled_from(TurnRole), seconds=st.none() | st.integers(0, 999),
    count=st.integers(0, 9), at=maybe_words,
)  # fmt: skip
issues = st.builds(
    Issue, id=ids, code=words, text=words, raised_by=st.lists(codes, max_size=2).map(tuple), theme=maybe_words,
    place=maybe_words, volume=maybe_words, cost=numbers, answer=st.none() | st.sampled_from(Answer), reason=maybe_words,
    office=maybe_words,
)  # fmt: skip
decisions = st.builds(
    Decision, id=ids, code=words, text=words, how=st.none() | st.sampled_from(HowDecided), dissent=maybe_words,
    answers=issue_codes,
)  # fmt: skip
commitments = st.builds(
    Commitment, id=ids, code=words, text=words, answers=issue_codes, owner=maybe_words, first_step=maybe_words,
    due=dates, money=numbers, status=st.sampled_from(Status), progress=maybe_words,
)  # fmt: skip
money = st.builds(MoneyLine, id=ids, group=codes, amount=st.integers(0, 10**9), of=st.integers(0, 10**9))
moments = st.builds(Moment, id=ids, time=times, heads=st.integers(0, 99))
office_signatures = st.builds(OfficeSignature, id=ids, office=words, name=maybe_words, signed=yes_no)
publications = st.builds(Publication, id=ids, place=words, date=dates)
some_words = st.lists(words, max_size=2).map(tuple)
agenda = st.builds(AgendaItem, id=ids, text=words, position=st.integers(0, 9))


def rows(kind: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Rows with ids of their own, in the order of these."""
    unique = st.lists(kind, max_size=4, unique_by=lambda row: row.id)  # type: ignore[attr-defined]
    return unique.map(lambda some: tuple(sorted(some, key=lambda row: row.id)))  # type: ignore[attr-defined]


sessions = st.builds(
    Session,
    id=st.just(SESSION_ID), number=words, title=words, kind=words, country=maybe_words, series=maybe_words,
    body=maybe_words, legal_basis=maybe_words, reheld_of=maybe_words, held=yes_no, date=dates,
    date_as_written=maybe_words, start=times, end=times, venue=maybe_words, heads=numbers,
    heads_low=st.none() | st.integers(0, 80), heads_high=st.none() | st.integers(80, 99), signatures=numbers,
    slips=numbers, voters=numbers, invitees=numbers, members=numbers, fully_organised=numbers, seats=numbers,
    chairs=numbers,
    not_stated=st.dictionaries(st.sampled_from(standard_dimensions()), st.integers(0, 99), max_size=2),
    not_asked=st.frozensets(st.sampled_from(standard_dimensions()), max_size=2),
    absent=st.frozensets(st.sampled_from(Role), max_size=2), notice_date=dates, notice_means=some_words,
    notice_places=some_words, notice_proof=maybe_words,
    dates=st.dictionaries(st.sampled_from(Event), st.dates(dt.date(1900, 1, 1)), max_size=2),
    evidence=st.dictionaries(st.sampled_from(Evidence), st.booleans(), max_size=2),
    moments=rows(moments), signatures_of=rows(office_signatures), published=rows(publications),
    people=rows(persons), tallies=rows(tallies), turns=rows(turns), agenda=rows(agenda), issues=rows(issues),
    decisions=rows(decisions), commitments=rows(commitments), money=rows(money),
)  # fmt: skip


def without_ids(session: Session) -> Session:
    """The session with ids that say only which row comes when, and the agenda numbered from the beginning."""
    agenda = sorted(session.agenda, key=lambda item: item.position)
    numbered = replace(session, agenda=tuple(replace(one, position=place) for place, one in enumerate(agenda)))
    plain = {
        part: tuple(replace(row, id=RowId(bytes([place]))) for place, row in enumerate(getattr(numbered, part)))
        for part in PARTS
    }
    return replace(numbered, id=SESSION_ID, not_stated=dict(session.not_stated), **plain)  # type: ignore[arg-type]
