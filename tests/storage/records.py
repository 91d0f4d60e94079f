"""Sessions to store: one that uses every kind of row, and made-up ones."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from hrplanner.model.attendance import Tally
from hrplanner.model.commitments import Commitment, MoneyLine, Status
from hrplanner.model.formalities import Event, Evidence, Moment, OfficeSignature, Publication
from hrplanner.model.groups import Dimension, GroupCode, standard_groups
from hrplanner.model.ids import PersonId, RowId, SessionId, new_id
from hrplanner.model.issues import AgendaItem, Answer, Decision, HowDecided, Issue
from hrplanner.model.people import Person, Role
from hrplanner.model.principles import Asked, Reply
from hrplanner.model.session import Session
from hrplanner.model.voice import Turn, TurnRole

WOMEN, DALIT = GroupCode("women"), GroupCode("dalit")


def row_id() -> RowId:
    return RowId(new_id())


def person(name: str | None = "Sita Chaudhary", *groups: GroupCode) -> Person:
    return Person(id=PersonId(new_id()), name=name, groups=frozenset(groups))


def bare_session(number: str = "W5-2026-001") -> Session:
    return Session(id=SessionId(new_id()), number=number, title="Ward assembly", kind="ward_assembly")


def full_session(number: str = "W5-2026-014") -> Session:
    """A session with every field and every kind of row."""
    return replace(
        bare_session(number),
        country="np", series="plan-2083", body="ward-5", legal_basis="s. 5", reheld_of="W5-2026-013", held=True,
        date=dt.date(2026, 5, 12), date_as_written="२०८३ बैशाख २९", start="10:00", end="12:30", venue="Ward office",
        heads=84, heads_low=80, heads_high=90, signatures=80, slips=71, voters=1510, invitees=100, members=5,
        fully_organised=4, seats=9, chairs=2,
        not_stated={Dimension("sex"): 2}, not_asked=frozenset({Dimension("disability")}), source="file:7",
        absent=frozenset({Role.ELECTED}), notice_date=dt.date(2026, 5, 1), notice_means=("drum", "poster"),
        notice_places=("Ward office", "School"), notice_proof="photo 3", dates={Event.MINUTES: dt.date(2026, 5, 20)},
        evidence={Evidence.ACCOUNTS: True, Evidence.AUDIT_REPORT: False},
        replies={Asked.ALL_THERE: Reply.PARTLY, Asked.WHO_DECIDES: Reply.NOT_KNOWN},
        next_steps={Asked.ALL_THERE: "Ask the Dalit hamlet before the next notice"},
        recalled={"W5-2026-013/c1": "", "W5-2026-013/c2": "The engineer was ill"},
        barriers="Steps at the door", support="Interpreter",
        people=(
            replace(person("Sita", WOMEN, DALIT), code="A1", age=33, resident=False,
                    not_in=frozenset({GroupCode("muslim")}),
                    place="Tole 2", signed=True, at="10:05", role=Role.OFFICIAL, source="file:8"),
            person(None),
            replace(person("Ram"), signed=False),
        ),
        tallies=(
            Tally(id=row_id(), group=WOMEN, count=45, counted_by="Maya", source="x"),
            Tally(id=row_id(), group=DALIT, low=8, high=12),
            Tally(id=row_id(), group=GroupCode("age_60_up"), percent="19"),
        ),
        turns=(
            Turn(id=row_id(), group=WOMEN, role=TurnRole.RAISED, seconds=40, at="10:20"),
            Turn(id=row_id(), count=7),
        ),
        agenda=(
            AgendaItem(id=row_id(), text="Water", position=1, minutes=20),
            AgendaItem(id=row_id(), text="Road", position=0),
        ),
        issues=(
            Issue(id=row_id(), code="i1", text="No water in Tole 2 'since' April", raised_by=(WOMEN, DALIT),
                  theme="water", place="Tole 2", volume="2 taps", cost=64000, answer=Answer.NOT_ACCEPTED,
                  reason="No money", office="Ward office"),
        ),
        decisions=(
            Decision(id=row_id(), code="d1", text="Dig a well", how=HowDecided.CONSENSUS, dissent="two",
                     answers=("i1",)),
        ),
        commitments=(
            Commitment(id=row_id(), code="c1", text="Dig a well", answers=("i1",), owner="Ward office",
                       first_step="Survey", due=dt.date(2026, 8, 1), money=30000, status=Status.STARTED,
                       progress="half"),
        ),
        money=(MoneyLine(id=row_id(), group=WOMEN, amount=30000, of=100000),),
        moments=(Moment(id=row_id(), time="11:45", heads=60), Moment(id=row_id(), heads=58)),
        signatures_of=(OfficeSignature(id=row_id(), office="secretary", name="Gita", signed=True),),
        published=(Publication(id=row_id(), place="Notice board", date=dt.date(2026, 5, 21)),),
    )  # fmt: skip


groups = st.sampled_from(standard_groups())
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
people = st.builds(
    lambda **fields: Person(id=PersonId(new_id()), **fields),
    code=st.none() | texts,
    name=st.none() | texts,
    age=st.none() | st.integers(0, 120),
    role=st.sampled_from(Role),
    groups=st.frozensets(groups, max_size=4),
    signed=st.none() | st.booleans(),
    place=st.none() | texts,
)
issues = st.builds(
    lambda **fields: Issue(id=row_id(), **fields),
    code=texts,
    text=texts,
    raised_by=st.lists(groups, max_size=3).map(tuple),
    theme=st.none() | texts,
    answer=st.none() | st.sampled_from(Answer),
)
tallies = st.builds(
    lambda **fields: Tally(id=row_id(), **fields),
    group=groups,
    count=st.none() | st.integers(0, 10**6),
    percent=st.none() | texts,
)
