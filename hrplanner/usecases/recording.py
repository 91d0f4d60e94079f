"""Writing down a session.

People, tallies, totals, turns, issues, promises. Each function is one step of `Workspace.run`.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from hrplanner.model.attendance import Tally
from hrplanner.model.commitments import Commitment, Status
from hrplanner.model.errors import Refused
from hrplanner.model.groups import AGE, EXCLUSIVE, GroupCode, dimension_of
from hrplanner.model.ids import PersonId, RowId, SessionId, new_id
from hrplanner.model.issues import AgendaItem, Answer, Decision, HowDecided, Issue
from hrplanner.model.people import NOBODY_ASKED, Consent, Person, Purpose, Role
from hrplanner.model.session import Session
from hrplanner.model.voice import Turn, TurnRole

_OLDEST_AGE = 130
TOTALS = ("heads", "signatures", "slips", "voters", "invitees", "members", "fully_organised", "seats", "chairs")


def new_session(*, number: str, title: str, kind: str, country: str | None = None) -> Session:
    """An empty session; number and title must say something."""
    for field, given in (("number", number), ("title", title)):
        if not given.strip():
            raise Refused("field_missing", field=field)
    return Session(id=SessionId(new_id()), number=number.strip(), title=title.strip(), kind=kind, country=country)


def register_person(
    session: Session,
    *,
    name: str | None = None,
    age: int | None = None,
    place: str | None = None,
    role: Role = Role.PARTICIPANT,
    groups: Iterable[GroupCode] = (),
    not_in: Iterable[GroupCode] = (),
    signed: bool | None = None,
    at: str | None = None,
    consent: Mapping[Purpose, bool] = NOBODY_ASKED,
) -> Session:
    """One more line on the list, named or not."""
    person = Person(
        id=PersonId(new_id()),
        name=_text(name),
        age=_age(age),
        place=_text(place),
        role=role,
        groups=_agreeing(groups),
        not_in=frozenset(_known(not_in)),
        signed=signed,
        at=at,
        consent=consent,
    )
    if (
        person.name is None
        and not person.groups
        and person.age is None
        and role is Role.PARTICIPANT
        and not person.not_in
    ):
        raise Refused("nothing_entered", field="name")
    return session.with_person(person)


def correct_person(session: Session, who: PersonId, to: Mapping[str, object]) -> Session:
    """The person with other values in the named fields of the list."""
    person = session.person(who)
    corrected: Person = replace(person, **to)  # type: ignore[arg-type]
    _age(corrected.age)
    return session.with_person(replace(corrected, groups=_agreeing(corrected.groups)))


def note_consent(session: Session, who: PersonId, purpose: Purpose, answer: Consent) -> Session:
    """What this person said when asked whether the name may be used so."""
    return session.with_person(session.person(who).answering(purpose, answer))


def put_in_group(session: Session, who: PersonId, group: GroupCode) -> Session:
    """Count this person as a member of the group from now on; in sex and age it takes the place of another code."""
    person = session.person(who)
    dimension = dimension_of(group)
    kept = {one for one in person.groups if dimension not in EXCLUSIVE or dimension_of(one) != dimension}
    return session.with_person(replace(person, groups=frozenset(kept | {group}), not_in=person.not_in - {group}))


def take_out_of_group(session: Session, who: PersonId, group: GroupCode) -> Session:
    """The person no longer says to be of the group; whether they said no is another matter."""
    person = session.person(who)
    return session.with_person(replace(person, groups=person.groups - {group}))


def remove_row(session: Session, row: bytes) -> Session:
    """The person, issue or promise goes to the bin."""
    return session.without(row)


def count_one(session: Session, group: GroupCode, *, by: int = 1) -> Session:
    """One stroke more (or less) on the tally of a group; a count never goes below none."""
    dimension_of(group)
    old = next((one for one in session.tallies if one.group == group and one.count is not None), None)
    if old is None:
        return session if by < 0 else session.with_tally(Tally(id=RowId(new_id()), group=group, count=by))
    return session.with_tally(replace(old, count=max(0, (old.count or 0) + by)))


def set_tally(session: Session, group: GroupCode, count: int | None) -> Session:
    """The tally of a group as counted, in the place of what was tallied before, by one counter or by several.

    None takes the tally away, which is not the same as none came.
    """
    dimension_of(group)
    if count is not None and count < 0:
        raise Refused("field_not_understood", field="count", value=str(count))
    old = [one for one in session.tallies if one.group == group]
    for one in old if count is None else old[1:]:
        session = session.without(one.id)
    if count is None:
        return session
    if not old:
        return session.with_tally(Tally(id=RowId(new_id()), group=group, count=count))
    counted_by = old[0].counted_by if len(old) == 1 else None
    return session.with_tally(replace(old[0], count=count, low=None, high=None, percent=None, counted_by=counted_by))


def set_total(session: Session, which: str, number: int | None) -> Session:
    """One of the totals kept apart (heads, signatures, slips) or of the wholes a rule may ask for.

    None is not known.
    """
    if which not in TOTALS:
        raise Refused("field_not_understood", field="total", value=which)
    if number is not None and number < 0:
        raise Refused("field_not_understood", field=which, value=str(number))
    changed: Session = replace(session, **{which: number})  # type: ignore[arg-type]
    return replace(changed, heads_low=None, heads_high=None) if which == "heads" else changed


def note_turn(
    session: Session, *, group: GroupCode | None, role: TurnRole = TurnRole.RAISED, at: str | None = None
) -> Session:
    """Somebody spoke; of which group, if it is known."""
    _known(() if group is None else (group,))
    return session.with_turn(Turn(id=RowId(new_id()), group=group, role=role, at=at))


def add_agenda_item(session: Session, text: str, minutes: int | None = None) -> Session:
    """A point to be dealt with, after the others."""
    after = max((item.position for item in session.agenda), default=-1) + 1
    item = AgendaItem(id=RowId(new_id()), text=_needed(text, "text"), position=after, minutes=minutes)
    return session.with_agenda_item(item)


def raise_issue(
    session: Session,
    *,
    text: str,
    raised_by: Iterable[GroupCode] = (),
    theme: str | None = None,
    place: str | None = None,
) -> Session:
    """Something people raised, by which groups, to which theme."""
    code = _next_code("i", [one.code for one in session.issues])
    issue = Issue(
        id=RowId(new_id()),
        code=code,
        text=_needed(text, "text"),
        raised_by=_known(raised_by),
        theme=_text(theme),
        place=_text(place),
    )
    return session.with_issue(issue)


def correct_issue(session: Session, which: RowId, to: Mapping[str, object]) -> Session:
    """The issue with other values in the named fields."""
    return session.with_issue(replace(session.issue(which), **to))  # type: ignore[arg-type]


def answer_issue(
    session: Session, which: RowId, *, answer: Answer, reason: str | None = None, office: str | None = None
) -> Session:
    """The one answer an issue gets; anything but accepted needs a plain reason and an office."""
    if answer is not Answer.ACCEPTED and not (_text(reason) and _text(office)):
        raise Refused("reason_needed", answer=str(answer))
    return session.with_issue(replace(session.issue(which), answer=answer, reason=_text(reason), office=_text(office)))


def decide(
    session: Session,
    *,
    text: str,
    how: HowDecided | None = None,
    dissent: str | None = None,
    answers: Iterable[str] = (),
) -> Session:
    """What the body resolved, and which issues that answers."""
    code = _next_code("d", [one.code for one in session.decisions])
    text, dissent = _needed(text, "text"), _text(dissent)
    made = Decision(id=RowId(new_id()), code=code, text=text, how=how, dissent=dissent, answers=tuple(answers))
    return session.with_decision(made)


def promise(
    session: Session,
    *,
    text: str,
    owner: str | None = None,
    first_step: str | None = None,
    due: dt.date | None = None,
    money: int | None = None,
    answers: Iterable[str] = (),
) -> Session:
    """A commitment of an office, and which issues it answers."""
    code = _next_code("c", [one.code for one in session.commitments])
    commitment = Commitment(
        id=RowId(new_id()),
        code=code,
        text=_needed(text, "text"),
        owner=_text(owner),
        first_step=_text(first_step),
        due=due,
        money=money,
        answers=tuple(answers),
    )
    return session.with_commitment(commitment)


def correct_commitment(session: Session, which: RowId, to: Mapping[str, object]) -> Session:
    """The promise with other values in the named fields."""
    return session.with_commitment(replace(session.commitment(which), **to))  # type: ignore[arg-type]


def report_progress(session: Session, which: RowId, *, status: Status, progress: str | None = None) -> Session:
    """Where a promise stands now; one that was stopped or changed says why."""
    if status in {Status.STOPPED, Status.CHANGED} and not _text(progress):
        raise Refused("reason_needed", answer=str(status))
    return session.with_commitment(replace(session.commitment(which), status=status, progress=_text(progress)))


# ------------------------------------------------------------------------------------------ what is entered


def _text(given: str | None) -> str | None:
    stripped = (given or "").strip()
    return stripped or None


def _needed(given: str, field: str) -> str:
    text = _text(given)
    if text is None:
        raise Refused("field_missing", field=field)
    return text


def _age(age: int | None) -> int | None:
    if age is not None and not 0 <= age <= _OLDEST_AGE:
        raise Refused("age_not_possible", age=age)
    return age


def _known(groups: Iterable[GroupCode]) -> tuple[GroupCode, ...]:
    """The groups, each of which has a place in a dimension."""
    found = tuple(groups)
    for group in found:
        dimension_of(group)
    return found


def _agreeing(groups: Iterable[GroupCode]) -> frozenset[GroupCode]:
    """Groups of one person: any number, but one code only in sex; age may be said by a band."""
    chosen = frozenset(_known(groups))
    for dimension in EXCLUSIVE - {AGE}:
        same = sorted(code for code in chosen if dimension_of(code) == dimension)
        if len(same) > 1:
            raise Refused("groups_exclude_each_other", one=same[0], other=same[1])
    return chosen


def _next_code(letter: str, used: list[str]) -> str:
    number = len(used) + 1
    while f"{letter}{number}" in used:
        number += 1
    return f"{letter}{number}"
