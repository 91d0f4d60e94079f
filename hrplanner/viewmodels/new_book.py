"""A new record book as a form: whose it is, where, and in which language it prints."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hrplanner.model.errors import Refused
from hrplanner.model.groups import COUNTRIES
from hrplanner.model.office import LANGUAGES, Office, new_office
from hrplanner.usecases.rule_files import with_pack
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import NC_, Catalog

ELSEWHERE = ""
COUNTRY_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "bd": NC_("country", "Bangladesh"),
        "id": NC_("country", "Indonesia"),
        "in": NC_("country", "India"),
        "kr": NC_("country", "Republic of Korea"),
        "np": NC_("country", "Nepal"),
        "ph": NC_("country", "Philippines"),
    }
)
LANGUAGE_OF: Mapping[str, str] = MappingProxyType(
    {"bd": "bn", "id": "id", "in": "hi", "kr": "ko", "np": "ne", "ph": "fil"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFields:
    """What is typed and chosen."""

    name: str = ""
    country: str = ELSEWHERE
    language: str = "en"


class NewBook:
    """The form; the file is chosen afterwards."""

    def __init__(self, words: Catalog) -> None:
        self.fields = BookFields()
        self.words = words

    def countries(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and word, by word; a country without groups of its own last."""
        known = sorted(((code, self.words.say_in("country", COUNTRY_WORDS[code])) for code in COUNTRIES), key=_word)
        return (*known, (ELSEWHERE, self.words.say_in("country", "Another country")))

    def languages(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and the language's own name."""
        return tuple((code, Catalog(code).own_name) for code in LANGUAGES)

    def choose_country(self, country: str) -> None:
        """A country brings its language along; it can still be changed."""
        language = LANGUAGE_OF.get(country, self.fields.language)
        self.fields = BookFields(name=self.fields.name, country=country, language=language)

    def office(self, rule_pack: Callable[[str | None], str | None]) -> tuple[Office | None, Told]:
        """The frame of the new book with the rules of its country, or why it cannot be made yet."""
        if not self.fields.name.strip():
            return None, refused(
                self.words,
                Refused("field_missing", field="name"),
                "name",
                {"name": self.words.say("Name of the office")},
            )
        fields = self.fields
        made = new_office(name=fields.name.strip(), country=fields.country or None, language=fields.language)
        return with_pack(made, rule_pack(made.country)), Told()


def _word(pair: tuple[str, str]) -> str:
    return pair[1]
