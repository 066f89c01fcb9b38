"""What the administrator of this computer lets the program do, and the words when it does not."""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.model.plans import COMPUTER
from ssmwizard.model.text import N_, Text, text

READ_ONLY = N_("Read-only mode is on, so nothing in the account can be changed.")


@dataclass(frozen=True, slots=True)
class Write:
    """A call that may change something, before it is made.

    ``fix`` is the fix that it belongs to, empty when it belongs to none. ``account`` is the account
    that the caller was last seen in, empty when nobody was seen yet.
    """

    service: str
    operation: str
    fix: str
    account: str
    region: str

    @property
    def in_account(self) -> bool:
        """Tell whether it changes an account, not this computer."""
        return self.service != COMPUTER

    @property
    def name(self) -> str:
        """Return the call as IAM writes it."""
        return f"{self.service}:{self.operation}"


@dataclass(frozen=True, slots=True)
class MachinePolicy:
    """What is allowed on this computer. What is not limited is allowed.

    ``path`` is the file it was read from, empty when there is none. None for one of the allowed sets
    means that all are. ``problem`` says why the file cannot be used: then nothing can be changed.
    ``contact`` is whom to ask, in the administrator's words.
    """

    path: str = ""
    read_only: bool = False
    allowed_fixes: frozenset[str] | None = None
    forbidden_fixes: frozenset[str] = frozenset()
    allowed_accounts: frozenset[str] | None = None
    allowed_regions: frozenset[str] | None = None
    probe: bool = True
    ask_nodes: bool = True
    contact: str = ""
    problem: Text | None = None

    @property
    def locked(self) -> bool:
        """Tell whether nothing at all may be changed here."""
        return self.read_only or self.problem is not None

    def nothing(self) -> Text | None:
        """Say why nothing at all may be changed here, None when something may be."""
        if self.problem is not None:
            said = N_(
                "The policy of this computer cannot be used, so nothing is changed. {problem}"
            )
            return text(said, problem=self.problem)
        if self.read_only:
            said = N_("The policy of this computer ({path}) allows no change at all.")
            return self._said(text(said, path=self.path))
        return None

    def forbids_fix(self, fix: str) -> Text | None:
        """Say why a fix may not be used here, None when it may."""
        allowed = self.allowed_fixes is None or fix in self.allowed_fixes
        if allowed and fix not in self.forbidden_fixes:
            return None
        said = N_("The policy of this computer ({path}) forbids the fix {fix}.")
        return self._said(text(said, path=self.path, fix=fix))

    def forbids_place(self, account: str, region: str) -> Text | None:
        """Say why nothing may be changed in an account and a Region, None when it may."""
        if self.allowed_accounts is not None and account not in self.allowed_accounts:
            if not account:
                said = N_(
                    "The policy of this computer ({path}) allows changes in some accounts only, and it is not known which account this is."
                )
                return self._said(text(said, path=self.path))
            said = N_(
                "The policy of this computer ({path}) allows no changes in the account {account}."
            )
            return self._said(text(said, path=self.path, account=account))
        if self.allowed_regions is not None and region not in self.allowed_regions:
            said = N_(
                "The policy of this computer ({path}) allows no changes in the Region {region}."
            )
            return self._said(text(said, path=self.path, region=region or "-"))
        return None

    def forbids_probe(self) -> Text | None:
        """Say why no session may be opened to try it, None when one may be."""
        if self.probe:
            return None
        said = N_("The policy of this computer ({path}) forbids opening a session to try it.")
        return self._said(text(said, path=self.path))

    def forbids_asking(self) -> Text | None:
        """Say why nodes may not be asked by Run Command, None when they may."""
        if self.ask_nodes:
            return None
        said = N_("The policy of this computer ({path}) forbids asking nodes by Run Command.")
        return self._said(text(said, path=self.path))

    def _said(self, why: Text) -> Text:
        if not self.contact:
            return why
        return text(N_("{why} Whom to ask: {contact}"), why=why, contact=self.contact)


FREE = MachinePolicy()
