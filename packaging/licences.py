"""The licences of everything that is shipped, gathered from where each part keeps its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import distributions
from pathlib import Path

from hrplanner.entry.parts import LIST, name_of, texts_of

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "resources" / "fonts"
# They build the package, or a part wants them only for what we never ask of it (lxml, pycparser).
# PyInstaller's small starter is shipped, under a licence that allows it.
BUILDERS = {
    "pip", "setuptools", "hatchling", "pluggy", "pathspec", "tomlkit", "trove-classifiers", "packaging", "altgraph",
    "pyinstaller-hooks-contrib", "macholib", "pefile", "lxml", "pycparser", "hrplanner",
}  # fmt: skip
QT = {"pyside6-essentials", "shiboken6"}  # their wheels name the LGPL and do not bring it


def gather(folder: Path, into: Path) -> None:
    """Write the licences of the parts in `folder` to `into`, and a list of the parts with their versions."""
    into.mkdir(parents=True)
    common = sorted((HERE / "licences").glob("*GPL-3.txt"))
    for text in (HERE / "licences" / "README.txt", *common):
        shutil.copyfile(text, into / text.name)
    shutil.copyfile(HERE.parent / "LICENSE", into / "hrplanner.txt")
    listed: dict[str, str] = {"Python": sys.version.split()[0]}
    copy_all([python_licence()], into / "Python")
    for part in distributions():
        name = name_of(part)
        if name not in BUILDERS:
            listed[name] = part.version
            copy_all([*(common if name in QT else ()), *texts_of(part)], into / name)
    for text in FONTS.glob("*/OFL.txt"):
        listed[text.parent.name] = "OFL-1.1"
        copy_all([text], into / text.parent.name)
    for package, notice in system_notices(folder):
        listed[package] = version_of(package)
        copy_all([notice], into / package)
    lines = "".join(f"{name} {listed[name]}\n" for name in sorted(listed, key=str.lower))
    (into / LIST).write_text(lines, encoding="utf-8", newline="\n")


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
    if not names or not shutil.which("dpkg-query"):
        return
    asked = ["dpkg-query", "--search", *(f"*/{name}" for name in names)]
    lines = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()
    packages = sorted({line.partition(":")[0] for line in lines if not line.startswith("diversion")})
    for package in packages:
        notice = Path("/usr/share/doc", package, "copyright")
        if notice.is_file():
            yield package, notice


def version_of(package: str) -> str:
    asked = ["dpkg-query", "--show", "--showformat=${Version}\n", package]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def copy_all(texts: Iterable[Path], into: Path) -> None:
    """Copy under the own names; texts of the same name in different folders get a number."""
    into.mkdir(parents=True, exist_ok=True)
    for text in texts:
        target, number = into / text.name, 2
        while target.exists():
            target, number = into / f"{text.stem}-{number}{text.suffix}", number + 1
        shutil.copyfile(text, target)
