"""Undo and Redo of the window: take the last step back or make it again, and say which with the way back."""

from collections.abc import Callable

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.screens import Screens
from hrplanner.viewmodels.shell import redone, undone
from hrplanner.viewmodels.told import Told
from hrplanner.words.catalog import Catalog

ShowNews = Callable[[str, str, Callable[[], object]], object]


class TakingBack:
    """Works on whatever book is open; nothing while a job is at work."""

    def __init__(
        self,
        *,
        screens: Callable[[], Screens | None],
        words: Callable[[], Catalog],
        busy: Callable[[], bool],
        show: ShowNews,
        fail: Callable[[BaseException], object],
    ) -> None:
        self._screens, self._words, self._busy, self._show, self._fail = screens, words, busy, show, fail

    def undo(self) -> None:
        """Take the last step back."""
        self._step(undone, self._words().say("Redo"), self.redo)

    def redo(self) -> None:
        """Make it again."""
        self._step(redone, self._words().say("Undo"), self.undo)

    def _step(self, step: Callable[[Workspace, Catalog], Told], verb: str, other: Callable[[], None]) -> None:
        screens = self._screens()
        if screens is None or self._busy():
            return
        try:
            told = step(screens.workspace, self._words())
        except (Refused, FileProblem) as problem:
            self._fail(problem)
        else:
            self._show(told.news, verb, other)
