"""The lists that Close is written in: papers seen, head counts in between, where it was made public, offices."""

from collections.abc import Mapping

from hrplanner.model.formalities import Evidence
from hrplanner.model.people import Role
from hrplanner.usecases import meeting_rows as written
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.table import Cell, Column, row
from hrplanner.viewmodels.written import Blank, Kind
from hrplanner.viewmodels.written_lists import or_not_said
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

YES, NO, UNKNOWN = "yes", "no", "unknown"
SAID: Mapping[str, bool | None] = {YES: True, NO: False, UNKNOWN: None}


def paper_list(_: Workspace, words: Catalog) -> Kind:
    """The papers that rules and principles ask for: seen, missing, or not looked for."""
    say = words.say
    states = {
        True: Cell(say("seen"), "tick"),
        False: Cell(say("missing"), "attention"),
        None: Cell(say("not looked for")),
    }
    return Kind(
        name=say("Papers"),
        noun="paper",
        columns=(Column(code="paper", title=say("Paper")), Column(code="seen", title=say("State"), width=180)),
        rows=lambda session: tuple(
            row(str(one).encode(), labels.word(words, "paper", str(one)), states[session.evidence.get(one)])
            for one in Evidence
        ),
        empty="",
        offered=((YES, say("Seen")), (NO, say("Missing")), (UNKNOWN, say("Not looked for"))),
        choose=lambda session, key, code: written.look_for_paper(session, Evidence(key.decode()), seen=SAID[code]),
    )


def count_list(_: Workspace, words: Catalog) -> Kind:
    """Head counts at a time: a quorum can be lost."""
    say = words.say
    return Kind(
        name=say("Head counts in between"),
        noun="head_count",
        part="moments",
        blanks=(
            Blank(code="heads", title=say("Heads counted"), reading="number"),
            Blank(code="time", title=say("At what time"), reading="clock"),
        ),
        columns=(
            Column(code="time", title=say("Time"), width=140, editable=True),
            Column(code="heads", title=say("Heads counted"), editable=True),
        ),
        rows=lambda session: tuple(
            row(one.id, or_not_said(words, words.digits(one.time or "")), words.number(one.heads))
            for one in session.moments
        ),
        empty=say("Nobody was counted in between"),
        add=lambda session, typed: written.count_again(session, heads=typed["heads"], time=typed["time"]),
    )


def publication_list(_: Workspace, words: Catalog) -> Kind:
    """Where the record was made public, and when."""
    say = words.say
    return Kind(
        name=say("Made public"),
        noun="publication",
        part="published",
        blanks=(
            Blank(code="place", title=say("Where it was made public"), share=3),
            Blank(code="date", title=say("Day"), reading="day"),
        ),
        columns=(
            Column(code="place", title=say("Where"), editable=True),
            Column(code="date", title=say("Day"), width=180, editable=True),
        ),
        rows=lambda session: tuple(
            row(one.id, one.place, or_not_said(words, words.date(one.date) if one.date else ""))
            for one in session.published
        ),
        empty=say("Nowhere yet"),
        add=lambda session, typed: written.publish(session, place=typed["place"] or "", date=typed["date"]),
    )


def office_list(_: Workspace, words: Catalog) -> Kind:
    """Who held which office at the meeting, and whether they signed on paper."""
    say = words.say
    states = ((YES, say("signed")), (NO, say("did not sign")), (UNKNOWN, say("not known")))
    said = {SAID[code]: text for code, text in states}
    return Kind(
        name=say("Offices and signatures"),
        noun="office_held",
        part="signatures_of",
        blanks=(
            Blank(code="office", title=say("Office"), share=2),
            Blank(code="name", title=say("Who held it"), share=3),
            Blank(code="signed", title=say("On paper"), share=1, options=(states[2], *states[:2])),
        ),
        columns=(
            Column(code="office", title=say("Office"), width=220),
            Column(code="name", title=say("Who held it"), editable=True),
            Column(code="signed", title=say("On paper"), width=140),
        ),
        rows=lambda session: tuple(
            row(one.id, labels.word(words, "role", one.office), or_not_said(words, one.name), said[one.signed])
            for one in session.signatures_of
        ),
        empty=say("Nobody is named yet"),
        add=lambda session, typed: written.note_office(
            session,
            office=_office_of(words, typed["office"]),
            name=typed["name"],
            signed=SAID[typed["signed"] or UNKNOWN],
        ),
        offered=states,
        choose=lambda session, key, code: written.correct_row(session, "signatures_of", key, {"signed": SAID[code]}),
    )


def _office_of(words: Catalog, typed: str | None) -> str:
    """The code of an office that was typed in words; one without a code of its own stays as it is."""
    wanted = (typed or "").strip()
    return next((str(one) for one in Role if labels.word(words, "role", str(one)).lower() == wanted.lower()), wanted)
