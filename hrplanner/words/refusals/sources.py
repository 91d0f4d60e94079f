"""What stands in the way of reading somebody else's file, and of the mapping that says what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "source_too_large": (
            N_("{path} was not read."),
            N_("The file is larger than anything this program takes in."),
            N_("Look whether it is the right file. Nothing was taken in."),
        ),
        "not_utf8": (
            N_("{path} was not read."),
            N_("Its letters are not written as UTF-8."),
            N_("Save it again as UTF-8. Nothing was taken in."),
        ),
        "file_missing": (
            N_("The file to take in was not found."),
            N_("It was moved or renamed, or the drive it lies on is not connected."),
            N_("Choose the file again. Nothing was taken in."),
        ),
        "file_unreadable": (
            N_("The file to take in could not be read."),
            N_("The system does not let this program read it, or another program holds it."),
            N_("Close it in other programs, or copy it to your own folder. Nothing was taken in."),
        ),
        "file_empty": (
            N_("The file to take in is empty."),
            N_("It has no rows at all."),
            N_("Save the table again in the program it comes from. Nothing was taken in."),
        ),
        "file_too_large": (
            N_("The file to take in is too large."),
            N_("Files of up to {limit} bytes are read, so that this computer does not run out of memory."),
            N_("Split it into smaller files and take them in one after the other. Nothing was taken in."),
        ),
        "encoding_unknown": (
            N_("The letters of the file could not be read."),
            N_("The file does not say how its letters are written, and no guess was certain enough."),
            N_("Save it again as UTF-8, or as XLSX, or give the encoding in the mapping. Nothing was taken in."),
        ),
        "delimiter_unknown": (
            N_("The columns of the file could not be told apart."),
            N_("They are not parted by commas, semicolons or tabs, or the mark in the mapping cannot part them."),
            N_("Give the mark between columns in the mapping, or save the table as XLSX. Nothing was taken in."),
        ),
        "quotes_unbalanced": (
            N_("The file could not be read to its end."),
            N_("A quotation mark that opens in line {line} is never closed."),
            N_("Open the file in the program it comes from and save it again. Nothing was taken in."),
        ),
        "no_header": (
            N_("The names of the columns were not found."),
            N_("The first rows of the file hold no row of names."),
            N_("Give the number of the row with the names as “header” in the mapping. Nothing was taken in."),
        ),
        "not_a_table": (
            N_("The file to take in is not a table."),
            N_("It is neither CSV, XLSX, a list in JSON nor a .pb file."),
            N_("Save it as XLSX or CSV in the program it comes from. Nothing was taken in."),
        ),
        "kind_unknown": (
            N_("The kind of file “{kind}” is not known."),
            N_("The kinds that can be read are {have}."),
            N_("Choose one of these in the mapping. Nothing was taken in."),
        ),
        "too_many_columns": (
            N_("The table is too wide."),
            N_("Up to {limit} columns are read."),
            N_("Take out the columns that are not needed. Nothing was taken in."),
        ),
        "too_many_rows": (
            N_("The table is too long."),
            N_("Up to {limit} rows are read at a time."),
            N_("Split it into several files and take them in one after the other. Nothing was taken in."),
        ),
        "json_broken": (
            N_("The JSON file could not be read."),
            N_("Its text breaks off or is not JSON, near line {line}, column {column}."),
            N_("Get the file again from where it came. Nothing was taken in."),
        ),
        "json_not_plain": (
            N_("The JSON file could not be read."),
            N_("It gives a name twice in one place, a number that is none or far too long, or lists without end."),
            N_("Get the file again from where it came. Nothing was taken in."),
        ),
        "records_missing": (
            N_("The list “{records}” was not found in the file."),
            N_("The mapping says that the rows stand there."),
            N_("Correct “records” in the mapping. Nothing was taken in."),
        ),
        "section_missing": (
            N_("The part “{section}” was not found in the file."),
            N_("The mapping says that the rows stand there."),
            N_("Correct “section” in the mapping. Nothing was taken in."),
        ),
        "sheet_missing": (
            N_("The sheet “{sheet}” was not found in the workbook."),
            N_("The sheets it has are: {have}."),
            N_("Choose one of them in the mapping. Nothing was taken in."),
        ),
        "old_or_protected_workbook": (
            N_("The workbook could not be read."),
            N_("It is of the old kind .xls, or locked with a password."),
            N_("Open it, save it as XLSX without a password, and take that in. Nothing was taken in."),
        ),
        "workbook_broken": (
            N_("The workbook could not be read."),
            N_("Parts of it are missing."),
            N_("Open it in the program it comes from and save it again as XLSX. Nothing was taken in."),
        ),
        "workbook_protected": (
            N_("The workbook could not be read."),
            N_("It is locked with a password."),
            N_("Open it, save it without a password, and take that in. Nothing was taken in."),
        ),
        "workbook_too_dense": (
            N_("The workbook was not read."),
            N_("It unpacks to more than {limit} times its size, as a file made to fill up a computer does."),
            N_("If you trust it, copy the rows into a new workbook and save that. Nothing was taken in."),
        ),
        "workbook_too_large": (
            N_("The workbook was not read."),
            N_("Unpacked it is larger than {limit} bytes."),
            N_("Split it into smaller workbooks. Nothing was taken in."),
        ),
        "xml_guard_missing": (
            N_("Workbooks cannot be read on this computer."),
            N_("The part of the program that keeps harmful workbooks out is not installed."),
            N_("Install the program again, or save the table as CSV. Nothing was taken in."),
        ),
    }
)
