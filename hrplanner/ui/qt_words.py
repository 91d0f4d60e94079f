"""Qt's own button texts from our catalogs: Qt brings them for one of the seven languages only."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from hrplanner.words.catalog import N_, Catalog

# What Qt calls it, without its ampersand, and our message. Contexts do not matter: no word has two meanings here.
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "OK": N_("OK"),
        "Cancel": N_("Cancel"),
        "Close": N_("Close"),
        "Open": N_("Open"),
        "Save": N_("Save"),
        "Yes": N_("Yes"),
        "No": N_("No"),
        "Choose": N_("Choose"),
        "Undo": N_("Undo"),
        "Redo": N_("Redo"),
        "Cut": N_("Cut"),
        "Copy": N_("Copy"),
        "Paste": N_("Paste"),
        "Delete": N_("Delete"),
        "Select All": N_("Select all"),
        "Look in:": N_("Folder:"),
        "Look in": N_("Folder"),
        "Directory:": N_("Folder:"),
        "File name:": N_("File name:"),
        "File &name:": N_("File name:"),
        "Files of type:": N_("Kind of file:"),
        "Back": N_("Back"),
        "Forward": N_("Forward"),
        "Parent Directory": N_("Folder above"),
        "Create New Folder": N_("New folder"),
        "New Folder": N_("New folder"),
        "List View": N_("Names only"),
        "Detail View": N_("Names and details"),
        "Name": N_("Name"),
        "Size": N_("Size"),
        "Type": N_("Kind"),
        "Date Modified": N_("Changed"),
        "Computer": N_("This computer"),
        "Rename": N_("Rename"),
        "Print": N_("Print"),
    }
)


class QtWords(QTranslator):
    """A translator that asks a catalog."""

    def __init__(self, words: Catalog, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Our words, or nothing, on which Qt says its own."""
        message = WORDS.get(source) or WORDS.get(source.replace("&", ""))
        return self._words.say(message) if message else ""

    def isEmpty(self) -> bool:
        """Qt asks before it installs."""
        return False


def speak(words: Catalog, old: QtWords | None) -> QtWords:
    """Let Qt say its own texts in this language from now on."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("no application")
    if old is not None:
        app.removeTranslator(old)
    made = QtWords(words, app)
    app.installTranslator(made)
    return made
