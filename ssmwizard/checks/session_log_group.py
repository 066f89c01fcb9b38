"""The rule about the log group that sessions are logged to.

Where the preferences ask for encryption, the agent looks at the group first, and ends the session of a
shell when it does not see it or no KMS key encrypts it. Otherwise the session goes on without its log.
https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/shell/shell.go
"""

from __future__ import annotations

from dataclasses import replace

from ssmwizard.checks.hosts import Need
from ssmwizard.checks.rights import session_wants
from ssmwizard.checks.rule import Outcome, failed, not_applicable, passed, seen, warning
from ssmwizard.checks.session_rule import SHELLS, followed, readable, unseen, worst
from ssmwizard.checks.session_steps import agent, reaching, role_answers
from ssmwizard.model.facts import Unknown
from ssmwizard.model.findings import Evidence, Grade, Status
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.session import LOG_GROUP_NAME, Preferences
from ssmwizard.model.session_rights import DESCRIBE_GROUPS
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

CREATE = ("session.create-log-group",)
GROUP = text(N_("Log group"))
KEY = text(N_("KMS key of the log group"))
STREAMING = ("cloudwatch-streaming",)
NOT_LOGGED = N_("{finding} Sessions open all the same, but are not logged there as they should be.")
ENDS = N_(
    "{finding} The preferences ask for encryption of that log group, so every session of a shell ends as soon as it begins."
)


def log_group_itself(snapshot: Snapshot) -> Outcome:
    """Judge whether the log group is there, and encrypted where that is asked for."""
    preferences = readable(snapshot)
    if isinstance(preferences, Outcome):
        return preferences
    name = preferences.log_group
    named = seen(GROUP, name, snapshot.session.preferences)
    if not name:
        return not_applicable(text(N_("The session preferences name no log group.")))
    if not LOG_GROUP_NAME.fullmatch(name):
        said = N_(
            "No log group can have the name {group}. Name one that exists in the preferences."
        )
        return _useless(preferences, text(said, group=name), Grade.INFERRED, named)
    fact = snapshot.session.log_group
    if isinstance(fact, Unknown):
        return unseen(fact, SHELLS if preferences.log_encryption else _lost(preferences), named)
    shown = seen(GROUP, name, fact)
    if fact.value is None:
        said = N_(
            "There is no log group {group} in this account and Region. Make it, or name another in the preferences."
        )
        missing = _useless(preferences, text(said, group=name), Grade.PROVED, shown)
        return replace(missing, fixes=CREATE)
    key = seen(KEY, fact.value.kms_key or "-", fact)
    if preferences.log_encryption and not fact.value.kms_key:
        said = N_(
            "No KMS key encrypts the log group {group}. Encrypt it with one, or do not ask for that in the preferences."
        )
        return _useless(preferences, text(said, group=name), Grade.PROVED, shown, key)
    return passed(text(N_("The log group {group} is there."), group=name), shown, key)


def _useless(preferences: Preferences, said: Text, grade: Grade, *found: Evidence) -> Outcome:
    cause = f"log-group:{preferences.log_group}"
    if preferences.log_encryption:
        return failed(text(ENDS, finding=said), *found, grade=grade, cause=cause).without(SHELLS)
    outcome = warning(text(NOT_LOGGED, finding=said), *found, grade=grade, cause=cause)
    return outcome.without(_lost(preferences))


def _lost(preferences: Preferences) -> tuple[str, ...]:
    return STREAMING if preferences.log_streaming else ()


def log_group_for_node(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether a node can look at the log group where it has to, and write to it."""
    preferences = readable(snapshot)
    assert isinstance(preferences, Preferences), "the log group itself passed"
    must_look, lost = preferences.log_encryption, _lost(preferences)
    wanted = session_wants(snapshot).log_group
    looking = [one for one in wanted if one.action == DESCRIBE_GROUPS]
    writing = [one for one in wanted if one.action != DESCRIBE_GROUPS]
    streaming = text(N_("streaming to CloudWatch Logs"))
    logged = [
        *role_answers(snapshot, node, looking, writing, must_look=must_look, lost=lost),
        reaching(snapshot, node, Need.LOG_GROUP, fatal=must_look, lost=lost),
    ]
    answers = [
        followed(worst(logged) or logged[0], {Status.FAILED: ENDS, Status.WARNING: NOT_LOGGED})
    ]
    if lost:
        streaming = text(N_("streaming to CloudWatch Logs"))
        named = "agent.cloudwatch-streaming"
        answers.append(agent(snapshot, node, named, streaming, fatal=False, lost=lost))
    answer = worst(answers)
    if answer is not None:
        return answer
    said = N_("As far as can be computed, the node can write to the log group {group}.")
    evidence = dict.fromkeys(one for each in logged for one in each.evidence)
    return passed(text(said, group=preferences.log_group), *evidence, grade=Grade.INFERRED)
