"""The frame round every page in words: rooms of the rail, facts of the head, what is saved."""

import datetime as dt
from dataclasses import dataclass

from hrplanner.model.backups import Holder
from hrplanner.model.errors import Refused
from hrplanner.usecases.minutes_life import life_of
from hrplanner.usecases.workspace import Step, Workspace
from hrplanner.viewmodels.minutes_life import state_said
from hrplanner.viewmodels.screens import Screens
from hrplanner.viewmodels.sessions import facts_of
from hrplanner.viewmodels.steps_said import step_said
from hrplanner.viewmodels.told import Told
from hrplanner.words.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHead:
    """The head of the session that is open."""

    title: str
    facts: str
    pill: str


def session_head(workspace: Workspace, words: Catalog) -> SessionHead:
    """Title, day and place, and how far the record has come."""
    session = workspace.opened()
    pill = state_said(words, life_of(workspace.book, session))
    return SessionHead(title=session.title, facts=facts_of(session, words), pill=pill)


def late_note(screens: Screens) -> str:
    """How many promises are late, for the rail; nothing where none is."""
    late = screens.today.late()
    return screens.words.say("{n} late", n=late) if late else ""


def saved_said(screens: Screens | None, words: Catalog, at: dt.datetime | None) -> str:
    """When the last change reached the disk."""
    if screens is None:
        return ""
    if screens.handing_back.is_packet:
        return words.say("A packet: to read and to review, nothing in it can be changed")
    if screens.workspace.book.read_only:
        return words.say("Only for reading")
    return words.say("Saved {time}", time=at.time()) if at is not None else words.say("Saved")


def last_saved(workspace: Workspace) -> dt.datetime | None:
    """When this book was last written, by the log; None for a book nothing was written in yet."""
    entries = workspace.book.last_entries(1)
    return entries[0].at.astimezone() if entries else None


def held_said(words: Catalog, holder: Holder) -> str:
    """Who has the book open, where and since when."""
    since = holder.since.astimezone()
    return words.say(
        "{who} has had this book open on {where} since {time}, and only one at a time can write in it. "
        "Open it again when it is closed there.",
        who=holder.who,
        where=holder.where,
        time=f"{words.date(since.date())}, {words.time(since.time())}",
    )


def left_said(words: Catalog, workspace: Workspace) -> str:
    """What is there of the work of a program that ended without closing the book."""
    lines = workspace.book.last_entries(1)
    if not lines:
        return words.say("Nothing that was saved is lost.")
    last, at = lines[0], lines[0].at.astimezone()
    return words.say(
        "Nothing that was saved is lost. The last step is of {time}: {step}. "
        "What was half typed has to be typed again.",
        time=f"{words.date(at.date())}, {words.time(at.time())}",
        step=step_said(words, Step(last.key, last.step, last.about)),
    )


def undo_tip(words: Catalog, step: Step | None) -> str:
    """What Undo would take back."""
    if step is None:
        return words.say("Nothing to undo")
    return words.say("Undo: {step}", step=step_said(words, step))


def redo_tip(words: Catalog, step: Step | None) -> str:
    """What Redo would make again."""
    if step is None:
        return words.say("Nothing to redo")
    return words.say("Redo: {step}", step=step_said(words, step))


def undone(workspace: Workspace, words: Catalog) -> Told:
    """Take the last step back, and say which."""
    step = workspace.undo()
    return Told() if step is None else Told(news=words.say("Undone: {step}", step=step_said(words, step)))


def redone(workspace: Workspace, words: Catalog) -> Told:
    """Make the last undone step again, and say which."""
    step = workspace.redo()
    return Told() if step is None else Told(news=words.say("Done again: {step}", step=step_said(words, step)))


def still_there(workspace: Workspace, number: str) -> bool:
    """Whether a session of this number is in the book; Undo may have taken it out."""
    try:
        workspace.book.session(number)
    except Refused:
        return False
    return True
