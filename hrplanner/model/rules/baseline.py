"""A target from the population: the share a group has in a census, times how close a meeting should come to it."""

from dataclasses import dataclass
from fractions import Fraction

from hrplanner.model.rules import reading_fields as fields
from hrplanner.model.rules.reading_fields import Written
from hrplanner.model.rules.thresholds import Amount, Threshold, parse_threshold

_FIELDS = frozenset({"part", "of", "year", "source", "parity"})
_FIRST_YEAR, _LAST_YEAR = 1800, 2200


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """`part` people of `of` by a census of a year; `parity` 1 asks for the same share, 4/5 for four fifths of it."""

    part: int
    of: int
    year: int
    source: str
    parity: Fraction = Fraction(1)

    @property
    def threshold(self) -> Threshold:
        """The share as a threshold; written as the census has it."""
        text = f"{self.part}/{self.of}"
        if self.parity != 1:
            text = f"{self.parity.numerator}/{self.parity.denominator} × {text}"
        return Threshold(text, (Amount(share=Fraction(self.part, self.of) * self.parity),))

    def reached(self, number: int, whole: int) -> Fraction:
        """The parity ratio: the share of a meeting over the share in the population; 1 is the same."""
        return Fraction(number, whole) / Fraction(self.part, self.of)


def read_baseline(written: Written) -> Baseline | None:
    """The population a rule goes by, or None; refuses one without year or source, or of nobody."""
    given = written.get("baseline")
    if given is None:
        return None
    if not isinstance(given, dict) or not set(given) <= _FIELDS or written.get("threshold") is not None:
        raise fields.not_understood(written, "baseline", given)
    inside = {**given, "id": written.get("id")}
    part, of, year = (fields.whole(inside, name) for name in ("part", "of", "year"))
    for name, number in (("part", part), ("of", of), ("year", year)):
        if number is None:
            raise fields.missing(written, f"baseline.{name}")
    if not part or not of or part > of or not _FIRST_YEAR <= (year or 0) <= _LAST_YEAR:
        raise fields.not_understood(written, "baseline", f"{part}/{of}, {year}")
    parity = parse_threshold(str(given.get("parity", "1/1")), counts_allowed=False).amounts[0].share
    if not parity:
        raise fields.not_understood(written, "baseline", given["parity"])
    return Baseline(part=part, of=of, year=year or 0, source=fields.text(inside, "source"), parity=parity)
