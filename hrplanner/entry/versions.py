"""What `hrplanner --version` says: the program, and the parts that matter when somebody asks for help."""

from hrplanner import __version__
from hrplanner.storage.driver import sqlite_version
from hrplanner.storage.file_format import VERSION
from hrplanner.words.catalog import Catalog


def versions(catalog: Catalog) -> str:
    """One line each; a terminal without the window's libraries says so instead of failing."""
    try:
        from PySide6.QtCore import qVersion
    except ImportError:
        qt = catalog.say("not here")
    else:
        qt = qVersion()
    kept = catalog.say("file format {version}", version=str(VERSION))
    return f"hrplanner {__version__}\n{kept}\nSQLite {sqlite_version}\nQt {qt}"
