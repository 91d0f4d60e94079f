"""The parts that minutes are put together from, in whatever order and under whatever headings a form has them.

What only one form has is in `forms`. What is not known is said in words or left as a line to fill in by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.commitments import Commitment
from hrplanner.model.issues import Decision, Issue
from hrplanner.reports import phrases
from hrplanner.reports.account import Account, Content, Numbers, Part
from hrplanner.reports.blocks import (
    Block,
    Fact,
    Facts,
    Heading,
    Labelled,
    Note,
    Paragraph,
    Points,
    Run,
    Runs,
    Section,
    Table,
    plain,
)  # fmt: skip
from hrplanner.reports.findings import verdict_line
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import word

_LONGEST_HEADING = 90  # characters; a longer issue becomes text under a short heading
_PROMISES = (10.0, 49.0, 27.0, 25.0, 22.0, 20.0, 17.0)
_ISSUES = (10.0, 76.0, 38.0, 46.0)


def titled(heading: str, content: Content) -> Part:
    """A section under a heading marked `NC_("form", ...)`, with the next number."""

    def part(account: Account, numbers: Numbers) -> Iterator[Block]:
        yield Heading(account.catalog.say_in("form", heading), numbers.next())
        yield from content(account)

    return part


def facts(account: Account, own: tuple[Fact, ...] = ()) -> Facts:
    """The facts of the first page beside their code; those of a form (`own`) stand before the fingerprint."""
    session, catalog, proven = account.session, account.catalog, account.proven
    version = catalog.say("version {n}", n=proven.version) if proven else catalog.say("draft, not a version")
    when = phrases.when(session, catalog)
    rows = [
        Fact(word(catalog, "field", "number"), plain(f"{session.number}, {version}")),
        Fact(
            catalog.say("Held"),
            plain(when if session.held is not False else catalog.say("This meeting was not held.")),
        ),
        Fact(catalog.say("Place"), plain(phrases.where(session, catalog))),
        Fact(word(catalog, "field", "body"), plain(session.body or account.office)),
        Fact(catalog.say("Counted"), _counted(account)),
        Fact(catalog.say("Result"), _result(account)),
        *own,
    ]
    if proven is not None:
        rows.append(Fact(catalog.say("Fingerprint"), plain(" \u00b7 ".join(proven.words))))
    return Facts(tuple(rows), proven.code if proven else None)


def agenda(account: Account) -> Iterator[Block]:
    """The points in their order."""
    if not account.session.agenda:
        yield Paragraph(plain(account.catalog.say("No agenda was recorded.")))
        return
    items = sorted(account.session.agenda, key=lambda item: item.position)
    yield Points(tuple(plain(item.text) for item in items), phrases.numbers(len(items), account.catalog))


def agenda_if_any(account: Account, numbers: Numbers) -> Iterator[Block]:
    """The points under a heading of their own; nothing where none was recorded."""
    if account.session.agenda:
        yield Heading(word(account.catalog, "document", "agenda"), numbers.next())
        yield from agenda(account)


def issues_one_by_one(account: Account, numbers: Numbers) -> Iterator[Block]:
    """A section for each issue with its answer and its decisions; then the decisions that answer none."""
    for issue in account.session.issues:
        yield _issue(account, issue, numbers)
    codes = {issue.code for issue in account.session.issues}
    others = [decision for decision in account.session.decisions if not codes & set(decision.answers)]
    if others:
        told = tuple(block for decision in others for block in _decision(decision, account.catalog))
        heading = Heading(account.catalog.say("Decisions"), numbers.next())
        yield Section(heading, told, account.catalog.say("(continued)"))


def issue_table(account: Account) -> Iterator[Block]:
    """What was raised, by which groups, and the answer, a row each."""
    catalog, issues = account.catalog, account.session.issues
    if not issues:
        yield Paragraph(plain(catalog.say("No issue was recorded.")))
        return
    head = (
        catalog.say("No."),
        catalog.say("Issue"),
        word(catalog, "field", "raised_by"),
        word(catalog, "field", "answer"),
    )
    rows = tuple(
        (
            plain(catalog.digits(str(place))),
            plain(f"{issue.text}\n{issue.place}" if issue.place else issue.text),
            plain(raised_by(account, issue)),
            plain(answer(issue, catalog)),
        )
        for place, issue in enumerate(issues, start=1)
    )
    yield Table(head, rows, _ISSUES)


def decisions(label: str) -> Content:
    """Every decision with its number; `label` is marked `NC_("form", "... {n}")`."""

    def content(account: Account) -> Iterator[Block]:
        made, catalog = account.session.decisions, account.catalog
        if not made:
            yield Paragraph(plain(catalog.say("No decision was recorded.")))
        for place, decision in enumerate(made, start=1):
            yield from _decision(decision, catalog, catalog.say_in("form", label, n=place))

    return content


def promises(account: Account) -> Iterator[Block]:
    """A row for each promise."""
    catalog = account.catalog
    if not account.session.commitments:
        yield Paragraph(plain(catalog.say("No promise was recorded.")))
        return
    head = (
        catalog.say("No."),
        catalog.say("Promise and first step"),
        catalog.say("Asked by"),
        word(catalog, "field", "owner"),
        word(catalog, "field", "due"),
        word(catalog, "field", "money"),
        word(catalog, "field", "status"),
    )
    rows = tuple(_promise(account, promise) for promise in account.session.commitments)
    yield Table(head, rows, _PROMISES, numeric=frozenset({5}))


def rules(account: Account) -> Iterator[Block]:
    """A sentence for each rule."""
    catalog = account.catalog
    if not account.findings:
        yield Paragraph(plain(catalog.say("This book has no rules yet.")))
        return
    for finding in account.findings:
        yield verdict_line(finding, catalog)
    yield Note(plain(catalog.say("All rules with their sources and bounds are in the participation summary.")))


def raised_by(account: Account, issue: Issue) -> str:
    """The groups, or that it was not noted."""
    return account.groups(issue.raised_by) or account.catalog.say("not noted who raised it")


def answer(issue: Issue, catalog: Catalog) -> str:
    """The answer with its reason and office, or that there is none."""
    if issue.answer is None:
        return catalog.say("no answer recorded")
    told = (word(catalog, "answer", issue.answer.value), issue.reason, issue.office)
    return " \u00b7 ".join(part for part in told if part)


def _counted(account: Account) -> Runs:
    session, catalog = account.session, account.catalog
    counted = phrases.heads(session, catalog, account.smallest)
    heads = counted if counted is not None else phrases.not_known(catalog)
    return (
        Run(catalog.say("heads") + ": "),
        Run(heads, bold=True),
        Run("; " + catalog.say("signatures") + ": "),
        Run(phrases.total(session.signatures, catalog, account.smallest), bold=True),
        Run("; " + catalog.say("slips") + ": "),
        Run(phrases.total(session.slips, catalog, account.smallest), bold=True),
    )


def _result(account: Account) -> Runs:
    session, catalog = account.session, account.catalog
    return plain(
        ", ".join(
            (
                catalog.count("{n} issue", "{n} issues", len(session.issues))
                if session.issues
                else catalog.say("no issues written down"),
                catalog.count("{n} decision", "{n} decisions", len(session.decisions)),
                catalog.count("{n} promise", "{n} promises", len(session.commitments)),
            )
        )
    )


def _issue(account: Account, issue: Issue, numbers: Numbers) -> Section:
    catalog = account.catalog
    short = len(issue.text) <= _LONGEST_HEADING and "\n" not in issue.text
    theme = word(catalog, "theme", issue.theme) if issue.theme else catalog.say("Issue {code}", code=issue.code)
    told: list[Block] = [Labelled(word(catalog, "field", "raised_by"), plain(raised_by(account, issue)))]
    if not short:
        told.append(Labelled(catalog.say("Discussed"), plain(issue.text)))
    told.append(Labelled(word(catalog, "field", "answer"), plain(answer(issue, catalog))))
    for decision in account.session.decisions:
        if issue.code in decision.answers:
            told.extend(_decision(decision, catalog))
    heading = Heading(issue.text if short else theme, numbers.next())
    return Section(heading, tuple(told), catalog.say("(continued)"))


def _decision(decision: Decision, catalog: Catalog, label: str | None = None) -> Iterator[Block]:
    how = word(catalog, "how", decision.how.value) if decision.how else catalog.say("how it was decided is not known")
    runs = (Run(decision.text + " "), Run(f"({how})"))
    yield Labelled(label or catalog.say("Decided"), runs, decided=True)
    yield Labelled(catalog.say("Dissent"), plain(decision.dissent or catalog.say("none recorded")))


def _promise(account: Account, promise: Commitment) -> tuple[Runs, ...]:
    session, catalog = account.session, account.catalog
    step = catalog.say("First step: {step}", step=promise.first_step) if promise.first_step else ""
    asked = {code for issue in session.issues if issue.code in promise.answers for code in issue.raised_by}
    due = phrases.short_day(promise.due, session, catalog) if promise.due else phrases.not_known(catalog)
    return (
        plain(promise.code),
        plain(f"{promise.text}\n{step}".strip()),
        plain(account.groups(asked) or phrases.not_known(catalog)),
        plain(promise.owner or phrases.not_known(catalog)),
        plain(due),
        plain(phrases.number_of(promise.money, catalog)),
        plain(word(catalog, "promise", promise.status.value)),
    )
