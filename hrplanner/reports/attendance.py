"""Who came, as a form of minutes tells it: the figures for every reader, the register of names for the office alone.

Every figure is one of `model.counting`. The register has no column for groups: no name stands beside what somebody is.
"""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.groups import GroupCode
from hrplanner.model.people import COUNTED_ROLES, Person, Purpose, Role
from hrplanner.model.rules.presence import in_role
from hrplanner.reports import phrases
from hrplanner.reports.account import Account
from hrplanner.reports.blocks import Block, KeepTogether, Labelled, Note, Paragraph, Runs, Table, plain
from hrplanner.reports.findings import hidden_in_short
from hrplanner.reports.hand import Form
from hrplanner.reports.named import in_order
from hrplanner.reports.summary import groups_in
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import group as name_of_group
from hrplanner.words.labels.words import word

_FIGURES = (62.0, 54.0, 54.0)
_ROLES = (84.0, 86.0)
_REGISTER = (14.0, 62.0, 44.0, 50.0)
_ROW = 10.0  # millimetres: a thumb print
_LINES_WITHOUT_A_LIST = 12
_LINES_AFTER_A_LIST = 3
_SEXES = (GroupCode("women"), GroupCode("men"))


def figures(account: Account) -> Iterator[Block]:
    """All who came, then each group as stated and how many are not known, then who is counted apart."""
    yield Labelled(account.catalog.say("Came in all"), plain(_all(account)))
    yield from _groups(account)
    yield Labelled(account.catalog.say("Counted apart"), plain(_apart(account)))


def figures_by_role(account: Account) -> Iterator[Block]:
    """One row for those who took part and one for each role that is counted apart, then the groups."""
    catalog = account.catalog
    rows = [(plain(word(catalog, "role", str(Role.PARTICIPANT))), plain(_all(account)))]
    rows += [(plain(word(catalog, "role", str(role))), plain(_in_role(account, role))) for role in _roles(account)]
    head = (word(catalog, "field", "role"), catalog.say("Counted"))
    yield Table(head, tuple(rows), _ROLES, numeric=frozenset({1}))
    yield from _groups(account)


def register(account: Account) -> Iterator[Block]:
    """A line to sign for everybody on the list and some more; for a reader outside only where it is kept."""
    catalog = account.catalog
    if not account.inside:
        yield Paragraph(plain(catalog.say("The register with names and signatures stays with the office.")))
        yield from _who_agreed(account)
        return
    said = catalog.say("Restricted original: for the office, not for posting. A signature says: I was here.")
    people = account.session.people
    head = (
        catalog.say("No."),
        word(catalog, "field", "name"),
        word(catalog, "field", "place"),
        catalog.say("Signature or thumb print"),
    )
    rows = [_line(place, person, catalog) for place, person in enumerate(people, start=1)]
    more = _LINES_AFTER_A_LIST if people else _LINES_WITHOUT_A_LIST
    rows += [(catalog.digits(str(len(people) + place)), "", "", "") for place in range(1, more + 1)]
    yield KeepTogether((Note(plain(said)), Form(head, tuple(rows), _REGISTER, _ROW)))
    yield Note(
        plain(
            catalog.say(
                "{listed} on this list; signatures counted: {signatures}.",
                listed=len(people),
                signatures=phrases.number_of(account.session.signatures, catalog),
            )
        )
    )


def _who_agreed(account: Account) -> Iterator[Block]:
    """The names of those who said yes to that, in the order of letters, and nothing else of them."""
    names = sorted({one.name for one in account.session.people if one.name and one.allows(Purpose.MINUTES)})
    if names:
        name = account.catalog.say("Present, and named here because they agreed to it")
        yield Labelled(name, plain(account.catalog.list(names)))


def _all(account: Account) -> str:
    session = account.session if account.protection is None else account.protection.figures
    came = attendees(session)
    if account.smallest is not None and account.smallest.points_at_persons(came.high):
        return phrases.total(came.high, account.catalog, account.smallest)
    return phrases.stated(came, account.catalog)


def _groups(account: Account) -> Iterator[Block]:
    """Women and men always, and every other group that the record or a rule speaks of."""
    catalog, protection = account.catalog, account.protection
    codes = in_order({*_SEXES, *groups_in(account.session, account.findings)})
    head = (catalog.say("Group, by people's own statement"), catalog.say("stated"), catalog.say("not known"))
    yield Table(head, tuple(_group(account, code) for code in codes), _FIGURES, numeric=frozenset({1, 2}))
    if protection is not None and any(protection.hides_unknown(code) for code in codes):
        yield Note(
            plain(catalog.say("Small numbers are hidden to protect people, and others with them that give them away."))
        )


def _group(account: Account, code: GroupCode) -> tuple[Runs, ...]:
    catalog, protection = account.catalog, account.protection
    session = account.session if protection is None else protection.figures
    name = name_of_group(catalog, code, account.session.country)
    if protection is not None and protection.hides(code):
        return plain(name), plain(hidden_in_short(catalog)), plain(hidden_in_short(catalog))
    came = in_group_alone(session, code)
    silent = protection is not None and protection.hides_unknown(code)
    unknown = hidden_in_short(catalog) if silent else phrases.number_of(came.unknown, catalog)
    return plain(name), plain(phrases.stated(came, catalog)), plain(unknown)


def _roles(account: Account) -> tuple[Role, ...]:
    """The roles that somebody had, or that nobody had for certain, in their usual order."""
    known = {person.role for person in account.session.people} | account.session.absent
    return tuple(role for role in Role if role in known and role not in COUNTED_ROLES)


def _in_role(account: Account, role: Role) -> str:
    return phrases.stated(in_role(account.session, role), account.catalog)


def _apart(account: Account) -> str:
    catalog = account.catalog
    told = [f"{word(catalog, 'role', str(role))}: {_in_role(account, role)}" for role in _roles(account)]
    return "; ".join(told) or phrases.not_known(catalog)


def _line(place: int, person: Person, catalog: Catalog) -> tuple[str, ...]:
    name = person.name or person.code or catalog.say("name not given")
    if person.role not in COUNTED_ROLES:
        name = f"{name} ({word(catalog, 'role', str(person.role))})"
    signed = {True: catalog.say_in("register", "signed"), False: catalog.say_in("register", "did not sign"), None: ""}[
        person.signed
    ]
    return catalog.digits(str(place)), name, person.place or "", signed
