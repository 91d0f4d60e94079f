"""What stands in the way of printing, and of checking what was printed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "unknown_document": (
            N_("Nothing was printed."),
            N_("There is no document called “{document}”."),
            N_("Choose one from the list; hrplanner codes shows them all."),
        ),
        "fonts_missing": (
            N_("Nothing was printed."),
            N_("The font {file} is missing from {folder}."),
            N_("Install the program again; the fonts come with it."),
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
        "unknown_file": (
            N_("Nothing was printed."),
            N_("There is no file of the kind “{file}”."),
            N_("Choose PDF, HTML or text."),
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
        "printer_not_ready": (
            N_("The paper was not sent to the printer."),
            N_("The printer did not take it; it may be switched off, out of paper or not connected."),
            N_("Look at the printer and print again, or save the page as PDF. The version is kept."),
        ),
        "pdf_unpacks_too_large": (
            N_("The PDF was not read."),
            N_("It unpacks to far more than a scanned record has."),
            N_("Scan the page again, or print it as a new PDF."),
        ),
        "holds_public_key": (
            N_("This is no page of a record."),
            N_("It holds the public key of an office."),
            N_("Let this computer know it with hrplanner verify SOURCE --know, then check the paper that it signed."),
        ),
        "scanner_on_other_keyboard": (
            N_("No code could be read from what was typed."),
            N_("The scanner typed in the letters of another keyboard."),
            N_("Switch the keyboard of this computer to English (US) and scan again, or type the six words."),
        ),
        "not_a_web_address": (
            N_("The web address was not taken."),
            N_("It is the plain name of a site with https:// in front, at most {most} characters, in Latin letters."),
            N_("Type it as on the office's letters, for example https://ward5.example, or leave it empty."),
        ),
        "scan_of_several": (
            N_("The scan was not filed."),
            N_("It holds pages of more than one paper or version."),
            N_("Scan the pages of each paper into a file of their own."),
        ),
        "fingerprint_needs_book": (
            N_("The fingerprint was not compared."),
            N_("Only the book of the office knows which record has it."),
            N_("Open the book, or name it with --file."),
        ),
        "nothing_printed_yet": (
            N_("The step was not noted."),
            N_("Nothing was printed of this session yet, so there is no version to read back or to sign."),
            N_("Print the final copy of the minutes first."),
        ),
        "step_taken_already": (
            N_("The step was not noted."),
            N_("Version {version} has come as far, or further, already."),
            N_("What was noted stays. Print a new version if the record has changed."),
        ),
        "not_read_back": (
            N_("The signature was not noted."),
            N_("Version {version} was not read back to those present."),
            N_("Note the reading back first; nobody signs what was not read."),
        ),
        "not_signed": (
            N_("The ratification was not noted."),
            N_("Version {version} was not signed yet."),
            N_("Note the signature first."),
        ),
        "changed_since_printed": (
            N_("The step was not noted."),
            N_("The record has changed since version {version} was printed."),
            N_("Print the final copy again: what is read back and signed is what the paper says."),
        ),
        "session_needed": (
            N_("Nothing was shown."),
            N_("It was not said of which session."),
            N_("Give its number with --session."),
        ),
        "scan_needed": (
            N_("Nothing was filed."),
            N_("It was not said which scan."),
            N_("Give the file of the scan."),
        ),
        "scan_without_code": (
            N_("The scan was not filed."),
            N_("No whole code of a page was read on it."),
            N_("Scan the page again, flat and with its corner, at 200 dots to the inch or more."),
        ),
        "scan_of_another_book": (
            N_("The scan was not filed."),
            N_("Its code names record {number}, and this book has no such version of it."),
            N_("Open the book that the paper was printed from."),
        ),
        "scan_too_large": (
            N_("The scan was not filed."),
            N_("It is larger than {most} million bytes."),
            N_("Scan the page in grey at 200 or 300 dots to the inch."),
        ),
        "no_readable_code": (
            N_("No code could be read."),
            N_("There is none on this page, or the picture is too small, too dark or cut."),
            N_("Scan the whole page in good light and try again, or compare the six words at its foot."),
        ),
    }
)
