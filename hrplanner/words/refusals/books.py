"""What stands in the way of opening, keeping or copying a record book."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "not_found": (
            N_("The file {path} was not found."),
            N_("It was moved or renamed, or the drive it lies on is not connected."),
            N_("Connect the drive, or choose the file again where it is now."),
        ),
        "is_a_folder": (
            N_("{path} is a folder, not a file."),
            N_("A record book is one file whose name ends in .hrplan."),
            N_("Choose the file inside the folder."),
        ),
        "not_a_book": (
            N_("{path} was not opened."),
            N_("It is another kind of file, not a record book of this program."),
            N_("Choose a file whose name ends in .hrplan. To take in a table, open a book and choose Import."),
        ),
        "newer_book": (
            N_("{path} was not opened."),
            N_("A newer version of this program wrote it, and this version could lose parts of it."),
            N_("Use the newer version. The file was not touched."),
        ),
        "cut_short": (
            N_("{path} was not opened."),
            N_("The end of the file is missing, as when a copy was stopped or a stick was pulled out too early."),
            N_("Copy the file again from where it came, or check it under Menu, Check file. The file was not touched."),
        ),
        "damaged": (
            N_("{path} was not opened."),
            N_("Parts of the file cannot be read. This comes from the disk or the stick, not from you."),
            N_(
                "Choose Check file in the menu, which keeps what can be read, or open a copy. The file was not touched."
            ),
        ),
    }
)
