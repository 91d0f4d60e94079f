"""Making the file of a book smaller: what it says stays to the last line of its history."""

from hrplanner.model.backups import BackupReason
from hrplanner.usecases.ports import Book


def compact_book(book: Book) -> tuple[int, int]:
    """Bytes of the file before and after; a checked copy is made first. Raises FileProblem: then nothing was done."""
    book.back_up(BackupReason.ASKED)
    return book.compact()
