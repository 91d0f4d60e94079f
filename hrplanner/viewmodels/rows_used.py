"""The rows that a verdict rests on: people with their answer, tallies, issues, money, sessions, seats."""

from collections.abc import Iterator, Mapping, Sequence

from hrplanner.model.counting import answers, is_tallied, listed
from hrplanner.model.counts import GroupSet
from hrplanner.model.groups import Belongs, dimension_of
from hrplanner.model.lines import SessionLine
from hrplanner.model.office import Office
from hrplanner.model.rules.codes import RuleKind
from hrplanner.model.rules.findings import Finding
from hrplanner.model.session import Session
from hrplanner.viewmodels.group_keys import group_name, names_of
from hrplanner.viewmodels.sessions import day_of
from hrplanner.viewmodels.table import Column, Row, Table, row
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels


def rows_of_session(finding: Finding, session: Session, office: Office, words: Catalog) -> Table:
    """What was written down at the meeting that the rule looks at."""
    say = words.say
    columns = (
        Column(code="what", title=say("Row")),
        Column(code="says", title=say("Says"), width=240),
        Column(code="counts", title=say("Counts as"), width=140),
    )
    return Table(say("Rows used"), columns, tuple(_rows(finding, session, office, words)))


def rows_of_sessions(which: Sequence[bytes], lines: Mapping[bytes, SessionLine], words: Catalog) -> Table:
    """The meetings that a rule over many of them adds up."""
    say = words.say
    columns = (
        Column(code="what", title=say("Session")),
        Column(code="day", title=say("Day"), width=160),
        Column(code="counts", title=say("Present"), width=100, number=True),
    )
    rows = tuple(
        row(
            one,
            f"{line.number}  {line.title}",
            day_of(words, line.date, line.date_as_written),
            _present(words, line),
        )
        for one in which
        if (line := lines.get(one)) is not None
    )
    return Table(say("Rows used"), columns, rows)


def _present(words: Catalog, line: SessionLine) -> str:
    number = line.heads if line.heads is not None else line.listed or None
    return words.say_in("present", "not known") if number is None else words.number(number)


def _rows(finding: Finding, session: Session, office: Office, words: Catalog) -> Iterator[Row]:
    rule = finding.rule
    if rule.kind is RuleKind.REASONED_ANSWER:
        yield from _answered(session, words)
        return
    if rule.kind is RuleKind.MONEY_SHARE:
        yield from _money(session, office, words)
        return
    if not isinstance(rule.numerator, GroupSet):
        yield from _totals(session, words)
        return
    sets = (rule.numerator,)
    yield from _totals(session, words)
    yield from _tallies(session, rule.numerator, office, words)
    if not is_tallied(session, sets):
        said = {Belongs.YES: words.say("in the group"), Belongs.NO: words.say("not in the group")}
        for person, answer in zip(listed(session), answers(session, sets, rule.who), strict=True):
            name = person.name or person.code or words.say("without a name")
            told = names_of(office, words, person.groups) or words.say_in("unknown", "Not stated")
            yield row(person.id, name, told, said.get(answer, words.say_in("unknown", "Not stated")))


def _totals(session: Session, words: Catalog) -> Iterator[Row]:
    totals = (("heads", session.heads), ("signatures", session.signatures), ("slips", session.slips))
    for code, number in (*totals, ("voters", session.voters), ("members", session.members)):
        if number is not None:
            family = "total" if code in {"heads", "signatures", "slips"} else "field"
            yield row(code.encode(), labels.word(words, family, code), words.number(number), words.say("total"))


def _tallies(session: Session, wanted: GroupSet, office: Office, words: Catalog) -> Iterator[Row]:
    dimensions = {dimension_of(code) for code in wanted.groups}
    for tally in session.tallies:
        if dimension_of(tally.group) not in dimensions:
            continue
        if tally.count is not None:
            says = words.number(tally.count)
        elif tally.percent is not None:
            says = words.percent(tally.percent)
        else:
            says = words.say("{low} to {high}", low=str(tally.low or 0), high=str(tally.high or "?"))
        counts = words.say("in the group") if tally.group in wanted.groups else words.say("beside it")
        yield row(tally.id, words.say("Tally: {group}", group=group_name(office, words, tally.group)), says, counts)


def _answered(session: Session, words: Catalog) -> Iterator[Row]:
    for issue in session.issues:
        answer = labels.word(words, "answer", issue.answer) if issue.answer else words.say("no answer yet")
        given = words.say("has a reason") if issue.reason and issue.office else words.say("no reason")
        yield row(issue.id, issue.text, answer, given)


def _money(session: Session, office: Office, words: Catalog) -> Iterator[Row]:
    for line in session.money:
        says = words.say("{part} of {whole}", part=line.amount, whole=line.of)
        yield row(line.id, group_name(office, words, line.group), says, words.say("money"))
