"""The rule about the bucket that sessions are logged to.

Where the preferences ask for encryption, the agent looks at the bucket first, and ends the session of a
shell when it may not or when nothing is encrypted there. Otherwise the session goes on and its log is
lost.
https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/shell/shell.go
"""

from __future__ import annotations

from collections.abc import Sequence

from ssmwizard.checks.hop import ABSENT, Hop, in_turn, no, unsure
from ssmwizard.checks.hosts import Need
from ssmwizard.checks.policy import Document, Request, decide
from ssmwizard.checks.policy_match import NO, YES
from ssmwizard.checks.policy_principal import Principal
from ssmwizard.checks.rights import principal, session_wants
from ssmwizard.checks.rule import Outcome, failed, not_applicable, passed, seen, warning
from ssmwizard.checks.session_rule import SHELLS, followed, readable, unseen, worst
from ssmwizard.checks.session_steps import judged, reaching, role_answers
from ssmwizard.model.facts import CannotTell, Unknown
from ssmwizard.model.findings import Evidence, Grade, Status
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.role import keys_of
from ssmwizard.model.session import BUCKET_NAME, Preferences
from ssmwizard.model.session_rights import Wanted
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

LOOK = "s3:GetEncryptionConfiguration"
BUCKET = text(N_("Bucket for logs"))
ENCRYPTION = text(N_("Default encryption"))
NOT_LOGGED = N_("{finding} Sessions open all the same, but their logs do not reach the bucket.")
ENDS = N_(
    "{finding} The preferences ask for encryption of that bucket, so every session of a shell ends as soon as it begins."
)


def bucket_itself(snapshot: Snapshot) -> Outcome:
    """Judge whether the bucket is there, and encrypts where that is asked for."""
    preferences = readable(snapshot)
    if isinstance(preferences, Outcome):
        return preferences
    name = preferences.s3_bucket
    named = seen(BUCKET, name, snapshot.session.preferences)
    if not name:
        return not_applicable(text(N_("The session preferences name no bucket for logs.")))
    if not BUCKET_NAME.fullmatch(name):
        said = N_("No bucket can have the name {bucket}. Name one that exists in the preferences.")
        return _useless(preferences, text(said, bucket=name), Grade.INFERRED, named)
    fact = snapshot.session.bucket
    if isinstance(fact, Unknown):
        return unseen(fact, SHELLS if preferences.s3_encryption else (), named)
    if fact.value is None:
        said = N_("There is no bucket {bucket}. Make one, or name another in the preferences.")
        return _useless(
            preferences, text(said, bucket=name), Grade.PROVED, seen(BUCKET, name, fact)
        )
    shown = (seen(BUCKET, f"{name} {fact.value.region}".strip(), fact),)
    if preferences.s3_encryption:
        unencrypted = _encryption(snapshot, preferences, shown)
        if unencrypted is not None:
            return unencrypted
    return passed(text(N_("The bucket {bucket} is there."), bucket=name), *shown)


def _encryption(
    snapshot: Snapshot, preferences: Preferences, shown: tuple[Evidence, ...]
) -> Outcome | None:
    """Judge what the bucket encrypts with, where it has to; None where that is well."""
    fact = snapshot.session.bucket_encryption
    if isinstance(fact, Unknown):
        return unseen(fact, SHELLS, *shown)
    algorithm = fact.value.algorithm if fact.value is not None else ""
    found = (*shown, seen(ENCRYPTION, algorithm or "-", fact))
    if algorithm in snapshot.requirements.texts("session.bucket-encryption"):
        return None
    names = {"bucket": preferences.s3_bucket, "algorithm": algorithm}
    if not algorithm:
        said = N_(
            "The bucket {bucket} encrypts nothing by itself. Give it a default encryption, or do not ask for one in the preferences."
        )
        return _useless(preferences, text(said, **names), Grade.PROVED, *found)
    said = N_(
        "The bucket {bucket} encrypts with {algorithm}, which SSM Agent did not take for encryption when it was last looked at: sessions of a shell may end as soon as they begin. Use another default encryption, or do not ask for one in the preferences."
    )
    return warning(
        text(said, **names), *found, grade=Grade.INFERRED, cause=f"bucket:{preferences.s3_bucket}"
    ).doubting(SHELLS)


def _useless(preferences: Preferences, said: Text, grade: Grade, *found: Evidence) -> Outcome:
    cause = f"bucket:{preferences.s3_bucket}"
    if preferences.s3_encryption:
        return failed(text(ENDS, finding=said), *found, grade=grade, cause=cause).without(SHELLS)
    return warning(text(NOT_LOGGED, finding=said), *found, grade=grade, cause=cause)


def bucket_for_node(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether a node can look at the bucket where it has to, and write to it."""
    preferences = readable(snapshot)
    bucket = snapshot.session.bucket.require()
    assert isinstance(preferences, Preferences), "the bucket itself passed"
    assert bucket is not None, "the bucket itself passed"
    must_look = preferences.s3_encryption
    wanted = session_wants(snapshot).bucket
    looking = [one for one in wanted if one.action == LOOK and must_look]
    writing = [one for one in wanted if one.action != LOOK]
    answers = [
        *role_answers(snapshot, node, looking, writing, must_look=must_look),
        judged(_policy(snapshot, node, looking), fatal=True),
        judged(_policy(snapshot, node, writing), fatal=False),
    ]
    elsewhere = bucket.region not in ("", snapshot.identity.region)
    if not elsewhere:
        answers.append(reaching(snapshot, node, Need.BUCKET, fatal=must_look))
    answer = worst(answers)
    if answer is not None:
        return followed(answer, {Status.FAILED: ENDS, Status.WARNING: NOT_LOGGED})
    said = N_("As far as can be computed, the node can write session logs to the bucket {bucket}.")
    told = text(said, bucket=bucket.name)
    if elsewhere:
        more = N_(
            "{finding} It is in {region}; whether the node reaches S3 there was not computed."
        )
        told = text(more, finding=told, region=bucket.region)
    if isinstance(snapshot.session.bucket_policy, Unknown):
        told = text(N_("{finding} The policy of the bucket itself was not seen."), finding=told)
    evidence = dict.fromkeys(one for each in answers for one in each.evidence)
    return passed(told, *evidence, grade=Grade.INFERRED)


def _policy(snapshot: Snapshot, node: NodeFacts, wanted: Sequence[Wanted]) -> Hop:
    """Tell whether the policy of the bucket denies something; what was not seen is not guessed."""
    policy = snapshot.session.bucket_policy
    if isinstance(policy, Unknown) or policy.value is None:
        return ABSENT
    try:
        who = principal(snapshot, node)
    except CannotTell:
        return ABSENT  # the rights of the role say so
    if who is None:
        return ABSENT
    return in_turn(
        [
            ABSENT,
            *(
                _denied(snapshot, Document("bucket", policy.value), who, one.action, resource)
                for one in wanted
                if one.action.startswith("s3:")
                for resource in one.resources
            ),
        ]
    )


def _denied(
    snapshot: Snapshot, policy: Document, who: Principal, action: str, resource: str
) -> Hop:
    keys = keys_of(who.arns[0], snapshot.identity.region or "")
    reading = decide([policy], Request(action, resource, keys, who))
    if reading.deny is NO:
        return ABSENT
    fact = snapshot.session.bucket_policy
    shown = ", ".join(str(one) for one in reading.statements) or "-"
    found = seen(text(N_("Statements of the bucket's policy")), shown, fact)
    names = {"role": who.arns[0].rpartition("/")[2], "action": action}
    if reading.deny is YES:
        said = N_(
            "The policy of the bucket denies the role {role} {action}. Take the role out of that statement."
        )
        return no(text(said, **names), f"{resource} {who.arns[0]}", found)
    said = N_(
        "Whether the policy of the bucket denies the role {role} {action} does not show from here. It depends on {keys}."
    )
    return unsure(text(said, keys=reading.missing or "-", **names), resource, found)
