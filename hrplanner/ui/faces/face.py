"""What every face of a page can do."""

from PySide6.QtWidgets import QWidget

from hrplanner.ui.desk import Desk


class Face(QWidget):
    """A part of a page that stands in for others."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look

    def refresh(self) -> None:
        """Show what the book holds now."""

    def press_digit(self, digit: int) -> None:
        """A group key that was pressed with Alt."""

    @property
    def typing(self) -> bool:
        """Whether a digit with Alt belongs to what is typed here."""
        return False

    def start(self) -> None:
        """Put the focus where work begins."""
