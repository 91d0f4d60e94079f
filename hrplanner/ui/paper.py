"""Pages of a PDF as pictures. Imported only when a page is to be shown, because reading PDFs takes a library."""

from collections.abc import Sequence

import pypdfium2

from hrplanner.ui.parts.preview import Picture

LARGEST = 200  # pages shown at most; nobody reads more on screen, and each takes memory


def draw_pages(pdf: bytes, width: int) -> Sequence[Picture]:
    """Every page, `width` pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_draw(document[at], width) for at in range(min(len(document), LARGEST))]
    finally:
        document.close()


def _draw(page: pypdfium2.PdfPage, width: int) -> Picture:
    drawn = page.render(scale=width / page.get_width(), prefer_bgrx=True)
    return Picture(width=drawn.width, height=drawn.height, stride=drawn.stride, pixels=bytes(drawn.buffer))
