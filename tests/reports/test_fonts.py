"""The fonts are what they claim to be, may be given away, and have every letter of the seven languages."""

from __future__ import annotations

import hashlib
import string
import tomllib

import pytest
from babel import Locale

from hrplanner.reports import fonts

SOURCES = tomllib.loads((fonts.folder() / "SOURCES.toml").read_text("utf-8"))["file"]
# Letters and marks that the exemplar text of a language needs beyond the names of its months and languages.
MORE = {
    "en": string.ascii_letters + string.digits + "“”‘’…–—·°%/()[]§",
    "fil": "ñÑáéíóúâêîôûàèìòù₱",
    "id": "éÉ",
    "ne": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौंँः्।॥०१२३४५६७८९ऽ",
    "hi": "अआइईउऊऋएऐओऔऑॉकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौंँः़्।॥०१२३४५६७८९₹",
    "bn": "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎংঃঁািীুূৃেৈোৌ্০১২৩৪৫৬৭৮৯৳।",
    "ko": "가각간갈감강개거건것격결경계고공과관구국군권귀규그근글금기길깊까꽃꿈끝₩",
}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: str(source["path"]))
def test_a_font_is_the_unmodified_file_of_its_package(source: dict[str, str]) -> None:
    data = (fonts.folder() / source["path"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == source["sha256"]


def test_every_font_has_a_source_and_a_licence() -> None:
    shipped = {str(path.relative_to(fonts.folder()).as_posix()) for path in fonts.folder().rglob("*.ttf")}
    assert shipped == {source["path"] for source in SOURCES}
    for family in {path.split("/")[0] for path in shipped}:
        assert "SIL OPEN FONT LICENSE" in (fonts.folder() / family / "OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("code", sorted(MORE))
@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_every_letter_of_a_language_can_be_printed(code: str, weight: str) -> None:
    locale = Locale.parse(code)
    names = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values(), locale.display_name]
    needed = MORE["en"] + MORE[code] + "".join(str(name) for name in names)
    own = fonts.family(code)
    assert not [letter for letter in needed if own.pick(letter, weight, None) is None]


def test_leading_leaves_room_for_marks_above_and_below() -> None:
    for code in ("ne", "hi", "bn"):
        assert all(use.leading / use.size >= 1.3 for use in fonts.scale(code).values())
        assert fonts.scale(code)["body"].leading / fonts.scale(code)["body"].size >= 1.55


def test_what_no_font_has_is_known_before_printing() -> None:
    assert fonts.family("ne").uncovered("अ a 가 অ \n 😀 \x00") == {"😀", "\x00"}
