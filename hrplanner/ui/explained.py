"""Refusals, problems with files and bugs as messages of the window."""

from collections.abc import Callable

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.ui.parts.message import Message
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import explain

ReportBug = Callable[[BaseException, Catalog], str]


def message_of(problem: BaseException, words: Catalog, report_bug: ReportBug) -> Message:
    """What happened, why, what now; what nobody expected is a bug, and its report says where it lies."""
    if not isinstance(problem, Refused | FileProblem):
        return Message(what=report_bug(problem, words), tone="refused")
    said = explain(words, problem)
    return Message(what=said.happened, why=f"{said.why} {said.now}".strip(), tone="refused")
