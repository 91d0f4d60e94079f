"""A book with one meeting in it, on disk, for tests of pages and of what they show. All names are invented."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import gettempdir

from hrplanner.entry.parts import parts
from hrplanner.entry.versions import versions
from hrplanner.entry.wiring import Wiring
from hrplanner.model.groups import GroupCode
from hrplanner.model.office import new_office
from hrplanner.model.privacy import SENSITIVE
from hrplanner.storage.key_shelf import Shelf
from hrplanner.usecases.checking import add_rules, read_rule_file
from hrplanner.usecases.headings import Heading, describe
from hrplanner.usecases.privacy import switch_on
from hrplanner.usecases.recording import new_session, promise, raise_issue, register_person
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.tools import Part
from hrplanner.words.catalog import Catalog

NOW = dt.datetime(2026, 5, 12, 10, 40, 5)
NUMBER = "W5-2026-014"
RULES = """
[[rule]]
id = "women-third"
title = "At least one third of those present are women"
force = "own_target"
source = "Own target of the ward"
kind = "share"
numerator = "women"
denominator = "attendees"
threshold = "1/3"

[[rule]]
id = "disability-twentieth"
title = "At least one in twenty is a person with a disability"
force = "own_target"
source = "Own target of the ward"
kind = "share"
numerator = "persons_with_disabilities"
denominator = "attendees"
threshold = "1/20"

[[rule]]
id = "quorum"
title = "Quorum: 5 % of the ward's voters"
force = "law"
source = "Act on local government"
article = "section 5"
sentence = "One twentieth of the voters make the quorum."
kind = "quorum"
numerator = "attendees"
denominator = "voters"
threshold = "5%"
"""


class TestTools(Wiring):
    """The real tools, with a press room for bugs that fails the test."""

    __test__ = False
    patience = 0.0

    def __init__(self, shelf: Path | None = None) -> None:
        super().__init__()
        self._shelf = shelf

    def key_shelf(self) -> Shelf:
        """Keys of tests lie with the test, never with the person who runs it."""
        return Shelf(self._shelf or Path(gettempdir()) / "no-keys-here")

    def report_bug(self, bug: BaseException, words: Catalog) -> str:
        """A bug in a test is the test's failure."""
        raise AssertionError(words.language) from bug

    def versions(self, words: Catalog) -> str:
        """Those of the checkout."""
        return versions(words)

    def parts(self) -> Sequence[Part]:
        """Those of the environment."""
        return parts()


def now() -> dt.datetime:
    """The hour of every test."""
    return NOW


def empty_book(folder: Path, *, country: str = "bd") -> Workspace:
    """A new book with rules and nothing else."""
    office = new_office(name="Ward 5, Shantipur", country=country)
    for field in SENSITIVE:
        office = switch_on(office, field, because="asked by law")
    book = TestTools().create_book(folder / "ward5.hrplan", office)
    space = Workspace(book)
    space.run_office("add_rules", lambda office: add_rules(office, read_rule_file(RULES)))
    return space


def with_meeting(folder: Path, people: int = 0) -> Workspace:
    """The same with one meeting that is open."""
    space = empty_book(folder)
    session = new_session(number=NUMBER, title="Annual ward shava", kind="ward_assembly", country="bd")
    heading = Heading(
        number=NUMBER,
        title="Annual ward shava",
        kind="ward_assembly",
        date=NOW.date(),
        start="10:00",
        end="12:30",
        venue="Government primary school",
        voters=100,
    )
    space.add_session(describe(session, heading))
    for at in range(people):
        sex = GroupCode("women" if at % 2 else "men")
        space.run("register_person", partial(register_person, name=f"Person {at}", groups=[sex]))
    return space


def with_record(folder: Path) -> Workspace:
    """The same with people, an issue and two promises, one of them late and one without a day."""
    space = with_meeting(folder, people=6)
    space.run(
        "raise_issue",
        lambda s: raise_issue(s, text="The tube well is dry", raised_by=[GroupCode("women")], theme="water"),
    )
    space.run(
        "promise", lambda s: promise(s, text="Repair it", owner="Ward office", due=dt.date(2026, 4, 1), answers=["i1"])
    )
    space.run("promise", lambda s: promise(s, text="A ramp at the office", owner="Engineer"))
    return space
