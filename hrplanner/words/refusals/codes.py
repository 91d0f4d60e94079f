"""What stands in the way of making or reading a code on paper."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "not_ours": (
            N_("This is not a code of this program."),
            N_("Codes of this program begin with HRP1:."),
            N_("Look for another code on the page, at the top right or at the foot."),
        ),
        "code_damaged": (
            N_("The code could not be read whole."),
            N_("It begins like a code of this program, but parts of it are missing or changed."),
            N_("Scan it again in better light, or compare the six words at the foot of the page instead."),
        ),
        "code_too_long": (
            N_("The code was not printed."),
            N_("It would hold {length} characters, more than a code on paper can hold."),
            N_("Shorten the number or the title of the session and print again."),
        ),
        "digest_too_short": (
            N_("The fingerprint was not made."),
            N_("The digest has {length} bytes, and a fingerprint needs 16."),
            N_("Print the document again. If this comes back, open the newest copy of the book and print from it."),
        ),
    }
)
