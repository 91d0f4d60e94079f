"""Counting and rules on a loaded session of 5,000 people, against one SQL query that gives the same numbers."""

import random
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from hrplanner.model.counting import in_group_alone
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import PersonId, SessionId, new_id
from hrplanner.model.office import new_office
from hrplanner.model.people import Person
from hrplanner.model.rules.reading import read_rule
from hrplanner.model.rules.verdicts import check_all
from hrplanner.model.session import Session
from hrplanner.storage.opening import create_book, open_book
from hrplanner.usecases.workspace import Workspace
from tests.benchmarks.conftest import best_of

PROMISED = 3.0
PEOPLE = 5_000
GROUPS = tuple(GroupCode(code) for code in ("women", "men", "dalit", "indigenous", "persons_with_disabilities"))
RULES = {
    f"rule-{place}": read_rule(
        {
            "id": f"rule-{place}",
            "title": "A share",
            "kind": "share",
            "numerator": code,
            "denominator": "attendees",
            "threshold": "1/3",
        }
    )
    for place, code in enumerate(GROUPS)
}
BY_HAND = """
select m."group", sum(m.belongs), count(distinct p.id) - count(m.person)
from person p join membership m on m.person = p.id
where p.session = ? and p.binned is null and p.role in ('participant', 'representative')
group by m."group"
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with one large session."""
    place = tmp_path_factory.mktemp("book") / "large.hrplan"
    book = create_book(place, new_office(name="Large", country="np"))
    Workspace(book).add_session(large_session())
    book.close()
    return place


def large_session() -> Session:
    chance = random.Random(7)
    people = tuple(
        Person(
            id=PersonId(new_id()),
            name=f"Person {number}",
            age=chance.randrange(15, 90),
            groups=frozenset({chance.choice(GROUPS[:2]), *chance.sample(GROUPS[2:], chance.randrange(3))}),
        )
        for number in range(PEOPLE)
    )
    return Session(
        id=SessionId(new_id()), number="L1", title="Large", kind="ward_assembly", heads=PEOPLE, people=people
    )


def test_counting_a_loaded_session(path: Path, report: Callable[[str], None]) -> None:
    book = open_book(path)
    session = book.session("L1")
    loading = best_of(3, lambda: book.session("L1"))
    book.close()
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    by_hand = {code: number for code, number, _ in connection.execute(BY_HAND, (session.id,))}
    assert {code: in_group_alone(session, code).low for code in GROUPS} == by_hand
    floor = best_of(9, lambda: list(connection.execute(BY_HAND, (session.id,))))
    ours = best_of(9, lambda: check_all(RULES, session))
    ratio = ours / floor
    report(
        f"count and check 5,000 people: {ours * 1000:.1f} ms, SQL by hand {floor * 1000:.1f} ms, "
        f"ratio {ratio:.2f} (promised under {PROMISED}); loading the session {loading * 1000:.0f} ms"
    )
    assert ratio < 2 * PROMISED
