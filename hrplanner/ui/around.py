"""Keeps what is round the page in step with it: rail, head, steps, strip, status; news come and go in the head."""

import datetime as dt

from PySide6.QtWidgets import QApplication, QWidget

from hrplanner.ui import surroundings
from hrplanner.ui.desk import Desk
from hrplanner.ui.frame import Frame
from hrplanner.ui.page import Page
from hrplanner.ui.strip_dock import StripDock
from hrplanner.ui.surroundings import Acts, News
from hrplanner.ui.tab_order import lay_tab_order
from hrplanner.viewmodels.places import Place


class Around:
    """Everything but the page."""

    def __init__(self, frame: Frame, acts: Acts) -> None:
        self.strip = StripDock(frame)
        self._frame, self._acts = frame, acts

    def dress(self, desk: Desk, place: Place, page: Page, saved_at: dt.datetime | None) -> None:
        """Build all of it anew."""
        self._frame.rail.put(surroundings.rail_of(desk, place, self._acts))
        self._put_head(desk, place, page, None)
        self._frame.steps.put(surroundings.steps_of(desk, place, self._acts))
        self._frame.status.put(surroundings.status_of(desk, saved_at, self._acts))
        self.strip.follow(desk, place)
        lay_tab_order(self._frame)

    def dress_head(self, desk: Desk, place: Place, page: Page, news: News | None) -> None:
        """Build the head anew, for news."""
        self._put_head(desk, place, page, news)
        lay_tab_order(self._frame)

    def _put_head(self, desk: Desk, place: Place, page: Page, news: News | None) -> None:
        slot, focused = self._frame.head, QApplication.focusWidget()
        name = focused.objectName() if focused is not None and slot.isAncestorOf(focused) else ""
        slot.put(surroundings.head_of(desk, place, page, self._acts, news))
        again = slot.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()  # whoever pressed Undo can press it again
