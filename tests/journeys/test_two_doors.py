"""Two clerks at two doors and a partner, each with a process and a file; only a stick goes between them."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from hrplanner.model.groups import GroupCode
from hrplanner.usecases.recording import correct_commitment, register_person
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.screens import Screens
from hrplanner.words.catalog import Catalog
from tests.viewmodels.copies import reviewed
from tests.viewmodels.town import NOW, NUMBER, TestTools, now, with_record

STATEMENT = "  We were not\nheard.  "
pytestmark = pytest.mark.timeout(240)


def in_its_own_process(act: Callable[..., None], *given: object) -> None:
    process = multiprocessing.get_context("spawn").Process(target=act, args=given)
    process.start()
    process.join()
    assert process.exitcode == 0, act.__name__


def screens_at(path: Path, who: str | None = None) -> Screens:
    return Screens(Workspace(TestTools().open_book(path), actor=who), Catalog("en"), TestTools(), now)


def begin(office: Path, stick: Path) -> None:
    """The office prepares the book and puts a copy on the stick."""
    space = with_record(office)
    space.book.close()
    shutil.copyfile(space.book.path, stick / "copy.hrplan")


def register_at_a_door(path: Path, who: str, names: list[str], promised: str) -> None:
    """A clerk registers those who come, and corrects a promise."""
    screens = screens_at(path, who)
    screens.open_session(NUMBER)
    space = screens.workspace
    for name in names:
        space.run("register_person", partial(register_person, name=name, groups=[GroupCode("women")]))
    which = space.opened().commitments[0].id
    space.run("correct_promise", partial(correct_commitment, which=which, to={"text": promised}))
    space.book.close()


def merge_and_share(book: Path, stick: Path) -> None:
    """The office merges the other door's copy, settles what was written twice, and makes the packet."""
    screens = screens_at(book)
    merging = screens.merging
    merging.choose(stick / "copy.hrplan")
    merging.show(merging.work(rehearse=True)(max), merged=False)
    before = merging.counts()
    merging.show(merging.work(rehearse=False)(max), merged=True)
    assert merging.counts() == before and merging.merged
    while (asked := screens.settling.shown()) is not None:
        right = next(digit for digit, text in asked.options if text == "Yes, one person" or "Rahima" in text)
        assert screens.settling.settle(right).done
    assert len(screens.workspace.book.session(NUMBER).people) == 6 + 21
    sharing = screens.sharing
    sharing.show(sharing.look_work()())
    assert sharing.sessions().rows[0].cells[3].text == "27"
    sharing.share_work(stick / "packet.hrplan")()
    screens.workspace.book.close()


def review_elsewhere(stick: Path, laptop: Path) -> None:
    """The partner copies the packet, reviews it, and puts the small file on the stick."""
    shutil.copyfile(stick / "packet.hrplan", laptop / "packet.hrplan")
    reviewed(laptop / "packet.hrplan", stick / "back.hrplan-review")


def answer_ratify_print(book: Path, stick: Path) -> None:
    """The office takes the review in, answers, prints, and may ratify only then."""
    screens = screens_at(book)
    assert screens.answering.take(stick / "back.hrplan-review").done
    assert "reviews" in [one.do for one in screens.today.missing()]
    screens.open_session(NUMBER)
    printing = screens.printing
    printing.print_work(stick / "minutes.txt")()
    for _ in ("read back", "signed"):
        step = printing.minutes.following()
        assert step is not None and printing.minutes.take(step[0], NOW.date()).done
    ratify = printing.minutes.following()
    assert ratify is not None and "Answer them first" in printing.minutes.take(ratify[0], NOW.date()).why
    assert screens.answering.shown() is not None
    screens.answering.type(answer="The lower one.", by="Secretary")
    assert screens.answering.answer().done
    assert printing.minutes.take(ratify[0], NOW.date()).done
    screens.workspace.book.close()


def test_register_merge_share_review_answer_ratify_print(tmp_path: Path) -> None:
    office, field, partner, stick = (tmp_path / name for name in ("office", "field", "partner", "stick"))
    for folder in (office, field, partner, stick):
        folder.mkdir()
    in_its_own_process(begin, office, stick)
    here, there = office / "ward5.hrplan", field / "ward5.hrplan"
    shutil.move(stick / "copy.hrplan", there)
    at_one = [f"Woman {at}" for at in range(10)] + ["Gita Thapa Magar"]
    at_other = [f"Sister {at} {at}" for at in range(10)] + ["Gita Thapa Magarr"]
    context = multiprocessing.get_context("spawn")
    doors = [
        context.Process(target=register_at_a_door, args=(here, "Rahima", at_one, "Repair it by June")),
        context.Process(target=register_at_a_door, args=(there, "Kamal", at_other, "Repair it by July")),
    ]
    for door in doors:
        door.start()
    for door in doors:
        door.join()
        assert door.exitcode == 0
    shutil.copyfile(there, stick / "copy.hrplan")
    in_its_own_process(merge_and_share, here, stick)
    in_its_own_process(review_elsewhere, stick, partner)
    in_its_own_process(answer_ratify_print, here, stick)
    printed = (stick / "minutes.txt").read_text(encoding="utf-8")
    assert "Repair it by June" in printed and "Repair it by July" not in printed
    assert all(line in printed for line in STATEMENT.strip().splitlines())
    written = (stick / "packet.hrplan").read_bytes() + (stick / "back.hrplan-review").read_bytes()
    assert not [name for name in (*at_one, *at_other) if name.encode() in written]
