"""The list of bookmarks at the side of a reader: title and headings, each with its place on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pikepdf import OutlineItem, PageLocation, Pdf

from hrplanner.reports.tagging import Element


@dataclass(frozen=True, slots=True)
class Place:
    """A height above the lower edge of a page, in points; pages are counted from 0."""

    page: int
    top: float


def write_bookmarks(pdf: Pdf, marks: Mapping[Element, Place]) -> None:
    """Titles side by side, headings under the title before them."""
    if not marks:
        return
    with pdf.open_outline() as outline:
        under = outline.root
        for element, place in marks.items():
            item = OutlineItem(element.bookmark or "", place.page, PageLocation.XYZ, left=0, top=place.top, zoom=0)
            if element.role == "H1":
                outline.root.append(item)
                under = item.children
            else:
                under.append(item)
