"""Blocks on a plain page, and the words that a reader of PDF finds on it again."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Sequence

from hrplanner.reports.blocks import Block, Paragraph, Run, plain
from hrplanner.reports.layout import render
from hrplanner.reports.page import PageFrame
from hrplanner.reports.reading import page_texts

FURNITURE = ("Headleft", "Headright", "Footline")


def frame(language: str = "en", paper: str = "A4") -> PageFrame:
    """A page whose head and foot say words that no text has."""
    left, right, foot = FURNITURE
    return PageFrame(language=language, title="T", head_left=left, head_right=lambda *_: right, copy=foot, paper=paper)


def printed(content: Sequence[Block], language: str = "en", paper: str = "A4") -> bytes:
    """The bytes of a document of these blocks."""
    return render(content, frame(language, paper))


def paragraph(text: str, *, bold: bool = False) -> Paragraph:
    """One paragraph of one run."""
    return Paragraph((Run(text, bold),) if bold else plain(text))


def read_back(pdf: bytes) -> str:
    """The words of the body, pages after each other, one blank between two words."""
    return " ".join(body for body in bodies(pdf) if body)


def bodies(pdf: bytes) -> list[str]:
    """The words of each page, head and foot left out."""
    return [normal(" ".join(word for word in text.split() if word not in FURNITURE)) for text in page_texts(pdf)]


def normal(text: str) -> str:
    """NFC, and every stretch of white as one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def poppler_text(pdf: bytes) -> str | None:
    """The text as poppler extracts it; None where poppler is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    done = subprocess.run([program, "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return normal(done.stdout.decode("utf-8"))
