"""What of a record leaves the office: built up field by field from what may be seen, never by taking things away.

A field that is added to the record later does not travel until it is named here.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from hrplanner.model.attendance import Tally
from hrplanner.model.commitments import Commitment
from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.disclosure import Protection
from hrplanner.model.formalities import OfficeSignature
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId
from hrplanner.model.issues import Decision, Issue
from hrplanner.model.office import Office, StoredRule
from hrplanner.model.people import Purpose
from hrplanner.model.session import Session

PARTNER, PUBLIC, OVERSIGHT = READERS = ("partner", "public", "oversight")
"""Who a packet may be for. Oversight (an auditor, a commission) sees every figure, and no name either; a partner gets
the names of those who agreed to that."""


AS_IT_IS = (
    "number", "title", "kind", "country", "series", "body", "legal_basis", "reheld_of", "held", "date",
    "date_as_written", "start", "end", "venue", "voters", "invitees", "members", "fully_organised", "seats", "chairs",
    "absent", "notice_date", "notice_means", "notice_places", "dates", "evidence", "recalled", "replies", "next_steps",
    "published",
)  # fmt: skip
"""The fields of a session that every reader may see as they are."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A session as its reader may see it, whose names go along, and how many things of each kind were left out."""

    session: Session
    names: tuple[str, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)


def names_for(session: Session, reader: str) -> tuple[str, ...]:
    """The names that such a reader gets, by consent for just that, in the order of letters and not of the list."""
    if reader != PARTNER:
        return ()
    return tuple(sorted({one.name for one in session.people if one.name and one.allows(Purpose.PARTNERS)}))


def shared(
    session: Session, protection: Protection | None, groups: Iterable[GroupCode], *, names: tuple[str, ...] = ()
) -> Shared:
    """The session for a reader outside; without `protection` all figures of the `groups` are shown."""
    figures = session if protection is None else protection.figures
    codes = sorted(set(groups))
    shown = [code for code in codes if protection is None or not protection.hides(code)]
    turns = tuple(replace(turn, at=None, source=None) for turn in session.turns if turn.group in {None, *shown})
    left_out = Counter(
        names=sum(one.name not in names for one in session.people),
        groups=len(codes) - len(shown),
        turns=len(session.turns) - len(turns),
        signatories=sum(one.name is not None for one in session.signatures_of),
    )
    built = Session(
        id=session.id,
        **{name: getattr(session, name) for name in AS_IT_IS},
        signatures=_large(figures.signatures, protection),
        slips=_large(figures.slips, protection),
        moments=tuple(one for one in session.moments if _large(one.heads, protection) is not None),
        not_asked=figures.not_asked,
        not_stated={
            dimension: silent
            for dimension, silent in figures.not_stated.items()
            if protection is None or dimension not in protection.silent
        },
        tallies=tuple(_tally(figures, code) for code in shown),
        turns=turns,
        agenda=tuple(replace(one, source=None) for one in session.agenda),
        issues=tuple(_issue(one, shown) for one in session.issues),
        decisions=tuple(_decision(one) for one in session.decisions),
        commitments=tuple(_commitment(one) for one in session.commitments),
        money=tuple(replace(one, source=None) for one in session.money if one.group in shown),
        signatures_of=tuple(
            OfficeSignature(id=one.id, office=one.office, signed=one.signed) for one in session.signatures_of
        ),
    )
    return Shared(_with_heads(built, figures, protection), names, +left_out)


def shared_office(office: Office, *, office_id: RowId) -> Office:
    """The frame of a packet: whose record it is, what is measured, and nobody's name."""
    return Office(
        id=office_id,
        name=office.name,
        country=office.country,
        language=office.language,
        paper_language=office.paper_language,
        practice=office.practice,
        web_address=office.web_address,
        groups=office.groups,
        series=office.series,
        bodies=office.bodies,
        keys=office.keys,
        rules=tuple(
            StoredRule(id=rule.id, code=rule.code, written=rule.written, switched=rule.switched)
            for rule in office.rules
        ),
    )


def _large(total: int | None, protection: Protection | None) -> int | None:
    """The total, if it does not point at persons."""
    return None if protection is not None and protection.smallest.points_at_persons(total) else total


def _with_heads(built: Session, figures: Session, protection: Protection | None) -> Session:
    """Those present as they were counted, by heads or by the list; where they are few, only that they are."""
    count = attendees(figures)
    if protection is not None and protection.smallest.points_at_persons(count.high):
        return replace(built, heads_low=0, heads_high=protection.smallest.usual - 1)
    if count.exact:
        return replace(built, heads=count.low)
    return replace(built, heads_low=count.low, heads_high=count.high)


def _tally(figures: Session, code: GroupCode) -> Tally:
    row_id = RowId(hashlib.sha256(figures.id + code.encode()).digest()[:16])
    count = in_group_alone(figures, code)
    if count.exact:
        return Tally(id=row_id, group=code, count=count.low)
    return Tally(id=row_id, group=code, low=count.low, high=count.high)


def _issue(one: Issue, shown: Iterable[GroupCode]) -> Issue:
    return Issue(
        id=one.id,
        code=one.code,
        text=one.text,
        raised_by=tuple(code for code in one.raised_by if code in shown),
        theme=one.theme,
        place=one.place,
        volume=one.volume,
        cost=one.cost,
        answer=one.answer,
        reason=one.reason,
        office=one.office,
    )


def _decision(one: Decision) -> Decision:
    return Decision(id=one.id, code=one.code, text=one.text, how=one.how, dissent=one.dissent, answers=one.answers)


def _commitment(one: Commitment) -> Commitment:
    return Commitment(
        id=one.id,
        code=one.code,
        text=one.text,
        answers=one.answers,
        owner=one.owner,
        first_step=one.first_step,
        due=one.due,
        money=one.money,
        status=one.status,
        progress=one.progress,
    )
