"""Sealing a book in the terminal: whether it is, on, off, another password, and its recovery sheet."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from hrplanner.cli.answers import Outcome
from hrplanner.cli.passwords import new_password, opener_for
from hrplanner.keys.book_key import new_book_key
from hrplanner.model.errors import Refused
from hrplanner.model.office import Office
from hrplanner.model.sealing import BookKey
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.sealing import change_password, key_for, seal, unseal, with_sheet
from hrplanner.words.catalog import Catalog

Action = Callable[[argparse.Namespace, Tools, Catalog], Outcome]


def seal_(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """The seal of a book."""
    return _ACTIONS[asked.action](asked, tools, catalog)


def made_sealed(asked: argparse.Namespace, tools: Tools, catalog: Catalog, office: Office) -> Outcome:
    """A new book that is sealed from its first page on, and its sheet."""
    out, path = _sheet_place(asked, tools), Path(asked.file)
    key = new_book_key(new_password(asked, path, catalog))
    tools.create_book(path, office, key=key).close()
    said = catalog.say("Made {file}.", file=str(path))
    return _sealed(said, key, out, asked=asked, tools=tools, catalog=catalog)


def _show(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    sealed = tools.salt_of(Path(asked.file)) is not None
    said = catalog.say("The book is sealed.") if sealed else catalog.say("The book is not sealed.")
    return Outcome(data={"sealed": sealed}, lines=(said,))


def _on(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    out = _sheet_place(asked, tools)
    path = Path(asked.file)
    key = seal(tools, path, new_password(asked, path, catalog))
    return _sealed(catalog.say("The book is sealed now."), key, out, asked=asked, tools=tools, catalog=catalog)


def _password(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    out = _sheet_place(asked, tools)
    path = Path(asked.file)
    old = key_for(tools, path, opener_for(asked, path, catalog))
    tools.open_book(path, read_only=True, key=old).close()
    key = change_password(tools, path, old, new_password(asked, path, catalog))
    said = catalog.say("The password was changed. The sheet of before opens only older copies.")
    return _sealed(said, key, out, asked=asked, tools=tools, catalog=catalog)


def _off(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    path = Path(asked.file)
    unseal(tools, path, key_for(tools, path, opener_for(asked, path, catalog)))
    said = catalog.say("The seal is off: whoever has the file can read it.")
    return Outcome(data={"sealed": False}, lines=(said,))


def _sheet(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    path = Path(asked.file)
    key = key_for(tools, path, opener_for(asked, path, catalog))
    return _sealed("", key, _sheet_place(asked, tools), asked=asked, tools=tools, catalog=catalog)


def _sheet_place(asked: argparse.Namespace, tools: Tools) -> Path:
    """Where the sheet goes; asked before anything is done, for without it a forgotten password is the end."""
    if not asked.out:
        raise Refused("sheet_needed")
    tools.check_target(Path(asked.out))
    return Path(asked.out)


def _sealed(
    said: str, key: BookKey, out: Path, *, asked: argparse.Namespace, tools: Tools, catalog: Catalog
) -> Outcome:
    book = tools.open_book(Path(asked.file), key=key)
    try:
        tools.write_file(out, with_sheet(book, tools, key))
    finally:
        book.close()
    made = catalog.say("The recovery sheet is in {file}. Print it once, then delete that file.", file=str(out))
    return Outcome(data={"sealed": True, "sheet": str(out)}, lines=(*((said,) if said else ()), made))


_ACTIONS: Mapping[str, Action] = MappingProxyType(
    {"show": _show, "on": _on, "off": _off, "password": _password, "sheet": _sheet}
)
