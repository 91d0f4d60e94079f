"""Work off the main thread leaves the window's own things alone."""

import gc

from pytestqt.qtbot import QtBot

from hrplanner.ui.jobs import Job, Jobs


def test_garbage_is_not_collected_while_a_job_runs(qtbot: QtBot) -> None:
    jobs, seen, failed = Jobs(), list[bool](), list[BaseException]()
    gc.enable()
    jobs.run(Job(name="job", work=lambda _: gc.isenabled(), done=seen.append, failed=failed.append))
    qtbot.waitUntil(lambda: bool(seen or failed))
    assert (seen, failed) == ([False], [])
    assert gc.isenabled()
