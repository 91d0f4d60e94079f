"""The help page: what the keys do, and which page of `resources/help` speaks of a place of the window."""

from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.table import Column, Table, row
from hrplanner.words.catalog import Catalog

TOPICS = (
    "today", "sessions", "prepare", "register", "listen", "decide", "close", "print", "check", "import",
    "merge", "share", "care", "privacy",
)  # fmt: skip
SAME_TOPIC = {
    "office_key": "check", "questions": "merge", "review": "share", "seal": "privacy", "unlock": "privacy",
    "check_file": "care", "backups": "care", "bin": "care",
}  # fmt: skip


def key_table(words: Catalog) -> Table:
    """Every key of the window and what it does."""
    say = words.say
    columns = (Column(code="key", title=say("Key"), width=180), Column(code="does", title=say("Does")))
    lines = (
        (say("Tab, Shift and Tab"), say("To the next or the last field")),
        (say("Enter"), say("Adds, saves or opens")),
        (say("0 to 9"), say("Groups: on the keys of groups, on a row of a list, in Listen")),
        (say("Alt and 0 to 9"), say("Groups, while typing")),
        (say("Space"), say("In Listen: nobody speaks. In a list of people: signed")),
        (say("Delete"), say("Puts the row into the bin")),
        (say("Shift and the arrows, Ctrl and A"), say("In a list: marks several rows")),
        (say("Ctrl and C"), say("In a list: copies the marked rows, to be pasted into a spreadsheet")),
        (say("Ctrl and 1 to 6"), say("Prepare, Register, Listen, Decide, Close, Print")),
        (say("Alt and the arrows up, down"), say("Moves a point of the agenda")),
        (say("Ctrl and Z, Ctrl and Y"), say("Undo and Redo, as far back as you like")),
        (say("F6"), say("To the rules beside the page, and back")),
        (say("F10"), say("Menu: books, language, size of text, colours")),
        (say("Ctrl and N, Ctrl and O"), say("New record book, open a record book")),
        (say("Ctrl and L"), say("Hides a sealed book until its password is typed")),
        (say("Ctrl and P"), say("On the page Print: to paper, or to a PDF")),
    )
    rows = tuple(row(str(at).encode(), key, does) for at, (key, does) in enumerate(lines))
    return Table(say("Keys"), columns, rows)


def topic_of(place: Place) -> str:
    """Which page of the help speaks of this place of the window; the day as a whole where none does."""
    named = place.step if place.room == "session" else SAME_TOPIC.get(place.room, place.room)
    return named if named in TOPICS else TOPICS[0]
