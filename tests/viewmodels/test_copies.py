"""Merging as it is shown: the preview is the result, much is listed first, questions are settled by a digit."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.usecases.recording import remove_row
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.merging import Merging
from hrplanner.viewmodels.screens import Screens
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import explain
from tests.viewmodels.copies import screens_of, two_doors
from tests.viewmodels.town import NUMBER, TestTools, empty_book, now


@pytest.fixture
def doors(tmp_path: Path) -> Iterator[tuple[Screens, Path]]:
    here, there = two_doors(tmp_path)
    yield screens_of(here), there
    here.book.close()


def looked_at(screens: Screens, there: Path) -> Merging:
    merging = screens.merging
    merging.choose(there)
    merging.show(merging.work(rehearse=True)(max), merged=False)
    return merging


def merged(screens: Screens, there: Path) -> Merging:
    merging = looked_at(screens, there)
    merging.show(merging.work(rehearse=False)(max), merged=True)
    return merging


def test_the_preview_equals_the_result_and_changes_nothing(doors: tuple[Screens, Path]) -> None:
    screens, there = doors
    before = screens.workspace.book.session(NUMBER)
    preview = looked_at(screens, there)
    assert screens.workspace.book.session(NUMBER) == before
    shown = preview.counts(), preview.remarks(), preview.touched()
    assert [number for _, number in shown[0]] == ["2", "1", "0", "1"]
    assert shown[1] == ("The issue i2 is now i3: both laptops had given that number.",) or "i3" in shown[1][0]
    assert [[cell.text for cell in row.cells] for row in shown[2].rows] == [
        ["The promise", "Repair it by June", "Text: “Repair it by June”, now “Repair it by July”"]
    ]
    after = merged(screens, there)
    assert after.merged and (after.counts(), after.remarks()) == shown[:2]
    assert after.news() == "3 steps of the other copy merged."


def test_the_merge_is_taken_back_with_its_suggestions_and_may_be_made_again(doors: tuple[Screens, Path]) -> None:
    screens, there = doors
    before = screens.workspace.book.session(NUMBER)
    merging = merged(screens, there)
    assert (merging.asked(), merging.can_take_back) == (2, True)
    assert merging.take_back().news
    assert not merging.can_take_back
    assert screens.workspace.book.session(NUMBER) == before
    assert not merging.asked()
    again = merged(screens, there)
    assert [number for _, number in again.counts()] == ["2", "1", "0", "1"]
    assert not looked_at(screens, there).has_news


@pytest.mark.parametrize("at", range(3))
def test_a_merge_that_is_cancelled_leaves_both_books_as_they_were(doors: tuple[Screens, Path], at: int) -> None:
    screens, there = doors
    before, other, told = screens.workspace.book.path.read_bytes(), there.read_bytes(), []

    class Enough(Exception):
        """Somebody pressed Cancel."""

    def moved(done: int, whole: int) -> None:
        told.append((done, whole))
        if len(told) > at:
            raise Enough

    merging = screens.merging
    merging.choose(there)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("hrplanner.storage.merge_rows._TOLD_EVERY", 1)
        with pytest.raises(Enough):
            merging.work(rehearse=False)(moved)
    assert all(0 <= done <= whole for done, whole in told)
    assert screens.workspace.book.path.read_bytes() == before
    assert there.read_bytes() == other
    assert merged(screens, there).has_news


def test_questions_are_settled_by_a_digit_and_listed_in_today(doors: tuple[Screens, Path]) -> None:
    screens, there = doors
    merged(screens, there)
    settling, today = screens.settling, screens.today
    assert ("questions", "2 questions after merging") in [(one.do, one.what) for one in today.missing()]
    first = settling.shown()
    assert first is not None and first.where == f"Session {NUMBER}"
    settling.pass_over()
    second = settling.shown()
    assert second is not None and second.heading != first.heading
    persons, values = (first, second) if first.facts else (second, first)
    assert values.heading.endswith("Before it was “Repair it”.")
    assert [digit for digit, _ in values.options] == [1, 2]
    said = " ".join(text for _, text in values.options)
    assert "Rahima, on this laptop" in said and "Kamal, on the other laptop" in said
    assert [fact.partition(":")[0] for fact in persons.facts] in (["Gita Rai", "Gita Ray"], ["Gita Ray", "Gita Rai"])
    assert not settling.settle(9).news
    while (shown := settling.shown()) is not None:
        keep = next(digit for digit, text in shown.options if "Rahima" in text or text == "Yes, one person")
        assert settling.settle(keep).news == "Settled, on every copy."
    session = screens.workspace.book.session(NUMBER)
    assert session.commitments[0].text == "Repair it by June"
    assert sum((person.name or "").startswith("Gita") for person in session.people) == 1
    assert "questions" not in [one.do for one in today.missing()]


def test_where_much_would_change_the_list_comes_first(doors: tuple[Screens, Path]) -> None:
    screens, there = doors
    other = Workspace(TestTools().open_book(there))
    session = other.open_session(NUMBER)
    parts = (session.people, session.issues, session.commitments)
    for row in [row.id for part in parts for row in part]:
        other.run("remove_row", partial(remove_row, row=row))
    other.book.close()
    merging = looked_at(screens, there)
    assert merging.outcome is not None and merging.much is merging.outcome.much
    assert "Removed" in [row.cells[2].text for row in merging.touched().rows]
    assert merging.more() == ""


def test_a_foreign_book_and_a_file_that_is_none_are_refused(doors: tuple[Screens, Path], tmp_path: Path) -> None:
    screens, _ = doors
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    foreign = empty_book(folder)
    path = foreign.book.path
    foreign.book.close()
    screens.merging.choose(path)
    with pytest.raises(Refused, match="not_a_copy"):
        screens.merging.work(rehearse=True)(max)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("cut", "cut_short|damaged|altered"),
        ("bytes", "damaged|altered|cannot_be_read"),
        ("newer", "newer_book"),
        ("another file", "not_a_book"),
    ],
)
def test_a_copy_that_is_not_whole_is_refused_and_both_stay(doors: tuple[Screens, Path], harm: str, code: str) -> None:
    screens, there = doors
    content = bytearray(there.read_bytes())
    if harm == "cut":
        del content[len(content) // 2 :]
    elif harm == "bytes":
        content[4096 : 4096 * 9] = b"\xff" * (4096 * 8)
    elif harm == "newer":
        content[60:64] = (9_999).to_bytes(4)
    else:
        content[:] = b"%PDF-1.7 " * 1_000
    there.write_bytes(content)
    before = screens.workspace.book.path.read_bytes()
    screens.merging.choose(there)
    for rehearse in (True, False):
        with pytest.raises(FileProblem) as problem:
            screens.merging.work(rehearse=rehearse)(max)
        assert re.fullmatch(code, problem.value.code), problem.value.code
        assert str(explain(screens.merging.words, problem.value))
    assert screens.workspace.book.path.read_bytes() == before
    assert there.read_bytes() == content


def test_the_screens_of_copies_speak_another_language(doors: tuple[Screens, Path]) -> None:
    screens, there = doors
    merging = looked_at(screens, there)
    screens.speak(Catalog("id"))
    assert merging.counts()[0][0] == "Baru"
    assert now().year == 2026
