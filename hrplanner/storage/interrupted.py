"""A save that a dead program left half done is taken back when the book is next opened, also only to read or check."""

from __future__ import annotations

from pathlib import Path

from hrplanner.model.sealing import BookKey
from hrplanner.storage.engine import open_engine
from hrplanner.storage.safety import said_by_book


def finish_interrupted_save(path: Path, *, key: BookKey | None = None) -> None:
    """Take back what a program that died had half written; where that is not possible, reading says so."""
    if not journal_of(path).exists():
        return
    engine = open_engine(path, access="write", key=key)
    try:
        with said_by_book(path, doing="reading"), engine.begin() as connection:
            connection.exec_driver_sql("select count(*) from sqlite_schema")
    finally:
        engine.dispose()


def journal_of(path: Path) -> Path:
    """Where the old pages lie while a save is under way."""
    return Path(f"{path}-journal")
