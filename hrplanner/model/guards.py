"""How small a count may be that leaves the office: an office may ask for more than usual, never for less."""

from dataclasses import replace

from hrplanner.model.disclosure import SMALLEST, SMALLEST_SENSITIVE, Smallest
from hrplanner.model.errors import Refused
from hrplanner.model.office import Office


def smallest_of(office: Office) -> Smallest:
    """The smallest counts of the office."""
    usual, sensitive = (office.guards.get(name) for name in ("usual", "sensitive"))
    return Smallest(
        max(SMALLEST, usual if isinstance(usual, int) else 0),
        max(SMALLEST_SENSITIVE, sensitive if isinstance(sensitive, int) else 0),
    )


def guarded(office: Office, smallest: Smallest, *, focal_point: str, secretary: str) -> Office:
    """The frame with larger smallest counts; both who answer for it are named, as for rules."""
    if not focal_point.strip() or not secretary.strip():
        raise Refused("switch_needs_two_names", rule="protect")
    if smallest.usual < SMALLEST or smallest.sensitive < SMALLEST_SENSITIVE:
        raise Refused("smallest_too_small", usual=SMALLEST, sensitive=SMALLEST_SENSITIVE)
    guards = {"usual": smallest.usual, "sensitive": smallest.sensitive}
    return replace(office, guards={**guards, "focal_point": focal_point.strip(), "secretary": secretary.strip()})
