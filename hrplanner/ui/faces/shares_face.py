"""Came, spoke, raised, promised: who was heard less than they came."""

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.parts.layout import Spring, column, frame
from hrplanner.ui.parts.shares import SharesView
from hrplanner.ui.parts.text import paragraph
from hrplanner.viewmodels.four_shares import four_shares


class SharesFace(Face):
    """The four bars of every group."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look = self.look
        self._view = SharesView(look, four_shares(desk.open.workspace, desk.words))
        note = desk.words.say(
            "Each bar is a share of its own whole. The triangle is the group's share of those who came: "
            "who ends left of it was heard less."
        )
        card = frame("card", column(look, self._view, edges=(16, 8, 16, 8)))
        self.setLayout(column(look, card, paragraph(look, note, "caption", "muted"), Spring(), gap=8))

    def start(self) -> None:
        """The shares are read as one sentence per group."""
        self._view.setFocus()

    def refresh(self) -> None:
        """Counts as they are now."""
        self._view.show_shares(four_shares(self.desk.open.workspace, self.desk.words))
