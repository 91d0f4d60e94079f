"""One run of the terminal: do the command that was asked for, say how it ended."""

import argparse
import json
import sys
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
        _say_no(problem, asked, catalog)
        return REFUSED
    _show(outcome, asked, sys.stdout)
    return outcome.code


def _show(outcome: Outcome, asked: argparse.Namespace, out: TextIO) -> None:
    if asked.json:
        json.dump(outcome.data, out, ensure_ascii=False, indent=2)
        out.write("\n")
        return
    out.writelines(f"{line}\n" for line in outcome.lines)


def _say_no(problem: Refused | FileProblem, asked: argparse.Namespace, catalog: Catalog) -> None:
    said = explain(catalog, problem)
    sys.stderr.write(f"{said.happened} {said.why} {said.now}\n".replace("  ", " "))
    if asked.json:
        params = {name: str(value) for name, value in problem.params.items()}
        json.dump(
            {"refused": {"code": problem.code, "params": params, "text": said.happened}}, sys.stdout, ensure_ascii=False
        )
        sys.stdout.write("\n")
