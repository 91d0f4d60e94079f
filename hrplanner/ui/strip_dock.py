"""Where the strip is: a column beside the page, or a drawer over it in a narrow window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hrplanner.ui.desk import Desk
from hrplanner.ui.frame import Frame
from hrplanner.ui.look import Look
from hrplanner.ui.parts.strip import StripColumn
from hrplanner.ui.surroundings import WITH_STRIP, announce
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.strip import strip_of
from hrplanner.viewmodels.strip_rows import Strip


class StripDock:
    """Follows the session; a verdict that changed is announced, a count is not."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._drawer: StripColumn | None = None
        self._strip: Strip | None = None
        self._look: Look | None = None

    def follow(self, desk: Desk, place: Place) -> None:
        """Show the strip of the session, or none where the page has none."""
        if desk.screens is None or place.room != "session" or place.step not in WITH_STRIP:
            self._strip = None
            self._close_drawer()
            self._frame.strip.put(None)
            return
        strip = strip_of(desk.screens.workspace, desk.words)
        self._announce(strip)
        self._strip = strip
        if desk.look.narrow:
            self._frame.strip.put(None)
            self._follow_in_drawer(desk.look, strip)
        else:
            self._close_drawer()
            self._follow_in_column(desk.look, strip)
        self._look = desk.look

    def take_focus(self, look: Look) -> bool:
        """Go to the strip; False where it has the focus already, or is not there."""
        if self._strip is None:
            return False
        if look.narrow and self._drawer is None:
            self._open_drawer(look, self._strip)
        part: StripColumn | None = self._drawer if look.narrow else self._column
        focused = QApplication.focusWidget()
        if part is None or (focused is not None and part.isAncestorOf(focused)):
            self._close_drawer()
            return False
        if part.rows:
            part.rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(part.rows)

    @property
    def _column(self) -> StripColumn | None:
        part = self._frame.strip.part
        return part if isinstance(part, StripColumn) else None

    def _follow_in_column(self, look: Look, strip: Strip) -> None:
        column = self._column
        if column is not None and self._look == look:
            column.show_strip(strip)
        else:
            self._frame.strip.put(StripColumn(look, strip))

    def _follow_in_drawer(self, look: Look, strip: Strip) -> None:
        if self._drawer is not None and self._look == look:
            self._drawer.show_strip(strip)
        else:
            self._close_drawer()

    def _open_drawer(self, look: Look, strip: Strip) -> None:
        drawer = StripColumn(look, strip)
        drawer.setParent(self._frame)
        page = self._frame.page
        corner = page.mapTo(self._frame, page.rect().topRight())
        drawer.setGeometry(corner.x() - drawer.width() + 1, corner.y(), drawer.width(), page.height())
        drawer.show()
        drawer.raise_()
        self._drawer = drawer

    def _close_drawer(self) -> None:
        if self._drawer is not None:
            self._drawer.hide()
            self._drawer.deleteLater()
            self._drawer = None

    def _announce(self, strip: Strip) -> None:
        if self._strip is None:
            return
        before = {row.rule: row.verdict for row in self._strip.rows}
        changed = [row for row in strip.rows if before.get(row.rule, row.verdict) != row.verdict]
        announce(self._frame, ". ".join(f"{row.title}: {row.word}" for row in changed))
