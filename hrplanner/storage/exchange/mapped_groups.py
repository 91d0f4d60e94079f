"""How columns put people into groups, and out of them: a yes, a no and silence are three answers."""

from __future__ import annotations

from collections.abc import Callable

from hrplanner.storage.exchange.amounts import Unreadable
from hrplanner.storage.exchange.cells import RowRefused, Setting, fetch_of, group_of, pieces_of, text_of, yes_or_no
from hrplanner.storage.exchange.mapping import GroupSource
from hrplanner.storage.exchange.rows import BadCell, Row, blank
from hrplanner.storage.exchange.wordlists import folded

Fill = Callable[[Row, dict[str, object]], None]


def group_filler(sources: tuple[GroupSource, ...], setting: Setting) -> Fill:
    """Fills in which groups a person is in and said no to; what was not said stays unknown."""
    fills = [_group_fill(source, setting) for source in sources]

    def fill(row: Row, record: dict[str, object]) -> None:
        inside: list[str] = []
        outside: list[str] = []
        for one in fills:
            one(row, inside, outside)
        if inside:
            record["groups"] = sorted(set(inside))
        if outside:
            record["not_in"] = sorted(set(outside) - set(inside))

    return fill


def _group_fill(group: GroupSource, setting: Setting) -> Callable[[Row, list[str], list[str]], None]:
    if group.under is not None:
        return _choices(group, group.under, setting)
    fetch, source, yes = fetch_of(group.source, setting), group.source, group.yes
    known: dict[object, list[str]] = {}

    def fill(row: Row, inside: list[str], outside: list[str]) -> None:
        cell = None if fetch is None else fetch(row)
        if blank(cell):
            return
        if isinstance(cell, BadCell):
            raise RowRefused(source.name, cell.code)
        try:
            if yes is not None:
                answer = yes_or_no(source.words.get(folded(text_of(cell)), cell))
                if answer is not None:
                    (inside if answer else outside).append(yes)
                return
            codes = known.get(cell) if isinstance(cell, str) else None
            if codes is None:
                found = (group_of(piece, source, setting) for piece in pieces_of(cell, source.split))
                codes = [code for code in found if code is not None]
                if isinstance(cell, str) and len(known) < 10_000:
                    known[cell] = codes
            inside += codes
        except Unreadable as problem:
            raise RowRefused(source.name, str(problem)) from None

    return fill


def _choices(group: GroupSource, under: str, setting: Setting) -> Callable[[Row, list[str], list[str]], None]:
    """A question with several answers, exported as one column for each: `groups/dalit` holds 1, 0 or nothing."""
    columns: dict[str, str] = {}
    for name in setting.have:
        question, mark, choice = _split_choice(name)
        if mark and (question == under or question.endswith(f"{mark}{under}")):
            columns[name] = folded(choice)

    def fill(row: Row, inside: list[str], outside: list[str]) -> None:
        for column, word in columns.items():
            cell = row.cells.get(column)
            if blank(cell):
                continue
            try:
                answer = yes_or_no(cell)
                code = group_of(word, group.source, setting)
            except Unreadable as problem:
                raise RowRefused(column, str(problem)) from None
            if code is not None and answer is not None:
                (inside if answer else outside).append(code)

    return fill


def _split_choice(name: str) -> tuple[str, str, str]:
    """`register/groups/dalit` is the choice `dalit` of the question `register/groups`."""
    mark = next((mark for mark in ("/", ":") if mark in name), "")
    return name.rpartition(mark) if mark else (name, "", "")
