"""Small files that hold a password, a passphrase or the words of a sheet."""

from pathlib import Path

from hrplanner.model.errors import Refused

_MOST_BYTES = 4096


def secret_file(name: str) -> str:
    """The content of the file, without the line end that an editor adds."""
    try:
        with Path(name).open("rb") as opened:
            return opened.read(_MOST_BYTES).decode("utf-8-sig", "replace").strip("\r\n")
    except OSError:
        raise Refused("secret_file_unreadable") from None
