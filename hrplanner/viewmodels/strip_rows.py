"""What the strip shows of one finding: mark, fraction, bar and what would change it; never a name, never a score."""

from dataclasses import dataclass, field

from hrplanner.viewmodels.bars import Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """One rule in the room; `bar` is None where there is nothing to draw, `short` rows take one line."""

    rule: str
    verdict: str
    word: str
    fraction: str
    title: str
    bar: Bar | None = None
    need_text: str = ""
    end_text: str = ""
    change: str = ""
    short: bool = False
    more: tuple[str, ...] = ()  # source, force and sentence of law, shown when the row is opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The whole strip; `line` counts the verdicts where there is room for one line only."""

    title: str
    facts: str
    rows: tuple[StripRow, ...] = ()
    line: tuple[tuple[str, str], ...] = ()
    nothing: str = ""
    spoken: str = field(default="", compare=False)
