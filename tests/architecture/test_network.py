"""Whole commands, watched from the inside: not one internet socket, not one look-up of a host."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

WATCHED = """
import socket, sys
def watch(event, arguments):
    if event == 'socket.__new__' and arguments[1] in (socket.AF_INET, socket.AF_INET6) or event == 'socket.getaddrinfo':
        print('NETWORK', event, arguments, file=sys.stderr)
sys.addaudithook(watch)
from hrplanner.entry.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.slow
def test_the_whole_practice_town_is_built_checked_and_printed_without_a_network(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WATCHED, "demo", "--out", str(tmp_path / "town")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    assert "NETWORK" not in result.stderr
    assert (tmp_path / "town" / "minutes.pdf").stat().st_size > 0
