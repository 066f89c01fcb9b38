"""What identifiers look like: ARNs, accounts, ids, hosts, addresses. Nothing is replaced here."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from ssmwizard.resources import load_json, partitions


class Type(StrEnum):
    """What an identifier is, and the group of :data:`FORM` that holds it."""

    ARN = "arn"
    KEPT = "kept"
    HOST = "host"
    UUID = "uuid"
    PRINCIPAL = "principal"
    HARDWARE = "hardware"
    DASHED = "dashed"
    REVERSED = "reversed"
    RESOURCE = "resource"
    ADDRESS = "address"
    ACCOUNT = "account"
    DIGEST = "digest"
    NUMBERS = "numbers"
    NAME = "name"


# What the program itself names where it asks about any session.
_EXAMPLE = "0123456789abcdef0"
_HEX = "[0-9a-fA-F]"
_QUAD = r"\d{1,3}(?:\.\d{1,3}){3}"
# What ids of resources begin with.
_PREFIXES = (
    "acl|aclassoc|aki|ami|ari|cagw|cgw|cr|d|dopt|eice|eigw|eipalloc|eipassoc|eni|eni-attach|fl|fs|h|i|igw|lgw|lt|mi|mrk"
    "|nat|o|ou|p|pcx|pl|r|rtb|rtbassoc|sg|sgr|snap|subnet|subnet-cidr-assoc|tgw|tgw-attach|tgw-rtb|vgw|vol|vpc"
    "|vpc-cidr-assoc|vpce|vpce-svc|vpn"
)
_SUFFIXES = "|".join(
    (
        *sorted(
            {
                re.escape(one)
                for row in partitions().rows
                for one in (row.suffix, row.dual_stack_suffix)
            }
        ),
        r"(?:compute|ec2)\.internal",
        r"on\.aws",
    )
)
_REGION = (
    "[a-z]{2}(?:-(?:gov|iso[a-z]*|[a-z]{2}))?"
    "-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\\d[a-z]?"
)
FORM = re.compile(
    r"(?P<arn>\barn:[\w*?-]+:[^\s\"',;()]*)"
    # Variables of policies, how an address is spoken to, Regions and zones.
    rf"|(?P<kept>\$\{{[^{{}}]*\}}|\b[a-z][a-z0-9+]*(?=://)|(?<![\w]){_REGION}(?!\w))"
    rf"|(?P<host>(?<![\w.-])(?P<labels>(?:[\w-]+\.)+?)(?:{_SUFFIXES}))(?![\w-]|\.\w)"
    rf"|(?<![0-9A-Za-z-])(?P<uuid>{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}})(?![0-9A-Za-z-])"
    # Unique ids of IAM: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    r"|(?<![A-Za-z0-9])A[A-Z]{3}(?P<principal>[A-Z0-9]{12,28})(?![A-Za-z0-9])"
    rf"|(?<![0-9A-Za-z:-])(?P<hardware>{_HEX}{{2}}(?P<between>[:-]){_HEX}{{2}}(?:(?P=between){_HEX}{{2}}){{4}})(?![0-9A-Za-z:-])"
    r"|(?<!\d)(?<!\d-)(?P<dashed>\d{1,3}(?:-\d{1,3}){3})(?!-?\d)"
    rf"|(?<![\w.-])(?P<reversed>{_QUAD})(?=\.in-addr\.arpa)"
    rf"|(?<!\w)(?:{_PREFIXES})-(?P<resource>[0-9a-f]{{8,32}})(?!\w)"
    # The long ids of whatever else there is; the program's own example is none.
    rf"|(?<![A-Za-z0-9])(?!{_EXAMPLE})(?P<lone>[0-9a-f]{{17}})(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9])vol(?P<volume>[0-9a-f]{17})(?![A-Za-z0-9])"
    r"|(?<![\w-])(?:o-(?P<organization>[a-z0-9]{10,32})|ou-(?P<unit>[a-z0-9]{4,32}-[a-z0-9]{8,32}))(?![\w-])"
    rf"|(?<![\w.])(?P<address>{_QUAD}(?!\d|\.\d)(?:/\d{{1,2}}(?!\d))?"
    rf"|(?<![:])(?:{_HEX}{{0,4}}:){{2,7}}(?:{_HEX}{{0,4}}|{_QUAD})(?![\w:.])(?:/\d{{1,3}})?)"
    r"|(?:/home/|[/\\]Users[/\\]+)(?P<name>[^/\\\s\"':;]+)"
    r"|(?<![0-9A-Za-z])(?<!\d\.)(?P<account>\d{12})(?![0-9A-Za-z]|\.\d)"
    rf"|(?<!\w)(?P<digest>{_HEX}{{32,128}}(?:==)?)(?!\w)"
    # Security identifiers of Windows.
    r"|(?<![\w-])S-1-5-21-(?P<numbers>\d+(?:-\d+){2,3})(?![\w-])"
)
WORD = re.compile(r"[^\W_]+")
# Groups of the form whose stand-in is that of another type.
SAME_AS = {
    "lone": Type.RESOURCE,
    "volume": Type.RESOURCE,
    "organization": Type.RESOURCE,
    "unit": Type.NAME,
    "numbers": Type.NUMBERS,
}

# Names that AWS gave, and words that are no names.
_OWN = re.compile(
    r"com\.amazonaws\..+"
    r"|AmazonProvidedDNS|Amazon (?:RSA|ECDSA|Root CA|Linux)[\w ]*|AWSServiceRoleFor\w+"
    rf"|(?:aws-ssm|aws-windows-downloads|amazon-ssm|amazon-ssm-packages|patch-baseline-snapshot)-{_REGION}"
    # Tags that only AWS can write, and programs of this program.
    r"|aws:[\w:.-]+|ssmwizard[\w-]*"
)
_REGION_ALONE = re.compile(_REGION)
_NUMBER = re.compile(r"\d{1,6}|v?\d+(?:\.\d+){1,2}")
_VERSION = re.compile(r"v?\d+(?:\.\d+){1,5}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?")
_BRANDS = frozenset(
    {"AWS", "AWSReservedSSO", "Amazon", "amazon", "amzn", "aws", "ec2", "ip", "ssm"}
)
_PROGRAM = re.compile(r"\d(?:\.\d{1,3}){2}\.0")
_ACCOUNT_DIGITS = 12
_MOST_DIGITS = 4
_SHORTEST = 8
_ORDINARY = "data/kept_members.json"


@lru_cache(maxsize=4)
def _known(group: str) -> frozenset[str]:
    return frozenset(load_json(_ORDINARY)[group])


@lru_cache(maxsize=65536)
def is_own(name: str) -> bool:
    """Tell whether a name is AWS's, a Region, a number, a time, or a word that names nothing."""
    return (
        name.casefold() in _known("words")
        or is_label(name)
        or any(form.fullmatch(name) for form in (_OWN, _REGION_ALONE, _NUMBER, _TIME))
    )


def is_brand(word: str) -> bool:
    """Tell whether a word of a name is AWS's: its rules ask for the beginnings of such names."""
    return word in _BRANDS


def is_label(label: str) -> bool:
    """Tell whether a part of the name of one of AWS's hosts is AWS's own: a service, a kind of address."""
    return label in _known("labels")


def is_folder(part: str) -> bool:
    """Tell whether a part of a path is the same on every computer, and names nobody."""
    return part.casefold() in _known("folders")


def is_version(said: str) -> bool:
    """Tell whether a text is a version; some look like addresses."""
    return _VERSION.fullmatch(said) is not None


def is_counter(word: str) -> bool:
    """Tell whether a part of a name only counts (``web-01``), or is the program's own example."""
    return (word.isdigit() and len(word) <= _MOST_DIGITS) or word == _EXAMPLE


def tells(said: str) -> bool:
    """Tell whether finding a word somewhere means that an identifier is there: common words mean nothing.

    Numbers may be dates, and what looks like an address may be a version of a program.
    """
    if said.isdigit() or _PROGRAM.fullmatch(said):
        return len(said) == _ACCOUNT_DIGITS
    return len(said) >= _SHORTEST and any(letter.isdigit() for letter in said)
