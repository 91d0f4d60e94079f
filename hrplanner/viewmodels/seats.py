"""Bodies: councils and committees with their seats; empty ones are seen, and what their rules say stands beside."""

import datetime as dt

from hrplanner.model.bodies import Body, Seat, seats_on
from hrplanner.model.office import Office
from hrplanner.model.rules.codes import Scope
from hrplanner.model.rules.findings import Finding
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import names_of
from hrplanner.viewmodels.strip import ORDER, row_of
from hrplanner.viewmodels.strip_rows import StripRow
from hrplanner.viewmodels.table import Cell, Column, Row, Table, row
from hrplanner.viewmodels.years import Years
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels


class Bodies:
    """The list, and the body that is opened."""

    def __init__(self, workspace: Workspace, words: Catalog, years: Years) -> None:
        self._workspace = workspace
        self._years = years
        self.words = words
        self.opened = ""

    def table(self) -> Table:
        """One line for each body."""
        say = self.words.say
        columns = (
            Column(code="title", title=say("Body")),
            Column(code="kind", title=say("Kind"), width=110),
            Column(code="filled", title=say("Filled"), width=64, number=True),
            Column(code="empty", title=say("Empty"), width=64, number=True),
            Column(code="rules", title=say("Rules"), width=150),
        )
        bodies = sorted(self._workspace.office.bodies, key=lambda one: one.title)
        return Table(say("Bodies"), columns, tuple(self._line(one) for one in bodies))

    def body(self) -> Body | None:
        """The body that is opened, else the first."""
        bodies = sorted(self._workspace.office.bodies, key=lambda one: one.title)
        return next((one for one in bodies if one.code == self.opened), bodies[0] if bodies else None)

    def open(self, key: bytes) -> None:
        """Open the body of a row."""
        self.opened = next((one.code for one in self._workspace.office.bodies if one.id == key), "")

    def facts(self) -> str:
        """The opened body in one line."""
        body, words = self.body(), self.words
        if body is None:
            return ""
        parts = (words.count("{n} seat", "{n} seats", body.places) if body.places else "", body.legal_basis or "")
        return "   |   ".join(part for part in parts if part)

    def seats(self) -> Table:
        """Its seats."""
        body = self.body()
        if body is None:
            return Table(self.words.say("Seats"), ())
        return seats_table(self._workspace.office, body, self.words, self._years.today)

    def findings(self) -> tuple[StripRow, ...]:
        """What the rules say of it, the worst first."""
        body = self.body()
        found = [] if body is None else self._findings(body)
        return tuple(row_of(one, self.words) for one in found)

    def _findings(self, body: Body) -> list[Finding]:
        own = [one for one in self._years.overview().wider if one.rule.scope is Scope.BODY and one.about == body.code]
        return sorted(own, key=lambda one: (ORDER.index(one.verdict), one.rule.id))

    def _line(self, body: Body) -> Row:
        words = self.words
        seats = seats_on(self._workspace.office.seats, body, self._years.today)
        filled, empty = filled_and_empty(body, seats)
        verdicts = [one.verdict for one in self._findings(body)]
        worst = verdicts[0] if verdicts else None
        said = "" if worst is None else labels.word(words, "verdict", str(worst))
        return row(
            body.id,
            body.title,
            labels.word(words, "body", body.kind),
            words.number(filled),
            "?" if empty is None else words.number(empty),
            Cell(said, str(worst)) if worst is not None else words.say("none apply"),
        )


def filled_and_empty(body: Body, seats: tuple[Seat, ...]) -> tuple[int, int | None]:
    """How many seats are taken, and how many are not; None where nobody knows how many there are."""
    filled = sum(1 for seat in seats if not seat.empty)
    marked = sum(1 for seat in seats if seat.empty)
    return filled, max(marked, body.places - filled) if body.places is not None else (marked or None)


def seats_table(office: Office, body: Body, words: Catalog, today: dt.date) -> Table:
    """The seats of a body on a day: posts, groups by own statement, terms; those that stand empty say so.

    Where no term has an end written down, that column leaves its room to the others.
    """
    say = words.say
    columns: tuple[Column, ...] = (
        Column(code="post", title=say("Post"), width=84),
        Column(code="groups", title=say("Groups")),
        Column(code="since", title=say("Since"), width=100),
        Column(code="until", title=say("Until"), width=60),
    )
    seats = seats_on(office.seats, body, today)
    if not any(seat.until for seat in seats):
        columns = columns[:-1]
    rows = [_seat(office, seat, words) for seat in seats]
    _, empty = filled_and_empty(body, seats)
    unmarked = (empty or 0) - sum(1 for seat in seats if seat.empty)
    if unmarked > 0:
        said = words.count("{n} seat nobody sits in", "{n} seats nobody sits in", unmarked)
        rows.append(row(b"empty", labels.word(words, "post", "member"), Cell(said, "attention"), "", ""))
    shown = tuple(Row(one.key, one.cells[: len(columns)]) for one in rows)
    return Table(say("Seats of {body}", body=body.title), columns, shown)


def _seat(office: Office, seat: Seat, words: Catalog) -> Row:
    groups = names_of(office, words, seat.groups) or words.say_in("unknown", "Not stated")
    since = words.date(seat.since) if seat.since else ""
    until = words.date(seat.until) if seat.until else ""
    sits = Cell(words.say("Empty"), "attention") if seat.empty else groups
    return row(seat.id, labels.word(words, "post", str(seat.post)), sits, since, until)
