"""Where the files that come with the program lie: in the package once installed, at the top of a checkout else."""

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder of fonts, icons, help, rules, the practice town and the other data that are not code."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
