"""Where a file is chosen. Nothing else asks in a box: messages are bands in the page."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from hrplanner.usecases.reviewing import ENDING
from hrplanner.words.catalog import Catalog

BOOK = ".hrplan"
KEYS = (".pdf", ".txt")
PRINTOUTS = (".pdf", ".html", ".txt")


def choose_new_book(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """Where a new book will lie; the ending is added."""
    title = words.say("New record book")
    kinds = words.say("Record books (*.hrplan)")
    return _to_write(parent, title, folder / f"{words.say('Record book')}{BOOK}", kinds, BOOK)


def choose_book(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """A book to open."""
    return _to_read(parent, words.say("Open a record book"), folder, words.say("Record books (*.hrplan)"))


def choose_source(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """A file to take sessions from."""
    kinds = words.say("Tables and records (*.csv *.xlsx *.json *.pb)")
    return _to_read(parent, words.say("Take over from a file"), folder, kinds)


def choose_mapping(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """A mapping that says which column is what."""
    return _to_read(parent, words.say("Choose the mapping"), folder, words.say("Mappings (*.toml)"))


def choose_copy(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """The other copy of this book."""
    return _to_read(parent, words.say("Merge another copy"), folder, words.say("Record books (*.hrplan)"))


def choose_packet(parent: QWidget, words: Catalog, suggestion: Path) -> Path | None:
    """Where a packet is written."""
    return _to_write(parent, words.say("Make the packet"), suggestion, words.say("Record books (*.hrplan)"), BOOK)


def choose_review(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """A review that came back."""
    return _to_read(parent, words.say("Take a review in"), folder, words.say("Reviews (*.hrplan-review)"))


def choose_review_file(parent: QWidget, words: Catalog, suggestion: Path) -> Path | None:
    """Where a review is written that goes back."""
    kinds = words.say("Reviews (*.hrplan-review)")
    return _to_write(parent, words.say("Hand the review back"), suggestion, kinds, ENDING)


def choose_folder(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """A folder to write many files into."""
    chosen = QFileDialog.getExistingDirectory(parent, words.say("Choose a folder"), str(folder))
    return Path(chosen) if chosen else None


def choose_rules(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """A pack of rules."""
    return _to_read(parent, words.say("Add rules from a file"), folder, words.say("Rules and strata (*.toml *.csv)"))


def save_rules(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """Where rules are written to; a name that ends in .csv makes a list of strata."""
    title, kinds = words.say("Save the rules"), words.say("Rules and strata (*.toml *.csv)")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(folder / "rules.toml"), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() in {".toml", ".csv"} else path.with_name(f"{path.name}.toml")


def choose_sheet(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """Where the recovery sheet is saved until it is printed."""
    name = words.say("Recovery sheet")
    return _to_write(parent, name, folder / f"{name}.pdf", words.say("PDF (*.pdf)"), ".pdf")


def choose_pdf(parent: QWidget, words: Catalog, suggestion: Path) -> Path | None:
    """Where a table is saved as PDF."""
    return _to_write(parent, words.say("Save the printout"), suggestion, words.say("PDF (*.pdf)"), ".pdf")


def choose_printout(parent: QWidget, words: Catalog, suggestion: Path) -> Path | None:
    """Where a printout is saved: as PDF, as a web page, or as plain text, by the ending."""
    title = words.say("Save the printout")
    kinds = ";;".join((words.say("PDF (*.pdf)"), words.say("Web page (*.html)"), words.say("Plain text (*.txt)")))
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in PRINTOUTS and path.name != suggestion.name:
        return path
    asked = next((ending for ending in PRINTOUTS if ending in kind), PRINTOUTS[0])
    return path.with_suffix(asked) if path.suffix.lower() in PRINTOUTS else path.with_name(path.name + asked)


def choose_paper(parent: QWidget, words: Catalog, folder: Path) -> Path | None:
    """A page to check, or the public key of an office."""
    kinds = words.say("Pages and keys (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.txt)")
    return _to_read(parent, words.say("Check a paper"), folder, kinds)


def choose_key_file(parent: QWidget, words: Catalog, suggestion: Path) -> Path | None:
    """Where the public key is saved: as a page to hang up, or as a line in a file."""
    title = words.say("Save the public key")
    kinds = ";;".join((words.say("PDF (*.pdf)"), words.say("Text (*.txt)")))
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() in KEYS else path.with_name(path.name + next(one for one in KEYS if one in kind))


def _to_write(parent: QWidget, title: str, suggestion: Path, kinds: str, ending: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def _to_read(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None
