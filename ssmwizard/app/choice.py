"""What an inspection is to look at."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be inspected.

    ``nodes`` are ids, or ``every_node`` stands for all of the Region. ``features`` are those asked
    for. ``local``: look at this computer too. ``sessions``: open and end a real session on each
    connected node, or on those of ``tried`` alone, which is logged and may be billed; see
    :mod:`ssmwizard.app.probing`. ``elsewhere``: look for nodes that are not here in the other Regions of
    the account. ``ask_nodes``: have nodes that are online answer questions by Run Command, which runs a
    script on them, is logged and may be billed. ``consoles``: read the console output of instances that
    do not report or have no channel; it may hold secrets, of which none is kept.
    """

    profile: str | None = None
    region: str | None = None
    nodes: tuple[str, ...] = ()
    every_node: bool = False
    features: frozenset[str] = frozenset({"shell"})
    local: bool = True
    sessions: bool = False
    elsewhere: bool = False
    ask_nodes: bool = False
    consoles: bool = False
    tried: tuple[str, ...] = ()

    def again(self, nodes: tuple[str, ...], *, ask_nodes: bool = False) -> Choice:
        """Return the same choice for some nodes, with reading calls alone, or with asking them too."""
        return replace(
            self,
            nodes=nodes,
            every_node=False,
            local=False,
            sessions=False,
            tried=(),
            elsewhere=False,
            ask_nodes=ask_nodes,
            consoles=False,
        )
