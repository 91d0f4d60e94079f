"""Findings as blocks: the verdict's mark and word, the exact fraction, what is short, the sentence of the rule."""

from __future__ import annotations

from fractions import Fraction

from hrplanner.model.disclosure import Concealed
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.reading import Force, Rule, RuleKind
from hrplanner.reports import blocks
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.reasons import FORMAL, reason, what_would_change
from hrplanner.words.labels.words import word

_HIDDEN_MARK = Verdict.NOT_APPLICABLE.value  # the quietest of the marks: it says neither yes nor no
_WITHOUT_FIGURES = frozenset({Verdict.NOT_APPLICABLE, Verdict.WAIVED})


def verdict_block(finding: Finding | Concealed, catalog: Catalog, *, inside: bool) -> blocks.Verdict:
    """One rule as the summary shows it; `inside` the office it names the two who switched it on."""
    if isinstance(finding, Concealed):
        return blocks.Verdict(
            mark=_HIDDEN_MARK,
            word=hidden_in_short(catalog),
            title=finding.rule.title_in(catalog.language),
            finding=hidden(catalog),
            source=_source(finding.rule, catalog, inside=inside),
            bounds=None,
        )
    return blocks.Verdict(
        mark=finding.verdict.value,
        word=word(catalog, "verdict", finding.verdict.value),
        title=finding.rule.title_in(catalog.language),
        finding=_told(finding, catalog),
        source=_source(finding.rule, catalog, inside=inside),
        bounds=_bounds(finding, catalog),
    )


def hidden(catalog: Catalog) -> str:
    """What stands where a small number would point at persons."""
    return catalog.say("hidden to protect people")


def hidden_in_short(catalog: Catalog) -> str:
    """The same in one word for narrow columns; what it means has to stand near."""
    return catalog.say_in("bar", "hidden")


def verdict_line(finding: Finding | Concealed, catalog: Catalog) -> blocks.VerdictLine:
    """One rule in a sentence, as minutes show it."""
    if isinstance(finding, Concealed):
        return blocks.VerdictLine(mark=_HIDDEN_MARK, word=hidden(catalog), text=finding.rule.title_in(catalog.language))
    return blocks.VerdictLine(
        mark=finding.verdict.value,
        word=word(catalog, "verdict", finding.verdict.value),
        text=f"{finding.rule.title_in(catalog.language)}: {_figures(finding, catalog) or reason(catalog, finding)}",
    )


def _told(finding: Finding, catalog: Catalog) -> str:
    """Figures, what is needed, what would change it, or why there is no verdict."""
    parts = [_figures(finding, catalog)]
    if finding.needed is not None and finding.rule.kind not in {RuleKind.PRESENCE, *FORMAL}:
        parts.append(catalog.say("{n} needed.", n=finding.needed))
    if finding.verdict is Verdict.NOT_MET:
        parts.append(what_would_change(catalog, finding))
    if finding.verdict in (Verdict.CANNOT_DETERMINE, *_WITHOUT_FIGURES) or not any(parts):
        parts.append(reason(catalog, finding))
    return " ".join(part for part in parts if part)


def _figures(finding: Finding, catalog: Catalog) -> str:
    """The exact fraction, never reduced, with its upper bound where something is not known; empty without figures."""
    if finding.verdict in _WITHOUT_FIGURES or _nothing_counted(finding) or finding.rule.kind in FORMAL:
        return ""
    count, whole = finding.count, finding.whole
    if finding.rule.kind is RuleKind.PRESENCE:
        present = catalog.fraction(count.low, finding.denominator or 0)
        return catalog.say("{fraction} of the groups present.", fraction=present)
    low = _part(count.low, whole.high if finding.is_share else None, finding, catalog)
    if count.exact:
        return f"{low}."
    if count.high is None:
        return catalog.say("At least {low}.", low=low)
    high = _part(count.high, _whole_of_the_high(finding), finding, catalog)
    if finding.verdict is Verdict.CANNOT_DETERMINE:
        return catalog.say("Between {low} and {high}.", low=low, high=high)
    return catalog.say("{low} known, at most {high}.", low=low, high=high)


def _whole_of_the_high(finding: Finding) -> int | None:
    """What the upper bound is of: the smallest whole that can hold it, where the whole is only an estimate."""
    if not finding.is_share or finding.whole.high is None:
        return None
    return finding.whole.low if (finding.count.high or 0) <= finding.whole.low else finding.whole.high


def _nothing_counted(finding: Finding) -> bool:
    return finding.count.known is None and finding.count.low == 0 and finding.count.high is None


def _part(number: int, whole: int | None, finding: Finding, catalog: Catalog) -> str:
    if not finding.is_share:
        return catalog.number(number)
    if whole is None:
        return catalog.say("{part}, total not known", part=catalog.number(number))
    return catalog.fraction(number, whole)


def _source(rule: Rule, catalog: Catalog, *, inside: bool) -> str:
    """The sentence in quotes, where it stands, how binding it is, how surely it was read."""
    quoted = rule.sentence  # ours or theirs, as the rule file has it: no marks of quotation are added
    place = ", ".join(part for part in (rule.source, rule.article) if part) or catalog.say("source not recorded")
    force = word(catalog, "force", rule.force.value)
    confidence = f"{word(catalog, 'confidence', rule.confidence.value)} ({rule.confidence.value})"
    parts = [place, force] if rule.force is Force.OWN_TARGET else [place, force, confidence]
    if inside and rule.switched_by:
        parts.append(catalog.say("switched on by {names}", names=catalog.list(rule.switched_by)))
    return " ".join(part for part in (quoted, " \u00b7 ".join(parts)) if part)


def _bounds(finding: Finding, catalog: Catalog) -> blocks.Bounds | None:
    """The bar of a share; a rule without a number, or of an unknown whole, has none."""
    whole = finding.whole
    if finding.verdict in _WITHOUT_FIGURES or not finding.is_share or not whole.high or not whole.low:
        return None
    high = whole.low if finding.count.high is None else finding.count.high
    return blocks.Bounds(
        low=finding.count.low / whole.high,
        high=high / whole.low,
        threshold=_threshold(finding, whole.high),
        threshold_text=catalog.digits(finding.rule.threshold.text) if finding.rule.threshold else "",
        whole_text=catalog.digits(str(whole.high)),
        nothing_text=catalog.number(0),
    )


def _threshold(finding: Finding, whole: int) -> float | None:
    edge: Fraction | None = finding.rule.threshold.of(whole) if finding.rule.threshold else None
    return None if edge is None else float(edge / whole)
