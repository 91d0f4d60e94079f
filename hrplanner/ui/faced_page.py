"""A step of the day with several faces, of which one is shown: joined buttons above, or a choice where it is narrow."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, choice_of_parts
from hrplanner.ui.parts.fields import Choice
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, holding, row
from hrplanner.viewmodels.places import Place

MakeFace = Callable[[Desk], Face]


class FacedPage(Page):
    """Which face is shown is remembered for as long as the book is open."""

    writes = True

    def __init__(
        self, desk: Desk, place: Place, faces: Mapping[str, tuple[str, MakeFace]], acts: Sequence[Press] = ()
    ) -> None:
        super().__init__(desk)
        self.place = place
        chosen = desk.open.chosen_faces
        code = place.mode or chosen.get(place.step, next(iter(faces)))
        chosen[place.step] = code
        self._face = faces[code][1](desk)
        self._chooser: QWidget = self._face
        names = [(one, text) for one, (text, _) in faces.items()]
        self.fill(self._top(names, code, acts), Wide(self._face), gap=8)

    def refresh(self) -> None:
        """The face."""
        self._face.refresh()

    def start(self) -> None:
        """Where work begins on the face; the choice above where there is nothing to do on it."""
        self._face.start()
        if self._face.focusWidget() is None:
            self._chooser.setFocus()

    def _top(self, names: Sequence[tuple[str, str]], code: str, acts: Sequence[Press]) -> Piece:
        look, say = self.look, self.desk.words.say
        if look.narrow:
            choice = Choice(look, say("What is shown"), names, code)
            choice.when_chosen(self._change)
            self._chooser = choice
            if look.tight:
                return column(look, choice, *acts)
            return row(look, Wide(choice), *acts)
        parts = choice_of_parts(look, names, code, self._change)
        held = holding(parts)
        self._chooser = next(one for one in held.findChildren(Press) if one.isChecked())
        return row(look, held, Spring(), *acts)

    def _change(self, code: str) -> None:
        self.desk.go(Place(room="session", number=self.place.number, step=self.place.step, mode=code))
