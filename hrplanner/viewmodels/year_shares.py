"""Attended, spoke, raised issues, got promises, and promises kept, by group over a year: side by side."""

from collections.abc import Sequence
from fractions import Fraction

from hrplanner.model import heard
from hrplanner.model.heard import Heard
from hrplanner.model.rules.yearly import GroupYear
from hrplanner.model.session import Session
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.bars import UNKNOWN, share_bar
from hrplanner.viewmodels.four_shares import share_cell, whole_said
from hrplanner.viewmodels.group_keys import group_name, other_groups, sex_groups
from hrplanner.viewmodels.shares import ShareCell, ShareRow, Shares
from hrplanner.words.catalog import Catalog

ASKED = (heard.spoke, heard.raised, heard.promised, heard.kept)


def year_shares(
    workspace: Workspace, sessions: Sequence[Session], groups: Sequence[GroupYear], words: Catalog
) -> Shares:
    """A row for each group; `sessions` are those of the year with all that was recorded at them."""
    office = workspace.office
    codes = [group.code for _, group in (*sex_groups(office), *other_groups(office))]
    years = {one.group: one for one in groups}
    found = {code: [heard.together(ask(one, code) for one in sessions) for ask in ASKED] for code in codes}
    wholes = [whole.whole for whole in next(iter(found.values()), [Heard(0, 0, 0)] * len(ASKED))]
    came = next((one.whole.high for one in groups), None)
    names = (
        words.say_in("share", "Came"), words.say_in("share", "Spoke"), words.say_in("share", "Raised"),
        words.say_in("share", "Promised"), words.say_in("share", "Kept"),
    )  # fmt: skip
    heads = tuple((name, whole_said(words, whole)) for name, whole in zip(names, (came, *wholes), strict=True))
    rows = tuple(
        ShareRow(text=group_name(office, words, code), cells=_cells(years.get(code), found[code], words))
        for code in codes
    )
    name = words.say("Who came, spoke, raised something, was promised something, and had a promise kept")
    return Shares(name=name, heads=heads, rows=rows)


def _cells(year: GroupYear | None, parts: Sequence[Heard], words: Catalog) -> tuple[ShareCell, ...]:
    known = year is not None and year.count.exact and year.whole.exact and year.whole.low > 0
    came = year.count.low / year.whole.low if year is not None and known else None
    return (_came(year, words), *(share_cell(one, came, words) for one in parts))


def _came(year: GroupYear | None, words: Catalog) -> ShareCell:
    if year is None or year.count.high is None or not year.whole.high:
        return ShareCell(text="?", bar=UNKNOWN)
    if year.count.low == 0 and year.count.high == year.whole.high:
        return ShareCell(text="?", bar=UNKNOWN)
    low, high, whole = year.count.low, year.count.high, year.whole.high
    text = words.digits(str(low)) if low == high else words.say("{a} to {b}", a=low, b=high)
    return ShareCell(text=text, bar=share_bar(Fraction(low, whole), Fraction(high, whole), None), strong=low > 0)
