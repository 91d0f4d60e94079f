"""The published JSON Schema of a session against what the code writes and refuses."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import pytest

from hrplanner.model.commitments import Status
from hrplanner.model.errors import Refused
from hrplanner.model.groups import standard_dimensions, standard_groups
from hrplanner.model.issues import Answer, HowDecided
from hrplanner.model.people import Role
from hrplanner.model.record.sessions import record_of, session_from
from hrplanner.model.voice import TurnRole
from hrplanner.places import resources
from tests.storage.records import bare_session, full_session

SCHEMA: dict[str, Any] = json.loads(
    (resources() / "exchange" / "hrplan-session-1.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
FULL = record_of(full_session())


def test_what_is_written_is_valid_in_every_wrapping() -> None:
    for record in (FULL, record_of(bare_session())):
        for wrapped in (record, [record], {"sessions": [record]}):
            VALIDATOR.validate(wrapped)


def test_every_field_that_is_written_is_described() -> None:
    described = SCHEMA["$defs"]
    assert set(FULL) == set(described["session"]["properties"])
    places = {
        "people": "person",
        "tallies": "tally",
        "turns": "turn",
        "issues": "issue",
        "decisions": "decision",
        "moments": "moment",
        "signatures_of": "office_signature",
        "published": "publication",
    }
    for part, name in {**places, "commitments": "commitment"}.items():
        written = {field for row in FULL[part] for field in row}
        assert written <= set(described[name]["properties"]), part


def test_codes_are_those_of_the_code() -> None:
    described = SCHEMA["$defs"]
    assert described["group"]["anyOf"][0]["enum"] == list(standard_groups())
    assert described["dimension"]["enum"] == list(standard_dimensions())
    listed = {
        ("person", "role"): Role,
        ("turn", "role"): TurnRole,
        ("decision", "how"): HowDecided,
        ("commitment", "status"): Status,
    }
    for (name, field), codes in listed.items():
        assert described[name]["properties"][field]["enum"] == [*map(str, codes), None]
    assert described["issue"]["properties"]["response"]["properties"]["answer"]["enum"] == [*map(str, Answer), None]


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("format",), "hrplan-session/2"), (("number",), ""), (("title",), None), (("kind",), 5), (("colour",), "red"),
        (("heads",), "84"), (("heads",), -1), (("heads",), 1.5), (("date",), "12/05/2026"), (("start",), "25:00"),
        (("held",), "yes"), (("not_stated",), {"colour": 1}), (("not_asked",), ["colour"]),
        (("people", 0, "age"), -1), (("people", 0, "groups"), ["womin"]), (("people", 0, "role"), "king"),
        (("tallies", 0), {"group": "women"}), (("tallies", 0, "percent"), "a fifth"), (("turns", 0, "group"), "all"),
        (("issues", 0, "text"), None), (("issues", 0, "response"), {"answer": "maybe"}), (("agenda", 0), {}),
        (("absent",), ["king"]), (("notice",), {"day": "2026-05-01"}), (("dates",), {"holiday": "2026-05-01"}),
        (("evidence",), {"photo": True}), (("moments", 0), {"time": "11:00"}), (("published", 0), {}),
        (("commitments", 0, "status"), "kept"), (("commitments", 0, "due"), "soon"), (("money", 0, "of"), None),
    ],
)  # fmt: skip
def test_the_schema_and_the_reader_refuse_the_same(where: tuple[Any, ...], value: object) -> None:
    record = copy.deepcopy(FULL)
    inner: Any = record
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    assert not VALIDATOR.is_valid(record)
    with pytest.raises(Refused):
        session_from(record)
