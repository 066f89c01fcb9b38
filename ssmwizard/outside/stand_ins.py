"""Replaces identifiers by stand-ins: the same by the same, and so that the same verdicts follow.

What is found is numbered in its order, from a place on that the key of the bundle says: what was sorted
stays sorted, and one bundle tells nothing about another. ARNs and hosts are replaced part by part, names
word by word, addresses so that their networks keep their shape. What is not known to be a word of AWS's is
hidden. Texts inside texts are followed, and written again as they were.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ssmwizard.outside import nested, prose
from ssmwizard.outside.address_stand_ins import AddressStandIns
from ssmwizard.outside.identifiers import (
    FORM,
    SAME_AS,
    WORD,
    Type,
    is_brand,
    is_counter,
    is_folder,
    is_label,
    is_own,
    is_version,
)
from ssmwizard.outside.stand_in_numbers import numbered

_ARN_PARTS = 6
# Keys of IAM's conditions, and variables of policies, that name a tag: aws:ResourceTag/Team.
_TAG = re.compile(r"((?:\$\{)?[\w-]+:\w*[Tt]ag/)([^},]+)(.*)", re.DOTALL)
# The name of most ARNs begins with the kind of thing it names.
_KIND = re.compile(r"[a-z][a-z-]+")
_WITHOUT_KIND, _SETTINGS, _STREAM = "s3", "servicesetting/", "log-stream"
_ALIAS = "alias/"
_JOINTS = re.compile(r"(\$\{[^{}]*\}|[:/])")
_BEGINNING, _END = re.compile(r"[^\W_]+(?=[*?])"), re.compile(r"(?<=[*?])[^\W_]+")
# A path of a file, or several of folders, as systems write them; and what stands between their parts.
_PATH = re.compile(r"[/~%]|\\\\|[A-Za-z]:[/\\]")
_BETWEEN_PARTS = re.compile(r"([/\\:;]+)")
# Members that are taken part by part however they begin.
_IN_PARTS = frozenset({"SettingValue", "program", "shell"})
_TOKEN = re.compile(r"[^\s\"'`,;=()\[\]{}<>]+")
_SPOKEN = re.compile(r"[A-Za-z0-9_][\w.$-]*")
_STOPS = ".:!?"
# A version stands after a program or its word, or ends in nought as the agent's do.
_BEFORE_VERSION = re.compile(r"(?:\b(?:version|release|v)[ =:]*|[A-Za-z][/_-])\Z", re.IGNORECASE)
_OF_VERSION = re.compile(r"\d(?:\.\d{1,3}){2}\.0")
# What was asked holds names that answers told, and words of the program.
_ASKED = "parameters"
_TAGS = frozenset({"tags", "Tags"})
_DEEPEST = 8
_TRIES = 8


class StandIns:
    """The stand-ins of one bundle, which depend on its ``key`` and on all that is in it.

    :meth:`learn` is shown everything that will be written, before :meth:`replaced` is asked for any
    of it. ``kept`` names members whose text is a word of AWS's, ``prose`` those whose text is a
    sentence: ``Parent.Member``, or ``Member`` wherever it stands; ``paths`` those whose text may name
    files of this computer, alone, in a list, or by names.
    """

    def __init__(
        self, kept: Iterable[str], prose: Iterable[str], key: bytes, paths: Iterable[str] = ()
    ) -> None:
        self._kept, self._prose, self._paths = frozenset(kept), frozenset(prose), frozenset(paths)
        self._key = key
        self._found: dict[Type, set[str]] = {kind: set() for kind in Type}
        self._begins: set[str] = set()
        self._ends: set[str] = set()
        self._aws: set[str] = set()
        self._given: dict[tuple[Type, str], str] = {}
        self._names: dict[str, str] = {}
        self._spoken: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._addresses = AddressStandIns(key)
        self._accounts: re.Pattern[str] | None = None
        self._depth = 0
        # Members have the same few names over and over.
        self._members: dict[tuple[str, bool, bool], str] = {}
        self._learning = self._asking = self._in_sentence = False

    def learn(self, values: Iterable[Any]) -> None:
        """Take note of every identifier, then give each its stand-in."""
        self._learning = True
        for value in values:
            self.replaced(value)
        self._learning = False
        self._members.clear()
        self._addresses = self._settled()
        self._given = numbered(self._found, self._begins, self._ends, self._digest("start"))
        for said in self._found[Type.ADDRESS]:
            self._given[Type.ADDRESS, said] = self._addresses.replaced(said)
        accounts = self._found[Type.ACCOUNT]
        if accounts:
            self._accounts = re.compile(rf"(?<!\d)(?:{'|'.join(sorted(accounts))})(?!\d)")
        self._names = {name: self._named(name) for name in self._names}
        self._spoken = {name: self._named(name) for name in self._spoken}
        self._places = {path: self._place(path) for path in self._places}

    def replaced(self, value: Any, path: tuple[str, ...] = ()) -> Any:
        """Return a value of JSON with its identifiers replaced."""
        if isinstance(value, str):
            self._asking = path[:1] == (_ASKED,)
            return self._text(value, path)
        if isinstance(value, Mapping):
            name_of = self._named if path[-1:] and path[-1] in _TAGS else self._member
            return {
                name_of(str(name)): self.replaced(part, (*path, str(name)))
                for name, part in value.items()
            }
        if isinstance(value, (list, tuple)):
            return [self.replaced(part, path) for part in value]
        return value

    def originals(self) -> dict[str, str]:
        """Return what stands for what: each original by its stand-in."""
        return {given: said for (_, said), given in sorted(self._given.items()) if given != said}

    def hidden(self) -> frozenset[str]:
        """Return the originals that stand for nothing else: none of them is to be found again."""
        return frozenset(self.originals().values()) - set(self._given.values())

    def _text(self, value: str, path: tuple[str, ...]) -> str:
        if self._depth >= _DEEPEST:
            return self._whole(value)
        if value[:1] in ("{", "["):
            try:
                held = json.loads(value)
            except (ValueError, RecursionError):
                pass
            else:
                return self._deeper(
                    lambda: json.dumps(self.replaced(held, path), ensure_ascii=False)
                )
        inside = nested.opened(value)
        return self._leaf(value, path) if inside is None else self._inside(value, inside, path)

    def _inside(self, value: str, inside: nested.Inside, path: tuple[str, ...]) -> str:
        """Return a text whose other form is replaced, and written again as it was."""
        said = inside.text
        if said is None:
            return self._whole(value)
        new = self._deeper(lambda: self._text(said, path))
        return value if new == said else inside.again(new)

    def _deeper(self, look: Callable[[], str]) -> str:
        self._depth += 1
        try:
            return look()
        finally:
            self._depth -= 1

    def _leaf(self, value: str, path: tuple[str, ...]) -> str:
        if not self._paths.isdisjoint(path[-2:]) and (
            path[-1] in _IN_PARTS or _PATH.match(value) is not None
        ):
            return self._place(value)
        if _is_in(path, self._kept):
            return value if is_version(value) else self._member(value)
        if _is_in(path, self._prose):
            return self._sentence(value, path)
        if self._learning and not self._asking:
            self._names[value] = ""
        return self._named(value)

    def _place(self, value: str) -> str:
        """Return a path in which only those parts stay that are the same on every computer."""
        if self._learning:
            self._places[value] = ""
        return self._between_forms(
            value, lambda said: "".join(map(self._part, _BETWEEN_PARTS.split(said)))
        )

    def _part(self, part: str) -> str:
        """Return a part of a path; one letter is a drive."""
        return part if len(part) == 1 or is_folder(part) else self._named(part)

    def _sentence(self, value: str, path: tuple[str, ...]) -> str:
        if self._learning:
            for name in prose.names(value):
                self._spoken[name] = ""
                self._named(name)
        before, self._in_sentence = self._in_sentence, True
        try:
            return self._coded(value, lambda part: _TOKEN.sub(self._token, part), path)
        finally:
            self._in_sentence = before

    def _coded(self, value: str, plain: Callable[[str], str], path: tuple[str, ...] = ()) -> str:
        """Return a text with what stands in base64 in it replaced, and the rest as ``plain`` does."""
        told: list[str] = []
        last = 0
        for start, end, inside in nested.runs(value):
            told.append(plain(value[last:start]))
            told.append(self._inside(value[start:end], inside, path))
            last = end
        return "".join((*told, plain(value[last:])))

    def _member(self, name: str) -> str:
        """Return the name of a member, or of a key of IAM: some hold the name of a tag, or an id."""
        key = (name, self._asking, self._in_sentence)
        if key not in self._members:
            self._members[key] = self._new_member(name)
        return self._members[key]

    def _new_member(self, name: str) -> str:
        tagged = _TAG.fullmatch(name)
        if tagged:
            return tagged[1] + self._named(tagged[2]) + tagged[3]
        return self._coded(name, self._forms)

    def _token(self, found: re.Match[str]) -> str:
        """Return a part of a sentence: a name that was seen elsewhere, or what has a form."""
        token = found[0]
        bare = token.rstrip(_STOPS)
        if not self._learning and bare in self._places:
            return self._places[bare] + token[len(bare) :]
        if not self._learning and bare in self._names and not is_own(bare):
            return self._names[bare] + token[len(bare) :]
        return self._between_forms(token, self._words_spoken, found.string[: found.start()])

    def _words_spoken(self, said: str) -> str:
        return said if self._learning else _SPOKEN.sub(lambda word: self._word(word[0]), said)

    def _word(self, word: str) -> str:
        """Return a word of a sentence, with its ending, if it is a name that was told elsewhere."""
        bare = word.rstrip(".-")
        while bare:
            if bare in self._spoken:
                return self._spoken[bare] + word[len(bare) :]
            if bare in self._names and not is_own(bare):
                return self._names[bare] + word[len(bare) :]
            bare = bare.rpartition(".")[0]
        return word

    def _named(self, value: str) -> str:
        """Return what somebody wrote: forms are replaced, and the words between them."""
        if not value:
            return value
        if self._is_own(value):
            return self._forms(value)
        if value.startswith(_ALIAS):
            return _ALIAS + self._named(value.removeprefix(_ALIAS))
        if self._learning:
            self._begins.update(_BEGINNING.findall(value))
            self._ends.update(_END.findall(value))
        return self._coded(value, lambda part: self._between_forms(part, self._words))

    def _forms(self, value: str) -> str:
        """Return a text in which only what has a form is replaced."""
        return self._between_forms(value, self._accounts_in)

    def _between_forms(self, value: str, plain: Callable[[str], str], before: str = "") -> str:
        told: list[str] = []
        last = 0
        for found in FORM.finditer(value):
            told.append(plain(value[last : found.start()]))
            told.append(self._form(found, before + value[: found.start()]))
            last = found.end()
        return "".join((*told, plain(value[last:])))

    def _accounts_in(self, said: str) -> str:
        if self._accounts is None or self._learning:
            return said
        return self._accounts.sub(lambda found: self._stand_in(Type.ACCOUNT, found[0]), said)

    def _is_own(self, name: str) -> bool:
        return name in self._aws or is_own(name)

    def _words(self, said: str) -> str:
        """Return the words of a name; those of one with parts are AWS's own here as they are in its ARN."""
        if "/" in said:
            return "/".join(
                part if self._is_own(part) else self._words(part) for part in said.split("/")
            )
        return WORD.sub(
            lambda word: word[0] if is_brand(word[0]) else self._stand_in(Type.NAME, word[0]), said
        )

    def _form(self, found: re.Match[str], before: str) -> str:
        group = found.lastgroup or ""
        body = found[group]
        kind = SAME_AS.get(group) or Type(group)
        match kind:
            case Type.KEPT:
                return self._member(body) if _TAG.fullmatch(body) else body
            case Type.ARN:
                return self._arn(body)
            case Type.HOST:
                labels = found["labels"]
                new = ".".join(map(self._label, labels.split(".")))
                return new + body.removeprefix(labels)
            case Type.ADDRESS:
                return body if self._is_version(body, before) else self._address(body)
            case Type.DASHED:
                new = self._address(body.replace("-", ".")).replace(".", "-")
            case Type.REVERSED:
                new = _backwards(self._address(_backwards(body)))
            case _:
                new = self._stand_in(kind, body)
        return found[0].replace(body, new)

    def _label(self, label: str) -> str:
        """Return a part of the name of one of AWS's hosts."""
        return label if is_label(label) else self._named(label)

    def _is_version(self, said: str, before: str) -> bool:
        """Tell whether four numbers in a sentence are a version, by where they stand."""
        if not self._in_sentence or said in self._found[Type.ADDRESS] or not is_version(said):
            return False
        return bool(_OF_VERSION.fullmatch(said) or _BEFORE_VERSION.search(before[-12:]))

    def _arn(self, value: str) -> str:
        parts = value.split(":", _ARN_PARTS - 1)
        if len(parts) < _ARN_PARTS or parts[4] == "aws":
            if self._learning:
                self._aws.add(value.rpartition("/")[2])
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
        """Return an address, or a network, that stands for another."""
        if self._learning:
            self._found[Type.ADDRESS].add(said)
            return said
        return self._addresses.replaced(said)

    def _settled(self) -> AddressStandIns:
        """Return the stand-ins of all addresses: if it can be, such as are nobody's here."""
        said = self._found[Type.ADDRESS]
        tries: list[tuple[int, int, AddressStandIns]] = []
        for number in range(_TRIES):
            made = AddressStandIns(self._digest(f"addresses {number}"))
            for one in said:
                made.learn(one)
            made.settle()
            met = sum(new != one and new in said for one in said if (new := made.replaced(one)))
            tries.append((met, number, made))
            if not met:
                break
        return min(tries)[2]

    def _digest(self, purpose: str) -> bytes:
        return hashlib.blake2b(purpose.encode(), key=self._key, digest_size=32).digest()

    def _whole(self, value: str) -> str:
        """Return a name for a text that nobody can look into."""
        return self._stand_in(Type.NAME, value)

    def _stand_in(self, kind: Type, said: str) -> str:
        if kind is Type.NAME and is_counter(said):
            return said
        if self._learning:
            if not (self._asking and kind is Type.NAME):
                self._found[kind].add(said)
            return said
        return self._given.get((kind, said), said)


def _backwards(address: str) -> str:
    return ".".join(reversed(address.split(".")))


def _is_in(path: tuple[str, ...], members: frozenset[str]) -> bool:
    return bool(path) and (path[-1] in members or ".".join(path[-2:]) in members)
