"""What happens when the program itself is wrong.

A report on disk that holds places in the code and no data, and one sentence.
"""

import datetime as dt
import platform
import traceback
from pathlib import Path

import platformdirs

from hrplanner import __version__
from hrplanner.words.catalog import Catalog


def report_bug(bug: BaseException, catalog: Catalog) -> str:
    """Writes the report and answers with the sentence.

    Messages of errors are left out because they may quote a name.
    """
    try:
        folder = Path(platformdirs.user_log_dir("hrplanner", appauthor=False))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"bug-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}.txt"
        path.write_text(bug_report(bug), encoding="utf-8")
    except OSError:
        return catalog.say("The program made a mistake of its own. What was saved before is safe.")
    return catalog.say(
        "The program made a mistake of its own. What was saved before is safe. "
        "A report without personal data is in {file}.",
        file=str(path),
    )


def bug_report(bug: BaseException) -> str:
    """Kinds of errors and places in the code, the newest last; no messages, no values."""
    lines = [f"hrplanner {__version__}, Python {platform.python_version()}, {platform.system()}"]
    cause: BaseException | None = bug
    while cause is not None:
        lines.append(type(cause).__qualname__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"
