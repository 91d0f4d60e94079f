"""Check a paper: what was shown to the program, what it answers, and filing a scan to its session."""

from collections.abc import Callable
from pathlib import Path

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.office_key import OfficeKey
from hrplanner.usecases.filing import file_scan
from hrplanner.usecases.ports import Evidence, Tools
from hrplanner.usecases.signing import key_name, keys_known_here, know_here
from hrplanner.usecases.verifying import Answer, Verification, verify
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.table import Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.viewmodels.verifying import difference_said, fact_pairs, known_said, reason_said
from hrplanner.words.catalog import Catalog
from hrplanner.words.fingerprint import key_words
from hrplanner.words.labels.words import word

_MARKS = {
    Answer.GENUINE: "met",
    Answer.ALTERED: "not_met",
    Answer.OLDER: "waived",
    Answer.NOT_OURS: "not_applicable",
    Answer.CANNOT_DETERMINE: "cannot_determine",
}
Check = Callable[[], tuple[Verification | None, Evidence]]


class Checking:
    """The paper that is checked; without a book only a signature by a key that comes with it can prove it."""

    def __init__(self, workspace: Workspace | None, words: Catalog, tools: Tools) -> None:
        self._workspace = workspace
        self.words = words
        self._tools = tools
        self._content: bytes | None = None
        self._evidence: Evidence | None = None
        self.found: Verification | None = None
        self.name = ""

    def of_file(self, path: Path) -> Check:
        """The work of checking a file; it asks nothing of a window."""
        self._begin(path.name)

        def work() -> tuple[Verification | None, Evidence]:
            content = self._tools.read_bytes(path)
            self._content = content
            return self._verified(self._tools.read_content(content, path.name))

        return work

    def of_content(self, content: bytes) -> Check:
        """The same for a picture that was pasted."""
        self._begin(self.words.say("Picture from the clipboard"))
        self._content = content
        return lambda: self._verified(self._tools.read_content(content, "clipboard"))

    def of_text(self, text: str) -> Check:
        """The same for what a scanner or a person typed, or what was pasted."""
        self._begin(self.words.say("Text that was typed"))
        return lambda: self._verified(self._tools.read_content(text.strip().encode("utf-8", "surrogatepass"), "text"))

    def show(self, result: tuple[Verification | None, Evidence]) -> None:
        """Keep the answer."""
        self.found, self._evidence = result

    @property
    def mark(self) -> str:
        """The mark that stands beside the answer."""
        return _MARKS[self.found.answer] if self.found else "cannot_determine"

    @property
    def answer(self) -> str:
        """The answer in one word, and why, in a sentence."""
        if self.found is None:
            return ""
        return f"{word(self.words, 'check', str(self.found.answer))}: {reason_said(self.words, self.found)}"

    @property
    def offered(self) -> tuple[str, ...]:
        """What a paper that holds public keys instead of a record says of them, a paragraph each."""
        say = self.words.say
        return tuple(
            say(
                "This is the public key {key} of {name}: {words}", key=key_name(one), name=one.name, words=_spelled(one)
            )
            for one in self._offered_keys
        )

    def know(self) -> Told:
        """Keep the public keys of this paper on this computer, to check what they sign with and without a book."""
        try:
            know_here(self._tools.key_shelf(), self._offered_keys)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=known_said(self.words, self._offered_keys[0]))

    @property
    def _offered_keys(self) -> tuple[OfficeKey, ...]:
        return self._evidence.keys if self._evidence is not None and self.found is None else ()

    def facts(self) -> Table:
        """What to compare with the page."""
        words = self.words
        columns = (Column(code="fact", title=words.say("Fact"), width=210), Column(code="is", title=words.say("Is")))
        pairs = fact_pairs(words, self.found) if self.found else ()
        return Table(words.say("Facts to compare with the page"), columns, _rows(pairs))

    def differences(self) -> tuple[str, ...]:
        """What paper and record say differently."""
        return tuple(difference_said(self.words, one) for one in self.found.differences) if self.found else ()

    @property
    def can_file(self) -> bool:
        """Whether the paper is a page of this book, shown as a file, that can be kept with its session."""
        ours = self.found is not None and self.found.answer in {Answer.GENUINE, Answer.OLDER}
        pages = self._evidence.codes if self._evidence else ()
        writable = self._workspace is not None and not self._workspace.book.read_only
        return ours and writable and self._content is not None and any(one.document != "facts" for one in pages)

    def file_it(self) -> Told:
        """Keep the scan with its session."""
        if self._workspace is None or self._evidence is None or self._content is None:
            return Told()
        try:
            filed = file_scan(self._workspace.book, self._evidence, self._content)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        if filed.known:
            return Told(news=self.words.say("This scan was filed to session {number} before.", number=filed.number))
        return Told(news=self.words.say("Filed to session {number}.", number=filed.number))

    def _begin(self, name: str) -> None:
        self.name, self.found, self._evidence, self._content = name, None, None, None

    def _verified(self, evidence: Evidence) -> tuple[Verification | None, Evidence]:
        if evidence.keys and not (evidence.codes or evidence.summaries or evidence.damaged):
            return None, evidence
        book = self._workspace.book if self._workspace else None
        return verify(evidence, book, keys_known_here(self._tools.key_shelf())), evidence


def _spelled(key: OfficeKey) -> str:
    return " \u00b7 ".join(key_words(key.public))


def _rows(pairs: tuple[tuple[str, str], ...]) -> tuple[Row, ...]:
    return tuple(row(str(at).encode(), name, value) for at, (name, value) in enumerate(pairs))
