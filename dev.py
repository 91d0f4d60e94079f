#!/usr/bin/env python3
"""The one door for developers: ``python3 dev.py run | test | bench | words | lock``.

Standard library only, for Linux, Windows and macOS. It makes its own environment in ``.venv`` from the pinned and
hashed list in ``packaging/``, asks the system for the few libraries that Qt wants, compiles the words, and then runs
what was asked. A second run finds all of that in place, starts at once, and needs no network.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN_LOCK = HERE / "packaging" / "requirements.lock"
TEST_LOCK = HERE / "packaging" / "requirements-dev.lock"
BUILD = HERE / "build"
USAGE = """usage: python3 dev.py COMMAND [ARGUMENTS]

  run      open the window on the practice town; without a display, build the practice town and print it
  test     everything that is checked: style, types, imports and behaviour (arguments go on to pytest)
  bench    the measurements (arguments go on to pytest)
  words    bring translations/ up to date with the source and compile the catalogs
  lock     pin the packages anew from pyproject.toml, into packaging/"""

# What a desktop has and a bare machine has not: Debian's package, and the library by which its absence is noticed.
QT_LIBRARIES = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
}
WINDOW_LIBRARIES = QT_LIBRARIES | {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
# The tests that press real keys in a real window.
TEST_PROGRAMS = {"xvfb": "Xvfb", "xauth": "xauth", "openbox": "openbox", "xdotool": "xdotool"}


class Stopped(Exception):
    """The machine lacks something that only a person can give; the text is the whole message."""


def main(arguments: Sequence[str]) -> int:
    """Do one command and give back its exit code."""
    if sys.version_info < (3, 11):
        print(f"dev.py: Python 3.11 or newer is needed; {sys.executable} is {sys.version.split()[0]}", file=sys.stderr)
        return 3
    commands = {"run": run, "test": test, "bench": bench, "words": words, "lock": lock}
    if not arguments or arguments[0] not in commands:
        asked_for_help = bool(arguments) and arguments[0] in {"-h", "--help", "help"}
        print(USAGE, file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    try:
        return commands[arguments[0]](arguments[1:])
    except Stopped as reason:
        print(f"dev.py: {reason}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


def run(arguments: Sequence[str]) -> int:
    """Open the window on the practice town's book, or show on paper what it would show."""
    if not has_display():
        ask_system(missing_for_venv())
        prepare(RUN_LOCK)
        say("No display here: building the practice town and printing it instead.")
        return in_venv(["-m", "hrplanner.entry.cli", "demo", "--out", str(fresh(BUILD / "demo")), *arguments])
    on_wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    ask_system([*missing_for_venv(), *missing_libraries(QT_LIBRARIES if on_wayland else WINDOW_LIBRARIES)])
    prepare(RUN_LOCK)
    book = BUILD / "practice" / "practice.hrplan"
    if not arguments and not book.exists():
        made = in_venv(["-m", "hrplanner.entry.cli", "demo", "--out", str(fresh(book.parent))], quiet=True)
        if made:
            return made
    return in_venv(["-m", "hrplanner.entry.gui", *(arguments or [str(book)])])


def test(arguments: Sequence[str]) -> int:
    """Run pytest, which also runs ruff, mypy and the import contracts (tests/architecture)."""
    prepare_for_tests()
    return in_venv(["-m", "pytest", *arguments], {"QT_QPA_PLATFORM": "offscreen"})


def bench(arguments: Sequence[str]) -> int:
    """Run the measurements, which the tests leave out."""
    prepare_for_tests()
    return in_venv(["-m", "pytest", "tests/benchmarks", "-s", *arguments], {"QT_QPA_PLATFORM": "offscreen"})


def words(arguments: Sequence[str]) -> int:
    """Collect the words of the source into translations/, and compile them."""
    ask_system(missing_for_venv())
    prepare(RUN_LOCK)
    return in_venv(["-m", "hrplanner.words.compile", "update", *arguments])


def lock(arguments: Sequence[str]) -> int:
    """Pin the newest allowed versions with their hashes, for every system at once."""
    uv = shutil.which("uv")
    if uv is None:
        raise Stopped("writing the lists needs uv: python3 -m pip install uv")
    for target, extra in ((RUN_LOCK, []), (TEST_LOCK, ["--extra", "dev", "-c", str(RUN_LOCK)])):
        opening = target.read_text(encoding="utf-8").splitlines()[0]
        command = [uv, "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes", "--no-header"]
        command += ["--no-annotate", "--python-version", "3.11", "--upgrade", *extra, *arguments]
        made = subprocess.run(command, cwd=HERE, stdout=subprocess.PIPE, text=True, check=False)
        if made.returncode:
            return made.returncode
        target.write_text(f"{opening}\n{made.stdout}", encoding="utf-8", newline="\n")
    return 0


# --- the environment


def prepare_for_tests() -> None:
    """Have all that the tests need; without a real window only the tests that press real keys are left out."""
    must = [*missing_for_venv(), *missing_libraries(QT_LIBRARIES)]
    nice = [package for package in missing_libraries(WINDOW_LIBRARIES) if package not in must]
    nice += [package for package, program in TEST_PROGRAMS.items() if on_linux() and not shutil.which(program)]
    if may_install() or must:
        ask_system([*must, *nice])
    elif nice:
        say(f"Tests with a real window are left out; they need: {' '.join(nice)}")
    prepare(TEST_LOCK)


def prepare(pins: Path) -> None:
    """Have an environment with exactly these packages, and the words compiled."""
    wanted = digest_of(pins)
    stamp = VENV / f"installed-{pins.stem}"
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and starts(PYTHON)):
        pip = make_environment()
        say(f"Installing what {pins.name} lists (about 150 MB the first time) ...")
        install(pip, pins)
        stamp.write_text(wanted, encoding="utf-8")
        if pins == TEST_LOCK:  # it holds everything the program needs, in the same versions
            (VENV / f"installed-{RUN_LOCK.stem}").write_text(digest_of(RUN_LOCK), encoding="utf-8")
    compile_catalogs()


def make_environment() -> list[str]:
    """Make .venv where it is missing or broken; give back the pip that fills it."""
    pip = [str(PYTHON), "-m", "pip"]
    if starts(PYTHON) and succeeds([*pip, "--version"]):
        return pip
    say("Making the environment in .venv ...")
    without_own = [] if has("ensurepip") else ["--without-pip"]
    if subprocess.run([sys.executable, "-m", "venv", "--clear", *without_own, str(VENV)], check=False).returncode:
        raise Stopped(f"python3 -m venv could not make {VENV}")
    return [sys.executable, "-m", "pip", "--python", str(PYTHON)] if without_own else pip


def install(pip: Sequence[str], pins: Path) -> None:
    """Install by hash; where a pinned version does not exist for this system, install by range and say so."""
    command = [*pip, "install", "--no-input", "--disable-pip-version-check", "--quiet"]
    exact = [*command, "--require-hashes", "--only-binary", ":all:", "--requirement", str(pins)]
    tried = subprocess.run(exact, cwd=HERE, stderr=subprocess.PIPE, text=True, check=False)
    if tried.returncode == 0:
        return
    print(tried.stderr, file=sys.stderr)
    if "No matching distribution" not in tried.stderr:
        raise Stopped("the packages could not be installed; what pip says is above")
    say("A pinned version does not exist for this system, or the network is away; trying the ranges of pyproject.toml.")
    extra = "[dev]" if pins == TEST_LOCK else ""
    if subprocess.run([*command, "--editable", f".{extra}"], cwd=HERE, check=False).returncode:
        raise Stopped("the packages could not be installed; what pip says is above (is there a network?)")


def compile_catalogs() -> None:
    """Compile translations/<language>/<domain>.po for the program, where a source is newer than what was compiled."""
    compiled = HERE / "hrplanner" / "words" / "catalogs"
    for source in (HERE / "translations").glob("*/*.po"):
        target = compiled / source.parent.name / f"{source.stem}.mo"
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            if in_venv(["-m", "hrplanner.words.compile"]):
                raise Stopped("a catalog in translations/ could not be compiled")
            return


# --- the system


def missing_for_venv() -> list[str]:
    """Debian keeps what makes an environment in a package of its own; a pip outside does as well where it is there."""
    return [] if starts(PYTHON) or has("ensurepip") or has("pip") else ["python3-venv"]


def has(module: str) -> bool:
    """Look anew each time: a system package may have brought it since."""
    importlib.invalidate_caches()
    return importlib.util.find_spec(module) is not None


def missing_libraries(wanted: Mapping[str, str]) -> list[str]:
    """Name Debian's packages of the libraries that cannot be loaded here (never any but on Linux)."""
    return [package for package, library in wanted.items() if on_linux() and not loads(library)]


def ask_system(packages: Iterable[str]) -> None:
    """Install system packages where that needs no password; else stop with the one line to type."""
    wanted = list(packages)
    if not wanted:
        return
    if not shutil.which("apt-get"):
        names = [WINDOW_LIBRARIES.get(package, TEST_PROGRAMS.get(package, package)) for package in wanted]
        raise Stopped(f"this system lacks {', '.join(names)}; please install them with its package manager")
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *wanted]
    if not may_install():
        raise Stopped(f"this system lacks a few packages. Please run once:\n\n    sudo {shlex.join(line)}\n")
    say(f"Installing from the system: {' '.join(wanted)} ...")
    before = [] if is_root() else ["sudo", "-n"]
    environment = [*before, "env", "DEBIAN_FRONTEND=noninteractive"]
    if succeeds([*environment, *line]):
        return
    subprocess.run([*environment, "apt-get", "update", "--quiet"], check=False, stdout=subprocess.DEVNULL)
    if subprocess.run([*environment, *line], check=False, stdout=subprocess.DEVNULL).returncode:
        raise Stopped(f"this did not work; please see why:\n\n    {shlex.join([*before, *line])}\n")


def may_install() -> bool:
    """Tell whether system packages can be installed without asking anybody for a password."""
    return bool(shutil.which("apt-get")) and (is_root() or succeeds(["sudo", "-n", "true"]))


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def on_linux() -> bool:
    return sys.platform.startswith("linux")


def has_display() -> bool:
    return not on_linux() or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def starts(python: Path) -> bool:
    return python.exists() and succeeds([str(python), "-c", ""])


def succeeds(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def in_venv(command: Sequence[str], defaults: Mapping[str, str] | None = None, *, quiet: bool = False) -> int:
    """Run Python of the environment in this folder; what the caller has set in the environment stays."""
    environment, told = {**(defaults or {}), **os.environ}, subprocess.DEVNULL if quiet else None
    return subprocess.run([str(PYTHON), *command], cwd=HERE, env=environment, stdout=told, check=False).returncode


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def digest_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
