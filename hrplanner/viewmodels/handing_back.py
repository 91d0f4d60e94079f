"""A packet as a whole: whose record it is and for whom, and the small file that goes back."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.reviewing import ENDING, notes, packet_of, returned
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels


class HandingBack:
    """What the window says of a packet, and how its review leaves it."""

    def __init__(self, workspace: Workspace, words: Catalog, tools: Tools, now: Callable[[], dt.datetime]) -> None:
        self._workspace = workspace
        self.words = words
        self._tools = tools
        self._now = now

    @property
    def is_packet(self) -> bool:
        """Whether this book was made to be reviewed."""
        return self._workspace.book.locked_because == "packet"

    def head(self) -> str:
        """Whose record this is, for whom it was made, and when."""
        packet = packet_of(self._workspace.book)
        if packet is None:
            return ""
        made = dt.datetime.fromtimestamp(packet.made / 1000, tz=dt.UTC).astimezone()
        return self.words.say(
            "{reader}, made by {office} on {day}",
            reader=labels.word(self.words, "reader", packet.reader),
            office=self._workspace.office.name,
            day=self.words.date(made.date()),
        )

    def own(self) -> int:
        """How many notes would go back."""
        packet = packet_of(self._workspace.book)
        return sum(packet is not None and note.packet == packet.id.hex() for note in notes(self._workspace.book))

    @property
    def file_name(self) -> str:
        """A name that says which packet it answers and when, and nobody's name."""
        packet = packet_of(self._workspace.book)
        code = packet.id.hex()[-8:] if packet else "none"
        return f"review-{code}-{self._now():%Y-%m-%d-%H%M}{ENDING}"

    def hand_back(self, path: Path) -> Told:
        """Write the file."""
        try:
            self._tools.write_file(path, returned(self._workspace.book))
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=self.words.say("The review is in {file}. Give this file back to the office.", file=path.name))
