"""How a printed code looks when it comes back: printed, copied, folded, blotted, photographed or scanned; all seeded.

Distances are in millimetres on paper. The damage is what paper at an office meets; how it was drawn is in each step.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pypdfium2
import zxingcpp
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from hrplanner.reports import qr

PRINT = 600  # dots to the inch of the printed sheet
MM = PRINT / 25.4
AROUND = 8.0
_FORMATS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_CORNERS = ("top_left", "top_right", "bottom_left", "bottom_right")
Chance = np.random.Generator
Grey = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """What happens to the sheet: how often it is copied, and how much of the code is blotted at most."""

    copies: int = 1
    blots: float = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A code on a printed page with what stands around it, as a telephone is held over it; `side` in dots."""

    text: str
    picture: Image.Image
    side: int


def codes_on(pdf: bytes, *, page: int = 0) -> tuple[Seen, ...]:
    """Every code of a page of ours, each in the middle of its surroundings: text, lines, other codes, the edge."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = document[page].render(scale=PRINT / 72, grayscale=True).to_pil()
    half = drawn.reduce(2)
    return tuple(_seen(drawn, found) for found in zxingcpp.read_barcodes(half, formats=_FORMATS))


def _seen(drawn: Image.Image, found: zxingcpp.Barcode) -> Seen:
    text, place = found.text, found.position
    side = round(qr.matrix(text).side * PRINT / 72)
    middle = [
        round(sum(getattr(getattr(place, corner), way) for corner in _CORNERS) / 2) for way in ("x", "y")
    ]  # of four corners at half of the dots
    reach = side // 2 + round(AROUND * MM)
    around = Image.new("L", (2 * reach, 2 * reach), 255)
    around.paste(drawn, (reach - middle[0], reach - middle[1]))
    return Seen(text=text, picture=around, side=side)


def captured(sheet: Image.Image, side: int, chance: Chance, damage: Damage) -> bytes:
    """One capture of the sheet as the bytes of a JPEG, at 150 to 300 dots to the inch."""
    picture = sheet
    for _ in range(damage.copies):
        picture = _photocopied(picture, chance)
    picture = _blotted(picture, chance, damage.blots, side)
    picture = _folded(picture, chance)
    picture = _seen_askew(picture, chance)
    dots = chance.uniform(150, 300)
    size = (round(picture.width * dots / PRINT), round(picture.height * dots / PRINT))
    picture = picture.resize(size, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 0.8)))
    grey = _unevenly_lit(np.asarray(picture, dtype=np.float32), chance)
    grey += chance.normal(0, chance.uniform(3, 9), grey.shape).astype(np.float32)
    kept = io.BytesIO()
    _picture(grey).save(kept, "JPEG", quality=int(chance.integers(60, 92)))
    return kept.getvalue()


def decoded(
    seen: Seen, others: frozenset[str], *, seed: int, read: Callable[[bytes], tuple[str, ...]], damage: Damage
) -> str:
    """`right`, `none` or `wrong` for one capture of a code; a part of the `others` of its page may be seen too."""
    found = set(read(captured(seen.picture, seen.side, np.random.default_rng(seed), damage)))
    if found - others - {seen.text}:
        return "wrong"
    return "right" if seen.text in found else "none"


def _photocopied(picture: Image.Image, chance: Chance) -> Image.Image:
    """Turned a little, blurred, with more contrast, speckled by dust and by a tired drum."""
    turned = picture.rotate(chance.uniform(-1.5, 1.5), Image.Resampling.BILINEAR, fillcolor=255)
    blurred = turned.filter(ImageFilter.GaussianBlur(chance.uniform(0.03, 0.06) * MM))
    grey = np.asarray(blurred, dtype=np.float32)
    middle = chance.uniform(105, 150)
    grey = (grey - middle) * chance.uniform(2.0, 4.0) + middle
    specks = chance.random(grey.shape)
    grey[specks < 0.0004] = 0
    grey[specks > 0.9996] = 255
    return _picture(grey).filter(ImageFilter.GaussianBlur(0.6))


def _blotted(picture: Image.Image, chance: Chance, most: float, side: int) -> Image.Image:
    """Eight drops of ink or of correction fluid that take a share of the code's area; `side` of the code in dots."""
    made = picture.copy()
    pen = ImageDraw.Draw(made)
    edge = (made.width - side) / 2
    shares = chance.dirichlet(np.full(8, 2.0)) * chance.uniform(most / 3, most)
    for share in shares:
        across, stretch = 2 * side * (share / np.pi) ** 0.5, chance.uniform(0.8, 1.25)
        wide, long = across * stretch, across / stretch
        x, y = (edge + chance.uniform(0, side) for _ in range(2))
        pen.ellipse((x - wide / 2, y - long / 2, x + wide / 2, y + long / 2), fill=int(chance.choice([0, 255])))
    return made


def _folded(picture: Image.Image, chance: Chance) -> Image.Image:
    """A crease across: dark and worn in its middle, and the far side a little displaced."""
    grey = np.asarray(picture, dtype=np.float32).copy()
    at = int(grey.shape[0] * chance.uniform(0.25, 0.75))
    shift = round(chance.uniform(-0.25, 0.25) * MM)
    grey[at:] = np.roll(grey[at:], shift, axis=1)
    half = max(2, round(chance.uniform(0.1, 0.3) * MM))
    grey[at - half : at + half] = grey[at - half : at + half] * 0.5 + chance.uniform(60, 160) * 0.5
    return _picture(grey if chance.random() < 0.5 else grey.T.copy())


def _seen_askew(picture: Image.Image, chance: Chance) -> Image.Image:
    """A telephone is never held level: corners move by up to four in a hundred."""
    wide, high = picture.size
    corners = [(0, 0), (wide, 0), (wide, high), (0, high)]
    moved = [(x + chance.uniform(-0.04, 0.04) * wide, y + chance.uniform(-0.04, 0.04) * high) for x, y in corners]
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, moved, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    found = np.linalg.solve(np.array(rows), np.array(values))
    return picture.transform(
        picture.size, Image.Transform.PERSPECTIVE, tuple(found), Image.Resampling.BILINEAR, fillcolor=255
    )


def _unevenly_lit(grey: Grey, chance: Chance) -> Grey:
    """A lamp at one side: the far corner gets down to half of the light."""
    high, wide = grey.shape
    across, down = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, high))
    turn, depth = chance.uniform(0, 2 * np.pi), chance.uniform(0.0, 0.25)
    light = chance.uniform(0.7, 0.95) + depth * (across * np.cos(turn) + down * np.sin(turn))
    lit: Grey = (grey * light + chance.uniform(0, 25)).astype(np.float32)
    return lit


def _picture(grey: Grey) -> Image.Image:
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
