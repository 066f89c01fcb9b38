"""From stand-ins back to names: whole words only, the longest first, and nothing else."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.on_demo import stage

from ssmwizard.app import bundle
from ssmwizard.app.bundle import Audience
from ssmwizard.app.inspect import Choice, inspect
from ssmwizard.app.translating import Translator, keep
from ssmwizard.outside.stand_ins import StandIns

NAMES = {
    "name1234": "contoso",
    "name12345": "fabrikam",
    "900000001234": "111122223333",
    "000000000000004d2": "0abc1234567890def",
    "00000000000001300": "EXAMPLEEXAMPLE123",
    "00000000-0000-4000-8000-0000000004d2": "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
    "10.99.0.0/16": "10.20.0.0/16",
    "10.99.1.5": "10.20.1.5",
    "2a05:d163::1": "2a05:d018::1",
}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", ""),
        ("name1234", "contoso"),
        ("name1234-01 in name12345.", "contoso-01 in fabrikam."),
        ("Is NAME1234's role there?", "Is contoso's role there?"),
        ("surname1234, name1234x, name123", "surname1234, name1234x, name123"),
        ("i-000000000000004d2 stopped", "i-0abc1234567890def stopped"),
        ("I-000000000000004D2", "I-0abc1234567890def"),
        ("AROA00000000000001300:ann", "AROAEXAMPLEEXAMPLE123:ann"),
        ("AROA99990000000001300", "AROA99990000000001300"),
        ("account 900000001234,", "account 111122223333,"),
        (
            "arn:aws:iam::900000001234:role/name1234_name12345",
            "arn:aws:iam::111122223333:role/contoso_fabrikam",
        ),
        (
            "00000000-0000-4000-8000-0000000004d2/x",
            "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed/x",
        ),
        ("10.99.0.0/16, 10.99.0.0/8 or 10.99.1.5/32", "10.20.0.0/16, 10.99.0.0/8 or 10.20.1.5/32"),
        (
            "ip-10-99-1-5.eu-west-3.compute.internal, ec2-10-99-1-5, 10-99-1-50",
            "ip-10-20-1-5.eu-west-3.compute.internal, ec2-10-20-1-5, 10-99-1-50",
        ),
        ("5.1.99.10.in-addr.arpa, 5.1.99.10", "5.1.20.10.in-addr.arpa, 5.1.99.10"),
        ("[2a05:d163::1]:443", "[2a05:d018::1]:443"),
        ("10.99.", "10.99."),
        ("naïve 日本 — name1234\n\tname1234", "naïve 日本 — contoso\n\tcontoso"),
    ],
)
def test_stand_ins_are_replaced_as_wholes(written: str, said: str) -> None:
    assert Translator(NAMES).translation(written).said == said


def test_how_many_were_replaced_is_told() -> None:
    assert Translator(NAMES).translation("name1234 name1234 AROA00000000000001300 x").replaced == 3
    assert Translator(NAMES).translation("nothing of it").replaced == 0


@given(st.text())
def test_a_text_without_stand_ins_stays_as_it_is(written: str) -> None:
    assert Translator({}).translation(written).said == written


IDS = st.text("0123456789abcdef", min_size=17, max_size=17)
WORDS = st.text(string.ascii_lowercase, min_size=4, max_size=12)
ACCOUNTS = st.from_regex(r"[1-9][0-9]{11}", fullmatch=True)
OCTETS = st.integers(0, 255)


@given(
    ids=st.sets(IDS, min_size=1, max_size=5),
    words=st.sets(WORDS, min_size=1, max_size=5),
    account=ACCOUNTS,
    octets=st.sets(st.tuples(OCTETS, OCTETS, OCTETS), min_size=1, max_size=5),
    key=st.binary(min_size=32, max_size=32),
)
def test_what_a_bundle_says_is_translated_to_what_the_account_says(
    ids: set[str], words: set[str], account: str, octets: set[tuple[int, int, int]], key: bytes
) -> None:
    said = (
        [f"i-{one}" for one in ids]
        + [f"{word}-01" for word in words]
        + [".".join(map(str, (10, *one))) for one in octets]
        + [f"arn:aws:iam::{account}:role/{word}" for word in words]
    )
    stand_ins = StandIns((), (), key)
    stand_ins.learn([{"Name": one} for one in said])
    told = [stand_ins.replaced({"Name": one})["Name"] for one in said]
    written = "\n".join(f"see {one}, please" for one in told)
    back = Translator(stand_ins.originals()).translation(written).said
    assert back == "\n".join(f"see {one}, please" for one in said)


def test_a_whole_bundle_says_what_the_inspection_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    seen = inspect(on.doors, Choice("demo-admin", every_node=True, local=False))
    made = bundle.make(seen, (), Audience.PUBLIC)
    told = Translator(made.originals).translation(made.summary()).said
    real = bundle.make(seen, ()).summary()
    assert [line for line in told.splitlines() if "i-" in line] == [
        line for line in real.splitlines() if "i-" in line
    ]
    on.account.close()


def test_a_bundle_in_which_names_were_kept_keeps_no_way_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    seen = inspect(on.doors, Choice("demo-admin", local=False))
    assert keep(bundle.make(seen, ()), tmp_path / "b.zip", None) is None
    on.account.close()
