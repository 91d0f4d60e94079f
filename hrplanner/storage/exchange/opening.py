"""Opens somebody else's file for an import: with the mapping given, else with the one that recognises it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.incoming import Incoming, IncomingFile, NotTaken
from hrplanner.places import resources
from hrplanner.storage.exchange.cells import RowRefused
from hrplanner.storage.exchange.headers import find_column
from hrplanner.storage.exchange.json_rows import json_value
from hrplanner.storage.exchange.mapped_rows import rows_of_part
from hrplanner.storage.exchange.mapping import FIELDS
from hrplanner.storage.exchange.mapping import Mapping as RowMapping
from hrplanner.storage.exchange.mapping_file import mapping_of, read_mapping
from hrplanner.storage.exchange.rows import BadCell, Row, clean
from hrplanner.storage.exchange.sources import Source, digest_of, kind_of, read_rows
from hrplanner.storage.exchange.wordlists import folded, wordlists

_OURS = ("hrplan-session/", "hrplan-body/")


def open_source(
    path: Path, mapping: Path | Mapping[str, Any] | None = None, *, learned: Mapping[str, str]
) -> IncomingFile:
    """The rows of a file as they are to be taken in; `learned` are the words for groups that the book remembers.

    Raises FileProblem or Refused where file, mapping or a column of it cannot be used; `missing_column` names it.
    """
    kind = kind_of(path)
    if mapping is None and kind == "json":
        records = _own_records(path)
        if records is not None:
            return IncomingFile(digest=digest_of(path), rows=_own_rows(records))
    using = _recognised(path, kind) if mapping is None else _given(mapping)
    words = {folded(word): code for word, code in learned.items()} | dict(using.words)
    streams = [
        rows_of_part(path, part, calendar=using.calendar, groups=words, number=number)
        for number, part in enumerate(using.parts)
    ]
    return IncomingFile(digest=digest_of(path), rows=_started(streams), scope=using.name, words=_new_words(using.words))


def _given(mapping: Path | Mapping[str, Any]) -> RowMapping:
    """The mapping of a file, or one that was said column by column in the window."""
    return mapping_of(dict(mapping)) if isinstance(mapping, Mapping) else read_mapping(mapping)


def _new_words(words: Mapping[str, str]) -> Mapping[str, str]:
    """Those that no shipped table knows: what a person taught."""
    return {word: code for word, code in words.items() if code and wordlists().groups.get(word) != code}


def _started(streams: list[Iterator[Incoming | NotTaken]]) -> Iterator[Incoming | NotTaken]:
    """All streams in order, the first row of each already made, so that a column that is missing is said at once."""
    firsts = [list(_first(stream)) for stream in streams]
    return chain.from_iterable(chain(first, stream) for first, stream in zip(firsts, streams, strict=True))


def _first(stream: Iterator[Incoming | NotTaken]) -> Iterator[Incoming | NotTaken]:
    for row in stream:
        yield row
        return


# ------------------------------------------------------------------------------------------ our own records


def _own_records(path: Path) -> list[object] | None:
    """The records of ours in a file: one, a list, or under `sessions` or `bodies`; None where it holds others."""
    value = json_value(path)
    records: object = value
    if isinstance(value, dict) and "format" not in value:
        lists = [value[name] for name in ("bodies", "sessions") if isinstance(value.get(name), list)]
        records = [one for some in lists for one in some] if lists else value
    found = records if isinstance(records, list) else [records]
    ours = any(isinstance(one, dict) and str(one.get("format", "")).startswith(_OURS) for one in found)
    return found if ours else None


def _own_rows(records: list[object]) -> Iterator[Incoming | NotTaken]:
    for number, record in enumerate(records, start=1):
        if not isinstance(record, dict):
            yield NotTaken(number, None, "not_an_object")
            continue
        try:
            row = "body" if str(record.get("format", "")).startswith("hrplan-body/") else "session"
            yield Incoming(line=number, row=row, record=_cleaned(record, ""))
        except RowRefused as problem:
            yield NotTaken(number, problem.column, problem.code)


def _cleaned(value: Any, where: str) -> Any:
    """The value with the text of every part of it cleaned; a refusal names the place."""
    if isinstance(value, str):
        text = clean(value)
        if isinstance(text, BadCell):
            raise RowRefused(where, text.code)
        return text
    if isinstance(value, dict):
        return {name: _cleaned(inner, f"{where}.{name}".lstrip(".")) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner, f"{where}[{place}]") for place, inner in enumerate(value)]
    return value


# ------------------------------------------------------------------------------------------ shipped mappings


def _recognised(path: Path, kind: str) -> RowMapping:
    """The shipped mapping that knows the kind of file or its columns, else the fields' own names as columns."""
    have = _columns(path, kind)
    for file in sorted((resources() / "exchange").glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        signs: dict[str, Any] = table.get("recognise", {})
        if not signs or signs.get("kind", kind) != kind:
            continue
        if all(find_column(column, have) for column in signs.get("columns", ())):
            return mapping_of(table)
    own = _by_own_names(have)
    if own is None:
        raise Refused("mapping_needed", have=have)
    return own


def _columns(path: Path, kind: str) -> tuple[str, ...]:
    if kind == "pabulib":
        return ()
    try:
        row = next((row for row in read_rows(path, Source()) if isinstance(row, Row)), None)
    except FileProblem as problem:
        if problem.code == "records_missing":
            return ()
        raise
    if row is None:
        raise FileProblem("file_empty")
    return tuple(row.cells)


def _by_own_names(have: tuple[str, ...]) -> RowMapping | None:
    """Columns that are called as the fields of a row are: what a spreadsheet made for this program looks like."""
    for row, needed in (
        ("session", {"number", "title", "kind"}),
        ("person", {"session"}),
        ("issue", {"session", "text"}),
    ):
        if needed <= set(have):
            fields = {name: {"column": name} for name in have if name in {*FIELDS[row], "session", "key"}}
            if row == "session":
                fields.pop("session", None)
            table: dict[str, Any] = {"row": row, "fields": fields}
            if row == "person" and "text" in have:
                continue
            if row == "person":
                table["group"] = [{"column": name, "split": " "} for name in have if name in {"groups", "sex"}]
            return mapping_of(table)
    return None
