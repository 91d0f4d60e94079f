"""How things stand on a page: boxes that know their height, can be parted at a page's end, and draw themselves.

Distances are in points. A box draws from `top` downwards; the canvas counts from the bottom, as PDF does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from hrplanner.reports.pdf import Canvas

MM = 72 / 25.4
_HIGHEST_REMINDER = 0.2  # of the room on a page


class Box(Protocol):
    """A part of a page; `before` and `after` are the white above and below, the larger of two neighbours counts."""

    @property
    def before(self) -> float:
        """White above."""

    @property
    def after(self) -> float:
        """White below."""

    @property
    def keep_with_next(self) -> bool:
        """Whether a page must not end here."""

    def height(self, width: float) -> float:
        """Without the white above and below."""

    def least(self, width: float) -> float:
        """The height of the smallest part that may stand at the foot of a page."""

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """Two boxes, the first no higher than `room`; `forced` on an empty page, where something has to give way."""

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Put it on the page."""


@dataclass(slots=True)
class Figure:
    """Something drawn, of a fixed height."""

    tall: float
    drawing: Callable[[Canvas, float, float, float], None]
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Always the same."""
        return self.tall

    def least(self, width: float) -> float:
        """A figure is never parted."""
        return self.tall

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """Never."""
        return None

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Hand over to the drawing; what it draws besides text is decoration to a screen reader."""
        self.drawing(canvas, x, top, width)


@dataclass(slots=True)
class Stack:
    """Boxes under each other; `together` keeps them on one page as long as a page can hold them."""

    boxes: Sequence[Box]
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    together: bool = False

    def height(self, width: float) -> float:
        """All boxes with the white between them."""
        total = 0.0
        for index, box in enumerate(self.boxes):
            total += self._gap(index) + box.height(width)
        return total

    def least(self, width: float) -> float:
        """The first box that may stand alone, and all before it that must not."""
        if self.together:
            return self.height(width)
        total = 0.0
        for index, box in enumerate(self.boxes):
            if not box.keep_with_next:
                return total + self._gap(index) + box.least(width)
            total += self._gap(index) + box.height(width)
        return total

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """As many boxes as fit; a box that must stay with the next one goes over with it."""
        if self.together and not forced:
            return None
        used = 0.0
        for index, box in enumerate(self.boxes):
            gap = self._gap(index)
            left = room - used - gap
            if box.height(width) > left + 1e-6:
                must = forced and all(one.keep_with_next for one in self.boxes[:index])
                return self._part(index, box.split(width, left, forced=must), forced=forced)
            if box.keep_with_next and self._chain(index, width) > room - used + 1e-6 and not (forced and index == 0):
                return self._part(index, None, forced=forced)
            used += gap + box.height(width)
        return self, Stack(())

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """One under the other."""
        for index, box in enumerate(self.boxes):
            top -= self._gap(index)
            box.draw(canvas, x, top, width)
            top -= box.height(width)

    def _gap(self, index: int) -> float:
        return max(self.boxes[index - 1].after, self.boxes[index].before) if index else 0.0

    def _chain(self, index: int, width: float) -> float:
        """From the gap above a box to the least of the first one after it that may end a page."""
        total = 0.0
        for later in range(index, len(self.boxes)):
            box = self.boxes[later]
            if not box.keep_with_next:
                return total + self._gap(later) + box.least(width)
            total += self._gap(later) + box.height(width)
        return total

    def _part(self, index: int, parts: tuple[Box, Box] | None, *, forced: bool) -> tuple[Box, Box] | None:
        if parts is not None:
            first, rest = parts
            return self._of((*self.boxes[:index], first)), self._of((rest, *self.boxes[index + 1 :]))
        while index > 0 and self.boxes[index - 1].keep_with_next:
            index -= 1
        if index == 0 and not forced:
            return None
        index = max(index, 1)  # what fits no page is printed over its edge rather than lost
        return self._of(self.boxes[:index]), self._of(self.boxes[index:])

    def _of(self, boxes: Sequence[Box]) -> Stack:
        return Stack(boxes, self.before, self.after)


@dataclass(slots=True)
class Cell:
    """A box in a row: where it begins, how wide it is, and whether it stands "top", "middle" or "bottom"."""

    x: float
    width: float
    box: Box
    stands: str = "top"


@dataclass(slots=True)
class Row:
    """Boxes side by side; parted only if `parts`, or on an empty page that cannot hold it."""

    cells: Sequence[Cell]
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    parts: bool = False
    floor: float = 0.0
    behind: Callable[[Canvas, float, float, float], None] | None = field(default=None)
    _tall: float | None = field(default=None, init=False)

    def height(self, width: float) -> float:
        """Of the highest cell; cells have their own widths, so it is worked out once."""
        if self._tall is None:
            self._tall = max(self.floor, *(cell.box.height(cell.width) for cell in self.cells))
        return self._tall

    def least(self, width: float) -> float:
        """Of the cell that asks for most."""
        return max(cell.box.least(cell.width) for cell in self.cells) if self.parts else self.height(width)

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """Every cell at the same height; a cell that ends above it is empty in the second part."""
        if not (self.parts or forced):
            return None
        above: list[Cell] = []
        below: list[Cell] = []
        for cell in self.cells:
            parts: tuple[Box, Box] | None = (cell.box, Stack(()))
            if cell.box.height(cell.width) > room + 1e-6:
                parts = cell.box.split(cell.width, room, forced=forced)
            if parts is None:
                return None
            above.append(Cell(cell.x, cell.width, parts[0]))
            below.append(Cell(cell.x, cell.width, parts[1]))
        first = Row(above, self.before, 0.0, parts=self.parts, behind=self.behind)
        return first, Row(below, 0.0, self.after, self.keep_with_next, self.parts, behind=self.behind)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """What stands behind, then cell after cell, so that copied text has the order of the columns."""
        tall = self.height(width)
        if self.behind is not None:
            self.behind(canvas, x, top, tall)
        for cell in self.cells:
            slack = tall - cell.box.height(cell.width)
            down = {"top": 0.0, "middle": slack / 2, "bottom": slack}[cell.stands]
            cell.box.draw(canvas, x + cell.x, top - down, cell.width)


@dataclass(slots=True)
class Continued:
    """A stack that says what it is again at the top of each page it goes on to."""

    stack: Stack
    again: Box

    @property
    def before(self) -> float:
        """As the stack."""
        return self.stack.before

    @property
    def after(self) -> float:
        """As the stack."""
        return self.stack.after

    @property
    def keep_with_next(self) -> bool:
        """Never: the next section may begin a page."""
        return False

    def height(self, width: float) -> float:
        """As the stack."""
        return self.stack.height(width)

    def least(self, width: float) -> float:
        """As the stack."""
        return self.stack.least(width)

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """Where the stack parts; what goes over begins with the words that say what it is."""
        parts = self.stack.split(width, room, forced=forced)
        if parts is None or not isinstance(parts[1], Stack) or not parts[1].boxes:
            return parts
        if self.again.height(width) > room * _HIGHEST_REMINDER or _is_only(parts[0], self.again):
            return parts
        return parts[0], Continued(Stack((self.again, *parts[1].boxes), after=self.after), self.again)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """As the stack."""
        self.stack.draw(canvas, x, top, width)


def _is_only(part: Box, box: Box) -> bool:
    """Whether a page got nothing but this: what follows would never end if it began so again."""
    return isinstance(part, Stack) and len(part.boxes) == 1 and part.boxes[0] is box


def paginate(boxes: Sequence[Box], *, width: float, height: float) -> list[Box]:
    """One box for every page; nothing is ever dropped."""
    pages: list[Box] = []
    rest: Box = Stack(boxes)
    while True:
        parts = rest.split(width, height, forced=True) or (rest, Stack(()))
        pages.append(parts[0])
        rest = parts[1]
        if isinstance(rest, Stack) and not rest.boxes:
            return pages
