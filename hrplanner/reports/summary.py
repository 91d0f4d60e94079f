"""The participation summary: three totals, how each group was heard, and every rule with its verdict.

Groups only, no names: this is the printout that hangs on a wall.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hrplanner.model.counting import Count, GroupSet, attendees, exactly, in_group_alone, overruled
from hrplanner.model.disclosure import Concealed, Protection, Smallest, few_came
from hrplanner.model.groups import GroupCode, age_band, dimension_of, standard_groups
from hrplanner.model.heard import Heard, promised, raised, spoke
from hrplanner.model.principles import QUESTIONS
from hrplanner.model.rules.verdicts import Finding
from hrplanner.model.session import Session
from hrplanner.reports import phrases
from hrplanner.reports.blocks import (
    MARKS,
    Block,
    Bounds,
    Footnotes,
    Heading,
    Labelled,
    Legend,
    Note,
    Paragraph,
    Share,
    ShareRow,
    ShareTable,
    Subtitle,
    Title,
    Total,
    Totals,
    Verdicts,
    plain,
    referred,
)  # fmt: skip
from hrplanner.reports.findings import hidden, hidden_in_short, verdict_block
from hrplanner.reports.named import in_order
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import group as name_of_group
from hrplanner.words.labels.words import word
from hrplanner.words.labels.workings import overruled_said


def summary(
    session: Session,
    findings: Sequence[Finding | Concealed],
    catalog: Catalog,
    protection: Protection | None = None,
) -> tuple[Block, ...]:
    """The blocks of the summary; `protection` says what a reader outside the office must not be shown."""
    told = (phrases.kind_of_meeting(session, catalog), phrases.when(session, catalog), phrases.where(session, catalog))
    return (
        Title(word(catalog, "document", "summary")),
        Subtitle(", ".join(told)),
        _totals(session, catalog, protection.smallest if protection else None),
        Heading(catalog.say("Who was in the room, who spoke, what happened to it")),
        *_shares(session, findings, catalog, protection),
        Heading(catalog.say("Checked against the rules")),
        *_rules(findings, catalog, inside=protection is None),
        *_principles(session, catalog),
    )


def _principles(session: Session, catalog: Catalog) -> Iterator[Block]:
    """The nine questions as the office answered them; nothing where it answered none."""
    if not session.replies:
        return
    yield Heading(catalog.say("Three principles, nine questions"))
    for principle, asked in QUESTIONS.items():
        yield Subtitle(word(catalog, "principle", principle))
        for one in asked:
            reply, step = session.replies.get(one), session.next_steps.get(one)
            said = word(catalog, "reply", reply) if reply else catalog.say("not answered")
            told = f"{said} \u00b7 {catalog.say('What we will do: {step}', step=step)}" if step else said
            yield Labelled(word(catalog, "principle question", one), plain(told))


def groups_in(session: Session, findings: Iterable[Finding | Concealed]) -> tuple[GroupCode, ...]:
    """The groups that the record or a rule speaks of, in the order in which groups are always listed."""
    found = {tally.group for tally in session.tallies}
    found |= {code for person in session.people for code in person.groups}
    found |= {turn.group for turn in session.turns if turn.group is not None}
    found |= {code for issue in session.issues for code in issue.raised_by}
    for finding in findings:
        if isinstance(finding.rule.numerator, GroupSet):
            found |= set(finding.rule.numerator.groups)
    if any(person.age is not None for person in session.people) and not any(age_band(code) for code in found):
        found |= {code for code in standard_groups() if age_band(code)}
    return in_order(found)


def _totals(session: Session, catalog: Catalog, smallest: Smallest | None) -> Totals:
    counted = phrases.heads(session, catalog, smallest)
    few = smallest is not None and few_came(session, smallest)  # then no difference between totals is told either

    def papers(number: int | None, name: str, what: str) -> Total:
        told = None if number is None else phrases.total(number, catalog, smallest)
        return _total(told, name, "" if few else _missing(session, number, what, catalog), catalog)

    return Totals(
        (
            _total(counted, catalog.say("heads"), _heads_remark(session, catalog, few=few), catalog),
            papers(session.signatures, catalog.say("signatures"), "signatures"),
            papers(session.slips, catalog.say("slips"), "slips"),
        )
    )


def _total(number: str | None, name: str, remark: str, catalog: Catalog) -> Total:
    return Total(number if number is not None else phrases.not_known(catalog), name, remark, known=number is not None)


def _heads_remark(session: Session, catalog: Catalog, *, few: bool) -> str:
    if session.heads is not None:
        return ""
    if session.heads_low is not None and session.heads_high is not None:
        return catalog.say("estimated")
    everybody = attendees(session)
    if everybody.known is None or few:
        return catalog.say("nobody counted")
    return catalog.say("nobody counted; {n} by other records", n=everybody.known)


def _missing(session: Session, number: int | None, what: str, catalog: Catalog) -> str:
    """The difference to the heads in words; the totals are never forced equal."""
    if number is None or session.heads is None:
        return ""
    apart = session.heads - number
    if apart < 0:
        return catalog.count("{n} more than heads", "{n} more than heads", -apart)
    if what == "signatures":
        return catalog.count("{n} did not sign", "{n} did not sign", apart)
    return catalog.count("{n} handed in no slip", "{n} handed in no slip", apart)


def _shares(
    session: Session, findings: Sequence[Finding | Concealed], catalog: Catalog, protection: Protection | None
) -> tuple[Block, ...]:
    groups = groups_in(session, findings)
    if protection is not None:
        session = protection.figures
    if not groups:
        return (Paragraph(plain(catalog.say("No group was counted, and no rule names one."))),)
    notes = _notes(session, groups, catalog, protection)
    marks = dict(zip(notes, MARKS, strict=False))
    table = ShareTable(
        head=(
            referred(catalog.say("Group, by people's own statement"), marks.get("overlap")),
            catalog.say("stated"),
            referred(catalog.say("not known"), marks["unknown"]),
        ),
        bases=(
            (catalog.say_in("share", "Came"), _base(session, catalog, protection)),
            (catalog.say_in("share", "Spoke"), _of_turns(session, groups[0], catalog)),
            (catalog.say_in("share", "Raised"), _of_issues(session, catalog)),
            (
                catalog.say_in("share", "Promised"),
                _of_promises(session, catalog),
            ),
        ),
        rows=tuple(_row(session, code, catalog, protection, marks.get("hidden")) for code in groups),
    )
    footnotes = Footnotes(tuple((marks[name], text) for name, text in notes.items()))
    found = overruled_said(catalog, overruled(session))
    return table, _legend(catalog, marks["triangle"]), footnotes, *((Note(plain(found)),) if found else ())


def _base(session: Session, catalog: Catalog, protection: Protection | None) -> str:
    """What those who came are counted by."""
    if protection is not None and few_came(session, protection.smallest):
        return hidden(catalog)
    counted = phrases.heads(session, catalog)
    if counted is not None:
        return catalog.say("of {number} heads", number=counted)
    if session.signatures is not None:
        return catalog.count("of {n} signature", "of {n} signatures", session.signatures)
    everybody = attendees(session).known
    if everybody is None:
        return catalog.say("total not known")
    return catalog.count("of {n} person", "of {n} people", everybody)


def _of_issues(session: Session, catalog: Catalog) -> str:
    if not session.issues:
        return catalog.say("none written down")
    return catalog.count("of {n} issue", "of {n} issues", len(session.issues))


def _of_promises(session: Session, catalog: Catalog) -> str:
    if not session.commitments:
        return catalog.say("none written down")
    return catalog.count("of {n} promise", "of {n} promises", len(session.commitments))


def _of_turns(session: Session, group: GroupCode, catalog: Catalog) -> str:
    return catalog.count("of {n} turn", "of {n} turns", spoke(session, group).whole)


def _row(
    session: Session, code: GroupCode, catalog: Catalog, protection: Protection | None, mark: str | None
) -> ShareRow:
    name = name_of_group(catalog, code, session.country)
    if protection is not None and protection.hides_unknown(code):
        return _hidden_row(session, name, code, catalog, protection, mark)
    came, everybody = in_group_alone(session, code), attendees(session)
    return ShareRow(
        group=name,
        stated=phrases.stated(came, catalog),
        not_known=phrases.number_of(came.unknown, catalog),
        shares=(
            _came(came, everybody, catalog),
            *(_heard(count(session, code), catalog) for count in (spoke, raised, promised)),
        ),
        came=came.known / everybody.known if came.known is not None and everybody.known else None,
    )


def _hidden_row(
    session: Session, name: str, code: GroupCode, catalog: Catalog, protection: Protection, mark: str | None
) -> ShareRow:
    """A group whose number, or the number not stated beside it, would point at persons."""
    told = referred(hidden_in_short(catalog), mark)
    came = in_group_alone(session, code)
    covered = Share(told, None, hidden=True)
    if protection.hides(code):
        return ShareRow(group=name, stated=told, not_known=told, shares=(covered,) * 4)
    least = phrases.of_all(came.low, None, attendees(session), catalog)
    at_least = Share(referred(least, mark), None, hidden=True)
    voices = (_heard(count(session, code), catalog) for count in (spoke, raised, promised))
    return ShareRow(group=name, stated=phrases.stated(came, catalog), not_known=told, shares=(at_least, *voices))


def _came(came: Count, everybody: Count, catalog: Catalog) -> Share:
    unknown = came.known is None and came.low == 0
    text = phrases.not_known(catalog) if unknown else phrases.of_all(came.low, came.high, everybody, catalog)
    if not everybody.low or everybody.high is None:
        return Share(text, None)
    high = everybody.low if came.high is None else came.high
    return Share(text, Bounds(came.low / everybody.high, high / everybody.low))


def _heard(heard: Heard, catalog: Catalog) -> Share:
    if heard.whole == 0:
        return Share(catalog.say("none recorded"), None)
    text = phrases.of_all(heard.low, heard.high, exactly(heard.whole), catalog)
    if heard.low == 0 and heard.high == heard.whole:
        text = phrases.not_known(catalog)
    return Share(text, Bounds(heard.low / heard.whole, heard.high / heard.whole))


def _legend(catalog: Catalog, mark: str) -> Legend:
    return Legend(
        (
            ("known", catalog.say_in("bar", "known")),
            ("not_known", catalog.say_in("bar", "not known")),
            ("others", catalog.say_in("bar", "others")),
            ("reference", referred(catalog.say("this group's share of those who came"), mark)),
        )
    )


def _notes(
    session: Session, groups: Sequence[GroupCode], catalog: Catalog, protection: Protection | None
) -> dict[str, str]:
    """What the marks in the table refer to, in the order in which they are met."""
    notes: dict[str, str] = {}
    few = protection is not None and few_came(session, protection.smallest)
    everybody = None if few else attendees(session).known
    if len({dimension_of(code) for code in groups}) > 1:
        notes["overlap"] = (
            catalog.say("Groups overlap, so they do not add up.")
            if everybody is None
            else catalog.say("Groups overlap, so they do not add up to {n}.", n=everybody)
        )
    notes["unknown"] = catalog.say("Not known: no slip, preferred not to say, or not asked; never counted as none.")
    if protection is not None and any(protection.hides_unknown(code) for code in groups):
        notes["hidden"] = catalog.say(
            "Small numbers are hidden to protect people, and others with them that give them away."
        )
    notes["triangle"] = catalog.say("A bar that ends left of the triangle: heard less than present.")
    return notes


def _rules(findings: Sequence[Finding | Concealed], catalog: Catalog, *, inside: bool) -> tuple[Block, ...]:
    if not findings:
        return (Paragraph(plain(catalog.say("This book has no rules yet."))),)
    return (Verdicts(tuple(verdict_block(finding, catalog, inside=inside) for finding in findings)),)
