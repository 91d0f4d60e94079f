"""Whatever is changed in a record is found, and the field is named."""

import copy
import json
import os
import random
from typing import Any

from hrplanner.model.record.changes import record_changes
from hrplanner.usecases.freezing import canonical_record, digest_of
from tests.storage.records import full_session

CHANGES = int(os.environ.get("HRPLANNER_EDITS", "300"))  # 1,000 and more in a campaign
CANONICAL = canonical_record(full_session(), "00" * 16)
RECORD: dict[str, Any] = json.loads(CANONICAL)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The places of all single values of a record."""
    if isinstance(value, dict):
        return [place for name in value for place in leaves(value[name], (*path, name))]
    if isinstance(value, list):
        return [place for at, one in enumerate(value) for place in leaves(one, (*path, at))]
    return [path]


def other(value: Any, chance: random.Random) -> Any:
    """Another value of the same kind, or none."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + chance.choice((-1, 1, 10))
    place = chance.randrange(len(value) + 1)
    return chance.choice((None, f"{value[:place]}{chance.choice('xyz7')}{value[place:]}"))


def test_every_single_change_is_found_and_named() -> None:
    chance = random.Random(7)
    places = [place for place in leaves(RECORD) if place[0] != "salt"]
    for _ in range(CHANGES):
        place = chance.choice(places)
        changed = copy.deepcopy(RECORD)
        inner: Any = changed
        for step in place[:-1]:
            inner = inner[step]
        inner[place[-1]] = other(inner[place[-1]], chance)
        assert digest_of(json.dumps(changed)) != digest_of(CANONICAL)
        found = record_changes(RECORD, changed)
        assert found, place
        names = [step for step in place if isinstance(step, str)]
        assert all(names[0] == one.path[0] for one in found)
        assert any(names[-1] in one.path for one in found), (place, found)


def test_rows_are_known_by_their_names_and_whole_rows_come_and_go() -> None:
    before = {"commitments": [{"id": "c1", "due": "2026-08-01"}, {"id": "c2"}], "heads": 84}
    after = {"commitments": [{"id": "c2"}, {"id": "c1", "due": "2026-08-02"}, {"id": "c3", "text": "t"}], "heads": 84}
    found = {one.place: (one.before, one.after) for one in record_changes(before, after)}
    assert found == {
        "commitments.c1.due": ("2026-08-01", "2026-08-02"),
        "commitments.c3": (None, "id: c3, text: t"),
    }
    assert record_changes(RECORD, RECORD) == ()
    assert record_changes({"salt": "a"}, {"salt": "b"}) == ()
