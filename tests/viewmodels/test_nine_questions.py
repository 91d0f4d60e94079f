"""The nine questions: evidence from the record, the office's own answer, and that unknown is not none."""

from pathlib import Path

import pytest

from hrplanner.model.principles import Asked, Reply
from hrplanner.usecases.meeting_rows import plan_step, reply_to
from hrplanner.usecases.recording import set_total
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.closing import gaps
from hrplanner.viewmodels.nine_questions import evidence, nine_questions
from hrplanner.viewmodels.written import Written
from hrplanner.words.catalog import Catalog
from tests.viewmodels.town import with_record

EN = Catalog("en")
KEY = str(Asked.ALL_THERE).encode()


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return with_record(tmp_path)


def said(space: Workspace, asked: Asked) -> str:
    return evidence(space, space.opened(), EN, asked)


def test_nobody_is_said_to_be_missing_where_nobody_was_counted(space: Workspace) -> None:
    bare = space.opened()
    for total in ("heads", "signatures"):
        bare = set_total(bare, total, None)
    bare = type(bare)(id=bare.id, number=bare.number, title=bare.title, kind=bare.kind)
    assert evidence(space, bare, EN, Asked.ALL_THERE) == "Nobody is counted yet"
    assert evidence(space, bare, EN, Asked.ALL_SPOKE) == "Nobody wrote down who spoke."
    assert evidence(space, bare, EN, Asked.NOTICE_IN_TIME) == "The day of the notice is not written down."


def test_what_no_record_holds_is_not_made_up(space: Workspace) -> None:
    assert said(space, Asked.NOBODY_TURNED_AWAY) == "No record can say this: ask those who came."


def test_an_answer_and_a_step_are_saved_and_undone(space: Workspace) -> None:
    written = Written(space, EN, nine_questions)
    assert len(written.table().rows) == len(Asked)
    assert written.choose(KEY, "partly").done
    assert written.edit(KEY, "step", "Ask the hamlet before the next notice").done
    session = space.book.session(space.opened().number)
    assert session.replies == {Asked.ALL_THERE: Reply.PARTLY}
    assert session.next_steps == {Asked.ALL_THERE: "Ask the hamlet before the next notice"}
    space.undo()
    space.undo()
    assert not space.opened().replies
    assert not space.opened().next_steps


def test_an_answer_can_be_left_open_again(space: Workspace) -> None:
    session = reply_to(space.opened(), Asked.SUPPORTED, Reply.NO)
    assert reply_to(session, Asked.SUPPORTED, None).replies == {}
    assert plan_step(plan_step(session, Asked.SUPPORTED, "A ramp"), Asked.SUPPORTED, " ").next_steps == {}


def test_questions_that_were_begun_are_missed_at_the_close(space: Workspace) -> None:
    def missed() -> list[str]:
        return [gap.what for gap in gaps(space, EN) if gap.place.mode == "nine"]

    assert missed() == []
    space.run("correct_reply", lambda session: reply_to(session, Asked.SUPPORTED, Reply.NOT_KNOWN))
    assert missed() == ["8 of the nine questions are not answered"]
