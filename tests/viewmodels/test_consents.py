"""Consent on the register: three answers for each purpose, changed in place, undone like every other step."""

from __future__ import annotations

from hrplanner.model.people import Consent, Purpose
from hrplanner.usecases.recording import register_person
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.consents import Consents
from hrplanner.words.catalog import Catalog


def test_an_answer_turns_through_three_values_and_is_undone(meeting: Workspace) -> None:
    meeting.run("register_person", lambda session: register_person(session, name="Maya Rai"))
    meeting.run("register_person", lambda session: register_person(session, age=30))
    page = Consents(meeting, Catalog("en"))
    (maya,) = (one for one in page.table().rows if one.cells[0].text == "Maya Rai")
    assert {cell.text for cell in maya.cells[1:]} == {"Not asked"}
    assert page.turn(maya.key, "partners").news == "Maya Rai, Name to partner organisations: Yes"
    page.answer(maya.key, "photo", Consent.NO)
    person = meeting.opened().people[-2]
    assert (person.allows(Purpose.PARTNERS), person.allows(Purpose.PHOTO)) == (True, False)
    assert person.answer(Purpose.MINUTES) is Consent.NOT_ASKED
    page.turn(maya.key, "partners")
    page.turn(maya.key, "partners")
    assert Purpose.PARTNERS not in meeting.opened().people[-2].consent
    for _ in range(4):
        meeting.undo()
    assert meeting.opened().people[-2].consent == {}
    assert not page.turn(maya.key, "name").news, "the name is no answer"
