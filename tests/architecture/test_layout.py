"""The top level, the dependencies and their pins."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.architecture.source import ROOT

TOP_LEVEL = {
    "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "dev.py", "hrplanner", "packaging", "pyproject.toml",
    "resources", "tests", "translations",
}  # fmt: skip
MADE_HERE = {"build", "dist", "__pycache__"}
LOCKS = ("requirements.lock", "requirements-dev.lock")
ALL_LOCKS = (*LOCKS, "requirements-package.lock")


def test_nothing_else_lies_at_the_top() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} - MADE_HERE
    assert found <= TOP_LEVEL


def test_every_dependency_has_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if re.fullmatch(r'    "[A-Za-z0-9-]+[=<>~!].*', line)]
    assert listed
    assert not [line for line in listed if not re.search(r'",\s+# \w', line)]


@pytest.mark.parametrize("lock", ALL_LOCKS)
def test_every_package_is_pinned_by_hash_and_by_no_host(lock: str) -> None:
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=\S)", text)[1:]
    assert packages
    assert not [package for package in packages if "==" not in package or "--hash=sha256:" not in package]
    assert not re.search(r"https?:|--(extra-)?index-url|--find-links|@ file", text)


def test_the_pins_cover_what_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {False: project["dependencies"], True: project["optional-dependencies"]["dev"]}
    run, everything = (_pins(lock) for lock in LOCKS)
    assert {_name(line) for line in declared[False]} <= set(run)
    assert {_name(line) for line in declared[True]} <= set(everything)
    assert run.items() <= everything.items()


def _pins(lock: str) -> dict[str, str]:
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE))


def _name(requirement: str) -> str:
    return re.split(r"[\[=<>~! ]", requirement, maxsplit=1)[0].lower().replace("_", "-")
