"""The words that all reports begin with: who, where, when, and how many nodes can be reached."""

from __future__ import annotations

from collections import Counter

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.language import ENGLISH, Language
from ssmwizard.app.shown import line
from ssmwizard.app.verdict import Standing
from ssmwizard.model.facts import Known
from ssmwizard.model.text import N_

WORDS = {
    Standing.BLOCKED: "blocked",
    Standing.UNKNOWN: "could not be determined",
    Standing.DEGRADED: "degraded",
    Standing.READY: "ready",
}


def counts(inspection: Inspection) -> dict[Standing, int]:
    """Return how many nodes there are of each standing, the worst first, none left out."""
    told = Counter(verdict.standing for verdict in inspection.verdicts)
    return {standing: told[standing] for standing in WORDS}


def sentence(inspection: Inspection, language: Language = ENGLISH) -> str:
    """Say how many nodes can be reached."""
    tr = language.tr
    total = len(inspection.verdicts)
    if not total:
        return _nothing(inspection, language)
    told = counts(inspection)
    blocked, unknown = told[Standing.BLOCKED], told[Standing.UNKNOWN]
    degraded, ready = told[Standing.DEGRADED], told[Standing.READY]
    parts = [
        tr("%n blocked", "%n blocked", blocked) if blocked else "",
        tr("%n could not be determined", "%n could not be determined", unknown) if unknown else "",
        tr("%n degraded", "%n degraded", degraded) if degraded else "",
        tr("%n ready", "%n ready", ready) if ready else "",
    ]
    states = ", ".join(filter(None, parts))
    return tr("%n nodes: {states}.", "%n node: {states}.", total, states=states)


def who_and_where(inspection: Inspection, language: Language = ENGLISH) -> str:
    """Name the account, the Region, the profile and the caller, as far as they are known."""
    tr = language.tr
    identity = inspection.snapshot.identity
    parts = []
    if isinstance(identity.caller, Known):
        caller = identity.caller.value
        parts += [tr(N_("account {account}"), account=caller.account), line(caller.arn)]
    else:
        parts.append(tr(N_("account not known")))
    parts.append(line(identity.region) if identity.region else tr(N_("no Region")))
    if identity.profile:
        parts.append(tr(N_("profile {profile}"), profile=line(identity.profile)))
    return ", ".join(parts)


def when(inspection: Inspection, language: Language = ENGLISH) -> str:
    """Tell when this was seen, with how many calls, and of which day the requirements are."""
    tr = language.tr
    calls = sum(inspection.calls.values())
    return tr(
        "{when}, %n calls to AWS, requirements as of {day}",
        "{when}, %n call to AWS, requirements as of {day}",
        calls,
        when=language.moment(inspection.started, "%H:%M"),
        day=inspection.snapshot.requirements.as_of.isoformat(),
    )


def titled(node_id: str, name: str) -> str:
    """Return a node's id with its name."""
    return f"{line(node_id)} ({line(name)})" if name else line(node_id)


def names(inspection: Inspection) -> dict[str, str]:
    """Return each node's id with its name, by the id."""
    return {node.id: titled(node.id, node.name) for node in inspection.snapshot.nodes}


def _nothing(inspection: Inspection, language: Language) -> str:
    tr = language.tr
    if inspection.snapshot.unlisted:
        return tr(N_("No node was found, because the nodes could not be listed."))
    if not isinstance(inspection.snapshot.identity.caller, Known):
        return tr(N_("No node was looked at, because nobody is signed in."))
    if inspection.choice.every_node:
        region = inspection.snapshot.identity.region
        said = N_("There is no node in {region}: no EC2 instance and no managed node.")
        return tr(said, region=region)
    return tr(N_("No node was chosen."))
