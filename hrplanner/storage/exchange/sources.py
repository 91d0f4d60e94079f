"""Which kind of file a source is, and its rows. Kinds are known by content first, by ending second."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from hrplanner.model.errors import FileProblem
from hrplanner.storage.exchange.csv_rows import csv_rows
from hrplanner.storage.exchange.json_rows import json_rows
from hrplanner.storage.exchange.pabulib_rows import pabulib_rows
from hrplanner.storage.exchange.rows import BadRow, Row
from hrplanner.storage.exchange.xlsx_rows import xlsx_rows
from hrplanner.storage.targets import check_readable

KINDS = ("csv", "xlsx", "json", "pabulib")
# Files whose first bytes say that no table is inside.
_NO_TABLES = (
    *(b"%PDF", b"SQLite format 3\x00", b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
    *(b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"{\\rtf", b"\x7fELF", b"MZ\x90"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # an old .xls, or a workbook under a password
_SAMPLE = 1 << 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """How a file is to be read; what is not said is found out."""

    kind: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header: int = 1
    records: str = ""
    section: str = ""


def kind_of(path: Path) -> str:
    """One of `KINDS`; refuses folders, empty files and files without a table."""
    sample = _first_bytes(path)
    if sample.startswith(b"PK\x03\x04"):
        return "xlsx"
    if sample.startswith(_OLD_OFFICE):
        raise FileProblem("old_or_protected_workbook")
    if sample.startswith(_NO_TABLES):
        raise FileProblem("not_a_table")
    if not sample.strip():
        raise FileProblem("file_empty")
    return _kind_of_text(path, sample)


def read_rows(path: Path, source: Source) -> Iterator[Row | BadRow]:
    """The rows of the source, in its order, as a stream whose first row is already read: a bad file fails here."""
    kind = source.kind or kind_of(path)
    match kind:
        case "csv":
            rows = csv_rows(path, encoding=source.encoding, delimiter=source.delimiter, header=source.header)
        case "xlsx":
            rows = xlsx_rows(path, sheet=source.sheet, header=source.header)
        case "json":
            rows = json_rows(path, encoding=source.encoding, records=source.records)
        case "pabulib":
            rows = pabulib_rows(path, section=source.section, encoding=source.encoding)
        case _:
            raise FileProblem("kind_unknown", kind=kind, have=KINDS)
    return _opened(rows)


def digest_of(path: Path) -> bytes:
    """SHA-256 of the file's bytes, by which the same source is known again."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _opened(rows: Iterator[Row | BadRow]) -> Iterator[Row | BadRow]:
    for first in rows:
        return chain((first,), rows)
    return iter(())


def _first_bytes(path: Path) -> bytes:
    try:
        check_readable(path)
        with path.open("rb") as file:
            return file.read(_SAMPLE)
    except FileNotFoundError:
        raise FileProblem("file_missing") from None
    except IsADirectoryError:
        raise FileProblem("is_a_folder", path=str(path)) from None
    except OSError as problem:
        raise FileProblem("file_unreadable") from problem


def _kind_of_text(path: Path, sample: bytes) -> str:
    text = sample.lstrip(b"\xef\xbb\xbf").lstrip()
    ending = path.suffix.lower()
    first_line = text.splitlines()[0].strip() if text else b""
    if ending == ".pb" or (first_line == b"META" and b"\nPROJECTS" in sample):
        return "pabulib"
    if ending == ".json" or (text[:1] in b"[{" and ending not in {".csv", ".tsv", ".txt"}):
        return "json"
    if _looks_binary(sample):
        raise FileProblem("not_a_table")
    return "csv"


def _looks_binary(sample: bytes) -> bool:
    """Whether the bytes are neither text nor the zeros of UTF-16."""
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0c\x00\x1b" for byte in sample)
    return controls > len(sample) * 0.02 + 2
