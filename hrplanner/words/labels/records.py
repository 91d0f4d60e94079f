"""Words of what is written down: issues and answers, decisions, promises, minutes, printouts and their readers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import NC_

DOCUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "summary": NC_("document", "Participation summary"),
        "minutes": NC_("document", "Minutes"),
        "notice": NC_("document", "Notice"),
        "agenda": NC_("document", "Agenda"),
        "sign-in": NC_("document", "Sign-in sheet"),
        "tally": NC_("document", "Tally grid"),
        "script": NC_("document", "Facilitator's script"),
        "rights": NC_("document", "Rights sheet and exit slip"),
        "read-back": NC_("document", "Promises to read out"),
        "answers": NC_("document", "You said, we did, we could not"),
        "targets": NC_("document", "Target sheet"),
        "unknowns": NC_("document", "What could not be determined"),
        "kit": NC_("document", "Paper kit for a coming meeting"),
    }
)

READERS: Mapping[str, str] = MappingProxyType(
    {
        "internal": NC_("reader", "Internal copy"),
        "partner": NC_("reader", "Partner copy"),
        "public": NC_("reader", "Public copy"),
        "oversight": NC_("reader", "Oversight copy"),
    }
)

ANSWERS: Mapping[str, str] = MappingProxyType(
    {
        "accepted": NC_("answer", "Accepted"),
        "partly": NC_("answer", "Partly accepted"),
        "not_accepted": NC_("answer", "Not accepted"),
        "put_off": NC_("answer", "Put off"),
        "passed_on": NC_("answer", "Passed on"),
    }
)

HOW_DECIDED: Mapping[str, str] = MappingProxyType(
    {
        "consensus": NC_("how", "By consensus"),
        "majority": NC_("how", "By majority"),
        "unanimous": NC_("how", "Unanimously"),
        "chair": NC_("how", "By the chair"),
        "other": NC_("how", "In another way"),
    }
)

STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "made": NC_("promise", "Made"),
        "started": NC_("promise", "Started"),
        "done": NC_("promise", "Done"),
        "partly_done": NC_("promise", "Partly done"),
        "late": NC_("promise", "Late"),
        "changed": NC_("promise", "Changed"),
        "stopped": NC_("promise", "Stopped"),
        "overdue": NC_("promise", "Overdue"),
        "undated": NC_("promise", "No date"),
    }
)

ISSUE_STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "open": NC_("issue", "Open"),
        "answered": NC_("issue", "Answered"),
        "closed": NC_("issue", "Closed"),
        "reopened": NC_("issue", "Reopened"),
    }
)

MINUTES: Mapping[str, str] = MappingProxyType(
    {
        "draft": NC_("minutes", "Draft"),
        "printed": NC_("minutes", "Printed"),
        "read_back": NC_("minutes", "Read back"),
        "signed": NC_("minutes", "Signed"),
        "ratified": NC_("minutes", "Ratified"),
        "corrected": NC_("minutes", "Corrected"),
        "sealed": NC_("minutes", "Sealed"),
    }
)

CHECKS: Mapping[str, str] = MappingProxyType(
    {
        "genuine": NC_("check", "Genuine"),
        "altered": NC_("check", "Altered"),
        "older": NC_("check", "Older"),
        "not_ours": NC_("check", "Not ours"),
    }
)

# What an issue is about; offices and sources may use words of their own beside these.
THEMES: Mapping[str, str] = MappingProxyType(
    {
        "water": NC_("theme", "Water"),
        "roads": NC_("theme", "Roads"),
        "health": NC_("theme", "Health"),
        "school": NC_("theme", "School"),
        "work": NC_("theme", "Work"),
        "land": NC_("theme", "Land and housing"),
        "food": NC_("theme", "Food"),
        "safety": NC_("theme", "Safety"),
        "access": NC_("theme", "Access"),
        "services": NC_("theme", "Offices and papers"),
        "environment": NC_("theme", "Environment and hazards"),
        "other": NC_("theme", "Something else"),
    }
)
