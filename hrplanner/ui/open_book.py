"""The book that is open, or the one that is hidden behind its password: whose view models are shown, and since when."""

from collections.abc import Callable
from dataclasses import dataclass

from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.places import TODAY, Place
from hrplanner.viewmodels.screens import Screens


@dataclass(frozen=True, slots=True)
class Hidden:
    """View models with all that was typed, whose book is closed; and where somebody was."""

    screens: Screens
    place: Place


class OpenBook:
    """At most one book. Hiding it closes the file and forgets its key; what was typed waits in memory."""

    def __init__(self, screens_of: Callable[[Workspace], Screens], changed: Callable[[], None]) -> None:
        self._screens_of, self._changed = screens_of, changed
        self._stop_listening: Callable[[], None] = lambda: None
        self.screens: Screens | None = None
        self.hidden: Hidden | None = None

    def take(self, workspace: Workspace) -> Place:
        """Show this book from now on; the answer is where to go. A hidden one comes back as it was left."""
        self.let_go()
        hidden, self.hidden = self.hidden, None
        if hidden is not None and hidden.screens.workspace.book.path == workspace.book.path:
            self.screens = hidden.screens
            self.screens.workspace.book = workspace.book
            self.screens.workspace.refresh()
        else:
            self.screens = self._screens_of(workspace)
        self._stop_listening = self.screens.workspace.listen(self._changed)
        return TODAY if hidden is None or self.screens is not hidden.screens else hidden.place

    def hide(self, place: Place) -> None:
        """Put the view models away; the caller closes the book as soon as nobody is at work with it."""
        if self.screens is not None:
            self._stop_listening()
            self._stop_listening = lambda: None
            self.hidden, self.screens = Hidden(self.screens, place), None

    def let_go(self) -> None:
        """Close the book."""
        self._stop_listening()
        self._stop_listening = lambda: None
        if self.screens is not None:
            self.screens.workspace.book.close()
            self.screens = None
