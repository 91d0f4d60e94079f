"""What `hrplanner merge` does: take in a copy of the book that was worked on elsewhere, and say what it did."""

import argparse
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hrplanner.cli.answers import Outcome
from hrplanner.cli.exit_codes import DONE, NOT_IN_ORDER
from hrplanner.model.merging.outcome import MergeOutcome
from hrplanner.usecases.merging import merge_books, preview_merge
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.questions import Question, open_questions
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.questions import asked, renumbered
from hrplanner.words.catalog import Catalog


def merge(asked_for: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """Takes the other copy in, or says what that would do; 1 where people must choose between two values."""
    no_questions: tuple[Question, ...] = ()
    with tools.visiting(Path(asked_for.other)) as other:
        space = Workspace(tools.open_book(Path(asked_for.file)))
        try:
            if asked_for.dry_run:
                outcome, questions = preview_merge(space, other), no_questions
            else:
                outcome = merge_books(space, other, agreed=asked_for.agreed)
                questions = open_questions(space.book)
        finally:
            space.book.close()
    lines = (*_lines(outcome, catalog, rehearsed=asked_for.dry_run), *(asked(catalog, one) for one in questions))
    return Outcome(
        code=NOT_IN_ORDER if questions else DONE,
        data={**_data(outcome), "questions": [_question(one) for one in questions]},
        lines=lines,
    )


def _lines(outcome: MergeOutcome, catalog: Catalog, *, rehearsed: bool) -> Iterator[str]:
    if not outcome.entries:
        yield catalog.say("There is nothing new in the other copy.")
        return
    yield catalog.say(
        "{came} rows new, {changed} changed, {gone} removed.",
        came=sum(outcome.came.values()),
        changed=sum(outcome.changed.values()),
        gone=sum(outcome.gone.values()),
    )
    yield from (renumbered(catalog, one) for one in outcome.renumbered)
    if outcome.forked:
        yield catalog.say("Both files had gone on as one copy, as after copying by hand; they were told apart.")
    if outcome.ahead_days:
        yield catalog.count(
            "The clock of the other computer is {n} day ahead.",
            "The clock of the other computer is {n} days ahead.",
            outcome.ahead_days,
        )
    if rehearsed:
        yield catalog.say("Nothing was changed.")


def _data(outcome: MergeOutcome) -> dict[str, Any]:
    return {
        "entries": len(outcome.entries),
        "new": {str(kind): count for kind, count in outcome.came.items()},
        "changed": {str(kind): count for kind, count in outcome.changed.items()},
        "removed": {str(kind): count for kind, count in outcome.gone.items()},
        "renumbered": [
            {"kind": str(one.kind), "session": one.session, "old": one.old, "new": one.new}
            for one in outcome.renumbered
        ],
        "forked": outcome.forked,
        "days_ahead": outcome.ahead_days,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "kind": str(question.kind),
        "session": question.number,
        "field": question.field,
        "about": question.about,
        "before": question.before,
        "options": [
            {"value": option.value, "by": option.actor, "at": _when(option.at), "here": option.here}
            for option in question.options
        ],
    }


def _when(at: dt.datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None
