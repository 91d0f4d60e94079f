"""What a page is told after it asked for something: news for the toast, or which field was not taken and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import explain

NO_NAMES: Mapping[str, str] = MappingProxyType({})


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


def refused(
    words: Catalog, problem: Refused | FileProblem, field: str = "", names: Mapping[str, str] = NO_NAMES
) -> Told:
    """The refusal as what happened and what now; the field is the one the rules named, else the one that was asked.

    `names` are what the page calls its fields.
    """
    named = str(problem.params.get("field", ""))
    told = type(problem)(problem.code, **{**problem.params, "field": names[named]}) if named in names else problem
    said = explain(words, told)
    return Told(why=f"{said.happened} {said.now}".strip(), field=named or field)
