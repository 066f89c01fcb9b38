"""A plan as a script for PowerShell (5.1 and later) and the AWS CLI.

PowerShell before 7.3 loses quotation marks inside the words that it hands to a program, and words
that are empty. So parameters with either go through a file, which the AWS CLI reads itself.
https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from ssmwizard.app.ways.steps import Kept, Step, steps
from ssmwizard.app.ways.telling import (
    HOW_BACK,
    NEXT_WAVE,
    ONCE,
    STOPS,
    codes,
    next_wave,
    shown,
    way_back,
    wrong_account,
)
from ssmwizard.app.ways.way import WIDTH, Ground, about, comments
from ssmwizard.model.plans import Call, Change, Plan, Undo
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.command_line import line, missing, option, where, words

INTO_A_FILE = N_("Put this into the file undo.json:")
# What PowerShell takes for the end of a text, or for a beginning; all of them are doubled.
_QUOTES = re.compile("(['\u2018\u2019\u201a\u201b])")
# What is handed on as it stands where no batch file is called.
_PROGRAM = re.compile(r"[\w .,:;/\\@=+*()$\[\]<>'{}%-]*[^\s\"\\]", re.ASCII)
# What every version hands on as it stands, also where `aws` is a batch file.
_PLAIN = re.compile(r"[\w .,:;/@=+*()$\[\]<>'{}-]+", re.ASCII)
_AWS = """\
# Calls the AWS CLI. An error $Done means that it is there already; at an error $Wait it tries again
# for some seconds, since AWS tells its services of a change a little later.
function Invoke-Call([string[]] $Words, [string] $Done = '', [string] $Wait = '', [int] $Seconds = 0) {
  $ErrorActionPreference = 'Continue'
  $ends = (Get-Date).AddSeconds($Seconds)
  while ($true) {
    $all = & aws @Words 2>&1
    $status = $LASTEXITCODE
    $said = ($all | Where-Object { $_ -is [Management.Automation.ErrorRecord] }) -join "`n"
    $told = $all | Where-Object { $_ -isnot [Management.Automation.ErrorRecord] }
    if ($status -eq 0) { return $told }
    if ($Done -and $said -match "\\(($Done)\\)") { Write-Host $said; return }
    if (-not $Wait -or $said -notmatch "\\(($Wait)\\)" -or (Get-Date) -ge $ends) { throw $said }
    Start-Sleep -Seconds 2
  }
}
"""
_FILE = """\
# Parameters with quotation marks in them go through this file.
$file = [IO.Path]::GetTempFileName()
"""


def script(plan: Plan, place: Ground) -> str:
    """Return the script: whole, to be read, saved and run."""
    told = tuple(steps(plan))
    say = place.say
    lines = [*comments((*about(plan, place), say(text(STOPS))))]
    lines += ["$ErrorActionPreference = 'Stop'", "$env:AWS_PAGER = ''", ""]
    if any(not step.change.call.on_computer for step in told):
        lines += [_AWS, *_guard(place), ""]
    filed = any(_apart(step.change.call)[1] for step in told)
    if filed:
        lines.append(_FILE)
    for step in told:
        if next_wave(told, step):
            lines += [f"Read-Host {quoted(say(text(NEXT_WAVE)))} | Out-Null", ""]
        lines += [*_step(step, place), ""]
    if filed:
        lines += ["Remove-Item $file", ""]
    lines += way_back(told, place, _written)
    return "\n".join(lines) + "\n"


def quoted(word: str) -> str:
    """Return a word that PowerShell takes as it stands."""
    doubled = _QUOTES.sub(r"\1\1", word)
    return f"'{doubled}'"


def unfit(plan: Plan) -> Text | None:
    """Return why a plan cannot be a script for PowerShell, None where it can."""
    for change in plan.changes:
        call = change.call
        if call.on_computer and not all(map(_PROGRAM.fullmatch, _program(call))):
            said = N_("PowerShell does not hand this to a program as it stands: {call}")
            return text(said, call=" ".join(_program(call)))
    return None


def _guard(place: Ground) -> Iterator[str]:
    call = [*words(Call("sts", "GetCallerIdentity")), "--query", "Account", "--output", "text"]
    said = quoted(place.say(wrong_account(place)))
    yield f"$account = Invoke-Call {_array([*call[1:], *where(place.profile, place.region)])}"
    yield f"if ($account -ne {quoted(place.account)}) {{ throw {said} }}"


def _step(step: Step, place: Ground) -> Iterator[str]:
    change = step.change
    yield f"Write-Host {quoted(f'{step.place}. {shown(change.says, place)}')}"
    if change.call.on_computer:
        program, *rest = _program(change.call)
        yield f"& {' '.join(map(quoted, (program, *rest)))}"
        yield 'if ($LASTEXITCODE -ne 0) { throw "exit status $LASTEXITCODE" }'
        return
    plain, filed = _apart(change.call)
    if filed:
        yield f"[IO.File]::WriteAllText($file, @'\n{json.dumps(filed, indent=2)}\n'@)"
    told = [*words(plain)[1:], *where(place.profile, place.region)]
    more = ["'--cli-input-json'; \"file://$file\""] if filed else []
    if step.keeps:
        told += ["--query", step.query, "--output", "text"]
    call = f"Invoke-Call {_array(told, (*more, *_filled(step.taken)))}{_codes(change)}"
    if not step.keeps:
        yield call
    elif len(step.keeps) == 1:
        yield f"$made{step.place} = {call}"
    else:
        names = ", ".join(f"${one.name}" for one in step.keeps)
        yield f'{names} = ({call}) -split "`t"'
    for name, one in step.once.items():
        yield f"Write-Host {quoted(place.say(text(ONCE, name=name)))} ${one.name}"
    if step.back and change.undo is not None:
        undo = change.undo.call
        back = " ".join(map(_word, [*words(undo), *where(place.profile, place.region)]))
        parts = [quoted(f"{place.say(text(HOW_BACK))} {back}")]
        for name, one in step.back.items():
            parts += [quoted(option(name)), f"${one.name}"]
        yield f"if (${step.keeps[0].name}) {{ Write-Host {' '.join(parts)} }}"


def _codes(change: Change) -> str:
    there, early = codes(change.done_codes), codes(change.settling_codes)
    told = [("Done", there), ("Wait", early)]
    named = "".join(f" -{name} {quoted(some)}" for name, some in told if some)
    return f"{named} -Seconds {change.settling_seconds}" if early else named


def _filled(taken: Mapping[str, Kept]) -> Iterator[str]:
    for name, one in taken.items():
        split = " -split ' '" if one.many else ""
        yield f"{quoted(option(name))}; ${one.name}{split}"


def _array(told: Iterable[str], more: Iterable[str] = ()) -> str:
    """Return words as one list; ``more`` are pieces of PowerShell that give words."""
    parts = [", ".join(map(quoted, told)), *more]
    whole = f"@({'; '.join(parts)})"
    if len(whole) <= WIDTH:
        return whole
    return re.sub(r"(?<=[,;]) (?='--)", "\n  ", whole)


def _apart(call: Call) -> tuple[Call, dict[str, object]]:
    """Return a call with the parameters that can be words, and the parameters that cannot."""
    if call.on_computer:
        return call, {}
    plain: dict[str, object] = {}
    filed: dict[str, object] = {}
    for name, value in call.parameters.items():
        one = Call(call.service, call.operation, {name: value})
        as_words = words(one)[len(words(Call(call.service, call.operation))) :]
        fits = all(map(_PLAIN.fullmatch, as_words))
        (plain if fits else filed)[name] = value
    return Call(call.service, call.operation, plain), filed


def _written(undo: Undo, place: Ground) -> str:
    call = missing(undo.call, undo.take)
    if call.on_computer:
        words_ = _program(call)
        return " ".join(("&", *map(_word, words_))) if words_ else line(call, None, None)
    plain, filed = _apart(call)
    told = [*words(plain), *where(place.profile, place.region)]
    lines = []
    if filed:
        lines = [place.say(text(INTO_A_FILE)), json.dumps(filed)]
        told += ["--cli-input-json", "file://undo.json"]
    return "\n".join((*lines, " ".join(map(_word, told))))


def _word(word: str) -> str:
    return word if re.fullmatch(r"[\w./:-]+", word, re.ASCII) else quoted(word)


def _program(call: Call) -> list[str]:
    run = call.operation == "RunProgram"
    arguments = call.parameters.get("Arguments") if run else None
    return [str(word) for word in arguments] if isinstance(arguments, (list, tuple)) else []
