"""The parts the program consists of, and their licences: from its folder where it is packed, else from each package."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from hrplanner.viewmodels.tools import Part

TEXT = re.compile(r"(licen[cs]e|copying|notice|authors|copyright|^ofl|^l?gpl)", re.IGNORECASE)
LIST = "VERSIONS.txt"


def parts() -> list[Part]:
    """By name."""
    if getattr(sys, "frozen", False):
        return packed(Path(sys.executable).parent / "licences")
    return sorted((Part(name_of(one), one.version, texts_of(one)) for one in distributions()), key=lambda one: one.name)


def packed(folder: Path) -> list[Part]:
    """What the list in this folder names; the texts of a part lie in a folder of its name."""
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    return [Part(*line.rpartition(" ")[::2], tuple(_files(folder / line.rpartition(" ")[0]))) for line in lines]


def texts_of(part: Distribution) -> tuple[Path, ...]:
    """The texts that the part's own list of files names; where it names none, what it says of its licence."""
    found = [Path(str(file.locate())) for file in part.files or () if TEXT.search(file.name) and file.suffix != ".py"]
    said = [Path(str(file.locate())) for file in part.files or () if file.name == "METADATA"]
    return tuple(file for file in found if file.is_file()) or tuple(said)


def name_of(part: Distribution) -> str:
    """The name of a package as the lists of pins write it."""
    return re.sub(r"[-_.]+", "-", part.metadata["Name"]).lower()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
