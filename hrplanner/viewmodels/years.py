"""The yearly figures that several pages show, worked out once for each state of the book."""

import datetime as dt
from collections.abc import Callable

from hrplanner.model.rules.almanac import Almanac
from hrplanner.model.session import Session
from hrplanner.usecases.overview import Overview, overview
from hrplanner.usecases.workspace import Workspace
from hrplanner.words.almanac import CountryAlmanac


class Years:
    """The overview of the book as it is; worked out anew after the book changed."""

    def __init__(self, workspace: Workspace, now: Callable[[], dt.datetime]) -> None:
        self._workspace = workspace
        self._now = now
        self._found: Overview | None = None
        self._loaded: dict[bytes, Session] = {}
        workspace.listen(self.forget)

    @property
    def almanac(self) -> Almanac:
        """The calendar of the book's country."""
        return CountryAlmanac(self._workspace.office.country)

    @property
    def today(self) -> dt.date:
        """The day of today."""
        return self._now().date()

    def overview(self) -> Overview:
        """All years."""
        if self._found is None:
            self._found = overview(self._workspace.book, almanac=self.almanac, today=self.today)
        return self._found

    def session(self, which: Session) -> Session:
        """The same session with its people."""
        if which.id not in self._loaded:
            self._loaded[which.id] = self._workspace.book.session_of_id(which.id)
        return self._loaded[which.id]

    def forget(self) -> None:
        """The book changed."""
        self._found = None
        self._loaded = {}

    def last_year(self) -> str:
        """The budget year of today where the book knows it, else the last one it knows."""
        years = self.overview().years
        current = next((year.label for year in years if year.holds(self.today)), None)
        return current or (years[-1].label if years else "")
