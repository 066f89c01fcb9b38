"""Mends what is plainly broken in the session preferences, and leaves what they ask for as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ssmwizard.fixes.dependents import every_session
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import arn, ids, literal
from ssmwizard.model.plans import Call, Change, Expectation, Plan, Right, Risk, Trace, Undo, Wait
from ssmwizard.model.session import (
    FLAGS,
    SCHEMA,
    TEXTS,
    TIMES,
    TYPE,
    Preferences,
    minutes,
    wrong_times,
)
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "session.repair-preferences"
LOOK_SECONDS = 5
AT_MOST_SECONDS = 60
# A new version cannot be put in force while the service still writes it.
SETTLING_SECONDS = 30
# A text, or a comma after which nothing follows.
LAST_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])')
BYTE_ORDER_MARK = "\ufeff"
PLACEHOLDER = "{{"
# No name of a key, bucket, group or user is longer.
LONGEST = 2048
VERSION = re.compile(r"[1-9][0-9]*")


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one new version of the document, for all nodes: it is that of the account and Region."""
    return (attempt(ID, nodes, lambda: _plan(snapshot, nodes)),) if nodes else ()


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    found = snapshot.session.preferences.require()
    if found is None:
        said = N_("No session preferences were ever set here, so there is nothing to mend.")
        raise CannotPlan(text(said), nothing_to_do=True)
    if found.problem is None and not wrong_times(found, snapshot.requirements):
        said = N_("Nothing in the session preferences is plainly broken.")
        raise CannotPlan(text(said), nothing_to_do=True)
    whole = _mended(snapshot, found, _read(found))
    latest = snapshot.session.latest_version.require()
    if not (VERSION.fullmatch(latest) and VERSION.fullmatch(found.version)):
        said = N_("The service does not tell the versions of the document {document}.")
        raise CannotPlan(text(said, document=found.document))
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=_changes(snapshot, found, whole, latest),
        risk=Risk.ACCOUNT_WIDE,
        cost=text(N_("Free.")),
        wait=Wait(
            text(N_("Sessions that begin from now on follow the new version.")),
            LOOK_SECONDS,
            AT_MOST_SECONDS,
        ),
        verifies=("node.connected", "account.preferences", "node.registered", "node.online"),
        affects=every_session(snapshot, nodes),
        warnings=(
            text(
                N_(
                    "The preferences can be corrected by hand, too, in the preferences of Session Manager. What they say of logs, encryption and users stays word for word."
                )
            ),
        ),
        undoing=text(
            N_("Puts the version of before in force again, and deletes the one that was made.")
        ),
        docs=(
            "session-manager-getting-started-configure-preferences",
            "session-manager-schema",
        ),
        confirm_account=True,
    )


def _read(found: Preferences) -> dict[str, Any]:
    """Return the document, whose last commas may be one too many; nothing else of it is guessed."""
    tidied = LAST_COMMA.sub(lambda part: part[1] or "", found.content.lstrip(BYTE_ORDER_MARK))
    for content in (found.content, tidied):
        try:
            whole = json.loads(content)
        except (ValueError, RecursionError):
            continue
        if isinstance(whole, dict):
            return whole
    said = N_(
        "What the session document {document} was meant to say cannot be read. A new one could drop logs or encryption that it asked for, so none is written: put an earlier version in force, or write it anew in the preferences of Session Manager."
    )
    raise CannotPlan(text(said, document=found.document))


def _mended(snapshot: Snapshot, found: Preferences, whole: dict[str, Any]) -> dict[str, Any]:
    """Return the document with what is plainly broken set right."""
    for member, wanted in (("schemaVersion", SCHEMA), ("sessionType", TYPE)):
        value = whole.get(member)
        if value not in (None, wanted, float(SCHEMA)):
            raise _unclear(found, member)
        whole = {**whole, member: wanted}
    inputs = whole.get("inputs")
    if not isinstance(inputs, dict):
        raise _unclear(found, "inputs")
    profile = inputs.get("shellProfile")
    if profile is not None and not isinstance(profile, dict):
        raise _unclear(found, "shellProfile")
    defaults = whole.get("parameters")
    _check(found, inputs, defaults if isinstance(defaults, dict) else {})
    times = {
        member: _time(snapshot, found, member, inputs)
        for member in wrong_times(_with_times(found, inputs), snapshot.requirements)
    }
    return {**whole, "inputs": {**inputs, **times}}


def _with_times(found: Preferences, inputs: Mapping[str, Any]) -> Preferences:
    """Return what was found with the times that stand in the inputs, which may not have been read."""
    told = {
        member: str(inputs[member])
        for member in TIMES
        if inputs.get(member) is not None and PLACEHOLDER not in str(inputs[member])
    }
    return replace(
        found,
        idle_minutes=told.get("idleSessionTimeout", found.idle_minutes),
        duration_minutes=told.get("maxSessionDuration", found.duration_minutes),
    )


def _check(found: Preferences, inputs: Mapping[str, Any], defaults: Mapping[str, Any]) -> None:
    """Raise :class:`CannotPlan` for a member of which nobody can tell what was meant."""
    for member in (*FLAGS.values(), *TEXTS.values()):
        value = inputs.get(member)
        if isinstance(value, str) and PLACEHOLDER in value:
            parameter = defaults.get(value.strip(" {}"))
            value = parameter.get("default") if isinstance(parameter, dict) else []
        clear = isinstance(value, str | int | float | None)
        if member in FLAGS.values():
            word = value.strip().lower() if isinstance(value, str) else value
            clear = word in (None, True, False, "true", "false", "")
        elif isinstance(value, bool) or len(str(value)) > LONGEST:
            clear = False
        if not clear:
            raise _unclear(found, member)


def _time(snapshot: Snapshot, found: Preferences, member: str, inputs: Mapping[str, Any]) -> str:
    """Return the longest time that the service takes, where a longer one stands."""
    most = int(snapshot.requirements.number(TIMES[member][1]))
    value = minutes(str(inputs.get(member, "")))
    if value is None or value <= most:
        raise _unclear(found, member)
    return str(most)


def _differences(found: Preferences, after: Mapping[str, Any]) -> tuple[Text, ...]:
    """Return in words what the new document says otherwise."""
    told: list[Text] = []
    try:
        before = json.loads(found.content)
    except (ValueError, RecursionError):
        before = _read(found)
        told.append(text(N_("the commas that made it unreadable are taken out")))
    now = {**after, **after["inputs"]}
    old = {**before, **before.get("inputs", {})}
    for member in ("schemaVersion", "sessionType", *TIMES):
        if member not in old and member in now:
            said = N_("{member} is added as {after}")
            told.append(text(said, member=member, after=str(now[member])))
        elif old.get(member) != now.get(member):
            said = N_("{member} is {after} instead of {before}")
            values = {"after": str(now[member]), "before": str(old[member])}
            told.append(text(said, member=member, **values))
    return tuple(told) or (text(N_("it is written anew")),)


def _unclear(found: Preferences, member: str) -> CannotPlan:
    said = N_(
        "What {member} in the session document {document} was meant to be cannot be told. Correct it in the preferences of Session Manager."
    )
    return CannotPlan(text(said, member=member, document=found.document))


def _changes(
    snapshot: Snapshot, found: Preferences, whole: Mapping[str, Any], latest: str
) -> tuple[Change, ...]:
    """Return the new version and putting it in force.

    The service takes a change to the latest version alone and numbers the new one after it: somebody
    else's version in between makes the first call fail.
    https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UpdateDocument.html
    """
    name, content = {"Name": found.document}, json.dumps(whole, indent=2)
    resource = arn(snapshot, "ssm", f"document/{found.document}")
    new = str(int(latest) + 1)

    def rights(*operations: str) -> tuple[Right, ...]:
        return tuple(Right(f"ssm:{operation}", resource) for operation in operations)

    written = Change(
        says=text(
            N_("Write version {version} of the session document {document}: {differences}."),
            version=new,
            document=found.document,
            differences=_differences(found, whole),
        ),
        call=Call(
            "ssm",
            "UpdateDocument",
            {**name, "Content": content, "DocumentVersion": latest, "DocumentFormat": "JSON"},
        ),
        rights=rights("UpdateDocument"),
        undo=Undo(
            says=text(N_("Delete version {version} of {document}."), version=new, **_named(found)),
            call=Call("ssm", "DeleteDocument", {**name, "DocumentVersion": new}),
            rights=rights("DeleteDocument", "GetDocument"),
            expects=Expectation(
                Call("ssm", "GetDocument", {**name, "DocumentVersion": "$LATEST"}),
                "DocumentVersion",
                new,
            ),
        ),
        trace=Trace(
            Call("ssm", "GetDocument", {**name, "DocumentVersion": "$LATEST"}),
            f"[DocumentVersion, Content=={literal(content)}]",
            [new, True],
            [latest, False],
        ),
    )
    in_force = Change(
        says=text(
            N_("Put version {version} of {document} in force instead of version {before}."),
            version=new,
            before=found.version,
            **_named(found),
        ),
        call=Call("ssm", "UpdateDocumentDefaultVersion", {**name, "DocumentVersion": new}),
        rights=rights("UpdateDocumentDefaultVersion"),
        undo=Undo(
            says=text(
                N_("Put version {version} of {document} in force again."),
                version=found.version,
                **_named(found),
            ),
            call=Call(
                "ssm",
                "UpdateDocumentDefaultVersion",
                {**name, "DocumentVersion": found.version},
            ),
            rights=rights("UpdateDocumentDefaultVersion", "GetDocument"),
            expects=Expectation(Call("ssm", "GetDocument", name), "DocumentVersion", new),
        ),
        trace=Trace(Call("ssm", "GetDocument", name), "DocumentVersion", new, found.version),
        settling_codes=("InvalidDocumentVersion", "InvalidDocumentOperation"),
        settling_seconds=SETTLING_SECONDS,
    )
    return (written, in_force)


def _named(found: Preferences) -> dict[str, str | Text]:
    return {"document": found.document}


FIX = Fix(
    id=ID,
    title=text(N_("Mend the session preferences")),
    says=text(
        N_(
            "Writes a version of the session preferences in which what is plainly broken is set right, and puts it in force. What it asks of logs and encryption stays."
        )
    ),
    heals=("account.preferences",),
    plan=plan,
    account_wide=True,
)
