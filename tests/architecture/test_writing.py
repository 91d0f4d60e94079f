"""One way to write a file, one way to put text on paper."""

from __future__ import annotations

import ast

from tests.architecture.source import Module, modules

WRITERS = {"write_text", "write_bytes", "copyfile", "copy", "copy2", "move", "replace", "rename"}
OF_A_FILE = {"shutil", "os"}

# Who writes with its own hands, and why it may.
MAY_WRITE = {
    "entry/bugs.py": "the report of a bug must not lean on what may be broken",
    "storage/safety.py": "the one way: a new file beside the old, forced to disk, then exchanged",
    "storage/backups.py": "the engine writes the copy; it is forced to disk and exchanged as in safety.py",
    "storage/sealing.py": "the engine writes the new book; the bytes of the old one are overwritten after the exchange",
    "words/compile.py": "development time: compiled catalogs, never a person's file",
    "words/extraction.py": "development time: text catalogs, never a person's file",
}
# Who touches ReportLab's own paragraph: the one flowable that shapes every script.
MAY_USE_PARAGRAPH: dict[str, str] = {}


def test_files_are_written_in_one_place() -> None:
    written = [
        module.at(call)
        for module in modules()
        if module.place not in MAY_WRITE
        for name, call in module.calls()
        if (name == "open" and _opens_for_writing(call)) or (name in WRITERS and _is_of_a_file(name, call))
    ]
    assert not written


def test_no_second_way_to_save() -> None:
    names = ("QSaveFile", "QFile", "NamedTemporaryFile")
    assert not [
        f"{module.place}: {name}"
        for module in modules()
        if module.place not in MAY_WRITE
        for name in module.imported()
        if name.split(".")[-1] in names
    ]


def test_every_paragraph_is_shaped() -> None:
    raw = [
        module.at(call)
        for module in modules()
        if module.place not in MAY_USE_PARAGRAPH
        for name, call in module.calls()
        if name == "Paragraph" and "reportlab.platypus.Paragraph" in _origins(module)
    ]
    assert not raw


def test_the_lists_above_name_files_that_exist() -> None:
    places = {module.place for module in modules()}
    assert {*MAY_WRITE, *MAY_USE_PARAGRAPH} <= places


def _opens_for_writing(call: ast.Call) -> bool:
    """Whether a call of open() has a mode that writes, or one that cannot be read here."""
    is_method = isinstance(call.func, ast.Attribute)
    place = 0 if is_method else 1
    given = [*call.args[place : place + 1], *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    modes = [mode.value for mode in given if isinstance(mode, ast.Constant) and isinstance(mode.value, str)]
    return any(set("wax+") & set(mode) for mode in modes if len(mode) < 4)


def _is_of_a_file(name: str, call: ast.Call) -> bool:
    """Tell `shutil.copy` from a copy of anything else; `dataclasses.replace` and `str.replace` are none."""
    if name in {"write_text", "write_bytes"}:
        return True
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner)):
            return owner in OF_A_FILE
    return False


def _origins(module: Module) -> set[str]:
    return {name.replace("reportlab.platypus.paragraph.", "reportlab.platypus.") for name in module.imported()}
