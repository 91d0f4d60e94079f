"""Came, spoke, raised, promised: each group's four shares, from the session that is open."""

from fractions import Fraction

from hrplanner.model.counting import Count, attendees, in_group_alone
from hrplanner.model.groups import GroupCode
from hrplanner.model.session import Session
from hrplanner.model.voice import TurnRole
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.bars import UNKNOWN, share_bar
from hrplanner.viewmodels.group_keys import group_name, other_groups, sex_groups
from hrplanner.viewmodels.shares import ShareCell, ShareRow, Shares
from hrplanner.words.catalog import Catalog


def four_shares(workspace: Workspace, words: Catalog) -> Shares:
    """A row for each group with a key."""
    session, office = workspace.opened(), workspace.office
    codes = [group.code for _, group in (*sex_groups(office), *other_groups(office))]
    total = attendees(session)
    turns = sum(turn.count for turn in session.turns if turn.role is TurnRole.RAISED)
    heads = (
        (words.say_in("share", "Came"), _whole(words, total.high)),
        (words.say_in("share", "Spoke"), _whole(words, turns)),
        (words.say_in("share", "Raised"), _whole(words, len(session.issues))),
        (words.say_in("share", "Promised"), _whole(words, len(session.commitments))),
    )
    rows = tuple(
        ShareRow(text=group_name(office, words, code), cells=_cells(session, code, total, words)) for code in codes
    )
    return Shares(name=words.say("Who came, spoke, raised something, was promised something"), heads=heads, rows=rows)


def _cells(session: Session, code: GroupCode, total: Count, words: Catalog) -> tuple[ShareCell, ...]:
    count = in_group_alone(session, code)
    known = count.exact and total.exact and bool(total.low)
    came = count.low / total.low if known else None
    raised = {issue.code for issue in session.issues if code in issue.raised_by}
    spoke = sum(turn.count for turn in session.turns if turn.group == code and turn.role is TurnRole.RAISED)
    turns = sum(turn.count for turn in session.turns if turn.role is TurnRole.RAISED)
    promised = sum(1 for one in session.commitments if raised.intersection(one.answers))
    return (
        _came(count, total, words),
        _share(spoke, turns, came, words),
        _share(len(raised), len(session.issues), came, words),
        _share(promised, len(session.commitments), came, words),
    )


def _came(count: Count, total: Count, words: Catalog) -> ShareCell:
    if count.high is None or not total.high or (count.known is None and count.low == 0 and count.high == total.high):
        return ShareCell(text="?", bar=UNKNOWN)
    bar = share_bar(Fraction(count.low, total.high), Fraction(count.high, total.high), None)
    text = words.digits(str(count.low)) if count.exact else words.say("{a} to {b}", a=count.low, b=count.high)
    return ShareCell(text=text, bar=bar, strong=count.exact and count.low > 0)


def _share(number: int, whole: int, came: float | None, words: Catalog) -> ShareCell:
    share = Fraction(number, whole) if whole else Fraction(0)
    text = words.digits(str(number))
    return ShareCell(text=text, bar=share_bar(share, share, None), came=came, strong=number > 0)


def _whole(words: Catalog, whole: int | None) -> str:
    return words.say("of {whole}", whole="?" if whole is None else words.digits(str(whole)))
