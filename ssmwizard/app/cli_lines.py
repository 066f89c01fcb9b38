"""A plan as lines of the AWS CLI, to be copied into a terminal or a ticket."""

from __future__ import annotations

from ssmwizard.model.plans import Plan
from ssmwizard.outside.command_line import line, missing


def cli_lines(plan: Plan, profile: str | None, region: str | None) -> tuple[str, ...]:
    """Return a plan as lines for a POSIX shell.

    Comments say what each line does. The way back stands at the end, in reverse order and as
    comments, with ``<Name>`` where a value is only known from an earlier answer.
    """
    lines: list[str] = []
    back: list[str] = []
    wave = 0
    for change in plan.changes:
        if change.wave > wave:
            wave = change.wave
            lines.append("# Only when the nodes so far are right:")
        lines += [
            _comment(change.says.english()),
            *line(missing(change.call, change.take), profile, region).splitlines(),
        ]
        if change.undo is not None:
            call = missing(change.undo.call, change.undo.take)
            said = change.undo.says.english()
            back[:0] = [_comment(said), _comment(line(call, profile, region))]
    if back:
        lines += ["", "# To undo:", *back]
    return tuple(lines)


def _comment(said: str) -> str:
    words = " ".join(said.split())
    return words if words.startswith("#") else f"# {words}"
