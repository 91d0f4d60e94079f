"""The rows of an import one by one: known again or new, counted, and turned into changes as they stream by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from hrplanner.model.changes import Change, RowKind, changes_between, office_changes, plain
from hrplanner.model.commitments import Commitment
from hrplanner.model.errors import Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import PersonId, RowId, SessionId, new_id
from hrplanner.model.incoming import Incoming, IncomingFile, NotTaken
from hrplanner.model.issues import Issue
from hrplanner.model.lines import KnownRow
from hrplanner.model.office import LearnedWord
from hrplanner.model.people import Person
from hrplanner.model.record.bodies import body_from, body_record
from hrplanner.model.record.sessions import session_from
from hrplanner.usecases.known_again import free_code, joined, with_own_codes
from hrplanner.usecases.ports import Book
from hrplanner.usecases.restricted import told_of_named, without_restricted

_BATCH = 2_000  # rows that are looked up in the book together
_MOST_DIFFERENCES = 1_000
_NOBODY = RowId(b"")
_KINDS = {"person": RowKind.PERSON, "issue": RowKind.ISSUE, "commitment": RowKind.COMMITMENT}
_LETTERS = {"issue": "i", "commitment": "c"}
# What a row of each kind says when nothing is said.
_SILENT: Mapping[str, Mapping[str, Any]] = {
    "person": plain(Person(id=PersonId(b""))),
    "issue": plain(Issue(id=_NOBODY, code="", text="")),
    "commitment": plain(Commitment(id=_NOBODY, code="", text="")),
}


class Taking:
    """One import under way: what was counted so far, and which sessions and keys it has met."""

    def __init__(self, book: Book, file: IncomingFile) -> None:
        self._book = book
        self._file = file
        self.mark = file.digest.hex()[:16]
        """What the log calls the source: neither its name nor its path, which may be somebody's."""
        self._office = book.office()
        self._ids = {line.number: line.id for line in book.session_lines()}
        self._codes: dict[tuple[SessionId, str], set[str]] = {}
        self._made: set[SessionId] = set()
        self._seen: dict[bytes, int] = {}
        self.new = self.changed = self.duplicate = 0
        self.withheld = self.restricted = 0
        self.refused: list[NotTaken] = []
        self.sessions: dict[str, None] = {}
        self.differences: list[Mapping[str, Any]] = []

    def changes(self) -> Iterator[Change]:
        """The changes, in the order of the source; asks the book about a batch of rows at a time."""
        waiting: list[Incoming] = []
        for row in self._file.rows:
            if isinstance(row, NotTaken):
                self.refused.append(row)
            elif row.row == "body":
                yield from self._body(row)
            elif row.row == "session":
                yield from self._rows(waiting)
                waiting = []
                yield from self._session(row)
            else:
                waiting.append(row)
                if len(waiting) >= _BATCH:
                    yield from self._rows(waiting)
                    waiting = []
        yield from self._rows(waiting)
        yield from self._words()

    # -------------------------------------------------------------------------------------- sessions

    def _session(self, row: Incoming) -> Iterator[Change]:
        source = None if row.key is None else self._source(row, str(row.key))
        try:
            session = with_own_codes(session_from(row.record, source=source))
            again = self._seen_before(source or f"number:{session.number}", row)
            which = self._which(session.number, source)
        except Refused as no:
            self._refuse(row, no)
            return
        self.sessions[session.number] = None
        self.restricted += told_of_named(self._office, session)
        if again:
            self.duplicate += 1
        elif which is None:
            yield from self._open(replace(session, source=source))
            self.new += 1
        else:
            known = self._book.session_of_id(which)
            found = changes_between(known, joined(known, session, row.record))
            self._count(found, row, session.number)
            self._ids[session.number] = which
            yield from found

    def _body(self, row: Incoming) -> list[Change]:
        """A committee: known again by its code, and compared with all its seats."""
        try:
            body, seats = body_from(row.record)
        except Refused as no:
            self._refuse(row, no)
            return []
        before = next((one for one in self._office.bodies if one.code == body.code), None)
        if before is not None and body_record(before, self._office.seats) == body_record(body, seats):
            self.duplicate += 1
            return []
        after = self._office.with_body(body, seats)
        found = office_changes(self._office, after)
        self._office = after
        if before is None:
            self.new += 1
        else:
            self._count(found, row, "")
        return found

    def _open(self, session: Any) -> list[Change]:
        self._ids[session.number] = session.id
        self._made.add(session.id)
        return changes_between(None, session)

    def _which(self, number: str, source: str | None) -> SessionId | None:
        """The session that the row speaks of: by its key, else by its number."""
        by_number = self._ids.get(number)
        if source is None:
            return by_number
        known = self._book.known_rows(RowKind.SESSION, [source]).get(source)
        if known is None:
            return by_number
        which = SessionId(known.id)
        if by_number is not None and by_number != which:
            raise Refused("number_taken", field="number")
        return which

    # -------------------------------------------------------------------------------------- other rows

    def _rows(self, rows: list[Incoming]) -> Iterator[Change]:
        sources = [self._source_of(row) for row in rows]
        known: dict[RowKind, Mapping[str, KnownRow]] = {}
        for kind in {_KINDS[row.row] for row in rows}:
            of_kind = [source for source, row in zip(sources, rows, strict=True) if _KINDS[row.row] is kind]
            known[kind] = self._book.known_rows(kind, of_kind)
        for row, source in zip(rows, sources, strict=True):
            try:
                again = row.key is not None and self._seen_before(source, row)
                yield from self._opened_for(row)
            except Refused as no:
                self._refuse(row, no)
                continue
            self.sessions[str(row.session)] = None
            if again:
                self.duplicate += 1
            else:
                yield from self._row(row, source, known[_KINDS[row.row]].get(source))

    def _opened_for(self, row: Incoming) -> list[Change]:
        number = str(row.session)
        if number in self._ids:
            return []
        if row.opens is None:
            raise Refused("unknown_session", field="session")
        return self._open(session_from(row.opens))

    def _row(self, row: Incoming, source: str, known: KnownRow | None) -> Iterator[Change]:
        which, kind, values = self._ids[str(row.session)], _KINDS[row.row], _plain(row)
        if kind is RowKind.PERSON:
            values, withheld = without_restricted(self._office, values, known.values if known else {})
            self.withheld += withheld
        if known is None:
            if row.row in _LETTERS:
                values["code"] = self._code(which, row.row, values.get("code"))
            self.new += 1
            yield Change(kind, new_id(), which, None, {**_SILENT[row.row], **values, "source": source})
            return
        if "consent" in values:
            values["consent"] = {**known.values.get("consent", {}), **values["consent"]}
        differing = [name for name, value in values.items() if known.values.get(name) != value]
        found = []
        if differing:
            before = {name: known.values.get(name) for name in differing}
            found = [Change(kind, known.id, which, before, {name: values[name] for name in differing})]
        self._count(found, row, str(row.session))
        yield from found

    def _code(self, which: SessionId, row: str, wanted: str | None) -> str:
        """The code of a new issue or commitment: the source's own where it is free."""
        taken = self._codes.get((which, row))
        if taken is None:
            taken = set()
            if which not in self._made:
                session = self._book.session_of_id(which)
                taken = {one.code for one in (session.issues if row == "issue" else session.commitments)}
            self._codes[which, row] = taken
        code = wanted if wanted and wanted not in taken else free_code(taken, _LETTERS[row])
        taken.add(code)
        return code

    # -------------------------------------------------------------------------------------- knowing again, counting

    def _source_of(self, row: Incoming) -> str:
        """What a row is known by: its key within its session, else the source and the line it stood on."""
        if row.key is not None:
            return self._source(row, f"{row.session}\x00{row.key}")
        return f"{self._file.digest.hex()[:24]}:{row.part}:{row.line}"

    def _source(self, row: Incoming, key: str) -> str:
        """A key in one way only, so that names and numbers of people do not stand in the book a second time."""
        text = f"{self._file.scope}\x00{row.row}\x00{key}"
        return "key:" + hashlib.blake2b(text.encode(), digest_size=15, key=self._office.id[:16]).hexdigest()

    def _seen_before(self, source: str, row: Incoming) -> bool:
        """Whether this import met the same row already; two rows of one key that differ are refused, not guessed."""
        mark = hashlib.blake2b(source.encode(), digest_size=8).digest()
        content = hash(repr(row.record))
        if mark not in self._seen:
            self._seen[mark] = content
            return False
        if self._seen[mark] != content:
            raise Refused("key_twice", field="key")
        return True

    def _count(self, found: list[Change], row: Incoming, number: str) -> None:
        if not found:
            self.duplicate += 1
            return
        self.changed += 1
        for change in found:
            if len(self.differences) < _MOST_DIFFERENCES:
                self.differences.append(
                    {
                        "line": row.line,
                        "session": number,
                        "row": str(change.kind),
                        "before": change.before,
                        "after": change.after,
                    }
                )

    def _refuse(self, row: Incoming, no: Refused) -> None:
        field = no.params.get("field")
        self.refused.append(NotTaken(row.line, None if field is None else str(field), no.code))

    def _words(self) -> list[Change]:
        """The words that the mapping taught, kept in the frame of the book once something was taken."""
        if not self.new + self.changed + self.duplicate:
            return []
        known = {word.word: word.group for word in self._office.learned_words}
        office = self._office
        for word, code in self._file.words.items():
            if known.get(word) != code:
                kept = tuple(one for one in office.learned_words if one.word != word)
                learned = LearnedWord(id=RowId(new_id()), word=word, group=GroupCode(code))
                office = replace(office, learned_words=(*kept, learned))
        return office_changes(self._office, office)


def _plain(row: Incoming) -> dict[str, Any]:
    """The row's record in the names of the model's fields, as the log holds them."""
    values: dict[str, Any] = dict(row.record)
    if "id" in values:
        values["code"] = values.pop("id")
    response = values.pop("response", None)
    return values | dict(response) if response else values
