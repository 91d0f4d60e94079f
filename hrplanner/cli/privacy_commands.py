"""Privacy in the terminal: who is named, erasing for good, how long names are kept, restricted fields, the log."""

import argparse
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType

from hrplanner.cli.answers import Outcome
from hrplanner.cli.secret_files import secret_file
from hrplanner.model.errors import Refused
from hrplanner.model.people import Consent, Purpose
from hrplanner.model.privacy import SENSITIVE, Erased, NamedPerson
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.privacy import (
    agree,
    erase_people,
    find_people,
    keep_names,
    kept_of,
    let_names_go,
    names_due,
    remove_scans,
    switch_off,
    switch_on,
    told_lines,
)
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.privacy import erased_said, kept_said, scans_removed_said, step_told
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import word

_READING = frozenset({"show", "log"})


def privacy(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """What the book holds of people, and what is done with it."""
    space = Workspace(tools.open_book(Path(asked.file), read_only=asked.action in _READING))
    try:
        return _ACTIONS[asked.action](asked, space, catalog)
    finally:
        space.book.close()


def _show(asked: argparse.Namespace, space: Workspace, catalog: Catalog) -> Outcome:
    del asked
    office, book = space.office, space.book
    named, going = len(find_people(book)), names_due(book, office, today=_today())
    due, kept = len(going), kept_of(book, going)
    data = {
        "named": named,
        "due": due,
        "due_kept": asdict(kept),
        "months": office.names_kept,
        "because": office.kept_because,
        "restricted": {name: office.restricted.get(name) for name in SENSITIVE},
    }
    time = (
        catalog.say("Names are kept for good.")
        if office.names_kept is None
        else catalog.count("Names are kept for {n} month.", "Names are kept for {n} months.", office.names_kept)
    )
    lines = (
        catalog.count("{n} line of a list has a name.", "{n} lines of lists have names.", named),
        time,
        catalog.count("The time of {n} name is over.", "The time of {n} names is over.", due),
        *kept_said(catalog, kept),
        *(f"{name}: {office.restricted.get(name) or catalog.say('switched off')}" for name in SENSITIVE),
    )
    return Outcome(data=data, lines=lines)


def _erase(asked: argparse.Namespace, space: Workspace, catalog: Catalog) -> Outcome:
    people = _people(asked, space)
    removed = remove_scans(space.book, people) if asked.scans else 0
    done = _said(erase_people(space.book, people), catalog)
    gone = (scans_removed_said(catalog, removed),) if removed else ()
    return Outcome(data={**done.data, "scans_removed": removed}, lines=(*gone, *done.lines))


def _consent(asked: argparse.Namespace, space: Workspace, catalog: Catalog) -> Outcome:
    """What somebody agreed to; an answer goes onto every line of this person that is asked about."""
    found = _people(asked, space)
    if asked.to and asked.answer:
        found = agree(space, found, Purpose(asked.to), Consent(asked.answer))
    elif asked.to or asked.answer:
        raise Refused("field_missing", field="answer" if asked.to else "purpose")
    told = [(one, space.book.session(one.number).person(one.id)) for one in found]
    data = [
        {"session": one.number, "code": one.code, "consent": {purpose: person.answer(purpose) for purpose in Purpose}}
        for one, person in told
    ]
    lines = [
        f"{one.number}  {one.name}  {word(catalog, 'purpose', purpose)}: {word(catalog, 'consent', answer)}"
        for one, person in told
        for purpose, answer in ((purpose, person.answer(purpose)) for purpose in Purpose)
    ]
    return Outcome(data={"people": data}, lines=tuple(lines))


def _people(asked: argparse.Namespace, space: Workspace) -> tuple[NamedPerson, ...]:
    name = secret_file(asked.name_file) if asked.name_file else None
    if name is None and not (asked.session and asked.code):
        raise Refused("nobody_to_erase")
    return find_people(space.book, name=name, number=asked.session, code=asked.code)


def _due(asked: argparse.Namespace, space: Workspace, catalog: Catalog) -> Outcome:
    del asked
    return _said(let_names_go(space.book, space.office, today=_today()), catalog)


def _keep(asked: argparse.Namespace, space: Workspace, catalog: Catalog) -> Outcome:
    why = asked.reason or ""
    office = space.run_office("keep_names", lambda one: keep_names(one, months=asked.months, because=why))
    return Outcome(data={"months": office.names_kept, "because": office.kept_because}, lines=(catalog.say("Noted."),))


def _on(asked: argparse.Namespace, space: Workspace, catalog: Catalog) -> Outcome:
    field, why = asked.field or "", asked.reason or ""
    space.run_office("switch_field", lambda office: switch_on(office, field, because=why), about=field)
    return Outcome(data={"restricted": dict(space.office.restricted)}, lines=(catalog.say("Noted."),))


def _off(asked: argparse.Namespace, space: Workspace, catalog: Catalog) -> Outcome:
    field = asked.field or ""
    space.run_office("switch_field", lambda office: switch_off(office, field), about=field)
    return Outcome(data={"restricted": dict(space.office.restricted)}, lines=(catalog.say("Noted."),))


def _log(asked: argparse.Namespace, space: Workspace, catalog: Catalog) -> Outcome:
    del asked
    told = told_lines(space.book)
    data = [{"at": one.at.isoformat(), "step": one.step, "about": one.about, "actor": one.actor} for one in told]
    lines = tuple(f"{one.at.astimezone():%Y-%m-%d %H:%M}  {step_told(catalog, one)}" for one in told)
    return Outcome(data={"log": data}, lines=lines or (catalog.say("Nothing was handed out, restored or erased yet."),))


def _said(erased: Erased, catalog: Catalog) -> Outcome:
    data = {"people": erased.people, "entries": erased.entries, **asdict(erased.kept)}
    return Outcome(data=data, lines=erased_said(catalog, erased))


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, Workspace, Catalog], Outcome]] = MappingProxyType(
    {
        "show": _show,
        "erase": _erase,
        "due": _due,
        "keep": _keep,
        "on": _on,
        "off": _off,
        "log": _log,
        "consent": _consent,
    }
)
