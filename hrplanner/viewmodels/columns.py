"""What the columns of somebody's table mean, as a person says it; a mapping file says the same, and more."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from hrplanner.model.office import Office
from hrplanner.words.catalog import NC_, Catalog
from hrplanner.words.labels.words import group

NOTHING = ""
TALLY = "tally:"
CALENDARS = ("gregorian", "bs", "bangla")

_ROWS: Mapping[str, str] = MappingProxyType(
    {
        "session": NC_("row", "One row is a meeting"),
        "person": NC_("row", "One row is a person"),
        "issue": NC_("row", "One row is an issue"),
        "commitment": NC_("row", "One row is a promise"),
    }
)
_MEANINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "session": {
            "number": NC_("column", "Number of the meeting"),
            "title": NC_("column", "Title of the meeting"),
            "date": NC_("column", "Day"),
            "venue": NC_("column", "Place"),
            "body": NC_("column", "Body that met"),
            "heads": NC_("column", "Heads counted"),
            "signatures": NC_("column", "Signatures"),
            "slips": NC_("column", "Slips"),
            "voters": NC_("column", "Voters of the area"),
            "invitees": NC_("column", "Invited"),
            "held": NC_("column", "Whether it was held"),
            "turns": NC_("column", "Number of turns of speaking"),
            "issue": NC_("column", "An issue that was raised"),
            "decision": NC_("column", "A decision"),
        },
        "person": {
            "session": NC_("column", "Number of the meeting"),
            "name": NC_("column", "Name"),
            "code": NC_("column", "Code of the person"),
            "age": NC_("column", "Age"),
            "place": NC_("column", "Village or lane"),
            "role": NC_("column", "Role"),
            "groups": NC_("column", "Groups"),
            "signed": NC_("column", "Whether signed"),
        },
        "issue": {
            "session": NC_("column", "Number of the meeting"),
            "text": NC_("column", "Text"),
            "raised_by": NC_("column", "Groups who raised it"),
            "theme": NC_("column", "Theme"),
            "response.answer": NC_("column", "Answer"),
            "response.reason": NC_("column", "Reason"),
            "response.office": NC_("column", "Office"),
        },
        "commitment": {
            "session": NC_("column", "Number of the meeting"),
            "text": NC_("column", "Text"),
            "owner": NC_("column", "Owner"),
            "first_step": NC_("column", "First step"),
            "due": NC_("column", "Due day"),
            "money": NC_("column", "Money"),
            "status": NC_("column", "Status"),
        },
    }
)
_BELOW = ("issue", "decision")  # columns of a meeting that each hold a row of another kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table and what was said of them; `meanings` leaves out those that nobody needs."""

    names: tuple[str, ...]
    row: str = "session"
    calendar: str = "gregorian"
    meanings: Mapping[str, str] = field(default_factory=dict)

    def of_row(self, row: str) -> "Columns":
        """The same columns read as another kind of row; what was said of them is said anew."""
        return replace(self, row=row, meanings={})

    def in_calendar(self, calendar: str) -> "Columns":
        """The same with days written in another calendar."""
        return replace(self, calendar=calendar)

    def meaning(self, column: str, code: str) -> "Columns":
        """One column with another meaning."""
        kept = {name: said for name, said in self.meanings.items() if name != column}
        return replace(self, meanings=kept | ({column: code} if code else {}))

    @property
    def complete(self) -> bool:
        """Whether enough is said for a row to be recorded."""
        said = set(self.meanings.values())
        if self.row == "session":
            return "title" in said
        return "session" in said and (self.row == "person" or "text" in said)


def suggested(columns: Columns, words: Catalog, office: Office) -> Columns:
    """What can be told from the names of the columns: those that are called as we call the field ourselves."""
    named = {text.casefold(): code for code, text in meanings(columns, words, office) if code}
    codes = {code.casefold(): code for code, _ in meanings(columns, words, office) if code}
    for name in columns.names:
        code = named.get(name.strip().casefold()) or codes.get(name.strip().casefold())
        if code is not None and code not in columns.meanings.values():
            columns = columns.meaning(name, code)
    return columns


def rows(words: Catalog) -> tuple[tuple[str, str], ...]:
    """What a row may be."""
    return tuple((code, words.say_in("row", text)) for code, text in _ROWS.items())


def calendars(words: Catalog) -> tuple[tuple[str, str], ...]:
    """Calendars that a day may be written in."""
    names = {"gregorian": words.say("Gregorian calendar"), "bs": words.say("Bikram Sambat")}
    names["bangla"] = words.say("Bangla calendar")
    return tuple((code, names[code]) for code in CALENDARS)


def meanings(columns: Columns, words: Catalog, office: Office) -> tuple[tuple[str, str], ...]:
    """What a column may mean; for a meeting also how many of each group of the book."""
    known = [(code, words.say_in("column", text)) for code, text in _MEANINGS[columns.row].items()]
    if columns.row == "session":
        counted = ((one.code, one.name or group(words, one.code, office.country)) for one in office.groups)
        known += [(f"{TALLY}{code}", words.say("How many: {group}", group=name)) for code, name in counted]
    return ((NOTHING, words.say("not needed")), *known)


def mapping(columns: Columns) -> dict[str, Any]:
    """The mapping that says the same as a file would."""
    fields: dict[str, Any] = {}
    made: dict[str, Any] = {"row": columns.row, "source": {"calendar": columns.calendar}, "fields": fields}
    for column, code in columns.meanings.items():
        source = {"column": column}
        if code.startswith(TALLY):
            made.setdefault("tally", []).append({"group": code.removeprefix(TALLY), "count": source})
        elif columns.row == "session" and code in _BELOW:
            made.setdefault(code, []).append({"text": source})
        else:
            fields[code] = source
    if columns.row != "session" and "session" in fields:
        made["session"] = {"title": fields["session"], "kind": {"value": "other"}}
    return made
