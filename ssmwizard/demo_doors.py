"""The doors of a run on the demo account: nothing real is behind them."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ssmwizard import demo
from ssmwizard.app import opening
from ssmwizard.app.doors import Doors
from ssmwizard.outside import folders
from ssmwizard.outside.call_log import CallLog
from ssmwizard.outside.codes import Codes
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.configuration_files import Watched
from ssmwizard.outside.gate import Gate

if TYPE_CHECKING:
    from ssmwizard.outside.aws import LiveAws

PROFILE = "demo-admin"
# How long a command finds the demo account as the command before it left it.
KEPT_SECONDS = 3600
# The demo account answers in this process: more questions at once would wait for each other, and the
# window for all of them.
AT_ONCE = 4
STATE = "account.json"
JOURNAL = "journal.jsonl"


@contextmanager
def opened(scenario: str, *, window: bool, read_only: bool) -> Iterator[Doors]:
    """Open the demo account for one run and close it afterwards.

    The window always starts afresh. Commands find the account and its journal as the command before
    left them, for an hour, so that what ``fix`` has changed can be looked at and undone. While it is
    open, this process sees no AWS settings but the demo's. Raises ValueError for no such scenario.
    """
    with tempfile.TemporaryDirectory(prefix="ssmwizard-demo-") as name:
        folder = Path(name) if window else _kept(scenario) or Path(name)
        state = folder / STATE
        account = _account(state, scenario)
        files = account.config_files(Path(name))
        _only_the_demo(files)
        gate, log, codes = Gate(read_only=read_only), CallLog(), Codes()
        paces = opening.paces()

        def open_aws(profile: str | None, region: str | None) -> LiveAws:
            from ssmwizard.outside.aws import LiveAws  # noqa: PLC0415 - brings boto3

            return LiveAws(
                profile,
                region,
                prepare=account.hook,
                paces=paces,
                gate=gate,
                heard=log.heard,
                codes=codes,
            )

        try:
            yield Doors(
                open_aws,
                account.computer(ThisComputer().profiles),
                folder / JOURNAL,
                gate=gate,
                log=log,
                demo=scenario,
                at_once=AT_ONCE,
                page=opening.WINDOW_PAGE if window else opening.COMMAND_PAGE,
                codes=codes,
                configuration=Watched((files.config, files.credentials)),
            )
        finally:
            account.close()
            if not window:
                account.save(state)


def _account(state: Path, scenario: str) -> demo.Demo:
    """Return the account as it was kept; a fresh one where nothing usable was."""
    if state.exists():
        try:
            return demo.Demo.load(state)
        except ValueError:
            # Another version of the program kept it, or it was damaged.
            (state.parent / JOURNAL).unlink(missing_ok=True)
    return demo.open_account(scenario)


def _kept(scenario: str) -> Path | None:
    """Return where the account is kept for the next command, None where nothing can be kept."""
    folder = folders.state() / "demo" / scenario
    if not _usable(folder):
        return None
    state = folder / STATE
    if state.exists() and time.time() - state.stat().st_mtime > KEPT_SECONDS:
        state.unlink()
        (folder / JOURNAL).unlink(missing_ok=True)
    return folder


def _usable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def _only_the_demo(files: demo.ConfigFiles) -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ["AWS_CONFIG_FILE"] = str(files.config)
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = str(files.credentials)
    os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
