"""What stands in the way of printing, and of checking what was printed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "document_not_here_yet": (
            N_("“{document}” was not printed."),
            N_("This version of the program cannot print it."),
            N_("Choose another document, or use a newer version of the program."),
        ),
        "unknown_document": (
            N_("Nothing was printed."),
            N_("There is no document called “{document}”."),
            N_("Choose one from the list; hrplanner codes shows them all."),
        ),
        "unknown_language": (
            N_("Nothing was printed."),
            N_("The program does not speak the language “{language}”."),
            N_("Choose one from the list; hrplanner codes shows them all."),
        ),
        "unknown_reader": (
            N_("Nothing was printed."),
            N_("There is no kind of reader called “{reader}”."),
            N_("Choose an internal, a partner or a public copy."),
        ),
        "unknown_paper": (
            N_("Nothing was printed."),
            N_("The size of paper “{paper}” is not known."),
            N_("Choose A4 or Letter."),
        ),
        "form_not_here_yet": (
            N_("Nothing was printed."),
            N_("This version of the program does not have the local form “{form}”."),
            N_("Print the general form, or use a newer version of the program."),
        ),
        "signatures_not_here_yet": (
            N_("The signature was not checked."),
            N_("This version of the program cannot check signatures with a public key."),
            N_("Give the book with --file to compare the paper with the record."),
        ),
        "printer_not_ready": (
            N_("The paper was not sent to the printer."),
            N_("The printer did not take it; it may be switched off, out of paper or not connected."),
            N_("Look at the printer and print again, or save the page as PDF. The version is kept."),
        ),
        "no_readable_code": (
            N_("No code could be read."),
            N_("There is none on this page, or the picture is too small, too dark or cut."),
            N_("Scan the whole page in good light and try again, or compare the six words at its foot."),
        ),
    }
)
