"""Everything that says no has three sentences: what happened, why, what now."""

import re

import pytest

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.storage import safety
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import ROWS, SENTENCES, explain, explain_row
from tests.words.sources import problem_codes, row_codes

# Words that blame or frighten; a clerk at a meeting needs neither.
UNWELCOME = re.compile(
    r"\b(errors?|fail\w*|illegal|invalid|bad|abort\w*|kill\w*|terminat\w*|catastroph\w*|fatal|crash\w*|oops|sorry)\b",
    re.IGNORECASE,
)


def test_every_code_that_is_raised_has_words() -> None:
    assert sorted(problem_codes() - set(SENTENCES)) == []


def test_whatever_a_disk_can_say_has_words() -> None:
    said = {*safety._OF_ERRNO.values(), *safety._OF_RESULT.values(), *safety._OF_EXTENDED.values()}
    assert sorted({*said, "cannot_read", "cannot_write"} - set(SENTENCES)) == []


def test_every_code_of_a_row_has_words() -> None:
    assert sorted(row_codes() - set(ROWS) - set(SENTENCES)) == []


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_the_three_sentences_are_whole_and_friendly(code: str) -> None:
    for sentence in SENTENCES[code]:
        assert sentence.endswith((".", "?"))
        assert not UNWELCOME.search(sentence), sentence
        assert "!" not in sentence


def test_what_was_typed_is_shown_as_it_was_typed() -> None:
    said = explain(Catalog(), Refused("not_a_date", text="12/{05}/26"))
    assert said.happened == "“12/{05}/26” was not taken as a date."
    assert said.now


def test_figures_that_were_not_given_do_not_stop_the_sentence() -> None:
    assert "line ?" in str(explain(Catalog(), FileProblem("json_broken")))


def test_a_code_without_words_still_says_what_to_do() -> None:
    said = explain(Catalog(), Refused("never_heard_of"))
    assert "never_heard_of" in said.why
    assert all((said.happened, said.now))
    assert "never_heard_of" in explain_row(Catalog(), "never_heard_of", {})


def test_names_of_a_list_are_joined() -> None:
    said = explain(Catalog(), FileProblem("sheet_missing", sheet="x", have=("b", "a")))
    assert said.why == "The sheets it has are: a and b."
