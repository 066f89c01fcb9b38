"""What identifiers look like: ARNs, accounts, ids of resources, addresses. Nothing is replaced here."""

from __future__ import annotations

import re
from enum import StrEnum


class Type(StrEnum):
    """What an identifier is, and the group of :data:`FORM` that holds it."""

    ARN = "arn"
    UUID = "uuid"
    PRINCIPAL = "principal"
    RESOURCE = "resource"
    DASHED = "dashed"
    ADDRESS = "address"
    ACCOUNT = "account"
    NAME = "name"


_HEX = "[0-9a-fA-F]"
# What ids of resources begin with.
_PREFIXES = (
    "acl|aclassoc|aki|ami|ari|cagw|cgw|dopt|eigw|eipalloc|eipassoc|eni|eni-attach|fl|i|igw|lgw|lt|mi|mrk|nat"
    "|o|ou|p|pcx|pl|r|rtb|rtbassoc|sg|sgr|snap|subnet|subnet-cidr-assoc|tgw|tgw-attach|tgw-rtb|vgw|vol|vpc"
    "|vpc-cidr-assoc|vpce|vpce-svc|vpn"
)
FORM = re.compile(
    r"(?P<arn>\barn:[\w*?-]+:[^\s\"',;()]*)"
    rf"|(?<![\w-])(?P<uuid>{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}})(?![\w-])"
    # Unique ids of IAM: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    r"|(?<![A-Za-z0-9])A[A-Z]{3}(?P<principal>[A-Z0-9]{12,28})(?![A-Za-z0-9])"
    r"|(?<![\w-])ip-(?P<dashed>\d{1,3}(?:-\d{1,3}){3})(?![\w-])"
    rf"|(?<!\w)(?:{_PREFIXES})-(?P<resource>[0-9a-f]{{8,32}})(?!\w)"
    rf"|(?<![\w:.])(?P<address>\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?![\w.]*\w)(?:/\d{{1,2}})?"
    rf"|(?:{_HEX}{{0,4}}:){{2,7}}{_HEX}{{0,4}}(?![\w:.])(?:/\d{{1,3}})?)"
    r"|(?:/home/|[/\\]Users[/\\]+)(?P<name>[^/\\\s\"':;]+)"
    r"|(?<![\w.-])(?P<account>\d{12})(?![\w.-])"
)
WORD = re.compile(r"[^\W_]+")

# Names that AWS gave, and words that are no names.
_OWN = re.compile(
    r"\$?(?:AWS|Aws|aws|Amazon|SSM-|com\.amazonaws\b|ssmwizard).*"
    r"|.*\.(?:amazonaws\.com(?:\.cn)?|api\.aws|on\.aws)|(?:ec2|compute)\.internal"
    r"|service-role|managed-instance|(?:ec2|ssm)messages"
    r"|(?i:default|root|name|true|false|none|\$none|null|system|local)"
)
_REGION = re.compile(r"[a-z]{2}(?:-[a-z]+){1,3}-\d[a-z]?")
_NUMBER = re.compile(r"\d{1,11}|v?\d+(?:\.\d+){1,2}")
_VERSION = re.compile(r"v?\d+(?:\.\d+){1,5}")
# What the program itself names where it asks about any session.
_EXAMPLE = "0123456789abcdef0"
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?")
_MOST_DIGITS = 4
_SHORTEST = 8


def is_own(name: str) -> bool:
    """Tell whether a name is AWS's, a Region, a number, a time, or a word that names nothing."""
    return any(form.fullmatch(name) for form in (_OWN, _REGION, _NUMBER, _TIME))


def is_version(said: str) -> bool:
    """Tell whether a text is a version; some look like addresses."""
    return _VERSION.fullmatch(said) is not None


def is_counter(word: str) -> bool:
    """Tell whether a part of a name only counts (``web-01``), or is the program's own example."""
    return (word.isdigit() and len(word) <= _MOST_DIGITS) or word == _EXAMPLE


def tells(said: str) -> bool:
    """Tell whether finding a word somewhere means that an identifier is there: common words mean nothing."""
    return len(said) >= _SHORTEST and any(letter.isdigit() for letter in said)
