"""Small enough to hold in the head; what is longer has its reason here."""

from __future__ import annotations

import ast
from statistics import median

from tests.architecture.source import Function, modules

FILE_LINES = 300
FUNCTION_LINES = 45
CLASS_METHODS = 15  # that others of ours may call: not the private ones, nor those with Qt's names that Qt calls

# Longer for a reason; what has become shorter leaves the list.
LONG_FILES: dict[str, str] = {
    "ui/main_window.py": "the one place that knows all that is round a page",
    "usecases/ports.py": "the ports: all that use cases ask of the world, in one place",
}
LONG_FUNCTIONS: dict[str, str] = {
    "model/record/sessions.py:session_from": "one line for each field of the format",
}
LARGE_CLASSES: dict[str, str] = {
    "usecases/workspace.py:Workspace": "the one door to the open book: run, undo, watch",
    "model/record/reader.py:RecordReader": "one method for each kind of field, so that every refusal names its place",
    "usecases/ports.py:Book": "a port: all that a use case may ask of a whole book, in one place",
    "usecases/ports.py:Tools": "a port: all that a command may ask of the computer, in one place",
    "entry/wiring.py:Wiring": "the tools behind that port",
    "storage/answers.py:Answers": "the questions behind the port of a book",
}


def test_files_are_short() -> None:
    long = {module.place for module in modules() if len(module.text.splitlines()) > FILE_LINES}
    assert long <= set(LONG_FILES)


def test_the_usual_file_is_about_a_hundred_lines() -> None:
    assert median(len(module.text.splitlines()) for module in modules() if module.text.strip()) <= 120


def test_functions_are_short() -> None:
    long = {
        f"{module.place}:{function.name}"
        for module in modules()
        for function in module.functions()
        if _lines(function) > FUNCTION_LINES
    }
    assert long <= set(LONG_FUNCTIONS)


def test_the_usual_function_is_half_a_dozen_lines() -> None:
    assert median(_lines(function) for module in modules() for function in module.functions()) <= 8


def test_classes_are_small() -> None:
    large = {
        f"{module.place}:{found.name}"
        for module in modules()
        for found in module.classes()
        if sum(isinstance(part, Function) and _is_public(part) for part in found.body) > CLASS_METHODS
    }
    assert large <= set(LARGE_CLASSES)


def _is_public(function: Function) -> bool:
    return not function.name.startswith("_") and function.name.islower()


def _lines(function: Function) -> int:
    """Lines of the body, the docstring left out."""
    documented = ast.get_docstring(function) is not None and len(function.body) > 1
    first = function.body[1] if documented else function.body[0]
    return (function.end_lineno or first.lineno) - first.lineno + 1
