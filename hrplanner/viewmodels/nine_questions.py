"""The nine questions of the three principles: what the record says of each, the office's answer, what it will do."""

from collections.abc import Callable, Mapping

from hrplanner.model import heard
from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.groups import AGE, GroupCode
from hrplanner.model.principles import QUESTIONS, Asked, Reply
from hrplanner.model.session import Session
from hrplanner.usecases import meeting_rows as written
from hrplanner.usecases.minutes_life import life_of
from hrplanner.usecases.overview import missing_from
from hrplanner.usecases.printing import promises_before
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import group_name
from hrplanner.viewmodels.table import Cell, Column, Row, row
from hrplanner.viewmodels.written import Kind
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

OPEN = "open"  # what Enter offers beside the answers: nothing was answered after all
Say = Callable[[Workspace, Session, Catalog], str]


def nine_questions(workspace: Workspace, words: Catalog) -> Kind:
    """A row for each question, three for each principle."""
    say = words.say
    replies = tuple((str(one), labels.word(words, "reply", str(one))) for one in Reply)

    def choose(session: Session, key: bytes, code: str) -> Session:
        return written.reply_to(session, Asked(key.decode()), None if code == OPEN else Reply(code))

    return Kind(
        name=labels.word(words, "field", "replies"),
        noun="reply",
        columns=(
            Column(code="question", title=say("Question"), width=230),
            Column(code="evidence", title=say("What the record says"), width=250),
            Column(code="answer", title=labels.word(words, "field", "answer"), width=150),
            Column(code="step", title=labels.word(words, "field", "next_steps"), editable=True),
        ),
        rows=lambda session: tuple(
            _row(workspace, session, words, asked) for questions in QUESTIONS.values() for asked in questions
        ),
        empty="",
        offered=(*replies, (OPEN, say("Leave it open"))),
        choose=choose,
        correct=lambda session, key, _, value: written.plan_step(session, Asked(key.decode()), value),
    )


def unanswered(session: Session) -> int:
    """How many of the questions are open where others were answered; a meeting need not ask them at all."""
    return len(Asked) - len(session.replies) if session.replies else 0


def evidence(workspace: Workspace, session: Session, words: Catalog, asked: Asked) -> str:
    """What the record holds of a question; where it holds nothing, that is said."""
    return _EVIDENCE[asked](workspace, session, words)


def _row(workspace: Workspace, session: Session, words: Catalog, asked: Asked) -> Row:
    reply, step = session.replies.get(asked), session.next_steps.get(asked)
    return row(
        str(asked).encode(),
        labels.word(words, "principle question", str(asked)),
        evidence(workspace, session, words, asked),
        Cell(labels.word(words, "reply", str(reply))) if reply else Cell(words.say("not answered"), "attention"),
        Cell(step) if step else Cell(words.say("nothing yet"), typed=""),
    )


def _groups(workspace: Workspace) -> list[GroupCode]:
    return [one.code for one in workspace.office.groups if one.dimension != AGE]


def _named(workspace: Workspace, words: Catalog, codes: list[GroupCode]) -> str:
    return words.list(group_name(workspace.office, words, code) for code in codes)


def _there(workspace: Workspace, session: Session, words: Catalog) -> str:
    if attendees(session).high is None:
        return words.say("Nobody is counted yet")
    nobody, not_known = missing_from(session, _groups(workspace))
    said = []
    if nobody:
        said.append(words.say("Nobody came of: {groups}.", groups=_named(workspace, words, list(nobody))))
    if not_known:
        said.append(words.say("Not known: {groups}.", groups=_named(workspace, words, list(not_known))))
    return " ".join(said) or words.say("Somebody came of every group.")


def _spoke(workspace: Workspace, session: Session, words: Catalog) -> str:
    here = [code for code in _groups(workspace) if in_group_alone(session, code).low > 0]
    spells = {code: heard.spoke(session, code) for code in here}
    if not any(one.whole for one in spells.values()):
        return words.say("Nobody wrote down who spoke.")
    silent = [code for code, one in spells.items() if one.high == 0]
    if silent:
        return words.say("Came and did not speak: {groups}.", groups=_named(workspace, words, silent))
    unsure = [code for code, one in spells.items() if one.low == 0]
    if unsure:
        return words.say("Not known: {groups}.", groups=_named(workspace, words, unsure))
    return words.say("Every group that came spoke.")


def _help(_: Workspace, session: Session, words: Catalog) -> str:
    barriers, given = session.barriers, session.support
    said = [words.say("Kept away or silent: {what}.", what=barriers)] if barriers else []
    said += [words.say("Help given: {what}.", what=given)] if given else []
    return " ".join(said) or words.say("Nothing is written down.")


def _notice(_: Workspace, session: Session, words: Catalog) -> str:
    if session.notice_date is None or session.date is None:
        return words.say("The day of the notice is not written down.")
    days = (session.date - session.notice_date).days
    return words.count("Notice {n} day before.", "Notice {n} days before.", days)


def _promises(workspace: Workspace, session: Session, words: Catalog) -> str:
    earlier = [f"{one.number}/{one.code}" for one in promises_before(workspace.book, session)]
    if not earlier:
        return words.say("No promise is open from earlier meetings")
    reasons = [session.recalled[one] for one in earlier if one in session.recalled]
    put_off = sum(1 for reason in reasons if reason)
    return words.say(
        "{read} of {all} were read out, {off} put off.", read=len(reasons) - put_off, all=len(earlier), off=put_off
    )


def _decides(_: Workspace, session: Session, words: Catalog) -> str:
    owners = [one.owner for one in session.commitments]
    offices = [one.office for one in session.issues]
    both = [*owners, *offices]
    if not both:
        return words.say("Nothing is written down.")
    named = sum(1 for one in both if one)
    return words.say("{n} of {all} answers and promises name an office.", n=named, all=len(both))


def _turned_away(_: Workspace, __: Session, words: Catalog) -> str:
    return words.say("No record can say this: ask those who came.")


def _language(workspace: Workspace, session: Session, words: Catalog) -> str:
    heard_in = next((one.language for one in life_of(workspace.book, session).steps if one.language), None)
    if heard_in is None:
        return words.say("No record can say this: ask those who came.")
    return words.say("Read back in {language}.", language=heard_in)


def _effect(_: Workspace, session: Session, words: Catalog) -> str:
    if not session.issues:
        return words.say("Nothing is written down.")
    said = sum(1 for one in session.issues if one.raised_by)
    return words.say("{n} of {all} issues say which group raised them.", n=said, all=len(session.issues))


_EVIDENCE: Mapping[Asked, Say] = {
    Asked.ALL_THERE: _there,
    Asked.ALL_SPOKE: _spoke,
    Asked.SUPPORTED: _help,
    Asked.NOTICE_IN_TIME: _notice,
    Asked.PROMISES_READ: _promises,
    Asked.WHO_DECIDES: _decides,
    Asked.NOBODY_TURNED_AWAY: _turned_away,
    Asked.LANGUAGE_RIGHT: _language,
    Asked.EFFECT_WEIGHED: _effect,
}
