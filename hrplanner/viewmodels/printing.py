"""Print: which document, in which language, for whom; what is missing before the final copy; and the bytes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from hrplanner.model.counting import attendees
from hrplanner.model.minutes import FORMS, GENERAL, DocumentKind, PrintOrder, form_of
from hrplanner.model.office import LANGUAGES
from hrplanner.usecases.freezing import current_version
from hrplanner.usecases.ports import Press
from hrplanner.usecases.printing import PAPERS, READERS, Printed, making, print_document
from hrplanner.usecases.workspace import Workspace
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

Copy = Literal["draft", "final"]
_BEFORE_AND_AFTER = (
    DocumentKind.MINUTES,
    DocumentKind.SUMMARY,
    DocumentKind.ANSWERS,
    DocumentKind.READ_BACK,
    DocumentKind.TARGETS,
    DocumentKind.UNKNOWNS,
    DocumentKind.KIT,
    DocumentKind.NOTICE,
    DocumentKind.AGENDA,
    DocumentKind.SCRIPT,
    DocumentKind.SIGN_IN,
    DocumentKind.TALLY,
    DocumentKind.RIGHTS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is chosen on the page."""

    document: str = str(DocumentKind.MINUTES)
    form: str = GENERAL
    language: str = "en"
    reader: str = "internal"
    paper: str = "A4"
    copy: Copy = "final"
    type: str = "usual"


class Printing:
    """The choices, and the work that makes the pages; the work itself needs no window."""

    def __init__(self, workspace: Workspace, words: Catalog, press: Callable[[], Press]) -> None:
        self._workspace = workspace
        self.words = words
        self._press = press
        office = workspace.office
        self.chosen = Chosen(language=office.paper_language, form=form_of(office.country))

    def documents(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and word: what is printed of a meeting, then the kit for a coming one and its papers."""
        return tuple((str(one), labels.word(self.words, "document", str(one))) for one in _BEFORE_AND_AFTER)

    def forms(self) -> tuple[tuple[str, str], ...]:
        """The forms of minutes, that of the book's country first; none for another document."""
        if self.chosen.document != DocumentKind.MINUTES:
            return ()
        own = form_of(self._workspace.office.country)
        ordered = (own, *(code for code in FORMS if code != own))
        return tuple((code, labels.word(self.words, "form of minutes", code)) for code in ordered)

    def languages(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and the language's own name."""
        return tuple((code, Catalog(code).own_name) for code in LANGUAGES)

    def readers(self) -> tuple[tuple[str, str], ...]:
        """Who the copy is for."""
        return tuple((code, labels.word(self.words, "reader", code)) for code in READERS)

    def papers(self) -> tuple[tuple[str, str], ...]:
        """Sizes of paper."""
        return tuple((code, code) for code in PAPERS)

    def copies(self) -> tuple[tuple[str, str], ...]:
        """A final copy carries a code and makes a version; a draft says so on every page."""
        say = self.words.say
        return (("final", say("Final copy, with its code")), ("draft", say("Draft, to look at")))

    def types(self) -> tuple[tuple[str, str], ...]:
        """Sizes of type."""
        say = self.words.say
        return (("usual", say("Usual size")), ("large", say("Large type")))

    def choose(self, part: str, code: str) -> None:
        """Choose one part of the order."""
        self.chosen = replace(self.chosen, **{part: code})  # type: ignore[arg-type]

    @property
    def version_said(self) -> str:
        """Which version the paper would be."""
        words, session = self.words, self._workspace.opened()
        version = current_version(self._workspace.book, session)
        if version is not None:
            return words.say("Version {n}. Nothing has changed since it was printed.", n=version.version)
        made = len(self._workspace.book.minutes(session.id))
        return words.say("Printing the final copy makes it version {n}.", n=made + 1)

    def missing(self) -> tuple[str, ...]:
        """What a reader of the paper would look for and not find."""
        session, words = self._workspace.opened(), self.words
        found = []
        if session.date is None:
            found.append(words.say("The session has no day"))
        if not session.venue:
            found.append(words.say("The session has no place"))
        if attendees(session).high is None:
            found.append(words.say("Nobody is counted yet"))
        undated = sum(1 for one in session.commitments if one.due is None)
        if undated:
            found.append(words.count("{n} promise has no day", "{n} promises have no day", undated))
        unowned = sum(1 for one in session.commitments if not one.owner)
        if unowned:
            found.append(words.count("{n} promise has no owner", "{n} promises have no owner", unowned))
        unanswered = sum(1 for one in session.issues if one.answer is None)
        if unanswered:
            found.append(words.count("{n} issue has no answer", "{n} issues have no answer", unanswered))
        return tuple(found)

    def preview_work(self) -> Callable[[], bytes]:
        """The work of making the page as it would be printed now; it changes nothing and asks no book."""
        book, session = self._workspace.book, self._workspace.opened()
        version = current_version(book, session) if self.chosen.copy == "final" else None
        made = making(book, session, self._order("final" if version else "draft"), version=version)
        press = self._press
        return lambda: made(press())

    def print_work(self, *, file: str = "pdf") -> Callable[[], Printed]:
        """The work of making the copy that is handed out; the final one freezes a version where something changed.

        `file` is "pdf", "html" or "txt".
        """
        book, session = self._workspace.book, self._workspace.opened()
        order, press = replace(self._order(self.chosen.copy), file=file), self._press

        def work() -> Printed:
            return print_document(book, press(), session, order)

        return work

    @property
    def file_name(self) -> str:
        """What the PDF is called: number and document, no names."""
        number = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in self._workspace.opened().number)
        document = self.chosen.document
        form = f"-{self.chosen.form}" if self.forms() and self.chosen.form != GENERAL else ""
        return f"{number}-{document}{form}-{self.chosen.language}.pdf"

    def _order(self, copy: Copy) -> PrintOrder:
        chosen = self.chosen
        return PrintOrder(
            document=chosen.document,
            language=chosen.language,
            reader=chosen.reader,
            form=chosen.form,
            paper=chosen.paper,
            draft=copy == "draft",
            large=chosen.type == "large",
        )
