"""The help pages: one for each page of the window, in every language of the screen, without unwelcome words."""

import pytest

from hrplanner.words.compile import ROOT
from hrplanner.words.languages import SCREEN_LANGUAGES
from tests.words.test_refusals import UNWELCOME

HELP = ROOT / "resources" / "help"
MARKS = "#-*123456789"  # what a line of Markdown begins with, where it is more than words
PAGES = {
    "today", "sessions", "prepare", "register", "listen", "decide", "close", "print", "check", "import", "care",
    "privacy", "merge", "share",
}  # fmt: skip


@pytest.mark.parametrize("code", SCREEN_LANGUAGES)
def test_every_page_has_help(code: str) -> None:
    assert {path.stem for path in (HELP / code).glob("*.md")} == PAGES


@pytest.mark.parametrize("path", sorted(HELP.rglob("*.md")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_help_page_is_short_and_begins_with_its_name(path: object) -> None:
    text = (HELP / str(path)).read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert len(text) < 3000
    assert not UNWELCOME.search(text)


def test_every_language_says_the_same_points() -> None:
    for page in PAGES:
        points = [
            [
                line[0] if line[0] in MARKS else ""
                for line in (HELP / code / f"{page}.md").read_text("utf-8").split("\n")
                if line
            ]
            for code in SCREEN_LANGUAGES
        ]
        assert all(each == points[0] for each in points), page
