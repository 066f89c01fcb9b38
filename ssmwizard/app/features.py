"""What sessions may be wanted for, by the names of the command line."""

from __future__ import annotations

from ssmwizard.checks import agent

FEATURES: tuple[str, ...] = ("shell", *agent.FEATURES)
