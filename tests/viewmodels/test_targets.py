"""Targets, bodies, the year, and rules of one's own: what the pages show, from a book with one meeting in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from hrplanner.model.bodies import Body, Post, Seat
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.office import Office
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.usecases.checking import add_rules
from hrplanner.usecases.recording import new_session
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.own_rule import OwnRules
from hrplanner.viewmodels.rules import Rules
from hrplanner.viewmodels.screens import Screens
from hrplanner.viewmodels.targets import COMMITTEES, SESSION, YEAR, Targets
from hrplanner.viewmodels.year_shares import year_shares
from hrplanner.words.catalog import Catalog
from tests.viewmodels.town import NUMBER, TestTools, now

POSTS_RULE = {
    "id": "posts", "title": "One of chair and secretary is a woman", "kind": "composition", "scope": "body",
    "body": "user_committee", "post": ["chair", "secretary"], "numerator": "women", "threshold": "1",
}  # fmt: skip


def screens_of(space: Workspace, words: Catalog) -> Screens:
    return Screens(space, words, TestTools(), now)


def with_committee(office: Office) -> Office:
    body = Body(id=RowId(new_id()), code="uc", title="Upper tap", kind="user_committee", places=4)
    seats = (
        Seat(id=RowId(new_id()), body="uc", post=Post.CHAIR, groups=frozenset({GroupCode("men")})),
        Seat(id=RowId(new_id()), body="uc", post=Post.SECRETARY, groups=frozenset({GroupCode("women")})),
        Seat(id=RowId(new_id()), body="uc", empty=True),
    )
    return add_rules(office.with_body(body, seats), [POSTS_RULE])


def shown(targets: Targets, rule: str, about: str) -> dict[str, tuple[str, ...]]:
    targets.about, targets.opened = about, f"{rule}|{'' if about.startswith(SESSION) else about.removeprefix(YEAR)}"
    detail = targets.detail()
    assert detail is not None
    return dict(detail.parts)


def test_a_target_says_how_it_was_worked_out_and_what_would_settle_it(record: Workspace, words: Catalog) -> None:
    targets = screens_of(record, words).targets
    assert targets.shown_for() == f"{SESSION}{NUMBER}"
    assert [row.cells[0].mark for row in targets.table().rows] == ["cannot_determine", "met", "met"]
    parts = shown(targets, "disability-twentieth", f"{SESSION}{NUMBER}")
    worked = " ".join(parts["How it was worked out"])
    assert "Counted (Persons with disabilities): 0 to 6." in worked
    assert "1/20 of 6 is 0.3; in whole people 1." in worked
    assert parts["What would settle it"] == ("Ask 6 more people, or find 1 more who says yes.",)
    law = shown(targets, "quorum", f"{SESSION}{NUMBER}")
    assert "One twentieth of the voters make the quorum." in law["What the rule says"]
    assert "For every kind of meeting." in law["Why it applies"]


WITHIN = {
    "id": "old-women", "title": "A fifth of the women are old", "kind": "share", "numerator": "age_60_up",
    "within": "women-third", "threshold": "1/5",
}  # fmt: skip


def test_a_share_within_another_names_the_other_by_its_title(record: Workspace, words: Catalog) -> None:
    record.run_office("add_rules", lambda office: add_rules(office, [WITHIN]))
    parts = shown(screens_of(record, words).targets, "old-women", f"{SESSION}{NUMBER}")
    title = "At least one third of those present are women"
    assert f"Share of (those that “{title}” counts): 3." in parts["How it was worked out"]


def test_figures_that_contradict_each_other_are_counted_again(record: Workspace, words: Catalog) -> None:
    record.run("count_heads", lambda session: replace(session, heads=2))
    parts = shown(screens_of(record, words).targets, "women-third", f"{SESSION}{NUMBER}")
    assert parts["What would settle it"] == ("Count again from the sheets, and keep both numbers where they differ.",)


def test_the_rows_of_a_verdict_are_the_people_with_their_answer(record: Workspace, words: Catalog) -> None:
    targets = screens_of(record, words).targets
    targets.opened = "women-third|"
    detail = targets.detail()
    assert detail is not None
    said = [row.cells[2].text for row in detail.rows.rows]
    assert (said.count("in the group"), said.count("not in the group")) == (3, 3)
    assert [point.number for point in detail.trend] == [NUMBER]


def test_a_year_is_checked_as_a_whole_and_names_its_sessions(record: Workspace, words: Catalog) -> None:
    targets = screens_of(record, words).targets
    (year,) = [code for code, _ in targets.choices() if code.startswith(YEAR)]
    parts = shown(targets, "women-third", year)
    assert "Counted (Women): 3." in parts["How it was worked out"]
    detail = targets.detail()
    assert detail is not None
    assert [row.cells[0].text for row in detail.rows.rows] == [f"{NUMBER}  Annual ward shava"]


def test_bodies_show_empty_seats_and_their_rules(record: Workspace, words: Catalog) -> None:
    record.run_office("change_office", with_committee)
    screens = screens_of(record, words)
    (line,) = screens.bodies.table().rows
    assert [cell.text for cell in line.cells] == ["Upper tap", "User committee", "2", "2", "Met"]
    seats = [row.cells[1].text for row in screens.bodies.seats().rows]
    assert seats == ["Men", "Women", "Empty", "1 seat nobody sits in"]
    screens.targets.about = COMMITTEES
    assert [row.cells[1].text for row in screens.targets.table().rows] == [f"{POSTS_RULE['title']}: Upper tap"]


def test_the_overview_counts_the_year_and_names_who_was_missing(record: Workspace, words: Catalog) -> None:
    overview = screens_of(record, words).overview
    glances = {one.title: one.number for one in overview.glances()}
    assert glances["Who came"] == "6 attendances"
    assert glances["Do we meet the rules"] == "2 of 3 met"
    table = overview.rules()
    assert [row.rule for row in table.rows] == ["disability-twentieth", "quorum", "women-third"]
    assert table.cell(2, 1).text == "1 of 1 met"
    assert "Met" in table.cell(2, 0).spoken
    groups = {row.key.decode(): row.cells[1].text for row in overview.groups().rows}
    assert groups["women"] == "3/6"
    missing = {row.key.decode(): row.cells[1].text for row in overview.missing().rows}
    assert missing["another_gender"] == "nobody came" and missing["landless"] == "not known"


def test_a_year_with_a_meeting_that_nobody_counted_says_how_many_came_at_least(
    record: Workspace, words: Catalog
) -> None:
    day = now().date()
    record.add_session(replace(new_session(number="W5-2026-015", title="Not counted", kind="hearing"), date=day))
    overview = screens_of(record, words).overview
    assert overview.glances()[0].number == "6 or more attendances"
    groups = {row.key.decode(): row.cells[1].text for row in overview.groups().rows}
    assert (groups["women"], groups["landless"]) == ("3 or more", "?")


def test_shares_stand_side_by_side_with_promises_kept(record: Workspace, words: Catalog) -> None:
    screens = screens_of(record, words)
    found = screens.years.overview()
    shares = year_shares(record, screens.overview.sessions(), found.groups, words)
    assert [head for head, _ in shares.heads] == ["Came", "Spoke", "Raised", "Promised", "Kept"]
    women = next(row for row in shares.rows if row.text == "Women")
    assert [cell.text for cell in women.cells] == ["3", "0", "1", "1 to 2", "0"]


def test_a_rule_of_ones_own_is_tried_at_once_and_added_by_two_people(record: Workspace, words: Catalog) -> None:
    own = screens_of(record, words).own_rules
    assert own.trial()[1].startswith("The rule is not complete.")
    own.toggle("women")
    own.say(threshold_text="1/2")
    table, said = own.trial()
    assert own.title() == "Women: at least 1/2 of people present"
    assert table.rows[0].cells[2].mark == "met"
    assert said == "It would have been met in 1 of 1 sessions; 0 could not be determined."
    assert own.add().why and len(rules_of(record.office)) == 3
    own.say(focal_point="Focal person", secretary="Secretary")
    assert own.add().done
    added = rules_of(record.office)["own-women-at-least-1-2-of-people-present"]
    assert added.on and added.switched_by == ("Focal person", "Secretary")
    assert own.own.groups == ()


def test_a_target_from_the_population_names_census_and_parity(record: Workspace, words: Catalog) -> None:
    screens = screens_of(record, words)
    own: OwnRules = screens.own_rules
    own.toggle("women")
    own.say(
        from_population=True, part_text="5 200", population_text="10,000", year_text="2021", census="National census"
    )
    assert own.trial()[0].rows[0].cells[2].mark == "not_met"
    own.say(parity_text="4/5", focal_point="A", secretary="B", title="Women as they live here")
    assert own.trial()[0].rows[0].cells[2].mark == "met"
    assert own.add().done
    targets = screens.targets
    parts = shown(targets, "own-women-as-they-live-here", f"{SESSION}{NUMBER}")
    assert "In the population: 5,200 of 10,000 (National census, 2021)." in parts["How it was worked out"]
    assert "For every 100 expected by that share, at least 96 came." in parts["How it was worked out"]
    own.toggle("women")
    own.say(from_population=True, part_text="many")
    assert "“many” is not a whole number." in own.trial()[1] or own.trial()[1]


def test_rules_are_switched_confirmed_and_written_to_a_file(record: Workspace, words: Catalog, tmp_path: Path) -> None:
    rules = Rules(record, words, TestTools(), now)
    rule = rules.rule(b"quorum")
    assert rule is not None and rules.switch(rule, "", "Secretary").why
    assert rules.switch(rule, "Focal person", "Secretary").done
    assert rules.confirm(rule, "Ward chair").done
    changed = rules_of(record.office)["quorum"]
    assert (changed.on, changed.switched_by) == (False, ("Focal person", "Secretary"))
    assert (changed.confirmed_by, changed.confirmed_on) == ("Ward chair", dt.date(2026, 5, 12))
    for name in ("rules.toml", "strata.csv"):
        assert rules.save(tmp_path / name).done
    assert rules.add(tmp_path / "rules.toml").news == "All of these rules were in the book already."
    strata = tmp_path / "more.csv"
    strata.write_text("category,name,min,max\nsex,women,3,9\nsex,wombats,1,2\n")
    told = rules.add(strata)
    assert "1 rule added." in told.why and "Line 3" in told.why
