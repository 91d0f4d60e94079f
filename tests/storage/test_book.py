"""What goes into a book comes out again, whole and in order; nothing else changes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hrplanner.model.changes import Change, RowKind, changes_between, inverted, office_changes, plain
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.lines import NewEntry
from hrplanner.model.minutes import MinutesVersion, Printout
from hrplanner.model.office import LearnedWord, StoredRule, new_office
from hrplanner.model.series import Series
from hrplanner.model.session import Session
from hrplanner.storage.book import Book
from hrplanner.storage.opening import create_book, open_book
from tests.storage.records import WOMEN, bare_session, full_session, person, row_id
from tests.storage.writers import another_writer

STEP = NewEntry(step="test", about="it", actor="Maya")


def save(book: Book, before: Session | None, after: Session | None) -> None:
    book.write(STEP, changes_between(before, after))


def test_a_new_book_keeps_its_frame(tmp_path: Path) -> None:
    office = replace(
        new_office(name="Ward 5", country="np", language="ne", practice=True),
        series=(Series(id=row_id(), code="plan-2083", title="Plan"),),
        rules=(StoredRule(id=row_id(), code="women-third", written={"threshold": "1/3", "any": ["women", "dalit"]}),),
        learned_words=(LearnedWord(id=row_id(), word="महिला", group=WOMEN),),
        restricted={"caste": "asked by law"},
    )
    create_book(tmp_path / "a.hrplan", office).close()
    book = open_book(tmp_path / "a.hrplan")
    assert book.office() == office
    book.close()
    assert [one.name for one in tmp_path.iterdir()] == ["a.hrplan"]


def test_a_taken_name_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.hrplan"
    path.write_text("notes")
    with pytest.raises(FileProblem) as problem:
        create_book(path, new_office(name="Ward 5"))
    assert problem.value.code == "exists"
    assert path.read_text() == "notes"
    assert len(list(tmp_path.iterdir())) == 1


def test_every_field_of_every_row_comes_back(book: Book) -> None:
    session = full_session()
    save(book, None, session)
    assert book.session(session.number) == session
    assert book.session_of_id(session.id) == session


def test_reopening_gives_the_same(book: Book) -> None:
    session = full_session()
    save(book, None, session)
    book.close()
    again = open_book(book.path)
    assert again.session(session.number) == session
    again.close()


def test_only_the_difference_is_written(book: Book) -> None:
    before = full_session()
    save(book, None, before)
    after = replace(before.with_person(replace(before.people[0], age=34)), heads=None)
    key = book.write(STEP, changes_between(before, after))
    assert key is not None
    assert book.session(before.number) == after
    assert [(one.kind, one.before, one.after) for one in book.changes_of(key)] == [
        (RowKind.SESSION, {"heads": 84}, {"heads": None}),
        (RowKind.PERSON, {"age": 33}, {"age": 34}),
    ]


def test_groups_of_a_person_change(book: Book) -> None:
    before = full_session()
    save(book, None, before)
    changed = replace(
        before.people[0], groups=frozenset({GroupCode("men"), GroupCode("muslim")}), not_in=frozenset({WOMEN})
    )
    after = before.with_person(changed)
    save(book, before, after)
    assert book.session(before.number) == after
    save(book, after, before)
    assert book.session(before.number) == before


def test_the_bin_hides_and_gives_back(book: Book) -> None:
    session = full_session()
    save(book, None, session)
    save(book, session, None)
    assert book.session_lines() == ()
    assert book.commitment_lines() == ()
    assert book.known_names("Sit") == ()
    with pytest.raises(Refused) as refused:
        book.session(session.number)
    assert refused.value.code == "unknown_session"
    save(book, None, session)
    assert book.session(session.number) == session


def test_nothing_to_change_makes_no_entry(book: Book) -> None:
    session = full_session()
    save(book, None, session)
    lines = book.last_entries()
    assert book.write(STEP, changes_between(session, session)) is None
    assert book.last_entries() == lines


def test_a_rehearsal_leaves_no_trace(book: Book) -> None:
    before = book.path.read_bytes()
    assert book.write(STEP, changes_between(None, full_session()), rehearse=True) is not None
    assert book.session_lines() == ()
    assert book.path.read_bytes() == before


def test_an_import_that_breaks_leaves_no_trace(book: Book) -> None:
    def breaking() -> Iterator[Change]:
        yield from changes_between(None, full_session())
        raise ValueError("row 7")

    with pytest.raises(ValueError, match="row 7"):
        book.write(STEP, breaking())
    assert book.session_lines() == ()
    save(book, None, full_session())


def test_a_stream_sees_what_it_wrote(book: Book) -> None:
    first, second = full_session("A"), bare_session("B")
    seen: list[str] = []

    def stream() -> Iterator[Change]:
        yield from changes_between(None, first)
        seen.extend(line.number for line in book.session_lines())
        assert book.session("A") == first
        yield from changes_between(None, second)
        seen.extend(book.known_rows(RowKind.SESSION, ["file:7"]))

    book.write(STEP, stream())
    assert seen == ["A", "file:7"]
    assert [line.number for line in book.session_lines()] == ["A", "B"]


def test_two_changes_of_one_row_keep_their_order(book: Book) -> None:
    one, two, three = bare_session(), None, None
    two = one.with_person(person("Sita", WOMEN))
    three = two.with_person(replace(two.people[0], name="Sita Devi", groups=frozenset()))
    changes = [*changes_between(None, one), *changes_between(one, two), *changes_between(two, three)]
    book.write(STEP, [*changes, *changes_between(three, None), *changes_between(None, three)])
    assert book.session(one.number) == three


def test_a_number_is_given_once(book: Book) -> None:
    save(book, None, bare_session("A"))
    with pytest.raises(Refused) as refused:
        save(book, None, bare_session("A"))
    assert refused.value.code == "number_taken"
    assert len(book.session_lines()) == 1


@pytest.mark.parametrize("what", ["field", "groups", "gone", "came"])
def test_a_stale_view_never_overwrites(book: Book, what: str) -> None:
    seen = full_session()
    save(book, None, seen)
    other = another_writer(book.path)
    mine = seen.people[0]
    theirs = {
        "field": replace(mine, age=1),
        "groups": replace(mine, groups=frozenset({WOMEN})),
        "gone": mine,
        "came": mine,
    }[what]
    now_there = seen.without(mine.id) if what == "gone" else seen.with_person(theirs)
    if what == "came":
        added = seen.with_person(person("New"))
        save(other, seen, added)
        stale = (seen, added)
        now_there = added
    else:
        save(other, seen, now_there)
        stale = (seen, seen.with_person(replace(mine, age=2, groups=frozenset())))
    with pytest.raises(Refused) as refused:
        save(book, *stale)
    assert refused.value.code == "changed_meanwhile"
    assert book.session(seen.number) == now_there
    other.close()


def test_another_writer_is_noticed(book: Book) -> None:
    other = another_writer(book.path)
    save(book, None, bare_session("A"))
    assert not book.changed_elsewhere()
    save(other, None, bare_session("B"))
    assert book.changed_elsewhere()
    assert not book.changed_elsewhere()
    other.close()


def test_lists_across_sessions(book: Book) -> None:
    full = full_session("B")
    save(book, None, full)
    save(book, None, replace(bare_session("A"), people=(person("sitaram"), person("Gita")), date=dt.date(2027, 1, 1)))
    a, b = book.session_lines()
    assert (a.number, a.heads, a.listed, a.issues, a.commitments) == ("A", None, 2, 0, 0)
    assert (b.number, b.heads, b.listed, b.issues, b.commitments, b.held) == ("B", 84, 3, 1, 1, True)
    (promise,) = book.commitment_lines()
    assert (promise.number, promise.code, promise.due, promise.session) == ("B", "c1", dt.date(2026, 8, 1), full.id)
    names = book.known_names("sita")
    assert [(one.name, one.last_seen) for one in names] == [
        ("sitaram", dt.date(2027, 1, 1)),
        ("Sita", dt.date(2026, 5, 12)),
    ]
    assert book.known_names("sita", limit=1) == names[:1]
    assert book.known_names("%") == book.known_names("") == book.known_names("a" * 1000) == ()


def test_rows_are_known_again_by_their_source(book: Book) -> None:
    session = full_session()
    save(book, None, session)
    found = book.known_rows(RowKind.PERSON, ["file:8", "file:9", *(f"n{n}" for n in range(1500))])
    assert set(found) == {"file:8"}
    row = found["file:8"]
    assert (row.id, row.session, row.values) == (session.people[0].id, session.id, plain(session.people[0]))
    assert book.known_rows(RowKind.SESSION, ["file:7"])["file:7"].session == session.id


def test_minutes_and_printouts_are_kept_by_version(book: Book) -> None:
    session = bare_session()
    save(book, None, session)
    versions = [
        MinutesVersion(id=row_id(), version=n, canonical='{"a":1}', digest="d", log_head=book.log_head(), frozen_at=n)
        for n in (1, 2)
    ]
    paper = Printout(
        id=row_id(), version=1, document="minutes", language="ne", reader="internal", paper="A4", pages=("a",)
    )
    for kind, row in ((RowKind.MINUTES, versions[1]), (RowKind.MINUTES, versions[0]), (RowKind.PRINTOUT, paper)):
        book.write(STEP, [Change(kind, row.id, session.id, None, plain(row))])
    assert book.minutes(session.id) == tuple(versions)
    assert book.printouts(session.id) == (paper,)
    assert book.session_lines()[0].versions == 2
    twice = replace(versions[0], id=row_id())
    with pytest.raises(Refused):
        book.write(STEP, [Change(RowKind.MINUTES, twice.id, session.id, None, plain(twice))])


def test_the_frame_changes_and_goes_back(book: Book) -> None:
    before = book.office()
    after = replace(before, name="Ward 6", groups=before.groups[1:]).with_series(Series(id=row_id(), code="s"))
    changes = office_changes(before, after)
    book.write(STEP, changes)
    assert book.office() == after
    book.write(STEP, inverted(changes))
    assert book.office() == before


def test_a_read_only_book_refuses_to_write(book: Book) -> None:
    before = book.path.read_bytes()
    reading = open_book(book.path, access="read")
    assert reading.read_only
    assert reading.locked_because == "asked"
    with pytest.raises(FileProblem) as problem:
        reading.write(STEP, changes_between(None, bare_session()))
    assert problem.value.code == "book_is_read_only"
    reading.close()
    assert book.path.read_bytes() == before
