"""The register of all use cases: each is run on a book, taken back and made again, and the book is as it was.

A new use case that has no line here fails; those that cannot be taken back are named, with the reason.
"""

import datetime as dt
import hashlib
import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FunctionType

import pytest

import hrplanner.usecases
from hrplanner.model.changes import RowKind
from hrplanner.model.commitments import Status
from hrplanner.model.formalities import Evidence
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.issues import Answer
from hrplanner.model.office import Office
from hrplanner.model.office_key import OfficeKey
from hrplanner.model.people import Consent, Purpose
from hrplanner.model.principles import Asked, Reply
from hrplanner.model.session import Session
from hrplanner.storage.exchange.opening import open_source
from hrplanner.usecases import meeting_rows as rows
from hrplanner.usecases import privacy, questions, recording, reviewing, rule_files, signing, speaking
from hrplanner.usecases.bin import put_back
from hrplanner.usecases.headings import Heading, describe
from hrplanner.usecases.importing import import_file, import_rows
from hrplanner.usecases.merging import merge_books
from hrplanner.usecases.own_rules import OwnRule, added, table_of
from hrplanner.usecases.taking_back_in import take_in_book
from hrplanner.usecases.taking_out import BOOK_FILE, take_out
from hrplanner.usecases.web_address import with_web_address
from hrplanner.usecases.workspace import Step, Workspace
from tests.usecases.test_importing import PEOPLE, REGISTER
from tests.viewmodels.copies import packet_of_town, reviewed, two_doors
from tests.viewmodels.town import NUMBER, RULES, TestTools, with_record

WOMEN, DALIT = GroupCode("women"), GroupCode("dalit")
MORE_RULES = RULES.split("[[rule]]")[1].replace("women-third", "men-third").join(["[[rule]]", ""])
WRITERS = re.compile(r"\.(write|run|run_office|note|erase|merge|write_review|take_merge_back|add_session)\(|_merged\(")
CHANGED = re.compile(r"\b(Session|Office)('>)?$|^tuple\[[\w.]*\b(Session|Office),")


@dataclass(frozen=True, slots=True)
class Case:
    """A book to work on, the folder it lies in, and another door's copy where one was made."""

    space: Workspace
    folder: Path
    there: Path | None = None

    @property
    def session(self) -> Session:
        return self.space.opened()


Act = Callable[[Case], object]
SESSION_ACTS: dict[str, Callable[[Session], Session]] = {
    "headings.describe": lambda one: describe(one, Heading(number=NUMBER, title="Another", kind="ward_assembly")),
    "meeting_rows.correct_row": lambda one: rows.correct_row(one, "agenda", one.agenda[0].id, {"text": "Later"}),
    "meeting_rows.move_point": lambda one: rows.move_point(one, one.agenda[0].id, 1),
    "meeting_rows.count_again": lambda one: rows.count_again(one, heads=12, time="11:00"),
    "meeting_rows.publish": lambda one: rows.publish(one, place="Notice board"),
    "meeting_rows.note_office": lambda one: rows.note_office(one, office="mayor", name="Sita", signed=True),
    "meeting_rows.look_for_paper": lambda one: rows.look_for_paper(one, next(iter(Evidence)), seen=True),
    "meeting_rows.read_out": lambda one: rows.read_out(one, "W5-2026-013/c1"),
    "meeting_rows.put_off": lambda one: rows.put_off(one, "W5-2026-013/c1", "No time"),
    "meeting_rows.reply_to": lambda one: rows.reply_to(one, Asked.ALL_THERE, Reply.PARTLY),
    "meeting_rows.plan_step": lambda one: rows.plan_step(one, Asked.ALL_THERE, "Meet in the evening"),
    "meeting_rows.note_help": lambda one: rows.note_help(one, barriers="Rain", support=None, referrals=2),
    "recording.register_person": lambda one: recording.register_person(one, name="Sita", age=30, groups=[WOMEN]),
    "recording.correct_person": lambda one: recording.correct_person(one, one.people[0].id, {"age": 41}),
    "recording.note_consent": lambda one: recording.note_consent(
        one, one.people[0].id, next(iter(Purpose)), Consent.YES
    ),
    "recording.put_in_group": lambda one: recording.put_in_group(one, one.people[0].id, DALIT),
    "recording.take_out_of_group": lambda one: recording.take_out_of_group(one, one.people[1].id, WOMEN),
    "recording.remove_row": lambda one: recording.remove_row(one, one.people[0].id),
    "recording.count_one": lambda one: recording.count_one(one, WOMEN),
    "recording.set_tally": lambda one: recording.set_tally(one, WOMEN, 7),
    "recording.set_total": lambda one: recording.set_total(one, "heads", 42),
    "recording.note_turn": lambda one: recording.note_turn(one, group=WOMEN),
    "recording.add_agenda_item": lambda one: recording.add_agenda_item(one, "Roads", 10),
    "recording.raise_issue": lambda one: recording.raise_issue(one, text="Light", raised_by=[WOMEN]),
    "recording.correct_issue": lambda one: recording.correct_issue(one, one.issues[0].id, {"text": "Dry well"}),
    "recording.answer_issue": lambda one: recording.answer_issue(one, one.issues[0].id, answer=Answer.ACCEPTED),
    "recording.decide": lambda one: recording.decide(one, text="We repair it", answers=["i1"]),
    "recording.promise": lambda one: recording.promise(one, text="A lamp"),
    "recording.correct_commitment": lambda one: recording.correct_commitment(
        one, one.commitments[0].id, {"text": "Mend it"}
    ),
    "recording.report_progress": lambda one: recording.report_progress(
        one, one.commitments[0].id, status=Status.STOPPED, progress="No money"
    ),
    "speaking.begin_turn": lambda one: speaking.begin_turn(one, group=WOMEN),
    "speaking.end_turn": lambda one: speaking.end_turn(one, 40),
}


def in_office(change: Callable[..., object], *given: object, **named: object) -> Act:
    return lambda case: case.space.run_office("change_office", lambda office: change(office, *given, **named))  # type: ignore[return-value, arg-type]


def switch_off_and_on(case: Case) -> None:
    in_office(privacy.switch_off, "disability")(case)
    in_office(privacy.switch_on, "disability", because="s. 6")(case)


def add_and_remove(case: Case) -> None:
    case.space.run("remove_person", lambda one: one.without(one.people[0].id))
    (line,) = case.space.book.bin_lines(dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    put_back(case.space, line.kind, line.id)


def csv_of(case: Case) -> Path:
    path = case.folder / "people.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def mapping_of(case: Case) -> Path:
    path = case.folder / "map.toml"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def bring_rows(case: Case) -> None:
    import_rows(case.space, open_source(csv_of(case), mapping_of(case), learned={}))


def bring_file(case: Case) -> None:
    import_file(case.space.book, open_source, csv_of(case), mapping=mapping_of(case))
    case.space.refresh()


def merge(case: Case) -> None:
    assert case.there is not None
    other = TestTools().open_book(case.there, read_only=True)
    merge_books(case.space, other, agreed=True)
    other.close()


def settle(case: Case) -> None:
    merge(case)
    question = questions.open_questions(case.space.book)[0]
    questions.settle_question(case.space, question, question.options[-1])


def take_review(case: Case) -> None:
    reviewed(packet_of_town(case.space, case.folder / "packet.hrplan"), case.folder / "back.json")
    reviewing.take_review(case.space.book, (case.folder / "back.json").read_bytes())
    case.space.refresh()


def answer_review(case: Case) -> None:
    take_review(case)
    note = reviewing.notes(case.space.book)[0]
    reviewing.answer_note(case.space.book, note.id, answer="Mended", by="The office")
    case.space.refresh()


def take_in(case: Case) -> None:
    take_out(case.space.book, TestTools(), case.folder / "out", title=str)
    case.space.remove_session()
    take_in_book(case.space, json.loads((case.folder / "out" / BOOK_FILE).read_bytes()))


def own_rule(office: Office) -> Office:
    own = OwnRule(groups=(WOMEN,), threshold_text="40%", focal_point="Sita", secretary="Ram")
    return added(office, table_of(own, title="Two fifths are women", source="Own target", code="own-women"), own)


def agree_for_one(case: Case) -> None:
    privacy.agree(case.space, privacy.find_people(case.space.book)[:1], next(iter(Purpose)), Consent.YES)


BOOK_ACTS: dict[str, Act] = {
    "bin.put_back": add_and_remove,
    "importing.import_file": bring_file,
    "importing.import_rows": bring_rows,
    "own_rules.added": lambda case: case.space.run_office("write_rule", own_rule),
    "privacy.agree": agree_for_one,
    "privacy.keep_names": in_office(privacy.keep_names, months=12, because="s. 5"),
    "privacy.switch_on": switch_off_and_on,
    "privacy.switch_off": in_office(privacy.switch_off, "disability"),
    "questions.settle_question": settle,
    "recording.new_session": lambda case: case.space.add_session(
        recording.new_session(number="2", title="Second", kind="ward_assembly")
    ),
    "reviewing.take_review": take_review,
    "reviewing.answer_note": answer_review,
    "rule_files.add_rules": in_office(rule_files.add_rules, rule_files.read_rule_file(MORE_RULES)),
    "rule_files.with_rules": lambda case: case.space.run_office(
        "add_rules", lambda office: rule_files.with_rules(office, rule_files.open_rule_file(MORE_RULES))[0]
    ),
    "rule_files.with_pack": in_office(rule_files.with_pack, MORE_RULES),
    "signing.know_key": lambda case: signing.know_key(
        case.space, OfficeKey(id=RowId(new_id()), name="Ward 6", key=bytes(32).hex())
    ),
    "taking_back_in.take_in_book": take_in,
    "web_address.with_web_address": in_office(with_web_address, "ward5.example"),
    "merging.merge_books": merge,
}
"""By module and name."""

MERGES = {"merging.merge_books", "questions.settle_question"}

ONE_WAY = {
    "filing.file_scan": "signed on paper",
    "minutes_life.take_step": "signed on paper",
    "printing.print_document": "handed out",
    "sharing.share": "handed out",
    "sealing.sheet_of": "handed out",
    "taking_out.take_out": "handed out",
    "privacy.erase_people": "erased for good",
    "privacy.let_names_go": "erased for good",
    "reviewing.write_note": "a packet; a note is struck out instead",
    "reviewing.strike_note": "a packet; the note is written again instead",
}
PARTS_OF_OTHERS = {
    "known_again.joined", "known_again.with_own_codes", "merging.preview_merge", "practice.build_practice_town",
    "practice.practice_key", "same_person.joined", "same_person.suggest_same_persons", "year_printing.year_sheet",
}  # fmt: skip
"""Change nothing by themselves: a use case above is made of them, or a new book is."""


def use_cases() -> Iterator[str]:
    """Every public function that gives back a changed value, or writes."""
    for found in pkgutil.iter_modules(hrplanner.usecases.__path__):
        module = importlib.import_module(f"hrplanner.usecases.{found.name}")
        for name, function in vars(module).items():
            if name.startswith("_") or not isinstance(function, FunctionType) or function.__module__ != module.__name__:
                continue
            changed = CHANGED.search(str(function.__annotations__.get("return")))
            if changed or WRITERS.search(inspect.getsource(function)):
                yield f"{found.name}.{name}"


def shown(space: Workspace) -> str:
    """A digest of all that people see of the book."""
    book = space.book
    sessions = [book.session(line.number) for line in book.session_lines()]
    rest = [list(book.all_rows(kind)) for kind in (RowKind.REVIEW_NOTE, RowKind.CONFLICT)]
    return hashlib.sha256(repr((book.office(), sessions, rest)).encode()).hexdigest()


def test_every_use_case_has_its_line() -> None:
    assert set(use_cases()) - PARTS_OF_OTHERS == SESSION_ACTS.keys() | BOOK_ACTS.keys() | ONE_WAY.keys()


def test_changes_of_a_session_are_taken_back_and_made_again(tmp_path: Path) -> None:
    space = with_record(tmp_path)
    for text in ("Water", "Roads"):
        space.run("add_point", partial(recording.add_agenda_item, text=text))
    case = Case(space, tmp_path)
    for name, change in SESSION_ACTS.items():
        expect_way_back(case, name, lambda case, change=change: case.space.run("step", change))  # type: ignore[misc]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    space = with_record(tmp_path_factory.mktemp("town"))
    space.book.close()
    return space.book.path.read_bytes()


@pytest.mark.parametrize("name", BOOK_ACTS)
def test_steps_of_a_book_are_taken_back_and_made_again(town: bytes, tmp_path: Path, name: str) -> None:
    there = None
    if name in MERGES:
        space, there = two_doors(tmp_path)
    else:
        (tmp_path / "ward5.hrplan").write_bytes(town)
        space = Workspace(TestTools().open_book(tmp_path / "ward5.hrplan"))
        space.open_session(NUMBER)
    expect_way_back(Case(space, tmp_path, there), name, BOOK_ACTS[name])


def expect_way_back(case: Case, name: str, act: Act) -> None:
    space = case.space
    states, steps = [shown(space)], [space.undo_step]
    stop = space.listen(lambda: note(space, states, steps))
    act(case)
    note(space, states, steps)
    stop()
    assert len(steps) > 1, f"{name} did nothing"
    for state in reversed(states[:-1]):
        space.undo()
        assert shown(space) == state, f"{name} is not taken back whole"
    if name not in MERGES:  # the other file is merged again instead
        for state in states[1:]:
            space.redo()
            assert shown(space) == state, f"{name} is not made again whole"


def note(space: Workspace, states: list[str], steps: list[Step | None]) -> None:
    """What the book shows after a step, once for each."""
    if space.undo_step != steps[-1]:
        states.append(shown(space))
        steps.append(space.undo_step)
