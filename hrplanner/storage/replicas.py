"""Which copy of the book is writing. A file that is copied to another machine or place must not go on with the same
numbers, or two different entries would bear one name; so a copy is known by where it lies.

The place is kept as a digest only: the file must not tell the names of machines and folders.
"""

from __future__ import annotations

import hashlib
import os
import platform
import uuid
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from hrplanner.model.ids import new_id
from hrplanner.storage.engine import rows_of
from hrplanner.storage.log_tables import replica

_NOBODY = bytes(16)


_HERE = "select id from replica where home = ?"
_BOOK = "select id from book"


def copy_here(connection: sa.Connection, path: Path) -> bytes:
    """The copy that lies here, or sixteen zeros where it never wrote."""
    found = rows_of(connection, _HERE, (_home(connection, path),))
    return found[0][0] if found else _NOBODY


def enrol(connection: sa.Connection, path: Path) -> bytes:
    """The copy that lies here, noted down when it writes for the first time."""
    known = copy_here(connection, path)
    if known != _NOBODY:
        return known
    new = new_id()
    connection.execute(sa.insert(replica).values(id=new, home=_home(connection, path)))
    return new


def _home(connection: sa.Connection, path: Path) -> bytes:
    ((book_id,),) = rows_of(connection, _BOOK)
    return _place(book_id, path)


@cache
def _place(book_id: bytes, path: Path) -> bytes:
    machine = f"{platform.node()}\0{uuid.getnode()}\0"
    return hashlib.sha256(book_id + machine.encode() + os.fsencode(path.resolve())).digest()
