"""Print: which document, in which language, for whom; what is missing before the final copy; and the bytes."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from hrplanner.model.minutes import FORMS, GENERAL, DocumentKind, MinutesVersion, PrintOrder, form_of
from hrplanner.model.office import LANGUAGES
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.printing import PAPERS, READERS, Printed, preview, print_document
from hrplanner.usecases.signing import Signer
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.closing import gaps, head_gaps
from hrplanner.viewmodels.minutes_steps import MinutesSteps
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

Copy = Literal["draft", "final"]
_AFTER = (
    DocumentKind.MINUTES,
    DocumentKind.SUMMARY,
    DocumentKind.ANSWERS,
    DocumentKind.READ_BACK,
    DocumentKind.TARGETS,
    DocumentKind.UNKNOWNS,
)
_BEFORE = (
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
    reason: str = ""  # why a signed version is corrected, as the addendum says it


class Printing:
    """The choices, and the work that makes the pages; the work itself needs no window."""

    def __init__(
        self, workspace: Workspace, words: Catalog, tools: Tools, signer: Callable[[], Signer | None] = lambda: None
    ) -> None:
        self._workspace = workspace
        self.words = words
        self._tools = tools
        self._signer = signer
        self._prepared: MinutesVersion | None = None
        office = workspace.office
        self.chosen = Chosen(language=office.paper_language, form=form_of(office.country))

    def documents(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and word: what is printed of a meeting, then the kit for a coming one and its papers."""
        return tuple((str(one), labels.word(self.words, "document", str(one))) for one in (*_AFTER, *_BEFORE))

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
    def minutes(self) -> MinutesSteps:
        """How far the minutes are, and what can be noted of them now."""
        return MinutesSteps(self._workspace, self.words)

    def missing(self) -> tuple[str, ...]:
        """What a reader of the paper would look for and not find."""
        session, words = self._workspace.opened(), self.words
        before = self.chosen.document in _BEFORE  # of a meeting to come nothing else can be known
        found = head_gaps(session, words) if before else gaps(self._workspace, words)
        return tuple(gap.what for gap in found)

    def preview_work(self) -> Callable[[], bytes]:
        """The work of making the paper as it would be printed now; it writes nothing."""
        book, session = self._workspace.book, self._workspace.opened()
        order, press, signer = self._order(self.chosen.copy), self._tools.press, self._signer()

        def work() -> bytes:
            shown = preview(
                book, press(), session, order, signer=signer, reason=self.chosen.reason.strip(), prepared=self._prepared
            )
            self._prepared = shown.version
            return shown.content

        return work

    def print_work(self, path: Path | None = None) -> Callable[[], Printed]:
        """The work of making the copy that is handed out, and of putting it under a name where one is given.

        The final copy freezes a version where something changed: the very one that was previewed. The ending of the
        name says which kind of file it is.
        """
        book, session, tools = self._workspace.book, self._workspace.opened(), self._tools
        file = path.suffix.lower().lstrip(".") if path is not None else "pdf"
        order, signer = replace(self._order(self.chosen.copy), file=file), self._signer()

        def work() -> Printed:
            return print_document(
                book,
                tools.press(),
                session,
                order,
                deliver=nullcontext if path is None else lambda pdf: tools.staged(path, pdf),
                signer=signer,
                reason=self.chosen.reason.strip(),
                prepared=self._prepared,
            )

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


def replaced_line(words: Catalog, printed: Printed) -> str | None:
    """Says which characters stand on the paper as a replacement, because no font of the program has them."""
    if not printed.replaced:
        return None
    named = ", ".join(f"{one if one.isprintable() else ''} U+{ord(one):04X}".strip() for one in printed.replaced)
    return words.say("No font has these characters, so a \ufffd stands for each: {characters}", characters=named)
