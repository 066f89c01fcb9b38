"""Replaces identifiers by stand-ins: the same by the same, and so that the same verdicts follow.

What is found is numbered in its order, from a random place on: what was sorted stays sorted, and one
bundle tells nothing about another. ARNs are replaced part by part, names word by word, addresses so
that their subnets keep their shape. What is not known to be a word of AWS's is hidden.
"""

from __future__ import annotations

import ipaddress
import json
import re
import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from ssmwizard.outside.identifiers import FORM, WORD, Type, is_counter, is_own, is_version

_ARN_PARTS = 6
# Keys of IAM's conditions that name a tag: aws:ResourceTag/Team.
_TAG = re.compile(r"([\w-]+:\w*[Tt]ag/)(.+)")
# The name of most ARNs begins with the kind of thing it names.
_KIND = re.compile(r"[a-z][a-z-]+")
_WITHOUT_KIND, _SETTINGS, _STREAM = "s3", "servicesetting/", "log-stream"
_ALIAS = "alias/"
_JOINTS = re.compile(r"([:/])")
_TOKEN = re.compile(r"[^\s\"'`,;=()\[\]{}<>]+")
_STOPS = ".:!?"
# What was asked holds names that answers told, and words of the program.
_ASKED = "parameters"
_FIRST, _PLACES = 1000, 9000
# What says the same everywhere: "any", the networks of homes, the broadcast.
_AS_THEY_ARE = tuple(
    map(ipaddress.ip_network, ("0.0.0.0/8", "192.168.0.0/16", "255.0.0.0/8", "::/127"))
)
_PRIVATE_172 = ipaddress.ip_network("172.16.0.0/12")
_FIRST_172 = 172
Interface = ipaddress.IPv4Interface | ipaddress.IPv6Interface


class StandIns:
    """The stand-ins of one bundle.

    :meth:`learn` is shown everything that will be written, before :meth:`replaced` is asked for any
    of it. ``kept`` names members whose text is a word of AWS's, ``prose`` those whose text is a
    sentence: ``Parent.Member``, or ``Member`` wherever it stands.
    """

    def __init__(self, kept: Iterable[str], prose: Iterable[str]) -> None:
        self._kept, self._prose = frozenset(kept), frozenset(prose)
        self._found: dict[Type, set[str]] = {kind: set() for kind in Type}
        self._given: dict[tuple[Type, str], str] = {}
        self._names: dict[str, str] = {}
        self._start = _FIRST + secrets.randbelow(_PLACES)
        self._flip = 0
        self._learning = self._asking = False

    def learn(self, values: Iterable[Any]) -> None:
        """Take note of every identifier, then give each its stand-in."""
        self._learning = True
        for value in values:
            self.replaced(value)
        self._learning = False
        self._flip = self._fresh_flip()
        self._given.update(self._numbered())
        self._names = {name: self._named(name) for name in self._names}

    def replaced(self, value: Any, path: tuple[str, ...] = ()) -> Any:
        """Return a value of JSON with its identifiers replaced."""
        if isinstance(value, str):
            self._asking = path[:1] == (_ASKED,)
            return self._text(value, path)
        if isinstance(value, Mapping):
            return {
                self._member(str(name)): self.replaced(part, (*path, str(name)))
                for name, part in value.items()
            }
        if isinstance(value, (list, tuple)):
            return [self.replaced(part, path) for part in value]
        return value

    def originals(self) -> dict[str, str]:
        """Return what stands for what: each original by its stand-in."""
        return {given: said for (_, said), given in sorted(self._given.items()) if given != said}

    def _text(self, value: str, path: tuple[str, ...]) -> str:
        if value[:1] in ("{", "["):
            try:
                held = json.loads(value)
            except (ValueError, RecursionError):
                pass
            else:
                return json.dumps(self.replaced(held, path), ensure_ascii=False)
        if _is_in(path, self._kept):
            return value if is_version(value) else self._member(value)
        if _is_in(path, self._prose):
            return _TOKEN.sub(lambda token: self._token(token[0]), value)
        if self._learning and not self._asking:
            self._names[value] = ""
        return self._named(value)

    def _member(self, name: str) -> str:
        """Return the name of a member, or of a key of IAM: some hold the name of a tag, or an id."""
        tagged = _TAG.fullmatch(name)
        return tagged[1] + self._named(tagged[2]) if tagged else self._forms(name)

    def _token(self, token: str) -> str:
        """Return a part of a sentence: a name that was seen elsewhere, or what has a form."""
        bare = token.rstrip(_STOPS)
        if bare in self._names and not self._learning:
            return self._names[bare] + token[len(bare) :]
        return self._forms(token)

    def _named(self, value: str) -> str:
        """Return what somebody wrote: forms are replaced, and the words between them."""
        if not value or is_own(value):
            return value
        if value.startswith(_ALIAS):
            return _ALIAS + self._named(value.removeprefix(_ALIAS))
        told: list[str] = []
        last = 0
        for found in FORM.finditer(value):
            told += [self._words(value[last : found.start()]), self._form(found)]
            last = found.end()
        return "".join((*told, self._words(value[last:])))

    def _forms(self, value: str) -> str:
        """Return a text in which only what has a form is replaced."""
        return FORM.sub(self._form, value)

    def _words(self, said: str) -> str:
        if is_own(said.strip("*?/-")):
            return said
        return WORD.sub(lambda word: self._stand_in(Type.NAME, word[0]), said)

    def _form(self, found: re.Match[str]) -> str:
        kind = Type(found.lastgroup or "")
        body = found[kind]
        if kind is Type.ARN:
            return self._arn(body)
        if kind is Type.ADDRESS:
            return self._address(body)
        if kind is Type.DASHED:
            new = self._address(body.replace("-", ".")).replace(".", "-")
        else:
            new = self._stand_in(kind, body)
        return found[0].replace(body, new)

    def _arn(self, value: str) -> str:
        parts = value.split(":", _ARN_PARTS - 1)
        if len(parts) < _ARN_PARTS or parts[4] == "aws":
            return value
        *head, account, resource = parts
        if account.isdigit():
            account = self._stand_in(Type.ACCOUNT, account)
        if not resource.startswith(_SETTINGS):
            pieces = _JOINTS.split(resource)
            kind = len(pieces) > 1 and parts[2] != _WITHOUT_KIND and _KIND.fullmatch(pieces[0])
            told = (self._piece(piece) for piece in pieces[1 if kind else 0 :])
            resource = (pieces[0] if kind else "") + "".join(told)
        return ":".join((*head, account, resource))

    def _piece(self, piece: str) -> str:
        return piece if piece in (":", "/", _STREAM) else self._named(piece)

    def _address(self, said: str) -> str:
        """Return an address, or a network, with its second part changed: all subnets keep their shape."""
        old = _changeable(said)
        if old is None:
            return said
        if self._learning:
            self._found[Type.ADDRESS].add(said)
            return said
        flip = _bits(old, self._flip)
        new = ipaddress.ip_interface((int(old.ip) ^ flip, old.network.prefixlen))
        whole = new.network if old.ip == old.network.network_address else new
        return str(whole) if "/" in said else str(new.ip)

    def _fresh_flip(self) -> int:
        """Return which bits are changed in the second part: if it can be, to parts that nobody has."""
        seen = {
            (old.packed[0], old.packed[1])
            for old in map(_changeable, self._found[Type.ADDRESS])
            if isinstance(old, ipaddress.IPv4Interface)
        }
        flips = [flip for flip in range(1, 256) if flip & 15]
        secrets.SystemRandom().shuffle(flips)
        for flip in flips:
            moved = {(one, two ^ (flip & 15 if one == _FIRST_172 else flip)) for one, two in seen}
            if not moved & seen:
                return flip
        return flips[0]

    def _stand_in(self, kind: Type, said: str) -> str:
        if kind is Type.NAME and is_counter(said):
            return said
        if self._learning:
            if not (self._asking and kind is Type.NAME):
                self._found[kind].add(said)
            return said
        return self._given.get((kind, said), said)

    def _numbered(self) -> dict[tuple[Type, str], str]:
        return {
            (kind, said): self._made(kind, said, place)
            if kind is not Type.ADDRESS
            else self._address(said)
            for kind, found in self._found.items()
            for place, said in enumerate(sorted(found), self._start)
        }

    def _made(self, kind: Type, said: str, place: int) -> str:
        match kind:
            case Type.ACCOUNT:
                return f"9{place:011d}"
            case Type.UUID:
                return f"00000000-0000-4000-8000-{place:012x}"
            case Type.PRINCIPAL:
                return f"{place:0{len(said)}d}"
            case Type.RESOURCE:
                return f"{place:0{len(said)}x}"
            case _:
                return f"name{place}"


def _changeable(said: str) -> Interface | None:
    """Return an address whose second part may be changed; None for what says the same everywhere."""
    try:
        old = ipaddress.ip_interface(said)
    except ValueError:
        return None
    known = any(old.ip in network for network in _AS_THEY_ARE)
    return None if old.ip.is_loopback or old.ip.is_link_local or known else old


def _bits(old: Interface, flip: int) -> int:
    """Return which bits are changed, those of the second part: of 172.16/12, those behind its prefix."""
    if isinstance(old, ipaddress.IPv6Interface):
        return flip << 96
    return (flip & 15 if old.ip in _PRIVATE_172 else flip) << 16


def _is_in(path: tuple[str, ...], members: frozenset[str]) -> bool:
    return bool(path) and (path[-1] in members or ".".join(path[-2:]) in members)
