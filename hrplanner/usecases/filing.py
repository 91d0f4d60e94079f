"""A signed sheet that came back as a scan is filed to its session, which the code in its corner names."""

import base64
import hashlib
from dataclasses import dataclass, replace

from hrplanner.model.changes import Change, RowKind, plain
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.minutes import Scan
from hrplanner.usecases.ports import Book, Evidence

LARGEST_SCAN = 8_000_000  # bytes; a page in grey at 300 dots to the inch has one or two million


@dataclass(frozen=True, slots=True)
class Filed:
    """The scan, and the number of the session it belongs to; `known` where it had been filed before.

    `read` are the pages whose codes were read.
    """

    number: str
    scan: Scan
    read: tuple[int, ...]
    known: bool = False


def file_scan(book: Book, evidence: Evidence, content: bytes) -> Filed:
    """Keeps the file as it is; refuses a sheet whose code is not of this book, or does not fit its record."""
    pages = [code for code in evidence.codes if code.document != "facts"]
    if not pages or evidence.damaged:
        raise Refused("scan_without_code")
    if len(content) > LARGEST_SCAN:
        raise FileProblem("scan_too_large", most=LARGEST_SCAN // 1_000_000)
    code = pages[0]
    if any(replace(one, page=code.page) != code for one in pages):
        raise Refused("scan_of_several")
    read = tuple(sorted({one.page for one in pages}))
    line = next((one for one in book.session_lines() if one.number == code.number), None)
    versions = book.minutes(line.id) if line else ()
    frozen = next((one for one in versions if one.version == code.version), None)
    if line is None or frozen is None or not frozen.digest.startswith(code.digest_start.hex()):
        raise Refused("scan_of_another_book", number=code.number)
    scan = Scan(
        id=RowId(new_id()),
        version=code.version,
        document=code.document,
        page=read[0],
        pages=code.pages,
        digest=hashlib.sha256(content).hexdigest(),
        content=base64.b64encode(content).decode(),
    )
    before = next((one for one in book.scans(line.id) if one.digest == scan.digest), None)
    if before is not None:
        return Filed(code.number, before, read, known=True)
    entry = NewEntry(step="file_scan", about=code.number, session=line.id)
    book.write(entry, [Change(RowKind.SCAN, scan.id, line.id, None, plain(scan))])
    return Filed(code.number, scan, read)
