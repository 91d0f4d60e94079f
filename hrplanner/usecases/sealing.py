"""Sealing a book with a password, opening it, and taking the seal off; each is told in the book's log.

The key of a book is made from its password and known only while the program runs. The words of the recovery sheet are
that key, so that a change of the password makes the sheet of before worthless.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from hrplanner.keys.book_key import book_key, book_key_of_words, new_book_key, words_of
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import Office
from hrplanner.model.sealing import BookKey, Opens, Recovery, SheetWords
from hrplanner.usecases.ports import Book, Tools


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """What somebody typed to open a sealed book: its password, or the words of its recovery sheet."""

    password: str = ""
    words: str = ""


def key_for(tools: Tools, path: Path, opener: Opener) -> BookKey:
    """The key that this makes for the book, right or not; FileProblem("not_sealed") for a book that needs none."""
    salt = tools.salt_of(path)
    if salt is None:
        raise FileProblem("not_sealed", path=str(path))
    return book_key_of_words(opener.words, salt) if opener.words else book_key(opener.password, salt)


def seal(tools: Tools, path: Path, password: str) -> BookKey:
    """Seals a plain book; the answer is what its recovery sheet is printed from."""
    if tools.salt_of(path) is not None:
        raise FileProblem("already_sealed", path=str(path))
    new = new_book_key(password)
    tools.reseal(path, key=None, new=new, entry=NewEntry(step="seal_book"))
    return new


def make_sealed(tools: Tools, path: Path, office: Office, password: str) -> tuple[Book, BookKey]:
    """A new book that is sealed from its first page on, and what its recovery sheet is printed from."""
    key = new_book_key(password)
    return tools.create_book(path, office, key=key), key


def unseal(tools: Tools, path: Path, key: BookKey) -> None:
    """Takes the seal off: whoever has the file can read it from now on."""
    tools.reseal(path, key=key, new=None, entry=NewEntry(step="unseal_book"))


def change_password(tools: Tools, path: Path, key: BookKey, password: str) -> BookKey:
    """Seals the book with another password; the old one and its sheet open only copies made before."""
    new = new_book_key(password)
    tools.reseal(path, key=key, new=new, entry=NewEntry(step="change_password"))
    return new


def with_sheet(book: Book, tools: Tools, key: BookKey, *, signing: tuple[SheetWords, ...] = ()) -> bytes:
    """The recovery sheet as a PDF, with the words of the office's signing key where they are given; noted in the log.

    The words are tried first: a sheet that does not open the book would be worse than none.
    """
    words = words_of(key)
    tools.open_book(book.path, read_only=True, key=book_key_of_words(" ".join(words), key.salt)).close()
    return sheet_of(book, tools, (SheetWords(opens=Opens.BOOK, name=book.path.name, words=words), *signing))


def sheet_of(book: Book, tools: Tools, secrets: tuple[SheetWords, ...]) -> bytes:
    """The recovery sheet of these secrets as a PDF; noted in the log."""
    office = book.office()
    made = dt.datetime.now().astimezone().date()
    recovery = Recovery(office=office.name, made=made, secrets=secrets, practice=office.practice)
    pdf = tools.press().recovery_sheet(recovery, language=office.paper_language)
    book.note(NewEntry(step="print_recovery"))
    return pdf
