"""The command `hrplanner`: a file opens the window, a word runs a command of the terminal."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from hrplanner.cli.arguments import understood
from hrplanner.cli.exit_codes import BUG, DONE, REFUSED
from hrplanner.entry.language import terminal_language
from hrplanner.words.catalog import Catalog


def main(words: Sequence[str] | None = None) -> int:
    """The exit code; anything unforeseen ends in one sentence and a report without personal data, never in a
    traceback.
    """
    given = list(sys.argv[1:] if words is None else words)
    _open_missing_streams()
    leave_closed_folder()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    catalog = Catalog(terminal_language())
    try:
        if not given or _is_file(given[0]):
            return _window(given, catalog)
        if given == ["--version"]:
            from hrplanner.entry.versions import versions

            sys.stdout.write(f"{versions(catalog)}\n")
            return DONE
        asked = understood(given, catalog)
        if isinstance(asked, int):
            return asked
        from hrplanner.cli.main import run
        from hrplanner.cli.passwords import opener_for
        from hrplanner.entry.wiring import Wiring

        return run(asked, Wiring(lambda path: opener_for(asked, path, catalog)), catalog)
    except BrokenPipeError:
        from hrplanner.cli.main import let_go_of_output

        let_go_of_output()
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as bug:  # noqa: BLE001  the last door: what nobody foresaw ends in a sentence
        from hrplanner.entry.bugs import report_bug

        sys.stderr.write(f"{report_bug(bug, catalog)}\n")
        return BUG


def _open_missing_streams() -> None:
    """A stream that was closed before the program began swallows what is said, and stays clear of the files opened
    later.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, mode), encoding="utf-8"))


def leave_closed_folder() -> None:
    """In a folder that one may not enter, the process that reads the books of others would not start."""
    for folder in (Path.home(), Path("/")):
        if os.access(os.curdir, os.X_OK):
            return
        with suppress(OSError):
            os.chdir(folder)


def _window(given: Sequence[str], catalog: Catalog) -> int:
    from hrplanner.entry.screen import hindrance, tell

    if hindered := hindrance(catalog):
        tell(hindered)
        return REFUSED
    from hrplanner.entry.gui import main as open_window

    return open_window(given, catalog)


def _is_file(first: str) -> bool:
    return not first.startswith("-") and ("." in first or "/" in first or os.sep in first)


if __name__ == "__main__":
    sys.exit(main())
