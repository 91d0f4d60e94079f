"""The yearly target table: every rule over a budget year, how often it was met, and who came."""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.disclosure import Concealed
from hrplanner.model.office import Office
from hrplanner.model.rules.findings import Verdict
from hrplanner.model.rules.yearly import GroupYear
from hrplanner.model.rules.years import RuleYear
from hrplanner.model.year_sheet import YearSheet
from hrplanner.reports.blocks import (
    Block,
    Heading,
    Note,
    Paragraph,
    Runs,
    Subtitle,
    Table,
    Title,
    Verdicts,
    bold,
    plain,
)
from hrplanner.reports.findings import hidden, verdict_block
from hrplanner.reports.layout import render
from hrplanner.reports.page import Layer, PageFrame
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import group, word

_SETTLED = (Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_DETERMINE)
_RULES = (86.0, 21.0, 21.0, 21.0, 21.0)
_GROUPS = (90.0, 50.0, 30.0)


def year_table(sheet: YearSheet, office: Office, *, language: str, reader: str, paper: str = "A4") -> bytes:
    """The table as a PDF."""
    catalog = Catalog(language, domain="printouts")
    title = catalog.say("Targets of the year {year}", year=catalog.digits(sheet.period.label))

    def head_right(page: int, pages: int) -> str:
        return catalog.say("page {page} of {pages}", page=page, pages=pages)

    frame = PageFrame(
        language=language,
        title=title,
        head_left=office.name,
        head_right=head_right,
        copy=word(catalog, "reader", reader),
        layers=_layers(office, catalog),
        paper=paper,
    )
    return render(tuple(year_blocks(sheet, office, title, catalog)), frame)


def year_blocks(sheet: YearSheet, office: Office, title: str, catalog: Catalog) -> Iterator[Block]:
    """What the table says."""
    say, country = catalog.say, office.country or ""
    yield Title(title)
    first, last = (catalog.date_with_local(day, country) for day in (sheet.period.first, sheet.period.last))
    yield Subtitle(say("{first} to {last}", first=first, last=last))
    yield Paragraph(bold(catalog.count("{n} session", "{n} sessions", sheet.sessions)))
    shown = [one for one in sheet.rules if isinstance(one, Concealed) or _asked(one)]
    if not shown:
        yield Paragraph(plain(say("No rule of this book came to a verdict in this year.")))
    else:
        yield _often(shown, sheet, catalog)
        yield from _together(shown, catalog, inside=not sheet.outside)
    if sheet.groups:
        yield Heading(say("Who came over the year"))
        yield _who(sheet, office, catalog)
        yield Note(plain(say("Attendances, not people: who came twice counts twice.")))
    if sheet.outside:
        yield Note(plain(say("Small numbers are hidden to protect people, and others with them that give them away.")))


def _often(rules: list[RuleYear | Concealed], sheet: YearSheet, catalog: Catalog) -> Table:
    """How many sessions met each rule."""
    heads = [word(catalog, "verdict", verdict) for verdict in _SETTLED]
    rows = tuple((plain(one.rule.title_in(catalog.language)), *_numbers(one, sheet, catalog)) for one in rules)
    return Table(
        head=(catalog.say("Rule"), *heads, catalog.say("Does not apply")), rows=rows, widths=_RULES,
        numeric=frozenset(range(1, 5)),
    )  # fmt: skip


def _numbers(one: RuleYear | Concealed, sheet: YearSheet, catalog: Catalog) -> tuple[Runs, ...]:
    about_groups = isinstance(one, Concealed) or (sheet.outside and bool(one.rule.numerator) and _counts_groups(one))
    if isinstance(one, Concealed) or about_groups:
        return (plain("\u2013"),) * 4
    settled = [plain(catalog.number(one.verdicts.get(verdict, 0))) for verdict in _SETTLED]
    others = sum(one.verdicts.values()) - sum(one.verdicts.get(verdict, 0) for verdict in _SETTLED)
    return (*settled, plain(catalog.number(others)))


def _counts_groups(one: RuleYear) -> bool:
    return not isinstance(one.rule.numerator, str)


def _together(rules: list[RuleYear | Concealed], catalog: Catalog, *, inside: bool) -> Iterator[Block]:
    """The year as if it were one meeting; a rule can be met in every session and not over the year."""
    yield Heading(catalog.say("Over the whole year"))
    found = [one if isinstance(one, Concealed) else one.as_one_meeting for one in rules]
    yield Verdicts(tuple(verdict_block(one, catalog, inside=inside) for one in found if one is not None))
    for one in rules:
        if not isinstance(one, Concealed) and one.broken_in_sum:
            title = one.rule.title_in(catalog.language)
            yield Note(plain(catalog.say("Met in every session, and yet not over the year: {rule}", rule=title)))


def _who(sheet: YearSheet, office: Office, catalog: Catalog) -> Table:
    rows = tuple(
        (
            plain(group(catalog, one.group, office.country)),
            plain(_share(one, catalog)),
            plain("?" if one.count.unknown is None else catalog.number(one.count.unknown)),
        )
        for one in sheet.groups
    )
    head = (catalog.say("Group, by people's own statement"), catalog.say("Came"), catalog.say("not known"))
    return Table(head=head, rows=rows, widths=_GROUPS, numeric=frozenset({1, 2}))


def _share(one: GroupYear, catalog: Catalog) -> str:
    if one.count.high is None or one.whole.high is None:
        return catalog.say("{n} or more", n=one.count.low) if one.count.low else catalog.say("not known")
    if one.count.low == 0 and one.count.high == one.whole.high:
        return hidden(catalog) if one.whole.high == 0 else catalog.say("not known")
    return catalog.bounds(one.count.low, one.count.high, one.whole.high)


def _asked(one: RuleYear) -> bool:
    return any(one.verdicts.get(verdict) for verdict in _SETTLED)


def _layers(office: Office, catalog: Catalog) -> tuple[Layer, ...]:
    if not office.practice:
        return ()
    return (Layer(catalog.say("PRACTICE"), catalog.say("invented data, not a record")),)
