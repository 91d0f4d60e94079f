"""The one set of tools that the terminal and the window work with.

Storage and reports behind the ports of the use cases.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import platformdirs

from hrplanner.model.backups import Backup
from hrplanner.model.errors import FileProblem
from hrplanner.model.incoming import IncomingFile
from hrplanner.model.lines import NewEntry
from hrplanner.model.medium import Medium
from hrplanner.model.office import Office
from hrplanner.model.sealing import BookKey
from hrplanner.model.soundness import Examination, Salvaged
from hrplanner.places import resources
from hrplanner.usecases.ports import Book, Evidence, KeyShelf, Press

if TYPE_CHECKING:  # loads the library of keys, which a plain book never needs
    from hrplanner.usecases.sealing import Opener

_LARGEST_TEXT = 4_000_000
_LARGEST_FILE = 50_000_000
# Codes of the Unicode territories that ISO 3166-1 does not assign to a country.
_NOT_IN_ISO = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])


class Wiring:
    """The tools of this computer; every library is loaded when it is first needed.

    `ask` says what opens a sealed book where nobody gave its key; without it such a book is refused as sealed.
    """

    patience = 5.0
    """Seconds to wait for another command that is about to be done with the book."""

    def __init__(self, ask: Callable[[Path], Opener] | None = None) -> None:
        self._ask = ask

    def create_book(self, path: Path, office: Office, *, key: BookKey | None = None) -> Book:
        from hrplanner.storage.opening import create_book

        return create_book(path, office, key=key, backups=self._backups())

    def open_book(self, path: Path, *, read_only: bool = False, key: BookKey | None = None) -> Book:
        from hrplanner.storage.opening import open_book
        from hrplanner.storage.strangers import is_strange, look_first

        access: Literal["read", "write"] = "read" if read_only else "write"
        opener = self._key_for(path, key)
        if is_strange(path, self._backups()):
            look_first(path, key=opener)
        return open_book(path, access=access, key=opener, backups=self._backups(), patience=self.patience)

    def visiting(self, path: Path, *, key: BookKey | None = None) -> AbstractContextManager[Book]:
        from hrplanner.storage.strangers import visiting

        return visiting(path, key=self._key_for(path, key))

    def examine(self, path: Path, *, key: BookKey | None = None) -> Examination:
        from hrplanner.storage.examination import examine

        return examine(path, key=self._key_for(path, key))

    def salvage(self, path: Path, out: Path) -> Salvaged:
        from hrplanner.storage.salvage import salvage

        return salvage(path, out, key=self._key_for(path, None))

    def medium_of(self, path: Path) -> Medium:
        from hrplanner.storage.mediums import medium_of

        return medium_of(path)

    def backups_of(self, path: Path) -> tuple[Backup, ...]:
        from hrplanner.storage.shelf import backups_of

        return backups_of(path, self._backups())

    def bring_back(self, copy: Path, path: Path, *, key: BookKey | None = None) -> Path | None:
        from hrplanner.storage.shelf import bring_back

        opener, now = self._key_for(copy, key), dt.datetime.now(dt.UTC)
        aside = bring_back(copy, path, self._backups(), now=now, key=opener)
        book = self.open_book(path, key=opener)
        book.note(NewEntry(step="restore", about=copy.name))
        book.close()
        return aside

    def salt_of(self, path: Path) -> bytes | None:
        from hrplanner.storage.file_format import salt_of

        return salt_of(path)

    def reseal(self, path: Path, *, key: BookKey | None, new: BookKey | None, entry: NewEntry) -> None:
        from hrplanner.storage.sealing import reseal

        reseal(path, key=key, new=new, entry=entry)

    def new_book(self, path: Path, office: Office) -> AbstractContextManager[Book]:
        from hrplanner.storage.opening import new_book

        return new_book(path, office)

    def press(self) -> Press:
        from hrplanner.reports.press import Press as PaperPress

        return PaperPress()

    def read_paper(self, source: str) -> Evidence:
        from hrplanner.entry.papers import read_paper

        return read_paper(source)

    def read_content(self, content: bytes, name: str) -> Evidence:
        from hrplanner.entry.papers import read_given

        return read_given(content, name)

    def key_shelf(self) -> KeyShelf:
        import platformdirs

        from hrplanner.storage.key_shelf import Shelf

        return Shelf(Path(platformdirs.user_data_dir("hrplanner", appauthor=False)) / "keys")

    def open_source(
        self, path: Path, mapping: Path | Mapping[str, Any] | None = None, *, learned: Mapping[str, str]
    ) -> IncomingFile:
        from hrplanner.storage.exchange.opening import open_source

        return open_source(path, mapping, learned=learned)

    def read_bytes(self, path: Path) -> bytes:
        from hrplanner.storage.safety import said_of
        from hrplanner.storage.targets import check_readable

        check_readable(path)
        with said_of(path, doing="reading"):
            content = path.read_bytes() if path.stat().st_size <= _LARGEST_FILE else None
        if content is None:
            raise FileProblem("source_too_large", path=str(path))
        return content

    def read_whole_book(self, path: Path) -> Mapping[str, Any] | None:
        from hrplanner.storage.exchange.whole_book import read_whole_book

        return read_whole_book(path)

    def read_text(self, path: Path) -> str:
        content = self.read_bytes(path)
        if len(content) > _LARGEST_TEXT:
            raise FileProblem("source_too_large", path=str(path))
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise FileProblem("not_utf8", path=str(path)) from None

    def write_file(self, path: Path, content: bytes) -> None:
        from hrplanner.storage.safety import atomic_write

        self.check_target(path)
        atomic_write(path, content)

    def staged(self, path: Path, content: bytes) -> AbstractContextManager[object]:
        from hrplanner.storage.safety import staged

        self.check_target(path)
        return staged(path, content)

    def check_target(self, path: Path) -> None:
        from hrplanner.storage.targets import check_target

        check_target(path)

    def make_folder(self, path: Path) -> None:
        from hrplanner.storage.safety import said_of

        with said_of(path, doing="writing"):
            path.mkdir(parents=True, exist_ok=True)

    def practice(self) -> Path:
        return resources() / "practice"

    def rule_pack(self, country: str | None) -> str | None:
        path = resources() / "rules" / f"{country}.toml"
        return self.read_text(path) if country and path.is_file() else None

    def is_country(self, code: str) -> bool:
        from babel import Locale

        known = set(Locale("en").territories) - _NOT_IN_ISO
        return code.isalpha() and code.upper() in known

    def _backups(self) -> Path:
        """The folder of this user for the copies that books make by themselves."""
        return Path(platformdirs.user_data_dir("hrplanner", appauthor=False)) / "copies"

    def _key_for(self, path: Path, key: BookKey | None) -> BookKey | None:
        """The key that was given, or the one that whoever is asked opens a sealed book with."""
        if key is not None or self._ask is None or self.salt_of(path) is None:
            return key
        from hrplanner.usecases.sealing import key_for

        return key_for(self, path, self._ask(path))
