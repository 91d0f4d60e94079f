"""The text catalogs: nothing left out where a language is promised whole, the same figures in every sentence."""

from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages.catalog import Message

from hrplanner.words.compile import ROOT
from hrplanner.words.extraction import extract, marked_calls, messages_of, read
from hrplanner.words.languages import LANGUAGES, SCREEN_LANGUAGES
from hrplanner.words.messages import DOMAINS
from tests.words.test_refusals import UNWELCOME

TRANSLATED = sorted(set(LANGUAGES) - {"en"})
WHOLE = [(code, domain) for code in SCREEN_LANGUAGES for domain in DOMAINS if code != "en"]

# Names, words that Indonesian writes like English, and patterns of file names.
THE_SAME_IN_INDONESIAN = {
    "hrplanner", "PDF", "PDF (*.pdf)", "Folder", "Folder:", "BS {date}", "Agenda", "OK", "No.", "No. {number}",
    "Ctrl+{n}", "Enter", "F6", "F10", "Menu", "Menu (F10)", "Bangladesh", "India", "Indonesia", "Nepal",
    "Berita acara", "Semester",
    "Adivasi", "Adivasi Janajati", "Dalit", "Gram sabha", "Janajati", "Madhesi", "Moro", "Muslim", "Tharu",
}  # fmt: skip


def entries(code: str, domain: str) -> Iterator[Message]:
    for message in read(ROOT / "translations" / code / f"{domain}.po", code):
        if message.id:
            yield message


def texts(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_speaks_of_the_same_figures(code: str, domain: str) -> None:
    wrong = [
        said
        for message in entries(code, domain)
        for said in texts(message.string)
        if said and placeholders(said) != set().union(*map(placeholders, texts(message.id)))
    ]
    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("code", TRANSLATED)
def test_plurals_are_filled_or_left_alone(code: str, domain: str) -> None:
    forms = int(LANGUAGES[code].plural_forms.split(";")[0].removeprefix("nplurals="))
    for message in entries(code, domain):
        said = texts(message.string)
        if message.pluralizable and any(said):
            assert len(said) == forms
            assert all(said), message.id


@pytest.mark.parametrize(("code", "domain"), WHOLE)
def test_a_screen_language_says_everything_that_the_source_says(code: str, domain: str) -> None:
    said = {
        (m.id if isinstance(m.id, str) else m.id[0], m.context) for m in entries(code, domain) if all(texts(m.string))
    }
    asked = {(message.english, message.context) for message in extract(ROOT)[domain]}
    assert sorted(asked - said, key=str) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_indonesian_does_not_copy_the_english(domain: str) -> None:
    copied = {
        said
        for m in entries("id", domain)
        for one, said in zip(texts(m.id), texts(m.string), strict=False)
        if one == said
    }
    only_figures = {text for text in copied if not any(mark.isalpha() for mark in _without_placeholders(text))}
    assert sorted(copied - only_figures - THE_SAME_IN_INDONESIAN) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_sentence_frightens_or_blames(domain: str) -> None:
    assert [m.id for m in entries("en", domain) for text in texts(m.id) if UNWELCOME.search(text)] == []


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_text_has_one_access_key_at_most(code: str, domain: str) -> None:
    spoken = [text for m in entries(code, domain) for text in (*texts(m.id), *texts(m.string))]
    assert [text for text in spoken if text.replace("&&", "").replace(" & ", "").count("&") > 1] == []


def test_a_message_is_written_out_where_it_is_said() -> None:
    """A sentence glued together or filled in before it is looked up can never be translated."""
    import ast

    glued = [
        f"{source.relative_to(ROOT)}:{call.lineno}"
        for source in sorted((ROOT / "hrplanner").rglob("*.py"))
        for call in marked_calls(source)
        if call.args and isinstance(call.args[0], (ast.JoinedStr, ast.BinOp))
        if not any(isinstance(each, ast.Constant) for each in call.args[1:])
    ]
    assert [place for place in glued if "words/labels/words.py" not in place] == []


def test_messages_inside_f_strings_and_choices_are_found(tmp_path: object) -> None:
    from pathlib import Path

    source = Path(str(tmp_path)) / "page.py"
    source.write_text("x = f'{c.say(\"One\")}'\ny = c.say('Two' if a else 'Three')\nz = c.count('{n} a', '{n} b', 3)\n")
    assert {(m.english, m.plural) for m in messages_of(source)} == {
        ("One", None), ("Two", None), ("Three", None), ("{n} a", "{n} b"),
    }  # fmt: skip


def _without_placeholders(text: str) -> str:
    return "".join(part for part, _, _, _ in Formatter().parse(text))
