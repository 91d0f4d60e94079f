"""The practice town: its records are whole, and each planted fault is really in it."""

import datetime as dt
import json
from functools import cache
from pathlib import Path

import pytest

from hrplanner.model.commitments import is_overdue
from hrplanner.model.counting import attendees
from hrplanner.model.record.bodies import body_from
from hrplanner.model.record.sessions import session_from
from hrplanner.model.rules.composition import composed
from hrplanner.model.rules.reading import Rule, read_rule
from hrplanner.model.rules.verdicts import Verdict, check
from hrplanner.model.session import Session
from hrplanner.usecases.checking import read_rule_file
from hrplanner.words.calendars import read_date

TOWN = Path(__file__).resolve().parents[2] / "resources" / "practice"
LATER = dt.date(2026, 11, 24)


@cache
def sessions() -> dict[str, Session]:
    records = json.loads((TOWN / "sessions.json").read_text(encoding="utf-8"))
    return {record["number"]: session_from(record) for record in records}


@cache
def rules() -> dict[str, Rule]:
    tables = read_rule_file((TOWN / "rules.toml").read_text(encoding="utf-8"))
    return {str(table["id"]): read_rule(table) for table in tables}


def test_there_is_a_year_of_three_series() -> None:
    held = [session for session in sessions().values() if session.held]
    assert len(held) >= 12
    assert len({session.series for session in held}) == 3
    days = sorted(session.date for session in held if session.date)
    assert (days[-1] - days[0]).days > 270


@pytest.mark.parametrize("number", sorted(sessions()))
def test_the_date_as_written_is_the_day_it_was(number: str) -> None:
    session = sessions()[number]
    assert session.date_as_written
    assert read_date(session.date_as_written, calendar="bs") == session.date


@pytest.mark.parametrize("number", sorted(sessions()))
def test_promises_and_decisions_answer_issues_that_are_there(number: str) -> None:
    session = sessions()[number]
    known = {issue.code for issue in session.issues}
    answered = [promise.answers for promise in session.commitments] + [made.answers for made in session.decisions]
    assert {code for codes in answered for code in codes} <= known


@pytest.mark.parametrize(
    ("number", "rule", "verdict"),
    [
        ("W5-2026-014", "women-third", Verdict.MET),
        ("W5-2026-014", "quorum-5-percent", Verdict.MET),
        ("W5-2026-014", "young-quarter", Verdict.NOT_MET),
        ("W5-2026-014", "disability-twentieth", Verdict.CANNOT_DETERMINE),
        ("W5-2026-002", "quorum-5-percent", Verdict.NOT_MET),
        ("W5-2026-003", "quorum-5-percent", Verdict.WAIVED),
        ("W5-2026-007", "money-women-30-percent", Verdict.NOT_MET),
        ("W5-2026-009", "women-33-percent-committee", Verdict.MET),
        ("W5-2026-011", "women-third", Verdict.CANNOT_DETERMINE),
        ("W5-2026-016", "women-third", Verdict.CANNOT_DETERMINE),
        ("W5-2026-019", "women-third", Verdict.MET),
        ("W5-2025-033", "women-third", Verdict.NOT_MET),
        ("W5-2026-025", "women-third", Verdict.NOT_APPLICABLE),
    ],
)
def test_the_planted_verdicts(number: str, rule: str, verdict: Verdict) -> None:
    assert check(rules()[rule], sessions()[number], rules()).verdict is verdict


def test_the_planted_figures() -> None:
    assembly, hearing = sessions()["W5-2026-014"], sessions()["W5-2026-007"]
    assert (assembly.heads, assembly.signatures, assembly.slips) == (84, 71, 78)
    assert (hearing.start, hearing.end) == ("14:00", "11:30")
    assert attendees(sessions()["W5-2026-011"]).high is None
    assert not rules()["committee-odd"].on


def test_children_are_on_the_lists_of_the_town() -> None:
    ages = [person.age for session in sessions().values() for person in session.people if person.age is not None]
    assert min(ages) < 12


def test_promises_of_the_town_have_gone_overdue_and_others_have_not() -> None:
    promises = [promise for session in sessions().values() for promise in session.commitments]
    late = [promise for promise in promises if is_overdue(promise, LATER)]
    assert len(late) >= 6
    assert [promise for promise in promises if promise.due is None]
    assert [promise for promise in promises if promise.due and promise.due > LATER]


@pytest.mark.parametrize(
    ("code", "rule", "verdict"),
    [
        ("water-upper-tole", "committee-post-woman", Verdict.MET),
        ("monitoring-upper-tole", "monitoring-woman", Verdict.CANNOT_DETERMINE),
    ],
)
def test_the_committees_of_the_town_have_their_planted_verdicts(code: str, rule: str, verdict: Verdict) -> None:
    records = json.loads((TOWN / "bodies.json").read_text(encoding="utf-8"))
    bodies = {body.code: (body, seats) for body, seats in map(body_from, records)}
    body, seats = bodies[code]
    (finding,) = composed(rules()[rule], (body,), seats, LATER)
    assert finding.verdict is verdict
    members = sum(1 for seat in bodies["water-upper-tole"][1] if "women" in seat.groups)
    assert (members, sessions()["W5-2026-009"].members) == (3, 9)


def test_names_are_written_in_the_script_of_the_town() -> None:
    names = [person.name for session in sessions().values() for person in session.people if person.name]
    assert all(any("ऀ" <= mark <= "ॿ" for mark in name) for name in names)
