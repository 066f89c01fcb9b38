"""A plan as a script for bash (3.2 and later, as on macOS) and the AWS CLI."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping

from ssmwizard.app.ways.steps import Kept, Step, steps
from ssmwizard.app.ways.telling import (
    HOW_BACK,
    NEXT_WAVE,
    ONCE,
    STOPS,
    codes,
    next_wave,
    patient,
    shown,
    way_back,
    wrong_account,
)
from ssmwizard.app.ways.way import WIDTH, Ground, about, comments
from ssmwizard.model.plans import Call, Plan, Undo
from ssmwizard.model.text import text
from ssmwizard.outside.command_line import line, missing, option, where, words

_TRY = """\
# try DONE WAIT SECONDS COMMAND...: an error DONE means that it is there already; at an error WAIT it
# tries again for some seconds, since AWS tells its services of a change a little later.
try() {
  local there=$1 early=$2 ends=$((SECONDS + $3)) said
  shift 3
  while ! { said=$("$@" 2>&1 1>&3); } 3>&1; do
    if [[ -n $there && $said =~ \\(($there)\\) ]]; then
      echo "$said" >&2
      return 0
    fi
    if [[ -z $early || ! $said =~ \\(($early)\\) || $SECONDS -ge $ends ]]; then
      echo "$said" >&2
      return 1
    fi
    sleep 2
  done
}
"""
_ACCOUNT = """\
account=$({call})
if [[ $account != {wanted} ]]; then
  echo {said} >&2
  exit 1
fi
"""


def script(plan: Plan, place: Ground) -> str:
    """Return the script: whole, to be read, saved and run."""
    told = tuple(steps(plan))
    say = place.say
    lines = ["#!/usr/bin/env bash", *comments((*about(plan, place), say(text(STOPS))))]
    # Git for Windows would take a name that begins with a slash for a path.
    lines += ["set -euo pipefail", "export AWS_PAGER='' MSYS_NO_PATHCONV=1", ""]
    if any(not step.change.call.on_computer for step in told):
        lines.append(_guard(place))
    if any(patient(step.change) for step in told):
        lines.append(_TRY)
    for step in told:
        if next_wave(told, step):
            # Without a terminal there is nobody who has looked, so it stops.
            lines += [f"echo {shlex.quote(say(text(NEXT_WAVE)))}", "read -r _ </dev/tty", ""]
        lines += [*_step(step, place), ""]
    lines += way_back(told, place, _written)
    return "\n".join(lines) + "\n"


def _written(undo: Undo, place: Ground) -> str:
    return line(missing(undo.call, undo.take), place.profile, place.region)


def _guard(place: Ground) -> str:
    call = [*words(Call("sts", "GetCallerIdentity")), "--query", "Account", "--output", "text"]
    return _ACCOUNT.format(
        call=shlex.join((*call, *where(place.profile, place.region))),
        wanted=shlex.quote(place.account),
        said=shlex.quote(place.say(wrong_account(place))),
    )


def _step(step: Step, place: Ground) -> Iterator[str]:
    change = step.change
    yield f"echo {shlex.quote(f'{step.place}. {shown(change.says, place)}')}"
    whole = _command(change.call, step.taken, place)
    if step.keeps:
        whole += ["--query", shlex.quote(step.query), "--output", "text"]
    if patient(change):
        tried = ("try", codes(change.done_codes), codes(change.settling_codes))
        whole = [*map(shlex.quote, tried), str(change.settling_seconds), *whole]
    if not step.keeps:
        yield _lines(whole)
        return
    yield f"made{step.place}=$({_lines(whole)})"
    if len(step.keeps) > 1:
        names = " ".join(one.name for one in step.keeps)
        yield f"IFS=$'\\t' read -r {names} <<<\"$made{step.place}\""
    for name, one in step.once.items():
        said = shlex.quote(place.say(text(ONCE, name=name)))
        yield f'echo {said} "${one.name}"'
    if step.back and change.undo is not None:
        said = shlex.quote(place.say(text(HOW_BACK)))
        back = " ".join(_command(change.undo.call, step.back, place, printed=True))
        yield f"[[ -z $made{step.place} ]] || echo {said} {back}"


def _command(
    call: Call, taken: Mapping[str, Kept], place: Ground, *, printed: bool = False
) -> list[str]:
    """Return the words of a command; ``printed``: as those of an ``echo`` that shows it."""
    if call.on_computer:
        return [line(call, None, None)]
    told = [*words(call), *where(place.profile, place.region)]
    parts = [shlex.quote(shlex.quote(word) if printed else word) for word in told]
    for name, one in taken.items():
        # The values of a list are words of their own, which hold no letters that a shell minds.
        parts += [option(name), f"${one.name}" if one.many else f'"${one.name}"']
    return parts


def _lines(parts: list[str]) -> str:
    """Return a command, with a line for each option where one line is long."""
    whole = " ".join(parts)
    if len(whole) <= WIDTH:
        return whole
    return "".join(f" \\\n  {part}" if part.startswith("--") else f" {part}" for part in parts)[1:]
