"""The codes in use, from the places where they are kept."""

from hrplanner.model.commitments import Status
from hrplanner.model.groups import COUNTRIES, standard_dimensions, standard_groups
from hrplanner.model.issues import Answer
from hrplanner.model.minutes import FORMS, DocumentKind
from hrplanner.model.office import LANGUAGES
from hrplanner.model.people import Role
from hrplanner.model.rules.reading import Comparison, Denominator, Force, RuleKind
from hrplanner.model.rules.verdicts import Verdict
from hrplanner.model.session import Kind
from hrplanner.usecases.printing import READERS


def codes_in_use() -> dict[str, list[str]]:
    """Each family of codes, in its own order."""
    return {
        "documents": [str(one) for one in DocumentKind],
        "readers": list(READERS),
        "forms": list(FORMS),
        "groups": [str(one) for one in standard_groups()],
        "dimensions": [str(one) for one in standard_dimensions()],
        "kinds": [str(one) for one in Kind],
        "countries": list(COUNTRIES),
        "languages": list(LANGUAGES),
        "verdicts": [str(one) for one in Verdict],
        "rule_kinds": [str(one) for one in RuleKind],
        "denominators": [str(one) for one in Denominator],
        "comparisons": [str(one) for one in Comparison],
        "forces": [str(one) for one in Force],
        "roles": [str(one) for one in Role],
        "answers": [str(one) for one in Answer],
        "statuses": [str(one) for one in Status],
    }
