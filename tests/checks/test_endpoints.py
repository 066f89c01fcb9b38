from typing import Any

import pytest
from support.facts import (
    Case,
    ask,
    caller,
    computer,
    fails,
    holds,
    identity,
    known,
    managed,
    node,
    ok,
    shown,
    skips,
    snapshot,
    unseen,
    unsure,
    warns,
)

from ssmwizard.checks.endpoint_words import SENTENCES
from ssmwizard.checks.every import by_id
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.facts import Fact, Known, Unknown, Why
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.session import SessionFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.way_out import Ended, Goal, Layer, Step, Store, WayOut

SSM, CHANNEL = "ssm.eu-west-3.amazonaws.com", "ssmmessages.eu-west-3.amazonaws.com"
PROXY = "http://proxy.example:3128"
BUNDLE = "/etc/corporate.pem"


def way(service: str, *ended: tuple[Layer, Ended], detail: str = "", **more: Any) -> Known[WayOut]:
    """A way that ends as told, or that arrives."""
    plugin = service == "ssmmessages"
    host = more.pop("host", f"{service}.eu-west-3.amazonaws.com")
    bundle = more.pop("bundle", "")
    goal = Goal(service, f"https://{host}", bundle, plugin or service == "kms", plugin)
    last = Layer.UPGRADE if plugin else Layer.HTTP
    steps = [Step(layer, end, 0.0123, detail) for layer, end in ended or [(last, Ended.DONE)]]
    if steps[0].layer is not Layer.NAME and not more.get("proxy"):
        steps.insert(0, Step(Layer.NAME, Ended.DONE, 0.001, "10.0.0.1"))
    told = {"proxy": "", "from_system": False, "trusted": (Store.PUBLIC,), **more}
    return known(WayOut(goal, host, 443, steps=tuple(steps), **told), f"connect:{service}")


def of(*ways: Fact[WayOut], unasked: bool = True, **more: Any) -> Snapshot:
    """What this computer reaches, where the services themselves have not been asked yet."""
    names = [one.value.goal.service if isinstance(one, Known) else "ssm" for one in ways]
    if unasked:
        silent = unseen(Why.UNREACHABLE)
        more = {
            "identity": identity(more.pop("partition", "aws"), caller=silent),
            "nodes": (node(managed=silent),),
            "account": AccountFacts(),
            "session": SessionFacts(),
            **more,
        }
    return snapshot(computer=computer(ways=dict(zip(names, ways, strict=True))), **more)


def stop(layer: Layer, ended: Ended, *holds: str, **more: Any) -> Case:
    return fails(of(way("ssm", (layer, ended), **more)), SSM, *holds, cause="way-out")


FINE = way("ssm")
ALL = (Store.PUBLIC, Store.SYSTEM)
UNTRUSTED = (Layer.TLS, Ended.UNTRUSTED)
OPENED: dict[str, Any] = {"issuer": "Example Proxy", "bundle": BUNDLE}

TABLE = {
    "all-arrive": ok(of(way("sts"), FINE, way("ssmmessages")), SSM, CHANNEL),
    "no-such-name": stop(Layer.NAME, Ended.NOT_FOUND, "DNS"),
    "no-answer-about-the-name": stop(Layer.NAME, Ended.TIMED_OUT, "DNS"),
    "dropped": stop(Layer.CONNECT, Ended.TIMED_OUT, "firewall"),
    "refused": stop(Layer.CONNECT, Ended.REFUSED, "refused"),
    "no-route": stop(Layer.CONNECT, Ended.UNREACHABLE, "VPN"),
    "dead-proxy": stop(Layer.CONNECT, Ended.TIMED_OUT, PROXY, "NO_PROXY", proxy=PROXY),
    "unknown-proxy": stop(Layer.NAME, Ended.NOT_FOUND, PROXY, proxy=PROXY),
    "proxy-wants-a-password": stop(Layer.PROXY, Ended.AUTHENTICATION, "407", proxy=PROXY),
    "proxy-forbids": stop(Layer.PROXY, Ended.TURNED_DOWN, "403", proxy=PROXY, detail="403"),
    "proxy-hangs": stop(Layer.PROXY, Ended.TIMED_OUT, PROXY, proxy=PROXY),
    "proxy-hangs-up": stop(Layer.PROXY, Ended.CUT, PROXY, proxy=PROXY),
    "proxy-setting-is-nonsense": stop(Layer.PROXY, Ended.UNREADABLE, "HTTPS_PROXY", proxy="?"),
    "proxy-of-another-kind": unsure(
        of(way("ssm", (Layer.PROXY, Ended.UNSUPPORTED), proxy="https://p:443")), "https://p:443"
    ),
    "socks-for-the-cli": stop(
        Layer.PROXY, Ended.UNSUPPORTED, "no SOCKS proxies", proxy="socks5://p:1080"
    ),
    "socks-for-the-plugin": unsure(
        of(way("ssmmessages", (Layer.PROXY, Ended.UNSUPPORTED), proxy="socks5://p:1080")),
        "socks5://p:1080",
    ),
    "the-plugin-takes-another-proxy": fails(
        of(way("ssmmessages", (Layer.CONNECT, Ended.TIMED_OUT), of_cli=PROXY)), PROXY, "no proxy"
    ),
    "the-plugin-takes-another-proxy-that-leads-on": ok(of(way("ssmmessages", of_cli=PROXY))),
    "encryption-cut": stop(Layer.TLS, Ended.CUT, "encryption"),
    "encryption-held": stop(Layer.TLS, Ended.TIMED_OUT, "firewall"),
    "out-of-date": stop(Layer.TLS, Ended.OUT_OF_DATE, "clock", detail="certificate has expired"),
    "wrong-name": stop(Layer.TLS, Ended.WRONG_NAME, "another host", issuer="Somebody"),
    "bundle-unreadable": stop(Layer.TLS, Ended.UNREADABLE, BUNDLE, "AWS_CA_BUNDLE", bundle=BUNDLE),
    "opened-on-the-way": stop(*UNTRUSTED, "Example Proxy", "on the way", trusted=(), **OPENED),
    "bundle-without-the-public-ones": stop(*UNTRUSTED, BUNDLE, "genuine", **OPENED),
    "opened-for-the-plugin": fails(
        of(way("ssmmessages", UNTRUSTED, trusted=(), distrusted=ALL, **OPENED)),
        "Example Proxy",
        "trust store",
    ),
    "opened-for-the-plugin-and-the-system-cannot-be-asked": unsure(
        of(FINE, way("ssmmessages", UNTRUSTED, trusted=(), distrusted=(Store.PUBLIC,), **OPENED)),
        "Example Proxy",
        "trust store",
    ),
    "opened-for-both-and-the-system-cannot-be-asked": fails(
        of(
            way("ssm", UNTRUSTED, trusted=(), **OPENED),
            way("ssmmessages", UNTRUSTED, trusted=(), distrusted=(Store.PUBLIC,), **OPENED),
        ),
        "the AWS CLI does not trust",
        "The plugin does not know AWS_CA_BUNDLE",
    ),
    "a-private-authority-is-no-sign-where-none-is-public": fails(
        of(way("ssm", UNTRUSTED, trusted=(), **OPENED), partition="aws-iso"),
        "Example Proxy",
        "AWS_CA_BUNDLE",
    ),
    "a-private-authority-in-a-place-nobody-knows": fails(
        of(way("ssm", UNTRUSTED, trusted=(), **OPENED), partition="aws-new"), "Example Proxy"
    ),
    "answered-by-a-sign-in-page": stop(Layer.HTTP, Ended.NOT_AWS, "sign-in", detail="302"),
    "answered-by-a-filter": stop(Layer.HTTP, Ended.TURNED_DOWN, "503", detail="503"),
    "answer-cut": stop(Layer.HTTP, Ended.CUT, "cut"),
    "answer-held": stop(Layer.HTTP, Ended.TIMED_OUT, "nothing is answered"),
    "something-else": stop(Layer.CONNECT, Ended.FAILED, "too many files", detail="too many files"),
    "only-the-websocket-is-cut": fails(
        of(FINE, way("ssmmessages", (Layer.UPGRADE, Ended.CUT))), CHANNEL, "WebSocket", "proxy"
    ),
    "only-the-websocket-is-held": fails(
        of(FINE, way("ssmmessages", (Layer.UPGRADE, Ended.TIMED_OUT))), CHANNEL, "WebSocket"
    ),
    "the-proxy-is-the-systems": fails(
        of(
            way("ssm", proxy=PROXY, from_system=True),
            way("ssmmessages", (Layer.CONNECT, Ended.TIMED_OUT)),
        ),
        CHANNEL,
        "HTTPS_PROXY",
        "the plugin only",
    ),
    "only-the-cli-trusts": fails(
        of(
            FINE,
            way(
                "ssmmessages",
                trusted=(Store.BUNDLE,),
                distrusted=(Store.PUBLIC, Store.SYSTEM),
                issuer="Example Proxy",
            ),
        ),
        "Example Proxy",
        "trust store",
        grade=Grade.INFERRED,
    ),
    "perhaps-only-the-cli-trusts": warns(
        of(FINE, way("ssmmessages", trusted=(Store.BUNDLE,), issuer="Example Proxy")),
        "Example Proxy",
    ),
    "a-host-of-ones-own-without-encryption": ok(of(FINE, way("kms", trusted=()))),
    "the-system-trusts": ok(of(way("ssmmessages", trusted=(Store.SYSTEM,)))),
    "no-way-was-looked-at-yet": skips(of()),
    "left-out": skips(snapshot(computer=None)),
    "never-asked": unsure(of(Unknown(Why.NOT_COLLECTED))),
    "not-answered-in-time": unsure(of(Unknown(Why.TIMED_OUT))),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_computer_endpoints(case: Case) -> None:
    holds(by_id("computer.endpoints"), case)


def told(facts: Snapshot) -> Status:
    return ask(by_id("computer.endpoints"), facts).status


BLOCKED = (Layer.CONNECT, Ended.TIMED_OUT)


def test_what_has_just_answered_is_not_called_out_of_reach() -> None:
    ways = of(way("sts", BLOCKED), way("ssm", BLOCKED), way("ssmmessages"), unasked=False)
    assert told(ways) is Status.PASSED
    assert told(of(way("ssm", BLOCKED), nodes=(node(managed=known(managed(), "ssm:X")),))) is (
        Status.PASSED
    )
    assert told(of(way("sts", BLOCKED), identity=identity(caller=caller()))) is Status.PASSED


def test_a_refusal_is_an_answer_and_a_silence_is_none() -> None:
    refused = unseen(Why.DENIED, call="ssm:DescribeInstanceInformation")
    assert told(of(way("ssm", BLOCKED), nodes=(node(managed=refused),))) is Status.PASSED
    silent = unseen(Why.TIMED_OUT, call="ssm:DescribeInstanceInformation")
    assert told(of(way("ssm", BLOCKED), nodes=(node(managed=silent),))) is Status.FAILED


def test_no_answer_of_ssm_stands_for_ssmmessages() -> None:
    assert told(of(way("ssmmessages", BLOCKED), unasked=False)) is Status.FAILED


def test_what_stops_all_hosts_alike_is_said_once() -> None:
    ways = of(*(way(name, BLOCKED) for name in ("sts", "ssm", "ssmmessages")))
    said = shown(ask(by_id("computer.endpoints"), ways).text)
    assert said.count("firewall") == 1
    assert {SSM, CHANNEL} <= set(said.replace(",", "").replace(":", "").split())


def test_what_stops_hosts_differently_is_said_of_each() -> None:
    ways = of(way("ssm", BLOCKED), way("ssmmessages", (Layer.NAME, Ended.NOT_FOUND)))
    said = shown(ask(by_id("computer.endpoints"), ways).text)
    assert "firewall" in said
    assert "DNS" in said


def test_a_failure_outweighs_what_could_not_be_looked_at() -> None:
    ways = {"ssm": Unknown(Why.TIMED_OUT), "ssmmessages": way("ssmmessages", BLOCKED)}
    assert told(snapshot(computer=computer(ways=ways))) is Status.FAILED


def test_each_layer_is_one_line_with_its_time() -> None:
    stopped = way("ssm", BLOCKED, proxy=PROXY)
    outcome = ask(by_id("computer.endpoints"), of(stopped, way("ssmmessages")))
    lines = {shown(one.label): one.value for one in outcome.evidence}
    assert lines == {
        f"{SSM}: connection": f"timed-out · {PROXY} · 12 ms",
        f"{CHANNEL}: name": "10.0.0.1 · 1 ms",
        f"{CHANNEL}: WebSocket": "done · 12 ms",
    }


def test_a_layer_that_failed_shows_what_was_seen_and_how_it_ended() -> None:
    refused = way("ssm", (Layer.HTTP, Ended.TURNED_DOWN), detail="503")
    outcome = ask(by_id("computer.endpoints"), of(refused))
    assert outcome.evidence[-1].value == "503 · turned-down · 12 ms"


def test_every_layer_and_ending_gives_a_whole_sentence() -> None:
    assert all(layer is None or layer in Layer for layer, _ in SENTENCES)
    for layer in Layer:
        for ended in set(Ended) - {Ended.DONE}:
            outcome = ask(by_id("computer.endpoints"), of(way("ssm", (layer, ended), detail="so")))
            assert outcome.status in (Status.FAILED, Status.UNKNOWN)
            assert shown(outcome.text).endswith((".", "?"))
