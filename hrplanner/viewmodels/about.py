"""The page about the program: versions, what may be done with it, and the parts by other people with their licences."""

from collections.abc import Sequence

from hrplanner.viewmodels.table import Column, Table, row
from hrplanner.viewmodels.tools import Part
from hrplanner.words.catalog import Catalog


def duties(words: Catalog) -> tuple[str, ...]:
    """What everybody may do with the program, a paragraph each; the second is what the LGPL asks to be said."""
    say = words.say
    return (
        say(
            "hrplanner is free: everybody may use, copy, change and pass it on under the Apache License 2.0. "
            "The typefaces are under the SIL Open Font License."
        ),
        say(
            "The window is drawn with Qt and PySide6, which are under the GNU Lesser General Public License 3. They "
            "lie beside the program as libraries of their own, unmodified: other builds of the same version may be put "
            "in their place, and the program may be taken apart to find out whether that works."
        ),
        say("The program opens no connection: it looks for no updates and tells nobody anything."),
    )


def part_table(words: Catalog, parts: Sequence[Part]) -> Table:
    """One row for each part, known again by its place in the list."""
    columns = (
        Column(code="name", title=words.say("Part")),
        Column(code="version", title=words.say("Version"), width=110),
    )
    rows = tuple(row(str(at).encode(), part.name, part.version) for at, part in enumerate(parts))
    return Table(words.say("Parts by other people"), columns, rows)
