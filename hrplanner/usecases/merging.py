"""Taking a copy of the book in that was worked on elsewhere: shown before, done in one step, undone in one step."""

from collections.abc import Callable

from hrplanner.model.backups import BackupReason
from hrplanner.model.errors import Refused
from hrplanner.model.lines import NewEntry
from hrplanner.model.merging.outcome import MergeOutcome
from hrplanner.usecases.ports import Book
from hrplanner.usecases.same_person import suggest_same_persons
from hrplanner.usecases.workspace import MERGE, Workspace

Moved = Callable[[int, int], object]


def preview_merge(workspace: Workspace, other: Book, *, moved: Moved = max) -> MergeOutcome:
    """What merging would do, by doing it and letting it go again."""
    return _merged(workspace, other, rehearse=True, moved=moved)


def merge_books(workspace: Workspace, other: Book, *, agreed: bool = False, moved: Moved = max) -> MergeOutcome:
    """Take everything in that the other copy has; one step of this book. What `moved` raises takes it all back.

    Raises Refused: not_a_copy; merge_changes_much where more than a tenth of what is here would go or change, unless
    a person has seen that and `agreed`.
    """
    outcome = None if agreed else preview_merge(workspace, other, moved=moved)
    if outcome is not None and outcome.much:
        raise Refused(
            "merge_changes_much",
            changed=sum(outcome.changed.values()),
            gone=sum(outcome.gone.values()),
            rows=outcome.rows,
        )
    workspace.book.back_up(BackupReason.MERGE)
    done = _merged(workspace, other, rehearse=False, moved=moved)
    if done.entries:
        workspace.refresh()
        suggest_same_persons(workspace, done.entries)
    return done


def _merged(workspace: Workspace, other: Book, *, rehearse: bool, moved: Moved) -> MergeOutcome:
    entry = NewEntry(step=MERGE, about=other.path.name, actor=workspace.actor)
    _, outcome = workspace.book.merge(other, entry, rehearse=rehearse, moved=moved)
    return outcome
