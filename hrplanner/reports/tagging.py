"""The structure of a document for screen readers: which part of a page is a heading, a cell, a figure.

Elements are made in reading order while the document is laid out; drawing only fills in where each of them stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

_SCOPES = {"column": Name.Column, "row": Name.Row}


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure: a role of PDF 1.7 ("P", "H1", "Table", "TD"), its children and its pieces of pages."""

    role: str
    alt: str | None = None
    scope: str | None = None
    children: list[Element | Content] = field(default_factory=list)

    def add(self, role: str, *, alt: str | None = None, scope: str | None = None) -> Element:
        """A new child at the end; `scope` is "column" or "row" for a head cell."""
        child = Element(role, alt, scope)
        self.children.append(child)
        return child


@dataclass(frozen=True, slots=True)
class Content:
    """The nth marked piece of a page, counted from 0."""

    page: int
    number: int


def write_structure(pdf: Pdf, root: Element, owners: Sequence[Sequence[Element]]) -> None:
    """Put the tree into the file; `owners` holds, page by page, the element of every marked piece."""
    made: dict[int, pikepdf.Object] = {}
    top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top.K = Array([_written(pdf, root, top, made)])
    numbers = Array()
    for index, page in enumerate(owners):
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array([made[id(element)] for element in page])))
        pdf.pages[index].obj.StructParents = index
        pdf.pages[index].obj.Tabs = Name.S
    top.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    top.ParentTreeNextKey = len(owners)
    pdf.Root.StructTreeRoot = top
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _written(pdf: Pdf, element: Element, parent: pikepdf.Object, made: dict[int, pikepdf.Object]) -> pikepdf.Object:
    entry = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.role), P=parent))
    made[id(element)] = entry
    if element.alt is not None:
        entry.Alt = String(element.alt)
    if element.scope is not None:
        entry.A = Dictionary(O=Name.Table, Scope=_SCOPES[element.scope])
    children = Array()
    for child in element.children:
        if isinstance(child, Content):
            page = pdf.pages[child.page].obj
            children.append(Dictionary(Type=Name.MCR, Pg=page, MCID=child.number))
        else:
            children.append(_written(pdf, child, entry, made))
    entry.K = children
    return entry
