"""The first page does not promise what is not there."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.architecture.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_commands_are_those_of_the_program() -> None:
    shown = set(re.findall(r"^\| `hrplanner ([a-z]+)", README, re.MULTILINE))
    command = [sys.executable, "-m", "hrplanner.entry.cli", "--help"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert shown == set(re.findall(r"^    ([a-z]+)  ", told, re.MULTILINE))


def test_the_places_exist() -> None:
    places = re.findall(r"`((?:hrplanner|resources|translations|tests|packaging)/[a-z/]*)`", README)
    places += re.findall(r"\]\(([\w./-]+)\)", README)
    assert places
    assert not [place for place in places if not (ROOT / place).exists()]
