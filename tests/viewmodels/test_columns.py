"""A table without a mapping: its columns are given a meaning one by one, and it comes in like with a mapping file."""

from pathlib import Path

import pytest

from hrplanner.entry.wiring import Wiring
from hrplanner.model.errors import Refused
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.columns import Columns, mapping
from hrplanner.viewmodels.importing import Importing
from hrplanner.words.catalog import Catalog


def taking(space: Workspace, source: Path, words: Catalog) -> Importing:
    made = Importing(space, words, Wiring().open_source)
    made.choose(source)
    return made


def read(importing: Importing, *, rehearse: bool) -> None:
    report = importing.work(rehearse=rehearse)(lambda *_: None)
    importing.show(report, saved=not rehearse)


def test_a_clerk_says_what_each_column_holds(meeting: Workspace, words: Catalog, tmp_path: Path) -> None:
    source = tmp_path / "register.csv"
    source.write_text(
        "Ref,What,When,♀,♂,Asked\nA1,Tole meeting,2083-01-29,४५ जना,37,A tap\nA2,Ward meeting,,,,\n", "utf-8"
    )
    importing = taking(meeting, source, words)
    with pytest.raises(Refused) as problem:
        read(importing, rehearse=True)
    assert problem.value.code == "mapping_needed"
    importing.ask_columns(problem.value.params["have"])  # type: ignore[arg-type]
    said = importing.source.columns if importing.source else None
    assert said is not None
    assert not said.complete
    named = ("number", "title", "date", "tally:women", "tally:men", "issue")
    for column, code in zip(said.names, named, strict=True):
        said = said.meaning(column, code)
    assert said.complete
    importing.say_columns(said.in_calendar("bs"))
    before = meeting.book.log_head()
    read(importing, rehearse=True)
    preview = importing.counts()
    assert meeting.book.log_head() == before
    read(importing, rehearse=False)
    assert importing.counts() == preview
    came = meeting.book.session("A1")
    assert (came.title, str(came.date), [one.text for one in came.issues]) == ("Tole meeting", "2026-05-12", ["A tap"])
    assert {tally.group: tally.count for tally in came.tallies} == {"women": 45, "men": 37}
    assert meeting.book.session("A2").tallies == ()  # blank is not known, not nobody


def test_people_bring_the_meeting_they_were_at(meeting: Workspace, words: Catalog, tmp_path: Path) -> None:
    source = tmp_path / "people.csv"
    source.write_text("m,who,g\nB1,Sita,महिला\nB1,Ram,M\n", "utf-8")
    importing = taking(meeting, source, words)
    importing.ask_columns(("m", "who", "g"))
    said = (
        Columns(names=("m", "who", "g"), row="person")
        .meaning("m", "session")
        .meaning("who", "name")
        .meaning("g", "groups")
    )
    importing.say_columns(said)
    read(importing, rehearse=False)
    assert [(one.name, sorted(one.groups)) for one in meeting.book.session("B1").people] == [
        ("Sita", ["women"]),
        ("Ram", ["men"]),
    ]


def test_another_kind_of_row_is_said_anew_and_columns_called_as_ours_are_known(
    meeting: Workspace, words: Catalog, tmp_path: Path
) -> None:
    importing = taking(meeting, tmp_path / "x.csv", words)
    importing.ask_columns(("Title of the meeting", "heads", "Colour"))
    said = importing.source.columns if importing.source else None
    assert said is not None
    assert dict(said.meanings) == {"Title of the meeting": "title", "heads": "heads"}
    assert mapping(said)["fields"]["heads"] == {"column": "heads"}
    assert said.of_row("issue").meanings == {}
