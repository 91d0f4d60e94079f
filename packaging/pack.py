"""`python packaging/pack.py [folder] [archive] [deb] [wheels]`: what people get, into dist/, or those named.

Runs in the environment that `dev.py package` makes. Everything that carries a time carries that of the commit, so that
the same commit packed twice on the same system gives the same bytes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST, BUILD = ROOT / "dist", ROOT / "build"
sys.path.insert(0, str(ROOT))

import debian  # noqa: E402  what these import of the program is found only now
import licences  # noqa: E402
import wheels  # noqa: E402

from hrplanner import __version__ as VERSION  # noqa: E402, N812

NAME = f"hrplanner-{VERSION}"
SYSTEM = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
FOLDER = DIST / f"{NAME}-{SYSTEM}"


def main(asked: Sequence[str]) -> int:
    """Make what was asked for, in order, and print a table of sizes and times."""
    makers: dict[str, Callable[[], Path]] = {"folder": folder, "archive": archive, "deb": deb, "wheels": offline}
    if not set(asked) <= set(makers):
        print(f"usage: python3 dev.py package [{'] ['.join(makers)}]", file=sys.stderr)
        return 2
    os.environ["SOURCE_DATE_EPOCH"] = str(time_of_commit())
    os.environ["PYTHONHASHSEED"] = "1"
    for name, make in makers.items():
        if (asked and name not in asked) or (name == "deb" and SYSTEM != "linux"):
            continue
        begun, worked = time.monotonic(), processor_time()
        made = make()
        took, worked = time.monotonic() - begun, processor_time() - worked
        print(
            f"{name:8} {size_of(made) / 1e6:6.1f} MB {took:6.1f} s, {worked:6.1f} s of a processor  "
            f"{made.relative_to(ROOT)}",
            flush=True,
        )
    return 0


def folder() -> Path:
    """The program, Python and every library in one folder that runs from anywhere."""
    icons = BUILD / "icons"
    shutil.rmtree(icons, ignore_errors=True)
    run(sys.executable, ROOT / "packaging" / "draw_icons.py", icons)
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--clean"),
        *("--distpath", BUILD / "packed", "--workpath", BUILD / "pyinstaller"),
        ROOT / "packaging" / "hrplanner.spec",
    )
    shutil.rmtree(FOLDER, ignore_errors=True)
    DIST.mkdir(exist_ok=True)
    shutil.move(BUILD / "packed" / "hrplanner", FOLDER)
    licences.gather(FOLDER, FOLDER / "licences")
    if SYSTEM == "windows":
        shutil.copy(ROOT / "packaging" / "windows" / "install.ps1", FOLDER)
    if SYSTEM == "linux":
        shutil.copy(ROOT / "packaging" / "linux" / "hrplanner-window", FOLDER)
        needs = "".join(f"    {need}\n" for need in debian.needs_of(FOLDER))
        text = (ROOT / "packaging" / "linux" / "README.txt").read_text(encoding="utf-8")
        (FOLDER / "README.txt").write_text(f"{text}\n{needs}", encoding="utf-8")
    return FOLDER


def archive() -> Path:
    """The folder as one file."""
    if SYSTEM != "linux":
        return Path(shutil.make_archive(str(FOLDER), "zip", DIST, FOLDER.name))
    target = FOLDER.with_name(f"{FOLDER.name}.tar.xz")
    # Two threads whatever the machine: the number decides where xz cuts, and with that the bytes.
    with target.open("wb") as file, subprocess.Popen(["xz", "-6", "-T2"], stdin=subprocess.PIPE, stdout=file) as packer:
        assert packer.stdin is not None
        with packer.stdin, tarfile.open(fileobj=packer.stdin, mode="w|", format=tarfile.GNU_FORMAT) as tar:
            for path in [FOLDER, *sorted(FOLDER.rglob("*"))]:
                tar.add(path, path.relative_to(DIST).as_posix(), recursive=False, filter=nobodys)
    return target


def deb() -> Path:
    """The folder as a package of Debian and Ubuntu."""
    return debian.build(FOLDER, icons=BUILD / "icons", root=BUILD / "deb", into=DIST, version=VERSION)


def offline() -> Path:
    """Every package as a wheel, for people who have Python and no network."""
    return wheels.bundle(ROOT, DIST / f"{NAME}-wheels")


def nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the person and the hour of the machine that packs."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = int(os.environ["SOURCE_DATE_EPOCH"])
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


def time_of_commit() -> int:
    """Seconds since 1970; where there is no git, those of the project's description."""
    asked = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False) if shutil.which("git") else None
    if told is not None and told.stdout.strip().isdigit():
        return int(told.stdout)
    return int((ROOT / "pyproject.toml").stat().st_mtime)


def processor_time() -> float:
    """Seconds that this and what it started have worked, whatever else the machine did."""
    return sum(os.times()[:4])


def size_of(made: Path) -> int:
    return sum(path.stat().st_size for path in [made, *made.rglob("*")] if path.is_file())


def run(*command: str | Path) -> None:
    subprocess.run([str(word) for word in command], cwd=ROOT, check=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (subprocess.CalledProcessError, OSError) as problem:
        sys.exit(f"packaging stopped: {problem}")
