"""The console output of an instance, of which only what tells of its agent is kept.

A console may show anything that ran at start, secrets too. So lines are kept that are known to be of
use, and nothing else: neither in facts nor in a recording.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ssmwizard.outside.secrets import scrub_text

CALL = "ec2:GetConsoleOutput"
OUTPUT = "Output"
MOST_LINES, LONGEST_LINE = 30, 400
LONGEST = 2_000_000
# What the agent writes there, and what keeps a machine from coming up.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html
_TELLING = re.compile(
    r"amazon[ -]ssm[ -]agent|\bssm[ -]agent\b|no space left on device|kernel panic|emergency mode",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[\x00-\x08\x0b-\x1f\x7f]")


def telling(output: str) -> tuple[str, ...]:
    """Return the lines that tell of the agent or of a machine that does not come up, the last ones."""
    lines = (
        _CONTROL.sub("", line).strip()[:LONGEST_LINE] for line in output[-LONGEST:].splitlines()
    )
    return tuple(scrub_text(line) for line in lines if _TELLING.search(line))[-MOST_LINES:]


def kept(call: str, answer: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Return what of an answer may be kept: of a console the telling lines, of others all."""
    if call != CALL or answer is None:
        return answer
    return {**answer, OUTPUT: "\n".join(telling(str(answer.get(OUTPUT, ""))))}
