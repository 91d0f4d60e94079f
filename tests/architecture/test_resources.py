"""What the program brings along is what its lists say: the same bytes, each with its licence."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from tests.architecture.source import ROOT

RESOURCES = ROOT / "resources"
FONTS = RESOURCES / "fonts"
TEXTS = {".toml", ".json", ".md", ".txt", ".svg", ".html", ".csv"}


def test_fonts_are_the_files_they_are_said_to_be() -> None:
    listed = tomllib.loads((FONTS / "SOURCES.toml").read_text(encoding="utf-8"))["file"]
    changed = [file["path"] for file in listed if _digest(FONTS / file["path"]) != file["sha256"]]
    assert not changed
    found = {path.relative_to(FONTS).as_posix() for path in FONTS.rglob("*.[to]tf")}
    assert found == {file["path"] for file in listed}


def test_every_font_lies_beside_its_licence() -> None:
    assert not [path for path in FONTS.rglob("*.[to]tf") if not (path.parent / "OFL.txt").is_file()]


def test_texts_are_utf8_with_plain_line_ends() -> None:
    odd = [
        path.relative_to(ROOT).as_posix()
        for path in RESOURCES.rglob("*")
        if path.suffix in TEXTS and (b"\r" in path.read_bytes() or not _is_utf8(path))
    ]
    assert not odd


def test_tables_can_be_read() -> None:
    for path in RESOURCES.rglob("*.toml"):
        tomllib.loads(path.read_text(encoding="utf-8"))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _is_utf8(path: Path) -> bool:
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True
