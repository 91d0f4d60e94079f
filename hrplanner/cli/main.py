"""One run of the terminal: do the command that was asked for, say how it ended."""

import argparse
import io
import json
import os
import sys
from contextlib import suppress
from typing import TextIO

from hrplanner.cli.answers import Outcome
from hrplanner.cli.commands import BY_NAME
from hrplanner.cli.exit_codes import REFUSED
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.usecases.ports import Tools
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import explain


def run(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> int:
    """The exit code of one command; JSON and lines go to standard output, messages to standard error."""
    try:
        outcome = BY_NAME[asked.command](asked, tools, catalog)
    except (Refused, FileProblem) as problem:
        outcome = _refusal(problem, catalog)
    return _shown(outcome, asked, catalog)


def let_go_of_output() -> None:
    """What could not be written to standard output is not tried again when the program ends."""
    with suppress(io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _shown(outcome: Outcome, asked: argparse.Namespace, catalog: Catalog) -> int:
    """The exit code; the command is done by now, so an answer that nobody can read is said, and not a mistake."""
    try:
        _show(outcome, asked, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        let_go_of_output()
        _refusal(FileProblem("answer_not_written"), catalog)
        return REFUSED
    return outcome.code


def _show(outcome: Outcome, asked: argparse.Namespace, out: TextIO) -> None:
    if asked.json:
        json.dump(outcome.data, out, ensure_ascii=False, indent=2)
        out.write("\n")
        return
    out.writelines(f"{line}\n" for line in outcome.lines)


def _refusal(problem: Refused | FileProblem, catalog: Catalog) -> Outcome:
    """Says no to people on standard error, and hands the code over for programs."""
    said = explain(catalog, problem)
    sys.stderr.write(f"{said.happened} {said.why} {said.now}\n".replace("  ", " "))
    params = {name: str(value) for name, value in problem.params.items()}
    return Outcome(
        code=REFUSED, data={"refused": {"code": problem.code, "params": params, "text": said.happened}}, lines=()
    )
