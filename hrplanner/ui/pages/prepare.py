"""Prepare: the agenda with its hours, whom to invite, the head of the session, and the paper kit."""

from hrplanner.model.minutes import DocumentKind
from hrplanner.ui.desk import Desk
from hrplanner.ui.faced_page import FacedPage
from hrplanner.ui.faces.missing_face import InvitedFace
from hrplanner.ui.faces.written_face import WrittenFace
from hrplanner.ui.parts.buttons import button
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.written_lists import agenda_said


class PreparePage(FacedPage):
    """What is done before anybody comes."""

    def __init__(self, desk: Desk, place: Place) -> None:
        say = desk.words.say
        faces = {"agenda": (say("Agenda"), _agenda), "missing": (say("Who was missing"), InvitedFace)}
        head = button(desk.look, say("Day, place and notice"), lambda: desk.go(Place(room="heading")))
        kit = button(desk.look, say("Paper kit"), self._paper_kit, kind="plain", icon="print")
        super().__init__(desk, place, faces, (head, kit))

    def _paper_kit(self) -> None:
        self.desk.open.printing.choose("document", str(DocumentKind.KIT))
        self.desk.go(Place(room="session", number=self.place.number, step="print"))


def _agenda(desk: Desk) -> WrittenFace:
    return WrittenFace(desk, desk.open.written["agenda"], lambda: agenda_said(desk.open.workspace, desk.words))
