"""Words of what a named person is asked to agree to, and of the three answers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import NC_

PURPOSES: Mapping[str, str] = MappingProxyType(
    {
        "minutes": NC_("purpose", "Name in minutes that others read"),
        "partners": NC_("purpose", "Name to partner organisations"),
        "contact": NC_("purpose", "To be contacted again"),
        "quote": NC_("purpose", "To be quoted by name"),
        "photo": NC_("purpose", "Photo and voice recording"),
        "research": NC_("purpose", "Use in research"),
    }
)

IN_SHORT: Mapping[str, str] = MappingProxyType(
    {
        "minutes": NC_("purpose in short", "Minutes"),
        "partners": NC_("purpose in short", "Partners"),
        "contact": NC_("purpose in short", "Contact"),
        "quote": NC_("purpose in short", "Quote"),
        "photo": NC_("purpose in short", "Photo"),
        "research": NC_("purpose in short", "Research"),
    }
)
"""The same as titles of narrow columns."""

CONSENTS: Mapping[str, str] = MappingProxyType(
    {
        "yes": NC_("consent", "Yes"),
        "no": NC_("consent", "No"),
        "not_asked": NC_("consent", "Not asked"),
    }
)
