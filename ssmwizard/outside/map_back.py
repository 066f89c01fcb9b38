"""What the stand-ins of a bundle stand for: a file beside the bundle, for this user alone.

It is encrypted and signed with a key of its own, which is in the keyring.
https://cryptography.io/en/latest/fernet/
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside import private_file
from ssmwizard.outside.secret_store import Kind, NotKept, SecretStore

SUFFIX = ".stand-ins"
FORM = 1
MOST_BYTES = 256 * 1024 * 1024
_MISSING = N_(
    "What its stand-ins stand for is not beside it: there is no {name}. Only who made the bundle can have it."
)
_OTHERS = N_("{name} belongs to another bundle.")
_DAMAGED = N_("{name} is not as it was written, so nothing in it is believed.")
_NEWER = N_("{name} was written by a newer version of ssmwizard.")
_UNREADABLE = N_("{name} cannot be read: {reason}.")
_KEY_GONE = N_(
    "The key to {name} is not in the keyring: it was forgotten, or the bundle was made by another user or on another computer."
)
_KEY_HELD_BACK = N_("The key to {name} cannot be had. {reason}")
_NO_CIPHER = N_("The library that encrypts cannot be loaded: {reason}.")


class NoMap(Exception):  # noqa: N818 - named for what happened
    """What the stand-ins stand for cannot be had; ``reason`` says why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.english())
        self.reason = reason


@dataclass(frozen=True, slots=True)
class MapFile:
    """The file that belongs to a bundle: ``sealed``, or ``plain`` where the operator wished it so."""

    path: Path
    bundle_id: str
    sealed: str | None = field(default=None, repr=False)
    plain: Mapping[str, str] = field(default_factory=dict, repr=False)


def beside(bundle: Path) -> Path:
    """Return where the file of a bundle is written."""
    return bundle.with_name(bundle.name + SUFFIX)


def keep(
    bundle: Path, bundle_id: str, originals: Mapping[str, str], store: SecretStore | None
) -> Path:
    """Write what stands for what, and put the key into the keyring; return the file.

    Without a ``store`` it is not encrypted. Raises :class:`NotKept` when the keyring takes nothing,
    and OSError when the file cannot be written; neither a new file nor a new key is left then. The key
    of another bundle's file, whose place this one takes, is forgotten.
    """
    path = beside(bundle)
    before = owner(path)
    head: dict[str, Any] = {"form": FORM, "bundle_id": bundle_id}
    held = {"bundle_id": bundle_id, "stand_ins": dict(originals)}
    if store is None:
        _write(path, head | held)
        return path
    known = store.find(Kind.PSEUDONYMS, bundle_id)
    key, sealed = _sealed(held, known)
    if key != known:
        store.keep(Kind.PSEUDONYMS, bundle_id, key)
    try:
        _write(path, head | {"sealed": sealed})
    except BaseException:
        if key != known:
            _let_go(bundle_id, store)
        raise
    if before is not None and before != bundle_id:
        _let_go(before, store)
    return path


def find(bundle: Path, bundle_id: str) -> MapFile:
    """Return the file that belongs to a bundle, also where one of the two was given another name.

    Raises :class:`NoMap`; the keyring is not asked.
    """
    try:
        return _read(beside(bundle), bundle_id)
    except NoMap as problem:
        for path in sorted(bundle.parent.glob(f"*{SUFFIX}")):
            with suppress(NoMap):
                return _read(path, bundle_id)
        raise problem from None


def owner(path: Path) -> str | None:
    """Return the id of the bundle that a file belongs to; None where no such file is there."""
    with suppress(NoMap):
        found = _told(path).get("bundle_id")
        return found if isinstance(found, str) else None
    return None


def originals(file: MapFile, store: SecretStore) -> Mapping[str, str]:
    """Return what each stand-in stands for; raises :class:`NoMap`. The keyring may want to be unlocked."""
    if file.sealed is None:
        return file.plain
    name = file.path.name
    try:
        key = store.find(Kind.PSEUDONYMS, file.bundle_id)
        if key is None:
            raise NoMap(text(_KEY_GONE, name=name))
        held = _unsealed(file.sealed, key)
    except NotKept as problem:
        raise NoMap(text(_KEY_HELD_BACK, name=name, reason=problem.reason)) from problem
    if held is None or held.get("bundle_id") != file.bundle_id:
        raise NoMap(text(_DAMAGED, name=name))
    return _stand_ins(held, name)


def forget(bundle: Path, bundle_id: str, store: SecretStore) -> bool:
    """Delete the key and the file; tell whether there was either.

    Raises :class:`NotKept` when the keyring does not let go, and OSError when the file stays.
    """
    known = store.find(Kind.PSEUDONYMS, bundle_id) is not None
    store.forget(Kind.PSEUDONYMS, bundle_id)
    try:
        find(bundle, bundle_id).path.unlink()
    except NoMap:
        return known
    return True


def _write(path: Path, held: Mapping[str, Any]) -> None:
    said = json.dumps(held, indent=2, ensure_ascii=False)
    # Half a character, which JSON can spell, has no other form in a file than its spelling.
    private_file.write(path, f"{said}\n".encode(errors="backslashreplace"))


def _let_go(bundle_id: str, store: SecretStore) -> None:
    with suppress(NotKept):
        store.forget(Kind.PSEUDONYMS, bundle_id)


def _read(path: Path, bundle_id: str) -> MapFile:
    name, told = path.name, _told(path)
    owned, sealed = told.get("bundle_id"), told.get("sealed")
    if owned != bundle_id:
        raise NoMap(text(_OTHERS if isinstance(owned, str) else _DAMAGED, name=name))
    if told.get("form") != FORM:
        raise NoMap(text(_NEWER, name=name))
    if isinstance(sealed, str):
        return MapFile(path, bundle_id, sealed)
    return MapFile(path, bundle_id, None, _stand_ins(told, name))


def _told(path: Path) -> Mapping[str, Any]:
    try:
        told = json.loads(path.read_bytes()) if path.stat().st_size <= MOST_BYTES else None
    except FileNotFoundError:
        raise NoMap(text(_MISSING, name=path.name)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise NoMap(text(_UNREADABLE, name=path.name, reason=reason)) from error
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise NoMap(text(_DAMAGED, name=path.name))
    return told


def _stand_ins(told: Mapping[str, Any], name: str) -> Mapping[str, str]:
    held = told.get("stand_ins")
    if not isinstance(held, dict) or not all(isinstance(said, str) for said in held.values()):
        raise NoMap(text(_DAMAGED, name=name))
    return held


def _sealed(held: Mapping[str, Any], known: str | None) -> tuple[str, str]:
    """Return a key, the known one where there is one, and what only it opens."""
    fernet = _fernet()
    try:
        key, lock = known, fernet(known)
    except (TypeError, ValueError):
        key = fernet.generate_key().decode()
        lock = fernet(key)
    return str(key), lock.encrypt(json.dumps(held).encode()).decode()


def _unsealed(sealed: str, key: str) -> Mapping[str, Any] | None:
    """Return what was sealed, None where it was not sealed with this key or was changed since."""
    fernet = _fernet()
    from cryptography.fernet import InvalidToken  # noqa: PLC0415 - after it was seen to be there

    try:
        held = json.loads(fernet(key).decrypt(sealed))
    except (InvalidToken, ValueError):
        return None
    return held if isinstance(held, dict) else None


def _fernet() -> Any:
    try:
        from cryptography.fernet import Fernet  # noqa: PLC0415 - for a bundle for the public alone
    except ImportError as error:
        raise NotKept(text(_NO_CIPHER, reason=str(error))) from error
    return Fernet
