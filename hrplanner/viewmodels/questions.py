"""What merging left for people to choose, in words: which values, who wrote them, where and when."""

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.model.conflicts import SAME_PERSON
from hrplanner.model.merging.outcome import Renumbered
from hrplanner.usecases.questions import SAME, Option, Question
from hrplanner.words.catalog import NC_, Catalog
from hrplanner.words.labels.words import word

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "office": NC_("row", "the book"),
        "group": NC_("row", "the group"),
        "series": NC_("row", "the series"),
        "rule": NC_("row", "the rule"),
        "learned_word": NC_("row", "the word"),
        "session": NC_("row", "the session"),
        "person": NC_("row", "the person"),
        "tally": NC_("row", "the count"),
        "turn": NC_("row", "the turn"),
        "agenda_item": NC_("row", "the point of the agenda"),
        "issue": NC_("row", "the issue"),
        "decision": NC_("row", "the decision"),
        "commitment": NC_("row", "the promise"),
        "money": NC_("row", "the line of money"),
        "moment": NC_("row", "the head count"),
        "signature": NC_("row", "the signature"),
        "publication": NC_("row", "the publication"),
        "body": NC_("row", "the body"),
        "seat": NC_("row", "the seat"),
        "minutes": NC_("row", "the version"),
    }
)


def asked(catalog: Catalog, question: Question) -> str:
    """The question in one sentence, with everything one needs to choose."""
    where = catalog.say("Session {number}: ", number=question.number) if question.number else ""
    return where + heading(catalog, question) + " " + "; ".join(choices(catalog, question))


def heading(catalog: Catalog, question: Question) -> str:
    """What is asked, without the values."""
    about = question.about or row_said(catalog, question.kind)
    if question.field == SAME_PERSON:
        other = str(question.kept.get("name") or "")
        return catalog.say("Are “{one}” and “{other}” one person?", one=about, other=other)
    if question.field is None:
        return catalog.say("“{about}” was removed on one laptop and changed on another. It was kept.", about=about)
    return catalog.say(
        "“{about}”: {field} was written twice. Before it was {before}.",
        about=about,
        field=word(catalog, "field", question.field),
        before=value_said(catalog, question.before),
    )


def choices(catalog: Catalog, question: Question) -> list[str]:
    """The options in words, in their order."""
    return [choice(catalog, question, option) for option in question.options]


def choice(catalog: Catalog, question: Question, option: Option) -> str:
    """One option: what would stand, and who wrote it where and when."""
    if question.field == SAME_PERSON:
        return catalog.say("Yes, one person") if option.value == SAME else catalog.say("No, two people")
    if question.field is None:
        said = catalog.say("Remove it") if option.value is None else catalog.say("Keep it")
    else:
        said = value_said(catalog, option.value)
    where = catalog.say("on this laptop") if option.here else catalog.say("on the other laptop")
    when = catalog.moment(option.at) if option.at else ""
    return " ".join(part for part in (said, f"({', '.join(p for p in (option.actor, where, when) if p)})") if part)


def value_said(catalog: Catalog, value: object) -> str:
    """A plain value of the record for people."""
    if value is None or value in ([], {}, ""):
        return catalog.say_in("value", "empty")
    if isinstance(value, bool):
        return catalog.say_in("value", "yes") if value else catalog.say_in("value", "no")
    if isinstance(value, int):
        return catalog.number(value)
    if isinstance(value, (list, tuple)):
        return catalog.list(str(one) for one in value)
    return f"“{value}”"


def renumbered(catalog: Catalog, change: Renumbered) -> str:
    """That something got another number, because both laptops had given the old one."""
    if change.session is None:
        return catalog.say("{what} {old} is now {new}: both laptops had given that number.",
                           what=row_title(catalog, change.kind), old=change.old, new=change.new)  # fmt: skip
    return catalog.say("Session {session}: {what} {old} is now {new}, because both laptops had given that number.",
                       session=change.session, what=row_said(catalog, change.kind), old=change.old,
                       new=change.new)  # fmt: skip


def row_title(catalog: Catalog, kind: str) -> str:
    """The same where it stands alone."""
    return in_front(row_said(catalog, kind))


def in_front(text: str) -> str:
    """The text as a sentence or a cell begins."""
    return text[:1].upper() + text[1:]


def row_said(catalog: Catalog, kind: str) -> str:
    """What a row is called in a sentence."""
    return catalog.say_in("row", KINDS[kind]) if kind in KINDS else kind
