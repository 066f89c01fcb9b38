"""MFA codes on the demo account: asked once, shared, wrong, used, not given; nothing of them is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from support.on_demo import Stage, stage

from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import identify, inspect
from ssmwizard.demo.profiles import ADMIN_KEY, SECRET
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.identity import CodeAsked, CodeGiven
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import Call, CallFailed
from ssmwizard.outside.codes import FOR_EVER, Unlocking

PROFILE = "demo-mfa"
DEVICE = "arn:aws:iam::111122223333:mfa/camille-phone"


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    made = stage(tmp_path, monkeypatch)
    yield made
    made.account.close()


def giving(on: Stage, *codes: str | None) -> list[CodeAsked]:
    """Give these codes, one after the other; return what was asked."""
    asked: list[CodeAsked] = []
    left = list(codes)

    def ask(question: CodeAsked) -> CodeGiven | None:
        asked.append(question)
        code = left.pop(0)
        return None if code is None else CodeGiven(code)

    on.doors.codes.ask = ask
    return asked


def who(on: Stage, region: str | None = None) -> str:
    return str(on.doors.aws(PROFILE, region).call("sts", "GetCallerIdentity")["Arn"])


def failure(call: Callable[[], object]) -> CallFailed:
    with pytest.raises(CallFailed) as raised:
        call()
    return raised.value


def test_a_code_lets_in_and_is_asked_once_for_all_regions_and_clients(on: Stage) -> None:
    asked = giving(on, "123456")
    assert "assumed-role/DemoOperator" in who(on)
    assert who(on, "eu-central-1").rpartition("/")[0] == who(on).rpartition("/")[0]
    on.doors.aws(PROFILE, None).call("ec2", "DescribeRegions")
    assert isinstance(identify(on.doors, PROFILE, None).snapshot.identity.caller, Known)
    assert [(one.profile, one.device, one.refused) for one in asked] == [(PROFILE, DEVICE, False)]


def test_many_threads_that_want_the_same_code_ask_once(on: Stage) -> None:
    asked = giving(on, "123456")
    door = on.doors.aws(PROFILE, None)
    other = on.doors.aws(PROFILE, "eu-central-1")
    together = threading.Barrier(8)

    def call(place: int) -> str:
        together.wait()
        return str((door if place % 2 else other).call("sts", "GetCallerIdentity")["Account"])

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(call, range(8))) == {"111122223333"}
    assert len(asked) == 1


@pytest.mark.parametrize("wrong", ["000000", "12345"])
def test_a_code_that_is_not_accepted_is_asked_for_again_and_said_so(on: Stage, wrong: str) -> None:
    asked = giving(on, wrong, "234567")
    assert "DemoOperator" in who(on)
    assert [one.refused for one in asked] == [False, True]


def test_a_code_works_once(on: Stage) -> None:
    giving(on, "123456")
    who(on)
    on.doors.codes.roles.clear()
    asked = giving(on, "123456", "654321")
    on.doors.aws(PROFILE, None, anew=True).call("sts", "GetCallerIdentity")
    assert [one.refused for one in asked] == [False, True]


def test_a_clock_that_is_off_is_told_with_the_next_question(on: Stage) -> None:
    on.account.skew(600)
    on.doors.aws("demo-admin", None).call("sts", "GetCallerIdentity")
    asked = giving(on, "000000", "123456")
    door = on.doors.aws(PROFILE, None)
    door._connection.ahead = 600.0
    door.call("sts", "GetCallerIdentity")
    assert [one.ahead for one in asked] == [600.0, 600.0]


def test_who_gives_no_code_is_not_asked_again_in_the_same_look_but_in_the_next(on: Stage) -> None:
    asked = giving(on, None, "123456")
    door = on.doors.aws(PROFILE, None)
    for service, operation in (("sts", "GetCallerIdentity"), ("ec2", "DescribeRegions")):
        told = failure(partial(door.call, service, operation))
        assert (told.why, told.code) == (Why.CREDENTIALS, "CodeNotGiven")
    assert len(asked) == 1
    door.listening(lambda _: None, threading.Event()).call("sts", "GetCallerIdentity")
    assert len(asked) == 2


def test_where_nobody_can_be_asked_that_is_said(on: Stage) -> None:
    told = failure(lambda: who(on))
    assert (told.why, told.code) == (Why.CREDENTIALS, "CodeNotAsked")


def test_another_device_is_refused_without_asking_for_ever(on: Stage, tmp_path: Path) -> None:
    config = tmp_path / "aws" / "config"
    config.write_text(config.read_text().replace("camille-phone", "lost-phone"))
    asked = giving(on, "123456")
    door = on.doors.aws(PROFILE, None)
    for _ in range(2):
        told = failure(lambda: door.call("sts", "GetCallerIdentity"))
        assert "unable to validate MFA code" in told.message
    assert len(asked) == 1


def test_profiles_that_want_no_code_are_never_asked_for_one(on: Stage) -> None:
    asked = giving(on)
    for profile in ("demo-admin", "demo-role"):
        on.doors.aws(profile, None).call("sts", "GetCallerIdentity")
    assert asked == []
    assert len(on.doors.codes.roles) == 0


def test_credentials_that_are_about_to_end_are_renewed_with_another_code(on: Stage) -> None:
    asked = giving(on, "123456", "234567")
    who(on)
    door = on.doors.aws(PROFILE, None)
    door._connection._unlocking.ends = datetime.now(UTC) + timedelta(minutes=5)
    on.doors.codes.roles.clear()
    assert "DemoOperator" in who(on)
    assert [one.refused for one in asked] == [False, False]


def test_neither_the_code_nor_what_it_opened_is_recorded(on: Stage) -> None:
    giving(on, "907864")
    heard: list[Call] = []
    on.heard.append(heard.append)
    found = inspect(on.doors, Choice(PROFILE, nodes=(on.instance("web-01"),), local=False))
    (answer,) = on.doors.codes.roles.values()
    secret = answer["Credentials"]
    said = str(found.recording) + str(heard) + repr(CodeGiven("907864"))
    for hidden in ("907864", secret["SecretAccessKey"], secret["SessionToken"]):
        assert hidden not in said


def test_the_finding_says_what_to_do_without_a_code(on: Stage) -> None:
    giving(on, None)
    looked = identify(on.doors, PROFILE, None)
    assert isinstance(looked.snapshot.identity.caller, Unknown)
    (said,) = [one.text.english() for one in looked.findings if one.status == "failed"]
    assert "Look again" in said


def test_a_profile_that_no_code_opens_wants_none() -> None:
    now = datetime.now(UTC)
    assert not Unlocking().wants_code(now)
    assert Unlocking(asks=True).wants_code(now)
    assert not Unlocking(asks=True, ends=FOR_EVER).wants_code(now)
    assert Unlocking(asks=True, ends=now + timedelta(minutes=10)).wants_code(now)


def test_keys_of_the_environment_need_no_code(
    on: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A default profile with MFA stands behind them."""
    config = tmp_path / "aws" / "config"
    config.write_text(config.read_text().replace("[profile demo-mfa]", "[default]"))
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", ADMIN_KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    asked = giving(on)
    door = LiveAws(None, None, prepare=on.account.hook, codes=on.doors.codes)
    assert str(door.call("sts", "GetCallerIdentity")["Arn"]).endswith("user/camille")
    assert asked == []
