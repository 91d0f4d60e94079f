"""One invented ward assembly with something of everything, and the office that held it."""

from __future__ import annotations

import datetime as dt

from hrplanner.model.attendance import Tally
from hrplanner.model.commitments import Commitment
from hrplanner.model.groups import Dimension, GroupCode
from hrplanner.model.ids import RowId, SessionId, new_id
from hrplanner.model.issues import AgendaItem, Answer, Decision, HowDecided, Issue
from hrplanner.model.minutes import MinutesVersion
from hrplanner.model.office import Office, StoredRule, new_office
from hrplanner.model.session import Session
from hrplanner.model.voice import Turn, TurnRole

DIGEST = "2d7116416ef26a080a5a93e9ffcf2a5e1f0c2b4a59687786a5b4c3d2e1f00112"
RULES: tuple[dict[str, object], ...] = (
    {
        "id": "dalit-fifth",
        "title": "Dalit residents, at least 1/5 of those present",
        "title_ne": "दलित बासिन्दा, उपस्थितमध्ये कम्तीमा १/५",
        "kind": "share",
        "numerator": "dalit",
        "denominator": "attendees",
        "threshold": "1/5",
        "source": "Own target of Ward 5",
        "sentence": "One in five of those present.",
    },
    {
        "id": "elders",
        "title": "Aged 60 and over, at least 1/4 of those present",
        "kind": "share",
        "numerator": "age_60_up",
        "denominator": "attendees",
        "threshold": "1/4",
        "source": "Own target of Ward 5",
    },
    {
        "id": "groups-of-the-law",
        "title": "The groups named in the law take part in planning",
        "kind": "presence",
        "all_of": ["women", "dalit"],
        "force": "law",
        "confidence": "S",
        "source": "Local Government Operation Act 2074",
        "article": "s. 24(5)",
        "sentence": "… maximum participation of … women, children, Dalits, youth, minorities …",
    },
    {
        "id": "quorum",
        "title": "A tenth of the voters, or 500",
        "kind": "quorum",
        "numerator": "attendees",
        "denominator": "voters",
        "threshold": "5%",
        "force": "law",
        "confidence": "S",
        "source": "An act",
    },
    {
        "id": "women-third",
        "title": "Women, at least 1/3 of those present",
        "title_ne": "महिला, उपस्थितमध्ये कम्तीमा १/३",
        "kind": "share",
        "numerator": "women",
        "denominator": "attendees",
        "threshold": "1/3",
        "source": "Own target of Ward 5",
        "sentence": "At least one third of those present are women.",
    },
)


def row() -> RowId:
    """A new id."""
    return RowId(new_id())


def office(*, name: str = "Hariyokhola Rural Municipality · Ward 5", practice: bool = True) -> Office:
    """The office with its five rules."""
    made = new_office(name=name, country="np", practice=practice)
    for rule in RULES:
        made = made.with_rule(StoredRule(id=row(), code=str(rule["id"]), written=rule))
    return made


def version(number: int = 3) -> MinutesVersion:
    """A frozen version with a fixed digest."""
    return MinutesVersion(id=row(), version=number, canonical="{}", digest=DIGEST, log_head="00", frozen_at=0)


def assembly() -> Session:
    """The ward assembly of 12 May 2026."""
    return Session(
        id=SessionId(new_id()),
        number="W5-2026-014",
        title="Settlement-level planning for fiscal year 2083/84",
        kind="ward_assembly",
        country="np",
        date=dt.date(2026, 5, 12),
        start="10:00",
        end="12:30",
        venue="Community hall, Majhgaun",
        heads=84,
        signatures=71,
        slips=78,
        voters=1510,
        not_stated={Dimension("sex"): 2},
        tallies=tuple(
            Tally(id=row(), group=GroupCode(group), count=count)
            for group, count in (("women", 42), ("men", 30), ("dalit", 6), ("age_18_24", 14), ("age_60_up", 12))
        ),
        turns=(
            Turn(id=row(), group=GroupCode("women"), count=19),
            Turn(id=row(), group=GroupCode("men"), count=38),
            Turn(id=row(), group=None, count=4),
            Turn(id=row(), role=TurnRole.ANSWERED, count=7),
        ),
        agenda=(AgendaItem(id=row(), text="Drinking water"), AgendaItem(id=row(), text="Roads", position=1)),
        issues=issues(),
        decisions=(
            Decision(
                id=row(),
                code="d1",
                text="Two public taps are built in Upper Tole before the road works begin.",
                how=HowDecided.MAJORITY,
                dissent="Two residents of Lower Tole ask that their old tap is repaired first.",
                answers=("i1",),
            ),
            Decision(id=row(), code="d2", text="The next meeting is on 11 August 2026."),
        ),
        commitments=(
            Commitment(
                id=row(),
                code="14",
                text="Two taps in Upper Tole",
                answers=("i1",),
                owner="Ward engineer",
                first_step="survey of the line",
                due=dt.date(2026, 9, 30),
                money=640000,
            ),
            Commitment(id=row(), code="15", text="A letter for the other 300 m"),
        ),
    )


def issues() -> tuple[Issue, ...]:
    """One long issue with an answer, one short one without."""
    return (
        Issue(
            id=row(),
            code="i1",
            text="The nearest tap is 40 minutes uphill. In the dry months the queue begins at four in the morning, and "
            "girls miss the first lesson. The engineer measured 0.4 litres a second at the spring.",
            raised_by=(GroupCode("women"), GroupCode("persons_with_disabilities")),
            theme="Drinking water",
            answer=Answer.PARTLY,
            reason="enough for two more taps, not for a pipe to every house",
            office="Ward engineer",
        ),
        Issue(id=row(), code="i2", text="Drain along the school road"),
    )
