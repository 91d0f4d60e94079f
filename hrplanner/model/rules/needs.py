"""What a rule on the record may ask to be there: fields of the record and papers that somebody saw."""

from collections.abc import Mapping

from hrplanner.model.formalities import Evidence
from hrplanner.model.rules.codes import RuleKind

RECORD_FIELDS = (
    "date", "start", "end", "venue", "agenda", "decisions", "how_decided", "issues", "commitments", "people", "heads",
    "signatures", "notice", "moments", "sex", "age", "disability",
)  # fmt: skip

NEEDS: Mapping[RuleKind, frozenset[str]] = {
    RuleKind.RECORD_FIELD: frozenset({*RECORD_FIELDS, *map(str, Evidence)}),
    RuleKind.SIGNATURE: frozenset(),
}
"""Names that are known; none where any name can stand, as offices are called differently everywhere."""
