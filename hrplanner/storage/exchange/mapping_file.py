"""Reads a mapping from TOML. A key that is not known is refused: a slip of the pen would lose a column unseen."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import is_group, standard_dimensions
from hrplanner.storage.exchange.days import CALENDARS
from hrplanner.storage.exchange.mapping import (
    CHILDREN,
    FIELDS,
    NEEDED,
    ROWS,
    Child,
    FieldSource,
    GroupSource,
    Mapping,
    Part,
    When,
)
from hrplanner.storage.exchange.sources import KINDS, Source
from hrplanner.storage.exchange.wordlists import About, folded
from hrplanner.storage.targets import check_readable

_MAX_BYTES = 1 << 20
_WHOLE = {"name", "calendar", "words", "part", "recognise", "source"}
_PART = {"row", "source", "fields", "session", "group", "when", *CHILDREN}
_SOURCE = {"kind", "encoding", "delimiter", "sheet", "header", "records", "section", "calendar"}
_FIELD = {
    *("column", "columns", "value", "join", "prefix", "split", "format", "calendar", "words", "unit", "about"),
    *("markup", "optional", "add"),
}
_GROUP = {*_FIELD, "yes", "under"}
# A session that the source does not number is known by its place in the file; one without a kind is of another kind.
_UNNAMED: dict[str, Any] = {"number": {"columns": ["@file", "@line"], "join": "-"}, "kind": {"value": "other"}}


def read_mapping(path: Path) -> Mapping:
    """The mapping in a TOML file; Refused names the key that is not right."""
    try:
        check_readable(path)
        if path.stat().st_size > _MAX_BYTES:
            raise FileProblem("file_too_large", limit=_MAX_BYTES)
        return mapping_of(tomllib.loads(path.read_bytes().decode("utf-8-sig")))
    except FileNotFoundError:
        raise FileProblem("mapping_missing") from None
    except OSError as problem:
        raise FileProblem("mapping_unreadable") from problem
    except UnicodeDecodeError:
        raise FileProblem("not_utf8", path=str(path)) from None
    except tomllib.TOMLDecodeError as problem:
        raise Refused("mapping_broken", detail=str(problem)) from None
    except (RecursionError, ValueError):
        raise Refused("toml_too_deep") from None


def mapping_of(table: dict[str, Any]) -> Mapping:
    """The mapping that a table of TOML describes."""
    shared = _table(table, "source")
    parts = table.get("part")
    if parts is None:
        _only(table, _WHOLE | _PART, "")
        parts = [{key: value for key, value in table.items() if key in _PART and key != "source"}]
    else:
        _only(table, _WHOLE, "")
    calendar = _calendar(table.get("calendar", shared.get("calendar", "gregorian")), "calendar")
    return Mapping(
        parts=tuple(_part(part, shared) for part in _tables(parts, "part")),
        name=str(table.get("name", "")),
        calendar=calendar,
        words={folded(word): _group_code(code, f"words.{word}") for word, code in _table(table, "words").items()},
    )


def _part(table: dict[str, Any], shared: dict[str, Any]) -> Part:
    _only(table, _PART, "part")
    row = table.get("row")
    if row not in ROWS:
        raise Refused("mapping_row", row=str(row), have=ROWS)
    if "fields" not in table:
        raise Refused("mapping_no_fields")
    fields = _flat(_table(table, "fields"))
    key = fields.pop("key", None)
    groups = [_group(one) for one in (*_groups_among(fields, row), *_tables(table.get("group", []), "group"))]
    if row == "session":
        fields = _UNNAMED | fields
    session, opens = (None, None) if row == "session" else _session_of_row(row, fields, table)
    missing = sorted(set(NEEDED[row]) - fields.keys())
    if missing:
        raise Refused("mapping_field_missing", field=f"fields.{missing[0]}")
    return Part(
        row=row,
        source=_source(shared | _table(table, "source")),
        fields=_fields(fields, FIELDS[row], "fields"),
        key=None if key is None else _field(key, "fields.key"),
        session=session,
        opens=opens,
        children=tuple(_child(kind, one) for kind in CHILDREN for one in _tables(table.get(kind, []), kind)),
        groups=tuple(groups),
        when=_when(table["when"]) if "when" in table else None,
    )


def _groups_among(fields: dict[str, Any], row: str) -> list[dict[str, Any]]:
    """Columns of a list of people that say a group, named among the other fields: `groups`, or a dimension as `sex`."""
    if row != "person":
        return []
    named = [name for name in ("groups", *standard_dimensions()) if name in fields and name not in FIELDS[row]]
    given = {name: fields.pop(name) for name in named}
    return [_table(given, name) for name in named]


def _session_of_row(
    row: str, fields: dict[str, Any], table: dict[str, Any]
) -> tuple[FieldSource, dict[str, FieldSource] | None]:
    """Which session a row belongs to, and what that session is made of where the mapping lets a row open it.

    A flat table repeats the fields of the session in every row, so these may stand among the row's own.
    """
    repeated = {
        name: fields.pop(name) for name in list(fields) if name in FIELDS["session"].keys() - FIELDS[row].keys()
    }
    number = fields.pop("session", None) or repeated.pop("number", None)
    repeated.pop("number", None)
    if number is None:
        raise Refused("mapping_field_missing", field="fields.session")
    given = repeated | _flat(_table(table, "session"))
    if given and not {"title", "kind"} <= given.keys():
        raise Refused("mapping_field_missing", field="session.title" if "title" not in given else "session.kind")
    return _field(number, "fields.session"), _fields(given, FIELDS["session"], "session") if given else None


def _source(table: dict[str, Any]) -> Source:
    _only(table, _SOURCE, "source")
    header = table.get("header", 1)
    kind = table.get("kind")
    if not isinstance(header, int) or isinstance(header, bool) or header < 1:
        raise Refused("mapping_value", key="source.header")
    if kind is not None and kind not in KINDS:
        raise Refused("mapping_value", key="source.kind")
    texts = {
        name: str(table[name]) for name in ("encoding", "delimiter", "sheet", "records", "section") if name in table
    }
    return Source(
        kind=kind,
        header=header,
        encoding=texts.get("encoding"),
        delimiter=texts.get("delimiter"),
        sheet=texts.get("sheet"),
        records=texts.get("records", ""),
        section=texts.get("section", ""),
    )


def _child(kind: str, table: dict[str, Any]) -> Child:
    each = table.get("each")
    split = table.get("split")
    groups = _tables(table.get("groups", []), f"{kind}.groups")
    fields = _fields(
        _flat({key: value for key, value in table.items() if key not in {"each", "split", "groups"}}),
        FIELDS[kind],
        kind,
    )
    if each is not None and not fields.get("text") and "text" in FIELDS[kind]:
        fields["text"] = FieldSource(column="@item")
    source = None
    if each is not None:
        source = _field(each if isinstance(each, dict) else {"column": each, "split": split}, f"{kind}.each")
    return Child(kind=kind, fields=fields, groups=tuple(_group(one) for one in groups), each=source)


def _fields(given: dict[str, Any], known: Iterable[str], where: str) -> dict[str, FieldSource]:
    names = set(known)
    for name in given:
        if name not in names and f"{name.split('.')[0]}.*" not in names:
            raise Refused("mapping_unknown_key", key=f"{where}.{name}")
    return {name: _field(value, f"{where}.{name}") for name, value in given.items()}


def _group(table: dict[str, Any]) -> GroupSource:
    _only(table, _GROUP, "group")
    yes = table.get("yes")
    under = table.get("under")
    plain = {key: value for key, value in table.items() if key not in {"yes", "under"}}
    if under is not None:
        plain["value"] = ""
    return GroupSource(
        source=_field(plain, "group"),
        yes=None if yes is None else _group_code(yes, "group.yes"),
        under=None if under is None else str(under),
    )


def _when(table: object) -> When:
    if not isinstance(table, dict) or "is" not in table:
        raise Refused("mapping_value", key="when")
    wanted = table["is"] if isinstance(table["is"], list) else [table["is"]]
    source = _field({key: value for key, value in table.items() if key != "is"}, "when")
    return When(source=source, words=frozenset(folded(str(word)) for word in wanted))


def _field(given: object, where: str) -> FieldSource:
    """A field of a mapping; a bare value is that value for every row."""
    if not isinstance(given, dict):
        return FieldSource(value=given)
    table = {key: value for key, value in given.items() if value is not None}
    _only(table, _FIELD, where)
    if sum(key in table for key in ("column", "columns", "value")) != 1:
        raise Refused("mapping_value", key=where)
    if table.get("markup", "html") != "html":
        raise Refused("mapping_value", key=f"{where}.markup")
    words = {folded(word): str(meaning) for word, meaning in _table(table, "words").items()}
    return FieldSource(
        column=str(table["column"]) if "column" in table else None,
        columns=_texts(table.get("columns", ()), f"{where}.columns"),
        value=table.get("value"),
        join=str(table.get("join", " ")),
        prefix=str(table.get("prefix", "")),
        split=str(table["split"]) if table.get("split") else None,
        formats=_texts(table.get("format", ()), f"{where}.format"),
        calendar=_calendar(table["calendar"], f"{where}.calendar") if "calendar" in table else None,
        words=words,
        units=_texts(table.get("unit", ()), f"{where}.unit"),
        about=_about(table.get("about"), f"{where}.about"),
        markup=table.get("markup"),
        optional=table.get("optional") is True,
        added=table.get("add") is True,
    )


def _about(given: object, where: str) -> About | None:
    if given is None:
        return None
    if isinstance(given, dict) and all(isinstance(value, int) for value in given.values()):
        return About(int(given.get("below", 0)), int(given.get("above", 0)))
    if isinstance(given, int) and 0 <= given <= 100:
        return About(given, given)
    raise Refused("mapping_value", key=where)


def _calendar(given: object, where: str) -> str:
    if given not in CALENDARS:
        raise Refused("mapping_value", key=where, have=CALENDARS)
    return str(given)


def _group_code(given: object, where: str) -> str:
    if not isinstance(given, str) or (given and not is_group(given)):
        raise Refused("unknown_group", group=str(given), key=where)
    return given


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """`response.answer = {...}` is a table inside a table for TOML, and one field for a mapping."""
    fields: dict[str, Any] = {}
    for name, value in table.items():
        if isinstance(value, dict) and value and not value.keys() & _FIELD:
            fields |= _flat(value, f"{prefix}{name}.")
        else:
            fields[f"{prefix}{name}"] = value
    return fields


def _only(table: dict[str, Any], known: set[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise Refused("mapping_unknown_key", key=f"{where}.{key}".lstrip("."))


def _table(table: dict[str, Any], name: str) -> dict[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise Refused("mapping_value", key=name)
    return found


def _tables(given: object, where: str) -> list[dict[str, Any]]:
    rows = [given] if isinstance(given, dict) else given
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Refused("mapping_value", key=where)
    return rows


def _texts(given: object, where: str) -> tuple[str, ...]:
    if isinstance(given, str):
        return (given,)
    if isinstance(given, list | tuple) and all(isinstance(one, str) for one in given):
        return tuple(given)
    raise Refused("mapping_value", key=where)
