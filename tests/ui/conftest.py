"""Qt's application in the look of the program, and the window on the demo account."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))

from demo_window import demo_doors

from ssmwizard.ui import run
from ssmwizard.ui.jobs import Jobs


@pytest.fixture(scope="session")
def qapp_cls():
    return QApplication


@pytest.fixture(scope="session")
def looked(qapp):
    """The application as the program makes it."""
    return run.application("en")


@pytest.fixture
def jobs(looked, qtbot):
    made = Jobs()
    yield made
    made.leave(3000)


@pytest.fixture
def open_window(looked, qtbot, jobs, tmp_path, monkeypatch):
    """Open the window on a demo account: ``window, account = open_window()``."""
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, "")
    accounts = []

    def make(scenario=None, *, read_only=False, before=lambda _: None, **options):
        doors, account = demo_doors(tmp_path, scenario, read_only=read_only)
        accounts.append(account)
        before(account)
        asked = run.Options(
            folder=tmp_path, **{"profile": "demo-admin", "theme": "light", **options}
        )
        window = run.make_window(doors, asked, jobs, None)
        crashes = []
        jobs.crashed.connect(lambda crash: crashes.append(crash.text()))
        window.crashes = crashes
        qtbot.addWidget(window)
        window.show()
        window.conductor.arrive()
        return window, account

    yield make
    for account in accounts:
        account.close()
