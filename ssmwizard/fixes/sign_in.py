"""The fix that signs a profile in again, with the AWS CLI of this computer.

What it changes is the cache of the AWS CLI alone; nothing in the account, and nothing that could be
taken back. So it is carried out in a conversation (``app/sign_in.py``), not as a transaction.
https://docs.aws.amazon.com/cli/latest/reference/sso/login.html
https://docs.aws.amazon.com/cli/latest/reference/login/
"""

from __future__ import annotations

from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.model.computer import Tool
from ssmwizard.model.facts import NOT_COLLECTED, Known
from ssmwizard.model.findings import Scope
from ssmwizard.model.identity import Profile, ProfileKind
from ssmwizard.model.plans import COMPUTER, Call, Change, Plan, Risk, Wait
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.signing import DEFAULT, PORTAL, command, in_force, source
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, Text, text

ID = "identity.sign-in"
SECONDS = 60
# The AWS CLI gives up first, and says why.
GRACE_SECONDS = 30
# A code is asked for by whatever looks.
CODE_WANTED = ("CodeNotGiven", "CodeNotAsked")
NO_COMMAND = N_(
    "No command signs the profile {profile} in: its credentials are access keys. Write new ones with aws configure, or use another profile."
)
OF_KIND: dict[ProfileKind, str] = {
    ProfileKind.STATIC: NO_COMMAND,
    ProfileKind.ROLE: N_(
        "No command signs the profile {profile} in: it takes a role with what this machine gives. See to that first."
    ),
    ProfileKind.WEB_IDENTITY: N_(
        "No command signs the profile {profile} in: its credentials come with the web identity token of where it runs."
    ),
    ProfileKind.PROCESS: N_(
        "The profile {profile} gets its credentials from a program of its own ({program}). Sign in with that program, then look again."
    ),
    ProfileKind.CONTAINER: N_(
        "No command signs in here: the credentials come from the container that this runs in."
    ),
    ProfileKind.ENVIRONMENT: N_(
        "No command renews credentials in environment variables. Remove AWS_ACCESS_KEY_ID and what belongs to it, and use a profile."
    ),
    ProfileKind.EMPTY: N_(
        "The profile {profile} says nothing about credentials. Run aws configure sso, aws login or aws configure on a terminal to set it up."
    ),
}


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan the sign-in on this computer, in its browser; for no node."""
    del nodes
    return (attempt(ID, (), lambda: _plan(snapshot, other_device=False)),)


def plan_elsewhere(snapshot: Snapshot) -> Plans:
    """Plan the sign-in with a code that is entered on another device."""
    return (attempt(ID, (), lambda: _plan(snapshot, other_device=True)),)


def _plan(snapshot: Snapshot, *, other_device: bool) -> Plan:
    profile = _profile(snapshot)
    tool = _tool(snapshot, profile)
    requirements = snapshot.requirements
    words = command(profile)
    if other_device:
        words += _with_code(profile, tool, requirements)
    elif profile.kind is ProfileKind.LOGIN and profile.region is None:
        # Without one the AWS CLI asks for it, in a way that only a terminal understands.
        words += ("--region", snapshot.identity.region) if snapshot.identity.region else ()
    minutes = requirements.number("time.sign-in-minutes")
    seconds = int(minutes * SECONDS) + GRACE_SECONDS
    return Plan(
        fix=ID,
        title=text(N_("Sign the profile {profile} in again"), profile=profile.label),
        nodes=(),
        changes=(
            Change(
                says=text(
                    N_("Sign in with the AWS CLI {version} at {path}."),
                    version=tool.version,
                    path=tool.path,
                ),
                call=Call(
                    COMPUTER, "RunProgram", {"Arguments": [tool.path, *words], "Seconds": seconds}
                ),
                rights=(),
                undo=None,
            ),
        ),
        risk=Risk.REVERSIBLE,
        cost=text(N_("Nothing.")),
        wait=Wait(
            text(
                N_("It works as soon as you have signed in; the page waits {minutes} minutes."),
                minutes=int(minutes),
            ),
            every=1,
            at_most=SECONDS,
        ),
        verifies=("identity.credentials",),
        affects=_affects(profile),
        warnings=_warnings(profile, other_device=other_device),
        undoing=_undoing(profile),
        docs=("cli-configure-sso",) if profile.kind in PORTAL else ("cli-configure-sign-in",),
    )


def _profile(snapshot: Snapshot) -> Profile:
    identity = snapshot.identity
    if isinstance(identity.caller, Known):
        said = N_("AWS accepts the credentials; there is no need to sign in.")
        raise CannotPlan(text(said), nothing_to_do=True)
    if identity.caller.code in CODE_WANTED:
        said = N_(
            "The profile {profile} wants an MFA code, and no command. Look again to be asked."
        )
        raise CannotPlan(text(said, profile=in_force(identity) or DEFAULT))
    profile = source(identity.profiles.require(), in_force(identity))
    name = in_force(identity) or DEFAULT
    if profile is None:
        raise CannotPlan(text(N_("There is no profile {profile} to sign in."), profile=name))
    if not command(profile):
        said = OF_KIND.get(profile.kind, NO_COMMAND)
        raise CannotPlan(text(said, profile=profile.label, program=profile.program or "-"))
    if profile.fault:
        said = N_("The profile {profile} has to be put right first: {problem}.")
        raise CannotPlan(text(said, profile=profile.label, problem=profile.problem))
    return profile


def _tool(snapshot: Snapshot, profile: Profile) -> Tool:
    """Return the copy of the AWS CLI that signs in: the first that can, as a terminal finds them."""
    computer = snapshot.computer
    first = (computer.cli if computer is not None else NOT_COLLECTED).require()
    words = " ".join(("aws", *command(profile)))
    if first is None:
        said = N_(
            "Signing in needs the AWS CLI, and it is not on this computer. Install it, or run this elsewhere: {command}"
        )
        raise CannotPlan(text(said, command=words))
    needed = _needed(profile, snapshot.requirements)
    copies = computer.cli_copies if computer is not None else NOT_COLLECTED
    others = copies.value if isinstance(copies, Known) else ()
    able = (one for one in (first, *others) if one.version and _at_least(one, needed))
    found = next(able, None)
    if found is not None:
        return found
    if not first.version:
        said = N_("The AWS CLI at {path} does not run, so it cannot sign in. Repair it first.")
        raise CannotPlan(text(said, path=first.path))
    said = N_(
        "The AWS CLI at {path} is {version}, and {command} needs {needed} or later. Install a newer one."
    )
    named = {"path": first.path, "version": first.version}
    raise CannotPlan(text(said, needed=needed, command=words, **named))


def _needed(profile: Profile, requirements: Requirements) -> str:
    match profile.kind:
        case ProfileKind.LOGIN:
            return requirements.text("cli.login")
        case ProfileKind.SSO:
            return requirements.text("cli.sso-session")
        case _:
            return requirements.text("cli.sso-login")


def _at_least(tool: Tool, version: str) -> bool:
    return at_least(numbers(tool.version), numbers(version))


def _with_code(profile: Profile, tool: Tool, requirements: Requirements) -> tuple[str, ...]:
    """Return the options with which another device can be used, as this AWS CLI knows them."""
    if profile.kind is ProfileKind.LOGIN:
        return ("--remote",)
    if not _at_least(tool, requirements.text("cli.sso-device-code")):
        return ("--no-browser",)
    return ("--no-browser", "--use-device-code")


def _affects(profile: Profile) -> tuple[Text, ...]:
    if profile.kind is ProfileKind.SSO:
        said = N_("Every profile of the sso-session {session} is signed in with it.")
        return (text(said, session=profile.session),)
    return ()


def _warnings(profile: Profile, *, other_device: bool) -> tuple[Text, ...]:
    if not other_device:
        return ()
    if profile.kind is ProfileKind.LOGIN:
        return (text(N_("Give the code that the page shows to nobody: it lets them in as you.")),)
    said = N_(
        "Enter the code only on a page that you opened yourself, and only if it is the one shown here: whoever has you enter theirs is let in as you."
    )
    return (text(said),)


def _undoing(profile: Profile) -> Text:
    if profile.kind is ProfileKind.LOGIN:
        said = N_("Nothing is to be taken back. To sign out: {command}")
        return text(said, command=f"aws logout --profile {profile.label}")
    said = N_(
        "Nothing is to be taken back. To sign out: aws sso logout, which ends every sign-in through IAM Identity Center on this computer."
    )
    return text(said)


FIX = Fix(
    id=ID,
    title=text(N_("Sign in again")),
    says=text(N_("Signs the profile in with the AWS CLI: aws sso login, or aws login.")),
    heals=("identity.credentials",),
    plan=plan,
    looks_at=Scope.IDENTITY,
)
