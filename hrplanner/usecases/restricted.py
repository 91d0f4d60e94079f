"""What a file says of named people in fields that the office has not switched on.

A table in somebody's columns is asked to leave them out: the office has no reason to hold them. A record of this
program is taken whole, because it was written down under the switches of the book it comes from and its counts hang on
it; that such values came along is told. Counts without names, and people known by a code only, are always open.
"""

from collections.abc import Mapping
from typing import Any

from hrplanner.model.groups import dimension_of, is_group
from hrplanner.model.office import Office
from hrplanner.model.session import Session
from hrplanner.usecases.privacy import may_ask

_SAID = ("groups", "not_in")


def without_restricted(
    office: Office, values: Mapping[str, Any], known: Mapping[str, Any]
) -> tuple[dict[str, Any], int]:
    """The values of a coming line without what may not be asked of somebody named, and how many were left out.

    What the book `known` before stays: it was recorded while the field was on.
    """
    kept, withheld = dict(values), 0
    if not (values.get("name") or known.get("name")):
        return kept, 0
    for said in _SAID:
        coming = values.get(said)
        if not coming:
            continue
        before = [code for code in known.get(said) or () if _restricted(office, code)]
        open_to_all = [code for code in coming if not _restricted(office, code)]
        withheld += len({code for code in coming if _restricted(office, code)} - set(before))
        kept[said] = sorted({*open_to_all, *before})
        if not kept[said] and not known.get(said):
            del kept[said]
    return kept, withheld


def told_of_named(office: Office, session: Session) -> int:
    """How many values in fields that are switched off a record has of people it names."""
    named = (one for one in session.people if one.name)
    return sum(_restricted(office, code) for one in named for code in (*one.groups, *one.not_in))


def _restricted(office: Office, code: str) -> bool:
    return is_group(code) and not may_ask(office, dimension_of(code))
