"""Single fields of a rule's table, read or refused by the name of the rule and the field."""

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from hrplanner.model.counts import GroupSet
from hrplanner.model.errors import Refused
from hrplanner.model.groups import GroupCode, is_group
from hrplanner.model.rules.spans import Span, parse_span

Written = Mapping[str, object]
Code = TypeVar("Code", bound=StrEnum)
# Controls but for tab and line ends, and marks that turn the order of writing; joiners are letters' own business.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def rule_id(written: Written) -> str:
    """What the rule is called in refusals, also where it has no id."""
    return str(written.get("id", "?"))


def not_understood(written: Written, field: str, value: object) -> Refused:
    """The refusal of a field that is there and says nothing that can stand there."""
    return Refused("rule_field_not_understood", rule=rule_id(written), field=field, value=str(value))


def missing(written: Written, field: str) -> Refused:
    """The refusal of a rule without a field that it needs."""
    return Refused("rule_field_missing", rule=rule_id(written), field=field)


def text(written: Written, field: str) -> str:
    """Words that have to be there."""
    given = written.get(field)
    if not isinstance(given, str) or not given.strip():
        raise missing(written, field)
    return given


def optional(written: Written, field: str) -> str | None:
    """Words, or None where the field is left out."""
    return text(written, field) if written.get(field) is not None else None


def nothing_hidden(written: Written) -> None:
    """Refuses words with marks that cannot be seen: a rule is read on a screen and printed as it stands."""
    if not str(written.get("id", "")).isprintable():
        raise Refused("rule_hidden_mark", rule="?", field="id")
    hidden = next((field for field, given in written.items() if isinstance(given, str) and _HIDDEN.search(given)), None)
    if hidden is not None:
        raise Refused("rule_hidden_mark", rule=rule_id(written), field=hidden)


def listed(written: Written, field: str) -> tuple[object, ...]:
    """A list; one value alone stands for a list of one."""
    given = written.get(field)
    if given is None:
        return ()
    return tuple(given) if isinstance(given, list | tuple) else (given,)


def names(written: Written, field: str) -> tuple[str, ...]:
    """A list of words."""
    found = listed(written, field)
    for one in found:
        if not isinstance(one, str) or not one.strip():
            raise not_understood(written, field, one)
    return tuple(str(one) for one in found)


def whole(written: Written, field: str) -> int | None:
    """A number of things, or None where the field is left out."""
    given = written.get(field)
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise not_understood(written, field, given)
    return given


def yes_no(written: Written, field: str, *, unsaid: bool) -> bool:
    """True or false."""
    given = written.get(field, unsaid)
    if not isinstance(given, bool):
        raise not_understood(written, field, given)
    return given


def date(written: Written, field: str) -> dt.date | None:
    """A day, as TOML or as ISO text."""
    given = written.get(field)
    if given is None or type(given) is dt.date:
        return given
    try:
        return dt.date.fromisoformat(str(given))
    except ValueError:
        raise not_understood(written, field, given) from None


def code(codes: type[Code], written: Written, field: str, given: object) -> Code:
    """One of the codes."""
    try:
        return codes(str(given))
    except ValueError:
        raise not_understood(written, field, given) from None


def codes(known: type[Code], written: Written, field: str) -> tuple[Code, ...]:
    """A list of codes."""
    return tuple(code(known, written, field, one) for one in listed(written, field))


def span(written: Written, field: str) -> Span:
    """A stretch of days."""
    given = text(written, field)
    try:
        return parse_span(given)
    except Refused:
        raise not_understood(written, field, given) from None


def any_or_all(given: Written, written: Written, field: str) -> tuple[tuple[str, ...], bool]:
    """The names of `any_of` or of `all_of`, and whether it is all; both at once would leave one of them unheard."""
    either, every = names(given, "any_of"), names(given, "all_of")
    if either and every:
        raise not_understood(written, "all_of", list(every))
    if not either and not every:
        raise missing(written, field)
    return either or every, not either


def group_set(written: Written, some: tuple[object, ...], *, every: bool) -> GroupSet:
    """The groups of a list; a code that nobody knows is refused."""
    if not some:
        raise missing(written, "numerator")
    for one in some:
        if not isinstance(one, str) or not is_group(one):
            raise Refused("unknown_group", group=str(one), rule=rule_id(written))
    return GroupSet(tuple(GroupCode(str(one)) for one in some), every=every)
