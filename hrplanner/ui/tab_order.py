"""The way of Tab: as parts lie in their boxes, whatever was built first. Slots are filled anew, so it is laid anew."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

AFTER = "tab_after"


def lay_tab_order(top: QWidget) -> None:
    """Let Tab go through everything below `top` in the order in which it is read."""
    for one, other in pairwise(_with_late_ones(list(reached(top)))):
        QWidget.setTabOrder(one, other)


def come_after(late: QWidget, earlier: QWidget) -> None:
    """Tab goes to `late` from the last part of `earlier`, wherever both are drawn; `earlier` has a name."""
    late.setProperty(AFTER, earlier.objectName())


def reached(widget: QWidget) -> Iterator[QWidget]:
    """Parts that take Tab, in reading order; what takes it is not looked into."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif isinstance(widget, QScrollArea):
        inside = widget.widget()
        yield from reached(inside) if inside is not None else ()
    elif (box := widget.layout()) is not None:
        yield from _in_box(box)
    else:
        for child in widget.children():
            if isinstance(child, QWidget):
                yield from reached(child)


def _with_late_ones(way: list[QWidget]) -> list[QWidget]:
    for late in [widget for widget in way if widget.property(AFTER)]:
        way.remove(late)
        inside = [at for at, widget in enumerate(way) if _lies_in(widget, late.property(AFTER))]
        way.insert(inside[-1] + 1 if inside else len(way), late)
    return way


def _lies_in(widget: QWidget | None, name: str) -> bool:
    while widget is not None and widget.objectName() != name:
        widget = widget.parentWidget()
    return widget is not None


def _in_box(box: QLayout) -> Iterator[QWidget]:
    for at in range(box.count()):
        item = box.itemAt(at)
        if item is None:
            continue
        part, inner = item.widget(), item.layout()
        if part is not None:
            yield from reached(part)
        elif inner is not None:
            yield from _in_box(inner)
