"""Every code that people see has words; one they made up themselves stays as it is."""

from collections.abc import Iterable

import pytest

from hrplanner.model.commitments import Status
from hrplanner.model.groups import standard_dimensions, standard_groups
from hrplanner.model.issues import Answer, HowDecided
from hrplanner.model.people import Consent, Purpose, Role
from hrplanner.model.rules.reading import Confidence, Denominator, Force, RuleKind
from hrplanner.model.rules.verdicts import Verdict
from hrplanner.model.session import Kind
from hrplanner.model.voice import TurnRole
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import FAMILIES, group, group_list, word
from tests.model.rules.packs import COUNTRIES, pack

FAMILY_OF: dict[str, Iterable[str]] = {
    "verdict": Verdict, "force": Force, "confidence": Confidence, "rule kind": RuleKind, "whole": Denominator,
    "kind": Kind, "role": Role, "turn": TurnRole, "answer": Answer, "how": HowDecided, "promise": Status,
    "dimension": standard_dimensions(), "purpose": Purpose, "consent": Consent,
}  # fmt: skip


@pytest.mark.parametrize("family", sorted(FAMILY_OF))
def test_every_code_of_the_model_has_words(family: str) -> None:
    assert sorted(str(code) for code in FAMILY_OF[family] if str(code) not in FAMILIES[family]) == []


def test_every_group_has_a_name() -> None:
    assert [code for code in standard_groups() if group(Catalog(), code) == code] == []


def test_age_bands_are_named_by_their_years() -> None:
    assert group(Catalog(), "age_60_up") == "60 years and over"
    assert group(Catalog(), "age_16_40") == "16 to 40 years"


def test_a_country_may_have_its_own_word() -> None:
    assert group(Catalog(), "fishers") == "Fishing families"
    assert group(Catalog(), "fishers", "ph") == "Fisherfolk"


def test_a_kind_that_the_office_made_up_is_shown_as_written() -> None:
    assert word(Catalog(), "kind", "Tea with the mayor") == "Tea with the mayor"


def test_no_group_is_an_empty_phrase() -> None:
    assert group_list(Catalog(), frozenset()) == ""
    assert group_list(Catalog(), frozenset({"women", "dalit"})) == "Dalit and Women"


def test_the_five_verdicts_differ_in_every_language() -> None:
    for code in ("en", "id", "fil", "ne", "hi", "bn", "ko"):
        assert len({word(Catalog(code, domain="printouts"), "verdict", verdict) for verdict in Verdict}) == 5


def test_every_committee_and_meeting_that_a_law_of_a_pack_names_has_words() -> None:
    rules = [rule for country in COUNTRIES for rule in pack(country).values()]
    bodies, kinds = {rule.body for rule in rules if rule.body}, {kind for rule in rules for kind in rule.applies_to}
    assert sorted(bodies - set(FAMILIES["body"])) == []
    assert sorted(kinds - set(FAMILIES["kind"])) == []
