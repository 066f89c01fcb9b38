"""The console output of an instance, of which only what tells of its agent is kept.

A console may show anything that ran at start, secrets too. So lines are kept that are known to be of
use, and nothing else: neither in facts nor in a recording. All of it is kept only for a bundle, where
the operator asked for that; what is known to be a secret is taken out all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ssmwizard.outside.secrets import GONE, scrub_text

CALL = "ec2:GetConsoleOutput"
OUTPUT = "Output"
MOST_LINES, LONGEST_LINE = 30, 400
LONGEST = 2_000_000
# As much as EC2 keeps.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleOutput.html
MOST_BYTES = 64 * 1024
OUTPUT_CUT = "OutputCut"
# What the agent writes there, and what keeps a machine from coming up.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html
_TELLING = re.compile(
    r"amazon[ -]ssm[ -]agent|\bssm[ -]agent\b|no space left on device|kernel panic|emergency mode",
    re.IGNORECASE,
)
# Windows shows the administrator's password there, encrypted for the key pair.
_PASSWORD = re.compile(r"(<Password>)[^<]*(</Password>|\Z)", re.IGNORECASE)
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[\x00-\x08\x0b-\x1f\x7f]")


def telling(output: str) -> tuple[str, ...]:
    """Return the lines that tell of the agent or of a machine that does not come up, the last ones."""
    lines = (
        _CONTROL.sub("", line).strip()[:LONGEST_LINE] for line in output[-LONGEST:].splitlines()
    )
    return tuple(scrub_text(line) for line in lines if _TELLING.search(line))[-MOST_LINES:]


def end(output: str) -> str:
    """Return all of a console output, or its end, without what would do something to a terminal."""
    tail = output.encode(errors="replace")[-MOST_BYTES:].decode(errors="ignore")
    lines = (_CONTROL.sub("", line).rstrip() for line in tail.splitlines())
    return scrub_text(_PASSWORD.sub(rf"\1{GONE}\2", "\n".join(lines)))


def kept(
    call: str, answer: Mapping[str, Any] | None, *, whole: bool = False
) -> Mapping[str, Any] | None:
    """Return what of an answer may be kept: of a console the telling lines, of others all.

    ``whole``: the operator asked for all that the console shows.
    """
    if call != CALL or answer is None:
        return answer
    output = str(answer.get(OUTPUT) or "")
    if not whole:
        return {**answer, OUTPUT: "\n".join(telling(output))}
    cut = len(output.encode(errors="replace")) >= MOST_BYTES
    return {**answer, OUTPUT: end(output), OUTPUT_CUT: cut}
