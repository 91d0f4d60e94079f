"""The file itself: a canvas that marks what it draws, and the last step that makes it an archive PDF.

Written as PDF/A-2 (level A with structure, level B without) and PDF/UA-1. The same calls give the same bytes: there
is no date of making and no random id in the file. Touches `_code`, `_doc.delayedFonts`, `_make_preamble`,
`_setXObjects` and the `stream` and `Contents` of a page of ReportLab 5.1, each watched by a test.
"""

from __future__ import annotations

import html
import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas as reportlab_canvas

from hrplanner.reports.bookmarks import Place, write_bookmarks
from hrplanner.reports.cidfont import DocumentFont
from hrplanner.reports.shaping import Face
from hrplanner.reports.tagging import Content, Element, write_structure

PRODUCER = "hrplanner"


class Canvas(reportlab_canvas.Canvas):
    """A page to draw on, in points from the lower left corner; everything is black unless it is painted white."""

    def __init__(self, *, width: float, height: float) -> None:
        self._sink = io.BytesIO()
        super().__init__(self._sink, pagesize=(width, height), pdfVersion=(1, 7), invariant=1, pageCompression=1)
        self._fonts: dict[str, DocumentFont] = {}
        self._depth = 0
        self.owners: list[list[Element]] = [[]]
        self.marks: dict[Element, Place] = {}

    @contextmanager
    def content(self, element: Element | None) -> Iterator[None]:
        """What is drawn here belongs to the element; decoration where it is None or inside another piece."""
        if element is None or self._depth:
            with self.artifact():
                yield
            return
        number = len(self.owners[-1])
        element.children.append(Content(len(self.owners) - 1, number))
        self.owners[-1].append(element)
        self.operate(f"/{element.role} <</MCID {number}>> BDC")
        self._depth += 1
        yield
        self._depth -= 1
        self.operate("EMC")

    def bookmark(self, element: Element, x: float, top: float) -> None:
        """The heading begins here; it gets into the list of bookmarks."""
        if element not in self.marks:
            self.marks[element] = Place(len(self.owners) - 1, self.absolutePosition(x, top)[1])

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Lines, marks and what is repeated on every page: a screen reader passes over it."""
        if not self._depth:
            self.operate("/Artifact BMC")
        self._depth += 1
        yield
        self._depth -= 1
        if not self._depth:
            self.operate("EMC")

    def operate(self, operators: str) -> None:
        """Write operators of PDF as they are."""
        self._code.append(operators)

    def begin_text(self) -> None:
        """Text mode."""
        self.operate("BT")

    def end_text(self) -> None:
        """The end of text mode."""
        self.operate("ET")

    def font(self, face: Face) -> DocumentFont:
        """The face as a font of this document."""
        known = self._fonts.get(face.key)
        if known is None:
            known = self._fonts[face.key] = DocumentFont(face, f"T{len(self._fonts) + 1}")
            self._doc.delayedFonts.append(known)
        return known

    def turn_page(self) -> None:
        """End this page."""
        self.showPage()
        self.owners.append([])

    def written(self) -> bytes:
        """The pages as ReportLab writes them, without structure and description."""
        self.save()
        return self._sink.getvalue()

    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:  # noqa: N802
        """Remembered only: every text is set by the paragraph, and Helvetica must not get into the file."""
        self._fontname, self._fontsize, self._leading = psfontname, size, leading or size * 1.2

    def _setXObjects(self, thing: pdfdoc.PDFObject) -> None:  # noqa: N802  ReportLab calls it as a page is turned
        super()._setXObjects(thing)
        if isinstance(thing, pdfdoc.PDFPage):
            # Packed at once: ReportLab would keep the operators of all pages, and code them in Python at the end.
            packed = pdfdoc.PDFStream(content=zlib.compress(thing.stream.encode("latin-1")))
            packed.dictionary.dict["Filter"] = pdfdoc.PDFName("FlateDecode")
            thing.Contents, thing.stream = packed, None

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"  # ReportLab's own one calls for Helvetica


def finished(canvas: Canvas, root: Element | None, *, title: str, language: str, spoken: Sequence[str] = ()) -> bytes:
    """The archive file; without a root it has no structure and claims level B only.

    `spoken` are the other languages that names and remarks may be in, the likeliest first.
    """
    with Pdf.open(io.BytesIO(canvas.written())) as pdf:
        for page in pdf.pages:
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        if root is not None:
            write_structure(pdf, root, canvas.owners[: len(pdf.pages)], language=language, spoken=spoken)
            write_bookmarks(pdf, canvas.marks)
        pdf.Root.Lang = String(language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.Root.OutputIntents = Array([_output_intent(pdf)])
        pdf.Root.Metadata = _description(pdf, title, language, structured=root is not None)
        del pdf.docinfo
        out = io.BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _output_intent(pdf: Pdf) -> pikepdf.Object:
    profile = pdf.make_stream(_srgb(), N=3)
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_indirect(profile),
    )


def _description(pdf: Pdf, title: str, language: str, *, structured: bool) -> pikepdf.Object:
    packet = _xmp(title, language, "A" if structured else "B", accessible=structured)
    stream = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
    return pdf.make_indirect(stream)


@cache
def _srgb() -> bytes:
    return (Path(__file__).parent / "srgb.icc").read_bytes()


# PDF/A asks that a property it does not know (the part of PDF/UA) is explained in the file.
_UA_SCHEMA = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def _xmp(title: str, language: str, conformance: str, *, accessible: bool) -> bytes:
    """What the file says of itself: title, language and standard, nobody's name and no time."""
    named = "".join(character if character.isprintable() else " " for character in title)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>{conformance}</pdfaid:conformance>"
        + ("<pdfuaid:part>1</pdfuaid:part>" if accessible else "")
        + f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{html.escape(named)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
        f"<pdf:Producer>{PRODUCER}</pdf:Producer></rdf:Description>"
        + (_UA_SCHEMA if accessible else "")
        + '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
