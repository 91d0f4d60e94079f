"""Fetch the fonts of `resources/fonts` anew from Debian's packages: python3 packaging/refresh_fonts.py [folder]

Downloads the packages that SOURCES.toml names with apt, unpacks them beside the checkout, and copies the same files,
unmodified. Says which digests are new; whoever runs it writes them, and the versions, into SOURCES.toml after looking.
Standard library only; needs apt and dpkg.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

FONTS = Path(__file__).parents[1] / "resources" / "fonts"


def main(folder: Path) -> int:
    """Copy every file that the newest packages have; 1 where one has changed or is gone."""
    sources = tomllib.loads((folder / "SOURCES.toml").read_text("utf-8"))["file"]
    with tempfile.TemporaryDirectory() as place:
        for package in sorted({source["package"] for source in sources}):
            unpack(package, Path(place))
        changed = [source["path"] for source in sources if refresh(source, folder, Path(place))]
    for path in changed:
        print(f"changed or gone: {path}")
    return 1 if changed else 0


def unpack(package: str, place: Path) -> None:
    """The files of the newest package that apt knows."""
    subprocess.run(["apt-get", "download", package], cwd=place, check=True)
    archive = next(place.glob(f"{package}_*.deb"))
    subprocess.run(["dpkg", "-x", archive, place / "unpacked"], check=True)


def refresh(source: Mapping[str, str], folder: Path, place: Path) -> bool:
    """Copy one file; True where it is not the one whose digest is written down."""
    found = next((place / "unpacked").rglob(Path(source["path"]).name), None)
    if found is None:
        return True
    shutil.copyfile(found, folder / source["path"])
    digest = hashlib.sha256(found.read_bytes()).hexdigest()
    if digest != source["sha256"]:
        print(f'{source["path"]}: sha256 = "{digest}"')
    return digest != source["sha256"]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS))
