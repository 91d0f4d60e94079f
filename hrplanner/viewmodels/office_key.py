"""The office's key: made, opened for the hours of work, made anew from its sheet; and the keys that the book knows."""

from collections.abc import Callable
from pathlib import Path

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.sealing import sheet_of
from hrplanner.usecases.signing import (
    Signer,
    has_key,
    key_name,
    keys_of,
    know_key,
    make_key,
    open_key,
    public_sheet,
    recover_key,
    sheet_words,
    words_of,
)
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.table import Column, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog


class OfficeKeys:
    """The signing key while the book is open; it is closed with the book and written nowhere."""

    def __init__(self, workspace: Workspace, words: Catalog, tools: Tools) -> None:
        self._workspace = workspace
        self.words = words
        self._tools = tools
        self.signer: Signer | None = None
        self.sheet: tuple[str, ...] = ()

    @property
    def is_here(self) -> bool:
        """Whether this computer keeps the key of the office."""
        return has_key(self._tools.key_shelf(), self._workspace.office)

    @property
    def said(self) -> str:
        """How it stands with the key."""
        say = self.words.say
        if self.signer is not None:
            return say("Final copies are signed with the key {key}.", key=self.signer.name)
        if self.is_here:
            return say("The key of the office is closed; copies are not signed.")
        return say("This office has no key on this computer; copies are not signed.")

    @property
    def said_shortly(self) -> str:
        """Whether the next final copy is signed, in two or three words."""
        say = self.words.say
        return say("Signed by {key}", key=self.signer.name) if self.signer else say("Not signed by a key")

    def make(self, passphrase: str, again: str) -> Told:
        """A new key; its 24 words are in `sheet` until they are put away."""
        if passphrase != again:
            return Told(why=self.words.say("The two passphrases are not the same."), field="again")
        return self._done(lambda: self._make(passphrase), self.words.say("The key was made and is open."))

    def open(self, passphrase: str) -> Told:
        """Open the key until the book is closed."""
        shelf, office = self._tools.key_shelf(), self._workspace.office
        return self._done(lambda: open_key(shelf, office, passphrase), self.words.say("The key is open."))

    def recover(self, sheet: str, passphrase: str) -> Told:
        """The key of the recovery sheet, under a new passphrase."""
        shelf = self._tools.key_shelf()
        return self._done(
            lambda: recover_key(self._workspace, shelf, sheet, passphrase),
            self.words.say("The key is on this computer again, and is open."),
        )

    def printed_sheet(self) -> bytes:
        """The recovery sheet of the open key as a PDF; empty where the key is closed."""
        if self.signer is None:
            return b""
        return sheet_of(self._workspace.book, self._tools, (sheet_words(self.signer),))

    def close(self) -> None:
        """Forget the open key, and the words of its sheet."""
        self.signer, self.sheet = None, ()

    def show_sheet(self) -> None:
        """The words of the open key once more."""
        self.sheet = words_of(self.signer) if self.signer else ()

    def take_in(self, path: Path) -> Told:
        """Know the public key of another office, from its file or a picture of its code."""
        try:
            found = keys_of(self._tools.read_paper(str(path)))
            for one in found:
                know_key(self._workspace, one)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=self.words.say("The book knows the key of {name} now.", name=found[0].name))

    @property
    def public(self) -> str:
        """The line of the own public key; empty where there is none."""
        return next((one.text for one in self._workspace.office.keys if one.own), "")

    @property
    def file_name(self) -> str:
        """What the file of the public key is called."""
        own = next((key_name(one) for one in self._workspace.office.keys if one.own), "")
        return f"{own}.pdf"

    def printed_key(self) -> bytes:
        """The page with the own public key as a PDF."""
        return public_sheet(self._workspace.office, self._tools.press())

    def table(self) -> Table:
        """The keys that the book knows."""
        say = self.words.say
        columns = (
            Column(code="key", title=say("Key"), width=170),
            Column(code="name", title=say("Office")),
            Column(code="own", title=say("Signs here"), width=110),
        )
        keys = self._workspace.office.keys
        lines = (row(one.id, key_name(one), one.name, say("yes") if one.own else say("no")) for one in keys)
        return Table(say("Keys that this book knows"), columns, tuple(lines))

    def _make(self, passphrase: str) -> Signer:
        signer, self.sheet = make_key(self._workspace, self._tools.key_shelf(), passphrase)
        return signer

    def _done(self, act: Callable[[], Signer], news: str) -> Told:
        try:
            self.signer = act()
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, "passphrase")
        return Told(news=news)
