"""The command line, in this process, on the demo account."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.command import Run, Said

from ssmwizard import __main__, demo
from ssmwizard.app.doors import Doors
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.call_log import CallLog
from ssmwizard.outside.codes import Codes
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.gate import Gate


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command; whatever it does to the environment is undone."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: str) -> Said:
        before = dict(os.environ)
        capsys.readouterr()
        try:
            status = __main__.main(words)
        except SystemExit as ended:
            status = int(ended.code or 0)
        finally:
            os.environ.clear()
            os.environ.update(before)
        told = capsys.readouterr()
        return Said(status, told.out, told.err)

    return run


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[demo.Demo]:
    """A demo account behind ``--demo`` that the test can take apart."""
    account = demo.open_account(pace=0)
    files = account.config_files(tmp_path / "aws")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(files.config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(files.credentials))

    @contextmanager
    def opened(scenario: str, *, window: bool, read_only: bool) -> Iterator[Doors]:
        gate, log, codes = Gate(read_only=read_only), CallLog(), Codes()

        def open_aws(profile: str | None, region: str | None) -> LiveAws:
            return LiveAws(
                profile, region, prepare=account.hook, gate=gate, heard=log.heard, codes=codes
            )

        computer = account.computer(ThisComputer().profiles)
        journal = tmp_path / "journal.jsonl"
        yield Doors(open_aws, computer, journal, gate=gate, log=log, demo=scenario, codes=codes)

    monkeypatch.setattr("ssmwizard.demo_doors.opened", opened)
    yield account
    account.close()
