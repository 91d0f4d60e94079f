"""What stands in the way of reading a page, scanned or as PDF, to check it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "cannot_read_file": (
            N_("{file} could not be read."),
            N_("The system does not let this program read it, or it is not there any more."),
            N_("Look whether the drive is connected, or copy the file to your own folder."),
        ),
        "not_a_page": (
            N_("{file} was not checked."),
            N_("It is neither a PDF nor a picture nor a text with a code."),
            N_("Choose a PDF, a scan or a photograph of the page."),
        ),
        "not_a_picture": (
            N_("The picture was not checked."),
            N_("It is cut short, or of a kind that this program cannot read."),
            N_("Scan or photograph the page again and save it as PNG or JPEG."),
        ),
        "picture_far_too_large": (
            N_("The picture was not checked."),
            N_("It has far more points than this computer can look at."),
            N_("Scan the page again with 300 points per inch."),
        ),
        "picture_too_large": (
            N_("The picture was not checked."),
            N_("It has {width} by {height} points, more than this computer can look at."),
            N_("Scan the page again with 300 points per inch."),
        ),
        "pdf_has_password": (
            N_("The PDF was not checked."),
            N_("It is locked with a password."),
            N_("Save it without a password, or print it and scan the page."),
        ),
        "not_a_pdf": (
            N_("The PDF was not checked."),
            N_("It is cut short, or is not a PDF."),
            N_("Copy it again from where it came."),
        ),
        "too_many_pages": (
            N_("The PDF was not checked."),
            N_("Only PDFs of up to {most} pages are checked."),
            N_("Split it, and check the pages of one record."),
        ),
    }
)
