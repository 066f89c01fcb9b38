"""The system's keyring, for the few secrets that outlive a run; never a file.

Backends are opened by name, each system its own, so that a build that is one file has them, and none
that writes plain text is taken by chance. https://keyring.readthedocs.io/
"""

from __future__ import annotations

import json
import os
import platform
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from ssmwizard.model.text import N_, Text, text

SERVICE = "ssmwizard"
# Somebody may have to unlock the keyring in a window of the system first.
PATIENCE_SECONDS = 60.0
OPENING_SECONDS = 5.0
CHOSEN = "PYTHON_KEYRING_BACKEND"


class Kind(StrEnum):
    """What a secret is: credentials that an MFA code opened, or the key of a bundle's pseudonyms."""

    SESSION = "mfa-session"
    PSEUDONYMS = "bundle-pseudonyms"


class NotKept(Exception):  # noqa: N818 - named for what happened
    """The keyring did not take or give a secret; ``reason`` says why, and what would help."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.english())
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Backend:
    """A backend of the keyring package; ``most`` is how many characters one secret may have there."""

    name: str
    open: Callable[[], Any]
    most: int | None = None


def _secret_service() -> Any:
    from keyring.backends import SecretService  # noqa: PLC0415 - on its own system alone

    return SecretService.Keyring


def _macos() -> Any:
    from keyring.backends import macOS  # noqa: PLC0415 - on its own system alone

    return macOS.Keyring


def _windows() -> Any:
    from keyring.backends import Windows  # noqa: PLC0415 - on its own system alone

    return Windows.WinVaultKeyring


# The Credential Manager of Windows takes 2,560 bytes, and two for each character.
# https://learn.microsoft.com/en-us/windows/win32/api/wincred/ns-wincred-credentialw
BACKENDS: Mapping[str, Backend] = {
    "Linux": Backend("keyring.backends.SecretService.Keyring", _secret_service),
    "Darwin": Backend("keyring.backends.macOS.Keyring", _macos),
    "Windows": Backend("keyring.backends.Windows.WinVaultKeyring", _windows, 1200),
}
_REMEDY = N_(
    "No keyring can be used here: {problem}. On a desktop, start its keyring (gnome-keyring, or KWallet with its Secret Service) and sign in to the desktop; without one, nothing is kept beyond this run."
)
_LOCKED = N_(
    "The keyring is locked, or refused ({problem}). Unlock it, then try again. Until then nothing is kept beyond this run."
)
_NO_INDEX = N_(
    "What the keyring would hold cannot be written down ({problem}), so nothing is kept beyond this run."
)
_LATE = N_(
    "The keyring did not answer. It may wait for somebody to unlock it in a window of the system."
)
_OTHER = N_(
    "The keyring is set to {name}, which does not keep secrets safely or is not known here. Remove that setting to use the system's own."
)
_NONE = N_("There is no keyring for {system} here, so nothing is kept beyond this run.")


class SecretStore:
    """Keeps secrets under a kind and a name. Not for the window's thread: a keyring may wait.

    ``index`` is a file that names what is kept and until when, and holds no secret: so the keyring is
    opened only where there is something in it, and what has ended is deleted.
    """

    def __init__(self, index: Path, backend: Backend | None = None) -> None:
        self._index = index
        self._backend = backend or BACKENDS.get(platform.system())
        self._lock = threading.RLock()

    def unusable(self) -> Text | None:
        """Say why nothing can be kept, None when a keyring is there; whether it takes it, a try shows."""
        try:
            _within(OPENING_SECONDS, self._opened)
        except NotKept as problem:
            return problem.reason
        return None

    def keep(self, kind: Kind, name: str, secret: str, ends: datetime | None = None) -> None:
        """Keep a secret, until it ends where it does; raises :class:`NotKept`."""
        with self._lock:
            self._forget_ended(datetime.now(UTC))
            pieces = self._pieces(secret)
            self._note(kind, name, {"ends": ends and ends.isoformat(), "pieces": len(pieces)})
            for place, piece in enumerate(pieces):
                self._asked("set_password", SERVICE, _named(kind, name, place), piece)

    def find(self, kind: Kind, name: str) -> str | None:
        """Return a secret, None when there is none any more; raises :class:`NotKept`."""
        with self._lock:
            self._forget_ended(datetime.now(UTC))
            kept = self._kept().get(_key(kind, name))
            if kept is None:
                return None
            pieces = [
                self._asked("get_password", SERVICE, _named(kind, name, place))
                for place in range(kept["pieces"])
            ]
            return "".join(pieces) if None not in pieces else None

    def forget(self, kind: Kind, name: str) -> None:
        """Delete a secret; raises :class:`NotKept` when the keyring does not let it go."""
        with self._lock:
            kept = self._kept().get(_key(kind, name))
            for place in range(kept["pieces"] if kept else 0):
                self._asked("delete_password", SERVICE, _named(kind, name, place))
            self._note(kind, name, None)

    def forget_ended(self) -> None:
        """Delete what has ended; the keyring is asked only where there is something."""
        with self._lock:
            self._forget_ended(datetime.now(UTC))

    def _forget_ended(self, now: datetime) -> None:
        for key, kept in list(self._kept().items()):
            if kept["ends"] is not None and datetime.fromisoformat(kept["ends"]) <= now:
                kind, _, name = key.partition(" ")
                with suppress(NotKept):
                    self.forget(Kind(kind), name)

    def _pieces(self, secret: str) -> list[str]:
        most = self._backend.most if self._backend is not None else None
        size = most or max(1, len(secret))
        return [secret[at : at + size] for at in range(0, len(secret), size)] or [""]

    def _asked(self, question: str, *words: str) -> Any:
        """Ask the keyring something; None where it has nothing to delete."""
        opened = _within(OPENING_SECONDS, self._opened)
        try:
            return _within(PATIENCE_SECONDS, lambda: getattr(opened, question)(*words))
        except NotKept:
            raise
        except Exception as error:  # backends raise what they like
            if type(error).__name__ == "PasswordDeleteError":
                return None
            raise NotKept(text(_LOCKED, problem=_said(error))) from error

    def _opened(self) -> Any:
        backend = self._backend
        if backend is None:
            raise NotKept(text(_NONE, system=platform.system() or "-"))
        wanted = os.environ.get(CHOSEN, backend.name)
        if wanted != backend.name:
            raise NotKept(text(_OTHER, name=wanted))
        try:
            keyring = backend.open()
            keyring.priority  # noqa: B018 - it is asked, and raises where it cannot be used
            return keyring()
        except Exception as error:  # backends raise what they like
            raise NotKept(text(_REMEDY, problem=_said(error).rstrip("."))) from error

    def _kept(self) -> dict[str, Any]:
        try:
            told = json.loads(self._index.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def _note(self, kind: Kind, name: str, kept: Mapping[str, Any] | None) -> None:
        told = {key: one for key, one in self._kept().items() if key != _key(kind, name)}
        if kept is not None:
            told[_key(kind, name)] = dict(kept)
        part = self._index.with_name(f"{self._index.name}.part")
        try:
            self._index.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(told), encoding="utf-8")
            part.replace(self._index)
        except OSError as error:
            problem = error.strerror or str(error)
            raise NotKept(text(_NO_INDEX, problem=problem)) from error


def _within(seconds: float, work: Callable[[], Any]) -> Any:
    """Do something in a thread, which is left behind when it takes too long."""
    done: list[tuple[Any, Exception | None]] = []

    def try_it() -> None:
        try:
            done.append((work(), None))
        except Exception as error:  # noqa: BLE001 - raised where the answer is wanted
            done.append((None, error))

    thread = threading.Thread(target=try_it, name="ssmwizard-keyring", daemon=True)
    thread.start()
    thread.join(seconds)
    if not done:
        raise NotKept(text(_LATE))
    answer, error = done[0]
    if error is not None:
        raise error
    return answer


def _key(kind: Kind, name: str) -> str:
    return f"{kind} {name}"


def _named(kind: Kind, name: str, place: int) -> str:
    return f"{kind} {name}" + (f" {place + 1}" if place else "")


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
