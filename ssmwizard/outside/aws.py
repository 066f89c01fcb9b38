"""The live door to AWS: one profile in one Region, through boto3."""

from __future__ import annotations

import json
import os
import re
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import boto3.session
import botocore.exceptions
import botocore.parsers
import botocore.session
from botocore import xform_name
from botocore.config import Config

from ssmwizard import __version__
from ssmwizard.model.facts import Why
from ssmwizard.model.machine_policy import Write
from ssmwizard.outside import credential_programs, errors, models, seen_secrets
from ssmwizard.outside.calls import NOT_ANSWERED, Address, Call, CallFailed
from ssmwizard.outside.code_errors import was_refused
from ssmwizard.outside.codes import FOR_EVER, Codes, Unlocking
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.pacing import UNPACED, Paces
from ssmwizard.outside.profile_kinds import Configured
from ssmwizard.outside.reading import reads

CONNECT_SECONDS = 4
READ_SECONDS = 10
ATTEMPTS = 3
# What changes something is tried again only where it was refused as one call too many. After a lost
# answer it may have worked: a second try would make it twice, or be told that it is there already.
AGAIN_SECONDS = 0.5
# Services that are asked much: they slow down by themselves where the account makes too many requests.
MANY = ("ssm", "iam")

# What a call may fail with. The last three come from a credential_process or a configuration file.
FAILURES = (
    botocore.exceptions.ClientError,
    botocore.exceptions.BotoCoreError,
    botocore.parsers.ResponseParserError,
    OSError,
    json.JSONDecodeError,
    UnicodeDecodeError,
)

FOREIGN = "The answer is not AWS's: a proxy or a sign-in page answered instead."
REQUEST_IDS = {"x-amz-request-id", "x-amzn-requestid"}
HTML = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!doctype html|<html)", re.IGNORECASE)

# botocore prefers AWS_DEFAULT_PROFILE, the AWS CLI 2 the other one.
# https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
AS_THE_CLI = {"profile": (None, ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"], None, None)}
WHO = "sts:GetCallerIdentity"

Prepare = Callable[[botocore.session.Session], None]


class LiveAws:
    """Calls AWS with the credentials of one profile in one Region.

    ``prepare`` is given each new botocore session before its first use (the demo account hooks in
    there). ``paces`` holds calls back. ``heard`` is told of every call when it has
    ended, from whatever thread made it. What may change something passes the ``gate``, or is not
    called. ``codes`` asks for MFA codes. Safe to use from several threads.
    """

    def __init__(
        self,
        profile: str | None,
        region: str | None,
        *,
        prepare: Prepare = lambda _: None,
        paces: Paces = UNPACED,
        heard: Callable[[Call], None] = lambda _: None,
        gate: Gate | None = None,
        codes: Codes | None = None,
    ) -> None:
        self.profile = profile
        self._region = region
        self._connection = _Connection(profile, prepare, paces, codes or Codes())
        self._heard = heard
        self.gate = gate or Gate()
        self._fix = ""
        self._cancelled = threading.Event()
        self._latest = threading.local()

    @property
    def region(self) -> str:
        """Return the Region, or an empty string when none is chosen; raises :class:`CallFailed`."""
        if self._region is None:
            try:
                told = self._connection.setting("region")
            except FAILURES as error:
                raise errors.failed("aws-configuration", error, self.now()) from error
            self._region = str(told or "")
        return self._region

    def now(self) -> datetime:
        """Return the time of this computer (UTC)."""
        return datetime.now(UTC)

    def when(self) -> datetime:
        """Return when the latest call of this thread began (UTC)."""
        latest = getattr(self._latest, "at", None)
        return latest if isinstance(latest, datetime) else self.now()

    def listening(self, heard: Callable[[Call], None], cancelled: threading.Event) -> LiveAws:
        """Return a door over the same connection for one job: with its own listener and its own end."""
        self._connection.ask_again()

        def both(call: Call) -> None:
            self._heard(call)
            heard(call)

        return self._beside(self._region, both, cancelled, self._fix)

    def within(self, region: str) -> LiveAws:
        """Return a door to another Region of the account, with the same credentials."""
        return self._beside(region, self._heard, self._cancelled, self._fix)

    def fixing(self, fix: str) -> LiveAws:
        """Return a door over the same connection for the changes of a fix."""
        return self._beside(self._region, self._heard, self._cancelled, fix)

    def _beside(
        self,
        region: str | None,
        heard: Callable[[Call], None],
        cancelled: threading.Event,
        fix: str,
    ) -> LiveAws:
        """Return another door over the same connection."""
        door = LiveAws(self.profile, region, heard=heard, gate=self.gate)
        door._connection, door._fix, door._cancelled = self._connection, fix, cancelled
        return door

    def expires(self) -> datetime | None:
        """Return when the credentials end (UTC), None when they do not or when that is not known."""
        at = self.now()
        try:
            credentials = self._connection.credentials()
        except FAILURES as error:
            raise errors.failed("credentials:GetExpiry", error, at) from error
        told = getattr(credentials, "_expiry_time", None)
        ends = told.astimezone(UTC) if isinstance(told, datetime) else None
        answer = {"Expires": ends}
        region = self._region or ""
        self._heard(
            Call("credentials", "GetExpiry", region, {}, answer, None, at, 0.0, request_id="")
        )
        return ends

    def ahead(self) -> float | None:
        """Return how many seconds AWS's clock is ahead of this computer's, None before an answer."""
        answer = {"Seconds": self._connection.ahead}
        region = self._region or ""
        self._heard(
            Call("clock", "GetAhead", region, {}, answer, None, self.now(), 0.0, request_id="")
        )
        return self._connection.ahead

    def address(self, service: str) -> Address:
        """Return where calls to a service go; raises :class:`CallFailed`."""
        at, name = self.now(), "endpoint:GetAddress"
        try:
            url = str(self._connection.client(service, self.region).meta.endpoint_url)
            bundle = self._connection.setting("ca_bundle") or os.environ.get("REQUESTS_CA_BUNDLE")
        except FAILURES as error:
            raise errors.failed(name, error, at) from error
        except ValueError as error:
            # botocore's word for an address that is none.
            said = str(error)
            raise CallFailed(name, Why.CONFIGURATION, "ValueError", said, at=at) from error
        answer = {"Url": url, "Bundle": bundle or ""}
        asked = {"Service": service}
        region = self._region or ""
        self._heard(
            Call("endpoint", "GetAddress", region, asked, answer, None, at, 0.0, request_id="")
        )
        return Address(url, bundle or "")

    def call(self, service: str, operation: str, /, **parameters: Any) -> Mapping[str, Any]:
        """Make one call and return its answer without metadata; raises :class:`CallFailed`."""
        name = f"{service}:{operation}"
        at = self._latest.at = self.now()
        if self._cancelled.is_set():
            raise CallFailed(name, Why.CANCELLED, NOT_ANSWERED, "", at=at)
        changes = not reads(service, operation)
        if changes:
            self._pass_gate(service, operation, parameters, at)
        answer = self._insist(service, operation, parameters, changes=changes)
        if changes:
            self.gate.passed(name, answer)
        elif name == WHO:
            self._connection.account = str(answer.get("Account") or "")
        return answer

    def _insist(
        self, service: str, operation: str, parameters: Mapping[str, Any], *, changes: bool
    ) -> Mapping[str, Any]:
        """Make one call, again where it was refused as one too many."""
        for attempt in range(1, ATTEMPTS if changes else 1):
            try:
                return self._ask(service, operation, parameters, changes=changes)
            except CallFailed as failure:
                if failure.why is not Why.THROTTLED:
                    raise
            self._cancelled.wait(AGAIN_SECONDS * attempt)
        return self._ask(service, operation, parameters, changes=changes)

    def _ask(
        self, service: str, operation: str, parameters: Mapping[str, Any], *, changes: bool
    ) -> Mapping[str, Any]:
        """Make one call. One that ``changes`` something is made once: its answer may be lost."""
        self._connection.paces.wait(self._region or "", service, operation)
        name = f"{service}:{operation}"
        at = self._latest.at = self.now()
        started = time.monotonic()
        answer: dict[str, Any] | None = None
        failure: CallFailed | None = None
        request = ""
        try:
            client = self._connection.client(service, self.region, once=changes)
            answer = getattr(client, xform_name(operation))(**parameters)
            about = answer.pop("ResponseMetadata", {})
            request = about.get("RequestId", "")
            self._connection.dated(about, at)
        except botocore.exceptions.ParamValidationError:
            raise
        except FAILURES as error:
            failure = errors.failed(name, error, at)
            request = failure.request_id
            if isinstance(error, botocore.exceptions.ClientError):
                self._connection.dated(error.response.get("ResponseMetadata", {}), at)
            raise failure from error
        finally:
            if answer is not None or failure is not None:
                self._heard(
                    Call(
                        service,
                        operation,
                        self._region or "",
                        parameters,
                        answer,
                        failure,
                        at,
                        time.monotonic() - started,
                        request,
                    )
                )
        assert answer is not None, name
        return answer

    def _pass_gate(
        self, service: str, operation: str, parameters: Mapping[str, Any], at: datetime
    ) -> None:
        """Return where a call may be made that may change something; raise where not."""
        account, region = self._connection.account, self.region
        write = Write(service, operation, self._fix, account, region)
        why = self.gate.refusal(write, parameters)
        if why is None:
            return
        refusal = CallFailed(write.name, Why.READ_ONLY, self.gate.code, why.english(), at=at)
        self._heard(
            Call(service, operation, region, parameters, None, refusal, at, 0.0, request_id="")
        )
        raise refusal


class _Connection:
    """A botocore session and its clients, made when first needed and shared by doors.

    ``ahead`` is how many seconds AWS's clock is ahead of this computer's, None before an answer.
    ``account`` is where STS said last that the caller is, empty before it said so.
    """

    def __init__(self, profile: str | None, prepare: Prepare, paces: Paces, codes: Codes) -> None:
        self._profile = profile
        self._prepare = prepare
        self.paces = paces
        self._lock = threading.Lock()
        self._session: botocore.session.Session | None = None
        # Made once: each adds its own parts to the clients of S3, which may have them only once.
        self._boto: Any = None
        self._clients: dict[tuple[str, str | None, bool], Any] = {}
        self.ahead: float | None = None
        self.account = ""
        self._codes = codes
        self._unlocking = Unlocking()

    def dated(self, about: Mapping[str, Any], asked: datetime) -> None:
        """Compare the clocks by the ``Date`` of an answer, which was asked for at ``asked``."""
        written = about.get("HTTPHeaders", {}).get("date")
        try:
            told = parsedate_to_datetime(written or "")
        except ValueError:
            return
        between = asked + (datetime.now(UTC) - asked) / 2
        self.ahead = round((told.astimezone(UTC) - between).total_seconds(), 1)

    def setting(self, name: str) -> Any:
        """Return a setting of the profile."""
        with self._lock:
            return self._opened().get_config_variable(name)

    def credentials(self) -> Any:
        """Return the credentials, fetched if need be, or None."""
        self._unlock()
        return self._fetched()

    def ask_again(self) -> None:
        """Let the next call ask for a code again, where none was given or none opened anything."""
        self._unlocking.failure = None

    def _unlock(self) -> None:
        """See that credentials that a code opens are open; a code is asked for at most once at a time."""
        with self._lock:
            self._opened()
        state = self._unlocking
        if not state.wants_code(datetime.now(UTC)):
            return
        with self._codes.lock:
            self._codes.forget_ended()
            if state.failure is not None:
                raise state.failure
            state.refused = False
            while state.wants_code(datetime.now(UTC)):
                self._try_code(state)

    def _try_code(self, state: Unlocking) -> None:
        try:
            if state.opened:
                # botocore asks only once for each session.
                self._close()
            state.opened = True
            ends = getattr(self._fetched(), "_expiry_time", None)
            state.ends = ends if isinstance(ends, datetime) else FOR_EVER
        except FAILURES as error:
            if not was_refused(error):
                state.failure = error
                raise
            state.refused = True

    def _close(self) -> None:
        with self._lock:
            self._session = self._boto = None
            self._clients = {}

    def _fetched(self) -> Any:
        with self._lock:
            credentials = self._opened().get_credentials()
        if credentials is not None:
            credentials.get_frozen_credentials()
        return credentials

    def _opened(self) -> botocore.session.Session:
        if self._session is None:
            session = botocore.session.Session(session_vars=AS_THE_CLI, profile=self._profile)
            session.register_component("data_loader", models.LOADER)
            session.user_agent_name = "ssmwizard"
            region = os.environ.get("AWS_REGION")
            if region:
                # botocore knows AWS_DEFAULT_REGION alone; the CLI and the other SDKs prefer this.
                # https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html
                session.set_config_variable("region", region)
            session.user_agent_version = __version__
            credential_programs.limit(session)
            seen_secrets.watch(session)
            self._let_ask(session)
            session.register("before-parse", _refuse_foreign_answers)
            self._prepare(session)
            self._session = session
        return self._session

    def _let_ask(self, session: botocore.session.Session) -> None:
        """Have botocore ask for MFA codes through us, not on a terminal where no window would show it."""
        name = session.get_config_variable("profile") or "default"
        state = self._unlocking
        try:
            profiles = session.full_config["profiles"]
        except FAILURES:
            return  # said by whoever needs it
        state.asks = name in profiles and Configured(profiles, {}).profile(name).mfa

        def prompt(asked: str) -> str:
            return self._codes.give(asked, name, self.ahead, refused=state.refused)

        assume_role = session.get_component("credential_provider").get_provider("assume-role")
        assume_role._prompter = prompt  # noqa: SLF001 - botocore gives no other way
        if state.asks:
            assume_role.cache = self._codes.roles

    def client(self, service: str, region: str | None, *, once: bool = False) -> Any:
        """Return the client of a service; one that tries nothing again by itself, if ``once``."""
        self._unlock()
        with self._lock:
            key = (service, region, once)
            if key not in self._clients:
                if self._boto is None:
                    self._boto = boto3.session.Session(botocore_session=self._opened())
                self._clients[key] = self._boto.client(
                    service, region_name=region or None, config=_config(service, once=once)
                )
            return self._clients[key]


def _config(service: str, *, once: bool) -> Config:
    return Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={
            "mode": "adaptive" if service in MANY and not once else "standard",
            "total_max_attempts": 1 if once else ATTEMPTS,
        },
        max_pool_connections=16,
    )


def _refuse_foreign_answers(**told: Any) -> None:
    """Keep botocore from taking a proxy's or a sign-in page for an empty answer."""
    operation_model, response_dict = told["operation_model"], told["response_dict"]
    body: bytes = response_dict["body"]
    if response_dict["status_code"] >= HTTPStatus.MULTIPLE_CHOICES:
        return
    if not body:
        # To HEAD, S3 answers with headers alone.
        asked_for_headers = operation_model.http.get("method") == "HEAD"
        if asked_for_headers and not REQUEST_IDS & {
            name.lower() for name in response_dict["headers"]
        }:
            raise botocore.parsers.ResponseParserError(FOREIGN)
        return
    if HTML.match(body):
        raise botocore.parsers.ResponseParserError(FOREIGN)
    if "json" in operation_model.service_model.resolved_protocol:
        try:
            json.loads(body)
        except ValueError as error:
            raise botocore.parsers.ResponseParserError(FOREIGN) from error
