"""A keyring for tests: it keeps what it is given, or does as it is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import keyring.errors
import pytest

from ssmwizard.outside.secret_store import CHOSEN, Backend, SecretStore


class Shelf:
    """A backend that keeps what it is given, or does as it is told."""

    priority = 1
    kept: ClassVar[dict[tuple[str, str], str]] = {}
    refuses: ClassVar[Exception | None] = None
    waits: ClassVar[threading.Event | None] = None

    def set_password(self, service: str, name: str, secret: str) -> None:
        self._ask()
        self.kept[service, name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        self._ask()
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        self._ask()
        if (service, name) not in self.kept:
            raise keyring.errors.PasswordDeleteError("No such password!")
        del self.kept[service, name]

    def _ask(self) -> None:
        if self.waits is not None:
            self.waits.wait()
        if self.refuses is not None:
            raise self.refuses


@contextmanager
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Shelf]]:
    """An empty shelf, and no other keyring chosen by the environment."""
    monkeypatch.delenv(CHOSEN)
    Shelf.kept, Shelf.refuses, Shelf.waits = {}, None, None
    yield Shelf
    if Shelf.waits is not None:
        Shelf.waits.set()


def store(folder: Path, backend: type | None = Shelf, most: int | None = None) -> SecretStore:
    """What the program keeps on the shelf."""
    return SecretStore(folder / "remembered.json", Backend("shelf", lambda: backend, most))
