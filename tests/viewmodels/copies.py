"""Copies and packets of the town's book: what two doors and a partner work with in tests."""

import shutil
from functools import partial
from pathlib import Path

from hrplanner.model.groups import GroupCode
from hrplanner.model.review import Mark
from hrplanner.usecases.recording import correct_commitment, raise_issue, register_person
from hrplanner.usecases.sharing import share
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.screens import Screens
from hrplanner.words.catalog import Catalog
from tests.viewmodels.town import NUMBER, TestTools, now, with_record

WOMEN = GroupCode("women")


def two_doors(folder: Path) -> tuple[Workspace, Path]:
    """This laptop's book, and the closed file of the other one: a promise was written twice, a person came twice."""
    first = with_record(folder)
    path = first.book.path
    first.book.close()
    there = folder / "other-door.hrplan"
    shutil.copyfile(path, there)
    here = Workspace(TestTools().open_book(path), actor="Rahima")
    other = Workspace(TestTools().open_book(there), actor="Kamal")
    for space, name, text in ((here, "Gita Rai", "Repair it by June"), (other, "Gita Ray", "Repair it by July")):
        space.open_session(NUMBER)
        space.run("register_person", partial(register_person, name=name, age=31, groups=[WOMEN]))
        which = space.opened().commitments[0].id
        space.run("correct_promise", partial(correct_commitment, which=which, to={"text": text}))
        space.run("raise_issue", partial(raise_issue, text=f"Light in the lane, {name[-1]}"))
    other.book.close()
    return here, there


def screens_of(space: Workspace) -> Screens:
    """What the window would show of a book."""
    return Screens(space, Catalog("en"), TestTools(), now)


def packet_of_town(space: Workspace, out: Path, reader: str = "partner") -> Path:
    """A packet of the book."""
    share(space.book, TestTools(), out, reader, clock=lambda: int(now().timestamp() * 1000))
    space.refresh()
    return out


def reviewed(packet: Path, back: Path) -> None:
    """A partner's review of it: an issue is wrong, the whole is agreed, and a statement of their own."""
    space = Workspace(TestTools().open_book(packet))
    screens = screens_of(space)
    review = screens.review
    review.choose_session(NUMBER)
    review.type(author="Women of the lane")
    issue = next(part.code for part in review.parts() if part.code.startswith("issue"))
    for code, mark, text in (
        (issue, Mark.HAS_ISSUES, "Which tube well?"),
        ("session", Mark.AGREED, ""),
        ("statement", "", "  We were not\nheard.  "),
    ):
        review.choose(code)
        review.mark(mark)
        review.type(text=text)
        assert review.write().done
    assert screens.handing_back.hand_back(back).done
    space.book.close()
