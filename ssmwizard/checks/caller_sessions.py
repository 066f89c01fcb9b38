"""Rules about the caller's rights on its own sessions: their data channel, resuming and ending them.

https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
"""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.caller_proof import USER_ID
from ssmwizard.checks.caller_words import (
    NOBODY,
    reason,
    refusal,
    refused,
    set_aside,
    uncertain,
    without,
)
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    seen,
    undecided,
    warning,
)
from ssmwizard.model.caller import Kind, OwnSessions, Principal
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.role import Decision
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, Text, text

OWN = text(N_("its own sessions"))
NAME = "aws:username"
USER_NAME = "${aws:username}"
TRAP = "own-names:username"


def data_channel(snapshot: Snapshot) -> Outcome:
    """Judge the right to open the data channel, which newer plugins sign with the caller's credentials."""
    answer = _judged(snapshot, "caller.data-channel-actions")
    if isinstance(answer, Outcome):
        return answer
    said, found, cause = answer
    minimum = snapshot.requirements.text("plugin.signed-data-channel")
    version = _plugin(snapshot)
    if version and at_least(numbers(version), numbers(minimum)):
        more = N_(
            "{finding} Your plugin {version} signs the data channel with your credentials, so sessions may be refused; AWS has not said since when."
        )
        shown = text(more, finding=said, version=version)
        cause = cause or "data-channel"
        return failed(shown, *found, grade=Grade.INFERRED, cause=cause)
    more = N_(
        "{finding} The plugin needs the right from version {minimum} on, and AWS will soon support no older one."
    )
    return warning(text(more, finding=said, minimum=minimum), *found, grade=Grade.INFERRED)


def _plugin(snapshot: Snapshot) -> str:
    fact = snapshot.computer.plugin if snapshot.computer is not None else None
    tool = fact.value if isinstance(fact, Known) else None
    return tool.version if tool is not None else ""


def end_session(snapshot: Snapshot) -> Outcome:
    """Judge the rights to resume and to end the caller's own sessions."""
    answer = _judged(snapshot, "caller.session-actions")
    if isinstance(answer, Outcome):
        return answer
    said, found, cause = answer
    more = N_(
        "{finding} Until then sessions cannot be resumed or stay open until they time out. Where the plugin is missing, the AWS CLI shows this refusal instead."
    )
    cause = cause or "own-sessions"
    return failed(text(more, finding=said), *found, grade=Grade.INFERRED, cause=cause)


def _judged(snapshot: Snapshot, row: str) -> Outcome | tuple[Text, tuple[Evidence, ...], str]:
    """Answer where nothing is refused; else say what is, with what was seen.

    The third is the cause, where it is the same for all rights on the caller's own sessions.
    """
    if not snapshot.nodes:
        return not_applicable(NOBODY)
    who = snapshot.rights.principal.require()
    aside = set_aside(snapshot, who)
    if aside is not None:
        return aside
    fact = snapshot.rights.own
    own, actions = fact.require(), snapshot.requirements.texts(row)
    missing = tuple(action for action in actions if action not in own)
    if missing:
        said = N_("The policy simulator did not answer for {actions}.")
        return undecided(text(said, actions=missing))
    told = {action: own[action] for action in actions}
    closed = {
        a: one for a, one in told.items() if not (one.documented.allowed or one.named.allowed)
    }
    found = tuple(
        seen(text(N_("{action}"), action=action), one.documented.decision, fact)
        for action, one in (closed or told).items()
    )
    if not closed:
        return passed(_allowed(who, told), *found, grade=Grade.INFERRED)
    absent = () if who.kind is Kind.USER else (NAME,)
    ones = [without(one.documented, *absent) for one in closed.values()]
    certain = [one for one in ones if refused(one)]
    if not certain:
        return undecided(uncertain(who, ones, OWN), *found)
    trapped = any(_trapped(who, one.documented) for one in closed.values())
    if trapped and not any(any(reason(one)) for one in certain):
        said = N_(
            "Simulated: {caller} may not do {actions} on its own sessions. Its policies name them by {wrong}, which only IAM users have, so nothing fits a role. Ask for {right} in its place."
        )
        names = tuple(one.action for one in certain)
        shown = text(said, caller=who.name, actions=names, wrong=USER_NAME, right=USER_ID)
        return shown, found, TRAP
    return refusal(who, certain, OWN), found, ""


def _trapped(who: Principal, one: Decision) -> bool:
    """Tell whether a policy asks a role for the name that only users have."""
    return who.kind is not Kind.USER and without(one, NAME) != one


def _allowed(who: Principal, told: Mapping[str, OwnSessions]) -> Text:
    said = text(
        N_("Simulated: {caller} may do {actions} on its own sessions."),
        caller=who.name,
        actions=tuple(told),
    )
    if all(one.named.allowed for one in told.values()):
        return said
    more = N_(
        "{finding} Its policies name them by {right}, as AWS's samples do; the ids of sessions begin with {name}, and some report that the samples do not fit them. If it is refused all the same, ask for session/{name}-* too."
    )
    return text(more, finding=said, right=USER_ID, name=who.sessions)


CHECKS: tuple[Check, ...] = (
    Check(
        id="caller.data-channel",
        title=text(N_("You may open the data channel of your sessions")),
        why=text(
            N_("What is typed and shown passes a channel that newer plugins open in your name.")
        ),
        scope=Scope.ACCOUNT,
        severity=Severity.FEATURE,
        needs=("identity.credentials", "identity.region"),
        explained_by=("caller.start-session",),
        rights=("iam:GetRole", "iam:SimulatePrincipalPolicy"),
        requirements=("caller.data-channel-actions", "plugin.signed-data-channel"),
        docs=("getting-started-restrict-access-quickstart", "plugin-version-history"),
        run=data_channel,
    ),
    Check(
        id="caller.end-session",
        title=text(N_("You may resume and end your sessions")),
        why=text(
            N_(
                "A session that drops is resumed, and one that is left is ended, with rights of their own."
            )
        ),
        scope=Scope.ACCOUNT,
        severity=Severity.FEATURE,
        needs=("identity.credentials", "identity.region"),
        explained_by=("caller.start-session",),
        rights=("iam:GetRole", "iam:SimulatePrincipalPolicy"),
        requirements=("caller.session-actions",),
        docs=("getting-started-restrict-access-examples", "session-manager-troubleshooting"),
        run=end_session,
    ),
)
