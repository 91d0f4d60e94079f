"""Colours that can be told from their ground, and marks that can be told apart without colour."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from hrplanner.ui import icons
from hrplanner.ui.look import Look
from hrplanner.ui.palettes import PaletteName, contrast, palette

NAMES: tuple[PaletteName, ...] = ("light", "dark", "contrast")
GROUNDS = ("surface", "window", "rail", "sunken", "accent_soft")
WORDS = ("text", "muted", "accent", "met", "not_met", "unsure")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_words_can_be_read_on_every_ground(name: PaletteName, ground: str, word: str) -> None:
    colours = palette(name)
    assert contrast(getattr(colours, word), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_edges_and_words_on_colour(name: PaletteName) -> None:
    colours = palette(name)
    assert all(contrast(colours.edge, getattr(colours, ground)) >= 3 for ground in ("surface", "window", "rail"))
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.on_accent, colours.accent_hover) >= 4.5
    assert contrast(colours.text, colours.unsure_soft) >= 4.5
    assert contrast(colours.text, colours.not_met_soft) >= 4.5
    assert contrast(colours.surface, colours.text) >= 4.5  # news, which are inverted


def test_contrast_is_that_of_the_standard() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48


@pytest.mark.parametrize("name", sorted(icons.ICONS))
def test_every_icon_draws_something(qapp: QApplication, name: str) -> None:
    assert ink(icons.picture(Look(), name)) > 20


@pytest.mark.parametrize("size", [14, 16])
def test_marks_of_verdicts_differ_without_colour(qapp: QApplication, size: int) -> None:
    marks = {name: grey(icons.picture(Look(), name, token="text", size=size)) for name in icons.MARKS}
    for one, other in combinations(marks, 2):
        differing = sum(abs(a - b) > 96 for a, b in zip(marks[one], marks[other], strict=True))
        assert differing > len(marks[one]) * 0.06, (one, other)


def ink(image: QImage) -> int:
    return sum(
        QColor.fromRgba(image.pixel(x, y)).alpha() > 64 for x in range(image.width()) for y in range(image.height())
    )


def grey(image: QImage) -> list[int]:
    values = []
    for y in range(image.height()):
        for x in range(image.width()):
            colour = QColor.fromRgba(image.pixel(x, y))
            values.append(round(255 - colour.alphaF() * (255 - colour.lightness())))
    return values
