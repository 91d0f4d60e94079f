"""Work off the main thread leaves the window's own things alone."""

import gc
import threading

from pytestqt.qtbot import QtBot

from hrplanner.ui.jobs import Job, Jobs


def test_garbage_is_not_collected_while_a_job_runs(qtbot: QtBot) -> None:
    jobs, seen, failed = Jobs(), list[bool](), list[BaseException]()
    gc.enable()
    jobs.run(Job(name="job", work=lambda _: gc.isenabled(), done=seen.append, failed=failed.append))
    qtbot.waitUntil(lambda: bool(seen or failed))
    assert (seen, failed) == ([False], [])
    assert gc.isenabled()


def test_the_thread_of_a_job_is_gone_before_garbage_is_collected_again(qtbot: QtBot) -> None:
    jobs, left = Jobs(), list[int]()
    others = threading.active_count()

    def done(_: object) -> None:
        left.append(threading.active_count() - others)

    for _ in range(50):
        jobs.run(Job(name="job", work=lambda _: None, done=done, failed=done))
    qtbot.waitUntil(lambda: len(left) == 50)
    assert not any(left)
