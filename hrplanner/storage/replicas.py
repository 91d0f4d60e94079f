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
from hrplanner.storage.log_tables import book, replica

_NOBODY = bytes(16)


_HERE = sa.select(replica.c.id).where(replica.c.home == sa.bindparam("home"))
_BOOK = sa.select(book.c.id)


def copy_here(connection: sa.Connection, path: Path) -> bytes:
    """The copy that lies here, or sixteen zeros where it never wrote."""
    found = connection.execute(_HERE, {"home": _home(connection, path)}).scalar()
    return found or _NOBODY


def enrol(connection: sa.Connection, path: Path) -> bytes:
    """The copy that lies here, noted down when it writes for the first time."""
    known = copy_here(connection, path)
    if known != _NOBODY:
        return known
    new = new_id()
    connection.execute(sa.insert(replica).values(id=new, home=_home(connection, path)))
    return new


def _home(connection: sa.Connection, path: Path) -> bytes:
    return _place(connection.execute(_BOOK).scalar_one(), path)


@cache
def _place(book_id: bytes, path: Path) -> bytes:
    machine = f"{platform.node()}\0{uuid.getnode()}\0"
    return hashlib.sha256(book_id + machine.encode() + os.fsencode(path.resolve())).digest()
