"""What was typed, or asked for, and cannot be so: dates, numbers, groups, rows that are not there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "not_a_whole_number": (
            N_("“{text}” was not taken as a number."),
            N_("Only whole numbers from 0 to 999,999,999 can stand here."),
            N_("Type the number in digits, for example 84. Leave the field empty if the number is not known."),
        ),
        "not_a_date": (
            N_("“{text}” was not taken as a date."),
            N_("A date needs a day, a month and a year of four digits."),
            N_("Type it as 2026-05-12, as 12 May 2026, or as 2083-01-29 in Bikram Sambat."),
        ),
        "no_such_day": (
            N_("There is no day {date}."),
            N_("The month does not have that day."),
            N_("Look at the date again, or leave it empty if the right day is not known."),
        ),
        "date_outside_calendar": (
            N_("The date {date} cannot be turned into the other calendar."),
            N_("The table of months runs from 2000 to 2090 Bikram Sambat."),
            N_("Look at the year again, or type the date in the Gregorian calendar."),
        ),
        "no_such_row": (
            N_("This entry is not in the record any more."),
            N_("It was moved to the bin, or changed on another page."),
            N_("Look at the list again. Undo brings back what went to the bin."),
        ),
        "unknown_session": (
            N_("The book has no such session."),
            N_("No session of this book has that number."),
            N_("Look at the numbers under Sessions. Undo brings back what went to the bin."),
        ),
        "unknown_country": (
            N_("“{country}” was not taken as a country."),
            N_("A country is given by the two letters of ISO 3166-1."),
            N_("Type two letters, for example np for Nepal or id for Indonesia."),
        ),
        "unknown_group": (
            N_("The book has no group “{group}”."),
            N_("Only groups of this book, or of the list of codes, can be counted."),
            N_("Choose a group from the list; hrplanner codes shows them all."),
        ),
    }
)
