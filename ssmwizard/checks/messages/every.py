"""The meaning of every message of ``resources/data/error_messages.json``, by its id."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.messages import account, agent, caller, computer, identity, node, session
from ssmwizard.checks.messages.meaning import Meaning

EVERY: Mapping[str, Meaning] = {
    **identity.MEANINGS,
    **computer.MEANINGS,
    **caller.MEANINGS,
    **account.MEANINGS,
    **node.MEANINGS,
    **agent.MEANINGS,
    **session.MEANINGS,
}
