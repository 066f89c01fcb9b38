"""The feature table of a node: what sessions on it can do, and what is missing where they cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ssmwizard.app.standing import Standing
from ssmwizard.model.facts import NOT_COLLECTED, Known
from ssmwizard.model.features import FEATURES, SHELL, Feature
from ssmwizard.model.findings import Finding
from ssmwizard.model.session import Preferences
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ORACLE = "node.connected"
OF_THE_AGENT = "agent.features"
NOT_LOOKED_AT = text(N_("Not looked at."))

# Features that sessions have only where the preferences of the account and Region ask for them.
_ASKED_FOR: Mapping[str, Callable[[Preferences], bool]] = {
    "kms": lambda one: bool(one.kms_key),
    "shell-profile": lambda one: bool(one.linux_profile or one.windows_profile),
    "cloudwatch-streaming": lambda one: bool(one.log_group) and one.log_streaming,
    "run-as": lambda one: one.run_as,
}


@dataclass(frozen=True, slots=True)
class Served:
    """How a feature stands on a node: ready, blocked or unknown.

    ``missing`` are the checks that stand in its way or could not tell, and ``says`` is why, in one
    sentence.
    """

    feature: Feature
    standing: Standing
    missing: tuple[str, ...]
    says: Text


def table(
    snapshot: Snapshot,
    findings: Iterable[Finding],
    blocking: Sequence[Finding],
    *,
    opens: bool | None,
    unseen: Finding | None,
) -> tuple[Served, ...]:
    """Return how every feature stands on a node, from all findings that concern it.

    ``blocking`` are the causes that let no session open, the likeliest first. ``opens``: whether the
    channel was seen to be open or shut, None where that is not known; ``unseen`` is then the reason,
    if there is one.
    """
    told = False
    lacking: dict[str, list[Finding]] = {}
    doubts: dict[str, list[Finding]] = {}
    for finding in findings:
        told = told or finding.check == OF_THE_AGENT
        for name in finding.lacking:
            lacking.setdefault(name, []).append(finding)
        for name in finding.doubts:
            doubts.setdefault(name, []).append(finding)

    def served(feature: Feature) -> Served:
        lacks = lacking.get(feature.id, [])
        # An open channel shows that a shell can be had; doubts about it stand beside, as warnings.
        unsure = [] if feature.id == SHELL else doubts.get(feature.id, [])
        barring = [one for one in blocking if opens is False or bars(one, feature.id)]
        if barring or lacks:
            return _row(feature, Standing.BLOCKED, [*lacks, *barring])
        if unsure or (unseen and not opens):
            return _row(feature, Standing.UNKNOWN, [*([unseen] if unseen else []), *unsure])
        if not opens or (feature.id != SHELL and not told):
            check = OF_THE_AGENT if opens else ORACLE
            return Served(feature, Standing.UNKNOWN, (check,), NOT_LOOKED_AT)
        return Served(feature, Standing.READY, (), _ready(snapshot, feature))

    return tuple(served(feature) for feature in FEATURES)


def alike(served: Iterable[Served]) -> tuple[tuple[Served, ...], ...]:
    """Return features that stand alike for the same reason together, for the reason is long."""
    groups: dict[tuple[Standing, Text], list[Served]] = {}
    for one in served:
        groups.setdefault((one.standing, one.says), []).append(one)
    return tuple(map(tuple, groups.values()))


def bars(cause: Finding, feature: str) -> bool:
    """Tell whether a cause that lets no session open takes a feature as well.

    One that takes the shell names all that it takes, as a broken session key does, which leaves ports
    alone; any other takes everything.
    """
    return SHELL not in cause.lacking or feature in cause.lacking


def _row(feature: Feature, standing: Standing, why: Sequence[Finding]) -> Served:
    missing = tuple(dict.fromkeys(finding.check for finding in why))
    return Served(feature, standing, missing, why[0].text)


def _ready(snapshot: Snapshot, feature: Feature) -> Text:
    preferences = snapshot.session.preferences
    if feature.id not in _ASKED_FOR or preferences is NOT_COLLECTED:
        return text(N_("Ready."))
    if not isinstance(preferences, Known):
        said = N_("Ready. Whether the session preferences ask for it could not be seen.")
    elif preferences.value is not None and _ASKED_FOR[feature.id](preferences.value):
        said = N_("Ready, and the session preferences ask for it.")
    else:
        said = N_("Ready to be used; the session preferences do not ask for it.")
    return text(said)
