"""What a page is told after it asked for something: news for the toast, or which field was not taken and why."""

from dataclasses import dataclass

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import explain


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`news` when it was done and saved; `why` in one sentence when it was not, and at which field."""

    news: str = ""
    why: str = ""
    field: str = ""

    @property
    def done(self) -> bool:
        """Whether it was done and saved."""
        return not self.why


def refused(words: Catalog, problem: Refused | FileProblem, field: str = "") -> Told:
    """The refusal as what happened and what now; the field is the one the rules named, else the one that was asked."""
    said = explain(words, problem)
    named = problem.params.get("field")
    return Told(why=f"{said.happened} {said.now}".strip(), field=str(named) if isinstance(named, str) else field)
