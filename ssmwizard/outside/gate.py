"""The gate that every call passes which may change something. All doors of a run share one."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from ssmwizard.model.machine_policy import FREE, READ_ONLY, MachinePolicy, Write
from ssmwizard.model.text import N_, Text, text

# What is begun besides fixes, by the parameter that ends it again: where its id stands in the answer.
BEGUN: Mapping[str, tuple[str, ...]] = {
    "ssm:StartSession": ("SessionId",),
    "ssm:SendCommand": ("Command", "CommandId"),
}
ENDING: Mapping[str, str] = {
    "ssm:TerminateSession": "SessionId",
    "ssm:CancelCommand": "CommandId",
}
# Error codes of calls that are not made: by the switch, or by the policy of this computer.
SWITCHED_ON, FORBIDDEN = "ReadOnly", "Policy"
SESSIONS = ("ssm:StartSession", "ssm:ResumeSession")
ASKING = "ssm:SendCommand"


class Gate:
    """Lets a call through that may change something, or says why not. Safe to use from any thread.

    Nothing passes in read-only mode, nothing that the policy of this computer forbids, and nothing
    that belongs to no fix but sessions that are tried and nodes that are asked. What was begun
    through it may always be ended. ``sealed`` says why nothing will ever pass, whatever is switched.
    """

    def __init__(
        self,
        policy: MachinePolicy = FREE,
        *,
        read_only: bool = False,
        sealed: Text | None = None,
    ) -> None:
        self.policy = policy
        self._sealed = sealed
        self._read_only = read_only
        self._begun: set[str] = set()
        self._lock = threading.Lock()

    @property
    def read_only(self) -> bool:
        """Tell whether nothing passes now."""
        return self._read_only or self.locked is not None

    @property
    def locked(self) -> Text | None:
        """Say why nothing passes whatever is switched, None when the switch decides."""
        return self._sealed or self.policy.nothing()

    def switch(self, *, read_only: bool) -> None:
        """Turn read-only mode on or off; the policy of this computer stays as it is."""
        self._read_only = read_only

    def closed(self) -> Text | None:
        """Say why nothing passes now, None when something may."""
        return self.locked or (text(READ_ONLY) if self._read_only else None)

    @property
    def code(self) -> str:
        """Return the error code of what does not pass now."""
        return SWITCHED_ON if self._read_only and self.locked is None else FORBIDDEN

    def refuses_fix(self, fix: str, place: tuple[str, str] | None) -> Text | None:
        """Say why a fix may not be used now, None when it may.

        ``place``: the account and the Region, None for what is done on this computer.
        """
        there = self.policy.forbids_place(*place) if place is not None else None
        return self.closed() or self.policy.forbids_fix(fix) or there

    def refuses_probe(self) -> Text | None:
        """Say why no session may be opened to try it now, None when one may be."""
        return self.closed() or self.policy.forbids_probe()

    def refuses_asking(self) -> Text | None:
        """Say why nodes may not be asked now, None when they may."""
        return self.closed() or self.policy.forbids_asking()

    def refusal(self, write: Write, parameters: Mapping[str, Any]) -> Text | None:
        """Say why a call is not made, None when it may be."""
        if self._ends_what_was_begun(write, parameters):
            return None
        place = self.policy.forbids_place(write.account, write.region) if write.in_account else None
        return self.closed() or self._forbids(write) or place

    def _forbids(self, write: Write) -> Text | None:
        if write.name in SESSIONS:
            return self.policy.forbids_probe()
        if write.fix:
            return self.policy.forbids_fix(write.fix)
        if write.name == ASKING:
            return self.policy.forbids_asking()
        if write.name in ENDING:
            return None
        said = N_("{call} may change something and belongs to no plan, so it is not called.")
        return text(said, call=write.name)

    def passed(self, name: str, answer: Mapping[str, Any]) -> None:
        """Take note of what a call has begun."""
        begun: Any = answer
        for member in BEGUN.get(name, ()):
            begun = begun.get(member) if isinstance(begun, Mapping) else None
        if isinstance(begun, str):
            with self._lock:
                self._begun.add(begun)

    def _ends_what_was_begun(self, write: Write, parameters: Mapping[str, Any]) -> bool:
        member = ENDING.get(write.name)
        with self._lock:
            return member is not None and parameters.get(member) in self._begun
