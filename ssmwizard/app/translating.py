"""From the stand-ins of a bundle back to the names: keeping what it takes, and doing it."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ssmwizard.app.progress import Progress
from ssmwizard.model.text import N_, Text, joined, text
from ssmwizard.outside import map_back
from ssmwizard.outside.map_back import NoMap
from ssmwizard.outside.secret_store import SERVICE, Kind, NotKept, SecretStore

if TYPE_CHECKING:
    from ssmwizard.app.bundle import Bundle

__all__ = [
    "Back",
    "Keeping",
    "NoMap",
    "NotKept",
    "Translation",
    "Translator",
    "back",
    "back_of_lost",
    "keep",
]

KEPT = N_(
    "What its stand-ins stand for is beside it, in {name}, encrypted and for you alone. The key to it is in the keyring, as {key}."
)
PLAIN = N_(
    "What its stand-ins stand for is beside it, in {name}, for you alone. It is not encrypted: do not send it along."
)
NOT_KEPT = N_("What its stand-ins stand for was not kept. {reason}")
ASKED = N_("The keyring is given the key to the stand-ins; it may want to be unlocked")
STAND_INS = N_("Accounts, ids, names and addresses in it are stand-ins.")
_NO_FILE = N_("{name} cannot be written: {reason}.")
# A word, or one letter that is none.
_PIECE = re.compile(r"[^\W_]+|[\W_]")
# Unique ids of IAM tell with four letters what they are of.
_UNIQUE = re.compile(r"(A[A-Z]{3})([A-Z0-9]{12,28})", re.IGNORECASE)
_END = ""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What became of the way back, in words; and whether there is one now."""

    kept: bool
    says: Text


@dataclass(frozen=True, slots=True)
class Translation:
    """A text with the names in it, and how many stand-ins were replaced."""

    said: str
    replaced: int


class Translator:
    """Puts names in the place of stand-ins. A stand-in is found as a whole, never within a word."""

    def __init__(self, originals: Mapping[str, str]) -> None:
        self._known: dict[str, Any] = {}
        for stand_in, said in originals.items():
            self._learn(stand_in, said)
            self._learn_in_names(stand_in, said)

    def translation(self, written: str) -> Translation:
        """Return a text with each stand-in replaced by what it stands for."""
        told = list(self._told(_PIECE.findall(written)))
        return Translation("".join(one for one, _ in told), sum(new for _, new in told))

    def _learn(self, stand_in: str, said: str) -> None:
        at = self._known
        for piece in _PIECE.findall(stand_in.lower()):
            at = at.setdefault(piece, {})
        at[_END] = said

    def _learn_in_names(self, stand_in: str, said: str) -> None:
        """Take in how an address stands in the names of machines: ``ip-10-0-0-1``, ``1.0.0.10.in-addr``."""
        try:
            both = ipaddress.IPv4Address(stand_in), ipaddress.IPv4Address(said)
        except ValueError:
            return
        self._learn(*(str(one).replace(".", "-") for one in both))
        self._learn(*(one.reverse_pointer for one in both))

    def _told(self, pieces: list[str]) -> Iterator[tuple[str, bool]]:
        """Return the pieces with names for the longest stand-ins, and whether each is new."""
        place = 0
        while place < len(pieces):
            length, said = self._longest(pieces, place)
            said = self._unique(pieces[place]) if said is None else said
            yield (pieces[place], False) if said is None else (said, True)
            place += length

    def _longest(self, pieces: list[str], place: int) -> tuple[int, str | None]:
        """Return how many pieces the longest stand-in has that begins at a place, and its name."""
        length, said, at = 1, None, self._known
        for end in range(place, len(pieces)):
            found = at.get(pieces[end].lower())
            if found is None:
                break
            at = found
            if _END in at:
                length, said = end - place + 1, at[_END]
        return length, said

    def _unique(self, piece: str) -> str | None:
        found = _UNIQUE.fullmatch(piece)
        said = self._known.get(found[2].lower(), {}).get(_END) if found else None
        return found[1] + said if found and said is not None else None


@dataclass(frozen=True, slots=True)
class Back:
    """The way back from the stand-ins of a bundle that was read."""

    bundle: Path
    bundle_id: str
    store: SecretStore

    def missing(self) -> Text | None:
        """Say why nothing can be translated, as far as that shows without asking the keyring."""
        try:
            map_back.find(self.bundle, self.bundle_id)
        except NoMap as problem:
            return problem.reason
        return None

    def says(self) -> Text:
        """Say that there are stand-ins, and why they cannot be translated where they cannot."""
        missing = self.missing()
        return text(STAND_INS) if missing is None else joined(text(STAND_INS), missing)

    def translator(self) -> Translator:
        """Return what translates; raises :class:`NoMap`. The keyring may want to be unlocked."""
        found = map_back.find(self.bundle, self.bundle_id)
        return Translator(map_back.originals(found, self.store))

    def forget(self) -> bool:
        """Delete the key and the file; tell whether there was either.

        Raises :class:`NotKept` when the keyring does not let go, and OSError when the file stays.
        """
        return map_back.forget(self.bundle, self.bundle_id, self.store)


def keep(
    made: Bundle,
    path: Path,
    store: SecretStore | None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Keeping | None:
    """Keep what the stand-ins of a bundle stand for, and say where; None for one without any.

    ``store`` is None where the operator wishes no keyring: then it is not encrypted. Where the keyring
    takes nothing, nothing is kept; the bundle is as good without.
    """
    if not made.originals:
        return None
    if store is not None:
        progress(Progress(0, 0, text(ASKED)))
    try:
        file = map_back.keep(path, made.id, made.originals, store)
    except NotKept as problem:
        return Keeping(kept=False, says=text(NOT_KEPT, reason=problem.reason))
    except OSError as error:
        name, reason = map_back.beside(path).name, error.strerror or str(error)
        return Keeping(
            kept=False, says=text(NOT_KEPT, reason=text(_NO_FILE, name=name, reason=reason))
        )
    if store is None:
        return Keeping(kept=True, says=text(PLAIN, name=file.name))
    key = f"{SERVICE}: {Kind.PSEUDONYMS} {made.id}"
    return Keeping(kept=True, says=text(KEPT, name=file.name, key=key))


def back_of_lost(bundle: Path, store: SecretStore) -> Back | None:
    """Return the way back from a bundle that is gone; None where nothing is kept for it."""
    owner = map_back.owner(map_back.beside(bundle))
    return Back(bundle, owner, store) if owner is not None else None


def back(bundle: Path, manifest: Mapping[str, Any], store: SecretStore) -> Back | None:
    """Return the way back from a bundle; None for one in which identifiers were kept."""
    redaction = manifest.get("redaction")
    replaced = isinstance(redaction, dict) and redaction.get("identifiers") == "replaced"
    return Back(bundle, str(manifest.get("bundle_id")), store) if replaced else None
