"""Minutes in the general form: facts beside their code, what was raised and decided, promises, rules, signatures.

Groups and offices, never the names of people on the list: minutes are copied and passed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hrplanner.model.commitments import Commitment
from hrplanner.model.disclosure import Concealed, Protection
from hrplanner.model.issues import Decision, Issue
from hrplanner.model.session import Session
from hrplanner.model.verdicts import Finding
from hrplanner.reports import phrases
from hrplanner.reports.blocks import (
    Block,
    Code,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Labelled,
    Note,
    Paragraph,
    Run,
    Runs,
    Section,
    SignaturePlace,
    Signatures,
    Subtitle,
    Table,
    Title,
    plain,
)  # fmt: skip
from hrplanner.reports.findings import verdict_line
from hrplanner.reports.named import Named
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import word

_LONGEST_HEADING = 90  # characters; a longer issue becomes text under a short heading
_WIDTHS = (10.0, 49.0, 27.0, 25.0, 22.0, 20.0, 17.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """What a frozen version adds to its minutes: its number, its six words, and the facts as a code."""

    version: int
    words: tuple[str, ...]
    code: Code


class _Numbers:
    """Numbers of sections in the digits of the language, one after the other."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._last = 0

    def next(self) -> str:
        self._last += 1
        return self._catalog.digits(str(self._last))


def minutes(
    session: Session,
    findings: Sequence[Finding | Concealed],
    catalog: Catalog,
    *,
    office: str,
    proven: Proven | None,
    protection: Protection | None = None,
) -> tuple[Block, ...]:
    """The blocks of the minutes; `proven` is None for a draft, which carries no code."""
    numbers = _Numbers(catalog)
    groups = Named(session, catalog, protection)
    kind = phrases.kind_of_meeting(session, catalog)
    return (
        Title(f"{word(catalog, 'document', 'minutes')}: {kind}"),
        Subtitle(session.title),
        _facts(session, catalog, office, proven),
        *_agenda(session, catalog, numbers),
        *(_issue(session, issue, catalog, numbers, groups) for issue in session.issues),
        *_other_decisions(session, catalog, numbers),
        Heading(catalog.say("Promises made"), numbers.next()),
        *_promises(session, catalog, groups),
        Heading(catalog.say("Who was in the room, checked against the rules"), numbers.next()),
        *_rules(findings, catalog),
        _ending(catalog, numbers),
    )


def _facts(session: Session, catalog: Catalog, office: str, proven: Proven | None) -> Facts:
    version = catalog.say("version {n}", n=proven.version) if proven else catalog.say("draft, not a version")
    rows = [
        Fact(word(catalog, "field", "number"), plain(f"{session.number}, {version}")),
        Fact(catalog.say("Held"), plain(phrases.when(session, catalog))),
        Fact(catalog.say("Place"), plain(phrases.where(session, catalog))),
        Fact(word(catalog, "field", "body"), plain(session.body or office)),
        Fact(catalog.say("Counted"), _counted(session, catalog)),
        Fact(catalog.say("Result"), _result(session, catalog)),
    ]
    if session.held is False:
        rows[1] = Fact(catalog.say("Held"), plain(catalog.say("This meeting was not held.")))
    if proven is not None:
        rows.append(Fact(catalog.say("Fingerprint"), plain(" \u00b7 ".join(proven.words))))
    return Facts(tuple(rows), proven.code if proven else None)


def _counted(session: Session, catalog: Catalog) -> Runs:
    counted = phrases.heads(session, catalog)
    heads = counted if counted is not None else phrases.not_known(catalog)
    return (
        Run(catalog.say("heads") + ": "),
        Run(heads, bold=True),
        Run("; " + catalog.say("signatures") + ": "),
        Run(phrases.number_of(session.signatures, catalog), bold=True),
        Run("; " + catalog.say("slips") + ": "),
        Run(phrases.number_of(session.slips, catalog), bold=True),
    )


def _result(session: Session, catalog: Catalog) -> Runs:
    return plain(
        ", ".join(
            (
                catalog.count("{n} issue", "{n} issues", len(session.issues)),
                catalog.count("{n} decision", "{n} decisions", len(session.decisions)),
                catalog.count("{n} promise", "{n} promises", len(session.commitments)),
            )
        )
    )


def _agenda(session: Session, catalog: Catalog, numbers: _Numbers) -> Iterator[Block]:
    if session.agenda:
        yield Heading(word(catalog, "document", "agenda"), numbers.next())
        items = sorted(session.agenda, key=lambda item: item.position)
        for place, item in enumerate(items, start=1):
            yield Labelled(catalog.digits(str(place)), plain(item.text))


def _issue(session: Session, issue: Issue, catalog: Catalog, numbers: _Numbers, named: Named) -> Section:
    short = len(issue.text) <= _LONGEST_HEADING and "\n" not in issue.text
    theme = word(catalog, "theme", issue.theme) if issue.theme else catalog.say("Issue {code}", code=issue.code)
    heading = issue.text if short else theme
    groups = named.together(issue.raised_by) or catalog.say("not noted who raised it")
    told: list[Block] = [Labelled(word(catalog, "field", "raised_by"), plain(groups))]
    if not short:
        told.append(Labelled(catalog.say("Discussed"), plain(issue.text)))
    told.append(Labelled(word(catalog, "field", "answer"), plain(_answer(issue, catalog))))
    for decision in session.decisions:
        if issue.code in decision.answers:
            told.extend(_decision(decision, catalog))
    return Section(Heading(heading, numbers.next()), tuple(told), catalog.say("(continued)"))


def _answer(issue: Issue, catalog: Catalog) -> str:
    if issue.answer is None:
        return catalog.say("no answer recorded")
    parts = [word(catalog, "answer", issue.answer.value)]
    if issue.reason:
        parts.append(issue.reason)
    if issue.office:
        parts.append(issue.office)
    return " \u00b7 ".join(parts)


def _decision(decision: Decision, catalog: Catalog) -> Iterator[Block]:
    how = word(catalog, "how", decision.how.value) if decision.how else catalog.say("how it was decided is not known")
    yield Labelled(catalog.say("Decided"), (Run(decision.text + " "), Run(f"({how})")), decided=True)
    yield Labelled(catalog.say("Dissent"), plain(decision.dissent or catalog.say("none recorded")))


def _other_decisions(session: Session, catalog: Catalog, numbers: _Numbers) -> Iterator[Block]:
    """Decisions that answer no issue on record."""
    codes = {issue.code for issue in session.issues}
    others = [decision for decision in session.decisions if not codes & set(decision.answers)]
    if others:
        told = tuple(block for decision in others for block in _decision(decision, catalog))
        yield Section(Heading(catalog.say("Decisions"), numbers.next()), told, catalog.say("(continued)"))


def _promises(session: Session, catalog: Catalog, named: Named) -> Iterator[Block]:
    if not session.commitments:
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
    rows = tuple(_promise(session, promise, catalog, named) for promise in session.commitments)
    yield Table(head, rows, _WIDTHS, numeric=frozenset({5}))


def _promise(session: Session, promise: Commitment, catalog: Catalog, named: Named) -> tuple[Runs, ...]:
    step = catalog.say("First step: {step}", step=promise.first_step) if promise.first_step else ""
    asked = {code for issue in session.issues if issue.code in promise.answers for code in issue.raised_by}
    due = catalog.date(promise.due, style="short") if promise.due else phrases.not_known(catalog)
    return (
        plain(promise.code),
        plain(f"{promise.text}\n{step}".strip()),
        plain(named.together(asked) or phrases.not_known(catalog)),
        plain(promise.owner or phrases.not_known(catalog)),
        plain(due),
        plain(phrases.number_of(promise.money, catalog)),
        plain(word(catalog, "promise", promise.status.value)),
    )


def _rules(findings: Sequence[Finding | Concealed], catalog: Catalog) -> Iterator[Block]:
    if not findings:
        yield Paragraph(plain(catalog.say("This book has no rules yet.")))
        return
    for finding in findings:
        yield verdict_line(finding, catalog)
    yield Note(plain(catalog.say("All rules with their sources and bounds are in the participation summary.")))


def _ending(catalog: Catalog, numbers: _Numbers) -> KeepTogether:
    """The block to sign on never stands alone on a page: what it means goes with it."""
    read = catalog.say("Read aloud to those present at ______ o'clock. Objections: ____________________")
    means = catalog.say(
        "A signature confirms that the record was read back; it does not mean agreement with every decision."
    )
    offices = (
        catalog.say("Chair of the meeting"),
        catalog.say("Secretary"),
        catalog.say("Participants' representative"),
        catalog.say("Facilitator"),
    )
    places = tuple(SignaturePlace(office, catalog.say("Name"), catalog.say("Date, stamp")) for office in offices)
    heading = Heading(catalog.say("Read-back, objections, signatures"), numbers.next())
    return KeepTogether((heading, Paragraph(plain(f"{read} {means}")), Signatures(places)))
