"""How a running job is shown: a band with Cancel, and a window that waits where the job has the book."""

from collections.abc import Callable

from hrplanner.ui.frame import Frame
from hrplanner.ui.jobs import Job, Jobs
from hrplanner.ui.look import Look
from hrplanner.ui.parts.progress import Progress
from hrplanner.words.catalog import Catalog


class JobBand:
    """Quiet jobs show nothing and hold nothing: they touch no book."""

    def __init__(self, frame: Frame, jobs: Jobs, said_in: Callable[[], tuple[Look, Catalog]]) -> None:
        self._frame, self._jobs, self._said_in = frame, jobs, said_in
        jobs.began.connect(self._began)
        jobs.moved.connect(self._moved)
        jobs.ended.connect(self._ended)

    def _began(self, job: Job) -> None:
        if not job.quiet:
            look, words = self._said_in()
            self._frame.progress.put(Progress(look, job.name, stop=words.say("Cancel"), act=self._jobs.cancel))
            self._hold(held=True)

    def _moved(self, done: int, whole: int) -> None:
        bar = self._frame.progress.part
        if isinstance(bar, Progress):
            _, words = self._said_in()
            said = words.say("{n} of {whole}", n=done, whole=whole) if whole else words.number(done)
            bar.show_step(done, whole, said)

    def _ended(self) -> None:
        self._frame.progress.put(None)
        self._hold(held=False)

    def _hold(self, *, held: bool) -> None:
        for part in (self._frame.rail, self._frame.head, self._frame.steps, self._frame.page):
            part.setEnabled(not held)
