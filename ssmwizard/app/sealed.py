"""The doors of a window that shows a support bundle: nothing is behind them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ssmwizard.app.doors import Doors
from ssmwizard.model.facts import Why
from ssmwizard.model.text import N_, text
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.gate import Gate

if TYPE_CHECKING:
    from ssmwizard.outside.aws import LiveAws

CODE = "Recorded"
SEALED = N_("A support bundle is shown, so nothing can be changed.")


def sealed() -> Doors:
    """Return doors through which AWS is never called and nothing is changed."""
    return Doors(_closed, ThisComputer(), Path(os.devnull), gate=Gate(sealed=text(SEALED)))


def _closed(_profile: str | None, _region: str | None) -> LiveAws:
    said = "a support bundle is shown, and nobody is asked anything"
    raise CallFailed("sts:GetCallerIdentity", Why.READ_ONLY, CODE, said, at=datetime.now(UTC))
