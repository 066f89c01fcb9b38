"""Facts about a real session that was opened on a node and ended again."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ssmwizard.model.computer import Start
from ssmwizard.model.way_out import WayOut


class Stage(StrEnum):
    """How far a session came, in this order.

    ``STARTED``: the service granted it. ``HANDED_OVER``: the plugin took it over. ``SHOWN``: something
    came from the node. ``ECHOED``: the node did what was typed.
    """

    STARTED = "started"
    HANDED_OVER = "handed-over"
    SHOWN = "shown"
    ECHOED = "echoed"


class Ending(StrEnum):
    """How the plugin's part ended.

    ``CLOSED``: the plugin ended by itself. ``CUT_OFF``: nothing came, and the host of the stream cannot
    be reached. ``SILENT``: nothing came in time. ``NO_ECHO``: something came, and no answer to what was
    typed. ``STOPPED``: the operator wished so.
    """

    ECHOED = "echoed"
    NOT_STARTED = "not-started"
    CLOSED = "closed"
    CUT_OFF = "cut-off"
    SILENT = "silent"
    NO_ECHO = "no-echo"
    STOPPED = "stopped"


class Gate(StrEnum):
    """What kept a session from being started: nothing was asked of the service."""

    NOT_CONNECTED = "not-connected"
    NO_PLUGIN = "no-plugin"
    PLUGIN_FAILS = "plugin-fails"
    TOKEN_SHOWS = "token-shows"  # noqa: S105 - the plugin takes it as an argument only
    NO_JOURNAL = "no-journal"


class Left(StrEnum):
    """What became of the session: not in the list of open ones, still there, or nobody could look."""

    NONE = "none"
    OPEN = "open"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds after which patience ends: with the first word, with any word, with the answer.

    The agent gives a handshake 15 seconds, so that its own word about one that failed comes before the
    second. ``goodbye`` is how long the plugin may take to leave by itself.
    https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/datachannel/datachannel.go
    """

    first: float = 10.0
    word: float = 20.0
    answer: float = 30.0
    goodbye: float = 3.0


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Handover:
    """What the plugin is given: its file, the session, and what is typed in it.

    ``response`` is the service's answer as JSON, with the token that opens the session. ``parameters``
    is what was asked, as JSON. ``typed`` is empty where the session runs a command by itself;
    ``awaited`` is what the node then says, and nobody else.
    """

    plugin: str
    session: str
    response: str = field(repr=False)
    region: str
    profile: str
    parameters: str
    endpoint: str
    typed: str
    awaited: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What came of running the plugin.

    ``reached`` are the stages with the seconds after which each was reached; ``said`` is what the
    plugin printed besides its greeting, without secrets; ``status`` is its exit status, which it has
    only where it ended by itself, and which is 0 for most failures.
    """

    start: Start
    ending: Ending
    reached: tuple[tuple[Stage, float], ...]
    said: str
    status: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Trial:
    """One real session, or why none was started.

    ``session`` is its id, empty where there was none; ``document`` is what it followed, empty: the
    preferences of the account. ``way`` is how far a connection to the host of the stream gets, looked at
    where nothing came. ``left`` is what became of the session, ``unended`` what the service said when
    it was to end it, where it refused that.
    """

    gate: Gate | None = None
    detail: str = ""
    plugin: str = ""
    version: str = ""
    session: str = ""
    document: str = ""
    talk: Talk | None = None
    way: WayOut | None = None
    left: Left = Left.UNSEEN
    unended: str = ""

    @property
    def stage(self) -> Stage | None:
        """Return how far it came."""
        if self.talk is not None and self.talk.reached:
            return self.talk.reached[-1][0]
        return Stage.STARTED if self.session else None
