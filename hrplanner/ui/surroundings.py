"""What is round a page, built from the view models: rail, head, steps, strip, status."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6 import QtGui
from PySide6.QtWidgets import QFrame, QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.head import Heading, Tool, head
from hrplanner.ui.parts.rail import Room, rail
from hrplanner.ui.parts.status import Status, status_bar
from hrplanner.ui.parts.step_bar import step_bar
from hrplanner.ui.parts.strip import strip_line
from hrplanner.ui.parts.toast import Toast
from hrplanner.viewmodels.places import BODIES, CHECK, OVERVIEW, REVIEW, SESSIONS, SHARE, TARGETS, TODAY, Place
from hrplanner.viewmodels.sessions import step_facts
from hrplanner.viewmodels.shell import late_note, redo_tip, saved_said, session_head, undo_tip
from hrplanner.viewmodels.strip import strip_of

OF_SESSIONS = frozenset({"sessions", "session", "new_session", "heading", "import", "merge", "questions"})
OF_TARGETS = frozenset({"targets", "rules", "own_rule"})
ROOMS = {
    "today": TODAY,
    "sessions": SESSIONS,
    "targets": TARGETS,
    "bodies": BODIES,
    "overview": OVERVIEW,
    "share": SHARE,
    "review": REVIEW,
    "check": CHECK,
}
WITH_STRIP = frozenset({"register", "listen"})
HELP, MENU = "help", "menu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """What the parts round a page can do to the window."""

    undo: Callable[[], object]
    redo: Callable[[], object]
    menu: Callable[[], object]
    languages: Callable[[], object]
    sizes: Callable[[], object]
    strip: Callable[[], object]
    step: Callable[[str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What was just done, and the way back."""

    text: str
    verb: str
    act: Callable[[], object]


def rail_of(desk: Desk, place: Place, acts: Acts) -> QFrame:
    """The rooms that work; without a book there are none yet."""
    words, screens = desk.words, desk.screens
    rooms: list[Room] = []
    if screens is not None:
        rooms = [
            Room(code="today", text=words.say("Today"), icon="today", note=late_note(screens)),
            Room(code="sessions", text=words.say("Sessions"), icon="sessions"),
            Room(code="targets", text=words.say("Targets"), icon="targets"),
            Room(code="bodies", text=words.say("Bodies"), icon="bodies"),
            Room(code="overview", text=words.say("Overview"), icon="overview"),
            Room(code="review", text=words.say("Review"), icon="share")
            if screens.handing_back.is_packet
            else Room(code="share", text=words.say("Share"), icon="share"),
            Room(code="check", text=words.say("Check a paper"), icon="tick"),
        ]
    foot = (
        Room(code=HELP, text=words.say("Help"), icon="help", tip=words.say("Help (F1)")),
        Room(code=MENU, text=words.say("Menu"), icon="menu", tip=words.say("Menu (F10)")),
    )
    office = screens.workspace.office.name if screens else words.say("No book is open")
    book = screens.workspace.book.path.stem if screens else ""

    def go(code: str) -> None:
        if code == MENU:
            acts.menu()
        else:
            desk.go(ROOMS.get(code, Place(room="help")))

    current = "sessions" if place.room in OF_SESSIONS else "targets" if place.room in OF_TARGETS else place.room
    return rail(desk.look, rooms, foot, office=office, book=book, current=current, go=go)


def head_of(desk: Desk, place: Place, page: Page, acts: Acts, news: News | None) -> QFrame:
    """Title, facts, the strip in one line where it has no column, news or actions, Undo and Redo."""
    words, screens = desk.words, desk.screens
    heading = page.heading()
    extra: list[QWidget] = []
    if screens is not None and place.room == "session":
        said = session_head(screens.workspace, words)
        heading = Heading(title=said.title, facts=said.facts, pill=said.pill)
        if desk.look.narrow and place.step in WITH_STRIP and not (news is not None and desk.look.tight):
            strip = strip_of(screens.workspace, words)
            extra.append(strip_line(desk.look, strip, tip=words.say("What would change it (F6)"), act=acts.strip))
    if news is not None:
        extra.append(Toast(desk.look, news.text, undo=news.verb, act=news.act))
    elif not (desk.look.narrow and extra):
        extra += [*page.head_parts(), *_way_to_notes(desk, place)]
    return head(desk.look, heading, extra, _tools(desk, acts))


def steps_of(desk: Desk, place: Place, acts: Acts) -> QFrame | None:
    """The steps of the open session; none elsewhere."""
    if desk.screens is None or place.room != "session":
        return None
    return step_bar(desk.look, step_facts(desk.screens.workspace, desk.words), place.step, acts.step)


def status_of(desk: Desk, saved_at: dt.datetime | None, acts: Acts) -> QFrame:
    """Saved, which file, language, size of text."""
    words = desk.words
    facts = "" if desk.screens is None else str(desk.screens.workspace.book.path)
    size = words.say("Text {percent}", percent=words.percent(desk.look.percent))
    saved = saved_said(desk.screens, words, saved_at)
    status = Status(saved=saved, facts=facts, language=words.own_name, size=size)
    return status_bar(desk.look, status, choose_language=acts.languages, choose_size=acts.sizes)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say it; older Qt has no announcement, there the strip is read on request only."""
    made = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if made is not None and text:
        QtGui.QAccessible.updateAccessibility(made(widget, text))


def _way_to_notes(desk: Desk, place: Place) -> Sequence[QWidget]:
    """From a session to what a reviewer says of it, where somebody does or may."""
    if desk.screens is None or place.room != "session" or desk.look.tight:
        return ()
    words, number = desk.words, place.number
    if desk.screens.handing_back.is_packet:
        review = Place(room="review", number=number)
        return (button(desk.look, words.say("Review this session"), lambda: desk.go(review)),)
    n = desk.screens.answering.on_session(number)
    notes = Place(room="share", mode="reviews", number=number)
    text = words.count("{n} note of a review", "{n} notes of reviews", n)
    return (button(desk.look, text, lambda: desk.go(notes)),) if n else ()


def _tools(desk: Desk, acts: Acts) -> Sequence[Tool]:
    if desk.screens is None:
        return ()
    workspace, words = desk.screens.workspace, desk.words
    undo, redo = workspace.undo_step, workspace.redo_step
    return (
        Tool(icon="undo", tip=undo_tip(words, undo), act=acts.undo if undo else None),
        Tool(icon="redo", tip=redo_tip(words, redo), act=acts.redo if redo else None),
    )
