"""Copies that the book made by itself: when, why, and what bringing one back would change."""

import datetime as dt

from hrplanner.model.backups import Backup
from hrplanner.usecases.ports import Book
from hrplanner.viewmodels.soundness_said import said
from hrplanner.viewmodels.table import Column, Row, Table, row
from hrplanner.words.catalog import Catalog

EVERY = dt.timedelta(minutes=30)


def is_due(newest: Backup | None, saved_at: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether something was saved since the last copy and that is half an hour ago; a clock set back waits for none."""
    if saved_at is None:
        return False
    return newest is None or not dt.timedelta(0) <= now.astimezone(dt.UTC) - newest.made < EVERY


def backup_table(words: Catalog, backups: tuple[Backup, ...]) -> Table:
    """The copies, the one with the most in it first."""
    say = words.say
    columns = (
        Column(code="made", title=say("Made"), width=200),
        Column(code="why", title=say("Why")),
        Column(code="entries", title=say("Steps"), width=96, number=True),
        Column(code="size", title=say("Size"), width=110, number=True),
    )
    return Table(say("Copies of this book"), columns, tuple(_line(words, one) for one in backups))


def made_said(words: Catalog, backup: Backup) -> str:
    """The day and the time of a copy, by this computer's clock."""
    here = backup.made.astimezone()
    return f"{words.date(here.date())}, {words.time(here.time())}"


def difference(words: Catalog, now: Book | None, then: Book) -> tuple[str, ...]:
    """What bringing a copy back would change, in at most a few lines; `now` is None where the book cannot be read."""
    old = {line.number: line for line in then.session_lines()}
    lines = [
        words.count(
            "The copy holds {n} session of {office}.",
            "The copy holds {n} sessions of {office}.",
            len(old),
            office=then.office().name,
        )
    ]
    if now is not None:
        new = {line.number: line for line in now.session_lines()}
        gone, back = sorted(new.keys() - old.keys()), sorted(old.keys() - new.keys())
        changed = sorted(number for number in new.keys() & old.keys() if new[number] != old[number])
        pairs = (
            (back, words.say("Would come back: {sessions}", sessions=_few(words, back))),
            (gone, words.say("Would no longer be in the book: {sessions}", sessions=_few(words, gone))),
            (changed, words.say("Would be as they were: {sessions}", sessions=_few(words, changed))),
        )
        lines += [text for numbers, text in pairs if numbers]
        if not (gone or back or changed):
            lines.append(words.say("The lists of sessions are the same as now."))
    elif old:
        lines.append(words.say("Sessions in it: {sessions}", sessions=_few(words, sorted(old))))
    return tuple(lines)


def _few(words: Catalog, numbers: list[str], most: int = 8) -> str:
    shown = words.list(numbers[:most])
    return shown if len(numbers) <= most else f"{shown} …"


def _line(words: Catalog, one: Backup) -> Row:
    size = f"{words.number(max(1, one.size // 1000))} kB"
    return row(
        str(one.path).encode(),
        made_said(words, one),
        said(words, "backup", one.reason),
        words.number(one.entries),
        size,
    )
