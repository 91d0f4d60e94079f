"""Refusals and problems with files as messages of the window."""

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.ui.parts.message import Message
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import explain


def message_of(problem: Refused | FileProblem, words: Catalog) -> Message:
    """What happened, why, what now."""
    said = explain(words, problem)
    return Message(what=said.happened, why=f"{said.why} {said.now}".strip(), tone="refused")
