"""The codes a rule is written in: kinds, wholes, comparisons, scopes, and how unknowns and rounding are treated."""

from enum import StrEnum


class RuleKind(StrEnum):
    """What a rule asks about."""

    SHARE = "share"
    COUNT = "count"
    PRESENCE = "presence"
    COMPOSITION = "composition"
    QUORUM = "quorum"
    NOTICE = "notice"
    FREQUENCY = "frequency"
    DEADLINE = "deadline"
    RECORD_FIELD = "record_field"
    SIGNATURE = "signature"
    PUBLICATION = "publication"
    MONEY_SHARE = "money_share"
    REASONED_ANSWER = "reasoned_answer"


class Force(StrEnum):
    """How binding the sentence is."""

    LAW = "law"
    REGULATION = "regulation"
    ORDINANCE = "ordinance"
    FORM = "form"
    GUIDANCE = "guidance"
    OWN_TARGET = "own_target"


class Confidence(StrEnum):
    """How the sentence was read: the text itself, second-hand, or from general knowledge (shipped switched off)."""

    READ = "P"
    SECOND_HAND = "S"
    GENERAL = "G"


class Denominator(StrEnum):
    """What a share is of."""

    ATTENDEES = "attendees"
    MEMBERS = "members"
    FULLY_ORGANISED = "fully_organised"
    VOTERS = "voters"
    INVITEES = "invitees"
    SEATS = "seats"
    CHAIRS = "chairs"
    MONEY = "money"
    MEETINGS = "meetings"


class Comparison(StrEnum):
    """How a count stands to its threshold."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EXACTLY = "="
    BETWEEN = "between"
    ODD = "odd"


class Scope(StrEnum):
    """Over what a rule is checked: one head count in between, one session, or all those of something wider."""

    MOMENT = "moment"
    SESSION = "session"
    SERIES = "series"
    SEMESTER = "semester"
    FISCAL_YEAR = "fiscal_year"
    BODY = "body"
    PROGRAMME = "programme"


class Rounding(StrEnum):
    """What becomes of a fraction of a person in the number asked for.

    Exact compares it as it is; up asks for the next whole person; half up is the statutory reading in which a half
    counts as one and less is dropped.
    """

    EXACT = "exact"
    UP = "up"
    HALF_UP = "half_up"


class Unknowns(StrEnum):
    """What becomes of those whose group is not known: both bounds, not in the group, or left out of both numbers."""

    BOUNDS = "bounds"
    AS_NOT = "count_as_not"
    LEAVE_OUT = "leave_out"


class Each(StrEnum):
    """The stretches of a year of which each is to have its meeting."""

    MONTH = "month"
    TWO_MONTHS = "two_months"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"


class Answered(StrEnum):
    """What is to be answered with a reason: what people raised, or promises that were not kept."""

    ISSUES = "issues"
    COMMITMENTS = "commitments"
