"""The folder as a .deb: menu entry, icons, the type of our books; made by dpkg-deb alone.

No script runs at installing or removing: what refreshes menus, icons and types are the triggers of the system's own
packages, so that removing leaves nothing behind, and no book is touched.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import time
from email.utils import formatdate
from pathlib import Path

HERE = Path(__file__).resolve().parent
DRAWINGS = HERE.parent / "resources" / "icons"
# What every desktop has in a version that fits its graphics card, its screen and its settings.
SYSTEM: dict[str, str] = json.loads((HERE / "libraries.json").read_text(encoding="utf-8"))["system"]
OF_C = ("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1", "ld-linux-x86-64.so.2")
# What wheels bring as their makers built it, PyInstaller's starter, and that the project has no address of its own.
OVERRIDES = """hrplanner: embedded-library
hrplanner: bogus-mail-host
hrplanner: bogus-mail-host-in-debian-changelog
hrplanner: hardening-no-pie
hrplanner: shared-library-lacks-prerequisites
"""
CONTROL = """Package: hrplanner
Version: {version}
Section: misc
Priority: optional
Architecture: {machine}
Installed-Size: {size}
Depends: {needs}
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme
Maintainer: The people of hrplanner <hrplanner@localhost>
Description: record book of a community consultation
 Who came to a meeting, what was raised, what was decided and promised:
 in one file on one computer, without a network. Prints minutes that
 anybody holding the paper can check.
"""


def build(folder: Path, *, icons: Path, root: Path, into: Path, version: str) -> Path:
    """Lay the tree of the package out under `root` and pack it."""
    shutil.rmtree(root, ignore_errors=True)
    program, share = root / "usr/lib/hrplanner", root / "usr/share"
    shutil.copytree(folder, program, ignore=shutil.ignore_patterns("README.txt"))
    (root / "usr/bin").mkdir()
    for name in ("hrplanner", "hrplanner-window"):
        (root / "usr/bin" / name).symlink_to(f"../lib/hrplanner/{name}")
    place(HERE / "linux/hrplanner.desktop", share / "applications/hrplanner.desktop")
    place(HERE / "linux/hrplanner.xml", share / "mime/packages/hrplanner.xml")
    lay_icons(icons, share / "icons/hicolor")
    lay_papers(share, version)
    lay_manual(share / "man/man1")
    tidy(root, program)
    machine = told("dpkg", "--print-architecture")
    control = CONTROL.format(
        version=version, machine=machine, size=size_of(root) // 1024, needs=", ".join(needs_of(folder))
    )
    write(root / "DEBIAN/control", control)
    write(root / "DEBIAN/md5sums", sums(root))
    target = into / f"hrplanner_{version}_{machine}.deb"
    set_times(root)
    told("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--threads-max=2", "--build", str(root), str(target))
    return target


def needs_of(folder: Path) -> list[str]:
    """The packages a system must have: for what is asked for and does not lie in the folder, and the C library that the
    newest symbol asks for.
    """
    asked = [path for path in folder.rglob("*") if path.is_file() and ".so" in path.name] + [folder / "hrplanner"]
    heads = told("objdump", "-p", *map(str, asked))
    newest = max(tuple(map(int, found.split("."))) for found in re.findall(r"GLIBC_(\d+\.\d+)", heads))
    missing = set(re.findall(r"NEEDED +(\S+)", heads)) - {path.name for path in asked} - set(OF_C)
    packages = [package for package, libraries in SYSTEM.items() if missing & set(libraries.split())]
    if unknown := missing - {library for package in packages for library in SYSTEM[package].split()}:
        raise OSError(f"nobody brings {', '.join(sorted(unknown))}; libraries.json must name the package")
    return [f"libc6 (>= {'.'.join(map(str, newest))})", *packages]


def lay_icons(icons: Path, theme: Path) -> None:
    """The program's drawing and the book's, in every size and as drawn."""
    names = {"hrplanner": "apps/hrplanner", "book": "mimetypes/application-vnd.hrplanner.book"}
    for drawing, name in names.items():
        place(DRAWINGS / f"{drawing}.svg", theme / f"scalable/{name}.svg")
        for picture in icons.glob(f"*/{drawing}.png"):
            size = picture.parent.name
            place(picture, theme / f"{size}x{size}/{name}.png")


def lay_papers(share: Path, version: str) -> None:
    """What Debian wants every package to say of itself."""
    moment = formatdate(int(os.environ["SOURCE_DATE_EPOCH"]))
    changes = f"hrplanner ({version}) stable; urgency=medium\n\n  * See CHANGELOG.md of the project.\n\n"
    changes += f" -- The people of hrplanner <hrplanner@localhost>  {moment}\n"
    papers = share / "doc/hrplanner"
    papers.mkdir(parents=True)
    (papers / "changelog.gz").write_bytes(gzip.compress(changes.encode(), 9, mtime=0))
    written = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"])).tm_year
    write(
        papers / "copyright",
        f"Copyright {written} the people of hrplanner.\n"
        "Licence: Apache-2.0, see /usr/share/common-licenses/Apache-2.0.\n"
        "The licences of every part that comes along are in /usr/lib/hrplanner/licences.\n",
    )
    write(share / "lintian/overrides/hrplanner", OVERRIDES)


def lay_manual(pages: Path) -> None:
    """One page under the names of both programs."""
    pages.mkdir(parents=True)
    page = (HERE / "linux/hrplanner.1").read_bytes()
    (pages / "hrplanner.1.gz").write_bytes(gzip.compress(page, 9, mtime=0))
    (pages / "hrplanner-window.1.gz").symlink_to("hrplanner.1.gz")


def tidy(root: Path, program: Path) -> None:
    """Libraries are not programs; everything can be read by everybody and changed by root alone."""
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path in {program / "hrplanner", program / "hrplanner-window"}
        path.chmod(0o755 if runs else 0o644)


def set_times(root: Path) -> None:
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    for path in root.rglob("*"):
        os.utime(path, (moment, moment), follow_symlinks=False)


def sums(root: Path) -> str:
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    return "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files)


def size_of(root: Path) -> int:
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())


def place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def told(*command: str) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
