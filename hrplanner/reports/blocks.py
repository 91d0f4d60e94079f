"""What a document says, without how it looks: the same blocks become a printed page and plain text.

Every text in a block is shown as it is: there is no markup, so that `<b>` in a name is three letters and two brackets.
Widths are in millimetres of a text 170 mm wide; shares are numbers from 0 to 1 of a bar's whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from hrplanner.reports.hand import Choices, FillIn, Form, NewPage, Signatures


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one weight."""

    text: str
    bold: bool = False


Runs = tuple[Run, ...]
DOT = "\u2022"
MARKS = "\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the document, once, at the top of its first page."""

    text: str


@dataclass(frozen=True, slots=True)
class Subtitle:
    """One line under the title."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The start of a section; `number` as it is printed, in the digits of the language."""

    text: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Note:
    """Running text in small type: what explains, not what is recorded."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Code:
    """A code in plain words that any phone shows; `alt` says what it is to somebody who cannot see it."""

    text: str
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts on a first page."""

    label: str
    value: Runs


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a meeting, with their code beside them so that the two can be compared line by line, and the same
    signed.
    """

    rows: tuple[Fact, ...]
    code: Code | None = None
    signed: Code | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """One of the totals in large figures; `known` is False when `number` is a word such as "not known"."""

    number: str
    word: str
    remark: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals side by side, of one size, never added to each other."""

    counts: tuple[Total, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one head; `numeric` names the columns whose text stands at the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[float, ...]
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is known of a share and what it could be at most; `threshold` is where a rule draws its line."""

    low: float
    high: float
    threshold: float | None = None
    threshold_text: str = ""
    whole_text: str = ""
    nothing_text: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """One bar with its count in words; `bounds` is None where a bar would tell nothing, `hidden` where it must not."""

    text: str
    bounds: Bounds | None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One group: how many said so, how many are not known, its share of each base, and of those who came if known."""

    group: str
    stated: str
    not_known: str
    shares: tuple[Share, ...]
    came: float | None = None


@dataclass(frozen=True, slots=True)
class ShareTable:
    """Shares side by side; a triangle on every bar after the first repeats the group's known share of the first."""

    head: tuple[str, str, str]
    bases: tuple[tuple[str, str], ...]
    rows: tuple[ShareRow, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What a mark means: pairs of a sign ("known", "not_known", "others", "hidden", "reference") and its words."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rule and what was found; `mark` is the verdict's code, `word` says it, `lines` give the exact count."""

    mark: str
    word: str
    title: str
    finding: str
    source: str
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Rules under each other, each kept on one page."""

    rows: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """A verdict in one sentence, for minutes."""

    mark: str
    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """Text with a label at its side; a decision has a bar at its left, nothing else has one."""

    label: str
    runs: Runs
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list: points under each other, each behind its number as printed, or behind a dot where there are none."""

    points: tuple[Runs, ...]
    numbers: tuple[str, ...] | None = None

    @property
    def signs(self) -> tuple[str, ...]:
        """What stands before each point."""
        return self.numbers or (DOT,) * len(self.points)


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Notes below a table in small type, each behind the mark that refers to it; see `referred`."""

    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stand on one page as long as a page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what belongs to it; `continued` is printed at the top of the page it goes on to."""

    heading: Heading
    blocks: tuple[Block, ...]
    continued: str


@dataclass(frozen=True, slots=True)
class Framed:
    """Blocks inside a frame: what must be read before anything is written."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """One thing with a large number, its text in bold, and what belongs to it; never parted."""

    number: str
    text: str
    blocks: tuple[Block, ...]


Block = (
    Title
    | Subtitle
    | Heading
    | Paragraph
    | Note
    | Code
    | Facts
    | Totals
    | Table
    | ShareTable
    | Legend
    | Verdicts
    | VerdictLine
    | Labelled
    | Points
    | Footnotes
    | Signatures
    | Framed
    | FillIn
    | Choices
    | Numbered
    | Form
    | NewPage
    | KeepTogether
    | Section
)


def plain(text: str) -> Runs:
    """The text as one run of the regular weight."""
    return (Run(text),)


def bold(text: str) -> Runs:
    """The text as one bold run."""
    return (Run(text, bold=True),)


def referred(text: str, mark: str | None) -> str:
    """The text with the mark of the footnote that belongs to it, where there is one."""
    return f"{text} {mark}" if mark else text
