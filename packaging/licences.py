"""The licences of everything that is shipped, gathered from where each part keeps its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

HERE = Path(__file__).resolve().parent
TEXT = re.compile(r"(licen[cs]e|copying|notice|authors|copyright)", re.IGNORECASE)
# They build the package, or a part wants them only for what we never ask of it (lxml).
# PyInstaller's small starter is shipped, under a licence that allows it.
BUILDERS = {
    "pip", "setuptools", "hatchling", "pluggy", "pathspec", "tomlkit", "trove-classifiers", "packaging", "altgraph",
    "pyinstaller-hooks-contrib", "macholib", "pefile", "lxml",
}  # fmt: skip


def gather(folder: Path, into: Path) -> None:
    """Write the licences of the parts in `folder` to `into`, and a list of the parts with their versions."""
    into.mkdir(parents=True)
    for text in (HERE / "licences").glob("*.txt"):
        shutil.copy(text, into)
    shutil.copy(HERE.parent / "LICENSE", into / "hrplanner.txt")
    versions = [f"Python {sys.version.split()[0]}"]
    copy_all([python_licence()], into / "Python")
    for part in sorted(shipped(), key=name_of):
        versions.append(f"{name_of(part)} {part.version}")
        copy_all(texts_of(part), into / name_of(part))
    for package, notice in system_notices(folder):
        versions.append(f"{package} (of the system)")
        copy_all([notice], into / "system" / package.partition(" ")[0])
    (into / "VERSIONS.txt").write_text("\n".join(versions) + "\n", encoding="utf-8", newline="\n")


def shipped() -> Iterator[Distribution]:
    return (part for part in distributions() if name_of(part) not in BUILDERS)


def texts_of(part: Distribution) -> list[Path]:
    """The texts that the part's own list of files names; where it names none, what it says of its licence."""
    found = [Path(str(file.locate())) for file in part.files or () if TEXT.search(file.name) and file.suffix != ".py"]
    return [file for file in found if file.is_file()] or [
        Path(str(file.locate())) for file in part.files or () if file.name == "METADATA"
    ]


def python_licence() -> Path:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(sys.base_prefix, "lib", version, "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path("/usr/share/doc", version, "copyright"),
    )
    return next((place for place in places if place.is_file()), HERE / "licences" / "README.txt")


def system_notices(folder: Path) -> Iterator[tuple[str, Path]]:
    """The package and its notice for each library that lies at the top because the system had it."""
    names = sorted({path.name for path in (folder / "_internal").glob("lib*.so*")})
    if not shutil.which("dpkg-query"):
        return
    asked = ["dpkg-query", "--search", *(f"*/{name}" for name in names)]
    lines = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()
    packages = sorted({line.partition(":")[0] for line in lines if not line.startswith("diversion")})
    for package in packages:
        notice = Path("/usr/share/doc", package, "copyright")
        if notice.is_file():
            yield f"{package} {version_of(package)}", notice


def version_of(package: str) -> str:
    asked = ["dpkg-query", "--show", "--showformat=${Version}\n", package]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def name_of(part: Distribution) -> str:
    return re.sub(r"[-_.]+", "-", part.metadata["Name"]).lower()


def copy_all(texts: list[Path], into: Path) -> None:
    """Copy under the own names; texts of the same name in different folders get a number."""
    into.mkdir(parents=True, exist_ok=True)
    for text in texts:
        target, number = into / text.name, 2
        while target.exists():
            target, number = into / f"{text.stem}-{number}{text.suffix}", number + 1
        shutil.copyfile(text, target)
