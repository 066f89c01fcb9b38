"""Step 1: which profile, which Region, and who that is."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from ssmwizard.checks import settings
from ssmwizard.checks.identity import FAULTS
from ssmwizard.fixes.sign_in import ID as SIGN_IN
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.identity import Fault, IdentityFacts, Profile, ProfileKind
from ssmwizard.model.signing import command, in_force, source
from ssmwizard.model.text import N_, text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.finding_card import finding_card
from ssmwizard.ui.footer import announce
from ssmwizard.ui.identity_card import identity_card, waiting_card
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import moment, say, tr
from ssmwizard.ui.layout import column, row
from ssmwizard.ui.page import Page
from ssmwizard.ui.scroll import Scroll
from ssmwizard.ui.settings_view import settings_view
from ssmwizard.ui.two_lines import Entry, TwoLines

if TYPE_CHECKING:
    from ssmwizard.ui.conductor import Conductor

KINDS = {
    ProfileKind.STATIC: ("key", text(N_("Access keys"))),
    ProfileKind.SSO: ("people", text(N_("IAM Identity Center (SSO)"))),
    ProfileKind.SSO_LEGACY: ("people", text(N_("IAM Identity Center (SSO), older form"))),
    ProfileKind.LOGIN: ("people", text(N_("Console sign-in (aws login)"))),
    ProfileKind.ROLE: ("account", text(N_("Role that is assumed"))),
    ProfileKind.WEB_IDENTITY: ("cloud", text(N_("Role by web identity"))),
    ProfileKind.PROCESS: ("gear", text(N_("External program"))),
    ProfileKind.CONTAINER: ("cloud", text(N_("Role of the container"))),
    ProfileKind.ENVIRONMENT: ("terminal", text(N_("Environment variables"))),
    ProfileKind.MACHINE: ("computer", text(N_("This machine's own role"))),
    ProfileKind.EMPTY: ("unknown", text(N_("No credentials in it"))),
}

# The kinds of profiles whose keys `aws configure` writes, and what is said where these are the fault.
WRITTEN = (ProfileKind.STATIC, ProfileKind.EMPTY)
KEYS_TO_WRITE = (
    "NoCredentialsError",
    "PartialCredentialsError",
    "InvalidClientTokenId",
    "UnrecognizedClientException",
    "AuthFailure",
    "SignatureDoesNotMatch",
    "InvalidSignatureException",
)


class AccountPage(Page):
    """Profiles on the left; Region and identity on the right."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(
            conductor,
            tr(N_("Which account?")),
            tr(N_("Choose a profile and a Region. Nothing is changed by looking.")),
        )
        self.profiles = TwoLines(tr(N_("Profiles")))
        self.profiles.setAccessibleDescription(tr(N_("Enter works with the profile")))
        self.profiles.asked.connect(self._choose)
        self.region = QComboBox()
        self.region.setEditable(True)
        self.region.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.region.setAccessibleName(tr(N_("Region")))
        self.region.activated.connect(self._choose_region)
        edit = self.region.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr(N_("for example eu-west-3")))
            edit.setAccessibleName(tr(N_("Region")))
            edit.editingFinished.connect(self._choose_region)
        profiles_label = label(tr(N_("&Profile")), bold=True)
        profiles_label.setTextFormat(Qt.TextFormat.AutoText)
        profiles_label.setBuddy(self.profiles)
        region_label = label(tr(N_("&Region")), bold=True)
        region_label.setTextFormat(Qt.TextFormat.AutoText)
        region_label.setBuddy(self.region)
        self.answer = Scroll("identity")
        left = QWidget()
        self.reread = label("", "muted", factor=0.92)
        self.reread.hide()
        left.setLayout(column(profiles_label, self.profiles, self.reread))
        left.setMinimumWidth(240)
        across = row(left, column(region_label, self.region, self.answer), gap=20)
        across.setStretch(0, 4)
        across.setStretch(1, 6)
        self.body.addLayout(across, 1)
        self._shown: tuple[object, ...] = ()

    def first_focus(self) -> QWidget:
        """Begin with the profiles."""
        return self.profiles

    def seal(self) -> None:
        """Leave the profile and the Region as they were."""
        self.profiles.setEnabled(False)
        self.region.setEnabled(False)

    def show_state(self) -> None:
        """Show profiles, Regions and who is calling."""
        wizard = self.conductor.wizard
        looked = wizard.identity
        identity = looked.snapshot.identity if looked is not None else None
        shown = (wizard.profile, wizard.region, looked, wizard.busy, wizard.failures)
        if shown == self._shown:
            return
        self._shown = shown
        self._tell_of_change()
        if identity is not None and isinstance(identity.profiles, Known):
            self._fill(identity.profiles.value, wizard.profile)
        if identity is not None:
            self._fill_regions(identity.regions, identity.region or wizard.region or "")
        self._mark(wizard.profile)
        if looked is None or identity is None:
            self.answer.refill(waiting_card(busy=bool(wizard.busy)))
            return
        parts: list[QWidget] = []
        if isinstance(identity.caller, Known):
            parts.append(identity_card(identity, identity.caller.value))
        parts += [
            finding_card(
                finding,
                partition=identity.partition,
                commands=_remedies(finding, identity),
                actions=self._actions(finding),
            )
            for finding in _worth_saying(looked.findings)
        ]
        parts += settings_view(settings.shown(identity))
        self.answer.refill(*parts)

    def _actions(self, finding: Finding) -> list[Button]:
        """Return what can be done about a finding: signing in first, where a command does it."""
        if not self.conductor.live:
            return []
        again = Button(tr(N_("Look again")), self.conductor.look_again, icon="refresh")
        if SIGN_IN not in finding.fixes:
            return [again]
        said, ask = tr(N_("&Sign in again …")), self.conductor.ask_to_sign_in
        return [Button(said, ask, icon="account", look="primary", name="sign-in"), again]

    def _tell_of_change(self) -> None:
        at = self.conductor.reread
        if at is not None and not self.conductor.wizard.busy:
            said = tr(
                N_("The AWS configuration changed; profiles were read again at {time}."),
                time=moment(at),
            )
            if said != self.reread.text():
                self.reread.setText(said)
                self.reread.show()
                announce(self, said)

    def _fill(self, profiles: Iterable[Profile], chosen: str | None) -> None:
        told = list(profiles)
        if [entry.data for entry in self.profiles.entries] == told:
            return
        current = self.profiles.current
        names = [profile.name for profile in told]
        stays = current is not None and current.data.name in names
        place = names.index(current.data.name) if stays and current is not None else None
        self.profiles.fill(map(_entry, told), place)
        self._mark(chosen)

    def _mark(self, chosen: str | None) -> None:
        for place, entry in enumerate(self.profiles.entries):
            profile: Profile = entry.data
            mine = _is_chosen(profile, chosen)
            name = "warning" if profile.problem else KINDS[profile.kind][0]
            colour = "warn" if profile.problem else "accent" if mine else "muted"
            entry.picture, entry.bold = (name, colour), mine
            if mine and self.profiles.current is None:
                self.profiles.go_to(place)
        self.profiles.changed()

    def _fill_regions(self, regions: Iterable[str], chosen: str) -> None:
        known = sorted({*regions, *([chosen] if chosen else [])})
        if [self.region.itemText(i) for i in range(self.region.count())] != known:
            self.region.clear()
            self.region.addItems(known)
        self.region.setCurrentText(chosen)

    def _choose(self, entry: Entry) -> None:
        profile: Profile = entry.data
        if not _is_chosen(profile, self.conductor.wizard.profile):
            self.conductor.choose_account(profile.name, profile.region)

    def _choose_region(self) -> None:
        wizard = self.conductor.wizard
        region = self.region.currentText().strip()
        if wizard.identity is None or region == (wizard.identity.snapshot.identity.region or ""):
            return
        self.conductor.choose_account(wizard.profile, region or None)


def _remedies(finding: Finding, identity: IdentityFacts) -> list[str]:
    """Return what to type in a terminal so that the profile has credentials again.

    ``aws configure`` writes a pair of keys over another: only where it is the keys that are missing
    or wrong.
    """
    if finding.check != "identity.credentials" or finding.status is not Status.FAILED:
        return []
    profiles, name = identity.profiles, in_force(identity)
    profile = source(profiles.value, name) if isinstance(profiles, Known) else None
    named = ("--profile", profile.name) if profile is not None and profile.name else ()
    words: tuple[str, ...] = ()
    if SIGN_IN in finding.fixes:
        words = command(profile) if profile is not None else ()
    elif isinstance(identity.caller, Unknown) and identity.caller.code in KEYS_TO_WRITE:
        written = profile is None or not named or profile.kind in WRITTEN
        words = ("configure", *named) if written else ()
    return [shlex.join(("aws", *words))] if words else []


def _is_chosen(profile: Profile, chosen: str | None) -> bool:
    return profile.name == chosen or (chosen is None and profile.name == "default")


def _worth_saying(findings: tuple[Finding, ...]) -> list[Finding]:
    quiet = (Status.PASSED, Status.SKIPPED)
    return [finding for finding in findings if finding.status not in quiet]


def _entry(profile: Profile) -> Entry:
    picture, kind = KINDS[profile.kind]
    where = profile.region or tr(N_("no Region"))
    tip = ""
    if profile.fault is Fault.NO_PROGRAM:
        said = N_("The program {program} is not on the search path of this window.")
        tip = tr(said, program=profile.problem)
    elif profile.problem:
        said = FAULTS.get(profile.fault, FAULTS[Fault.MISSING])
        tip = tr(said, profile=profile.label, problem=profile.problem)
    return Entry((picture, "muted"), profile.label, f"{say(kind)} · {where}", profile, tip)
