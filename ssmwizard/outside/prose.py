"""Sentences and logs: which of their words name a user or a host, going by what stands around them.

It is told from the places at which logs of systems name somebody; a word that names nobody (``root``,
``user``) is none. Nothing is replaced here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssmwizard.outside.identifiers import FORM, is_own, is_version

# Bounded, so that the time does not grow with the square of a line.
_NAME = r"[A-Za-z0-9_][\w.$-]{0,62}[\w$]|[A-Za-z]"
_STAMP = (
    r"(?:<\d+>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)?)"
)
_DOMAINS = (
    "com|net|org|io|edu|gov|info|biz|cloud|corp|dev|example|home|internal|intra|intranet|invalid|lan|local|localdomain|test"
    "|ae|at|au|be|br|ca|ch|cn|cz|de|dk|es|eu|fi|fr|gr|hk|hu|ie|il|it|jp|kr|mx|nl|nz|pl|pt|ro|ru|se|sg|tr|tw|ua|uk|us|za"
)
# Whose hosts are everybody's: those of AWS, and of who makes systems.
_PUBLIC = re.compile(
    r"(?:.*\.)?(?:amazon\.com|amazonaws\.(?:com|cn)|aws|github\.com|ubuntu\.com|canonical\.com|debian\.org|redhat\.com"
    r"|fedoraproject\.org|centos\.org|suse\.com|microsoft\.com|windows\.com|windowsupdate\.com|python\.org|snapcraft\.io"
    r"|kernel\.org|freedesktop\.org|ntp\.org|launchpad\.net)"
)
_PLACES = tuple(
    re.compile(place.replace("NAME", f"(?P<name>{_NAME})"), re.MULTILINE)
    for place in (
        # A line of syslog: when, where, which program.
        rf"^(?:\[ *[\d.]+\] *)?{_STAMP} NAME [\w./@()-]+(?:\[\d+\])?:",
        r"^NAME login: ",
        r"(?i:\b(?:static |transient |pretty )?host ?name)(?: (?:is|set)| set to| changed to)?[ \t]*[:=]?[ \t]*[\"'<]?NAME",
        r"(?i:\b(?:computer ?name|rdpcertificate-subjectname|account name|account domain|logon account|fqdn))[ \t]*[:=][ \t]*[\"']?NAME",
        r"\bfor (?:invalid user |illegal user |user )?NAME (?:from|by)\b",
        r"\b(?:opened|closed|created|locked|removed) (?:for|by) (?:user )?NAME\b",
        r"(?i:\b(?:user|ruser|logname|acct|username|account|login|owner|home))=[\"']?NAME",
        r"\b[ug]id=\d+\(NAME\)",
        r"\bname=NAME",
        r"\bsudo(?:\[\d+\])?: +NAME :",
        r"\bsu(?:\[\d+\])?: \(to [^)]+\) NAME\b",
        r"\bUSER=NAME",
        r"\bInvalid user NAME",
        r"(?i:\buser )[\"']NAME[\"']",
        # A domain of Windows and its user; the letter of a drive has a colon.
        r"(?<![\w\\:/.-])NAME\\[\w.$-]+\b(?!\\)",
        r"(?<![\w\\:/.-])[A-Z][\w-]{1,62}\\NAME\b(?!\\)",
        r"(?<![\w.+-])NAME@[\w-]",
        r"(?<=[\w*]@)NAME",
        r"\b(?:CN|O|OU) ?= ?NAME",
        r"\bserver name(?: is|:) NAME",
        r"//NAME(?:[:/]|\b)",
        # A host with its domain.
        rf"(?<![\w.@/-])(?P<name>(?:[\w-]{{1,63}}\.){{1,8}}(?:{_DOMAINS}))(?![\w-]|\.\w)",
    )
)


def names(said: str) -> Iterator[str]:
    """Yield each name of a user or a host that a sentence or a log speaks of."""
    for place in _PLACES:
        for found in place.finditer(said):
            name = found["name"]
            if not (is_own(name) or is_version(name) or is_of_everybody(name)):
                yield name


def is_of_everybody(host: str) -> bool:
    """Tell whether a host is AWS's, or of who makes systems."""
    form = FORM.fullmatch(host)
    return _PUBLIC.fullmatch(host) is not None or (form is not None and form["host"] is not None)
