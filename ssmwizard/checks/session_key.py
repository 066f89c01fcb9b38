"""The rule about the KMS key that encrypts sessions.

The caller makes a data key with it and the node decrypts that, both in the Region of the session: a key
that cannot be used ends every session of a shell.
https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ssmwizard.checks.hosts import Need
from ssmwizard.checks.rule import Outcome, failed, not_applicable, passed, seen, undecided
from ssmwizard.checks.session_key_policy import decrypts
from ssmwizard.checks.session_rule import SHELLS, followed, readable, unseen, worst
from ssmwizard.checks.session_steps import agent, judged, mends, reaching
from ssmwizard.model.facts import Fact, Unknown
from ssmwizard.model.findings import Evidence, Grade, Status
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.session import Key
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

# https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
ARN = re.compile(r"arn:(?P<partition>[^:]+):kms:(?P<region>[^:]+):\d{12}:(?:key|alias)/.+")
BARE = re.compile(r"(?:mrk-)?[0-9a-f-]{32,36}|alias/.+", re.IGNORECASE)
KEY = text(N_("KMS key"))
ENDS = N_(
    "{finding} Until then every session of a shell on this node fails; SSH and port forwarding do not use the key."
)
STATE = text(N_("State of the key"))


@dataclass(frozen=True, slots=True)
class Named:
    """What the preferences name: ``home`` is the Region of an ARN, empty for any other name."""

    key: str
    home: str
    partition: str


def named(key: str) -> Named | None:
    """Read the name of a key; None for what can be none."""
    arn = ARN.fullmatch(key)
    if arn is not None:
        return Named(key, arn["region"], arn["partition"])
    return Named(key, "", "") if BARE.fullmatch(key) else None


def key_itself(snapshot: Snapshot) -> Outcome:
    """Judge whether the key can encrypt at all."""
    preferences = readable(snapshot)
    if isinstance(preferences, Outcome):
        return preferences
    if not preferences.kms_key:
        said = N_(
            "The session preferences name no KMS key, so sessions are encrypted by TLS alone."
        )
        return not_applicable(text(said))
    fact = snapshot.session.preferences
    wrong = _wrong_name(snapshot, preferences.kms_key)
    if wrong is not None:
        named_so = seen(KEY, preferences.kms_key, fact)
        return _broken(wrong, preferences.kms_key, named_so, grade=Grade.INFERRED)
    key = snapshot.session.key
    if isinstance(key, Unknown):
        return unseen(key, SHELLS, seen(KEY, preferences.kms_key, fact))
    if key.value is None:
        said = N_(
            "There is no KMS key {key} in this account and Region. Name one that exists in the session preferences; a key of another account has to be named by its ARN."
        )
        told = text(said, key=preferences.kms_key)
        return _broken(told, preferences.kms_key, seen(KEY, preferences.kms_key, key))
    return _state(snapshot, key.value, key)


def _wrong_name(snapshot: Snapshot, key: str) -> Text | None:
    """Say what is wrong with the name of a key, before anybody looks for it."""
    if not key.strip():
        said = N_(
            "The session preferences name a KMS key of blanks alone. Name a key that exists, or leave the member out."
        )
        return text(said)
    name = named(key)
    if name is None:
        said = N_(
            "The session preferences name the KMS key {key}, which is no id, alias or ARN of one. Name a key that exists."
        )
        return text(said, key=key)
    here = snapshot.identity.region or ""
    partition = snapshot.partition.name if snapshot.partition else name.partition
    if name.home and (name.home, name.partition) != (here, partition):
        said = N_(
            "The KMS key {key} is in {home}, and sessions in {here} can only use one that is here. Name a key of this Region in the session preferences."
        )
        return text(said, key=key, home=name.home, here=here)
    return None


def _state(snapshot: Snapshot, key: Key, fact: Fact[Key | None]) -> Outcome:
    requirements = snapshot.requirements
    found = (
        seen(KEY, key.arn, fact),
        seen(STATE, key.state or "-", fact),
        seen(text(N_("Kind of key")), f"{key.spec} {key.usage}".strip() or "-", fact),
    )
    unfit = key.spec in requirements.texts("session.key-specs-unusable")
    if unfit or key.usage in requirements.texts("session.key-usages-unusable"):
        said = N_(
            "The KMS key {key} is of the kind {spec} for {usage}, and sessions need a symmetric one that encrypts. Name another key in the session preferences."
        )
        return _broken(text(said, key=key.arn, spec=key.spec, usage=key.usage), key.arn, *found)
    if key.state in requirements.texts("session.key-states-unusable"):
        said = N_(
            "The KMS key {key} is in the state {state} and encrypts nothing, so every session of a shell fails. {remedy}"
        )
        told = text(said, key=key.arn, state=key.state, remedy=_remedy(key.state))
        return _broken(told, key.arn, *found)
    fit = (
        key.state == requirements.text("session.key-state")
        and key.spec == requirements.text("session.key-spec")
        and key.usage == requirements.text("session.key-usage")
    )
    if not (fit and key.arn):
        said = N_(
            "Whether the KMS key {key} can encrypt sessions does not show in its state and kind."
        )
        return undecided(text(said, key=key.arn or key.id or "-"), *found).doubting(SHELLS)
    said = N_("The KMS key {key} is enabled and of the right kind.")
    return passed(text(said, key=key.arn), *found)


def key_for_node(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether a node can use the key: its agent, its way to KMS, its rights."""
    key = snapshot.session.key.require()
    assert key is not None, "the key itself passed"
    encryption = text(N_("encryption with a KMS key"))
    right = decrypts(snapshot, node, key)
    answers = [
        agent(snapshot, node, "agent.kms", encryption, fatal=True),
        reaching(snapshot, node, Need.KEY, fatal=True),
        judged(right, fatal=True, fixes=mends(right)),
    ]
    answer = worst(answers)
    if answer is not None:
        return followed(answer, {Status.FAILED: ENDS})
    said = N_("As far as can be computed, the node can decrypt sessions with the KMS key {key}.")
    evidence = dict.fromkeys(one for each in answers for one in each.evidence)
    return passed(text(said, key=key.arn), *evidence, grade=Grade.INFERRED)


def _remedy(state: str) -> Text:
    match state:
        case "Disabled":
            said = N_("Enable it, or name another key in the session preferences.")
        case "PendingDeletion" | "PendingReplicaDeletion":
            said = N_(
                "Cancel its deletion and enable it, or name another key in the session preferences."
            )
        case "PendingImport":
            said = N_("Import its key material, or name another key in the session preferences.")
        case _:
            said = N_("Name another key in the session preferences.")
    return text(said)


def _broken(said: Text, key: str, *found: Evidence, grade: Grade = Grade.PROVED) -> Outcome:
    return failed(said, *found, grade=grade, cause=f"key:{key}").without(SHELLS)
