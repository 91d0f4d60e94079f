"""The tally grid for the door: strokes instead of names, by sex and age, and beside it for groups that overlap."""

from __future__ import annotations

from hrplanner.model.disclosure import groups_of
from hrplanner.model.groups import AGE, EXCLUSIVE, SEX, GroupCode, dimension_of, standard_groups
from hrplanner.reports import phrases
from hrplanner.reports.blocks import Block, Heading, KeepTogether, Note, Subtitle, Title, plain
from hrplanner.reports.hand import FillIn, Form
from hrplanner.reports.matter import Matter
from hrplanner.reports.named import in_order
from hrplanner.words.labels.words import word

_ROW = 13.0  # mm, room for strokes
_FIRST = 34.0


def tally_grid(matter: Matter) -> tuple[Block, ...]:
    """The blocks of the grid."""
    session, catalog = matter.session, matter.catalog
    say = catalog.say
    told = (phrases.kind_of_meeting(session, catalog), phrases.when(session, catalog), phrases.where(session, catalog))
    return (
        Title(word(catalog, "document", "tally")),
        Subtitle(", ".join(told)),
        Note(plain(say("One stroke for each person, by what they say themselves. Never guess from looks or name."))),
        Note(plain(say("Nobody asked, or no answer: a stroke under “not stated”. Empty means not counted, not zero."))),
        _two_way(matter),
        KeepTogether(
            (
                Heading(say("Three numbers, kept apart")),
                FillIn((say("Heads, first counter"), say("Heads, second counter"))),
                FillIn((word(catalog, "total", "signatures"), word(catalog, "total", "slips"))),
                FillIn((say("Time of the count"), say("Counted by"))),
            )
        ),
        *_beside(matter),
    )


def groups_to_count(matter: Matter) -> tuple[GroupCode, ...]:
    """Groups of the office and of its rules that are neither a sex nor an age, in the usual order."""
    codes = {one.code for one in matter.office.groups}
    codes |= {code for finding in matter.findings for code in groups_of(finding.rule)}
    return in_order(code for code in codes if dimension_of(code) not in EXCLUSIVE)


def ages(matter: Matter) -> tuple[GroupCode, ...]:
    """The bands of age of the office, the usual ones where it has none."""
    own = [one.code for one in matter.office.groups if one.dimension == AGE]
    return in_order(own or [code for code in standard_groups() if dimension_of(code) == AGE])


def _two_way(matter: Matter) -> Form:
    catalog = matter.catalog
    sexes = in_order(code for code in standard_groups() if dimension_of(code) == SEX)
    not_stated, total = word(catalog, "unknown", "not_stated"), word(catalog, "field", "total")
    head = (word(catalog, "dimension", "age"), *(matter.named.one(code) for code in sexes), not_stated, total)
    rows = [(matter.named.one(code), *("",) * (len(sexes) + 2)) for code in ages(matter)]
    rows += [(name, *("",) * (len(sexes) + 2)) for name in (not_stated, total)]
    each = (170.0 - _FIRST) / (len(head) - 1)
    return Form(head, tuple(rows), (_FIRST, *(each,) * (len(head) - 1)), _ROW)


def _beside(matter: Matter) -> tuple[Block, ...]:
    codes = groups_to_count(matter)
    if not codes:
        return ()
    say = matter.catalog.say
    head = (word(matter.catalog, "field", "group"), say("Strokes"), word(matter.catalog, "field", "count"))
    rows = tuple((matter.named.one(code), "", "") for code in codes)
    note = Note(plain(say("Groups overlap: one person may get a stroke in several lines, or in none.")))
    strokes = Form(head, rows, (60.0, 85.0, 25.0), _ROW)
    return (KeepTogether((Heading(say("Groups that people say they belong to")), note, strokes)),)
