"""The source as these tests read it: every module of the package with its text and its tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "hrplanner"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package; `place` is its path inside the package, with slashes: "model/session.py"."""

    place: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.place.split("/")[0].removesuffix(".py")

    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call with the last name of what is called: `path.open(...)` is "open"."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                match node.func:
                    case ast.Name(id=name) | ast.Attribute(attr=name):
                        yield name, node

    def imported(self) -> Iterator[str]:
        """Every imported name in full: "os.path", "PySide6.QtCore.Qt"."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def at(self, node: ast.stmt | ast.expr) -> str:
        return f"hrplanner/{self.place}:{node.lineno}"


@cache
def modules() -> tuple[Module, ...]:
    """All modules of the package, by place."""
    return tuple(
        Module(file.relative_to(PACKAGE).as_posix(), text, ast.parse(text, str(file)))
        for file in sorted(PACKAGE.rglob("*.py"))
        for text in [file.read_text(encoding="utf-8")]
    )


def in_rooms(*rooms: str) -> Iterator[Module]:
    """The modules of these rooms: `in_rooms("ui", "cli")`."""
    return (module for module in modules() if module.room in rooms)
