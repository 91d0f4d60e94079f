"""What stands in the way of understanding a mapping: the file that says what the columns of a table mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "mapping_missing": (
            N_("The mapping was not found."),
            N_("It was moved or renamed, or the drive it lies on is not connected."),
            N_("Choose the mapping again. Nothing was taken in."),
        ),
        "mapping_unreadable": (
            N_("The mapping could not be read."),
            N_("The system does not let this program read it, or another program holds it."),
            N_("Close it in other programs and choose it again. Nothing was taken in."),
        ),
        "mapping_broken": (
            N_("The mapping could not be read."),
            N_("It is not written as TOML: {detail}."),
            N_("Correct that line and try again. Nothing was taken in."),
        ),
        "mapping_needed": (
            N_("The table was not taken in."),
            N_("Its columns have names that this program does not know: {have}."),
            N_("Choose a mapping that says what they mean. Nothing was taken in."),
        ),
        "mapping_unknown_key": (
            N_("The mapping was not used."),
            N_("It has the line “{key}”, which this program does not know."),
            N_("Look for a spelling mistake, or take the line out. Nothing was taken in."),
        ),
        "mapping_value": (
            N_("The mapping was not used."),
            N_("What stands at “{key}” cannot stand there."),
            N_("Correct that line in the mapping and try again. Nothing was taken in."),
        ),
        "mapping_row": (
            N_("The mapping was not used."),
            N_("Its rows are called “{row}”; a row can be one of {have}."),
            N_("Correct the line “row”. Nothing was taken in."),
        ),
        "mapping_no_fields": (
            N_("The mapping was not used."),
            N_("It does not say what any column means."),
            N_("Add the part [fields]. Nothing was taken in."),
        ),
        "mapping_field_missing": (
            N_("The mapping was not used."),
            N_("It does not say where “{field}” comes from, and no row can be taken without it."),
            N_("Add “{field}” to the mapping. Nothing was taken in."),
        ),
        "missing_column": (
            N_("The column “{column}” was not found in the table."),
            N_("The mapping asks for it; the columns there are: {have}."),
            N_("Correct the name in the mapping, or choose the right file. Nothing was taken in."),
        ),
    }
)
