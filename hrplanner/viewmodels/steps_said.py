"""Steps of the log in words: what Undo would take back. No name of a person is in it."""

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.usecases.workspace import Step
from hrplanner.words.catalog import NC_, Catalog

STEPS: Mapping[str, str] = MappingProxyType(
    {
        "register_person": NC_("step", "Add a person"),
        "correct_person": NC_("step", "Correct a person"),
        "remove_person": NC_("step", "Remove a person"),
        "note_consent": NC_("step", "Note a consent"),
        "count_one": NC_("step", "Count one more"),
        "uncount_one": NC_("step", "Count one less"),
        "set_tally": NC_("step", "Write down a count"),
        "set_total": NC_("step", "Write down a total"),
        "note_turn": NC_("step", "Note who speaks"),
        "end_turn": NC_("step", "End a turn"),
        "raise_issue": NC_("step", "Write down an issue"),
        "correct_issue": NC_("step", "Correct an issue"),
        "remove_issue": NC_("step", "Remove an issue"),
        "promise": NC_("step", "Write down a promise"),
        "correct_promise": NC_("step", "Correct a promise"),
        "remove_promise": NC_("step", "Remove a promise"),
        "add_point": NC_("step", "Add a point to the agenda"),
        "correct_point": NC_("step", "Correct a point of the agenda"),
        "remove_point": NC_("step", "Remove a point of the agenda"),
        "move_point": NC_("step", "Move a point of the agenda"),
        "add_decision": NC_("step", "Write down a decision"),
        "correct_decision": NC_("step", "Correct a decision"),
        "remove_decision": NC_("step", "Remove a decision"),
        "correct_answer": NC_("step", "Answer an issue"),
        "correct_earlier_promise": NC_("step", "Read out or put off a promise"),
        "correct_reply": NC_("step", "Answer one of the nine questions"),
        "correct_paper": NC_("step", "Say whether a paper was seen"),
        "add_head_count": NC_("step", "Count heads in between"),
        "correct_head_count": NC_("step", "Correct a head count"),
        "remove_head_count": NC_("step", "Remove a head count"),
        "add_publication": NC_("step", "Say where it was made public"),
        "correct_publication": NC_("step", "Correct where it was made public"),
        "remove_publication": NC_("step", "Remove where it was made public"),
        "add_office_held": NC_("step", "Name an office"),
        "correct_office_held": NC_("step", "Correct an office"),
        "remove_office_held": NC_("step", "Remove an office"),
        "note_help": NC_("step", "Note help, barriers or complaints"),
        "add_session": NC_("step", "Add a session"),
        "describe_session": NC_("step", "Change the head of the session"),
        "put_back": NC_("step", "Put back from the bin"),
        "remove_session": NC_("step", "Remove a session"),
        "protect": NC_("step", "Protect smaller groups"),
        "write_rule": NC_("step", "Write a rule"),
        "rule_on": NC_("step", "Switch a rule on"),
        "rule_off": NC_("step", "Switch a rule off"),
        "rule_confirm": NC_("step", "Confirm a rule"),
        "add_rules": NC_("step", "Add rules"),
        "import": NC_("step", "Take over from a file"),
        "take_in_book": NC_("step", "Take in a whole book"),
        "share": NC_("step", "Hand out a packet"),
        "take_review": NC_("step", "Take in a review"),
        "answer_review": NC_("step", "Answer a review"),
        "merge": NC_("step", "Merge another copy"),
        "settle_question": NC_("step", "Settle a question"),
        "suggest_same_persons": NC_("step", "Suggest who may be one person"),
        "change_office": NC_("step", "Change the book"),
        "set_web_address": NC_("step", "Web address of the office"),
        "know_key": NC_("step", "Know the key of an office"),
    }
)


def step_said(words: Catalog, step: Step) -> str:
    """A step as one would say it, with what it was about where that is a number or a code."""
    said = words.say_in("step", STEPS[step.name]) if step.name in STEPS else words.say("Last step")
    return f"{said} ({step.about})" if step.about else said
