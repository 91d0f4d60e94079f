"""Close: what is missing, the nine questions, papers and head counts, reading back, offices, where it is public."""

from hrplanner.model.principles import Principle
from hrplanner.ui.desk import Desk
from hrplanner.ui.faced_page import FacedPage, MakeFace
from hrplanner.ui.faces.form_faces import ReadBackFace
from hrplanner.ui.faces.missing_face import GapsFace
from hrplanner.ui.faces.written_face import WrittenFace
from hrplanner.viewmodels.places import Place
from hrplanner.words.labels import words as labels


class ClosePage(FacedPage):
    """What makes a record that others can rely on."""

    def __init__(self, desk: Desk, place: Place) -> None:
        say = desk.words.say
        note = say("Enter on a row says whether the paper was seen.")
        answer = say("Enter on a row answers it. What you will do about it is typed in the last column.")
        principles = " – ".join(labels.word(desk.words, "principle", str(one)) for one in Principle)
        faces: dict[str, tuple[str, MakeFace]] = {
            "missing": (say("What is missing"), GapsFace),
            "nine": (say("Nine questions"), _list("nine", f"{principles}. {answer}")),
            "papers": (say("Papers seen"), _list("papers", note)),
            "counts": (say("Head counts"), _list("counts", say("A quorum can be lost: count again before a vote."))),
            "read_back": (say("Read-back"), ReadBackFace),
            "offices": (say("Offices"), _list("offices", say("A signature says that the record was read."))),
            "public": (say("Made public"), _list("public", say("A notice board, a radio, a page: each with its day."))),
        }
        super().__init__(desk, place, faces)


def _list(name: str, note: str) -> MakeFace:
    return lambda desk: WrittenFace(desk, desk.open.written[name], lambda: note)
