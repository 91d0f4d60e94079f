"""The PDF side of a font: one code per glyph and text, so that copied text is right even without spans.

ReportLab's own shaped fonts give private codes to ligatures and widths that PDF/A refuses, therefore these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from hrplanner.reports.shaping import REPLACEMENT, Face, Glyph, Shaped

TINY = 0.01  # thousandths of an em that nobody sees
_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "HVAR", "MVAR", "avar", "meta", "DSIG", "name", "post", "OS/2")
_BLANK = "\u200b"  # the text of a glyph whose text another glyph of its cluster carries
_CHARACTERS_A_BLOCK = 100  # the most that a block of a character map may hold


class Stroke(NamedTuple):
    """Codes drawn at one height; `rise` and the `shift` before them are in thousandths of the size."""

    rise: float
    shift: float
    codes: str


class DocumentFont:
    """A face in one document; ReportLab asks it for its objects when the pages are done."""

    _dynamicFont = 1  # noqa: N815  ReportLab's name for a font that is written last

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str], int] = {(0, REPLACEMENT): 0}
        self._strokes: dict[Shaped, tuple[list[Stroke], float]] = {}

    def code(self, glyph: int, text: str) -> int:
        """The code of this glyph where it stands for this text."""
        return self._codes.setdefault((glyph, text), len(self._codes))

    def strokes(self, shaped: Shaped) -> tuple[list[Stroke], float]:
        """A shaped piece as strokes, and how far the pen must still move after the last of them."""
        known = self._strokes.get(shaped)
        if known is None:
            known = self._strokes[shaped] = self.strokes_of(shaped.glyphs)
        return known

    def strokes_of(self, glyphs: Iterable[Glyph]) -> tuple[list[Stroke], float]:
        """Glyphs that need no move between them become one stroke."""
        scale = 1000 / self.face.units_per_em
        strokes: list[Stroke] = []
        shift = 0.0
        for glyph in glyphs:
            rise = glyph.y_offset * scale
            shift += glyph.x_offset * scale
            code = f"{self.code(glyph.number, glyph.text):04X}"
            if strokes and strokes[-1].rise == rise and abs(shift) <= TINY:
                strokes[-1] = Stroke(rise, strokes[-1].shift, strokes[-1].codes + code)
            else:
                strokes.append(Stroke(rise, shift, code))
                shift = 0.0
            shift += (glyph.advance - glyph.x_offset - self.face.advance(glyph.number)) * scale
        return strokes, shift

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802  ReportLab calls it so
        """Write the font, its widths and its character map into the document."""
        data, places = _subset(self.face, sorted({glyph for glyph, _ in self._codes}))
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        base = f"/{tag}+{self.face.key}"
        file = document.Reference(_stream(data, {"Length1": len(data)}), f"file:{self.name}")
        descriptor = document.Reference(self._descriptor(base, file), f"descriptor:{self.name}")
        to_glyph = b"".join(places[glyph].to_bytes(2, "big") for glyph, _ in self._codes)
        cid_font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": base,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": descriptor,
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray([self._width(glyph) for glyph, _ in self._codes])]),
                "DW": 1000,
                "CIDToGIDMap": document.Reference(_stream(to_glyph), f"glyphs:{self.name}"),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": base,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(cid_font, f"cid:{self.name}")]),
                "ToUnicode": document.Reference(_stream(self._character_map()), f"unicode:{self.name}"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, f"font:{self.name}")

    def _width(self, glyph: int) -> float:
        return float(round(self.face.advance(glyph) * 1000 / self.face.units_per_em, 3))

    def _descriptor(self, base: str, file: object) -> pdfdoc.PDFDictionary:
        scale = 1000 / self.face.units_per_em
        head = self.face.hb_face.reference_table("head").data
        corners = [round(int.from_bytes(head[at : at + 2], "big", signed=True) * scale) for at in (36, 38, 40, 42)]
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": base,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(corners),
                "ItalicAngle": 0,
                "Ascent": round(self.face.ascent * 1000),
                "Descent": round(self.face.descent * 1000),
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": file,
            }
        )

    def _character_map(self) -> bytes:
        pairs = [(code, text or _BLANK) for (_, text), code in self._codes.items()]
        blocks = []
        for start in range(0, len(pairs), _CHARACTERS_A_BLOCK):
            part = pairs[start : start + _CHARACTERS_A_BLOCK]
            lines = "\n".join(f"<{code:04X}> <{text.encode('utf-16-be').hex()}>" for code, text in part)
            blocks.append(f"{len(part)} beginbfchar\n{lines}\nendbfchar")
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            + "\n".join(blocks)
            + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode()


def _subset(face: Face, glyphs: list[int]) -> tuple[bytes, dict[int, int]]:
    """Only these glyphs, and the number of each in the smaller file."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    wanted.layout_feature_tag_set.clear()
    for table in _DROPPED_TABLES:
        wanted.drop_table_tag_set.add(int.from_bytes(table.encode(), "big"))
    plan = hb.SubsetPlan(face.hb_face, wanted)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


def _stream(content: bytes, entries: dict[str, object] | None = None) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(
        dictionary=pdfdoc.PDFDictionary(entries or {}), content=content, filters=[pdfdoc.PDFZCompress]
    )
