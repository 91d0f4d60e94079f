"""Register by tally: one stroke per person and group, by mouse, finger or number key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.parts.group_keys import when_digit
from hrplanner.ui.parts.layout import Wide, column
from hrplanner.ui.parts.tally_tile import TallyTile
from hrplanner.ui.parts.text import paragraph
from hrplanner.viewmodels.told import Told

ACROSS = {"wide": (4, 6), "narrow": (4, 6), "tight": (2, 3)}  # large tiles and small ones on a line


class ByTally(Face):
    """A tile per group; minus and a digit, or the minus of a tile, takes one back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._tally = desk.open.tally
        self._taking_back = False
        self._tiles = {
            tile.digit: TallyTile(self.look, tile, self._strike, self._take_back) for tile in self._tally.tiles()
        }
        large, small = ACROSS[self.look.space]
        ages = {tile.digit for tile in self._tally.tiles() if tile.small}
        named = self._grid([tile for digit, tile in self._tiles.items() if digit not in ages], large)
        bands = self._grid([tile for digit, tile in self._tiles.items() if digit in ages], small)
        note = desk.words.say(
            "Groups overlap, so they need not add up to the heads. What people did not state stays unknown; "
            "it is never zero."
        )
        below = paragraph(self.look, note, "caption", "muted")
        self._overruled = paragraph(self.look, "", "caption_strong", "unsure")
        self.setLayout(column(self.look, Wide(named, 3), Wide(bands, 1), self._overruled, below, gap=12))
        self.refresh()

    def refresh(self) -> None:
        """Counts as they are now."""
        for tile in self._tally.tiles():
            self._tiles[tile.digit].show_count(tile, last=tile.digit == self._tally.last)
        said = self._tally.overruled()
        self._overruled.setText(said)
        self._overruled.setVisible(bool(said))

    def press_digit(self, digit: int) -> None:
        """One more of a group."""
        self._say(self._tally.strike(digit))

    def start(self) -> None:
        """Digits count from anywhere on the page."""
        next(iter(self._tiles.values())).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit strikes; minus and then a digit takes one back."""
        if event.key() == Qt.Key.Key_Minus:
            self._taking_back = True
        elif not when_digit(event, self._take_back if self._taking_back else self._strike):
            super().keyPressEvent(event)
        else:
            self._taking_back = False

    def _grid(self, tiles: Sequence[TallyTile], across: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self.look.px(10))
        for at, tile in enumerate(tiles):
            grid.addWidget(tile, at // across, at % across)
        for at in range(across):
            grid.setColumnStretch(at, 1)
        return grid

    def _strike(self, digit: int) -> None:
        self._say(self._tally.strike(digit))

    def _take_back(self, digit: int) -> None:
        self._say(self._tally.take_back(digit))

    def _say(self, told: Told) -> None:
        self.refresh()
        self.desk.tell(told)
