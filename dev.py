#!/usr/bin/env python3
"""The one door for developers: ``python3 dev.py run | test | bench | words | lock | package``.

Standard library only, for Linux, Windows and macOS. It makes its own environment in ``.venv`` from the pinned and
hashed list in ``packaging/``, asks the system for the few libraries that Qt wants, compiles the words, and then runs
what was asked. A second run finds all of that in place, starts at once, and needs no network.
"""

from __future__ import annotations

import ctypes
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
RUN_LOCK = HERE / "packaging" / "requirements.lock"
TEST_LOCK = HERE / "packaging" / "requirements-dev.lock"
PACKAGE_LOCK = HERE / "packaging" / "requirements-package.lock"
OF_QT = re.compile("pyside6|shiboken6")
EXTRAS = {RUN_LOCK: "", TEST_LOCK: "dev", PACKAGE_LOCK: "package"}
BUILD = HERE / "build"
ON_LINUX = sys.platform.startswith("linux")
USAGE = """usage: python3 dev.py COMMAND [ARGUMENTS]

  run      open the window on the practice town; without a display, build the practice town and print it
  test     everything that is checked: style, types, imports and behaviour (arguments go on to pytest)
  bench    the measurements (arguments go on to pytest)
  words    bring translations/ up to date with the source and compile the catalogs
  lock     pin the packages anew from pyproject.toml, into packaging/
  package  pack the program for people without Python, into dist/ (folder, archive, deb and wheels, or those named)"""

# What a desktop has and a bare machine has not: Debian's package, and the library by which its absence is noticed.
LIBRARIES: Mapping[str, Mapping[str, str]] = json.loads((HERE / "packaging" / "libraries.json").read_text("utf-8"))
QT_LIBRARIES, WINDOW_LIBRARIES = LIBRARIES["qt"], {**LIBRARIES["qt"], **LIBRARIES["window"]}
# The tests that press real keys in a real window.
TEST_PROGRAMS = {"xvfb": "Xvfb", "xauth": "xauth", "openbox": "openbox", "xdotool": "xdotool"}
PACKAGE_PROGRAMS = {"binutils": "objdump", "xz-utils": "xz", "dpkg": "dpkg-deb"}


class Stopped(Exception):
    """The machine lacks something that only a person can give; the text is the whole message."""


def main(arguments: Sequence[str]) -> int:
    """Do one command and give back its exit code."""
    if sys.version_info < (3, 11):
        print(f"dev.py: Python 3.11 or newer is needed; {sys.executable} is {sys.version.split()[0]}", file=sys.stderr)
        return 3
    commands = {"run": run, "test": test, "bench": bench, "words": words, "lock": lock, "package": package}
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
    return in_venv(["-m", "hrplanner.entry.cli", *(arguments or [str(book)])])


def test(arguments: Sequence[str]) -> int:
    """Run pytest on all cores, which also runs ruff, mypy and the import contracts (tests/architecture)."""
    prepare_for_tests()
    return in_venv(["-m", "pytest", "--numprocesses=auto", "--dist=worksteal", *arguments])


def bench(arguments: Sequence[str]) -> int:
    """Run the measurements, which the tests leave out."""
    prepare_for_tests()
    return in_venv(["-m", "pytest", "tests/benchmarks", "-s", *arguments])


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
    for target, name in EXTRAS.items():
        extra = ["--extra", name, "-c", str(same_pins(target))] if name else []
        opening = target.read_text(encoding="utf-8").splitlines()[0]
        command = [uv, "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes", "--no-header"]
        command += ["--no-annotate", "--python-version", "3.11", "--upgrade", *extra, *arguments]
        made = subprocess.run(command, cwd=HERE, stdout=subprocess.PIPE, text=True, check=False)
        if made.returncode:
            return made.returncode
        target.write_text(f"{opening}\n{made.stdout}", encoding="utf-8", newline="\n")
    return 0


def same_pins(target: Path) -> Path:
    """The pins of the program, which the other lists share; but the package chooses an older Qt of its own."""
    if target != PACKAGE_LOCK:
        return RUN_LOCK
    pins = re.findall(r"^[a-z0-9.-]+==\S+", RUN_LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    kept = fresh(BUILD / "lock") / "pins.txt"
    kept.write_text("\n".join(pin for pin in pins if not OF_QT.match(pin)), encoding="utf-8")
    return kept


def package(arguments: Sequence[str]) -> int:
    """Pack the program in an environment of its own, so that nothing else of this machine gets in."""
    own, version = BUILD / "package-venv", f"{sys.version_info.major}.{sys.version_info.minor}"
    wanted = missing_libraries({**WINDOW_LIBRARIES, f"libpython{version}": f"libpython{version}.so.1.0"})
    ask_system([*missing_for_venv(), *wanted, *missing_programs(PACKAGE_PROGRAMS)])
    if ON_LINUX and (shared := version_of_library(version)) != sys.version.split()[0]:
        raise Stopped(
            f"Python {sys.version.split()[0]} has no library of its own here, the one found is of {shared}; "
            "please pack with the system's: /usr/bin/python3 dev.py package"
        )
    prepare(PACKAGE_LOCK, own)
    return in_venv([str(HERE / "packaging" / "pack.py"), *arguments], venv=own)


# --- the environment


def prepare_for_tests() -> None:
    """Have all that the tests need; without a real window only the tests that press real keys are left out."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    must = [*missing_for_venv(), *missing_libraries(QT_LIBRARIES)]
    nice = [name for name in missing_libraries(WINDOW_LIBRARIES) if name not in must] + missing_programs(TEST_PROGRAMS)
    if may_install() or must:
        ask_system([*must, *nice])
    elif nice:
        say(f"Tests with a real window are left out; they need: {' '.join(nice)}")
    prepare(TEST_LOCK)


def prepare(pins: Path, venv: Path = VENV) -> None:
    """Have an environment with exactly these packages, and the words compiled."""
    wanted = pins.read_text(encoding="utf-8")
    stamp = venv / f"installed-{pins.stem}"
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and starts(python_of(venv))):
        pip = make_environment(venv)
        say(f"Installing what {pins.name} lists (about 150 MB the first time) ...")
        install(pip, pins)
        stamp.write_text(wanted, encoding="utf-8")
        if pins == TEST_LOCK:  # it holds everything the program needs, in the same versions
            (venv / f"installed-{RUN_LOCK.stem}").write_text(RUN_LOCK.read_text("utf-8"), encoding="utf-8")
    compile_catalogs(venv)


def make_environment(venv: Path) -> list[str]:
    """Make it where it is missing or broken; give back the pip that fills it."""
    python = python_of(venv)
    pip = [str(python), "-m", "pip"]
    if starts(python) and succeeds([*pip, "--version"]):
        return pip
    say(f"Making the environment in {venv.relative_to(HERE)} ...")
    without_own = [] if has("ensurepip") else ["--without-pip"]
    if subprocess.run([sys.executable, "-m", "venv", "--clear", *without_own, str(venv)], check=False).returncode:
        raise Stopped(f"python3 -m venv could not make {venv}")
    return [sys.executable, "-m", "pip", "--python", str(python)] if without_own else pip


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
    extra = f"[{EXTRAS[pins]}]" if EXTRAS[pins] else ""
    if subprocess.run([*command, "--editable", f".{extra}"], cwd=HERE, check=False).returncode:
        raise Stopped("the packages could not be installed; what pip says is above (is there a network?)")


def compile_catalogs(venv: Path) -> None:
    """Compile translations/<language>/<domain>.po for the program, where a source is newer than what was compiled."""
    compiled = HERE / "hrplanner" / "words" / "catalogs"
    for source in (HERE / "translations").glob("*/*.po"):
        target = compiled / source.parent.name / f"{source.stem}.mo"
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            if in_venv(["-m", "hrplanner.words.compile"], venv=venv):
                raise Stopped("a catalog in translations/ could not be compiled")
            return


# --- the system


def missing_for_venv() -> list[str]:
    """Debian keeps what makes an environment in a package of its own; a pip outside does as well where it is there."""
    return [] if starts(python_of(VENV)) or has("ensurepip") or has("pip") else ["python3-venv"]


def has(module: str) -> bool:
    """Look anew each time: a system package may have brought it since."""
    importlib.invalidate_caches()
    return importlib.util.find_spec(module) is not None


def missing_libraries(wanted: Mapping[str, str]) -> list[str]:
    """Name Debian's packages of the libraries that cannot be loaded here (never any but on Linux)."""
    return [package for package, library in wanted.items() if ON_LINUX and not loads(library)]


def missing_programs(wanted: Mapping[str, str]) -> list[str]:
    return [package for package, program in wanted.items() if ON_LINUX and not shutil.which(program)]


def python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


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
    environment = [*([] if is_root() else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive"]
    if succeeds([*environment, *line]):
        return
    subprocess.run([*environment, "apt-get", "update", "--quiet"], check=False, stdout=subprocess.DEVNULL)
    if subprocess.run([*environment, *line], check=False, stdout=subprocess.DEVNULL).returncode:
        raise Stopped(f"this did not work; please see why:\n\n    {shlex.join([*environment, *line])}\n")


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def may_install() -> bool:
    """Tell whether system packages can be installed without asking anybody for a password."""
    return bool(shutil.which("apt-get")) and (is_root() or succeeds(["sudo", "-n", "true"]))


def has_display() -> bool:
    return not ON_LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def version_of_library(version: str) -> str:
    """The exact version of the shared Python that goes into the package."""
    told = ctypes.CDLL(f"libpython{version}.so.1.0").Py_GetVersion
    told.restype = ctypes.c_char_p
    return str(told().decode().split()[0])


def starts(python: Path) -> bool:
    return python.exists() and succeeds([str(python), "-c", ""])


def succeeds(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def in_venv(command: Sequence[str], venv: Path = VENV, *, quiet: bool = False) -> int:
    """Run Python of the environment in this folder."""
    told = subprocess.DEVNULL if quiet else None
    return subprocess.run([str(python_of(venv)), *command], cwd=HERE, stdout=told, check=False).returncode


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
