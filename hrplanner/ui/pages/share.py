"""Share: hand out a packet, deal with the reviews that come back, take everything out."""

from collections.abc import Callable, Mapping

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.answers_face import AnswersFace
from hrplanner.ui.faces.face import Face
from hrplanner.ui.faces.packet_face import PacketFace
from hrplanner.ui.faces.take_out_face import TakeOutFace
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import choice_of_parts
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Flow, Spring, Wide, holding, row
from hrplanner.viewmodels.places import Place

FACES: Mapping[str, Callable[[Desk, Place], Face]] = {
    "packet": PacketFace,
    "reviews": AnswersFace,
    "everything": TakeOutFace,
}


class SharePage(Page):
    """Three faces of one page."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        mode = place.mode or "packet"
        self._face = FACES[mode](desk, place)
        say = desk.words.say
        names = (
            ("packet", say("Hand out")),
            ("reviews", say("Reviews")),
            ("everything", say("Take everything out")),
        )
        choice = holding(choice_of_parts(self.look, names, mode, self._change))
        top = Flow(0, [choice]) if self.look.tight else holding(row(self.look, choice, Spring()))
        self.fill(top, Wide(self._face))

    def heading(self) -> Heading:
        """What leaves and what comes back."""
        return Heading(title=self.desk.words.say("Share"))

    def refresh(self) -> None:
        """The face as the book is now."""
        self._face.refresh()

    def start(self) -> None:
        """Where the face begins."""
        self._face.start()

    def _change(self, mode: str) -> None:
        self.desk.go(Place(room="share", mode=mode))
