"""Back from paper: the codes and the words of a PDF, the codes of a photograph or scan, the codes in a text.

What comes in is somebody else's file: whatever is wrong with it becomes a FileProblem, and no file can make the
program render more than a page's worth of pixels at a time.
"""

from __future__ import annotations

import io
import re
import stat
import time
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from hrplanner.model.errors import FileProblem
from hrplanner.reports.mending import mended
from hrplanner.reports.unpacking import refuse_bombs

_DOTS_PER_INCH = (200, 300)
_MOST_PIXELS = 40_000_000
_MOST_DRAWN = 9_500_000  # A4 at 300 dots to the inch has 8.7 million
_LONGEST_SIDE = 30_000
_MOST_PAGES = 400
_MOST_BYTES = 60_000_000
_MOST_TEXT = 4_000_000
_MOST_VALUES = 120_000_000  # bytes of a picture in the memory
_SHARP_ENOUGH = 3_600  # points along the longer side: A4 at 300 dots to the inch
_PATIENCE = 1.4  # seconds of the processor that are given to one picture before it is left at what was read
_LARGE, _PATIENCE_WITH_LARGE = 2_000_000, 0.8  # points; each attempt at such a picture takes long by itself
_IMAGE = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
_FORMATS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)  # micro codes are seen in specks of dust
_FIRST_PAGE = re.compile(r"HRP1:P?M:[^:]+:[0-9]+:1/")
_OTHERS = re.compile(r"HRP1:P?[FWK]:")
_IN_TEXT = re.compile(r"HRP1:[0-9A-Z$%*+\-./:]+")
_GONE_ASTRAY = re.compile("[\u200b\u00ad\ufffe\uffff]")  # stand-ins for glyphs without text of their own


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was read from one page, counted from 1; `text` is None where only a picture was at hand."""

    page: int
    codes: tuple[str, ...]
    text: str | None = None


def read_file(path: Path) -> tuple[PageReading, ...]:
    """The pages of a PDF, or the one page of a picture or a text file; by content, not by the name of the file."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):
            raise FileProblem("not_a_file", path=path.name)
        if about.st_size > _MOST_BYTES:
            raise FileProblem("source_too_large", path=path.name)
        content = path.read_bytes()
    except OSError as problem:
        raise FileProblem("cannot_read_file", file=path.name, reason=problem.strerror or "") from None
    return read_content(content, name=path.name)


def read_content(content: bytes, *, name: str) -> tuple[PageReading, ...]:
    """The same for bytes that came another way, standard input or the clipboard; `name` is for messages."""
    if content.lstrip()[:5] == b"%PDF-" or b"%PDF-" in content[:1024]:
        return read_pdf(content)
    if _is_picture(content):
        return (PageReading(1, read_picture(content)),)
    if len(content) > _MOST_TEXT:
        raise FileProblem("not_a_page", file=name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise FileProblem("not_a_page", file=name) from None
    return (PageReading(1, codes_in_text(text), text),)


def read_pdf(content: bytes) -> tuple[PageReading, ...]:
    """The codes and the words of every page; what would grow beyond all measure when it is unpacked is refused."""
    refuse_bombs(content)
    pages = []
    with _opened(content) as document:
        for index in range(len(document)):
            page = document[index]
            _refuse_large_pictures(page)
            pages.append(PageReading(index + 1, _codes_of_page(page), _text_of_page(page)))
    return tuple(pages)


def page_texts(content: bytes) -> tuple[str, ...]:
    """The words of every page of a PDF of our own, however long it is, without looking for codes."""
    with _document(content) as document:
        return tuple(_text_of_page(document[index]) for index in range(len(document)))


def read_picture(content: bytes) -> tuple[str, ...]:
    """The codes on a photograph or scan; several attempts, because speckle and blur defeat a single one."""
    try:
        with _strictly(), Image.open(io.BytesIO(content)) as opened:
            points = opened.width * opened.height
            if points * len(opened.getbands()) > _MOST_VALUES or points > _MOST_PIXELS:
                raise FileProblem("picture_too_large", width=opened.width, height=opened.height)
            if max(opened.size) > _LONGEST_SIDE:
                raise FileProblem("picture_too_large", width=opened.width, height=opened.height)
            opened.draft("L", (_SHARP_ENOUGH, _SHARP_ENOUGH))
            picture = _not_too_sharp(ImageOps.exif_transpose(opened).convert("L"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise FileProblem("picture_far_too_large") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning):
        raise FileProblem("not_a_picture") from None
    return _codes_of_picture(picture)


def _not_too_sharp(picture: Image.Image) -> Image.Image:
    """A scan at 600 dots to the inch tells no more than one at 300, and takes four times as long."""
    factor = -(-max(picture.size) // _SHARP_ENOUGH)
    return picture.reduce(factor) if factor > 1 else picture


def codes_in_text(text: str) -> tuple[str, ...]:
    """Codes as somebody typed or copied them; a hand scanner may type them all in small letters."""
    found = _IN_TEXT.findall(text) or _IN_TEXT.findall(text.upper())
    return tuple(dict.fromkeys(code.rstrip(".:") for code in found))


def _strictly() -> warnings.catch_warnings[None]:
    """A picture that is suspiciously large or not whole is refused instead of warned about."""
    return warnings.catch_warnings(action="error")


def _is_picture(content: bytes) -> bool:
    starts = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
    return content.startswith(starts) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def _document(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        sealed = "password" in str(problem).lower()
        raise FileProblem("pdf_has_password" if sealed else "not_a_pdf") from None


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    document = _document(content)
    if len(document) > _MOST_PAGES:
        document.close()
        raise FileProblem("too_many_pages", most=_MOST_PAGES)
    return document


def _refuse_large_pictures(page: pypdfium2.PdfPage) -> None:
    for picture in page.get_objects(filter=[_IMAGE], max_depth=3):
        try:
            width, height = picture.get_px_size()
        except pypdfium2.PdfiumError:
            continue
        if width * height > _MOST_PIXELS or max(width, height) > _LONGEST_SIDE:
            raise FileProblem("picture_too_large", width=width, height=height)


def _text_of_page(page: pypdfium2.PdfPage) -> str:
    try:
        text = page.get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return ""
    return _GONE_ASTRAY.sub("", text).replace("\r\n", "\n").replace("\u00a0", " ")


def _codes_of_page(page: pypdfium2.PdfPage) -> tuple[str, ...]:
    for dots in _DOTS_PER_INCH:
        width, height = page.get_size()
        fits = min((_MOST_DRAWN / max(width * height, 1.0)) ** 0.5, _LONGEST_SIDE / max(width, height, 1.0))
        scale = min(dots / 72, fits)
        try:
            picture = page.render(scale=scale, grayscale=True).to_pil()
        except (pypdfium2.PdfiumError, ValueError, MemoryError):
            raise FileProblem("not_a_pdf") from None
        codes = _codes_of_picture(picture)
        if codes:
            return codes
    return ()


def _codes_of_picture(picture: Image.Image) -> tuple[str, ...]:
    """All codes of the attempts up to the first that shows one of ours; else all that any attempt showed.

    Where the first page of a record is shown, the attempts go on until its signed summary is read, as far as there is
    time.
    """
    found: dict[str, None] = {}
    large = picture.width * picture.height > _LARGE
    until = time.thread_time() + (_PATIENCE_WITH_LARGE if large else _PATIENCE)
    for attempt in _attempts(picture):
        for barcode in zxingcpp.read_barcodes(attempt, formats=_FORMATS, try_invert=False):
            if barcode.valid:
                found[barcode.bytes.decode("utf-8", "replace")] = None
        if _enough(found) or time.thread_time() > until:
            break
    return tuple(found)


def _enough(found: Iterable[str]) -> bool:
    """Whether the codes of a page are there; a first page that is signed has its summary beside the others."""
    texts = [text for text in found if "HRP1:" in text]
    return bool(texts) and (any(_OTHERS.search(text) for text in texts) or not any(map(_FIRST_PAGE.match, texts)))


def _attempts(picture: Image.Image) -> Iterator[Image.Image]:
    yield picture
    yield picture.filter(ImageFilter.GaussianBlur(1.2))
    yield ImageOps.autocontrast(picture.filter(ImageFilter.MedianFilter(5)), cutoff=2)
    if min(picture.size) > 200:
        yield picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    if picture.width * picture.height * 4 <= _MOST_DRAWN:
        yield picture.resize((picture.width * 2, picture.height * 2), Image.Resampling.BICUBIC)
    yield from mended(picture)
