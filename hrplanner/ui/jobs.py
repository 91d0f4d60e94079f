"""Long jobs: one at a time, off the main thread, with "n of m" and a Cancel that is heard at the next step."""

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

PATIENCE = 20  # seconds until a job that hears nothing is left behind


class Cancelled(Exception):
    """Somebody pressed Cancel; whatever the job had open is rolled back by whoever opened it."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What a job is given: it says how far it is, and hears there whether to stop."""

    _stopped: threading.Event = field(default_factory=threading.Event)
    _say: Callable[[int, int], object] = max  # any function of two numbers that does nothing lasting

    def at(self, done: int, whole: int) -> None:
        """Report `done` of `whole`; raises `Cancelled` where somebody pressed Cancel. Call at least twice a second."""
        if self._stopped.is_set():
            raise Cancelled
        self._say(done, whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be done off the main thread, and what happens with its result on it."""

    name: str
    work: Callable[[Steps], Any]
    done: Callable[[Any], object]
    failed: Callable[[BaseException], object]
    quiet: bool = False  # true for jobs so short that no bar is shown


class Jobs(QObject):
    """Runs one job at a time; the next waits for it."""

    began = Signal(object)
    moved = Signal(int, int)
    ended = Signal()
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Job] = []
        self._afterwards: list[Callable[[], object]] = []
        self._stop: threading.Event | None = None
        self._thread: threading.Thread | None = None
        self._collects = False
        self._finished_for_good = False
        self._finished.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._stop is not None

    def run(self, job: Job) -> None:
        """Begin, or wait in line."""
        if self._finished_for_good:
            return
        if self.busy:
            self._waiting.append(job)
            return
        self._stop = threading.Event()
        self._leave_garbage()
        self.began.emit(job)
        steps = Steps(self._stop, self.moved.emit)
        self._thread = threading.Thread(target=self._work, args=(job, steps), name=job.name, daemon=True)
        self._thread.start()

    def when_idle(self, act: Callable[[], object]) -> None:
        """Do this on the main thread as soon as no job is at work."""
        if self.busy:
            self._afterwards.append(act)
        else:
            act()

    def cancel(self) -> None:
        """Ask the running job to stop at its next step; jobs in line are dropped."""
        self._waiting.clear()
        if self._stop is not None:
            self._stop.set()

    def finish(self) -> None:
        """Stop, wait, and begin nothing any more: before the book is closed and Qt goes, nobody may be at work."""
        self._finished_for_good = True
        self.cancel()
        if self._thread is not None:
            self._thread.join(PATIENCE)
            self._collect_again()

    def _leave_garbage(self) -> None:
        """A widget that is garbage must go on the main thread: collected on another one, Qt falls over."""
        self._collects = self._collects or gc.isenabled()
        gc.disable()

    def _collect_again(self) -> None:
        if self._collects:
            self._collects = False
            gc.enable()

    def _work(self, job: Job, steps: Steps) -> None:
        try:
            result: Any = job.work(steps)
        except BaseException as problem:  # noqa: BLE001  handed to the main thread, where it is told apart
            self._finished.emit(job, None, problem)
        else:
            self._finished.emit(job, result, None)

    def _end(self, job: Job, result: Any, problem: BaseException | None) -> None:
        self._stop = None
        if self._thread is not None:
            self._thread.join()  # it has said its last; until it is gone, it may collect or let go of widgets
        self._collect_again()
        if self._finished_for_good:
            return
        self.ended.emit()
        if problem is None:
            job.done(result)
        elif not isinstance(problem, Cancelled):
            job.failed(problem)
        if self._waiting and not self.busy:
            self.run(self._waiting.pop(0))
        while self._afterwards and not self.busy:
            self._afterwards.pop(0)()
