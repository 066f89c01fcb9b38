"""Plans: what a fix would do, as data that is shown, journaled, applied and undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ssmwizard.model.text import Text

# The service whose calls are made on this computer, not in the account.
COMPUTER = "computer"


class Risk(StrEnum):
    """How far a change reaches; ``LASTING``: this program cannot take it back."""

    REVERSIBLE = "reversible"
    LASTING = "lasting"
    DISRUPTIVE = "disruptive"
    ACCOUNT_WIDE = "account-wide"


class Holds(StrEnum):
    """Whether the caller has a right."""

    HAVE = "have"
    LACK = "lack"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Right:
    """An IAM action on a resource (an ARN or ``*``) that a change needs."""

    action: str
    resource: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call, exactly as it will be made: botocore's service name, API operation, parameters.

    The service ``computer`` is this computer; see ``outside/this_computer.py`` for its operations.
    """

    service: str
    operation: str
    parameters: Mapping[str, object] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the call as IAM writes it, e.g. ``ec2:StartInstances``."""
        return f"{self.service}:{self.operation}"

    @property
    def on_computer(self) -> bool:
        """Tell whether it is made on this computer."""
        return self.service == COMPUTER


@dataclass(frozen=True, slots=True)
class Undo:
    """How a change is taken back.

    ``take`` maps a parameter of ``call`` to a JMESPath in the answer of the change (an association
    id, for example). ``expects`` is a call that is read first and ``value`` what the JMESPath
    ``path`` in its answer must still be: if somebody else changed it since, the undo is refused.
    """

    says: Text
    call: Call
    take: Mapping[str, str] = field(default_factory=dict)
    rights: tuple[Right, ...] = ()
    expects: Expectation | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a reading call must still show: the value at a JMESPath of its answer.

    ``value`` is compared with equality. ``take`` fills parameters from the answer of the change as
    in :class:`Undo`.
    """

    call: Call
    path: str
    value: object
    take: Mapping[str, str] = field(default_factory=dict)


class Engine(StrEnum):
    """What of AWS carries a change to many nodes, after the call has been answered."""

    COMMAND = "command"
    ASSOCIATION = "association"


@dataclass(frozen=True, slots=True)
class Follow:
    """How it is followed what AWS makes of a change on many nodes.

    ``id`` is a JMESPath in the answer to the change: of the id of the command or the association.
    ``nodes`` are those that it was sent to, ``may_fail`` on how many of them it may fail before no
    further nodes are reached. ``rights`` are what looking, and stopping, needs.
    """

    engine: Engine
    id: str
    nodes: tuple[str, ...]
    may_fail: int
    rights: tuple[Right, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """Where the account shows whether a change was made: ``call`` only reads.

    Without ``made``, what is at the JMESPath ``path`` is the list of all that can be the change. None:
    it was not made. One: it was, and that one stands for the answer, in the shape in which
    :class:`Undo` and later changes look into it. More: it cannot be told which. With ``made`` the
    value there is that after the change, ``before`` that before it, and any other is somebody else's
    doing; a thing that is not there shows None. ``take`` is as in :class:`Change`; ``$name`` in the
    path is the journal's name for the change.
    """

    call: Call
    path: str
    made: object = None
    before: object = None
    take: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a plan.

    ``dry_run``: EC2 can rehearse it. ``done_codes`` are error codes that mean the change is there
    already; ``settling_codes`` are error codes that mean a change before it has not settled yet
    (IAM is eventually consistent), tried again for ``settling_seconds``. ``take`` maps a parameter of
    ``call`` to a JMESPath in what came before: ``made[0].GroupId`` is of the answer to the first
    change. Such a call cannot be rehearsed. ``shows_once`` maps a name to a JMESPath in the answer
    to this change: a secret that AWS tells this once. It is shown to whoever applies the plan, once,
    and is kept nowhere. ``follows`` is set where the answer is only the beginning. Changes of a later
    ``wave`` are made when those of the one before have ended well; the nodes of the first wave must
    have proved themselves, too.

    ``trace`` is where the account shows the change when its answer was lost. ``named_in``
    is a parameter of ``call`` that gets, after what the plan says of it, the journal's name for this
    very change: AWS makes it no second time then, or it is known again by it.
    """

    says: Text
    call: Call
    rights: tuple[Right, ...]
    undo: Undo | None
    dry_run: bool = False
    done_codes: tuple[str, ...] = ()
    settling_codes: tuple[str, ...] = ()
    settling_seconds: int = 0
    take: Mapping[str, str] = field(default_factory=dict)
    shows_once: Mapping[str, str] = field(default_factory=dict)
    follows: Follow | None = None
    wave: int = 0
    trace: Trace | None = None
    named_in: str = ""


@dataclass(frozen=True, slots=True)
class Once:
    """What the answer to a change (by its place) told once, by the names of ``shows_once``.

    Nothing that describes it, in a log or after a crash, says what that is.
    """

    change: int
    told: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Wait:
    """How long until the change works: look again every ``every`` seconds for at most ``at_most``."""

    says: Text
    every: int
    at_most: int


@dataclass(frozen=True, slots=True)
class Successors:
    """How the nodes are found that come to be by a plan: the ids at the JMESPath of a reading call.

    ``take`` fills parameters of the call from the answer to the first change, as in :class:`Undo`.
    """

    call: Call
    path: str
    take: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """A fix for one cause, with all nodes that it heals; none when it is about this computer.

    ``verifies`` are the checks that must pass afterwards for the ``nodes``. ``affects`` says what
    else stands on the thing changed; how much that is moves by itself, so plans that differ in it
    alone are equal. ``undoing`` says what undoing cannot bring back.
    ``cost_docs`` is a documentation key. ``confirm_account``: the account id is to be typed.
    ``successors``: it is other nodes that have to pass, which somebody has to register by hand first.
    """

    fix: str
    title: Text
    nodes: tuple[str, ...]
    changes: tuple[Change, ...]
    risk: Risk
    cost: Text
    wait: Wait
    verifies: tuple[str, ...]
    affects: tuple[Text, ...] = field(default=(), compare=False)
    warnings: tuple[Text, ...] = ()
    undoing: Text | None = None
    cost_docs: str = ""
    docs: tuple[str, ...] = ()
    confirm_account: bool = False
    successors: Successors | None = None

    @property
    def on_computer(self) -> bool:
        """Tell whether all of it is done on this computer, so that no account is needed for it."""
        return all(change.call.on_computer for change in self.changes)


@dataclass(frozen=True, slots=True)
class NoPlan:
    """Why a fix cannot be planned for these nodes: nothing to do, or what is missing to plan it."""

    fix: str
    nodes: tuple[str, ...]
    reason: Text
    nothing_to_do: bool = False
