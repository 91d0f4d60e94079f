"""The printouts beside summary and minutes, by the names under which they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hrplanner.reports.agenda import agenda
from hrplanner.reports.answers import answers
from hrplanner.reports.blocks import Block
from hrplanner.reports.matter import Matter
from hrplanner.reports.notice import notice
from hrplanner.reports.read_back import read_back
from hrplanner.reports.rights import rights
from hrplanner.reports.script import script
from hrplanner.reports.sign_in import sign_in
from hrplanner.reports.tally_grid import tally_grid
from hrplanner.reports.targets import targets
from hrplanner.reports.unknowns import unknowns

SHEETS: Mapping[str, Callable[[Matter], tuple[Block, ...]]] = MappingProxyType(
    {
        "notice": notice,
        "agenda": agenda,
        "script": script,
        "sign-in": sign_in,
        "tally": tally_grid,
        "rights": rights,
        "read-back": read_back,
        "answers": answers,
        "targets": targets,
        "unknowns": unknowns,
    }
)
# What a coming meeting needs on paper, in the order in which it is used.
KIT = ("notice", "agenda", "script", "sign-in", "tally", "rights", "read-back", "targets")
