"""What was written can be told from what is there: by session, by row, by line of the log."""

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from hrplanner.model.changes import Change, RowKind, changes_between, plain
from hrplanner.model.lines import NewEntry
from hrplanner.model.soundness import Fault
from hrplanner.storage import digests
from hrplanner.storage.book import Book
from hrplanner.storage.engine import open_engine
from hrplanner.storage.examination import examine
from hrplanner.usecases.freezing import next_version
from tests.storage.records import bare_session, full_session


@pytest.fixture
def kept(book: Book) -> Path:
    """A closed book of two sessions, one of which was frozen for paper."""
    session = full_session()
    book.write(NewEntry(step="add"), changes_between(None, session))
    book.write(NewEntry(step="add"), changes_between(None, bare_session("W5-2026-099")))
    version = next_version(book, session)
    frozen = Change(RowKind.MINUTES, version.id, session.id, None, plain(version))
    book.write(NewEntry(step="freeze_minutes", session=session.id), [frozen])
    book.write(NewEntry(step="set"), changes_between(session, replace(session, heads=90)))
    book.close()
    return book.path


def faults_after(path: Path, sql: str) -> list[Fault]:
    """What a check finds after somebody else's program wrote into the file."""
    stranger = apsw.Connection(str(path))
    list(stranger.execute(sql))
    stranger.close()
    found = examine(path)
    assert found.state == "damaged"
    return list(found.faults)


def test_incremental_digests_are_those_of_all_rows(kept: Path) -> None:
    engine = open_engine(kept, access="write")
    with engine.begin() as connection:
        assert digests.differing(connection) == frozenset()
        before = connection.exec_driver_sql("select * from digest order by session").all()
        digests.renew(connection)
        assert connection.exec_driver_sql("select * from digest order by session").all() == before
    engine.dispose()


def test_a_row_is_named_by_its_session_and_code(kept: Path) -> None:
    (fault,) = faults_after(kept, "update commitment set text = 'Dig two wells'")
    assert (fault.code, fault.kind, fault.count) == ("rows_not_as_logged", "commitment", 1)
    assert [(spot.session, spot.row) for spot in fault.spots] == [("W5-2026-014", "c1")]


def test_a_name_is_never_in_the_report(kept: Path) -> None:
    (fault,) = faults_after(kept, "update person set name = 'Gita' where name = 'Ram'")
    assert fault.kind == "person"
    assert "Gita" not in repr(fault)
    assert "Ram" not in repr(fault)


def test_a_changed_bin_is_found(kept: Path) -> None:
    (fault,) = faults_after(kept, "update turn set binned = 7 where seconds = 40")
    assert fault.kind == "turn"


def test_every_altered_field_of_a_frozen_version_is_found(kept: Path) -> None:
    faults = faults_after(kept, "update minutes set canonical = replace(canonical, '84', '48')")
    assert {fault.code for fault in faults} == {"minutes_altered", "rows_not_as_logged"}
    assert {(spot.session, spot.row) for fault in faults for spot in fault.spots} == {("W5-2026-014", "1")}


@pytest.mark.parametrize("sequence", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("change", ["step = 'x'", "at = at + 1", "about = 'y'", "body_hash = zeroblob(32)"])
def test_an_altered_line_of_the_log_is_named(kept: Path, sequence: int, change: str) -> None:
    faults = faults_after(kept, f"update entry set {change} where sequence = {sequence}")
    places = {spot.row.split(":")[1] for fault in faults if fault.code.startswith("log_") for spot in fault.spots}
    assert str(sequence) in places


def test_a_cut_tail_shows_on_paper(kept: Path, book: Book) -> None:
    connection = apsw.Connection(str(kept))
    head = connection.execute("select log_head from minutes").get
    list(connection.execute("delete from entry_body where sequence > 2; delete from entry where sequence > 2"))
    connection.close()
    assert {fault.code for fault in examine(kept).faults} >= {"minutes_log_head"}
    assert book.entry_of_head(str(head)) is None
