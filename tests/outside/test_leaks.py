"""The look through a finished bundle: by other means than those that took things out of it."""

from __future__ import annotations

import base64
import configparser
import gzip
import html
import json
import os
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.on_demo import stage

from ssmwizard.outside import leaks
from ssmwizard.outside.leaks import CLOSED, accounts, identifier, leak
from ssmwizard.outside.profiles import read_profiles
from ssmwizard.outside.seen_secrets import SEEN, SHORTEST, Seen

KEY = "q8Zr+T2/vLx0WmY5nB7cJ4dH1gK9sF3aE6uPiOtR"
AROUND = "some words before it, {} and some behind"


def written(said: str) -> list[str]:
    """A text in every form in which it may stand in another."""
    return [
        said,
        json.dumps(said),
        json.dumps(json.dumps({"x": said})),
        quote(said, safe=""),
        quote(quote(said, safe=""), safe=""),
        html.escape(f"<{said}>"),
        "".join(f"&#x{ord(letter):x};" for letter in said),
        "".join(f"\\u{ord(letter):04x}" for letter in said),
        *(base64.b64encode(b"x" * before + said.encode() + b"yz").decode() for before in range(3)),
        base64.urlsafe_b64encode(said.encode()).decode().rstrip("="),
        base64.b64encode(gzip.compress(said.encode(), mtime=0)).decode(),
        base64.b64encode(base64.b64encode(b"more words: " + said.encode())).decode(),
    ]


@pytest.mark.parametrize("form", written(KEY))
def test_a_credential_that_was_used_is_found_in_every_form(form: str) -> None:
    SEEN.note(KEY)
    assert leak(AROUND.format(form).encode())


@given(st.text("abcdefgh/+0123456789XYZ", min_size=15, max_size=90), st.data())
def test_every_part_of_it_that_is_long_enough_is_found(secret: str, data: st.DataObject) -> None:
    seen = Seen()
    seen.note(secret)
    first = data.draw(st.integers(0, len(secret) - SHORTEST))
    length = data.draw(st.integers(SHORTEST, len(secret) - first))
    before = data.draw(st.integers(0, 40))
    assert seen.within(b"." * before + secret[first : first + length].encode() + b".........")


def test_nothing_of_a_secret_is_kept_and_words_are_none() -> None:
    seen = Seen()
    seen.note(KEY)
    seen.note(None)
    seen.note("too-short")
    kept = {name: getattr(seen, name) for name in vars(seen)}
    assert KEY[:4] not in repr(kept)
    assert seen.within(KEY.encode())
    for said in (b"too-short", KEY[:14].encode(), b"q8Zr+T2/ and v8Zr+T2/", b""):
        assert not seen.within(said)
    assert not Seen().within(KEY.encode())


def test_what_the_program_signs_with_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    on.by_hand("sts", "GetCallerIdentity")
    read_profiles()
    held = configparser.ConfigParser()
    held.read([os.environ["AWS_SHARED_CREDENTIALS_FILE"], os.environ["AWS_CONFIG_FILE"]])
    secrets = {
        section.get("aws_secret_access_key", section.get("aws_session_token", ""))
        for section in held.values()
    }
    long = {one for one in secrets if len(one) >= SHORTEST}
    assert long
    for one in long:
        assert leak(AROUND.format(one).encode())


@pytest.mark.parametrize(
    "members",
    [
        {"Credentials": {"AccessKeyId": "ASIA", "SecretAccessKey": "of-a-role-0123456789"}},
        {"roleCredentials": {"sessionToken": "of-a-role-0123456789"}},
        {"TokenValue": "of-a-role-0123456789", "SessionId": "x"},
        {"ActivationCode": "of-a-role-0123456789"},
        {"accessToken": "of-a-role-0123456789", "roleName": "x"},
    ],
)
def test_what_was_asked_and_answered_is_known(members: dict[str, object]) -> None:
    seen = Seen()
    seen.note_members(members)
    assert seen.within(b"it said of-a-role-0123456789")
    assert not seen.within(json.dumps(sorted(members)).encode())


def test_a_variable_is_known_while_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert leak(b"hunter-2-and") is None
    monkeypatch.setenv("HTTPS_PROXY", "http://ann:hunter-2-and@proxy:3128")
    assert leak(b"hunter-2-and") == "the value of HTTPS_PROXY"


@pytest.mark.parametrize("form", written("111122223333"))
@pytest.mark.parametrize("around", ["{}", "logs-{}-eu", "acct{}x", "arn:aws:iam::{}:user/x"])
def test_an_account_is_found_in_every_form_and_beside_anything(form: str, around: str) -> None:
    content = AROUND.format(around.format(form)).encode()
    plain = form == "111122223333" or around in ("{}", "arn:aws:iam::{}:user/x")
    if plain:
        assert identifier(content, {"111122223333"}) == "the identifier 111122223333"
    assert identifier(content, {"444455556666"}) is None


def test_accounts_are_told_by_their_digits_alone() -> None:
    told = [{"Arn": "arn:aws:iam::111122223333:user/x", "More": ["444455556666", "1.777788889999"]}]
    assert accounts(told) == {"111122223333", "444455556666"}


@pytest.mark.parametrize("said", ["i-0abc1234567890def", "10.20.0.5", "web-server-01"])
def test_other_identifiers_are_found_as_words(said: str) -> None:
    for form in (said, json.dumps({"x": said}), f"({said})", quote(f"a {said}")):
        assert identifier(form.encode(), {said}) == f"the identifier {said}"
    assert identifier(b"1" + said.encode() + b"1", {said}) is None
    assert identifier(said.encode(), ()) is None


def test_what_is_too_large_to_be_unpacked_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "_MOST", 1000)
    bomb = base64.b64encode(gzip.compress(b" " * 100_000))
    assert leak(bomb) == CLOSED
    assert identifier(bomb, {"111122223333"}) == CLOSED


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_anything_can_be_looked_through(content: bytes) -> None:
    assert leak(content) in {None, *leaks._KINDS}
    assert identifier(content, {"111122223333"}) in {None, "the identifier 111122223333"}
