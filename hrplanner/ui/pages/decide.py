"""Decide: promises of earlier meetings, answers to what was raised, decisions, and new promises."""

from hrplanner.ui.desk import Desk
from hrplanner.ui.faced_page import FacedPage
from hrplanner.ui.faces.promise_face import PromiseFace
from hrplanner.ui.faces.written_face import WrittenFace
from hrplanner.viewmodels.places import Place


class DecidePage(FacedPage):
    """What the body makes of what it heard."""

    def __init__(self, desk: Desk, place: Place) -> None:
        say = desk.words.say
        faces = {
            "decisions": (say("Decisions"), _decisions),
            "promises": (say("Promises"), PromiseFace),
            "answers": (say("Answers"), _answers),
            "earlier": (say("Earlier promises"), _earlier),
        }
        super().__init__(desk, place, faces)


def _decisions(desk: Desk) -> WrittenFace:
    return WrittenFace(desk, desk.open.written["decisions"])


def _answers(desk: Desk) -> WrittenFace:
    say = desk.words.say
    note = say("Write reason and office, then press Enter on the answer. Anything but accepted needs both.")
    return WrittenFace(desk, desk.open.written["answers"], lambda: note)


def _earlier(desk: Desk) -> WrittenFace:
    say = desk.words.say
    note = say("Enter on the state: it was read out. A promise that is put off needs the reason, in the last column.")
    return WrittenFace(desk, desk.open.written["earlier"], lambda: note)
