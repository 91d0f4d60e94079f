"""The recovery sheet: every word is on the page, and what the page is for."""

import datetime as dt

import pytest

from hrplanner.keys.recovery import recovery_words, secret_of
from hrplanner.model.sealing import Opens, Recovery, SheetWords
from hrplanner.reports.press import Press
from hrplanner.words.languages import LANGUAGES

SECRETS = {Opens.BOOK: bytes(range(32)), Opens.SIGNING_KEY: bytes(range(1, 33))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_both_secrets_can_be_typed_from_the_page(language: str) -> None:
    secrets = tuple(
        SheetWords(opens=opens, name=f"name-{opens}", words=recovery_words(secret)) for opens, secret in SECRETS.items()
    )
    recovery = Recovery(office="Ward 5", made=dt.date(2026, 5, 12), secrets=secrets)
    press = Press()
    (page,) = press.page_texts(press.recovery_sheet(recovery, language=language))
    shown = [token for token in page.split() if token in {word for one in secrets for word in one.words}]
    assert [secret_of(" ".join(shown[at : at + 24])) for at in (0, 24)] == list(SECRETS.values())
    assert all(one.name in page for one in secrets)
