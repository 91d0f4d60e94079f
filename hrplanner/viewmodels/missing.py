"""Who was missing last time, and what the records of a year do not say: the list that invitations begin from."""

import datetime as dt
from collections.abc import Iterable, Sequence

from hrplanner.model.counting import in_group_alone
from hrplanner.model.groups import AGE, GroupCode
from hrplanner.model.session import Session
from hrplanner.usecases.overview import missing_from
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import group_name
from hrplanner.viewmodels.sessions import day_of
from hrplanner.viewmodels.table import Cell, Column, Table, row
from hrplanner.viewmodels.years import Years
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

LOOKED_BACK = 12  # meetings that are looked through for when a group was seen last


def missing_people(workspace: Workspace, years: Years, words: Catalog, before: Session | None = None) -> Table:
    """The groups of which nobody came to the last meeting (that before this one), or of which nobody knows."""
    say = words.say
    columns = (
        Column(code="group", title=say("Group")),
        Column(code="why", title=say("Last time"), width=190),
        Column(code="since", title=say("Last seen"), width=160),
    )
    held = [one for one in _held(years) if before is None or _earlier(one, before)]
    if not held:
        return Table(say("Who was missing last time"), columns)
    codes = [one.code for one in workspace.office.groups if one.dimension != AGE]
    nobody, not_known = missing_from(years.session(held[-1]), codes)
    said = [(code, Cell(say("nobody came"), "attention")) for code in nobody]
    said += [(code, Cell(say("not known"))) for code in not_known]
    rows = tuple(
        row(code.encode(), group_name(workspace.office, words, code), cell, _last_seen(code, held, years, words))
        for code, cell in said
    )
    return Table(say("Who was missing last time"), columns, rows)


def gaps_of(sessions: Sequence[Session], workspace: Workspace, years: Years, words: Catalog) -> tuple[str, ...]:
    """What is missing in the records of these sessions, in sentences."""
    found = []
    listed = {line.id: line.listed for line in workspace.book.session_lines()}
    uncounted = sum(1 for one in sessions if _uncounted(one) and not listed.get(one.id))
    if uncounted:
        found.append(words.count("{n} session has nobody counted.", "{n} sessions have nobody counted.", uncounted))
    for code, number in _not_asked(sessions):
        what = labels.word(words, "dimension", code)
        found.append(
            words.count("{n} session did not ask: {what}.", "{n} sessions did not ask: {what}.", number, what=what)
        )
    undated = sum(1 for one in years.overview().sessions if one.date is None)
    if undated:
        found.append(
            words.count(
                "{n} session has no day and is in no year.", "{n} sessions have no day and are in no year.", undated
            )
        )
    return tuple(found)


def _uncounted(session: Session) -> bool:
    totals = (session.heads, session.signatures, session.heads_low)
    return all(one is None for one in totals) and not session.tallies


def _not_asked(sessions: Iterable[Session]) -> Sequence[tuple[str, int]]:
    found: dict[str, int] = {}
    for one in sessions:
        for dimension in one.not_asked:
            found[dimension] = found.get(dimension, 0) + 1
    return sorted(found.items())


def _held(years: Years) -> list[Session]:
    held = (one for one in years.overview().sessions if one.held is not False and one.date is not None)
    past = (one for one in held if one.date is not None and one.date <= years.today)
    return sorted(past, key=lambda one: (one.date or dt.date.min, one.number))


def _earlier(one: Session, than: Session) -> bool:
    return one.id != than.id and (than.date is None or one.date is None or one.date <= than.date)


def _last_seen(code: GroupCode, held: Sequence[Session], years: Years, words: Catalog) -> str:
    for one in reversed(held[-LOOKED_BACK:-1]):
        if in_group_alone(years.session(one), code).low > 0:
            return day_of(words, one.date, one.date_as_written)
    return words.say("not seen yet")
