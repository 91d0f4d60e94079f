"""Who is suggested as one person: spellings of one name in every script, and not names that only look alike."""

from dataclasses import replace

import pytest

from hrplanner.usecases.recording import new_session, register_person
from hrplanner.usecases.same_person import _pairs

SPELLINGS = [
    ("Ram Bahadur Thapa", "Thapa, Ram Bdr."),
    ("Maria Santos", "Ma. Santos"),
    ("सीता शर्मा", "सिता शर्मा"),
    ("विष्णु राई", "बिष्णु राई"),
    ("রহিমা খাতুন", "রহিমা খাতূন"),
    ("মোঃ কামাল হোসেন", "মো. কামাল হোসেন"),
    ("김영희", "김 영희"),
]
OTHERS = [
    ("Sita Rai", "Gita Rai"),
    ("सीता राई", "गीता राई"),
    ("पिन राई", "पुनम राई"),
    ("পানি দাস", "পুনম দাস"),
    ("김영희", "김영수"),
]


def suggested(one: str, other: str) -> bool:
    session = new_session(number="S1", title="Plan", kind="meeting")
    for name in (one, other):
        session = register_person(session, name=name)
    return bool(list(_pairs(session)))


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_two_spellings_of_a_name_are_suggested(one: str, other: str) -> None:
    assert suggested(one, other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_names_that_differ_in_a_vowel_sign_or_a_letter_are_not(one: str, other: str) -> None:
    assert not suggested(one, other)


def test_ages_far_apart_are_two_people() -> None:
    session = new_session(number="S1", title="Plan", kind="meeting")
    for age in (31, 52):
        session = register_person(session, name="Sita Rai", age=age)
    assert not list(_pairs(session))
    assert list(_pairs(session.with_person(replace(session.people[1], age=32))))
