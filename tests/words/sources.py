"""What the source says: the codes it raises and the messages it marks, read without running it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PROBLEMS = {"Refused", "FileProblem"}
_ROWS = {"BadRow", "BadCell", "NotTaken", "Unreadable", "RowRefused"}


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    found = sorted((ROOT / "hrplanner").rglob("*.py"))
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in found)


def calls() -> Iterator[tuple[Path, str, ast.Call]]:
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                match node.func:
                    case ast.Name(id=name) | ast.Attribute(attr=name):
                        yield path, name, node


def problem_codes() -> set[str]:
    """Every code given to a refusal or a problem with a file as a literal."""
    return {code for _, name, call in calls() if name in _PROBLEMS for code in _codes(call.args[:1])}


def row_codes() -> set[str]:
    """Every code given to a row or a cell that an import leaves out."""
    return {code for _, name, call in calls() if name in _ROWS for code in _codes([*call.args, *_keywords(call)])}


def _keywords(call: ast.Call) -> list[ast.expr]:
    return [keyword.value for keyword in call.keywords if keyword.arg == "code"]


def _codes(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.Constant(value=str(code)):
                yield code
            case ast.IfExp(body=yes, orelse=no):
                yield from _codes([yes, no])
