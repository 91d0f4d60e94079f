"""Copies, packets and reviews in the real window: by the keyboard, with the files that a stick would carry."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from hrplanner.ui import dialogs
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.parts.painted import Painted
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.settings import Settings
from hrplanner.usecases.sealing import seal
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.places import QUESTIONS, REVIEWS, SHARE, TODAY, Place, StepCode
from tests.ui.conftest import PLACES, OpenWindow
from tests.ui.keys import focused, press, type_in
from tests.ui.test_reaching import focusable, spoken
from tests.viewmodels.copies import packet_of_town, reviewed, two_doors
from tests.viewmodels.town import NUMBER, TestTools, with_record

Opened = Callable[[Path], MainWindow]


@pytest.fixture
def opened(bare_window: OpenWindow, qtbot: QtBot) -> Opened:
    def of(path: Path) -> MainWindow:
        window = bare_window(Settings())
        window.arrivals.take(path)
        qtbot.waitUntil(lambda: window.screens is not None, timeout=20_000)
        return window

    return of


def texts(window: MainWindow) -> str:
    labels = [one.text() for one in window.findChildren(QLabel) if one.isVisibleTo(window)]
    buttons = [one.text() for one in window.findChildren(QPushButton) if one.isVisibleTo(window)]
    return "\n".join((*labels, *buttons))


def at_rest(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    qtbot.wait(30)


def book_of(window: MainWindow) -> Workspace:
    assert window.screens is not None
    return window.screens.workspace


def press_button(window: MainWindow, text: str) -> None:
    next(one for one in window.findChildren(QPushButton) if one.text() == text and one.isVisibleTo(window)).click()


def test_two_copies_become_one_by_the_keyboard(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = two_doors(tmp_path)
    here.book.close()
    monkeypatch.setattr(dialogs, "choose_copy", lambda *_: there)
    window = opened(here.book.path)
    window.go(Place(room="merge"))
    press(Qt.Key.Key_Return)  # Choose the other copy
    qtbot.waitUntil(lambda: "Written twice: to be asked" in texts(window), timeout=20_000)
    at_rest(window, qtbot)
    assert len(book_of(window).book.session(NUMBER).people) == 7
    press(Qt.Key.Key_Return)  # Merge
    qtbot.waitUntil(lambda: "2 questions wait for somebody." in texts(window), timeout=20_000)
    at_rest(window, qtbot)
    assert len(book_of(window).book.session(NUMBER).people) == 8
    window.go(TODAY)
    assert "2 questions after merging" in texts(window)
    window.go(QUESTIONS)
    qtbot.wait(20)
    press(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "1 open" in texts(window))
    press(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "Nothing has to be chosen" in texts(window))
    window.undo()
    qtbot.waitUntil(lambda: "1 open" in texts(window))


def test_a_sealed_copy_is_merged_with_its_password(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = two_doors(tmp_path)
    here.book.close()
    seal(TestTools(), there, "seven green boats")
    monkeypatch.setattr(dialogs, "choose_copy", lambda *_: there)
    window = opened(here.book.path)
    window.go(Place(room="merge"))
    press(Qt.Key.Key_Return)  # Choose the other copy
    qtbot.waitUntil(lambda: "other-door.hrplan is sealed" in texts(window), timeout=20_000)
    for typed in ("another", "seven green boats"):
        at_rest(window, qtbot)
        type_in(typed)
        press(Qt.Key.Key_Return)
        at_rest(window, qtbot)
    qtbot.waitUntil(lambda: "Written twice: to be asked" in texts(window), timeout=20_000)
    press(Qt.Key.Key_Return)  # Merge
    qtbot.waitUntil(lambda: "2 questions wait for somebody." in texts(window), timeout=20_000)
    at_rest(window, qtbot)
    assert len(book_of(window).book.session(NUMBER).people) == 8


def test_a_merge_is_taken_back(opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = two_doors(tmp_path)
    here.book.close()
    monkeypatch.setattr(dialogs, "choose_copy", lambda *_: there)
    window = opened(here.book.path)
    window.go(Place(room="merge"))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "What would change or go" in texts(window), timeout=20_000)
    at_rest(window, qtbot)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Take the merge back" in texts(window), timeout=20_000)
    at_rest(window, qtbot)
    press_button(window, "Take the merge back")
    qtbot.waitUntil(lambda: len(book_of(window).book.session(NUMBER).people) == 7)
    assert "Take the merge back" not in texts(window)


def test_the_receivers_view_comes_before_the_packet(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "packet.hrplan"
    monkeypatch.setattr(dialogs, "choose_packet", lambda *_: out)
    window.go(SHARE)
    qtbot.waitUntil(lambda: "What stays here" in texts(window), timeout=20_000)
    at_rest(window, qtbot)
    tables = [one for one in window.page.findChildren(TableView) if one.isVisibleTo(window)]
    assert [one.rows.table.name for one in tables] == [
        "Sessions, as they will see them",
        f"Figures of session {NUMBER}",
    ]
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(out.is_file, timeout=20_000)
    at_rest(window, qtbot)
    assert "Handed out 1 session to packet.hrplan." in texts(window)


def test_a_name_in_the_way_leads_to_its_place(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "choose_packet", lambda *_: tmp_path / "packet.hrplan")
    assert window.screens is not None
    window.screens.open_session(NUMBER)
    window.screens.issues.type("Person 1 has no water")
    assert window.screens.issues.add().done
    window.go(SHARE)
    qtbot.waitUntil(lambda: "What stays here" in texts(window), timeout=20_000)
    at_rest(window, qtbot)
    press_button(window, "Make the packet")
    qtbot.waitUntil(lambda: "Go there" in texts(window), timeout=20_000)
    press_button(window, "Go there")
    assert (window.place.number, window.place.step, window.place.mode) == (NUMBER, "listen", "issues")


def packet_in(folder: Path) -> tuple[Path, Path]:
    """The office's book and a packet of it."""
    space = with_record(folder)
    packet = packet_of_town(space, folder / "packet.hrplan")
    space.book.close()
    return space.book.path, packet


def test_no_page_of_a_packet_invites_anybody_to_type(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    _, packet = packet_in(tmp_path)
    window = opened(packet)
    for name in set(PLACES) - {"nothing to review", "check", "new book"}:
        window.go(PLACES[name])
        at_rest(window, qtbot)
        fields: list[QLineEdit | QPlainTextEdit] = [*window.findChildren(QLineEdit)]
        fields += window.findChildren(QPlainTextEdit)
        shown = [one for one in fields if one.isVisibleTo(window) and not one.isReadOnly()]
        assert not [one.accessibleName() for one in shown if one.isEnabled()], name
        if shown:
            assert "This is a packet: it can be read and reviewed, and nothing in it can be changed." in texts(window)


@pytest.mark.parametrize("step", ["register", "listen"])
def test_nobody_is_counted_in_a_packet(opened: Opened, qtbot: QtBot, tmp_path: Path, step: StepCode) -> None:
    _, packet = packet_in(tmp_path)
    window = opened(packet)
    before = packet.read_bytes()
    window.go(Place(room="session", number=NUMBER, step=step, mode="tally" if step == "register" else "issues"))
    at_rest(window, qtbot)
    window.page.refresh()
    counters = [one for one in window.page.findChildren(Painted) if one.writes and one.isVisibleTo(window)]
    assert len(counters) > 2
    assert not [one.text() for one in counters if one.isEnabled()]
    for one in counters:
        one.click()
    press(Qt.Key.Key_1, Qt.Key.Key_Minus, Qt.Key.Key_1, Qt.Key.Key_Space)
    at_rest(window, qtbot)
    session = book_of(window).book.session(NUMBER)
    assert (session.turns, packet.read_bytes()) == ((), before)


def test_a_packet_is_reviewed_by_the_keyboard_and_changes_nothing(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, packet = packet_in(tmp_path)
    back = tmp_path / "back.hrplan-review"
    monkeypatch.setattr(dialogs, "choose_review_file", lambda *_: back)
    window = opened(packet)
    assert "This book is a packet: to be read and reviewed" in texts(window)
    window.go(Place(room="session", number=NUMBER))
    assert "This is a packet: it can be read and reviewed, and nothing in it can be changed." in texts(window)
    press_button(window, "Review this session")
    qtbot.wait(20)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)  # our own statement, and to where it is written
    assert isinstance(focused(), QPlainTextEdit)
    type_in("We were not heard.")
    press(Qt.Key.Key_Tab)
    type_in("Women of the lane")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "We were not heard." in texts(window))
    field = focused()
    assert isinstance(field, QPlainTextEdit) and field.toPlainText() == ""
    nameless = [type(one).__name__ for one in focusable(window) if not spoken(one)]
    assert not nameless
    press_button(window, "Hand the review back")
    assert back.is_file()
    assert "Nothing but your notes is in it" in texts(window)


def test_a_review_that_is_dropped_is_taken_in_and_answered(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    book, packet = packet_in(tmp_path)
    back = tmp_path / "back.hrplan-review"
    reviewed(packet, back)
    window = opened(book)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(back))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert window.arrivals.eventFilter(window, event)
    qtbot.waitUntil(lambda: window.place == REVIEWS)
    assert "Which tube well?" in texts(window)
    window.go(TODAY)
    assert "1 note of a review to answer" in texts(window)
    press_button(window, "To the notes")
    qtbot.wait(20)
    press(Qt.Key.Key_Return)  # from the list to the answer
    type_in("The lower one.")
    press(Qt.Key.Key_Tab)
    type_in("Secretary")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.screens is not None and not window.screens.answering.waiting())
    window.go(Place(room="session", number=NUMBER))
    press_button(window, "3 notes of reviews")
    assert window.place.mode == "reviews"


def test_a_review_without_its_book_says_what_to_do(bare_window: OpenWindow, tmp_path: Path) -> None:
    window = bare_window(Settings())
    window.arrivals.take(tmp_path / "some.hrplan-review")
    band = window.frame.message.part
    assert isinstance(band, QFrame) and band.accessibleName().startswith("This file is a review.")


def test_everything_is_taken_out_with_one_button(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_: tmp_path)
    window.go(Place(room="share", mode="everything"))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "What was written" in texts(window), timeout=20_000)
    assert (tmp_path / "ward5-2026-05-12" / "book.json").is_file()
