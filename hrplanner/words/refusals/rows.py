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
        "key_twice": N_("The same name stands twice in this entry."),
        "control_character": N_("The cell holds a control character that cannot be seen."),
        "bidi_control": N_("The cell holds a hidden mark that turns the direction of writing."),
        "error_value": N_("The cell holds the result of a formula that could not be computed, such as #REF!."),
    }
)
