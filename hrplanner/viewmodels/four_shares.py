"""Came, spoke, raised, promised: each group's four shares, from the session that is open."""

from fractions import Fraction

from hrplanner.model import heard
from hrplanner.model.counting import Count, attendees, in_group_alone
from hrplanner.model.groups import GroupCode
from hrplanner.model.heard import Heard
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
        (words.say_in("share", "Came"), whole_said(words, total.high)),
        (words.say_in("share", "Spoke"), whole_said(words, turns)),
        (words.say_in("share", "Raised"), whole_said(words, len(session.issues))),
        (words.say_in("share", "Promised"), whole_said(words, len(session.commitments))),
    )
    rows = tuple(
        ShareRow(text=group_name(office, words, code), cells=_cells(session, code, total, words)) for code in codes
    )
    return Shares(name=words.say("Who came, spoke, raised something, was promised something"), heads=heads, rows=rows)


def _cells(session: Session, code: GroupCode, total: Count, words: Catalog) -> tuple[ShareCell, ...]:
    count = in_group_alone(session, code)
    known = count.exact and total.exact and bool(total.low)
    came = count.low / total.low if known else None
    return (
        _came(count, total, words),
        share_cell(heard.spoke(session, code), came, words),
        share_cell(heard.raised(session, code), came, words),
        share_cell(heard.promised(session, code), came, words),
    )


def _came(count: Count, total: Count, words: Catalog) -> ShareCell:
    if count.high is None or not total.high or (count.known is None and count.low == 0 and count.high == total.high):
        return ShareCell(text="?", bar=UNKNOWN)
    bar = share_bar(Fraction(count.low, total.high), Fraction(count.high, total.high), None)
    text = words.digits(str(count.low)) if count.exact else words.say("{a} to {b}", a=count.low, b=count.high)
    return ShareCell(text=text, bar=bar, strong=count.exact and count.low > 0)


def share_cell(heard_of: Heard, came: float | None, words: Catalog) -> ShareCell:
    """How much of the whole is the group's, with the place of its share of those who came."""
    if not heard_of.whole:
        return ShareCell(text=words.digits("0"), bar=share_bar(Fraction(0), Fraction(0), None), came=came)
    low, high = heard_of.low, heard_of.high
    if low == 0 and high == heard_of.whole:
        return ShareCell(text="?", bar=UNKNOWN, came=came)
    text = words.digits(str(low)) if low == high else words.say("{a} to {b}", a=low, b=high)
    bar = share_bar(Fraction(low, heard_of.whole), Fraction(high, heard_of.whole), None)
    return ShareCell(text=text, bar=bar, came=came, strong=low > 0)


def whole_said(words: Catalog, whole: int | None) -> str:
    """What a column of shares is a share of."""
    return words.say("of {whole}", whole="?" if whole is None else words.digits(str(whole)))
