"""What the environment sets, as evidence, and the words where it contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable

from ssmwizard.checks.rule import seen
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Evidence
from ssmwizard.model.identity import IdentityFacts
from ssmwizard.model.settings import KEY, PROFILE, REGION, Line, Reader, lines
from ssmwizard.model.text import N_, Text, text


def shown(identity: IdentityFacts) -> tuple[Line, ...]:
    """Return what is set, thing by thing; nothing where it could not be read."""
    if not isinstance(identity.settings, Known):
        return ()
    return lines(identity.settings.value, identity.profile, _chosen_region(identity))


def evidence(identity: IdentityFacts) -> tuple[Evidence, ...]:
    """Return what is set as evidence: each place, what it says, and who goes by it."""
    fact = identity.settings
    if not isinstance(fact, Known):
        return ()
    return tuple(seen(line.topic, ", ".join(_said(line)), fact) for line in shown(identity))


def two_profiles(identity: IdentityFacts) -> Text | None:
    """Say that two variables name different profiles, where it matters."""
    told = _variables(identity)
    one, other = (told.get(name, "") for name in PROFILE)
    if identity.profile is not None or not one or not other or one == other:
        return None
    said = N_(
        "AWS_PROFILE names the profile {one}, AWS_DEFAULT_PROFILE names {other}. The AWS CLI 2 and ssmwizard go by {one}, the AWS CLI 1 and other programs by {other}. Remove one of the two variables."
    )
    return text(said, one=one, other=other)


def key_before_profile(identity: IdentityFacts) -> Text | None:
    """Say that a key of the environment goes before the profile that the environment names."""
    told = _variables(identity)
    named = next((told[name] for name in PROFILE if name in told), "")
    if identity.profile is not None or KEY not in told or not named:
        return None
    said = N_(
        "The access key {key} in AWS_ACCESS_KEY_ID goes before the profile {profile}, which the environment names too. If it is left over, remove AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN."
    )
    return text(said, key=told[KEY], profile=named)


def two_regions(identity: IdentityFacts) -> Text | None:
    """Say that two variables name different Regions, where it matters."""
    told = _variables(identity)
    one, other = (told.get(name, "") for name in REGION)
    if not one or not other or one == other or identity.region != one:
        return None
    said = N_(
        "AWS_REGION says {one}, AWS_DEFAULT_REGION says {other}. The AWS CLI 2 and ssmwizard go by {one}, the AWS CLI 1 by {other}. Remove one of the two variables."
    )
    return text(said, one=one, other=other)


def _variables(identity: IdentityFacts) -> dict[str, str]:
    fact = identity.settings
    return dict(fact.value.variables) if isinstance(fact, Known) else {}


def _chosen_region(identity: IdentityFacts) -> str | None:
    """Return the Region where it comes from no variable and no profile: then it was chosen."""
    assert isinstance(identity.settings, Known)
    told = identity.settings.value
    places = (*(told.variables.get(name) for name in REGION), told.of_profile.get("region"))
    first = next((one for one in places if one), None)
    return identity.region if identity.region != first else None


def _said(line: Line) -> Iterable[str]:
    for place in line.places:
        readers = ", ".join(_words(place.readers)) or "-"
        yield f"{place.name} {place.value} ({readers})"


def _words(readers: tuple[Reader, ...]) -> Iterable[str]:
    """Both AWS CLIs in one word, where they go by the same."""
    both = {Reader.CLI_1, Reader.CLI_2} <= set(readers)
    for reader in readers:
        if not both or reader not in (Reader.CLI_1, Reader.CLI_2):
            yield reader
        elif reader is Reader.CLI_2:
            yield "AWS CLI"
