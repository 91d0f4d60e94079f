"""Every word a person reads comes from a catalog: no sentence stands bare in the window, the terminal or on paper."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import Module, in_rooms

MARKS = {"say", "say_in", "count", "N_", "NC_"}
SHOWN = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "setStatusTip", "setTitle", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "QGroupBox",
    "showMessage", "print",
}  # fmt: skip
SENTENCE = re.compile(r"[A-Z][\w'’-]*,?( [\w'’()–-]+[,:;]?){2,}[.!?…]?|[A-Z][a-z'’-]+ [a-z'’-]+[.!?…]")
WORD = re.compile(r"[A-Za-z]{3,}")

# Bare on purpose, and why: the program's own name, names of fonts, and what Qt asks for in English to be translated.
NAMES = re.compile(r"hrplanner|Noto Sans( \w+)?|Nanum ?Gothic")
ASKED_BY_QT = "ui/qt_words.py"


def test_no_sentence_stands_bare() -> None:
    bare = [
        f"{module.at(text)} {text.value!r}"
        for module in in_rooms("ui", "viewmodels", "cli", "reports", "entry")
        for text in _texts_apart_from_marks(module)
        if module.place != ASKED_BY_QT and _is_sentence(str(text.value).strip())
    ]
    assert not bare


def test_what_is_put_on_a_widget_was_said_by_a_catalog() -> None:
    bare = [
        f"{module.at(call)} {text.value!r}"
        for module in in_rooms("ui", "cli", "entry")
        for name, call in module.calls()
        if name in SHOWN
        for argument in call.args
        for text in _texts(argument)
        if WORD.search(str(text.value)) and not NAMES.fullmatch(str(text.value))
    ]
    assert not bare


def _is_sentence(text: str) -> bool:
    return bool(SENTENCE.fullmatch(text)) and not NAMES.fullmatch(text)


def _texts_apart_from_marks(module: Module) -> Iterator[ast.Constant]:
    """String literals that are neither docstrings nor inside a call that marks a message."""
    marked = {
        part
        for name, call in module.calls()
        if name in MARKS
        for part in ast.walk(call)
        if isinstance(part, ast.Constant)
    }
    described = {
        node.value
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in marked | described:
            yield node


def _texts(argument: ast.expr) -> Iterator[ast.Constant]:
    """The literals of an argument: itself, the sides of a choice, the fixed parts of an f-string."""
    match argument:
        case ast.Constant(value=str()):
            yield argument
        case ast.IfExp(body=yes, orelse=no):
            yield from _texts(yes)
            yield from _texts(no)
        case ast.JoinedStr(values=parts):
            yield from (part for part in parts if isinstance(part, ast.Constant))
        case ast.BinOp(left=left, right=right):
            yield from _texts(left)
            yield from _texts(right)
