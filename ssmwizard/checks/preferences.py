"""The rule about the session preferences themselves: can they be read, and do they go together.

That encryption is asked for where no bucket or log group is named is no contradiction: the documents
that AWS shows do so, and the agent then looks at neither.
https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
"""

from __future__ import annotations

from collections.abc import Iterator

from ssmwizard.checks.rule import Check, Outcome, failed, passed, seen, warning
from ssmwizard.checks.session_rule import SHELLS, worst
from ssmwizard.model.facts import Fact, Known
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.session import Preferences, minutes
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

CAUSE = "preferences"
REPAIR = ("session.repair-preferences",)
WINDOWS = "Windows"
ROOT = "root"
RUN_AS = ("run-as",)


def preferences(snapshot: Snapshot) -> Outcome:
    """Judge the session document of the account and Region."""
    fact = snapshot.session.preferences
    found = fact.require()
    if found is None:
        default = snapshot.requirements.number("session.idle-timeout-default-minutes")
        said = N_(
            "No session preferences were ever set here, so sessions follow the service's own: no logs, no key of yours, the user ssm-user, and an end after {minutes} idle minutes."
        )
        none = seen(text(N_("Session document")), "-", fact)
        return passed(text(said, minutes=str(default)), none)
    shown = _shown(found, fact)
    if found.problem is not None:
        said = N_(
            "The session document {document} cannot be used: {problem}. Sessions that follow it do not start. Correct it in the preferences of Session Manager."
        )
        told = text(said, document=found.document, problem=found.problem)
        broken = failed(told, *shown, grade=Grade.PROVED, fixes=REPAIR, cause=CAUSE)
        return broken.without(SHELLS)
    answers = [*_times(snapshot, found, shown), *_run_as(snapshot, found, shown)]
    said = N_("The session preferences can be read, and nothing in them contradicts the rest.")
    return worst(answers) or passed(text(said), *shown)


def _shown(found: Preferences, fact: Fact[Preferences | None]) -> tuple[Evidence, ...]:
    values = (
        (text(N_("KMS key")), found.kms_key),
        (text(N_("Bucket for logs")), found.s3_bucket),
        (text(N_("Log group")), found.log_group),
        (text(N_("Run As")), (found.run_as_user or "-") if found.run_as else ""),
        (text(N_("Idle timeout (minutes)")), found.idle_minutes),
        (text(N_("Maximum duration (minutes)")), found.duration_minutes),
    )
    document = f"{found.document} {found.version}".strip()
    return (
        seen(text(N_("Session document")), document, fact),
        *(seen(label, value, fact) for label, value in values if value),
    )


def _times(
    snapshot: Snapshot, found: Preferences, shown: tuple[Evidence, ...]
) -> Iterator[Outcome]:
    limits = snapshot.requirements.number
    idle, duration = minutes(found.idle_minutes), minutes(found.duration_minutes)
    least = limits("session.duration-minimum-minutes")
    most = limits("session.duration-maximum-minutes")
    if found.duration_minutes.strip() and not _within(duration, least, most):
        said = N_(
            "The maximum duration of sessions is {value}, and the service takes {least} to {most} minutes. Correct it."
        )
        told = text(said, value=found.duration_minutes, least=str(least), most=str(most))
        yield warning(told, *shown, fixes=REPAIR, cause=CAUSE)
    least = limits("session.idle-timeout-minimum-minutes")
    most = limits("session.idle-timeout-maximum-minutes")
    if found.idle_minutes.strip() and not _within(idle, least, most):
        said = N_(
            "The idle timeout of sessions is {value}, and the service takes {least} to {most} minutes. Correct it."
        )
        told = text(said, value=found.idle_minutes, least=str(least), most=str(most))
        yield warning(told, *shown, fixes=REPAIR, cause=CAUSE)
    elif idle is not None and duration is not None and idle > duration:
        said = N_(
            "Sessions end after {duration} minutes at the latest, so the idle timeout of {idle} minutes never takes effect."
        )
        told = text(said, duration=str(duration), idle=str(idle))
        yield warning(told, *shown, cause=CAUSE)


def _within(value: int | None, least: float, most: float) -> bool:
    return value is not None and least <= value <= most


def _run_as(
    snapshot: Snapshot, found: Preferences, shown: tuple[Evidence, ...]
) -> Iterator[Outcome]:
    """Judge the default user of Run As, which Windows knows nothing of.

    A tag on the caller's session, user or role goes before it, and none of them is seen from here: so
    this cannot be said to fail.
    https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-run-as.html
    """
    if not found.run_as or all(_is_windows(node) for node in snapshot.nodes):
        return
    user = found.run_as_user.strip()
    if user == ROOT:
        said = N_(
            "Run As is on with the default user root, which is not supported. On Linux and macOS a session opens only for callers with the tag SSMSessionRunAs, never as ssm-user instead. Name another user in the preferences of Session Manager, or tag those callers."
        )
    elif not user:
        said = N_(
            "Run As is on without a default user. On Linux and macOS a session opens only for callers with the tag SSMSessionRunAs, never as ssm-user instead. Name a user in the preferences of Session Manager, or tag those callers."
        )
    else:
        return
    yield warning(text(said), *shown, grade=Grade.INFERRED, cause=CAUSE).doubting(RUN_AS)


def _is_windows(node: NodeFacts) -> bool:
    managed = node.managed.value if isinstance(node.managed, Known) else None
    return managed is not None and managed.platform_type == WINDOWS


CHECKS: tuple[Check, ...] = (
    Check(
        id="account.preferences",
        title=text(N_("The session preferences are in order")),
        why=text(
            N_(
                "Sessions follow one document of the account and Region: it says how they are encrypted and logged, as whom they run, and when they end."
            )
        ),
        scope=Scope.ACCOUNT,
        severity=Severity.BLOCKER,
        needs=("identity.credentials", "identity.region"),
        rights=("ssm:GetDocument",),
        requirements=(
            "session.idle-timeout-default-minutes",
            "session.idle-timeout-minimum-minutes",
            "session.idle-timeout-maximum-minutes",
            "session.duration-minimum-minutes",
            "session.duration-maximum-minutes",
        ),
        docs=(
            "session-manager-schema",
            "session-manager-getting-started-configure-preferences",
            "session-preferences-run-as",
        ),
        run=preferences,
    ),
)
