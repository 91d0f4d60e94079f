"""The words of the help page: keys, and how a day goes."""

from hrplanner.viewmodels.table import Column, Table, row
from hrplanner.words.catalog import Catalog


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
        (say("Ctrl and 1, 2, 3"), say("Register, Listen, Print")),
        (say("Ctrl and Z, Ctrl and Y"), say("Undo and Redo, as far back as you like")),
        (say("F6"), say("To the rules beside the page, and back")),
        (say("F10"), say("Menu: books, language, size of text, colours")),
        (say("Ctrl and N, Ctrl and O"), say("New record book, open a record book")),
        (say("Ctrl and P"), say("On the page Print: to paper, or to a PDF")),
    )
    rows = tuple(row(str(at).encode(), key, does) for at, (key, does) in enumerate(lines))
    return Table(say("Keys"), columns, rows)


def day_lines(words: Catalog) -> tuple[str, ...]:
    """How a meeting is recorded, from the first person to the paper."""
    say = words.say
    return (
        say("1. Make a session. Its number and day are suggested; leave empty what is not known."),
        say("2. Register: type a name, Tab, press the keys of the groups, Enter. The person is saved."),
        say("3. Or count without names: one stroke per person on the tally, or totals from paper."),
        say("4. Listen: press a group's number when somebody begins to speak. Write issues and promises down."),
        say("5. Print: look at the page, then print it or save it as PDF. The code on it proves the version."),
        say("What nobody counted stays not known. It is never turned into zero."),
        say("Everything is saved at once. Undo takes back step by step, also tomorrow."),
    )
