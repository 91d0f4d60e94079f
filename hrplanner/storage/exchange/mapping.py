"""What a mapping says: which cell becomes which field of which row. Reading its file is in `mapping_file`."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from types import MappingProxyType

from hrplanner.model.people import Purpose
from hrplanner.storage.exchange.sources import Source
from hrplanner.storage.exchange.wordlists import About

NO_WORDS: Table[str, str] = MappingProxyType({})

_NUMBERS = ("heads", "signatures", "slips", "voters", "invitees", "members", "fully_organised", "seats", "chairs")
_LINES = ("number", "title", "kind", "country", "series", "body", "legal_basis", "reheld_of", "venue")

# The fields of each row of `hrplan-session/1`, and how each is read. `turns` is a number of turns with no group.
FIELDS: Table[str, Table[str, str]] = {
    "session": {
        **dict.fromkeys(_LINES, "line"),
        **dict.fromkeys(_NUMBERS, "count"),
        "heads_low": "whole",
        "heads_high": "whole",
        "held": "yes_no",
        "date": "day",
        "date_as_written": "line",
        "start": "time",
        "end": "time",
        "turns": "whole",
        "not_asked": "list",
        "not_stated.*": "whole",
    },
    "person": {
        "code": "line",
        "name": "name",
        "age": "whole",
        "role": "role",
        "place": "line",
        "signed": "yes_no",
        "at": "time",
        **{f"consent.{purpose}": "yes_no" for purpose in Purpose},
    },
    "issue": {
        "id": "line",
        "text": "text",
        "raised_by": "groups",
        "theme": "line",
        "place": "line",
        "volume": "line",
        "cost": "money",
        "response.answer": "answer",
        "response.reason": "text",
        "response.office": "line",
    },
    "decision": {"id": "line", "text": "text", "how": "how", "dissent": "text", "answers": "list"},
    "commitment": {
        "id": "line",
        "text": "text",
        "answers": "list",
        "owner": "line",
        "first_step": "text",
        "due": "day",
        "money": "money",
        "status": "status",
        "progress": "text",
    },
    "agenda": {"text": "text", "minutes": "whole"},
    "tally": {
        "group": "group",
        "count": "count",
        "low": "whole",
        "high": "whole",
        "percent": "percent",
        "counted_by": "line",
    },
    "turn": {"group": "group", "role": "turn_role", "seconds": "whole", "count": "whole", "at": "time"},
    "money": {"for": "group", "amount": "money", "of": "money"},
}
ROWS = ("session", "person", "issue", "commitment")
# Rows below a session row, by the table of the mapping that describes them and the list of the record they go into.
CHILDREN: Table[str, str] = {
    "tally": "tallies",
    "turn": "turns",
    "agenda": "agenda",
    "issue": "issues",
    "decision": "decisions",
    "commitment": "commitments",
    "money": "money",
    "person": "people",
}
# What a row must have so that there is anything to record.
NEEDED: Table[str, tuple[str, ...]] = {
    "session": ("number", "title", "kind"),
    "issue": ("text",),
    "decision": ("text",),
    "commitment": ("text",),
    "agenda": ("text",),
    "tally": ("group",),
    "turn": (),
    "money": ("for", "amount", "of"),
    "person": (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSource:
    """Where the value of a field comes from: a column, several joined, or one value for all rows."""

    column: str | None = None
    columns: tuple[str, ...] = ()
    value: object = None
    join: str = " "
    prefix: str = ""
    split: str | None = None
    formats: tuple[str, ...] = ()
    calendar: str | None = None
    words: Table[str, str] = field(default_factory=lambda: NO_WORDS)
    units: tuple[str, ...] = ()
    about: About | None = None
    markup: str | None = None
    optional: bool = False
    added: bool = False
    """Whether several columns are added up instead of joined; one that is not known makes the sum unknown."""

    @property
    def name(self) -> str | None:
        """The column that a refusal points at."""
        return self.column or (self.columns[0] if self.columns else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSource:
    """How one column puts people into groups: by words, by yes and no, or by one column for each choice of a form."""

    source: FieldSource
    yes: str | None = None
    under: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """Rows below a session row; with `each`, one for every item of a list or every piece of a cell."""

    kind: str
    fields: Table[str, FieldSource]
    groups: tuple[GroupSource, ...] = ()
    each: FieldSource | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Rows are taken only where the cell says one of these."""

    source: FieldSource
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One kind of row taken out of a source; most mappings have one part."""

    row: str
    source: Source
    fields: Table[str, FieldSource]
    key: FieldSource | None = None
    session: FieldSource | None = None
    opens: Table[str, FieldSource] | None = None
    children: tuple[Child, ...] = ()
    groups: tuple[GroupSource, ...] = ()
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """All parts, the words it teaches for groups, and the name under which its keys are remembered."""

    parts: tuple[Part, ...]
    name: str = ""
    calendar: str = "gregorian"
    words: Table[str, str] = field(default_factory=lambda: NO_WORDS)
