"""Facts about what the caller may do, as IAM's policy simulator sees it.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ssmwizard.model.facts import NOT_COLLECTED, Fact
from ssmwizard.model.role import Decision


class Kind(StrEnum):
    """What signed the requests."""

    USER = "user"
    ROLE = "role"
    ROOT = "root"
    FEDERATED = "federated-user"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Principal:
    """Who calls, as IAM knows it.

    ``arn`` is the one that the simulator takes; empty where it takes none (root, federated users).
    ``name`` is that of the user or role. ``sessions`` is how the ids of its sessions begin: with the
    user's name, or with that of the role session.
    """

    kind: Kind
    arn: str
    name: str
    sessions: str


@dataclass(frozen=True, slots=True)
class NodeRight:
    """Whether the caller may start a session on one node.

    ``tags`` are the tags that conditions of the caller's policies ask for, with what the node has
    (None: it lacks the tag). ``by_document``: it is refused only because the session document is.
    The conditions of ``decision`` that are missing are those that nobody could give a value.
    """

    decision: Decision
    tags: tuple[tuple[str, str | None], ...] = ()
    by_document: bool = False


@dataclass(frozen=True, slots=True)
class OwnSessions:
    """Whether an action is allowed on the caller's own sessions.

    AWS's sample policies name them by the caller's unique id (``documented``); the ids that sessions
    really have begin with a name (``named``).
    https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
    """

    documented: Decision
    named: Decision


@dataclass(frozen=True, slots=True)
class CallerRights:
    """All that was asked about the caller's own rights, for the chosen nodes.

    ``keys`` are the condition keys that the caller's policies ask for, whatever the action.
    ``nodes`` maps a node's id to its right; ``documents`` the name of a session document to whether
    it may be named (None: not certain); ``own`` an action to what is said of the caller's own
    sessions; ``key`` an action to what is said of the key that the session preferences name.
    ``requests`` tells whether the caller may ask for just-in-time access; it is only asked where a
    session was refused.
    """

    principal: Fact[Principal] = NOT_COLLECTED
    keys: Fact[tuple[str, ...]] = NOT_COLLECTED
    nodes: Mapping[str, Fact[NodeRight]] = field(default_factory=dict)
    documents: Fact[Mapping[str, bool | None]] = NOT_COLLECTED
    own: Fact[Mapping[str, OwnSessions]] = NOT_COLLECTED
    requests: Fact[bool] = NOT_COLLECTED
    key: Fact[Mapping[str, Decision]] = NOT_COLLECTED
