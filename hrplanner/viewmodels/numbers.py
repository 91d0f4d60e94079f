"""Numbers as people type them: in digits of any script, with nothing standing for not known."""

from hrplanner.model.errors import Refused

LONGEST = 9  # digits; a town has fewer voters than that


def read_number(text: str, field: str) -> int | None:
    """The number that was typed; None for an empty field, Refused for anything that is no whole number."""
    written = text.strip().replace(",", "").replace("\u00a0", "").replace(" ", "")
    if not written:
        return None
    if not written.isdecimal() or len(written) > LONGEST:
        raise Refused("field_not_understood", field=field, value=text.strip())
    return int(written)


def shown(number: int | None) -> str:
    """A number as it stands in a field, where people type Latin digits or their own."""
    return "" if number is None else str(number)
