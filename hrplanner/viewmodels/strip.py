"""The strip: findings as rows of marks, fractions, bars and one sentence on what would change each."""

from collections.abc import Sequence
from fractions import Fraction

from hrplanner.model.counting import attendees
from hrplanner.model.rules.reading import Comparison, RuleKind
from hrplanner.model.rules.verdicts import Finding, Verdict
from hrplanner.model.session import Session
from hrplanner.usecases.checking import findings_of
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.bars import UNKNOWN, Bar, bar_end, share_bar
from hrplanner.viewmodels.strip_rows import Strip, StripRow
from hrplanner.words.almanac import CountryAlmanac
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import reasons
from hrplanner.words.labels import words as labels

ORDER = (
    Verdict.NOT_MET,
    Verdict.CANNOT_DETERMINE,
    Verdict.MET,
    Verdict.WAIVED,
    Verdict.NOT_APPLICABLE,
)
SHORT = frozenset({Verdict.WAIVED, Verdict.NOT_APPLICABLE})


def strip_of(workspace: Workspace, words: Catalog) -> Strip:
    """The strip of the session that is open."""
    session = workspace.opened()
    findings = findings_of(workspace.office, session, almanac=CountryAlmanac(workspace.office.country))
    ordered = sorted(findings, key=lambda finding: (ORDER.index(finding.verdict), finding.rule.id))
    return Strip(
        title=words.say("Who is in the room"),
        facts=_facts(session, words),
        rows=tuple(row_of(finding, words) for finding in ordered),
        line=_line(findings, words),
        nothing=words.say("This book has no rules yet. Rules say what is asked of a meeting, and come from a file."),
    )


def row_of(finding: Finding, words: Catalog) -> StripRow:
    """One finding as every page shows it."""
    rule = finding.rule
    short = finding.verdict in SHORT
    bar = None if short else _bar(finding)
    return StripRow(
        rule=rule.id,
        verdict=str(finding.verdict),
        word=_word(finding.verdict, words),
        fraction="" if short else _fraction(finding, words),
        title=rule.title_in(words.language),
        bar=bar,
        need_text=words.digits(rule.threshold.text) if bar and rule.threshold else "",
        end_text=_end_text(finding, words) if bar else "",
        change=_change(finding, words),
        short=short,
        more=_more(finding, words),
    )


def _facts(session: Session, words: Catalog) -> str:
    total = attendees(session)
    if total.high is None:
        return words.say("Nobody is counted yet.")
    if total.exact:
        return words.count("{n} present", "{n} present", total.low)
    return words.say("{low} to {high} present", low=total.low, high=total.high)


def _line(findings: Sequence[Finding], words: Catalog) -> tuple[tuple[str, str], ...]:
    counted = [(verdict, sum(one.verdict is verdict for one in findings)) for verdict in ORDER[:3]]
    made = (
        (str(verdict), words.say("{n} {verdict}", n=n, verdict=_word(verdict, words).lower())) for verdict, n in counted
    )
    return tuple(one for one, (_, n) in zip(made, counted, strict=True) if n)


def _word(verdict: Verdict, words: Catalog) -> str:
    return labels.word(words, "verdict", str(verdict))


def _fraction(finding: Finding, words: Catalog) -> str:
    count, whole = finding.count, finding.whole
    if finding.rule.kind in reasons.FORMAL:
        return ""
    if finding.rule.kind is RuleKind.COUNT:
        if count.high is None:
            return "?" if not count.low else words.say("{low} or more", low=count.low)
        return words.number(count.low) if count.exact else words.say("{low} to {high}", low=count.low, high=count.high)
    total = whole.high if finding.is_share else finding.denominator
    if count.high is None or (count.known is None and count.low == 0 and count.high == total):
        return f"?/{words.digits(str(total)) if total is not None else '?'}"
    return words.bounds(count.low, count.high, total)


def _threshold(finding: Finding) -> Fraction | None:
    threshold = finding.rule.threshold
    if threshold is None:
        return None
    if threshold.choose is None:
        return threshold.amounts[0].share
    edge, whole = threshold.of(finding.whole.high), finding.whole.high
    return None if edge is None or not whole else edge / whole


def _bar(finding: Finding) -> Bar | None:
    if not finding.is_share or finding.rule.comparison is Comparison.BETWEEN:
        return None
    need, count, whole = _threshold(finding), finding.count, finding.whole
    if not whole.high or not whole.low or count.high is None:
        return share_bar(None, None, need) if need is not None else UNKNOWN
    return share_bar(Fraction(count.low, whole.high), Fraction(count.high, whole.low), need)


def _end_text(finding: Finding, words: Catalog) -> str:
    end = bar_end(_threshold(finding)) * 100
    return words.percent(str(end.numerator) if end.denominator == 1 else f"{float(end):.1f}".rstrip("0").rstrip("."))


def _change(finding: Finding, words: Catalog) -> str:
    if finding.verdict is Verdict.MET:
        return _holds(finding, words)
    if finding.verdict is Verdict.CANNOT_DETERMINE:
        return _would_settle(finding, words)
    return reasons.what_would_change(words, finding) or reasons.reason(words, finding)


def _holds(finding: Finding, words: Catalog) -> str:
    """How many of the group could go before the rule is not met; said only where it is a number of people."""
    rule, needed = finding.rule, finding.needed
    if (
        rule.comparison is not Comparison.AT_LEAST
        or needed is None
        or rule.kind in {RuleKind.PRESENCE, *reasons.FORMAL}
    ):
        return ""
    leaving = finding.count.low - needed + 1
    share = _threshold(finding)
    grows = finding.is_share and share is not None and share < 1 and rule.numerator != "attendees"
    if grows and finding.whole.high is not None and str(rule.denominator) == "attendees" and share is not None:
        spare = finding.count.low - share * finding.whole.high
        leaving = int(spare / (1 - share)) + 1
    if leaving < 1 or leaving > finding.count.low:
        return ""
    return words.count("Holds unless {n} of them leaves.", "Holds unless {n} of them leave.", leaving)


def _would_settle(finding: Finding, words: Catalog) -> str:
    unknown, needed = finding.count.unknown, finding.needed
    if not unknown or needed is None or finding.reason != "depends_on_unknown":
        return reasons.reason(words, finding)
    missing = needed - finding.count.low
    said = words.count("{n} not stated.", "{n} not stated.", unknown)
    if not 0 < missing <= unknown:
        return said
    return f"{said} {words.count('Met if {n} of them says yes.', 'Met if {n} of them say yes.', missing)}"


def _more(finding: Finding, words: Catalog) -> tuple[str, ...]:
    rule = finding.rule
    source = ", ".join(part for part in (rule.source, rule.article) if part)
    read = words.say("Read on {date}", date=rule.read) if rule.read else ""
    lines = (labels.word(words, "force", str(rule.force)), source, rule.sentence, read)
    return tuple(line for line in lines if line)
