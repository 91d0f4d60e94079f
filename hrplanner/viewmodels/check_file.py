"""Check file: one of three sentences, what to do next, and what is wrong where. Window and terminal say the same."""

from hrplanner.model.soundness import Examination, Fault, Salvaged, Spot
from hrplanner.viewmodels.soundness_said import said
from hrplanner.viewmodels.table import Column, Table, row
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import explain


def sentence(words: Catalog, found: Examination) -> str:
    """How the check ended."""
    return said(words, "soundness", found.state)


def next_step(words: Catalog, found: Examination, *, backups: int) -> str:
    """What to do now."""
    if found.state == "sound":
        return words.say("Nothing has to be done.")
    if found.state == "cannot_be_opened" and found.problem is not None:
        return str(explain(words, found.problem))
    if backups:
        return words.count(
            "Bring back a copy: there is {n}. What was written after it can be brought out of this file.",
            "Bring back a copy: there are {n}. What was written after the last one can be brought out of this file.",
            backups,
        )
    return words.say(
        "There is no copy on this computer. Bring out what can be read into a new book, and keep this file."
    )


def fault_said(words: Catalog, fault: Fault) -> str:
    """A fault in one line, with the places that are known."""
    fault_name = said(words, "fault", fault.code)
    places = words.list([spot_said(words, spot) for spot in fault.spots])
    line = f"{fault_name} ({words.number(fault.count)})"
    return f"{line}: {places}" if places else line


def spot_said(words: Catalog, spot: Spot) -> str:
    """A place: what kind of row, its code or version, and the number of its session."""
    place = f"{said(words, 'row', spot.kind)} {spot.row}".strip()
    return f"{spot.session}, {place}" if spot.session is not None and spot.kind != "session" else place


def salvaged_said(words: Catalog, came: Salvaged, file: str) -> str:
    """What a salvage brought out, and what not."""
    return words.say(
        "{sessions} sessions with {rows} rows are in {file} now; {lost} rows could not be read.",
        sessions=came.sessions,
        rows=came.rows,
        lost=came.lost,
        file=file,
    )


def compacted_said(words: Catalog, before: int, after: int) -> str:
    """What making the file smaller saved."""
    return words.say(
        "The file has {after} kilobytes now, and had {before}. Its history was packed; nothing was left out.",
        before=words.number(before // 1000),
        after=words.number(after // 1000),
    )


def fault_table(words: Catalog, found: Examination) -> Table:
    """Every fault with its places."""
    say = words.say
    columns = (
        Column(code="what", title=say("What is wrong"), width=330),
        Column(code="count", title=say("How many"), width=96, number=True),
        Column(code="where", title=say("Where")),
    )
    rows = tuple(
        row(
            str(at).encode(),
            said(words, "fault", one.code),
            words.number(one.count),
            words.list([spot_said(words, spot) for spot in one.spots]),
        )
        for at, one in enumerate(found.faults)
    )
    return Table(say("What is wrong"), columns, rows)
