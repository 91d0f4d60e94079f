"""A small screen reader: walks the structure of a tagged PDF and says what it hears, in the order of the structure.

It follows the standard (PDF 1.7, 14.6 to 14.8) and shares no code with the press: texts come from ActualText where a
span has one, else from the character maps of the fonts; ReversedChars is turned round; decoration is passed over.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Pdf


@dataclass(frozen=True, slots=True)
class Heard:
    """What one element says; `language` is its own or that of the document."""

    role: str
    text: str
    language: str
    alt: str | None


def listen(pdf: bytes) -> list[Heard]:
    """The elements that say something, in reading order."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: index for index, page in enumerate(opened.pages)}
        said = [_pieces(page) for page in opened.pages]
        return list(_elements(opened.Root.StructTreeRoot.K, said, numbers, str(opened.Root.Lang)))


def heard_words(pdf: bytes) -> list[str]:
    """All words in reading order."""
    return " ".join(one.text for one in listen(pdf)).split()


def _elements(
    kids: pikepdf.Object, said: list[dict[int, str]], numbers: Mapping[tuple[int, int], int], language: str
) -> Iterator[Heard]:
    for kid in kids if isinstance(kids, Array) else [kids]:
        own = str(kid.get("/Lang", language))
        texts: list[str] = []
        children: list[pikepdf.Object] = []
        content = kid.get("/K", Array())
        for piece in content if isinstance(content, Array) else [content]:
            if isinstance(piece, Dictionary) and piece.get("/Type") != "/MCR":
                children.append(piece)
            else:
                page, number = (piece.Pg, piece.MCID) if isinstance(piece, Dictionary) else (kid.Pg, piece)
                texts.append(said[numbers[page.objgen]][int(number)])
        if texts or "/Alt" in kid:
            alt = str(kid.Alt) if "/Alt" in kid else None
            yield Heard(str(kid.S).lstrip("/"), "".join(texts), own, alt)
        for child in children:
            yield from _elements(child, said, numbers, own)


@dataclass(slots=True)
class _Mark:
    """An open marked piece: its number, the text it stands for, and whether it is read from its end."""

    number: int | None = None
    actual: str | None = None
    reversed: bool = False
    items: list[str] = field(default_factory=list)

    def text(self) -> str:
        if self.actual is not None:
            return self.actual
        return "".join(reversed(self.items) if self.reversed else self.items)


def _pieces(page: pikepdf.Page) -> dict[int, str]:
    maps = {name: _characters(font) for name, font in page.obj.Resources.Font.items()}
    said: dict[int, str] = {}
    marks: list[_Mark] = []
    current: Mapping[str, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = list(instruction.operands)
        match str(instruction.operator):
            case "BDC" | "BMC":
                marks.append(_opened(operands))
            case "EMC":
                done = marks.pop()
                if done.number is not None:
                    said[done.number] = done.text()
                elif marks:
                    marks[-1].items.append(done.text())
            case "Tf":
                current = maps[str(operands[0])]
            case "TJ" if marks:
                marks[-1].items += _shown(operands[0], current)
    assert not marks
    return said


def _opened(operands: list[pikepdf.Object]) -> _Mark:
    entries = operands[1] if len(operands) > 1 else Dictionary()
    number = int(entries.MCID) if "/MCID" in entries else None
    actual = bytes(entries.ActualText)[2:].decode("utf-16-be") if "/ActualText" in entries else None
    return _Mark(number, actual, reversed=str(operands[0]) == "/ReversedChars")


def _shown(strings: pikepdf.Object, characters: Mapping[str, str]) -> Iterator[str]:
    for string in strings:
        if isinstance(string, pikepdf.String):
            codes = bytes(string).hex()
            yield from (characters[codes[at : at + 4]] for at in range(0, len(codes), 4))


def _characters(font: pikepdf.Object) -> dict[str, str]:
    """Code to text; the sign for "no text of its own" is nothing to hear."""
    found = re.findall(rb"<([0-9A-F]{4})> <([0-9a-f]*)>", font.ToUnicode.read_bytes())
    return {
        code.decode().lower(): bytes.fromhex(text.decode()).decode("utf-16-be").replace("\u200b", "")
        for code, text in found
    }
