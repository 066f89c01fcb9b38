"""Writes a plan in one of the forms in which it can be given away, or says why it cannot."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from ssmwizard.app.ways import bash, cloudformation, powershell, terraform
from ssmwizard.app.ways.way import SUFFIXES, Ground, NotWritten, Way, Written
from ssmwizard.model.plans import Plan
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.secrets import scrub

SECRET = N_(
    "Something in this plan looks like a secret, which must not be passed on. Apply the plan in the program instead."
)
NO_LINE = N_("{call} is done by this program itself; no line of a shell does just that.")


def write(way: Way, plan: Plan, place: Ground) -> Written | NotWritten:
    """Return a plan as a script or a template, or why it is none."""
    name = f"ssmwizard-{plan.fix}{SUFFIXES[way]}"
    if secretive(plan):
        return NotWritten(way, text(SECRET))
    content = _WRITERS[way](plan, place, name)
    if isinstance(content, Text):
        return NotWritten(way, content)
    return Written(way, name, content)


def secretive(plan: Plan) -> bool:
    """Tell whether there is something in a plan that looks like a secret."""
    told: list[object] = []
    for change in plan.changes:
        told.append(change.call.parameters)
        if change.undo is not None:
            told.append(change.undo.call.parameters)
    return json.dumps(scrub(told)) != json.dumps(told)


def _bash(plan: Plan, place: Ground, _: str) -> str | Text:
    return _no_line(plan) or bash.script(plan, place)


def _powershell(plan: Plan, place: Ground, _: str) -> str | Text:
    return _no_line(plan) or powershell.unfit(plan) or powershell.script(plan, place)


def _terraform(plan: Plan, place: Ground, _: str) -> str | Text:
    return terraform.configuration(plan, place)


def _no_line(plan: Plan) -> Text | None:
    """Return why a plan is no script: something that is done on this computer and is no program."""
    for change in plan.changes:
        call = change.call
        if call.on_computer and call.operation != "RunProgram":
            return text(NO_LINE, call=call.name)
    return None


_WRITERS: Mapping[Way, Callable[[Plan, Ground, str], str | Text]] = {
    Way.BASH: _bash,
    Way.POWERSHELL: _powershell,
    Way.CLOUDFORMATION: cloudformation.template,
    Way.TERRAFORM: _terraform,
}
