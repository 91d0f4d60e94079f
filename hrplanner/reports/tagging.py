"""The structure of a document for screen readers: which part of a page is a heading, a cell, a figure.

Elements are made in reading order while the document is laid out; drawing only fills in where each of them stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from hrplanner.reports.scripts import language_of

_TRAITS = {
    "column": Dictionary(O=Name.Table, Scope=Name.Column),
    "row": Dictionary(O=Name.Table, Scope=Name.Row),
    "dots": Dictionary(O=Name.List, ListNumbering=Name.Disc),
    "numbers": Dictionary(O=Name.List, ListNumbering=Name.Decimal),
}


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure: a role of PDF 1.7 ("P", "H1", "Table", "TD"), its children and its pieces of pages.

    `bookmark` is its name in the list of bookmarks; `script` that of its text, where it is not the document's own.
    """

    role: str
    alt: str | None = None
    trait: str | None = None
    bookmark: str | None = None
    script: str | None = None
    children: list[Element | Content] = field(default_factory=list)

    def add(
        self, role: str, *, alt: str | None = None, trait: str | None = None, bookmark: str | None = None
    ) -> Element:
        """A new child at the end; `trait` is "column" or "row" for a head cell, "dots" or "numbers" for a list."""
        child = Element(role, alt, trait, bookmark)
        self.children.append(child)
        return child


@dataclass(frozen=True, slots=True)
class Content:
    """The nth marked piece of a page, counted from 0."""

    page: int
    number: int


def write_structure(
    pdf: Pdf, root: Element, owners: Sequence[Sequence[Element]], *, language: str, spoken: Sequence[str] = ()
) -> None:
    """Put the tree into the file; `owners` holds, page by page, the element of every marked piece."""
    top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _Writer(pdf, [page.obj for page in pdf.pages], (language, *spoken))
    top.K = Array([writer.write(root, top)])
    if writer.notes:
        top.IDTree = pdf.make_indirect(Dictionary(Names=Array(writer.notes)))
    numbers = Array()
    for index, page in enumerate(owners):
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array([writer.made[element] for element in page])))
        writer.pages[index].StructParents = index
        writer.pages[index].Tabs = Name.S
    top.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    top.ParentTreeNextKey = len(owners)
    pdf.Root.StructTreeRoot = top
    pdf.Root.MarkInfo = Dictionary(Marked=True)


@dataclass(slots=True)
class _Writer:
    pdf: Pdf
    pages: Sequence[pikepdf.Object]
    languages: tuple[str, ...]
    made: dict[Element, pikepdf.Object] = field(default_factory=dict)
    notes: list[pikepdf.Object] = field(default_factory=list)

    def write(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        entries: dict[str, object] = {"/Type": Name.StructElem, "/S": _role(element.role), "/P": parent}
        if element.alt is not None:
            entries["/Alt"] = String(element.alt)
        if element.trait is not None:
            entries["/A"] = _TRAITS[element.trait]
        if element.script is not None:
            entries["/Lang"] = String(language_of(element.script, self.languages))
        match element.children:
            case [Content(page=page, number=number)]:
                entries["/Pg"] = self.pages[page]
                entries["/K"] = number
                entry = self.pdf.make_indirect(Dictionary(entries))
            case children:
                entry = self.pdf.make_indirect(Dictionary(entries))
                entry.K = Array([self._child(child, entry) for child in children])
        self.made[element] = entry
        if element.role == "Note":
            self._name(entry)
        return entry

    def _name(self, note: pikepdf.Object) -> None:
        """PDF/UA asks that every note has a name of its own, and that it is found by it."""
        name = String(f"note{len(self.notes) // 2 + 1:04d}")
        note.ID = name
        self.notes += [name, note]

    def _child(self, child: Element | Content, parent: pikepdf.Object) -> pikepdf.Object:
        if isinstance(child, Content):
            return Dictionary(Type=Name.MCR, Pg=self.pages[child.page], MCID=child.number)
        return self.write(child, parent)


@cache
def _role(role: str) -> pikepdf.Object:
    return Name("/" + role)
