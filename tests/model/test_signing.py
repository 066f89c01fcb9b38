"""Whose sign-in a profile stands on, and what the AWS CLI asks for meanwhile."""

import pytest
from support.facts import identity, known

from ssmwizard.model.identity import Profile, ProfileKind
from ssmwizard.model.settings import Settings
from ssmwizard.model.signing import Invitation, chosen, command, in_force, invitation, source

SSO = Profile("base", ProfileKind.SSO, None, session="corp")
MIDDLE = Profile("middle", ProfileKind.ROLE, None, source="base")
WORK = Profile("work", ProfileKind.ROLE, None, source="middle")
HALF = Profile("half", ProfileKind.ROLE, None)
ALONE = Profile("alone", ProfileKind.ROLE, None, source="gone")
OWN = Profile("own", ProfileKind.ROLE, None, source="own")
RING = Profile("ring", ProfileKind.ROLE, None, source="back")
BACK = Profile("back", ProfileKind.ROLE, None, source="ring")
USUAL = Profile("default", ProfileKind.LOGIN, None)
PROFILES = (SSO, MIDDLE, WORK, HALF, ALONE, OWN, RING, BACK, USUAL)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("base", SSO),
        ("work", SSO),
        ("half", HALF),
        ("alone", None),
        ("own", OWN),
        ("ring", RING),
        (None, USUAL),
        ("nobody", None),
    ],
)
def test_a_role_stands_on_the_profile_at_the_end_of_its_chain(
    name: str | None, found: Profile | None
) -> None:
    assert source(PROFILES, name) == found


ENVIRONMENT = {
    "nothing": ({}, None),
    "as-the-aws-cli-2": ({"AWS_DEFAULT_PROFILE": "old", "AWS_PROFILE": "new"}, "new"),
    "as-older-programs": ({"AWS_DEFAULT_PROFILE": "old"}, "old"),
    "keys-before-it": ({"AWS_PROFILE": "new", "AWS_ACCESS_KEY_ID": "AKIA"}, None),
}


@pytest.mark.parametrize(("variables", "name"), ENVIRONMENT.values(), ids=list(ENVIRONMENT))
def test_the_profile_in_force_is_the_chosen_one_or_that_of_the_environment(
    variables: dict[str, str], name: str | None
) -> None:
    settings = known(Settings(variables, {}))
    assert in_force(identity(profile=None, settings=settings)) == name
    assert in_force(identity(profile="mine", settings=settings)) == "mine"
    assert in_force(identity(profile=None)) is None


def test_the_environment_comes_before_the_default_profile() -> None:
    keys = Profile(None, ProfileKind.ENVIRONMENT, None)
    assert chosen((USUAL, keys), None) == keys
    assert chosen((keys,), "default") is None


def test_only_what_a_command_signs_in_has_one() -> None:
    words = {kind: command(Profile("p", kind, None)) for kind in ProfileKind}
    assert {kind: found for kind, found in words.items() if found} == {
        ProfileKind.SSO: ("sso", "login", "--profile", "p"),
        ProfileKind.SSO_LEGACY: ("sso", "login", "--profile", "p"),
        ProfileKind.LOGIN: ("login", "--profile", "p"),
    }
    assert command(Profile(None, ProfileKind.LOGIN, None)) == ("login",)


# What AWS CLI 2.36 and 2.9 print, word by word.
WITH_A_CODE = """\
Browser will not be automatically opened.
Please visit the following URL:

https://device.sso.eu-west-1.amazonaws.com/

Then enter the code:

ABCD-EF2H

Alternatively, you may visit the following URL which will autofill the code upon loading:
https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EF2H
"""
IN_THE_BROWSER = """\
Attempting to open your default browser. If the browser does not open, open the following URL.
If you are unable to open the URL on this device, run this command again with the '--use-device-code' option.

https://oidc.eu-west-1.amazonaws.com/authorize?response_type=code&client_id=x&redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Foauth%2Fcallback

"""
OLDER = """\
Attempting to automatically open the SSO authorization page in your default browser.
If the browser does not open or you wish to use a different device to authorize this request, open the following URL:

https://device.sso.eu-west-1.amazonaws.com/

Then enter the code:

ABCD-EF2H
"""
PAGE = "https://device.sso.eu-west-1.amazonaws.com/"
CODE = "ABCD-EF2H"


@pytest.mark.parametrize(
    ("printed", "asked"),
    [
        ("", Invitation()),
        (WITH_A_CODE, Invitation(PAGE, CODE, f"{PAGE}?user_code={CODE}")),
        (WITH_A_CODE.partition("\nAlternatively")[0], Invitation(PAGE, CODE)),
        (OLDER, Invitation(PAGE, CODE)),
        (IN_THE_BROWSER, Invitation(IN_THE_BROWSER.rsplit(maxsplit=1)[-1])),
        ("Successfully logged into Start URL of nobody", Invitation()),
    ],
)
def test_page_and_code_are_read_from_what_is_printed(printed: str, asked: Invitation) -> None:
    assert invitation(printed) == asked
