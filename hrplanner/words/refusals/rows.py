"""Why an import leaves out one row, or what is in the way in one of its cells; the other rows are taken."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "too_many_cells": N_("The row has more cells than there are columns; a comma inside a text may not be quoted."),
        "cell_too_long": N_("A cell holds far more text than a cell of a record does."),
        "quotes_unbalanced": N_("A quotation mark opens here and is never closed."),
        "quote_not_closed": N_("A quotation mark opens here and is never closed."),
        "not_an_object": N_("This entry of the list has no names for its values."),
        "key_twice": N_("Another row of this file has the same number or key, and says something else."),
        "field_missing": N_("The value is missing, and the row could not be found or understood later without it."),
        "field_not_understood": N_("The value is none of those that can stand here."),
        "field_not_a_number": N_("Only a whole number can stand here; unknown is left out, not zero."),
        "unknown_field": N_("This program does not know the field, and would lose it."),
        "unknown_format": N_("The entry is not of the format hrplan-session/1."),
        "unknown_group": N_("This group is not in the list of codes; hrplanner codes shows them all."),
        "not_a_list": N_("There is one value where a list belongs."),
        "not_a_date": N_("The cell holds no date that could be read; say in the mapping how dates are written."),
        "no_such_day": N_("The cell names a day that the month does not have."),
        "control_character": N_("The cell holds a control character that cannot be seen."),
        "bidi_control": N_("The cell holds a hidden mark that turns the direction of writing."),
        "unknown_word": N_("The word is not one of those that can stand here; say in the mapping what it means."),
        "not_yes_or_no": N_("The cell says neither yes nor no."),
        "not_exact": N_("The cell holds an estimate or a range where only an exact number can stand."),
        "not_a_time": N_("The cell holds no time of day, such as 10:30."),
        "date_order_unclear": N_("It is not clear which number is the day and which the month; say so in the mapping."),
        "not_a_number": N_("The cell holds no number."),
        "not_a_percent": N_("The cell holds no percentage."),
        "above_hundred_percent": N_("The cell holds more than 100 %."),
        "number_too_large": N_("The number is larger than any that a meeting can have."),
        "below_zero": N_("The number is below zero."),
        "not_whole": N_("The number is not whole, and people are counted whole."),
        "percent_not_count": N_("The cell holds a percentage where a number of people belongs."),
        "unit_unknown": N_("There is a word beside the number that is not known; say in the mapping what it means."),
        "required": N_("The cell is empty, and the row cannot be taken without it."),
        "encoding": N_("Letters of the cell could not be read; the file may be in another encoding."),
        "formula": N_("The cell holds a formula without its result; open the workbook, let it compute, and save it."),
        "error_value": N_("The cell holds the result of a formula that could not be computed, such as #REF!."),
    }
)
