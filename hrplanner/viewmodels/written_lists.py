"""The lists that Prepare and Decide are written in: agenda, answers, decisions, promises of earlier meetings."""

from collections.abc import Mapping
from typing import Any

from hrplanner.model.agenda import Step, minute_of, steps
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId
from hrplanner.model.issues import Answer, HowDecided
from hrplanner.model.session import Session
from hrplanner.usecases import meeting_rows as written
from hrplanner.usecases.printing import promises_before
from hrplanner.usecases.recording import add_agenda_item, answer_issue, correct_issue, decide
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.table import Cell, Column, Row, row
from hrplanner.viewmodels.written import Blank, Kind
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

DAY = 24 * 60
READ_OUT = "read_out"


def agenda_list(workspace: Workspace, words: Catalog) -> Kind:
    """Every step with its hour; the standing ones are on every agenda and have no words of their own to correct."""
    say = words.say

    def rows(session: Session) -> tuple[Row, ...]:
        earlier = len(promises_before(workspace.book, session))
        return tuple(_step_line(words, session, one, earlier) for one in steps(session, earlier))

    def correct(session: Session, key: bytes, column: str, value: Any) -> Session:
        if all(point.id != key for point in session.agenda):
            raise Refused("standing_point")
        return written.correct_row(session, "agenda", key, {column: value})

    return Kind(
        name=say("Agenda"),
        noun="point",
        part="agenda",
        blanks=(
            Blank(code="text", title=say("Point of the agenda"), share=5),
            Blank(code="minutes", title=say("Minutes"), reading="number"),
        ),
        columns=(
            Column(code="time", title=say("Time"), width=84),
            Column(code="text", title=say("Point"), editable=True),
            Column(code="minutes", title=say("Minutes"), width=96, number=True, editable=True),
        ),
        rows=rows,
        empty=say("No points yet"),
        add=lambda session, typed: add_agenda_item(session, typed["text"] or "", typed["minutes"]),
        correct=correct,
        ordered=True,
    )


def decision_list(_: Workspace, words: Catalog) -> Kind:
    """What the body resolved, how, against which opinions, and which issue that answers."""
    say = words.say
    ways = tuple((str(one), labels.word(words, "how", str(one))) for one in HowDecided)

    def rows(session: Session) -> tuple[Row, ...]:
        return tuple(
            row(
                one.id,
                one.code,
                one.text,
                labels.word(words, "how", str(one.how)) if one.how else not_said(words),
                Cell(one.dissent) if one.dissent else Cell(say("none noted"), typed=""),
                Cell(", ".join(one.answers)) if one.answers else Cell(say("none"), typed=""),
            )
            for one in session.decisions
        )

    return Kind(
        name=say("Decisions"),
        noun="decision",
        part="decisions",
        blanks=(
            Blank(code="text", title=say("Decision"), share=5),
            Blank(code="how", title=say("How"), share=2, options=(("", not_said(words)), *ways)),
            Blank(code="dissent", title=say("Other opinions"), share=3),
            Blank(code="answers", title=say("Answers issues"), share=1, reading="codes"),
        ),
        columns=(
            Column(code="code", title=say("Code"), width=60),
            Column(code="text", title=say("Decision"), editable=True),
            Column(code="how", title=say("How"), width=120),
            Column(code="dissent", title=say("Other opinions"), width=170, editable=True),
            Column(code="answers", title=say("Answers issues"), width=110, editable=True),
        ),
        rows=rows,
        empty=say("No decisions yet"),
        add=_decide,
        correct=lambda session, key, column, value: written.correct_row(
            session, "decisions", key, {column: _answered(session, value) if column == "answers" else value}
        ),
        offered=ways,
        choose=lambda session, key, code: written.correct_row(session, "decisions", key, {"how": HowDecided(code)}),
    )


def answer_list(_: Workspace, words: Catalog) -> Kind:
    """The one answer each issue gets: you said, we did, we could not because."""
    say = words.say

    def rows(session: Session) -> tuple[Row, ...]:
        return tuple(
            row(
                one.id,
                one.code,
                one.text,
                Cell(labels.word(words, "answer", str(one.answer)))
                if one.answer
                else Cell(say("no answer yet"), "attention"),
                or_not_said(words, one.reason),
                or_not_said(words, one.office),
            )
            for one in session.issues
        )

    def choose(session: Session, key: bytes, code: str) -> Session:
        issue = session.issue(RowId(key))
        return answer_issue(session, issue.id, answer=Answer(code), reason=issue.reason, office=issue.office)

    return Kind(
        name=say("Answers to what was raised"),
        noun="answer",
        part="issues",
        columns=(
            Column(code="code", title=say("Code"), width=60),
            Column(code="text", title=say("Issue")),
            Column(code="answer", title=say("Answer"), width=150),
            Column(code="reason", title=say("Reason"), width=220, editable=True),
            Column(code="office", title=say("Office"), width=140, editable=True),
        ),
        rows=rows,
        empty=say("Nothing was raised yet"),
        offered=tuple((str(one), labels.word(words, "answer", str(one))) for one in Answer),
        choose=choose,
        correct=lambda session, key, column, value: correct_issue(session, RowId(key), {column: value}),
    )


def earlier_list(workspace: Workspace, words: Catalog) -> Kind:
    """Promises of earlier meetings that are still open: each is read out at this one, or put off with a reason."""
    say = words.say

    def named(key: bytes) -> str:
        line = next(one for one in workspace.book.commitment_lines() if one.id == key)
        return f"{line.number}/{line.code}"

    def rows(session: Session) -> tuple[Row, ...]:
        return tuple(
            row(
                one.id,
                one.number,
                one.text,
                one.owner or not_said(words),
                words.date(one.due) if one.due else labels.word(words, "promise", "undated"),
                recalled_said(words, session.recalled.get(f"{one.number}/{one.code}")),
                session.recalled.get(f"{one.number}/{one.code}") or "",
            )
            for one in promises_before(workspace.book, session)
        )

    return Kind(
        name=say("Promises of earlier meetings"),
        noun="earlier_promise",
        columns=(
            Column(code="number", title=say("Session"), width=120),
            Column(code="text", title=say("Promise")),
            Column(code="owner", title=say("Owner"), width=120),
            Column(code="due", title=say("Due"), width=120),
            Column(code="state", title=say("At this meeting"), width=136),
            Column(code="reason", title=say("Put off because"), width=170, editable=True),
        ),
        rows=rows,
        empty=say("No promise is open from earlier meetings"),
        offered=((READ_OUT, say("It was read out")),),
        choose=lambda session, key, _: written.read_out(session, named(key)),
        correct=lambda session, key, _, value: written.put_off(session, named(key), value or ""),
    )


def agenda_said(workspace: Workspace, words: Catalog) -> str:
    """How the durations add up against the hours of the session."""
    session = workspace.opened()
    last = steps(session, len(promises_before(workspace.book, session)))[-1]
    whole = last.after + last.minutes
    begin, end = minute_of(session.start), minute_of(session.end)
    if begin is None:
        return words.say("{n} min in all.", n=whole)
    close = _hour(words, begin + whole)
    if end is None or end <= begin:
        return words.say("{n} min in all, until {time}.", n=whole, time=close)
    over = begin + whole - end
    if over > 0:
        return words.say("{n} min in all, until {time}: {over} min more than planned.", n=whole, time=close, over=over)
    return words.say("{n} min in all, until {time}: {left} min are left.", n=whole, time=close, left=-over)


def recalled_said(words: Catalog, reason: str | None) -> Cell:
    """What became of a promise at this meeting."""
    if reason is None:
        return Cell(words.say("not yet read out"), "attention")
    return Cell(words.say("put off")) if reason else Cell(words.say("read out"), "tick")


def not_said(words: Catalog) -> str:
    """What stands where nobody wrote anything down."""
    return words.say_in("promise", "not said")


def or_not_said(words: Catalog, text: str | None) -> Cell:
    """What was written down, or that nobody did; its field begins empty then."""
    return Cell(text) if text else Cell(not_said(words), typed="")


def _step_line(words: Catalog, session: Session, step: Step, earlier: int) -> Row:
    begin = minute_of(session.start)
    time = words.say("after {n} min", n=step.after) if begin is None else _hour(words, begin + step.after)
    key = step.point if step.point is not None else step.code.encode()
    return row(key, time, step.text or _standing(words, step.code, earlier), words.number(step.minutes))


def _standing(words: Catalog, code: str, earlier: int) -> str:
    say = words.say
    standing = {
        "opening": say("Welcome, and how this meeting works"),
        "promises": words.count("{n} open promise is read out", "{n} open promises are read out", earlier),
        "open_floor": say("What else people raise"),
        "read_back": say("Read-back of decisions and promises"),
        "slips": say("Exit slips, and the next meeting"),
    }
    return standing[code]


def _hour(words: Catalog, minute: int) -> str:
    hours, minutes = divmod(minute % DAY, 60)
    return words.digits(f"{hours:02d}:{minutes:02d}")


def _decide(session: Session, typed: Mapping[str, Any]) -> Session:
    how = HowDecided(typed["how"]) if typed["how"] else None
    answers = _answered(session, typed["answers"])
    return decide(session, text=typed["text"] or "", how=how, dissent=typed["dissent"], answers=answers)


def _answered(session: Session, given: object) -> tuple[str, ...]:
    """Codes of issues, each of which was raised."""
    codes = given if isinstance(given, tuple) else tuple(str(given or "").replace(",", " ").split())
    raised = {one.code for one in session.issues}
    for code in codes:
        if code not in raised:
            raise Refused("field_not_understood", field="answers", value=str(code))
    return tuple(str(code) for code in codes)
